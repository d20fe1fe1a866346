"""Days of a line written in numbers or in Chinese, Japanese, Korean or Vietnamese form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsexport.patterns import lazy
from newsexport.reader._calendars import ERAS, jalali
from newsexport.reader._days import BUDDHIST, JALALI, Day, gregorian, may_be_parted

_BEFORE = r"(?:(?<=[^\W\d_]-)|(?<![\d.,:/$€£+#-]))"
_AFTER = r"(?![\d%])(?![.,:/]\d|-\d(?!\d?:\d\d))"
_YEAR_FIRST = lazy(rf"{_BEFORE}(\d{{4}})(-|/|\. ?)(\d{{1,2}})\2(\d{{1,2}})(?:(?=[T ]\d)|(?!\d|[.,:/-]\d))")
_YEAR_LAST = lazy(rf"{_BEFORE}(\d{{1,2}})([./-]|\. )(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_AFTER}")
_COMPACT = lazy(r"(?<![\w.,:/+-])((?:19|20)\d\d)([01]\d)([0-3]\d)(?=T?\d{4}(?:\d\d)?Z?\b|[^\w.,:/-]|$)")
_ERA = "|".join(sorted(ERAS, key=len, reverse=True))
_IDEOGRAPHIC = lazy(
    rf"(?:(?:({_ERA}) ?(元|\d{{1,3}})|(\d{{4}}|[〇○零一二三四五六七八九]{{4}})) ?年 ?(?:[(（][^()（）\d]{{2}}(?:\d{{1,2}}|元)年?[)）] ?)?)?"
    r"(\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号號]"
)
_KOREAN = lazy(r"(?:(\d{4}) ?년 ?)?(\d{1,2}) ?월 ?(\d{1,2}) ?일")
_VIETNAMESE = lazy(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?:(?: năm|,)? (\d{4}))?(?!\d)", re.IGNORECASE)
_COUNT = {sign: number for number, sign in enumerate("〇一二三四五六七八九十")} | {"○": 0, "零": 0}
_MONTH_FIRST = ("en-us", "en-ph", "en-pr", "en-gu", "en-vi")


def stated(line: str, language: str | None) -> Iterator[Day]:
    """Each day that the line states in one of these forms."""
    if may_be_parted(line):
        yield from _western(line, language)
    if line.isascii():
        return
    for found in _IDEOGRAPHIC.finditer(line) if "月" in line else ():
        yield from _ideographic(found)
    for found in _KOREAN.finditer(line) if "월" in line else ():
        yield from _numbered(found, found[1], found[2], found[3])
    for found in _VIETNAMESE.finditer(line) if "á" in line or "Á" in line else ():
        yield from _numbered(found, found[3], found[2], found[1])


def _western(line: str, language: str | None) -> Iterator[Day]:
    if "." in line or "/" in line or "-" in line:
        for found in _YEAR_FIRST.finditer(line):
            yield from _year_first(found, language)
        for found in _YEAR_LAST.finditer(line):
            yield from _year_last(found, language)
    for found in _COMPACT.finditer(line):
        yield from _certain(found, gregorian(*map(int, found.groups())))


def _certain(found: re.Match[str], day: str | None, *warnings: str) -> Iterator[Day]:
    if day is not None:
        yield Day(found.start(), found.end(), day, True, warnings)


def _numbered(found: re.Match[str], year: str | None, month: str, day: str) -> Iterator[Day]:
    if year is not None:
        yield from _certain(found, gregorian(int(year), int(month), int(day)))
    elif gregorian(2000, int(month), int(day)):
        yield Day(found.start(), found.end(), None, False)


def _year_first(found: re.Match[str], language: str | None) -> Iterator[Day]:
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    if year in JALALI:
        if language is not None and language.partition("-")[0] in {"fa", "ps", "ckb", "tg"}:
            yield from _certain(found, jalali(year, month, day))
        elif gregorian(2000, month, day):
            warning = f"{found[0]} is of the Persian or the Islamic calendar"
            yield Day(found.start(), found.end(), None, True, (warning,))
    else:
        yield from _common(found, year, month, day)


def _common(found: re.Match[str], year: int, month: int, day: int) -> Iterator[Day]:
    if year in BUDDHIST:
        warning = f"year {year} is read as the Buddhist era: {year - 543}"
        yield from _certain(found, gregorian(year - 543, month, day), warning)
    else:
        yield from _certain(found, gregorian(year, month, day) if 1000 <= year < 2400 else None)


def _year_last(found: re.Match[str], language: str | None) -> Iterator[Day]:
    first, sign, second, year = int(found[1]), found[2], int(found[3]), _century(found)
    if year is None:
        return
    dated = [(day, month) for day, month in ((first, second), (second, first)) if gregorian(2000, month, day)]
    if sign[0] == "." or year in BUDDHIST or _order(language) == "day":
        dated = [reading for reading in dated if reading == (first, second)] or dated
    elif _order(language) == "month":
        dated = [reading for reading in dated if reading == (second, first)] or dated
    if len(set(dated)) == 1:
        yield from _common(found, year, dated[0][1], dated[0][0])
    elif dated:
        days = " or ".join(f"{year:04}-{month:02}-{day:02}" for day, month in dated)
        yield Day(found.start(), found.end(), None, True, (f"{found[0]} is ambiguous: {days}",))


def _century(found: re.Match[str]) -> int | None:
    """The year in four digits; a short one only where day and month have two: 3.2.24 may be a score or a version."""
    year = int(found[4])
    if len(found[4]) == 4:
        return year
    if len(found[1]) != 2 or len(found[3]) != 2 or found[2] == "-":
        return None
    return 2000 + year if year < 70 else 1900 + year


def _order(language: str | None) -> str | None:
    """What stands first in a date of numbers: in the United States the month; plain "en" does not tell, and Canada writes both."""
    if language is None or language.lower() in {"en", "en-ca"}:
        return None
    return "month" if language.lower() in _MONTH_FIRST else "day"


def _ideographic(found: re.Match[str]) -> Iterator[Day]:
    era, in_era, year, month, day = found.groups()
    if era is not None:
        yield from _numbered(found, str(ERAS[era] + (1 if in_era == "元" else int(in_era))), _count(month), _count(day))
    else:
        plain = None if year is None else "".join(str(_COUNT.get(sign, sign)) for sign in year)
        yield from _numbered(found, plain, _count(month), _count(day))


def _count(number: str) -> str:
    """A Chinese number up to 99 in digits: 二十一 is 21."""
    if number.isascii():
        return number
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return "".join(str(_COUNT[sign]) for sign in number)
    return str(10 * (_COUNT[tens] if tens else 1) + (_COUNT[ones] if ones else 0))
