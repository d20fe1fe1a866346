"""The pages that newsexport adds to a book: today at a glance, the sources, the index of names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from newsexport.analysis import Mention, Notebook
from newsexport.briefing._items import one_line
from newsexport.model import (
    Article,
    Block,
    Edition,
    Emphasis,
    GlanceRole,
    Item,
    Link,
    ListBlock,
    Mark,
    Reference,
    Subheading,
    title_of,
)
from newsexport.records import NamedTuple
from newsexport.story import DOT
from newsexport.wording import date, words

_GOOD, _MOST = 160, 240  # characters of a key point on the front page
_TELLING = 24  # articles: the front page of a longer book has headlines only


class Gist(NamedTuple):
    """What a book's pages tell of an article: its point, and whom it names."""

    point: str = ""
    people: tuple[Mention, ...] = ()
    organisations: tuple[Mention, ...] = ()


def gist(found: Notebook) -> Gist:
    """The gist of an article's facts.

    The point is the first key point of a good length, or else the shortest, if it is not very long. People are those of
    whom more is known than a name: a role, or that they speak.
    """
    points = [one_line(point.text) for point in found.key_points]
    point = next((text for text in points if len(text) <= _GOOD), min(points, key=len, default=""))
    speakers = {quote.attribution.name for quote in found.quotes if quote.attribution}
    people = tuple(one for one in found.people if one.role or one.name in speakers)
    return Gist(point if len(point) <= _MOST else "", people, found.organisations)


def front_page(told: Sequence[Article], gists: Sequence[Gist], edition: Edition, language: str | None) -> Article:
    """An entry for each article that follows, by section: its headline, which leads there, and its point.

    Sections and date are those of `edition`, which has the page as its first article.
    """
    ours = words(language)
    titles = {section.first: section.title for section in edition.sections}
    blocks: list[Block] = []
    items: list[Item] = []
    for number, (article, one) in enumerate(zip(told, gists, strict=True), 1):
        if number in titles:
            blocks += _listed(items, "articles")
            items = []
            blocks.append(Subheading(titles[number], role="articles"))
        items.append(_line(article, number, "" if len(told) > _TELLING else one.point))
    blocks += _listed(items, "articles")
    return Article(headline=ours.today, published=edition.date, language=language, kind="page", blocks=tuple(blocks))


def sources_page(told: Sequence[Article], language: str | None) -> Article:
    """Where each article is from: its source, date and address; the name of its file where it has neither first nor last."""
    items = tuple(_source(article, number) for number, article in enumerate(told, 1))
    blocks = (ListBlock(items, role="sources"),)
    return Article(headline=words(language).sources, language=language, kind="page", blocks=blocks)


def index_page(told: Sequence[Article], gists: Sequence[Gist], language: str | None) -> Article | None:
    """The people and organisations of a book, with the articles that name them; None where none is named."""
    ours = words(language)
    people = [(number, one) for number, found in enumerate(gists, 1) for one in found.people]
    organisations = [(number, one) for number, found in enumerate(gists, 1) for one in found.organisations]
    parts: tuple[tuple[GlanceRole, str, list[list[tuple[int, Mention]]]], ...] = (
        ("people", ours.people, _by_name(people, last=True)),
        ("organisations", ours.organisations, _by_name(organisations, last=False)),
    )
    blocks: list[Block] = []
    for role, heading, names in parts:
        if names:
            items = tuple(_entry(mentions, told) for mentions in names)
            blocks += (Subheading(heading, role=role), ListBlock(items, role=role))
    if not blocks:
        return None
    return Article(headline=ours.names, language=language, kind="page", blocks=tuple(blocks))


def _listed(items: list[Item], role: GlanceRole) -> Iterator[Block]:
    if items:
        yield ListBlock(tuple(items), role=role)


def _line(article: Article, number: int, point: str) -> Item:
    title = one_line(title_of(article))
    marks: tuple[Mark, ...] = (Reference(0, len(title), article=number),)
    return Item(f"{title} — {point}", (Emphasis(0, len(title), strong=True), *marks)) if point else Item(title, marks)


def _source(article: Article, number: int) -> Item:
    title = one_line(title_of(article))
    stated = [article.source, date(article.published.raw, article.language) if article.published else None, article.url]
    if not (article.source or article.url):
        stated.append(article.provenance.file)
    details = DOT.join(one_line(text) for text in stated if text)
    text = f"{title} — {details}" if details else title
    marks: tuple[Mark, ...] = (Reference(0, len(title), article=number),)
    if article.url:
        address = one_line(article.url)
        marks = (*marks, *_link(len(text) - len(address), len(text), address))
    return Item(text, marks)


def _link(start: int, end: int, url: str) -> Iterator[Link]:
    try:
        yield Link(start, end, url)
    except ValueError:  # not an address that may be followed: it stands as text
        return


def _by_name(named: Iterable[tuple[int, Mention]], *, last: bool) -> list[list[tuple[int, Mention]]]:
    """Mentions of one name together, in the order of an index: by family name, which stands last in most languages."""
    groups: dict[str, list[tuple[int, Mention]]] = {}
    for number, one in named:
        if name := one_line(one.name):
            groups.setdefault(name.casefold(), []).append((number, one))
    return [groups[name] for name in sorted(groups, key=lambda name: _sorted_by(name, last=last))]


def _sorted_by(name: str, *, last: bool) -> tuple[str, str]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return (plain.rpartition(" ")[2] if last else plain.removeprefix("the ")), name


def _entry(mentions: Sequence[tuple[int, Mention]], told: Sequence[Article]) -> Item:
    """A name, its role where one is known, and the headlines of the articles that name it, each leading there."""
    name = one_line(mentions[0][1].name)
    role = next((one_line(one.role) for _, one in mentions if one.role), "")
    text = f"{name}, {role} — " if role else f"{name} — "
    marks: list[Mark] = [Emphasis(0, len(name), strong=True)]
    for place, (number, one) in enumerate(mentions):
        title = one_line(title_of(told[number - 1]))
        text += DOT if place else ""
        block = one.segments[0][0] if one.segments and told[number - 1].blocks else None
        marks.append(Reference(len(text), len(text) + len(title), article=number, block=block))
        text += title
    return Item(text, tuple(marks))
