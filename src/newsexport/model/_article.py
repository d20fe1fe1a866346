"""An article with its fields and its provenance, and the edition that exporters receive."""

from __future__ import annotations

from newsexport.model._blocks import NOWHERE, Block, Lines, Note
from newsexport.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class Author(Record):
    """A named author; `role` is the title the byline gives ("Diplomatic Editor")."""

    name: str
    role: str | None = None


class Byline(Record):
    """Who wrote it, as printed and as understood."""

    raw: str
    authors: tuple[Author, ...] = ()


class Dateline(Record):
    """Where it was filed, as printed ("VALE (Agency) —") and as understood."""

    raw: str
    places: tuple[str, ...] = ()
    agency: str | None = None
    date: str | None = None


class Moment(Record):
    """A date as printed, and its ISO 8601 value ("2024-04-21", "2024-04-21T09:30Z"); None where it is not certain."""

    raw: str
    value: str | None = None


class Unparsed(Record):
    """Source text that fitted nowhere, and why."""

    text: str
    reason: str
    lines: Lines = NOWHERE


class Trace(Record):
    """What a stretch of source was taken for, and why.

    `confidence` runs from 0 to 1; `raw` is the source text of a field or mark, None for a block, which keeps its own.
    """

    role: str
    lines: Lines
    reason: str
    confidence: float = 1.0
    raw: str | None = None


class Provenance(Record):
    """Where an article came from and how it was read.

    `sha256` is of the file's bytes; `dropped` names the control characters that were removed ("U+0007 ×2"). `text` is what
    stands on the article's `lines`, decoded; None where the source is markup or data.
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
    text: str | None = None


class Article(Record):
    """One news article. What the source does not state is None or empty: nothing is guessed.

    `glance` is what a briefing tells before the body, in headings and lists of a `GlanceRole`. `kind` is "page" for what
    newsexport made itself: the front page of a book, its sources, its index.
    """

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
    glance: tuple[Block, ...] = ()
    blocks: tuple[Block, ...] = ()
    signoff: str | None = None
    notes: tuple[Note, ...] = ()
    unparsed: tuple[Unparsed, ...] = ()
    kind: Literal["page"] | None = None
    provenance: Provenance = Provenance()


class Section(Record):
    """A part of a book: its title stands above the article of number `first` (from 0) and holds until the next section."""

    title: str
    first: int


class Binding(Record):
    """That an edition is a book, and what the pages that newsexport adds to it want: their language, an index of names."""

    language: str | None = None
    index: bool = False


class Edition(Record):
    """What an exporter receives: a title and its articles. One article is an edition of one.

    `date` is a book's own, `sections` are in the order of the articles, `cover` asks for a title page; `book` is None for
    what is none, such as the articles of one export.
    """

    title: str
    articles: tuple[Article, ...]
    date: Moment | None = None
    sections: tuple[Section, ...] = ()
    cover: bool = False
    book: Binding | None = None

    @classmethod
    def of(cls, *articles: Article, title: str | None = None) -> Edition:
        """The edition of these articles, under `title` or else the first one's headline."""
        return cls(title or title_of(articles[0]), articles)


def title_of(article: Article) -> str:
    """What an article is called where it must have a name: its headline, else its slug, else "Untitled"."""
    return article.headline or article.slug or "Untitled"
