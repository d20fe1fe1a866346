"""Key figures and dates as entries: the clause that says them, the figure itself emphasised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsexport.analysis import Facts, KeyFigure, StatedDate
from newsexport.briefing._items import Entry, around, clause, one_line, width
from newsexport.records import field, open_record

_DIGITS = 4  # are few enough for any sentence
_FIGURE, _DATE = 60, 110  # characters: a sentence as short as this is told whole


@open_record
class _Clause:
    """A clause of a sentence with the places of the facts in it; `place` is where the sentence begins in its block."""

    block: int
    place: int
    sentence: str
    span: tuple[int, int]
    spots: set[tuple[int, int]] = field(default_factory=set)


def figures(found: Facts) -> Iterator[Entry]:
    """The key figures by rank; those of one clause are one entry. A clause that is a whole key point is not told twice."""
    return _new(_clauses(found.figures, _FIGURE), found)


def timeline(found: Facts) -> list[Entry]:
    """The dates that a certain day, month or year is known of, by value, that no key point tells; none unless two differ."""
    sure = [date for date in found.timeline if date.value and any(map(str.isdecimal, date.text))]
    return list(_new(_clauses(sure, _DATE), found)) if len({date.value for date in sure}) > 1 else []


def _new(entries: Iterable[Entry], found: Facts) -> Iterator[Entry]:
    points = {one_line(point.text).rstrip(".") for point in found.key_points}
    return (entry for entry in entries if entry.text not in points)


def _clauses(facts: Iterable[KeyFigure | StatedDate], whole: int) -> Iterator[Entry]:
    """An entry for each clause that says a fact, in the order of the facts; clauses that overlap are one."""
    sentences: dict[tuple[int, str], list[_Clause]] = {}
    order: list[_Clause] = []
    for fact in facts:
        sentence, text = one_line(fact.sentence), one_line(fact.text)
        at = sentence.find(text)
        if at < 0 or not text or _row(sentence):
            continue
        block, start, _ = fact.segments[0]
        span = around(sentence, at, at + len(text), whole)
        said = sentences.setdefault((block, sentence), [])
        same = next((one for one in said if one.span[0] < span[1] and span[0] < one.span[1]), None)
        if same is None:
            same = _Clause(block, max(0, start - at), sentence, span)
            said.append(same)
            order.append(same)
        same.span = min(same.span[0], span[0]), max(same.span[1], span[1])
        same.spots.add((at, at + len(text)))
    for one in order:
        yield clause(one.sentence, one.span, _apart(one.spots), one.block, one.place)


def _row(sentence: str) -> bool:
    """Whether a sentence is rather a row of a table, of results or odds: more than two digits for three letters."""
    digits = sum(map(str.isdecimal, sentence))
    return digits >= _DIGITS and 3 * digits > 2 * width("".join(filter(str.isalpha, sentence)))


def _apart(spots: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spots without those that overlap an earlier one."""
    kept: list[tuple[int, int]] = []
    for spot in sorted(spots):
        if not kept or spot[0] >= kept[-1][1]:
            kept.append(spot)
    return kept
