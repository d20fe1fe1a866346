"""Lines of type into columns: how many one holds, where it may end, how high the columns of a last page stand."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from newsexport.exporters.pdf._measure import Line
from newsexport.exporters.pdf._type import Copy
from newsexport.records import NamedTuple

_LONG = 4  # lines: a paragraph of fewer stands on one page whole
_FEWEST = 4  # lines that each column of an article's last page has
_SCANT = 7  # lines in each column of a last page are worth a line more on the others
_SLACK = 0.15  # of a step of the grid is as far as a line is drawn up to it; the others go down to the next


class Slug(NamedTuple):
    """One line of type: its paragraph and number, its height, the space over it, whether a column may end before it.

    `least` is the space over it even where it begins a column. It stands at a whole number of steps of the `grid`
    below the top of its column, so that the lines of columns side by side are on one level; 0 lets it stand anywhere.
    """

    copy: Copy
    number: int
    height: float
    before: float
    breakable: bool
    least: float = 0
    grid: float = 0

    def top(self, used: float, *, first: bool) -> float:
        """How far below the top of a column it begins, of which so much is used."""
        place = used + (self.least if first else self.before)
        return on_grid(place, self.grid) if self.grid else place


def on_grid(place: float, step: float) -> float:
    """The line of a grid that a place is drawn to."""
    return ceil(place / step - _SLACK) * step


def spread(slugs: list[Slug], step: float) -> list[Slug]:
    """The lines with the room that is left between what stands off the grid and the next line on it, half of it above.

    Before a heading, which stays with what follows, it is above as a whole.
    """
    made = list(slugs)
    first, used = None, 0.0
    for at, slug in enumerate(slugs):
        if slug.grid:
            left = on_grid(used + slug.before, step) - used - slug.before
            if first is not None and left > 0:
                above = left if slugs[at - 1].copy.keep else left / 2
                made[first] = made[first]._replace(before=made[first].before + above)
            first, used = None, 0.0
        elif first is not None or slug.number == 0:
            first = at if first is None else first
            used += slug.before + slug.height
    return made


def following_lines(copy: Copy, lines: Sequence[Line], *, page: bool) -> list[Slug]:
    """The lines of a paragraph behind its first.

    A column may end before one if two lines at least stay on either side, and on a `page` no part of a word. Beside another
    column, an even foot is worth more than a whole word.
    """
    count = len(lines)
    parts = [False] * (count - 1)
    if count >= _LONG and not copy.keep:
        parts[1:-1] = [not (page and line.hyphen) for line in lines[1:-2]]
    leading = float(copy.style.leading)
    new = tuple.__new__  # in a third of the time that NamedTuple's own takes, which is Python
    return [new(Slug, (copy, number, leading, 0.0, part, 0.0, 0.0)) for number, part in enumerate(parts, 1)]


def stop(slugs: list[Slug], at: int, room: float, columns: int, *, force: bool) -> int:
    """Where the page that begins at `at` must end at the latest, so that the last page has more than a line or two."""
    end = at
    for _ in range(columns):
        end = fill(slugs, end, len(slugs), room, force=force)
    fewest = _FEWEST * columns
    if not 0 < len(slugs) - end < fewest:
        return len(slugs)
    earlier = range(len(slugs) - fewest, at + fewest, -1)
    return next((place for place in earlier if slugs[place].breakable), len(slugs))


def saves_a_page(slugs: list[Slug], room: float, fresh: float, columns: int, more: float) -> bool:
    """Whether a column height of so much `more` leaves no room for a last page of a few lines.

    `room` is that of the first page, `fresh` that of the others.
    """
    pages, last = _sheets(slugs, room, fresh, columns)
    scant = pages > 1 and last < _SCANT * columns
    return scant and _sheets(slugs, room + more, fresh + more, columns)[0] < pages


def _sheets(slugs: list[Slug], room: float, fresh: float, columns: int) -> tuple[int, int]:
    """The pages that are filled, and the lines of the last one."""
    at, start, pages = 0, 0, 0
    while at < len(slugs):
        start = at
        for _ in range(columns):
            at = fill(slugs, at, len(slugs), room, force=room == fresh)
        room, pages = fresh, pages + 1
    return pages, at - start


def fill(slugs: list[Slug], at: int, stop: int, room: float, *, force: bool) -> int:
    """How far a column of this height is filled from `at` to `stop`; a fresh one (`force`) takes at least one line."""
    used, free, end = 0.0, at, at
    while end < stop:
        slug = slugs[end]
        used += slug.least if end == at else slug.before
        used = (on_grid(used, slug.grid) if slug.grid else used) + slug.height
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


def balanced(slugs: list[Slug], at: int, stop: int, room: float, columns: int) -> float:
    """The least height in which the lines up to `stop` fit into the columns; the whole room where they do not."""

    def fits(height: float) -> bool:
        end = at
        for _ in range(columns):
            end = fill(slugs, end, stop, height, force=False)
        return end == stop

    if not fits(room):
        return room
    low, high = 0.0, room
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high
