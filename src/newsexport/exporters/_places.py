"""The parts of an article, the places of an edition that references lead to, and its sections: what exporters share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsexport.exporters._xml import line
from newsexport.model import Article, Block, Edition, Factbox, Item, ListBlock, Reference, texts
from newsexport.records import NamedTuple, remembered
from newsexport.story import Line, Part, story
from newsexport.story import said as story_said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Place: TypeAlias = tuple[int, int | None]
"""An article and a block of it, both counted from 0; None for the article's head."""

_UNDER = frozenset({"signoff", "source"})


class Regions(NamedTuple):
    """An article in reading order: its head, its glance, its body, and what stands under it."""

    head: tuple[Part, ...]
    glance: tuple[Part, ...]
    body: tuple[Part, ...]
    foot: tuple[Part, ...]


@remembered
def regions(article: Article) -> Regions:
    """The regions of an article."""
    told = tuple(story(article))
    over = next((at for at, part in enumerate(told) if not isinstance(part, Line) or part.role in _UNDER), len(told))
    glance = over + len(article.glance)
    body = glance + len(article.blocks)
    return Regions(told[:over], told[over:glance], told[glance:body], told[body:])


@remembered
def said(article: Article) -> tuple[str, ...]:
    """Each string that a complete export of an article holds, in order."""
    return tuple(story_said(article))


@remembered
def references(articles: tuple[Article, ...]) -> Sequence[tuple[int, str, Place]]:
    """Every reference that leads somewhere: the number of the article it stands in, its words, its place."""
    return list(_references(articles))


def _references(articles: Sequence[Article]) -> Iterator[tuple[int, str, Place]]:
    for at, article in enumerate(articles):
        for piece in _pieces(article):
            for mark in getattr(piece, "marks", ()):
                if isinstance(mark, Reference) and (found := place(mark, at, articles)):
                    yield at, getattr(piece, "text", "")[mark.start : mark.end], found


def place(reference: Reference, at: int, articles: Sequence[Article]) -> Place | None:
    """Where a reference in article number `at` leads; None where the edition has no such place, or nothing shows there."""
    article = at if reference.article is None else reference.article
    if article >= len(articles):
        return None
    if reference.block is None:
        return article, None
    blocks = articles[article].blocks
    if reference.block >= len(blocks) or not any(line(text) for text, _ in texts(blocks[reference.block])):
        return None
    return article, reference.block


@remembered
def grouped(edition: Edition) -> Sequence[tuple[str | None, range]]:
    """The articles of an edition by section, in order: its title, None for no section, and the numbers of its articles.

    A page that newsexport made (a front page, the sources) belongs to no section.
    """
    titles = {section.first: section.title for section in edition.sections if line(section.title)}
    groups: list[tuple[str | None, range]] = []
    title: str | None = None
    for number, article in enumerate(edition.articles):
        title = titles.get(number, None if article.kind == "page" else title)
        if groups and groups[-1][0] == title and number not in titles:
            groups[-1] = (title, range(groups[-1][1].start, number + 1))
        else:
            groups.append((title, range(number, number + 1)))
    return groups


def _pieces(article: Article) -> Iterator[Block | Item]:
    """The blocks of an article and the items of its lists that have marks."""
    for block in (*article.glance, *article.blocks, *article.notes):
        if isinstance(block, ListBlock | Factbox):
            yield from (item for item in block.items if item.marks)
        elif getattr(block, "marks", ()):
            yield block
