"""Articles that tell the same story in the same words: copies, cut versions, lightly edited ones.

Four words in a row are a phrase. Of each article a fixed third of its phrases is kept, chosen by their checksum, so that
the same phrases are kept of every article; two articles are twins where most phrases of the shorter one are the longer's
too. A phrase that stands in many articles (a newsroom's standing lines) tells nothing and is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from zlib import crc32

from newsexport.analysis.length import DENSE
from newsexport.model import Article, texts
from newsexport.patterns import lazy
from newsexport.records import NamedTuple

_WORD = lazy(rf"{DENSE}|[^\W_]+")
_PHRASE = 4  # words, or characters of a script without spaces
_KEPT = 3  # one in so many
_COMMON = 12  # a phrase of more articles tells nothing
_LEAST = 6  # phrases in common
_ALIKE = 0.6  # share of the shorter one's phrases: up to one word changed in nine


class Twins(NamedTuple):
    """Two articles, by number, and the share of the shorter one's phrases that both have; 1.0 is word for word."""

    first: int
    second: int
    share: float


def twins(articles: Sequence[Article]) -> Iterator[Twins]:
    """Each article that an earlier one tells too, with the nearest of those; linear in the length of all."""
    whole: dict[tuple[str, ...], int] = {}
    holders: dict[int, list[int]] = {}
    sizes: list[int] = []
    for number, article in enumerate(articles):
        words = _words(article)
        phrases = _phrases(words)
        sizes.append(len(phrases))
        same = whole.setdefault(words, number) if words else number
        if same != number:
            yield Twins(same, number, 1.0)
        elif found := _nearest(phrases, holders, sizes):
            yield Twins(found[0], number, min(found[1], 0.99))
        for phrase in phrases:
            held = holders.setdefault(phrase, [])
            if len(held) <= _COMMON:
                held.append(number)


def _nearest(phrases: set[int], holders: dict[int, list[int]], sizes: Sequence[int]) -> tuple[int, float] | None:
    shared: Counter[int] = Counter()
    for phrase in phrases:
        held = holders.get(phrase, ())
        if len(held) <= _COMMON:
            shared.update(held)
    likely = [
        (count / min(len(phrases), sizes[other]), -other)
        for other, count in shared.items()
        if count >= _LEAST and count >= _ALIKE * min(len(phrases), sizes[other])
    ]
    if not likely:
        return None
    share, other = max(likely)
    return -other, share


def _words(article: Article) -> tuple[str, ...]:
    body = "\n".join(text for block in article.blocks for text, _ in texts(block))
    return tuple(_WORD.findall(body.casefold()))


def _phrases(words: Sequence[str]) -> set[int]:
    rows = zip(*(words[at:] for at in range(_PHRASE)), strict=False)
    return {number for row in rows if (number := crc32(" ".join(row).encode("utf-8", "replace"))) % _KEPT == 0}
