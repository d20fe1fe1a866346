"""What a text is broken into, and what it must fit: a line, a measure."""

from __future__ import annotations

from collections.abc import Callable

from newsexport.records import NamedTuple

Hyphenator = Callable[[str], tuple[int, ...]]
MOST_HYPHENS = 2  # lines in a row


class Line(NamedTuple):
    """One line: text[start:end], what is left out of sight up to `next`, its natural width, where it may stretch.

    `hyphen` says that a hyphen is drawn behind it, `last` that the paragraph ends with it.
    """

    start: int
    end: int
    next: int
    width: float
    gaps: int
    hyphen: bool = False
    last: bool = False


class Measure(NamedTuple):
    """The width of the first line and of the others, 1/1000 of the size; when a word is cut.

    `zone` must be free of a ragged line, or each space of a justified one grow by `loose` times its width.
    """

    first: float
    other: float
    hyphens: Hyphenator | None = None
    zone: float = 0
    loose: float = 0
