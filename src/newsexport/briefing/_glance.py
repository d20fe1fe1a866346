"""What an article tells at a glance: a choice among its facts, as headings and lists that say where each one stands.

Restraint is the rule: a glance takes a share of the time that the article takes, and nothing is in it that is not sure.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from newsexport.analysis import OWN_LIST, Facts, Notebook, known
from newsexport.analysis.length import lasting, seconds
from newsexport.briefing._figures import figures, timeline
from newsexport.briefing._items import LEAST, Entry, affordable, numbered, one_line
from newsexport.briefing._people import people, quotes
from newsexport.model import Article, Block, GlanceRole, ListBlock, Subheading
from newsexport.records import NamedTuple
from newsexport.story import numbers
from newsexport.wording import Words, words

_SURE = 3  # key points are told of any article that has so many
_SHORTEST = 45.0  # seconds: an article that is read in less needs no glance
_SHARE, _LONGEST = 0.5, 36.0  # a glance takes this share of an article's time at most, and so many seconds


def glance(article: Article, found: Facts | Notebook) -> tuple[Block, ...]:
    """The glance of an article whose facts are known: empty without a key point, or where the article is as short."""
    whole = lasting(*known(article).counted)
    if whole < _SHORTEST or not found.key_points:
        return ()
    counted, left = numbers(article), min(_LONGEST, whole * _SHARE)
    blocks: list[Block] = []
    for part in _parts(article, found, counted, words(article.language)):
        entries = (entry for entry in part.entries if counted[entry.block] is not None)
        heading = _time(part.heading)
        if min(part.longest, left - heading) < part.least * LEAST and not part.sure:
            continue
        kept, spent = affordable(entries, part.most, min(part.longest, left - heading), part.sure)
        if len(kept) < part.least:
            continue
        left -= spent + heading
        if not part.ranked:
            kept.sort(key=lambda entry: (entry.block, entry.place))
        items = tuple(numbered(entry, counted[entry.block], article.language) for entry in kept)
        blocks += (Subheading(part.heading, role=part.role), ListBlock(items, role=part.role))
    return tuple(blocks)


@cache
def _time(heading: str) -> float:
    """Seconds of one of our few headings."""
    return seconds(heading)


class _Part(NamedTuple):
    """A part of a glance: its entries, best first, how many there may be and how many seconds they may take.

    They are told in the order of the article, but `ranked` ones as they come. The first `sure` ones may take more than is left.
    """

    role: GlanceRole
    heading: str
    entries: Iterable[Entry]
    most: int
    longest: float
    least: int = 1
    ranked: bool = False
    sure: int = 0


def _parts(article: Article, found: Facts | Notebook, counted: Sequence[int | None], ours: Words) -> Iterator[_Part]:
    """The parts of a glance, the most important first. What stands in captions, headings and notes is not told."""
    said = list(quotes(article, found, ours))
    if found.key_points[0].rule == OWN_LIST:  # of which none is left out
        yield _Part(
            "key points", ours.key_points, _points(found), len(found.key_points), math.inf, sure=len(found.key_points)
        )
    else:
        yield _Part("key points", ours.key_points, _points(found), 5, 20.0, sure=_SURE)
    yield _Part("who said what", ours.who_said_what, said, 4, 11.0)
    yield _Part("key figures", ours.key_figures, figures(found), 5, 8.0)
    yield _Part("timeline", ours.timeline, timeline(found), 4, 8.0, least=2, ranked=True)
    yield _Part("people", ours.people, people(found, said, counted), 4, 6.0, least=2, ranked=True)


def _points(found: Facts | Notebook) -> Iterator[Entry]:
    best = sorted(found.key_points, key=lambda point: -point.confidence)
    return (Entry(one_line(point.text), point.segments[0][0], place=point.segments[0][1]) for point in best)
