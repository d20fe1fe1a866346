"""Times of day as printed: "09:30 GMT", "4.34pm", "7 Uhr", "下午3時05分"."""

from __future__ import annotations

import re

from newsexport.patterns import lazy
from newsexport.reader._days import ZONES, Clock, may_state_clock
from newsexport.reader._lines import is_eastern

_HALF = r"(?P<half>[ap]\.? ?m\b\.?)"
_UNIT = r"(?:(?-i:Uhr)|(?:uhr|hours|hrs|hs?|horas?|heures?|น\.|น)(?![^\W\d_]))"
_ZONE = (
    r" ?\(?(?:(?P<zero>Z|GMT|UTC)(?![A-Za-z])(?: ?(?P<from_zero>[+-]\d{1,2}(?::?\d\d)?)(?!\d))?|(?P<offset>[+-]\d\d:?\d\d)(?!\d)"
    rf"|(?P<named>{ZONES})(?![A-Za-z])"
    r"|(?P<said>بتوقیت [^\d\s]+|بتوقيت [^\d\s]+|по (?:московскому времени|Москве|Гринвичу)|Eastern(?: Time)?|local time|heure de Paris))\)?"
)
_TIME = lazy(
    rf"(?<![\d.,:/])(?:(?P<hour>\d{{1,2}})(?P<sign>[:.hH]| ?h ?|h:)(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{{1,9}})?)?(?!\d)(?: ?{_HALF})?(?: ?{_UNIT})?"
    rf"|(?P<hour2>\d{{1,2}}) ?{_HALF.replace('half', 'half2')}"
    rf"|(?P<hour3>\d{{1,2}}) ?{_UNIT}"
    rf"|(?P<hour4>[012]\d)(?P<minute4>[0-5]\d)(?= ?(?:GMT|UTC|hrs|hours|{ZONES})\b)(?: ?(?:hrs|hours))?"
    rf"|(?<=\dT)(?P<hour5>[012]\d)(?P<minute5>[0-5]\d)(?P<second5>[0-5]\d)?(?!\d))(?:{_ZONE})?",
    re.IGNORECASE,
)
_HALVES = "上午|凌晨|早上|下午|晚上|午前|午後|오전|오후"
_EASTERN = lazy(
    rf"(?P<half>{_HALVES})? ?(?P<hour>\d{{1,2}}) ?(?:時|时|点|點|시) ?(?:(?P<minute>\d{{1,2}}) ?(?:分|분))?"
    rf"|(?P<half2>{_HALVES}) ?(?P<hour2>\d{{1,2}}):(?P<minute2>\d\d)(?!\d)"
)
_SHIFT = lazy(r"[+-](\d{1,2}?):?(\d\d)?")
_LATE = frozenset("下午 晚上 午後 오후".split(" "))


def times(line: str) -> list[Clock]:
    """Every time of day that the line states, from left to right."""
    found = [_western(match) for match in _TIME.finditer(line)] if may_state_clock(line) else []
    if is_eastern(line):
        eastern = [_eastern(match) for match in _EASTERN.finditer(line)]
        found = [
            clock for clock in found if not any(other.start <= clock.start < other.end for other in eastern)
        ] + eastern
    return sorted(found)


def _western(match: re.Match[str]) -> Clock:
    hour = int(match["hour"] or match["hour2"] or match["hour3"] or match["hour4"] or match["hour5"])
    minute = int(match["minute"] or match["minute4"] or match["minute5"] or 0)
    half = (match["half"] or match["half2"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half[0] == "p" else 0) if 1 <= hour <= 12 else 99
    return Clock(match.start(), match.end(), _iso(hour, minute, match["second"] or match["second5"], _offset(match)))


def _eastern(match: re.Match[str]) -> Clock:
    hour = int(match["hour"] or match["hour2"])
    if (match["half"] or match["half2"]) in _LATE and hour < 12:
        hour += 12
    return Clock(match.start(), match.end(), _iso(hour, int(match["minute"] or match["minute2"] or 0), None, ""))


def _iso(hour: int, minute: int, second: str | None, offset: str) -> str:
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return ""
    return f"{hour:02}:{minute:02}" + (f":{second}" if second else "") + offset


def _offset(match: re.Match[str]) -> str:
    """The offset where it is certain: EST is of New York and of Sydney, and CET is written in summer too."""
    shift = match["offset"] or match["from_zero"]
    if shift is None:
        return "Z" if match["zero"] else ""
    hours, minutes = _SHIFT.fullmatch(shift).groups("00")  # type: ignore[union-attr]
    if int(hours) > 14 or int(minutes) > 59:
        return ""
    return "Z" if int(hours) == int(minutes) == 0 else f"{shift[0]}{int(hours):02}:{minutes}"
