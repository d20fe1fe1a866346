"""Text to lines of a width: justified text as a whole, other text by the longest line that fits; hyphens within limits."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from math import inf

from newsexport.exporters.pdf._breaks import elastic
from newsexport.exporters.pdf._measure import MOST_HYPHENS, Line, Measure
from newsexport.exporters.pdf._script import extends
from newsexport.exporters.pdf._setting import Setting
from newsexport.patterns import lazy
from newsexport.segments import EAST
from newsexport.story import DOT

_MOST_BALANCED = 12  # lines of a headline: what is longer is a paragraph
_STUB = 0.12  # of the measure is too little for the last line of ragged text
_NARROWER = (0.97, 0.94, 0.91)  # of the measure are tried to give it company
_MOST_AGAIN = 40  # lines of a paragraph that is tried again
_CLAUSE = lazy("[，、。：；！？…—][”’」』）]?")
_ENTRY = lazy(DOT)
_SHORTEST, _SHORTEST_ENTRY = (
    0.45,
    0.1,
)  # of the longest line is the shortest of lines that end with clauses, with entries
_SLIP = 0.01  # 1/1000 of the size that rounding may add
_HALVINGS = 6  # find the narrowest measure to 1/128 of its width


def break_lines(setting: Setting, measure: Measure) -> list[Line]:
    """The lines of a text; every text has at least one. Takes time in proportion to the text."""
    return (_justified(setting, measure) if measure.loose else None) or _ragged(setting, measure)


def _justified(setting: Setting, measure: Measure) -> list[Line] | None:
    from newsexport.exporters.pdf._fit import fit

    return fit(setting, measure)


def _ragged(setting: Setting, measure: Measure) -> list[Line]:
    """Every line as long as fits; all a little shorter where that keeps a word from standing alone on the last one."""
    widths = setting.spaced(setting.words)
    lines = _filled(setting, measure, widths)
    if 1 < len(lines) <= _MOST_AGAIN and lines[-1].width < _STUB * measure.other:
        for part in _NARROWER:
            again = _filled(setting, _narrowed(measure, part * measure.other), widths)
            if len(again) == len(lines) and again[-1].width >= _STUB * measure.other:
                return again
    return lines


def _filled(setting: Setting, measure: Measure, widths: list[float] | None) -> list[Line]:
    return (_Filler(setting, measure).words(setting.words, widths) if widths else None) or _Filler(
        setting, measure
    ).lines()


def _narrowed(measure: Measure, width: float) -> Measure:
    """A measure of this width with as much of an indent."""
    return measure._replace(first=measure.first - measure.other + width, other=width)


def balanced_lines(setting: Setting, measure: Measure) -> list[Line]:
    """As few lines as fit, as even as they can be: a headline must not leave one word alone on its last line.

    In Chinese and Japanese they end with a clause where that needs no more lines, and with an entry of a meta line.
    """
    lines, east = _evened(setting, measure), max(setting.text, default="") >= EAST
    if len(lines) < 2 or not (east or DOT in setting.text):
        return lines
    ends, least = (_CLAUSE, _SHORTEST) if east else (_ENTRY, _SHORTEST_ENTRY)
    places = frozenset(found.end() for found in ends.finditer(setting.text))
    apart = _evened(setting.parted(places, longest=len(setting.text), bound=not east), measure)
    whole = len(apart) == len(lines) and all(line.last or line.next in places for line in apart)
    even = min(line.width for line in apart) > least * max(line.width for line in apart)
    return apart if whole and even else lines


def _evened(setting: Setting, measure: Measure) -> list[Line]:
    """The lines in the narrowest measure that holds as many, never narrower than the longest word.

    Evenness is no reason to cut one.
    """
    lines = break_lines(setting, measure)
    if not 1 < len(lines) <= _MOST_BALANCED:
        return lines
    longest = max((size for _, _, size in setting.pieces()), default=0.0)
    low, high = max(measure.other / 2, longest), measure.other
    if low >= high:
        return lines
    widths = None if measure.loose or measure.hyphens else setting.spaced(setting.words)
    sums = [0.0, *accumulate(widths or ())]
    for _ in range(_HALVINGS):
        middle = _narrowed(measure, (low + high) / 2)
        count = _rows(sums, middle, setting.space) or len(break_lines(setting, middle))
        low, high = (low, middle.other) if count == len(lines) else (middle.other, high)
    return lines if high == measure.other else break_lines(setting, _narrowed(measure, high))


def _rows(sums: list[float], measure: Measure, space: float) -> int:
    """How many lines words fill that are not cut, by the sums of their widths; 0 where that is not known."""
    first, count, width = 0, 0, measure.first
    while first < len(sums) - 1:
        last = bisect_right(sums, sums[first] + width + space + _SLIP, first) - 1
        if last <= first:
            return 0
        first, count, width = last, count + 1, measure.other
    return count


class _Filler:
    """The state of filling lines one after another."""

    def __init__(self, setting: Setting, measure: Measure) -> None:
        self.setting, self.measure, self.text = setting, measure, setting.text
        self.hyphen = setting.spans[0].fount.word("-").width + setting.tracking
        self.made: list[Line] = []
        self.start = self.end = 0
        self.used, self.gaps, self.empty = 0.0, 0, True
        self.streak, self.width = 0, measure.first

    def lines(self) -> list[Line]:
        setting, glued = self.setting, self.setting.glued
        space = setting.space
        for start, end, size in setting.pieces():
            spaces = start - self.end
            used = self.used + spaces * space + size
            if spaces and not self.empty and used <= self.width:  # as nearly every word does
                self.used, self.end = used, end
                self.gaps += spaces + (setting.inner(start, end) if glued else 0)
            else:
                self._place(start, end, size)
        self._close(len(self.text), last=True)
        return self.made

    def words(self, words: list[str], spaced: list[float]) -> list[Line] | None:
        """The lines of words with one space between; None where one is wider than the measure.

        `spaced` are their widths with a space each. The words of a line are found at once, in the sums of these.
        """
        space, text, other = self.setting.space, self.text, self.measure.other
        new = tuple.__new__  # in a third of the time that NamedTuple's own takes, which is Python
        sums, lengths = [0.0, *accumulate(spaced)], [0, *accumulate(map(len, words))]
        first, zero, whole = 0, 0.0, len(words)
        loose = max(self.measure.zone, self.hyphen) if self.measure.hyphens else inf
        while True:
            last = bisect_right(sums, zero + self.width + space + _SLIP, first) - 1
            if last <= first:
                return None
            end, used, gaps = lengths[last] + last - 1, sums[last] - space - zero, last - first - 1
            if (
                last < whole and self.width - used - space < loose and text[end - 1] != "\u00ad"
            ):  # as of nearly every line
                self.made.append(new(Line, (self.start, end, end + 1, used, gaps, False, False)))
                self.start, self.width, self.streak = end + 1, other, 0
                first, zero = last, sums[last]
                continue
            self.used, self.end, self.empty, self.gaps = used, end, False, gaps
            if last == whole:
                self._close(len(text), last=True)
                return self.made
            first, zero, following = last, sums[last], lengths[last + 1] + last
            if rest := self._hyphenated(end + 1, following, 1):
                zero = sums[last + 1] - space - self.setting.measure(rest, following)
            else:
                self._close(end + 1)

    def _place(self, start: int, end: int, size: float) -> None:
        spaces = start - self.end if not self.empty else 0
        if not self.empty and self.used + spaces * self.setting.space + size > self.width + _SLIP:
            rest = self._hyphenated(start, end, spaces)
            if rest:
                start, size = rest, self.setting.measure(rest, end)
            else:
                self._close(start)
            spaces = 0
        if self.empty:
            self.used = (start - self.start) * self.setting.space  # a text may begin with spaces
            while size > self.width + _SLIP and (cut := self._cut(start, end)) < end:
                self._take(start, cut, self.setting.measure(start, cut), 0)
                self._close(cut)
                self.start = start = cut
                size = self.setting.measure(start, end)
        self._take(start, end, size, spaces)

    def _take(self, start: int, end: int, size: float, spaces: int) -> None:
        if spaces:
            self.gaps += spaces
        elif not self.empty and elastic(self.text[start - 1], self.text[start]):
            self.gaps += 1
        self.gaps += self.setting.inner(start, end)
        self.used += spaces * self.setting.space + size
        self.end, self.empty = end, False

    def _close(self, following: int, *, hyphen: bool = False, last: bool = False) -> None:
        end = self.end if not self.empty else self.start
        soft = not last and end > self.start and self.text[end - 1] == "\u00ad"
        hyphen = hyphen or soft
        self.streak = self.streak + 1 if hyphen else 0
        width = self.used + (self.hyphen if hyphen else 0)
        self.made.append(Line(self.start, end - soft, following, width, self.gaps, hyphen, last))
        self.start = self.end = following
        self.width = self.measure.other
        self.used, self.gaps, self.empty = 0.0, 0, True

    def _hyphenated(self, start: int, end: int, spaces: int) -> int:
        """Where the rest of a piece begins after its first part has closed the line; 0 where it may not be cut."""
        free = self.width - self.used - spaces * self.setting.space
        least = max(self.measure.zone, self.hyphen, self.measure.loose * self.setting.space * self.gaps)
        if not self.measure.hyphens or self.streak >= MOST_HYPHENS or free < least:
            return 0
        for point in reversed(self.measure.hyphens(self.text[start:end])):
            size = self.setting.measure(start, start + point)
            if size + self.hyphen <= free:
                self._take(start, start + point, size, spaces)
                self._close(start + point, hyphen=True)
                return start + point
        return 0

    def _cut(self, start: int, end: int) -> int:
        """The most characters of a piece that fill a line, at least one with its marks."""
        low, high = start + 1, end
        while low < high:
            middle = (low + high + 1) // 2
            if self.setting.measure(start, middle) <= self.width:
                low = middle
            else:
                high = middle - 1
        back = low
        while back > start + 1 and back < end and extends(self.text[back]):
            back -= 1
        return back if back > start + 1 or not extends(self.text[start + 1 : start + 2] or " ") else low
