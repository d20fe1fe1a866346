"""Where a line of a paragraph stands: the sides of its column, the side it keeps to, its height."""

from __future__ import annotations

from newsexport.exporters.pdf._measure import Line
from newsexport.exporters.pdf._type import Copy
from newsexport.records import NamedTuple
from newsexport.style import TextStyle

_BASELINE = 0.36  # of the size below the middle of the line


class Place(NamedTuple):
    """Where a line goes: the sides of its column in points, and its top."""

    left: float
    right: float
    top: float


def sides(copy: Copy, place: Place, *, first: bool) -> tuple[float, float]:
    """Left and right of a line within the insets of its paragraph; the indent is on the side where lines start."""
    start = copy.inset + (copy.style.indent if first else 0)
    if copy.mirrored:
        return place.left + copy.style.end, place.right - start
    return place.left + start, place.right - copy.style.end


def baseline(top: float, style: TextStyle) -> float:
    """Where letters stand in a line that begins at `top`: a little below its middle."""
    return top - style.leading / 2 - _BASELINE * style.size


def align_of(copy: Copy, line: Line) -> str:
    """The side of a line: left, right, center or justify."""
    align = copy.style.align
    if align == "center" or (align == "justify" and not line.last):
        return align
    return "right" if copy.mirrored is (align != "end") else "left"
