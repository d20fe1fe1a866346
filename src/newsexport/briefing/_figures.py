"""Key figures and dates as entries: the clause that says them, the figure itself emphasised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsexport.analysis import Facts, KeyFigure, Notebook, StatedDate
from newsexport.briefing._items import Entry, around, clause, one_line, width
from newsexport.records import Record, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

_DIGITS = 4  # are few enough for any sentence
_FIGURE, _DATE = 60, 110  # characters: a sentence as short as this is told whole


Fact: TypeAlias = KeyFigure | StatedDate


class _Clause(Record, frozen=False):
    """A clause of a sentence with the places of the facts in it; the sentence begins at `place` in its block."""

    place: int
    span: tuple[int, int]
    spots: set[tuple[int, int]] = field(default_factory=set)


def figures(found: Facts | Notebook) -> Iterator[Entry]:
    """The key figures by rank; those of one clause are one entry. A clause that is a whole key point is not told twice."""
    return _new(_clauses(found.figures, _FIGURE), found)


def timeline(found: Facts | Notebook) -> Iterator[Entry]:
    """The dates that a certain day, month or year is known of, by value, that no key point tells; none unless two differ."""
    sure = [date for date in found.timeline if date.value and any(map(str.isdecimal, date.text))]
    if len({date.value for date in sure}) > 1:
        yield from _new(_clauses(sure, _DATE), found)


def _new(entries: Iterable[Entry], found: Facts | Notebook) -> Iterator[Entry]:
    points = {one_line(point.text).rstrip(".") for point in found.key_points}
    return (entry for entry in entries if entry.text not in points)


def _clauses(facts: Sequence[Fact], whole: int) -> Iterator[Entry]:
    """An entry for each clause that says a fact, in the order of the facts; clauses that overlap are one.

    A sentence is looked at when its first fact is asked for: those of most facts never are.
    """
    keys = [(fact.segments[0][0], one_line(fact.sentence)) for fact in facts]
    sentences: dict[tuple[int, str], dict[int, Fact]] = {}
    for number, key in enumerate(keys):
        sentences.setdefault(key, {})[number] = facts[number]
    entries: dict[int, Entry] = {}
    for number, key in enumerate(keys):
        if here := sentences.pop(key, None):
            entries |= _said(*key, here, whole)
        if number in entries:
            yield entries[number]


def _said(block: int, sentence: str, facts: Mapping[int, Fact], whole: int) -> dict[int, Entry]:
    """The clauses of a sentence that say facts, each by the number of its first one."""
    found: dict[int, _Clause] = {}
    for number, fact in {} if _row(sentence) else facts.items():
        text = one_line(fact.text)
        at = sentence.find(text) if text else -1
        if at < 0:
            continue
        span = around(sentence, at, at + len(text), whole)
        same = next((one for one in found.values() if one.span[0] < span[1] and span[0] < one.span[1]), None)
        if same is None:
            same = found[number] = _Clause(max(0, fact.segments[0][1] - at), span)
        same.span = min(same.span[0], span[0]), max(same.span[1], span[1])
        same.spots.add((at, at + len(text)))
    return {number: clause(sentence, one.span, _apart(one.spots), block, one.place) for number, one in found.items()}


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
