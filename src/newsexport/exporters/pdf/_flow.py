"""Paragraphs into columns and pages: where each line goes, and what may not be parted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from newsexport.exporters.pdf._breaks import hyphenator
from newsexport.exporters.pdf._columns import Slug, balanced, fill, following_lines, saves_a_page, spread, stop
from newsexport.exporters.pdf._lines import balanced_lines, break_lines
from newsexport.exporters.pdf._measure import Line, Measure
from newsexport.exporters.pdf._place import Place
from newsexport.exporters.pdf._type import Box, Copy
from newsexport.records import NamedTuple, Record, replace
from newsexport.style import Length, Style

_ZONE = 0.14  # of the measure must stay empty before ragged text cuts a word
_LOOSE = 0.7  # of a space's width is as far as a justified line opens before a word is cut
_APART = 0.5  # of the body's leading at least, between a list, a quotation, a box and the text round it
_RULE_GAP = 0.45  # of the size between text and its rule
_EVEN = 1.4  # times the height of even columns may those of a box be that are parted at a heading
_DEEPER = 0.25  # of the bottom margin may be a line more on each page that saves a page of a few lines
_SMALLEST = 5.5  # points: a table that would need less goes on below
_PAD = 0.9  # of the size between text and the edge of its ground


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


class Layout(Record, frozen=False):
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
            self.columns = self._halves(self.left, self.right, mirrored=mirrored)
        self.layout = Layout([([], [])], {})
        self.first: dict[Box, Copy] = {}
        self.last: dict[Box, Copy] = {}

    def _halves(self, left: float, right: float, *, mirrored: bool) -> list[tuple[float, float]]:
        """Two columns between these sides, the first one first."""
        half = (right - left - self.style.page.gap) / 2
        columns = [(left, left + half), (right - half, right)]
        return columns[::-1] if mirrored else columns

    def lay(self, copies: Iterable[Copy], *, drop: float = 0) -> Layout:
        """The pages that hold these paragraphs: the wide ones over all columns, then the others.

        The first begins `drop` points below the top.
        """
        copies = list(copies)
        wide = [copy for copy in copies if copy.wide]
        y = self._pour(self._slugs(wide, self.right - self.left), [(self.left, self.right)], self.top - drop)
        copies = copies[len(wide) :]
        if len(self.columns) > 1 and (over := [copy for copy in copies if copy.box.across]):
            y = self._over_columns(over, y)
            copies = copies[len(over) :]
        first, last = self.columns[0]
        slugs, line = self._slugs(copies, last - first), self.style.body.leading
        if line <= _DEEPER * self.bottom and saves_a_page(
            slugs, y - self.bottom, self.top - self.bottom, len(self.columns), line
        ):
            self.bottom -= line
        self._pour(slugs, self.columns, y)
        return self.layout

    def _over_columns(self, copies: list[Copy], top: float) -> float:
        """Sets a box over all columns, several items in columns of its own; how far down the last page is filled."""
        ground, inside = copies[0].box, Box(replace(copies[0].box.style, fill=None))
        pad, page = _pad(ground), len(self.layout.pages) - 1
        left, right = self.left + pad, self.right - pad
        columns = [(left, right)]
        if sum(copy.label is not None for copy in copies) > 1:
            columns = self._halves(left, right, mirrored=copies[0].mirrored)
        for copy in copies:
            copy.box = inside
        slugs = self._slugs(copies, columns[0][1] - columns[0][0])
        if len(columns) > 1:
            slugs = _parted(slugs, top - pad - self.bottom)
        self._pour(slugs, columns, top - pad)
        low = top
        for stretches, rules in self.layout.pages[page:]:
            if own := [one for one in stretches if one.copy.box is inside]:
                high = max(one.place.top for one in own) + pad
                low = min(one.place.top - len(one.numbers) * one.copy.style.leading for one in own) - pad
                rules.append(Rule(ground, self.left, low, self.right, high, ground=True))
        return low - self.style.body.leading

    def _slugs(self, copies: list[Copy], width: float) -> list[Slug]:
        slugs: list[Slug] = []
        after, kept, apart = 0.0, False, False
        step = self.style.body.leading if len(self.columns) > 1 else 0.0
        _shrink(copies, width)
        for at, copy in enumerate(copies):
            lines = self.layout.lines[copy] = self._lines(copy, width)
            following = copies[at + 1] if at + 1 < len(copies) else None
            extra = _around(copy, copies[at - 1] if at else None, following)
            least = self.style.body.leading * _APART if apart or copy.apart_before else 0.0
            before = max(after + copy.style.before, least) + extra[0]
            self.first.setdefault(copy.box, copy)
            self.last[copy.box] = copy
            grid = step if copy.style.leading == step and copy.label is None and not copy.wide else 0.0
            ground = _pad(copy.box) if extra[0] else 0.0
            slugs.append(Slug(copy, 0, copy.style.leading, before, not kept, ground, grid))
            slugs += following_lines(copy, lines, page=not step)
            ends = extra[1] and copy.box.style.fill
            after = extra[1] + max(copy.style.after, self.style.body.leading if ends else 0.0)
            kept, apart = copy.keep, copy.apart_after
        return spread(slugs, step) if step else slugs

    def _lines(self, copy: Copy, width: float) -> list[Line]:
        style = copy.style
        room = max(width - 2 * _pad(copy.box) - copy.inset - style.end, 4 * style.size) * 1000 / style.size
        hyphens = hyphenator(copy.language) if style.hyphenate else None
        justified = style.align == "justify"
        zone, loose = (0.0, _LOOSE) if justified else (room * _ZONE, 0.0)
        first = room - style.indent * 1000 / style.size
        breaker = balanced_lines if copy.display or style.align == "center" else break_lines
        return breaker(copy.setting, Measure(first, room, hyphens, zone, loose))

    def _pour(self, slugs: list[Slug], columns: list[tuple[float, float]], top: float) -> float:
        """Fills columns and pages from `top` of the last page; how far down the last one is filled."""
        at, lowest = 0, top
        while at < len(slugs):
            room, fresh = top - self.bottom, top == self.top
            until = stop(slugs, at, room, len(columns), force=fresh)
            if len(columns) > 1:
                room = balanced(slugs, at, until, room, len(columns))
            start, lowest = at, top
            for left, right in columns:
                end = fill(slugs, at, until, room, force=fresh)
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
        for copy, group in groupby(slugs, attrgetter("copy")):
            own = list(group)
            high, pad = top - own[0].top(top - y, first=own[0] is slugs[0]), _pad(copy.box)
            y = high - own[0].height
            for slug in own[1:]:
                y = top - slug.top(top - y, first=False) - slug.height
            stretches.append(
                Stretch(copy, range(own[0].number, own[-1].number + 1), Place(left + pad, right - pad, high))
            )
            if boxes and boxes[-1][0] is copy.box:
                boxes[-1] = (*boxes[-1][:2], y, boxes[-1][3], own[-1])
            else:
                boxes.append((copy.box, high, y, own[0], own[-1]))
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
            yield Rule(box, left, low - _pad(box), right, high + _pad(box), ground=True)
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


def _pad(box: Box) -> float:
    """The room between the text of a box and the edge of its ground."""
    return _PAD * box.style.size if box.style.fill else 0.0


def _around(copy: Copy, before: Copy | None, after: Copy | None) -> tuple[float, float]:
    """The room that a box's rule takes over its first and under its last paragraph."""
    style = copy.box.style
    first, last = before is None or before.box is not copy.box, after is None or after.box is not copy.box
    pad = _pad(copy.box)
    above, below = (_gap(copy) if style.rule == side else 0.0 for side in ("above", "below"))
    return ((above + pad) * first, (below + pad) * last)


def _shrink(copies: list[Copy], width: float) -> None:
    """Sets tables that are wider than the measure smaller, where they can still be read."""
    for box, rows in groupby((copy for copy in copies if copy.row), lambda copy: copy.box):
        table = list(rows)
        part = width / max(copy.setting.extent * box.style.size / 1000 for copy in table)
        if _SMALLEST / box.style.size <= part < 1:
            for copy in table:
                copy.style = replace(copy.style, size=Length(part * copy.style.size))


def _parted(slugs: list[Slug], room: float) -> list[Slug]:
    """The lines of a box in two columns: parted at a heading where the columns come out about even so, or at any item."""
    free = {at for at in range(1, len(slugs)) if slugs[at].number == 0 and slugs[at - 1].copy.label}
    slugs = [slug._replace(breakable=slug.breakable or at in free) for at, slug in enumerate(slugs)]
    headed = [slug._replace(breakable=slug.breakable and slug.copy.keep and slug.number == 0) for slug in slugs]
    height = balanced(headed, 0, len(slugs), room, 2)
    return headed if height < room and height <= _EVEN * balanced(slugs, 0, len(slugs), room, 2) else slugs
