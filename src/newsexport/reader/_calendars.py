"""Days of other calendars and eras as days of ours."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
    "民國": 1911,
    "民国": 1911,
    "中華民國": 1911,
    "中华民国": 1911,
}
"""The year before an era's year 1."""

_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)  # in each 33 years
_JALALI_EPOCH = 226_895  # the ordinal of 1 Farvardin 1


def jalali(year: int, month: int, day: int) -> str | None:
    """A day of the Persian calendar in ISO 8601 of ours, for the years 1206 to 1498 where the 33-year cycle of leap years is exact.

    Six months of 31 days, five of 30, the last of 29 or 30.
    """
    if not (1206 <= year <= 1498 and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
        return None
    before = 31 * (month - 1) if month < 8 else 30 * (month - 1) + 6
    return date.fromordinal(_new_year(year) + before + day - 1).isoformat()


def _length(year: int, month: int) -> int:
    if month < 7:
        return 31
    return 30 if month < 12 else _new_year(year + 1) - _new_year(year) - 336


def _new_year(year: int) -> int:
    cycles, rest = divmod(year - 1, 33)
    return _JALALI_EPOCH + 365 * (year - 1) + 8 * cycles + bisect_right(_LEAPS, rest)
