"""The date that a short line states, in any language, without guessing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from newsexport.datewords import primary
from newsexport.patterns import lazy
from newsexport.reader._datearound import Line, contradiction, spread, weekdays_of
from newsexport.reader._datelabels import is_furniture, lately
from newsexport.reader._dateworded import tokens, worded
from newsexport.reader._days import Clock, Day, may_state_clock, may_state_numbers
from newsexport.reader._lines import is_eastern
from newsexport.records import NamedTuple

_LONGEST = 200  # characters of a line that are looked at
_SHORT = 80  # characters of a line that may be nothing but "Updated 3 hours ago"
_DIGIT = lazy(r"\d")
_IDEOGRAPHS = frozenset("〇一二三四五六七八九十")
_STRANGE_DIGIT = lazy(r"[^\D0-9]")
_DAY = lazy(r"(?<!\d)\d{1,2}(?!\d)")  # beside a month's name
_TO = lazy(r" ?[-–—~～〜至] ?| (?:to|until|bis|au|al|a|tot|til|till|до|do|έως) ")
# Characters that look different and mean the same here; the length stays.
_PLAIN = str.maketrans(
    {"：": ":", "／": "/", "－": "-", "．": ".", "，": ",", "‐": "-", "‑": "-", "−": "-"}
    | dict.fromkeys("\t\xa0\u1680\u2002\u2003\u2004\u2005\u2007\u2008\u2009\u200a\u202f\u3000\u200e\u200f\u061c", " ")
)


class FoundDate(NamedTuple):
    """A date as printed and as understood.

    `raw` is characters `start` to `end` (exclusive) of the text; `value` is ISO 8601 ("2024-04-21", "2024-04-21T09:30Z"),
    None where the text leaves the day open: no year, two readings, "yesterday". `warnings` say what is odd.
    """

    raw: str
    value: str | None
    start: int
    end: int
    warnings: tuple[str, ...] = ()


def find_date(text: str, language: str | None = None) -> FoundDate | None:
    """The best date that a short line states: a full one before one without a year, then the first; None without any.

    `language` is a BCP 47 tag; it decides between the readings of 03/04/2024 and of month names. Only the first 200
    characters are looked at; the time is linear.
    """
    return _best(text[: _LONGEST + 1], language)


def is_date_line(text: str, language: str | None = None) -> FoundDate | None:
    """The date of a line that states nothing but dates, with labels, times, signs and reading times; None for other lines."""
    return _whole(text, language) if len(text) <= _LONGEST else None


# Splitter, tail and head ask of the same few lines whether and where they state a date.
@lru_cache(maxsize=256)
def _best(text: str, language: str | None) -> FoundDate | None:
    line = _plain(text) if has_digit(text) else ""
    if not has_digit(line):
        return None
    found = _found(text, line, language)
    return min(found, key=lambda one: (one.value is None, one.start)) if found else _relative(text, line)


@lru_cache(maxsize=256)
def _whole(text: str, language: str | None) -> FoundDate | None:
    line = _plain(text)
    found = _found(text, line, language) if has_digit(line) else ()
    if not found:
        return _relative(text, line)
    rest = _blanked(line, [(one.start, one.end) for one in found])
    rest = _blanked(rest, [(clock.start, clock.end) for clock in _times(rest)])
    if not is_furniture(rest):
        return None
    return min(found, key=lambda one: (one.value is None, one.start))


def has_digit(text: str) -> bool:
    """Whether a text has a digit or an ideograph that counts."""
    return _DIGIT.search(text) is not None or (is_eastern(text) and not _IDEOGRAPHS.isdisjoint(text))


def _plain(text: str) -> str:
    line = text if len(text) <= _LONGEST else text[:_LONGEST].rpartition(" ")[0]
    if line.isascii():
        return line.replace("\t", " ")
    return _STRANGE_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), line.translate(_PLAIN))


def _times(line: str) -> list[Clock]:
    if not (may_state_clock(line) or is_eastern(line)):
        return []
    from newsexport.reader._clock import times

    return times(line)


def _numbered(line: str, language: str | None) -> Iterable[Day]:
    if not may_state_numbers(line):
        return ()
    from newsexport.reader._dateforms import stated

    return stated(line, language)


def _blanked(line: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        line = line[:start] + " " * (end - start) + line[end:]
    return line


@lru_cache(maxsize=64)
def _relative(text: str, line: str) -> FoundDate | None:
    """A date that only a reader of that day can tell, or a time alone, where the whole line says no more."""
    if len(line) > _SHORT:
        return None
    span = lately(line)
    rest = _blanked(line, [span] if span else [])
    clocks = _times(rest) if has_digit(rest) else []
    rest = _blanked(rest, [(clock.start, clock.end) for clock in clocks])
    if span is None and clocks and any(map(str.isalpha, rest)):
        span = clocks[0][:2]
    if span is None or not is_furniture(rest):
        return None
    return FoundDate(text[span[0] : span[1]].strip(), None, *span)


@lru_cache(maxsize=64)
def _found(text: str, line: str, language: str | None) -> tuple[FoundDate, ...]:
    parts = tokens(line) if _DAY.search(line) else []
    kept: list[Day] = []
    for day in sorted([*_numbered(line, language), *worded(line, parts, language)], key=_rank):
        if all(day.end <= other.start or other.end <= day.start for other in kept):
            kept.append(day)
    if not kept:
        return ()
    kept = _ranges(line, sorted(kept))
    parts = parts or tokens(line)
    words = Line(line, parts, _times(line), weekdays_of(line, parts, primary(language)))
    return tuple(_stated(text, words, day) for day in kept)


def _ranges(line: str, days: list[Day]) -> list[Day]:
    """The days, two with nothing but a dash or "to" between made one that leaves the day open."""
    made: list[Day] = []
    for day in days:
        if made and _TO.fullmatch(line, made[-1].end, day.start):
            made.append(Day(made.pop().start, day.end, None, day.full, ("a range of days",)))
        else:
            made.append(day)
    return made


def _stated(text: str, line: Line, day: Day) -> FoundDate:
    whole = spread(line, day)
    value = day.date
    if value is not None and whole.clock is not None:
        value += "T" + whole.clock.value
    warnings = (*day.warnings, *contradiction(day, whole.weekday))
    return FoundDate(text[whole.start : whole.end], value, whole.start, whole.end, warnings)


def _rank(day: Day) -> tuple[bool, bool, int, int]:
    return not day.full, day.date is None, day.start, -day.end
