"""Facts about an article, derived from its text alone; pure, without any I/O."""

from __future__ import annotations

from dataclasses import dataclass

from newsexport.analysis.length import counted, minutes, reading_minutes
from newsexport.analysis.quotations import Quotation, quotations
from newsexport.model import Article

__all__ = ["Facts", "Quotation", "facts", "quotations", "reading_minutes"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What an article's text tells: words (scripts without spaces count by characters), minutes, quotations."""

    words: int
    reading_minutes: int
    quotes: tuple[Quotation, ...]


def facts(article: Article) -> Facts:
    """The facts of an article's body."""
    spaced, dense = counted(article)
    return Facts(words=spaced + dense, reading_minutes=minutes(spaced, dense), quotes=quotations(article))
