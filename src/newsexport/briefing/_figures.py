"""Key figures and dates as entries: the clause that says them, the figure itself emphasised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsexport.analysis import Facts, KeyFigure, StatedDate
from newsexport.briefing._items import Entry, around, clause, one_line


def figures(found: Facts) -> Iterator[Entry]:
    """The key figures by rank; those of one clause are one entry."""
    return _clauses(found.figures)


def timeline(found: Facts) -> list[Entry]:
    """The dates that a certain day, month or year is known of, by value; none unless there are two different ones."""
    sure = [date for date in found.timeline if date.value and any(map(str.isdecimal, date.text))]
    entries = list(_clauses(sure))
    return entries if len({date.value for date in sure}) > 1 and len(entries) > 1 else []


def _clauses(facts: Iterable[KeyFigure | StatedDate]) -> Iterator[Entry]:
    groups: dict[tuple[int, str, int, int], set[tuple[int, int]]] = {}
    for fact in facts:
        sentence, text = one_line(fact.sentence), one_line(fact.text)
        at = sentence.find(text)
        if at >= 0 and text:
            start, end = around(sentence, at, at + len(text))
            groups.setdefault((fact.segments[0][0], sentence, start, end), set()).add((at, at + len(text)))
    for (block, sentence, start, end), spots in groups.items():
        yield clause(sentence, (start, end), _apart(spots), block)


def _apart(spots: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spots without those that overlap an earlier one."""
    kept: list[tuple[int, int]] = []
    for spot in sorted(spots):
        if not kept or spot[0] >= kept[-1][1]:
            kept.append(spot)
    return kept
