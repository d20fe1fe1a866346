"""Days and times of day as the lines of an article state them, and glances that tell which lines may state one."""

from __future__ import annotations

from newsexport.patterns import lazy
from newsexport.records import NamedTuple

BUDDHIST = range(2400, 2700)
JALALI = range(1300, 1500)
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)  # days of a common year before each month
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
ZONES = (
    "EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|MT|PT|BST|IST|CET|CEST|MEZ|MESZ|EET|EEST|MSK|JST|KST|HKT|SGT|WIB|WITA|WIT|"
    "AEST|AEDT|ACST|AWST|NZST|NZDT|WAT|CAT|EAT|SAST|PKT|NPT|BRT|ART|GST|WET|WEST|PHT|ICT"
)
# What every western time has behind a digit, or behind a space there.
_BEHIND = (":", ".", "h", "t")
_SPACED = ("am", "a.", "a m", "pm", "p.", "p m", "uh", "h", "น", "gmt", "utc", *ZONES.lower().split("|"))
# Digits of a day that is written in numbers alone.
_PARTED = lazy(r"\d(?:[/-]\d|\. ?\d|\d{7})")
_EASTERN = ("月", "월", "á", "Á")  # of Chinese and Japanese, Korean, Vietnamese days


class Day(NamedTuple):
    """Where a line states a day, and which in ISO 8601: None where the line leaves it open; `full`: with its year."""

    start: int
    end: int
    date: str | None
    full: bool = True
    warnings: tuple[str, ...] = ()


class Clock(NamedTuple):
    """Where a time stands, and how ISO 8601 writes it; `value` is "" for a time no clock shows."""

    start: int
    end: int
    value: str


def gregorian(year: int, month: int, day: int) -> str | None:
    """That day in ISO 8601; None when there is no such day ("31 February")."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1] + (month == 2 and _leaps(year))):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def weekday_of(date: str) -> int:
    """The weekday of a day in ISO 8601, Monday 0, by the days since the year 1, which began on a Monday."""
    year, month, day = map(int, date.split("-"))
    past = year - 1
    leaps = past // 4 - past // 100 + past // 400 + (month > 2 and _leaps(year))
    return (365 * past + leaps + _BEFORE[month - 1] + day - 1) % 7


def _leaps(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def may_state_clock(line: str) -> bool:
    """Whether what every western time of day has stands behind a digit of the line: few lines have it."""
    for at, char in enumerate(line, 1):
        if char.isdecimal():
            behind = line[at : at + 5].casefold()
            if behind.startswith(_BEHIND) or behind.removeprefix(" ").startswith(_SPACED):
                return True
    return False


def may_be_parted(line: str) -> bool:
    """Whether a line has digits as a day has that is written in numbers alone."""
    has_sign = "." in line or "/" in line or "-" in line or sum(map(str.isdecimal, line)) > 7
    return has_sign and _PARTED.search(line) is not None


def may_state_numbers(line: str) -> bool:
    """Whether a line may state a day in numbers alone, or in one of the forms of Eastern Asia."""
    return may_be_parted(line) or (not line.isascii() and any(map(line.__contains__, _EASTERN)))
