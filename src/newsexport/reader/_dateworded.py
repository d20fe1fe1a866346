"""Days of a line whose month is a word: "21 April 2024", "April 21, 2024", "2024. április 21."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsexport.datewords import JALALI, LINKS, YEAR_WORDS, everyday, fold, months, primary
from newsexport.patterns import lazy
from newsexport.reader._days import BUDDHIST, Day, gregorian
from newsexport.reader._days import JALALI as JALALI_YEARS
from newsexport.records import NamedTuple

# A Thai abbreviation has stops inside; every other word ends at one.
_TOKEN = lazy(r"\d++|[\u0e01-\u0e4e][\u0e01-\u0e4e.]*+|[^\W\d_](?:[^\s\d.,;:|()\[\]{}<>/\\\"“”«»•·—–_、，。-]*+)|\S")
_LATIN = lazy(r"\d++|[^\W\d_](?:[^\s\d.,;:|()\[\]{}<>/\\\"«»·_-]*+)|\S")  # the same of Latin-1, soon compiled
_FAR = 4  # tokens between two parts of one date, at most
_DASHES = frozenset("-–")
_TIGHT = frozenset(" .-/")

Token = re.Match[str]


def tokens(line: str) -> list[Token]:
    """Numbers, words and single signs, in order."""
    return list((_LATIN if line.isascii() or max(line) < "\u0100" else _TOKEN).finditer(line))


def worded(line: str, parts: list[Token], language: str | None) -> Iterator[Day]:
    """Each day that the line states with the name of a month; impossible days ("31 February") are none."""
    short = primary(language)
    taken = -1
    for index in _beside_numbers(parts):
        if index <= taken:
            continue
        for end in (index + 1, index):
            numbers = _months(line, parts[index], parts[end], short) if end < len(parts) else frozenset[int]()
            if numbers:
                taken = _doubled(line, parts, end, numbers, short)
                day = _Month(line, parts, index, taken, numbers, short).day()
                if day is not None:
                    yield day
                break


def _beside_numbers(parts: list[Token]) -> list[int]:
    """Where the name of a month may stand: the words not far from a number of at most two digits."""
    words = [token[0] for token in parts]
    near: set[int] = set()
    for index, word in enumerate(words):
        if len(word) <= 2 and word[0].isdigit():
            near.update(range(max(0, index - _FAR - 1), min(len(words), index + _FAR + 1)))
    return [place for place in sorted(near) if words[place][0].isalpha()]


def _months(line: str, first: Token, last: Token, language: str | None) -> frozenset[int]:
    """The months that one word may name, or two with a sign between."""
    if last is first:
        return _meant(first[0], language)
    if first.end() + 1 != last.start() or not last[0][0].isalpha():
        return frozenset()
    return _meant(line[first.start() : last.end()], language)


@lru_cache(maxsize=4096)
def _meant(name: str, language: str | None) -> frozenset[int]:
    word = fold(name)
    if len(word) < 2:
        return frozenset()
    return frozenset((JALALI[word],)) if word in JALALI else months(word, language)


def _doubled(line: str, parts: list[Token], last: int, numbers: frozenset[int], language: str | None) -> int:
    """The last token of a month named twice, as Arabic papers do: نيسان/أبريل."""
    if (
        last + 2 < len(parts)
        and parts[last + 1][0] in "/("
        and _months(line, parts[last + 2], parts[last + 2], language) == numbers
    ):
        closed = last + 3 < len(parts) and parts[last + 3][0] == ")"
        return last + 2 + closed
    return last


class _Month(NamedTuple):
    """The name of a month, `first` to `last` of the line's tokens, and what stands around it."""

    line: str
    parts: list[Token]
    first: int
    last: int
    numbers: frozenset[int]
    language: str | None

    def day(self) -> Day | None:
        """The day spelled with this month; None where there is none or no such day exists."""
        before, after = self._number(self.first, -1), self._number(self.last, 1)
        if before is not None and self.parts[before + 1][0] == "," and self._is_day(before):
            before = None  # "Vol. 12, May 2024"
        for year, day in self._shapes(before, after):
            if year is not None and day is not None and self._is_day(day) and self._is_year(day, year):
                return self._dated(year, day)
        return self._undated(before, after)

    def _shapes(self, before: int | None, after: int | None) -> Iterator[tuple[int | None, int | None]]:
        """Where year and day may stand, the commonest first."""
        yield after, before  # 21 April 2024
        further = None if after is None else self._number(after, 1)
        if after is not None and further is not None and self._is_range(after, further):
            yield self._number(further, 1), further  # April 21-22, 2024
        yield further, after  # April 21, 2024
        yield before, after  # 2024. április 21.
        yield None if before is None else self._number(before, -1), before  # 2024. gada 21. aprīlis

    def _dated(self, year: int, day: int) -> Day | None:
        start, end = self._span(year, day)
        if everyday(fold(self.parts[self.first][0]), self.language) and not self._is_tight(start, end):
            return None
        if (ranged := self._range_start(day)) is not None:
            start = min(start, self.parts[ranged].start())
            return Day(start, end, None, True, ("a range of days",))
        number = int(self.parts[day][0])
        dates = {self._date(int(self.parts[year][0]), month, number) for month in self.numbers} - {None}
        if len(dates) > 1:
            warning = f"{self.parts[self.first][0]} is the name of different months in different languages"
            return Day(start, end, None, True, (warning,))
        return Day(start, end, dates.pop(), True) if dates else None

    def _undated(self, before: int | None, after: int | None) -> Day | None:
        """A day without a year: kept as printed, never completed."""
        name = self.parts[self.first][0]
        if everyday(fold(name), self.language) or (name.islower() and name in {"may", "march", "mar"}):
            return None
        if after is not None and self.parts[self.last + 1][0] == ",":
            after = None  # "John March, 21"
        for day in (before, after):
            if day is not None and self._is_day(day):
                if all(gregorian(2000, month, int(self.parts[day][0])) is None for month in self.numbers):
                    return None
                ranged = self._range_start(day)
                start, end = self._span(day, day if ranged is None else ranged)
                return Day(start, end, None, False)
        return None

    def _date(self, year: int, month: int, day: int) -> str | None:
        thai = "ก" <= self.parts[self.first][0][0] <= "๎"
        if year < 100:
            year += 2500 if thai else 2000 if year < 70 else 1900
        if fold(self.parts[self.first][0]) in JALALI:
            from newsexport.reader._calendars import jalali

            return jalali(year, month, day) if year in JALALI_YEARS else None
        return gregorian(year - 543 if year in BUDDHIST else year, month, day)

    def _number(self, index: int, step: int) -> int | None:
        """The next number to one side with nothing but links between."""
        for place in range(index + step, index + (_FAR + 1) * step, step):
            if not 0 <= place < len(self.parts):
                return None
            word = self.parts[place][0]
            if word[0].isdigit():
                return place
            if word not in LINKS and fold(word) not in LINKS:
                return None
        return None

    def _is_day(self, index: int) -> bool:
        token = self.parts[index]
        if not token[0].isdecimal() or len(token[0]) > 2 or not 1 <= int(token[0]) <= 31:
            return False
        ahead, behind = self.line[max(0, token.start() - 2) : token.start()], self.line[token.end() : token.end() + 2]
        clock = len(behind) == 2 and behind[0] in ":%" and (behind[1].isdigit() or behind[0] == "%")
        return not clock and ahead[-1:] not in set("$€£#") and not (ahead[:1].isdigit() and ahead[-1:] in set(".,:"))

    def _is_year(self, day: int, index: int) -> bool:
        token = self.parts[index]
        if len(token[0]) == 4:
            return 1000 <= int(token[0]) < 2700
        if len(token[0]) != 2 or index < day:
            return False
        sign, rest = self.line[token.start() - 1], self.line[token.end() :].lstrip()
        thai = "ก" <= self.parts[self.first][0][0] <= "๎"
        return sign in set("'’-/") or ((thai or day < self.first) and (not rest or rest[0] in set("|,)•")))

    def _is_range(self, one: int, other: int) -> bool:
        """Two days with nothing but a dash between: 21-22."""
        return other - one == 2 and self.parts[one + 1][0] in _DASHES and self._is_day(one) and self._is_day(other)

    def _range_start(self, day: int) -> int | None:
        other = day - 2
        return other if other >= 0 and self._is_range(other, day) else None

    def _span(self, *places: int) -> tuple[int, int]:
        first, last = min(*places, self.first), max(*places, self.last)
        follows = last + 1
        if follows < len(self.parts) and fold(self.parts[follows][0]) in YEAR_WORDS and places[0] == last:
            last = follows
        end = self.parts[last].end()
        return self.parts[first].start(), end + (last == follows and self.line[end : end + 1] == ".")

    def _is_tight(self, start: int, end: int) -> bool:
        name = self.parts[self.first]
        return set(self.line[start : name.start()] + self.line[name.end() : end]) <= _TIGHT | set("0123456789")
