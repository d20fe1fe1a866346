"""Many articles as one book: ordered by its plan, opened by a front page, closed by its sources and its index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newsexport.analysis import known
from newsexport.briefing._pages import Gist, front_page, gist, index_page, sources_page
from newsexport.briefing._twins import twins
from newsexport.briefing.plan import Book, Chapter
from newsexport.model import Article, Binding, Edition, Moment, Note, Section, title_of
from newsexport.patterns import lazy
from newsexport.records import NamedTuple, replace
from newsexport.wording import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Found: TypeAlias = Sequence[tuple[str, Sequence[Article]]]
"""What was read: each source by the name that the book gives it, with its articles."""

Tell: TypeAlias = Callable[[Article], Article]
"""Tells an article."""

_TITLE = 60  # characters of a headline in a warning
_ISO = lazy(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


class _Placed(NamedTuple):
    """An article of a book, and the name of its source."""

    source: str
    article: Article


def bound(found: Found, book: Book, tell: Tell, *, pages: bool) -> tuple[Edition, list[str]]:
    """The book of these articles, each told by `tell`, and what its editor should know: who tells the same story twice.

    `pages` says whether newsexport adds its own: a front page, the sources, the index; what an earlier book had of them
    is left out.
    """
    placed = [_Placed(source, article) for source, articles in found for article in articles]
    ordered, sections = _ordered([one for one in placed if one.article.kind is None] or placed, book)
    articles = tuple(_noted(one.article, note) for one, note in zip(ordered, _notes(ordered, book), strict=True))
    edition = Edition(
        book.title, articles, None, sections, book.cover, Binding(language=book.language, index=book.index)
    )
    edition = replace(edition, date=_day(book.date, _language(edition)))
    return _told(edition, [one.source for one in ordered], tell, pages=pages)


def rebound(edition: Edition, tell: Tell, *, pages: bool) -> tuple[Edition, list[str]]:
    """A book that was bound before, as `bound` gives it; its pages are made anew.

    One that was kept as a digest keeps its pages: it has nothing that they could be made from.
    """
    digested = any(article.glance and not article.blocks for article in edition.articles)
    if not (pages and digested):
        edition = _without_pages(edition)
    names = [article.provenance.file or title_of(article) for article in edition.articles]
    return _told(edition, names, tell, pages=pages and not any(article.kind for article in edition.articles))


def _told(edition: Edition, names: Sequence[str], tell: Tell, *, pages: bool) -> tuple[Edition, list[str]]:
    """The edition with every article told and pages of ours added, and who tells the same story twice."""
    told, gists = [], []
    for article in edition.articles:
        told.append(tell(article))
        gists.append(_gist(article) if pages else Gist())
    written = [_Placed(*one) for one in zip(names, edition.articles, strict=True) if one[1].kind is None]
    doubts = [
        _said(written[one.first], written[one.second], one.share) for one in twins([one.article for one in written])
    ]
    edition = replace(edition, articles=tuple(told))
    return (_opened(edition, gists) if pages and len(told) > 1 else edition), doubts


def _without_pages(edition: Edition) -> Edition:
    kept = tuple(article for article in edition.articles if article.kind is None)
    before = [sum(article.kind is not None for article in edition.articles[: one.first]) for one in edition.sections]
    sections = (replace(one, first=one.first - ours) for one, ours in zip(edition.sections, before, strict=True))
    return replace(edition, articles=kept, sections=tuple(sections)) if kept else edition


def _language(edition: Edition) -> str | None:
    """The language of a book's own words: that of its first article unless it says another."""
    stated = edition.book.language if edition.book else None
    return stated or next((article.language for article in edition.articles if article.language), None)


def _opened(edition: Edition, gists: Sequence[Gist]) -> Edition:
    """The edition with its pages before and behind the articles."""
    language, index = _language(edition), bool(edition.book and edition.book.index)
    sections = tuple(replace(section, first=section.first + 1) for section in edition.sections)
    told, edition = edition.articles, replace(edition, sections=sections)
    pages = (sources_page(told, language), index_page(told, gists, language) if index else None)
    return replace(edition, articles=(front_page(told, gists, edition, language), *told, *filter(None, pages)))


def _ordered(placed: Sequence[_Placed], book: Book) -> tuple[list[_Placed], tuple[Section, ...]]:
    """The articles in the order of the book, and where its sections begin; a section without an article is left out."""
    named = {name: at for at, chapter in enumerate(book.sections) for name in chapter.articles}
    chosen: list[list[_Placed]] = [[] for _ in (*book.sections, None)]  # the last: what no section takes
    for one in placed:
        if one.source in named:
            chosen[named[one.source]].append(one)
    for one in placed:
        if one.source not in named:
            chosen[_taker(one.article, book.sections)].append(one)
    ordered, sections = list(chosen.pop()), []
    for chapter, articles in zip(book.sections, chosen, strict=True):
        if articles and chapter.title:
            sections.append(Section(chapter.title, len(ordered)))
        ordered += articles
    return ordered, tuple(sections)


def _taker(article: Article, chapters: Sequence[Chapter]) -> int:
    return next((at for at, chapter in enumerate(chapters) if chapter.where and chapter.where.takes(article)), -1)


def _notes(ordered: Iterable[_Placed], book: Book) -> Iterable[str | None]:
    """The editor's note of each article: that of its source, at the first article of it."""
    left = dict(book.notes)
    return [left.pop(one.source, None) for one in ordered]


def _noted(article: Article, note: str | None) -> Article:
    """The article with a note above everything it tells."""
    return replace(article, glance=(Note(note, "editor"), *article.glance)) if note else article


def _gist(article: Article) -> Gist:
    """The gist of an article; an empty one where the analysis fails, which its telling has said."""
    try:
        return gist(known(article))
    except Exception:
        return Gist()


def _day(text: str | None, language: str | None) -> Moment | None:
    """The date of a book, in words where it is ISO 8601."""
    if not text:
        return None
    return Moment(date(text, language), text) if _ISO.fullmatch(text) else Moment(text)


def _said(one: _Placed, other: _Placed, share: float) -> str:
    names = [f"{said.source} ({_short(title_of(said.article))!r})" for said in (one, other)]
    how = "word for word" if share == 1 else f"{share:.0%} of the shorter one stands in the other"
    return f"{names[0]} and {names[1]} tell the same story ({how}); both are in the book"


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1]}…"
