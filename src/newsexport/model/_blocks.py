"""What an article's text is made of: blocks, and the stand-off marks of links, emphasis and references in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsexport.patterns import lazy
from newsexport.records import Literal, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Lines: TypeAlias = tuple[int, int]
NOWHERE: Lines = (0, 0)  # else the first and the last source line, counted from 1
_SAFE_URL = lazy(r"(?:https?://[^\s/?#@]|mailto:[^\s@]+@)[^\s]{0,2040}\Z", re.IGNORECASE)


class Link(Record):
    """Characters `start` to `end` (exclusive) lead to `url`; ValueError unless it is http, https or mailto (CWE-79)."""

    start: int
    end: int
    url: str

    def __post_init__(self) -> None:
        if not _SAFE_URL.match(self.url) or not self.url.isprintable():
            raise ValueError(f"{self.url[:80]!r} is not an http, https or mailto address")


class Emphasis(Record):
    """Characters `start` to `end` (exclusive) are emphasised."""

    start: int
    end: int
    strong: bool = False


class Reference(Record):
    """Characters `start` to `end` (exclusive) lead to another place of the edition.

    `article` counts from 0 in `Edition.articles`, None for the article that the mark stands in; `block` counts from 0 in
    its `Article.blocks`, None for its head. A place that an edition lacks is no mistake: then there is no link.
    """

    start: int
    end: int
    article: int | None = None
    block: int | None = None

    def __post_init__(self) -> None:
        if (self.article or 0) < 0 or (self.block or 0) < 0:
            raise ValueError("a reference counts articles and blocks from 0")


Mark: TypeAlias = Link | Emphasis | Reference


class Item(Record):
    """One entry of a list or one paragraph of a factbox."""

    text: str
    marks: tuple[Mark, ...] = ()


GlanceRole: TypeAlias = Literal[
    "key points", "who said what", "key figures", "timeline", "people", "organisations", "places", "articles", "sources"
]
"""What a heading or a list that newsexport made is about; the source's own headings and lists have no role."""


class Paragraph(Record):
    """A paragraph of the body."""

    text: str
    marks: tuple[Mark, ...] = ()
    lines: Lines = NOWHERE
    raw: str | None = None


class Subheading(Record):
    """A heading inside the body (a cross-head)."""

    text: str
    marks: tuple[Mark, ...] = ()
    lines: Lines = NOWHERE
    raw: str | None = None
    role: GlanceRole | None = None


class ListBlock(Record):
    """A list; an ordered one counts from `first`."""

    items: tuple[Item, ...]
    ordered: bool = False
    first: int = 1
    lines: Lines = NOWHERE
    raw: str | None = None
    role: GlanceRole | None = None


class PullQuote(Record):
    """A quotation set apart from the body, with the speaker's line where there is one."""

    text: str
    attribution: str | None = None
    marks: tuple[Mark, ...] = ()
    lines: Lines = NOWHERE
    raw: str | None = None


class Figure(Record):
    """A picture of which the text has only the caption and the credit."""

    caption: str
    credit: str | None = None
    marks: tuple[Mark, ...] = ()
    lines: Lines = NOWHERE
    raw: str | None = None


class Factbox(Record):
    """A box of facts beside the story."""

    title: str | None
    items: tuple[Item, ...]
    lines: Lines = NOWHERE
    raw: str | None = None


class Preformatted(Record):
    """Text whose spaces and line ends carry meaning: a table in spaces, verse."""

    text: str
    lines: Lines = NOWHERE
    raw: str | None = None


class Separator(Record):
    """A break between parts of the body; `text` is how the source drew it (`* * *`)."""

    text: str = ""
    lines: Lines = NOWHERE
    raw: str | None = None


NoteKind: TypeAlias = Literal[
    "correction",
    "update",
    "editor",
    "embargo",
    "promo",
    "advertisement",
    "embed",
    "contact",
    "about",
    "rights",
    "other",
]


class Note(Record):
    """Furniture round the story: recognised for what it is, kept word for word."""

    text: str
    kind: NoteKind = "other"
    marks: tuple[Mark, ...] = ()
    lines: Lines = NOWHERE
    raw: str | None = None


Block: TypeAlias = Paragraph | Subheading | ListBlock | PullQuote | Figure | Factbox | Preformatted | Separator | Note
"""Closed: a new block makes every exporter's `match` fail the type check and every conformance suite fail."""


def whole(block: Block) -> str:
    """All that a block says, its pieces joined by line feeds."""
    return block.text if isinstance(block, Paragraph) else "\n".join([text for text, _ in texts(block)])


def texts(block: Block) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Each piece of text a block says, in reading order, with its marks."""
    match block:
        case Paragraph() | Subheading() | Note():
            yield block.text, block.marks
        case PullQuote(text=first, attribution=second) | Figure(caption=first, credit=second):
            yield first, block.marks
            if second:
                yield second, ()
        case ListBlock() | Factbox():
            if isinstance(block, Factbox) and block.title:
                yield block.title, ()
            yield from ((item.text, item.marks) for item in block.items)
        case Preformatted():
            yield block.text, ()
        case Separator():
            return
