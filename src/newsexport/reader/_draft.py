"""An article in the making: every recogniser hands in what it took, so that nothing is taken twice or forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from newsexport.model import (
    Article,
    Block,
    Figure,
    Lines,
    ListBlock,
    Note,
    NoteKind,
    Preformatted,
    Provenance,
    PullQuote,
    Separator,
    Trace,
    Unparsed,
)
from newsexport.reader._lines import Chunk
from newsexport.reader._links import links
from newsexport.records import NamedTuple, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LINES = attrgetter("lines")


class Found(NamedTuple):
    """A block, what it is called, how we know, how sure, and how many chunks it took."""

    block: Block
    role: str
    reason: str
    confidence: float = 0.9
    used: int = 1


Recogniser = Callable[[Sequence[Chunk], int], Found | None]
"""What finds a block in the chunks of a body at one of them."""


class Draft:
    """The fields, blocks and traces found so far."""

    __slots__ = ("blocks", "fields", "notes", "trace", "unparsed", "warnings")

    def __init__(self, fields: dict[str, Any] | None = None) -> None:
        self.fields = {} if fields is None else fields
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.unparsed: list[Unparsed] = []
        self.trace: list[Trace] = []
        self.warnings: list[str] = []

    def has(self, role: str) -> bool:
        """Whether the field is known already."""
        return self.fields.get(role) is not None

    def mark(self, role: str, lines: Lines, raw: str, reason: str, confidence: float = 1.0) -> None:
        """Account for source text that is a field's, or only a mark (a rule, a label, an end mark)."""
        if raw.strip():
            self.trace.append(Trace(role, lines, reason, confidence, raw))

    def take(self, role: str, value: object, chunk: Chunk, reason: str, confidence: float = 1.0) -> None:
        """Set a field from a chunk of the source."""
        self.fields[role] = value
        self.mark(role, chunk.lines, chunk.raw, reason, confidence)

    def place(self, block: Block, role: str, reason: str, confidence: float = 1.0) -> None:
        """Add a block to the body."""
        self.blocks.append(block)
        self.trace.append(Trace(role, block.lines, reason, confidence))

    def note(self, chunk: Chunk, kind: NoteKind, reason: str, confidence: float = 0.9, *, end: bool = True) -> None:
        """Keep furniture word for word: behind the article, or in its place in the body."""
        made = noted(chunk, kind)
        (self.notes if end else self.blocks).append(made)
        self.trace.append(Trace(f"note {kind}", made.lines, reason, confidence))

    def leave(self, chunk: Chunk, reason: str) -> None:
        """Keep source text that fits nowhere, and say why."""
        self.unparsed.append(Unparsed(chunk.raw, reason, chunk.lines))
        self.trace.append(Trace("unparsed", chunk.lines, reason, 0.0))

    def article(self, provenance: Provenance) -> Article:
        """The finished article."""
        notes = sorted(self.notes, key=_LINES)
        trace = sorted(self.trace, key=_LINES)
        return Article(
            **self.fields,
            blocks=tuple(self.blocks),
            notes=tuple(notes),
            unparsed=tuple(sorted(self.unparsed, key=_LINES)),
            provenance=replace(
                provenance, trace=tuple(trace), warnings=(*provenance.warnings, *dict.fromkeys(self.warnings))
            ),
        )


def noted(chunk: Chunk, kind: NoteKind) -> Note:
    """A note that says what the chunk says."""
    return Note(chunk.text, kind, links(chunk.text), chunk.lines, differing(chunk.text, chunk.raw))


def differing(shown: str, raw: str) -> str | None:
    """The raw text where it is not what is shown."""
    return None if shown == raw else raw


def source_text(block: Block) -> str:
    """The source characters that a block stands for."""
    if block.raw is not None:
        return block.raw
    match block:
        case Figure(caption=first, credit=second) | PullQuote(text=first, attribution=second):
            return f"{first} {second or ''}"
        case Separator(text=text) | Preformatted(text=text):
            return text
        case ListBlock(items=items):
            return "\n".join(item.text for item in items)
    return _plain(block)


def _plain(block: Any) -> str:
    if hasattr(block, "items"):
        return "\n".join([block.title or "", *(item.text for item in block.items)])
    return str(block.text)


def spans(lines: Iterable[Lines]) -> Lines:
    """The first and the last of some line numbers."""
    pairs = list(lines)
    return min(first for first, _ in pairs), max(last for _, last in pairs)
