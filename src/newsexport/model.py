"""The canonical article: what every reader produces and every exporter receives.

Frozen values without a word of any format: links and emphasis are stand-off marks, fields keep their raw text, blocks
know their source lines, and in `raw` the source text, line feeds included, where it differs from what is shown. Field
words follow IPTC ninjs 3.1 and schema.org NewsArticle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from newsexport.records import record

Lines: TypeAlias = tuple[int, int]
NOWHERE: Lines = (0, 0)  # else the first and the last source line, counted from 1
_SAFE_URL = re.compile(r"(?:https?://[^\s/?#@]|mailto:[^\s@]+@)[^\s]{0,2040}\Z", re.IGNORECASE)


@record
class Link:
    """Characters `start` to `end` (exclusive) lead to `url`; ValueError unless it is http, https or mailto (CWE-79)."""

    start: int
    end: int
    url: str

    def __post_init__(self) -> None:
        if not _SAFE_URL.match(self.url) or not self.url.isprintable():
            raise ValueError(f"{self.url[:80]!r} is not an http, https or mailto address")


@record
class Emphasis:
    """Characters `start` to `end` (exclusive) are emphasised."""

    start: int
    end: int
    strong: bool = False


Mark: TypeAlias = Link | Emphasis


@record
class Item:
    """One entry of a list or one paragraph of a factbox."""

    text: str
    marks: tuple[Mark, ...] = ()


@record
class Paragraph:
    """A paragraph of the body."""

    text: str
    marks: tuple[Mark, ...] = ()
    lines: Lines = NOWHERE
    raw: str | None = None


@record
class Subheading:
    """A heading inside the body (a cross-head)."""

    text: str
    marks: tuple[Mark, ...] = ()
    lines: Lines = NOWHERE
    raw: str | None = None


@record
class ListBlock:
    """A list; an ordered one counts from `first`."""

    items: tuple[Item, ...]
    ordered: bool = False
    first: int = 1
    lines: Lines = NOWHERE
    raw: str | None = None


@record
class PullQuote:
    """A quotation set apart from the body, with the speaker's line where there is one."""

    text: str
    attribution: str | None = None
    marks: tuple[Mark, ...] = ()
    lines: Lines = NOWHERE
    raw: str | None = None


@record
class Figure:
    """A picture of which the text has only the caption and the credit."""

    caption: str
    credit: str | None = None
    marks: tuple[Mark, ...] = ()
    lines: Lines = NOWHERE
    raw: str | None = None


@record
class Factbox:
    """A box of facts beside the story."""

    title: str | None
    items: tuple[Item, ...]
    lines: Lines = NOWHERE
    raw: str | None = None


@record
class Preformatted:
    """Text whose spaces and line ends carry meaning: a table in spaces, verse."""

    text: str
    lines: Lines = NOWHERE
    raw: str | None = None


@record
class Separator:
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


@record
class Note:
    """Furniture round the story: recognised for what it is, kept word for word."""

    text: str
    kind: NoteKind = "other"
    marks: tuple[Mark, ...] = ()
    lines: Lines = NOWHERE
    raw: str | None = None


Block: TypeAlias = Paragraph | Subheading | ListBlock | PullQuote | Figure | Factbox | Preformatted | Separator | Note
"""Closed: a new block makes every exporter's `match` fail the type check and every conformance suite fail."""


@record
class Author:
    """A named author; `role` is the title the byline gives ("Diplomatic Editor")."""

    name: str
    role: str | None = None


@record
class Byline:
    """Who wrote it, as printed and as understood."""

    raw: str
    authors: tuple[Author, ...] = ()


@record
class Dateline:
    """Where it was filed, as printed ("VALE (Agency) —") and as understood."""

    raw: str
    places: tuple[str, ...] = ()
    agency: str | None = None
    date: str | None = None


@record
class Moment:
    """A date as printed, and its ISO 8601 value ("2024-04-21", "2024-04-21T09:30Z"); None where it is not certain."""

    raw: str
    value: str | None = None


@record
class Unparsed:
    """Source text that fitted nowhere, and why."""

    text: str
    reason: str
    lines: Lines = NOWHERE


@record
class Trace:
    """What a stretch of source was taken for, and why.

    `confidence` runs from 0 to 1; `raw` is the source text of a field or mark, None for a block, which keeps its own.
    """

    role: str
    lines: Lines
    reason: str
    confidence: float = 1.0
    raw: str | None = None


@record
class Provenance:
    """Where an article came from and how it was read.

    `sha256` is of the file's bytes; `dropped` names the control characters that were removed ("U+0007 ×2").
    """

    file: str | None = None
    sha256: str | None = None
    encoding: str | None = None
    encoding_reason: str | None = None
    layout: str | None = None
    lines: Lines = NOWHERE
    dropped: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    trace: tuple[Trace, ...] = ()


@record
class Article:
    """One news article. What the source does not state is None or empty: nothing is guessed."""

    headline: str | None = None
    kicker: str | None = None
    standfirst: str | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    published: Moment | None = None
    updated: Moment | None = None
    language: str | None = None
    source: str | None = None
    section: str | None = None
    slug: str | None = None
    url: str | None = None
    keywords: tuple[str, ...] = ()
    rights: str | None = None
    blocks: tuple[Block, ...] = ()
    signoff: str | None = None
    notes: tuple[Note, ...] = ()
    unparsed: tuple[Unparsed, ...] = ()
    provenance: Provenance = Provenance()


@record
class Edition:
    """What an exporter receives: a title and its articles. One article is an edition of one."""

    title: str
    articles: tuple[Article, ...]

    @classmethod
    def of(cls, *articles: Article, title: str | None = None) -> Edition:
        """The edition of these articles, under `title` or else the first one's headline."""
        return cls(title or title_of(articles[0]), articles)


def title_of(article: Article) -> str:
    """What an article is called where it must have a name: its headline, else its slug, else "Untitled"."""
    return article.headline or article.slug or "Untitled"


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
