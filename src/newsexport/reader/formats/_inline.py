"""Running text gathered from markup: white space folded as a browser folds it, links and emphasis as marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsexport.model import Emphasis, Item, Link, Mark
from newsexport.reader._links import links, safe_url
from newsexport.reader.formats._elements import SILENT, is_block
from newsexport.reader.formats._record import Record
from newsexport.reader.formats._tree import Node

_SLANTED = frozenset(("em", "i", "cite", "dfn", "var"))
_STRONG = frozenset(("strong", "b"))
_QUOTES = "\"'“”‘’«»„‹›「『"


@dataclass(slots=True)
class Running:
    """The text so far and the marks that are still open, outermost first."""

    record: Record
    parts: list[str] = field(default_factory=list)
    size: int = 0
    gap: bool = False
    marks: list[Mark] = field(default_factory=list)
    open: list[tuple[Node, int]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)

    def say(self, raw: str) -> None:
        """Add text."""
        text = self.record.clean(raw).replace("\u00ad", "")
        words = text.split()
        if not words:
            self.gap = self.gap or bool(text)
            return
        said = " ".join(words)
        if (self.gap or text[0].isspace()) and self.size:
            said = f" {said}"
        self.parts.append(said)
        self.size += len(said)
        self.gap = text[-1].isspace()

    def begin(self, node: Node) -> None:
        """Open an element that may be a mark."""
        self.open.append((node, self.size))
        if node.tag == "q" and node.first not in _QUOTES:
            self.say("“")

    def end(self) -> None:
        """Close the element opened last."""
        node, start = self.open.pop()
        if node.tag == "q" and node.first not in _QUOTES:
            gap, self.gap = self.gap, False
            self.say("”")
            self.gap = gap
        self._mark(node, start)

    def broken(self) -> bool:
        """Whether a line break stands here already; else the text goes on behind one."""
        if self.breaks and self.breaks[-1] == self.size:
            return True
        if self.size:
            self.breaks.append(self.size)
        self.gap = True
        return False

    def finished(self) -> tuple[str, tuple[Mark, ...], str | None]:
        """The text, its marks, and the text with its line breaks where it has any; then everything is empty again."""
        for node, start in self.open:
            self._mark(node, start)
        text = "".join(self.parts)
        broken = {at for at in self.breaks if at < self.size}
        raw = "".join("\n" if at in broken else char for at, char in enumerate(text)) if broken else None
        marks = tuple(sorted(self._trimmed(text), key=lambda mark: (mark.start, -mark.end)))
        self.parts, self.size, self.gap, self.marks, self.breaks = [], 0, False, [], []
        self.open = [(node, 0) for node, _ in self.open]
        return text, marks, raw

    def _mark(self, node: Node, start: int) -> None:
        if start >= self.size:
            return
        if node.tag in _SLANTED | _STRONG:
            self.marks.append(Emphasis(start, self.size, node.tag in _STRONG))
        elif node.tag in {"a", "virtloc"} and (stated := (node.get("href") or node.get("value")).strip()):
            if url := safe_url(stated):
                self.marks.append(Link(start, self.size, url))
            else:
                self.record.mark("link", stated, "not an address that a reader may be sent to")

    def _trimmed(self, text: str) -> Iterator[Mark]:
        stated = sorted((mark for mark in self.marks if isinstance(mark, Link)), key=lambda mark: mark.start)
        found = [*stated, *links(text)]
        # Stable: of two links that begin together the stated one stays.
        reached = 0
        for link in sorted(found, key=lambda mark: mark.start):
            start = link.start + (text[link.start] == " ")
            if start >= reached and start < link.end:
                reached = link.end
                yield Link(start, link.end, link.url)
        for mark in self.marks:
            if isinstance(mark, Emphasis):
                start = mark.start + (text[mark.start] == " ")
                if start < mark.end:
                    yield Emphasis(start, mark.end, mark.strong)


def words(record: Record, node: Node) -> Item:
    """Everything inside an element as one running text; blocks inside it only add a space."""
    running = Running(record)
    _gather(node, running)
    text, marks, _ = running.finished()
    return Item(text, marks)


def _gather(node: Node, running: Running) -> None:
    for part in node.inside:
        if isinstance(part, str):
            running.say(part)
        elif part.tag in SILENT:
            running.record.gone[f"<{part.tag}>"] += 1
        else:
            apart = is_block(part)
            running.gap = running.gap or apart
            running.begin(part)
            _gather(part, running)
            running.end()
            running.gap = running.gap or apart
