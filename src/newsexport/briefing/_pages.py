"""The pages that newsexport adds to a book: today at a glance, the sources, the index of names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from newsexport.analysis import Mention
from newsexport.briefing._items import one_line
from newsexport.model import (
    Article,
    Block,
    Emphasis,
    GlanceRole,
    Item,
    Link,
    ListBlock,
    Mark,
    Moment,
    Reference,
    Section,
    Subheading,
    title_of,
)
from newsexport.story import DOT
from newsexport.wording import date, words

Named: TypeAlias = tuple[Sequence[Mention], Sequence[Mention]]
"""The people and the organisations of an article."""

_TELLING = 24  # articles: the front page of a longer book has headlines only
_MOST = 150  # characters of a key point on the front page


def front_page(
    told: Sequence[Article], sections: Sequence[Section], day: Moment | None, language: str | None
) -> Article:
    """One line an article, by section: its headline, which leads there, and what it says first. `told` follow the page."""
    ours = words(language)
    titles = {section.first: section.title for section in sections}
    blocks: list[Block] = []
    items: list[Item] = []
    for number, article in enumerate(told, 1):
        if number in titles:
            blocks += _listed(items, "articles")
            items = []
            blocks.append(Subheading(titles[number], role="articles"))
        items.append(_line(article, number, "" if len(told) > _TELLING else _first_point(article)))
    blocks += _listed(items, "articles")
    return Article(headline=ours.today, published=day, language=language, kind="page", blocks=tuple(blocks))


def sources_page(told: Sequence[Article], language: str | None) -> Article:
    """Where each article is from: its source, its date, its address; the name of its file where it states none of them."""
    items = tuple(_source(article, number) for number, article in enumerate(told, 1))
    blocks = (ListBlock(items, role="sources"),)
    return Article(headline=words(language).sources, language=language, kind="page", blocks=blocks)


def index_page(told: Sequence[Article], named: Sequence[Named], language: str | None) -> Article | None:
    """The people and organisations of a book, with the articles that name them; None where none is named."""
    ours = words(language)
    kinds: tuple[tuple[GlanceRole, str], ...] = (("people", ours.people), ("organisations", ours.organisations))
    blocks: list[Block] = []
    for kind, (role, heading) in enumerate(kinds):
        mentions = [(number, one) for number, both in enumerate(named, 1) for one in both[kind]]
        items = [_entry(of_one, told) for of_one in _by_name(mentions, last=role == "people")]
        if items:
            blocks += (Subheading(heading, role=role), ListBlock(tuple(items), role=role))
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


def _first_point(article: Article) -> str:
    """The key point that an article's glance begins with, where it is short, without its number."""
    points = next(
        (block for block in article.glance if isinstance(block, ListBlock) and block.role == "key points"), None
    )
    if not points:
        return ""
    item = points.items[0]
    end = min((mark.start for mark in item.marks if isinstance(mark, Reference)), default=len(item.text))
    text = item.text[:end].rstrip()
    return text if len(text) <= _MOST else ""


def _source(article: Article, number: int) -> Item:
    title = one_line(title_of(article))
    stated = [article.source, date(article.published.raw, article.language) if article.published else None, article.url]
    details = [one_line(text) for text in stated if text] or [article.provenance.file or ""]
    text = " — ".join(filter(None, (title, DOT.join(details))))
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
