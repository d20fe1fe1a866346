"""Facts about an article, derived from its text alone; pure, without any I/O."""

from __future__ import annotations

from newsexport.analysis._facts import OWN_LIST, Attribution, Facts, KeyFigure, KeyPoint, Mention, Quotation, StatedDate
from newsexport.analysis.length import counted, minutes, reading_minutes
from newsexport.model import Article

__all__ = [
    "OWN_LIST",
    "Attribution",
    "Facts",
    "KeyFigure",
    "KeyPoint",
    "Mention",
    "Quotation",
    "StatedDate",
    "facts",
    "known",
    "quotations",
    "reading_minutes",
]


def facts(article: Article) -> Facts:
    """The facts of an article's body."""
    from newsexport.analysis import _entities, _figures, _keypoints, _sentences, _timeline

    spaced, dense = counted(article)
    read = _sentences.passages(article)
    quotes, people = _told(article)
    organisations, places = _entities.found(article, read, people)
    return Facts(
        words=spaced + dense,
        reading_minutes=minutes(spaced, dense),
        quotes=quotes,
        people=people,
        figures=_figures.found(article, read),
        key_points=_keypoints.found(article, read),
        timeline=_timeline.found(article, read),
        organisations=organisations,
        places=places,
    )


_KEPT = 128  # articles whose facts are kept
_facts: dict[tuple[int, ...], tuple[Article, Facts]] = {}


def known(article: Article) -> Facts:
    """The facts of an article, computed once: several formats and views ask for them. Those of the last articles are kept.

    Two articles are one here if they hold the very same blocks, headline, standfirst, language, dateline and date, as a
    view of an article does: nothing else is looked at.
    """
    key = tuple(map(id, (article.blocks, article.headline, article.standfirst, article.language, article.dateline,
                         article.published)))  # fmt: skip
    if kept := _facts.get(key):
        return kept[1]
    found = facts(article)
    while len(_facts) >= _KEPT:
        _facts.pop(next(iter(_facts)), None)
    _facts[key] = article, found  # with the article, so that its parts keep their identities
    return found


def quotations(article: Article) -> tuple[Quotation, ...]:
    """Every quotation of an article's blocks, in reading order; nested ones follow what holds them."""
    return _told(article)[0]


def _told(article: Article) -> tuple[tuple[Quotation, ...], tuple[Mention, ...]]:
    """The quotations with their speakers, and the people."""
    from newsexport.analysis import _attribution, _exchange, _quotations

    quotes, people = _attribution.attributed(article, _quotations.found(article))
    if asked := tuple(_exchange.found(article)):
        quotes = tuple(sorted((*quotes, *asked), key=lambda quotation: quotation.segments[0]))
    return quotes, people
