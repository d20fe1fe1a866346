"""Facts about an article, derived from its text alone; pure, without any I/O."""

from __future__ import annotations

from functools import cached_property

from newsexport.analysis.length import counted, minutes
from newsexport.model import Article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsexport.analysis._facts import (
        OWN_LIST,
        Attribution,
        Facts,
        KeyFigure,
        KeyPoint,
        Mention,
        Quotation,
        StatedDate,
    )
    from newsexport.analysis._sentences import Passage

__all__ = [
    "OWN_LIST",
    "Attribution",
    "Facts",
    "KeyFigure",
    "KeyPoint",
    "Mention",
    "Notebook",
    "Quotation",
    "StatedDate",
    "facts",
    "known",
    "quotations",
    "reading_minutes",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """What facts are made of, which an article as written has no need of."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from newsexport.analysis import _facts

        return getattr(_facts, name)


class Notebook:
    """The facts of an article's body by the names they have in `Facts`, each found when somebody first asks for it."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def counted(self) -> tuple[int, int]:
        """The words, and the characters of scripts that write without spaces."""
        return counted(self.article)

    @property
    def words(self) -> int:
        """Both together."""
        return sum(self.counted)

    @property
    def reading_minutes(self) -> int:
        """Minutes of reading: none where there is nothing to read, else at least one."""
        return minutes(*self.counted)

    @cached_property
    def _read(self) -> list[Passage]:
        from newsexport.analysis._sentences import passages

        return passages(self.article)

    @cached_property
    def _told(self) -> tuple[tuple[Quotation, ...], tuple[Mention, ...]]:
        from newsexport.analysis import _attribution, _quotations

        quotes, people = _attribution.attributed(self.article, _quotations.found(self.article))
        if _quotations.may_ask(self.article.blocks):
            from newsexport.analysis import _exchange

            if asked := tuple(_exchange.found(self.article)):
                quotes = tuple(sorted((*quotes, *asked), key=lambda quotation: quotation.segments[0]))
        return quotes, people

    @property
    def quotes(self) -> tuple[Quotation, ...]:
        """Every quotation with its speaker, in reading order; nested ones follow what holds them."""
        return self._told[0]

    @property
    def people(self) -> tuple[Mention, ...]:
        """The people that are named, as first named."""
        return self._told[1]

    @cached_property
    def figures(self) -> tuple[KeyFigure, ...]:
        """The figures, the most telling first."""
        from newsexport.analysis import _figures

        return _figures.found(self.article, self._read)

    @cached_property
    def key_points(self) -> tuple[KeyPoint, ...]:
        """The key points in reading order."""
        from newsexport.analysis import _keypoints

        return _keypoints.found(self.article, self._read)

    @cached_property
    def timeline(self) -> tuple[StatedDate, ...]:
        """The dates by value."""
        from newsexport.analysis import _timeline

        return _timeline.found(self.article, self._read)

    @cached_property
    def _named(self) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        from newsexport.analysis import _entities

        return _entities.found(self.article, self._read, self.people)

    @property
    def organisations(self) -> tuple[Mention, ...]:
        """The organisations that are named, the most mentioned first."""
        return self._named[0]

    @property
    def places(self) -> tuple[Mention, ...]:
        """The places that are named, the most mentioned first."""
        return self._named[1]

    @cached_property
    def facts(self) -> Facts:
        """All of it as a value."""
        from newsexport.analysis._facts import Facts

        return Facts(
            words=self.words,
            reading_minutes=self.reading_minutes,
            quotes=self.quotes,
            people=self.people,
            figures=self.figures,
            key_points=self.key_points,
            timeline=self.timeline,
            organisations=self.organisations,
            places=self.places,
        )


_KEPT, _BLOCKS = 128, 4000  # articles whose facts are kept, and blocks of them all: an article of any length is one
_notebooks: dict[tuple[int, ...], Notebook] = {}


def known(article: Article) -> Notebook:
    """The facts of an article, each found once: several formats and views ask for them. Those of the last articles are kept.

    Two articles are one here if they hold the very same blocks, headline, standfirst, language, dateline and date, as a
    view of an article does: nothing else is looked at.
    """
    key = (id(article.blocks), id(article.headline), id(article.standfirst), id(article.language), id(article.dateline),
           id(article.published))  # fmt: skip
    if kept := _notebooks.get(key):
        return kept
    while len(_notebooks) >= _KEPT or sum(len(one.article.blocks) for one in list(_notebooks.values())) > _BLOCKS:
        _notebooks.pop(next(iter(_notebooks)), None)
    _notebooks[key] = found = Notebook(article)  # with the article, so that its parts keep their identities
    return found


def facts(article: Article) -> Facts:
    """The facts of an article's body."""
    return Notebook(article).facts


def quotations(article: Article) -> tuple[Quotation, ...]:
    """Every quotation of an article's blocks, in reading order; nested ones follow what holds them."""
    return Notebook(article).quotes


def reading_minutes(article: Article) -> int:
    """Minutes that reading an article's body takes; 0 for an empty one."""
    return known(article).reading_minutes
