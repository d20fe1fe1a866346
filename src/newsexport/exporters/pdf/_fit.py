"""A justified paragraph broken as a whole: the lines of the least demerits (Knuth and Plass, 1981; TeX, part 38).

A line costs by how far its spaces stretch or shrink, by a hyphen at its end, by a hyphen over another, by a tight line
beside a loose one. Every break that a line within the tolerance can reach is kept with its cheapest way there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newsexport.exporters.pdf._breaks import elastic
from newsexport.exporters.pdf._measure import MOST_HYPHENS, Line, Measure
from newsexport.exporters.pdf._setting import Setting
from newsexport.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

_STRETCH, _SHRINK = 0.55, 0.22  # of a space's width; TeX's fonts have a half and a third
_ASIAN_STRETCH = 40  # between two East Asian characters, 1/1000 of the size
_TOLERANCE = 2.0  # times its stretch is as far as a line opens while there is another way
_PATIENCE = 5.0  # times, where there is none
_MOST_AGAIN = 1_000  # pieces of a paragraph that is tried again
_WORST = 1e4  # TeX's infinite badness
_LINE, _HYPHEN, _STUMP, _DASH = 10, 200, 300, 60  # penalties: a line, a cut word, one cut behind two letters, a dash
_DOUBLE, _FINAL, _CONTRAST = 60_000, 8_000, 8_000  # demerits: two hyphens in a row, one at the end, a tight by a loose
_STUB, _STUBBY = 0.12, 40_000  # of the measure is a short last line; demerits of one that has nothing
_QUOTES = "\"'“‘„«‹(["
_FAR = 0.4  # of the measure is more than a line may lack
_NOTHING = (0.0, 0, 0.0, 0.0)
_SLIP = 0.01  # 1/1000 of the size that rounding may add


Sum: TypeAlias = tuple[float, int, float, float]
"""What stands before a place on one endless line: its width, gaps, stretch and shrink."""


class _Stop(NamedTuple):
    """Where a line may end: its end, where the next begins, the sums at both."""

    end: int
    next: int
    here: Sum
    there: Sum
    piece: int
    penalty: float = 0.0
    hyphen: bool = False
    last: bool = False


class _Way(NamedTuple):
    """The cheapest way to a stop with a last line of one fitness, behind as many lines with hyphens.

    `limit` is where a line that begins there is full.
    """

    stop: _Stop
    limit: float
    cost: float
    fitness: int
    streak: int
    before: _Way | None


def fit(setting: Setting, measure: Measure) -> list[Line] | None:
    """The lines of the text; None where some piece is wider than the measure or the text begins with a space."""
    if not measure.other > 0 < measure.first:
        return None
    search = _Fit(setting, measure, _TOLERANCE)
    lines = search.lines()
    if search.floor and len(search.pieces) <= _MOST_AGAIN:  # some line opens too far: let its neighbours help
        lines = _Fit(setting, measure, _PATIENCE).lines()
    return lines


class _Fit:
    """The state of one search: the ways that a line may still go on from, and the best line that was too loose."""

    def __init__(self, setting: Setting, measure: Measure, tolerance: float) -> None:
        self.setting, self.measure, self.text = setting, measure, setting.text
        self.tolerance, self.floor = tolerance, 0
        self.hyphen = setting.spans[0].fount.word("-").width + setting.tracking
        self.pieces = list(setting.pieces())
        self.starts: list[Sum] = []
        self.ends: list[Sum] = []
        self.far = _FAR * min(measure.first, measure.other)
        self.active = [_Way(_Stop(0, 0, _NOTHING, _NOTHING, -1), measure.first, 0.0, 1, 0, None)]  # the fullest first
        self.spare: tuple[float, _Way, _Stop] | None = None

    def lines(self) -> list[Line] | None:
        if not self.pieces or self.pieces[0][0]:
            return None
        self._add_up()
        at = 0
        while at < len(self.pieces):
            at = max(at, bisect_left(self.ends, (self.active[0].limit - self.far,)) - 1)
            for stop in self._stops(at):
                self._reach(stop)
            if self.active:
                at += 1
            elif self.spare and self.spare[2].next > self.floor:
                at, self.floor = self._retreat()
            else:
                return None
        return self._lines(min(self.active, key=lambda way: way.cost))

    def _add_up(self) -> None:
        space, end = self.setting.space, 0
        wide, gaps, stretch, shrink = _NOTHING
        for start, following, size in self.pieces:
            if start > end:
                count = start - end
                wide, gaps = wide + count * space, gaps + count
                stretch, shrink = stretch + count * space * _STRETCH, shrink + count * space * _SHRINK
            elif start and elastic(self.text[start - 1], self.text[start]):
                gaps, stretch = gaps + 1, stretch + _ASIAN_STRETCH
            self.starts.append((wide, gaps, stretch, shrink))
            wide += size
            if inner := self.setting.inner(start, following):
                gaps += inner
                stretch, shrink = stretch + inner * space * _STRETCH, shrink + inner * space * _SHRINK
            self.ends.append((wide, gaps, stretch, shrink))
            end = following

    def _stops(self, at: int) -> Iterator[_Stop]:
        """Where a line may end in or behind a piece."""
        if self._overflows(at):
            yield from self._inside(at)
        end, here = self.pieces[at][1], self.ends[at]
        if at + 1 == len(self.pieces):
            yield _Stop(end, len(self.text), here, here, at, last=True)
            return
        following, last = self.pieces[at + 1][0], self.text[end - 1]
        if last == "\u00ad":
            soft = (here[0] + self.hyphen, *here[1:])
            yield _Stop(end - 1, following, soft, self.starts[at + 1], at, _HYPHEN, hyphen=True)
        else:
            dash = following == end and last in "-/\u2010\u2013\u2014\u2026"
            yield _Stop(end, following, here, self.starts[at + 1], at, _DASH if dash else 0.0)

    def _overflows(self, at: int) -> bool:
        """Whether some line has room for a part of the piece but not for all of it."""
        most = self.ends[at][0]
        if not self.measure.hyphens or self.active[0].limit >= most:
            return False
        least = self.starts[at][0] + self.hyphen
        return any(least < way.limit < most for way in self.active)

    def _inside(self, at: int) -> Iterator[_Stop]:
        start, end, _ = self.pieces[at]
        first, last = self.starts[at], self.ends[at]
        assert self.measure.hyphens  # noqa: S101 - for the type checker
        for point in self.measure.hyphens(self.text[start:end]):
            cut = start + point
            here = (first[0] + self.setting.measure(start, cut) + self.hyphen, *first[1:])
            there = (last[0] - self.setting.measure(cut, end), *last[1:])
            penalty = _HYPHEN if self.text[start:cut].strip(_QUOTES)[2:] else _STUMP
            yield _Stop(cut, cut, here, there, at, penalty, hyphen=True)

    def _reach(self, stop: _Stop) -> None:
        """Finds the cheapest ways to a stop, and drops those that no later stop can be reached from."""
        wide, _, stretch, shrink = stop.here
        alive, found = list[_Way](), dict[tuple[int, int], _Way]()
        for nth, way in enumerate(self.active):
            slack = way.limit - wide
            if slack > self.far and not stop.last:
                if nth == 0 and way.stop.next < stop.next and not stop.hyphen:
                    self._note(_WORST, way, stop)
                alive += self.active[nth:]
                break
            if way.stop.next >= stop.next:
                alive.append(way)
                continue
            from_ = way.stop.there
            give = 0.0 if stop.last else shrink - from_[3]
            if not stop.last and slack + stop.hyphen * self.hyphen >= -give - _SLIP:
                alive.append(way)
            if slack < -give - _SLIP or (stop.hyphen and way.streak >= MOST_HYPHENS):
                continue
            ratio = 0.0 if stop.last else _ratio(slack, stretch - from_[2], give)
            if ratio > self.tolerance:
                self._note(ratio, way, stop)
                continue
            new = self._way(way, stop, ratio)
            kind = (new.fitness, new.streak)
            if kind not in found or new.cost < found[kind].cost:
                found[kind] = new
        self.active = alive + list(found.values())

    def _way(self, way: _Way, stop: _Stop, ratio: float) -> _Way:
        fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
        cost = way.cost + (_LINE + min(100 * abs(ratio) ** 3, _WORST)) ** 2 + stop.penalty**2
        if stop.hyphen and way.streak:
            cost += _DOUBLE
        if stop.last:
            cost += _FINAL if way.streak else 0
            lacks = 1 - (stop.here[0] - way.stop.there[0]) / (_STUB * self.measure.other)
            cost += _STUBBY * lacks if way.before and lacks > 0 else 0
        if abs(fitness - way.fitness) > 1:
            cost += _CONTRAST
        return _Way(stop, stop.there[0] + self.measure.other, cost, fitness, way.streak + 1 if stop.hyphen else 0, way)

    def _note(self, ratio: float, way: _Way, stop: _Stop) -> None:
        """Keeps the fullest of the lines that are too loose, for want of a better one."""
        if not self.spare or (stop.next, -ratio) > (self.spare[2].next, -self.spare[0]):
            self.spare = ratio, way, stop

    def _retreat(self) -> tuple[int, int]:
        """Takes the fullest loose line after all; the piece to go on from, and the place that was reached."""
        assert self.spare  # noqa: S101 - for the type checker
        ratio, way, stop = self.spare
        self.active, self.spare = [self._way(way, stop, ratio)], None
        return (stop.piece if stop.next < self.pieces[stop.piece][1] else stop.piece + 1), stop.next

    def _lines(self, way: _Way) -> list[Line]:
        made = []
        while way.before:
            stop, begin = way.stop, way.before.stop
            width, gaps = stop.here[0] - begin.there[0], stop.here[1] - begin.there[1]
            made.append(Line(begin.next, stop.end, stop.next, width, gaps, stop.hyphen, stop.last))
            way = way.before
        return made[::-1]


def _ratio(slack: float, stretch: float, shrink: float) -> float:
    """How far a line's spaces open or, below 0, close, as a part of what they are meant to."""
    if slack >= 0:
        return slack / stretch if stretch else (0.0 if slack < 1 else _WORST)
    return slack / shrink if shrink else 0.0
