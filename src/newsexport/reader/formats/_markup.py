"""Body markup (HTML, XHTML, NITF) as blocks: what is known by its name becomes its block, everything else its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from newsexport.model import (
    Block,
    Factbox,
    Figure,
    Item,
    Link,
    ListBlock,
    Note,
    NoteKind,
    Paragraph,
    Preformatted,
    PullQuote,
    Separator,
    Subheading,
)
from newsexport.patterns import lazy
from newsexport.reader._links import links
from newsexport.reader._pictures import photo
from newsexport.reader.formats._elements import (
    FLOW,
    HEADINGS,
    LISTS,
    SILENT,
    is_credit,
    is_data,
    rows_of,
    without,
)
from newsexport.reader.formats._grid import grid
from newsexport.reader.formats._inline import Running, words
from newsexport.reader.formats._record import Placed, Record
from newsexport.reader.formats._tree import Node

_EMBEDDED = lazy(r"\b(?:twitter-tweet|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed)\b")
_NOTES: tuple[tuple[str, NoteKind], ...] = (
    ("correct", "correction"),
    ("update", "update"),
    ("editor", "editor"),
    ("cpyrt", "rights"),
)

_OUTERMOST = frozenset(("blockquote", "bq", "aside"))  # inside another of them only a paragraph


def body(record: Record, node: Node, reason: str = "") -> None:
    """Add the blocks of everything inside an element to the record, in order."""
    writer = _Writer(record, reason)
    writer.inside(node)
    writer.flush()


@dataclass(slots=True)
class _Writer:
    record: Record
    reason: str = ""
    sink: list[Placed] | None = None
    running: Running = field(init=False)

    def __post_init__(self) -> None:
        self.running = Running(self.record)

    # ------------------------------------------------------------------ walking

    def inside(self, node: Node) -> None:
        """Everything inside an element, in order."""
        for part in node.inside:
            if isinstance(part, str):
                self.running.say(part)
            else:
                self.element(part)

    def element(self, node: Node) -> None:
        """One element by its name."""
        if node.tag in SILENT:
            self.record.gone[f"<{node.tag}>"] += 1
        elif (make := _BLOCKS.get(node.tag)) and not (self.sink is not None and node.tag in _OUTERMOST):
            self.flush()
            make(self, node)
        elif node.tag in FLOW or node.tag in _OUTERMOST:
            self.flush()
            self.inside(node)
            self.flush(f"<{node.tag}>")
        elif node.tag == "br":
            if self.running.broken():
                self.flush("line breaks")
        elif node.tag == "img":
            self.record.mark("picture", node.get("alt") or node.get("src"), "<img> without a caption")
        else:
            self.running.begin(node)
            self.inside(node)
            self.running.end()

    def flush(self, reason: str = "text between elements") -> None:
        """Make the running text a paragraph."""
        text, marks, raw = self.running.finished()
        if text:
            self.place(Paragraph(text, marks, raw=raw), "paragraph", reason)

    def place(self, block: Block, role: str, reason: str) -> None:
        """Hand a block on."""
        reason = f"{self.reason}{reason}"
        if self.sink is None:
            self.record.place(block, role, reason)
        else:
            self.sink.append(Placed(block, role, reason))

    def apart(self, node: Node) -> list[Placed]:
        """The blocks inside an element, not yet handed on."""
        inner = _Writer(self.record, sink=[])
        inner.inside(node)
        inner.flush()
        return inner.sink or []

    def words(self, node: Node) -> Item:
        """Everything inside an element as one running text."""
        return words(self.record, node)

    # ------------------------------------------------------------------ blocks

    def heading(self, node: Node) -> None:
        """A sub-heading."""
        item = self.words(node)
        if item.text:
            self.place(Subheading(item.text, item.marks), "subheading", f"<{node.tag}>")

    def listed(self, node: Node) -> None:
        """A list; the items of lists inside it follow their own item."""
        items = [item for item in self.items(node) if item.text]
        if not items:
            return
        ordered = node.tag == "ol"
        start = node.get("start") or node.get("seqnum")
        first = int(start) if ordered and start.isascii() and start.isdigit() and len(start) < 7 else 1
        self.place(ListBlock(tuple(items), ordered, first), "list", f"<{node.tag}>")

    def items(self, node: Node) -> Iterable[Item]:
        """The items of a list, each as one text."""
        loose = Node("li")
        for part in node.inside:
            if isinstance(part, str):
                loose.inside.append(part)
                continue
            if loose.text.strip():
                yield self.words(loose)
            loose = Node("li")
            yield from self._item(part)
        if loose.text.strip():
            yield self.words(loose)

    def _item(self, node: Node) -> Iterable[Item]:
        if node.tag in SILENT:
            self.record.gone[f"<{node.tag}>"] += 1
            return
        if node.tag in LISTS:
            yield from self.items(node)
            return
        own = Node("li", inside=[])
        for part in node.inside:
            if isinstance(part, Node) and part.tag in LISTS:
                yield self.words(own)
                own = Node("li", inside=[])
                yield from self.items(part)
            else:
                own.inside.append(part)
        yield self.words(own) if node.tag != "img" else Item("")

    def quote(self, node: Node) -> None:
        """A quotation set apart, a paragraph each; a post of a social network is a note."""
        if _EMBEDDED.search(node.get("class")):
            item = self.words(node)
            if item.text:
                self.place(Note(item.text, "embed", item.marks), "note embed", "<blockquote> of a social network")
            return
        speaker = next((part for part in node.nodes if part.tag in {"cite", "footer", "credit"}), None)
        kept = Node(node.tag, inside=[part for part in node.inside if part is not speaker])
        placed = self.apart(kept)
        who = self.words(speaker).text if speaker else None
        last = max((at for at, found in enumerate(placed) if isinstance(found.block, Paragraph)), default=-1)
        if who and last < 0:
            placed.append(Placed(Paragraph(who), "paragraph", "<cite>"))
        for at, found in enumerate(placed):
            block = found.block
            if isinstance(block, Paragraph):
                said = PullQuote(block.text, who if at == last else None, block.marks, raw=block.raw)
                self.place(said, "pull quote", f"<{node.tag}>")
            else:
                self.place(block, found.role, found.reason)

    def aside(self, node: Node) -> None:
        """A box beside the story, if it holds nothing but a heading, paragraphs and lists."""
        placed = self.apart(node)
        title = placed[0].block.text if placed and isinstance(placed[0].block, Subheading) else None
        rest = placed[1:] if title else placed
        if not rest or not all(isinstance(found.block, Paragraph | ListBlock | Subheading) for found in rest):
            for found in placed:
                self.place(found.block, found.role, found.reason)
            return
        items: list[Item] = []
        for found in rest:
            if isinstance(found.block, ListBlock):
                items.extend(found.block.items)
            elif isinstance(found.block, Paragraph | Subheading):
                items.append(Item(found.block.text, found.block.marks))
        self.place(Factbox(title, tuple(items)), "factbox", f"<{node.tag}>")

    def figure(self, node: Node) -> None:
        """A picture's caption and credit; a figure round anything else is what it holds."""
        if any(True for _ in node.find("table", "blockquote", "pre", "ul", "ol", "bq")):
            self.inside(node)
            self.flush()
            return
        creditors = [part for part in node.walk() if part is not node and is_credit(part)][:1]
        caption = self.words(without(node, set(creditors)))
        credit = " ".join(self.words(part).text for part in creditors) or None
        alt = next((part.get("alt") for part in node.find("img") if part.get("alt")), "")
        if not credit and not caption.marks and (read := photo(caption.text)):
            caption, credit = Item(read[0], links(read[0])), read[1]
        if not caption.text and (credit or alt):
            shown = self.record.line(alt)
            caption = Item(shown, links(shown)) if shown else Item(credit or "")
            credit = credit if shown else None
        if caption.text:
            self.place(Figure(caption.text, credit, caption.marks), "caption", f"<{node.tag}>")

    def table(self, node: Node) -> None:
        """A table in columns, or what it holds when it only lays a page out."""
        rows = [row.all("td", "th") for row in rows_of(node)]
        if not is_data(node, rows):
            self.inside(node)
            self.flush()
            return
        for part in node.nodes:
            if part.tag in {"caption", "nitf-table-metadata"}:
                self.element(part)
                self.flush("<caption>")
        if any(cell.text.strip() for row in rows for cell in row):
            self.grid(rows)

    def grid(self, rows: list[list[Node]]) -> None:
        """The cells of a table."""
        cells = [[self.words(cell) for cell in row] for row in rows]
        block = grid(cells)
        for link in (mark for row in cells for cell in row for mark in cell.marks if isinstance(mark, Link)):
            if isinstance(block, Preformatted):
                self.record.mark("link", link.url, "a link in a table, which shows its words only")
        self.place(block, "table" if isinstance(block, Preformatted) else "list", "<table>")

    def pre(self, node: Node) -> None:
        """Text whose spaces carry meaning."""
        self.record.gone.update(f"<{part.tag}>" for part in node.walk() if part.tag in SILENT)
        text = self.record.clean(node.spoken(SILENT)).replace("\u00a0", " ").expandtabs(8)
        lines = [line.rstrip() for line in text.split("\n")]
        kept = "\n".join(lines).strip("\n")
        if kept.strip():
            self.place(Preformatted(kept), "table", f"<{node.tag}>")

    def rule(self, node: Node) -> None:
        """A break between parts."""
        self.place(Separator(), "rule", f"<{node.tag}>")

    def note(self, node: Node) -> None:
        """A note of the newsroom."""
        item = self.words(node)
        said = f"{node.get('noteclass')} {node.get('type')}".lower()
        kind: NoteKind = next((kind for word, kind in _NOTES if word in said), "other")
        if item.text:
            self.place(Note(item.text, kind, item.marks), f"note {kind}", f"<{node.tag}>")


_BLOCKS: dict[str, Callable[[_Writer, Node], None]] = {
    **dict.fromkeys(HEADINGS, _Writer.heading),
    **dict.fromkeys(("ul", "ol", "dl"), _Writer.listed),
    **dict.fromkeys(("blockquote", "bq"), _Writer.quote),
    **dict.fromkeys(("figure", "media"), _Writer.figure),
    **dict.fromkeys(("table", "nitf-table"), _Writer.table),
    **dict.fromkeys(("note", "fn"), _Writer.note),
    "aside": _Writer.aside,
    "pre": _Writer.pre,
    "hr": _Writer.rule,
}
