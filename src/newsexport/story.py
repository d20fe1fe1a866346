"""The order in which every format tells an article: front matter, body, back matter.

One place for it, so that PDF, DOCX, EPUB, TXT and every plugin say the same things in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsexport.analysis import reading_minutes
from newsexport.model import (
    Article,
    Block,
    Byline,
    Dateline,
    Factbox,
    Link,
    ListBlock,
    Mark,
    Moment,
    Note,
    Paragraph,
    Preformatted,
    PullQuote,
    texts,
)
from newsexport.records import Literal, Record, remembered
from newsexport.wording import date, reading, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Role: TypeAlias = Literal["masthead", "kicker", "headline", "standfirst", "meta", "signoff", "source"]
DOT = " · "


class Line(Record):
    """One line of front or back matter; its role names its house style."""

    role: Role
    text: str
    marks: tuple[Mark, ...] = ()


Part: TypeAlias = Line | Block
View: TypeAlias = Literal["article", "briefing", "digest"]
"""How much of an article is told: as written, at a glance and then as written, at a glance only."""
_COUNTED = (Paragraph, ListBlock, PullQuote, Factbox, Preformatted)


def story(article: Article) -> Iterator[Part]:
    """Every part of an article in reading order. There is always exactly one headline."""
    return iter(_told(article))


def said(article: Article) -> Iterator[str]:
    """Each string that a complete export of an article holds, in order."""
    for part in story(article):
        if isinstance(part, Line):
            yield part.text
        else:
            yield from (text for text, _ in texts(part))


def numbers(article: Article) -> tuple[int | None, ...]:
    """The number of each block as a reader counts paragraphs, from 1: what "¶ 3" means.

    A paragraph, a list, a pull quote, a box, a table count as one each; headings, captions, breaks and notes have None.
    """
    found: list[int | None] = []
    count = 0
    for block in article.blocks:
        counted = isinstance(block, _COUNTED)
        count += counted
        found.append(count if counted else None)
    return tuple(found)


@remembered
def _told(article: Article) -> tuple[Part, ...]:
    signoff = [Line("signoff", article.signoff)] if article.signoff else []
    left = (Note(one.text, lines=one.lines) for one in article.unparsed)
    return (*_front(article), *article.glance, *article.blocks, *signoff, *article.notes, *left, *_source(article))


def _front(article: Article) -> Iterator[Line]:
    ours = words(article.language)
    if masthead := _joined(article.source, article.section, date(_raw(article.published), article.language)):
        yield Line("masthead", masthead)
    if article.kicker:
        yield Line("kicker", article.kicker)
    yield Line("headline", article.headline or article.slug or ours.untitled)
    if article.standfirst:
        yield Line("standfirst", article.standfirst)
    minutes = reading_minutes(article) if article.kind is None else 0
    meta = _joined(
        _raw(article.byline),
        _raw(article.dateline).rstrip(" -–—―:："),
        ours.updated.format(n=date(article.updated.raw, article.language)) if article.updated else None,
        reading(article.language, minutes) if minutes else None,
    )
    if meta:
        yield Line("meta", meta)


def _source(article: Article) -> Iterator[Line]:
    if article.url:
        yield Line("source", article.url, (Link(0, len(article.url), article.url),))
    if article.keywords:
        yield Line("source", words(article.language).keywords.format(n=", ".join(article.keywords)))
    if article.slug and article.headline:
        yield Line("source", article.slug)
    if article.rights:
        yield Line("source", article.rights)


def _raw(field: Byline | Dateline | Moment | None) -> str:
    return field.raw if field else ""


def _joined(*pieces: str | None) -> str:
    return DOT.join(piece for piece in pieces if piece)
