"""The weekday and the time of day that stand beside a date and belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from newsexport.datewords import fold, weekdays
from newsexport.reader._dateworded import Token
from newsexport.reader._days import Clock, Day, weekday_of
from newsexport.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T", Clock, "Weekday")

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SIGNS = frozenset(",;|·•@–—-/().،、（）")
_LINKS = frozenset(
    (  # as `fold` leaves them
        "t at um a las la alle ore kl klo o ora godz w v ve saat в о об ωρα στισ الساعة ساعت ساعة בשעה om as le hora pukul jam je luc "
        "เวลา समय को plkst kell val от den the el de dnia ngay on"
    ).split()
)
_FAR = 3  # tokens between a date and what belongs to it, at most


class Weekday(NamedTuple):
    """Where the name of a weekday stands, and which days (Monday 0) it may mean."""

    start: int
    end: int
    days: frozenset[int]


class Spread(NamedTuple):
    """A day with the weekday and the time that belong to it."""

    start: int
    end: int
    weekday: Weekday | None = None
    clock: Clock | None = None


class Line(NamedTuple):
    """A line with its digits made plain, taken apart."""

    text: str
    parts: list[Token]
    clocks: list[Clock]
    weekdays: list[Weekday]


def weekdays_of(text: str, parts: list[Token], language: str | None) -> list[Weekday]:
    """Every weekday the line names, in one word or two ("יום ראשון")."""
    found: list[Weekday] = []
    for first, second in zip_longest(parts, parts[1:]):
        start = first.start()
        if not first[0][0].isalpha() or (found and start < found[-1].end):
            continue  # "شنبه" is Saturday, "سه شنبه" is Tuesday
        for last in (second, first):
            if last is not None and last[0][0].isalpha() and (days := _meant(text[start : last.end()], language)):
                found.append(Weekday(start, last.end(), days))
                break
    return found


@lru_cache(maxsize=4096)
def _meant(name: str, language: str | None) -> frozenset[int]:
    return weekdays(fold(name), language)


def spread(line: Line, day: Day) -> Spread:
    """The day, grown over one weekday and one time of day that stand beside it, in whatever order."""
    whole = Spread(day.start, day.end)
    for _ in range(2):
        for beside in (_next(whole, line.clocks, line), _next(whole, line.weekdays, line)):
            if isinstance(beside, Clock) and whole.clock is None and beside.value:
                whole = _grown(line, whole, beside)._replace(clock=beside)
            elif isinstance(beside, Weekday) and whole.weekday is None and _fits(line, day, beside):
                whole = _grown(line, whole, beside)._replace(weekday=beside)
    return whole


def contradiction(day: Day, weekday: Weekday | None) -> tuple[str, ...]:
    """A warning when the weekday is not the date's."""
    if weekday is None or day.date is None or weekday_of(day.date) in weekday.days:
        return ()
    said = " or ".join(_NAMES[number] for number in sorted(weekday.days))
    return (f"the weekday is {said}, but {day.date} is a {_NAMES[weekday_of(day.date)]}",)


def _next(whole: Spread, items: Sequence[T], line: Line) -> T | None:
    """What stands next after the day so far, else next before it."""
    after = next((item for item in items if item.start >= whole.end), None)
    if after is not None and _is_gap(line, whole.end, after.start):
        return after
    before = next((item for item in reversed(items) if item.end <= whole.start), None)
    return before if before is not None and _is_gap(line, before.end, whole.start) else None


def _is_gap(line: Line, start: int, end: int) -> bool:
    between = [token[0] for token in line.parts if start <= token.start() < end]
    return len(between) <= _FAR and all(word in _SIGNS or fold(word) in _LINKS for word in between)


def _fits(line: Line, day: Day, weekday: Weekday) -> bool:
    """Whether the word is a weekday here: one of three letters ("mar") only with a capital, or where it is the right one.

    One of two ("So", "on") only where it is the right one, with a capital and a stop or a comma.
    """
    word = line.text[weekday.start : weekday.end]
    right = day.date is None or weekday_of(day.date) in weekday.days
    if len(word) > 3 or not word.isascii():
        return True
    if len(word) == 3:
        return right or word[0].isupper()
    return right and word[0].isupper() and line.text[weekday.end : weekday.end + 1] in set(".,")


def _grown(line: Line, whole: Spread, beside: Clock | Weekday) -> Spread:
    start, end = min(whole.start, beside.start), max(whole.end, beside.end)
    closes = (
        line.text[end : end + 1] in set(")）")
        and line.text[start:end].count("(") + line.text[start:end].count("（") > 0
    )
    return whole._replace(start=start, end=end + closes)
