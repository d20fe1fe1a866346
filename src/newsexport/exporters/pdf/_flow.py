"""Paragraphs into columns and pages: where each line goes, and what may not be parted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from newsexport.exporters.pdf._breaks import hyphenator
from newsexport.exporters.pdf._draw import Place
from newsexport.exporters.pdf._lines import balanced_lines, break_lines
from newsexport.exporters.pdf._measure import Line, Measure
from newsexport.exporters.pdf._type import Box, Copy
from newsexport.style import Style

_ZONE = 0.14  # of the measure must stay empty before ragged text cuts a word
_LOOSE = 0.7  # of a space's width is as far as a justified line opens before a word is cut
_LONG = 4  # lines: a paragraph of fewer stands on one page whole
_FEWEST = 4  # lines that each column of an article's last page has
_APART = 0.5  # of the body's leading at least, between a list, a quotation, a box and the text round it
_RULE_GAP = 0.45  # of the size between text and its rule
_PAD = 0.9  # of the size between text and the edge of its ground
_BLEED = 0.4  # of the gap between columns is as far as a ground reaches out of its own


class Slug(NamedTuple):
    """One line of type: its paragraph and number, its height, the space over it, whether a column may end before it.

    `least` is the space over it even where it begins a column.
    """

    copy: Copy
    number: int
    height: float
    before: float
    breakable: bool
    least: float = 0


class Stretch(NamedTuple):
    """Lines of one paragraph that stand together in a column; the column's sides and the first line's top."""

    copy: Copy
    numbers: range
    place: Place


class Rule(NamedTuple):
    """A line to be drawn: from one point to another, in a box's style; `ground` makes it the rectangle between them."""

    box: Box
    x0: float
    y0: float
    x1: float
    y1: float
    ground: bool = False


@dataclass(slots=True)
class Layout:
    """The pages of one article: stretches and rules of each, and the lines of every paragraph."""

    pages: list[tuple[list[Stretch], list[Rule]]]
    lines: dict[Copy, list[Line]]


class Flow:
    """Lays out the paragraphs of one article on pages of a house style."""

    def __init__(self, style: Style, *, mirrored: bool) -> None:
        page = style.page
        self.style = style
        self.left = float(page.margin_end if mirrored else page.margin_start)
        self.right = float(page.width) - (page.margin_start if mirrored else page.margin_end)
        self.top, self.bottom = page.height - page.margin_top, float(page.margin_bottom)
        self.columns = [(self.left, self.right)]
        if page.columns == 2:
            half = (self.right - self.left - page.gap) / 2
            self.columns = [(self.left, self.left + half), (self.right - half, self.right)]
            if mirrored:
                self.columns.reverse()
        self.layout = Layout([([], [])], {})
        self.first: dict[Box, Copy] = {}
        self.last: dict[Box, Copy] = {}

    def lay(self, copies: Iterable[Copy], *, drop: float = 0) -> Layout:
        """The pages that hold these paragraphs: the wide ones over all columns, then the others.

        The first begins `drop` points below the top.
        """
        copies = list(copies)
        wide = [copy for copy in copies if copy.wide]
        y = self._pour(self._slugs(wide, self.right - self.left), [(self.left, self.right)], self.top - drop)
        first, last = self.columns[0]
        self._pour(self._slugs(copies[len(wide) :], last - first), self.columns, y)
        return self.layout

    def _slugs(self, copies: list[Copy], width: float) -> list[Slug]:
        slugs: list[Slug] = []
        after, kept, apart = 0.0, False, False
        for at, copy in enumerate(copies):
            lines = self.layout.lines[copy] = self._lines(copy, width)
            following = copies[at + 1] if at + 1 < len(copies) else None
            extra = _around(copy, copies[at - 1] if at else None, following)
            least = self.style.body.leading * _APART if apart or copy.apart_before else 0.0
            self.first.setdefault(copy.box, copy)
            self.last[copy.box] = copy
            for number in range(len(lines)):
                before = max(after + copy.style.before, least) + extra[0] if number == 0 else 0.0
                free = not kept if number == 0 else _may_part(copy, number, len(lines))
                ground = _PAD * copy.style.size if extra[0] and copy.box.style.fill and number == 0 else 0.0
                slugs.append(Slug(copy, number, copy.style.leading, before, free, ground))
            after, kept, apart = copy.style.after + extra[1], copy.keep, copy.apart_after
        return slugs

    def _lines(self, copy: Copy, width: float) -> list[Line]:
        style = copy.style
        room = max(width - copy.inset - style.end, 4 * style.size) * 1000 / style.size
        hyphens = hyphenator(copy.language) if style.hyphenate else None
        justified = style.align == "justify"
        zone, loose = (0.0, _LOOSE) if justified else (room * _ZONE, 0.0)
        first = room - style.indent * 1000 / style.size
        breaker = balanced_lines if copy.balanced or style.align == "center" else break_lines
        return breaker(copy.setting, Measure(first, room, hyphens, zone, loose))

    def _pour(self, slugs: list[Slug], columns: list[tuple[float, float]], top: float) -> float:
        """Fills columns and pages from `top` of the last page; how far down the last one is filled."""
        at, lowest = 0, top
        while at < len(slugs):
            room, fresh = top - self.bottom, top == self.top
            stop = _stop(slugs, at, room, len(columns), force=fresh)
            if len(columns) > 1:
                room = _balanced(slugs, at, stop, room, len(columns))
            start, lowest = at, top
            for left, right in columns:
                end = _fill(slugs, at, stop, room, force=fresh)
                lowest = min(lowest, self._set(slugs[at:end], left, right, top))
                at = end
            if at < len(slugs):
                self.layout.pages.append(([], []))
                top = self.top
            assert at > start or top == self.top  # noqa: S101 - a fresh page always takes something
        return lowest

    def _set(self, slugs: list[Slug], left: float, right: float, top: float) -> float:
        """Notes where each stretch and rule of a column goes; the bottom of it."""
        stretches, rules = self.layout.pages[-1]
        y = top
        boxes: list[tuple[Box, float, float, Slug, Slug]] = []
        for nth, slug in enumerate(slugs):
            y -= slug.before if nth else slug.least
            if stretches and nth and stretches[-1].copy is slug.copy:
                last = stretches[-1]
                stretches[-1] = last._replace(numbers=range(last.numbers.start, slug.number + 1))
            else:
                stretches.append(Stretch(slug.copy, range(slug.number, slug.number + 1), Place(left, right, y)))
            if boxes and nth and boxes[-1][0] is slug.copy.box:
                boxes[-1] = (*boxes[-1][:2], y - slug.height, boxes[-1][3], slug)
            else:
                boxes.append((slug.copy.box, y, y - slug.height, slug, slug))
            y -= slug.height
        for box, high, low, first, final in boxes:
            rules += self._rules(box, high, low, first, final, (left, right))
        return (
            y - (_around(slugs[-1].copy, None, None)[1] if slugs else 0) - (slugs[-1].copy.style.after if slugs else 0)
        )

    def _rules(
        self, box: Box, high: float, low: float, first: Slug, final: Slug, column: tuple[float, float]
    ) -> Iterator[Rule]:
        style = box.style
        left, right = column
        half = style.rule_width / 2
        if style.fill:
            pad = _PAD * style.size
            out = min(pad, _BLEED * self.style.page.gap)
            yield Rule(box, left - out, low - pad, right + out, high + pad, ground=True)
        if style.rule == "start":
            x = right - half if first.copy.mirrored else left + half
            inner = 0.12 * style.leading
            yield Rule(box, x, high - inner, x, low + inner)
        if style.rule == "above" and first.number == 0 and first.copy is self.first[box]:
            y = high + _gap(first.copy)
            yield Rule(box, left, y, right, y)
        ends = final.number == len(self.layout.lines[final.copy]) - 1
        if style.rule == "below" and ends and final.copy is self.last[box]:
            y = low - _gap(final.copy)
            yield Rule(box, left, y, right, y)


def _gap(copy: Copy) -> float:
    return _RULE_GAP * copy.style.size


def _around(copy: Copy, before: Copy | None, after: Copy | None) -> tuple[float, float]:
    """The room that a box's rule takes over its first and under its last paragraph."""
    style = copy.box.style
    first, last = before is None or before.box is not copy.box, after is None or after.box is not copy.box
    pad = _PAD * style.size if style.fill else 0.0
    above, below = (_gap(copy) if style.rule == side else 0.0 for side in ("above", "below"))
    return ((above + pad) * first, (below + pad) * last)


def _may_part(copy: Copy, number: int, total: int) -> bool:
    """Whether a column may end before this line: two lines at least stay on either side."""
    if copy.keep or total < _LONG:
        return False
    return 2 <= number <= total - 2


def _stop(slugs: list[Slug], at: int, room: float, columns: int, *, force: bool) -> int:
    """Where the page that begins at `at` must end at the latest, so that the last page has more than a line or two."""
    end = at
    for _ in range(columns):
        end = _fill(slugs, end, len(slugs), room, force=force)
    fewest = _FEWEST * columns
    if not 0 < len(slugs) - end < fewest:
        return len(slugs)
    earlier = range(len(slugs) - fewest, at + fewest, -1)
    return next((stop for stop in earlier if slugs[stop].breakable), len(slugs))


def _fill(slugs: list[Slug], at: int, stop: int, room: float, *, force: bool) -> int:
    """How far a column of this height is filled from `at` to `stop`; a fresh one (`force`) takes at least one line."""
    used, free, end = 0.0, at, at
    while end < stop:
        slug = slugs[end]
        used += slug.height + (slug.before if end > at else slug.least)
        if slug.breakable or end == at:
            free = end
        if used > room + 0.01:
            break
        end += 1
    if end == stop or (end > at and slugs[end].breakable):
        return end
    if free > at:
        return free
    return max(end, at + 1) if force and at < stop else at


def _balanced(slugs: list[Slug], at: int, stop: int, room: float, columns: int) -> float:
    """The least height in which the lines up to `stop` fit into the columns; the whole room where they do not."""

    def fits(height: float) -> bool:
        end = at
        for _ in range(columns):
            end = _fill(slugs, end, stop, height, force=False)
        return end == stop

    if not fits(room):
        return room
    low, high = 0.0, room
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high
