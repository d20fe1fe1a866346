"""A table's cells set in columns with spaces, or a line each row where columns would not fit a page."""

from __future__ import annotations

import unicodedata

from newsexport.model import Item, ListBlock, Mark, Preformatted
from newsexport.records import replace

WIDEST = 78  # columns of a page in a fixed-width face
_GAP = "  "
_RULE = " | "


def grid(rows: list[list[Item]]) -> Preformatted | ListBlock:
    """The rows in columns when they fit in `WIDEST`, else a list with an item a row, links kept."""
    filled = [row for row in rows if any(cell.text for cell in row)]
    widths = [0] * max(map(len, filled))
    for row in filled:
        for at, cell in enumerate(row):
            widths[at] = max(widths[at], columns(cell.text))
    if sum(widths) + len(_GAP) * (len(widths) - 1) > WIDEST:
        return ListBlock(tuple(_joined(row) for row in filled))
    lines = (_GAP.join(_padded(cell.text, width) for cell, width in zip(row, widths, strict=False)) for row in filled)
    return Preformatted("\n".join(line.rstrip() for line in lines))


def columns(text: str) -> int:
    """How many columns a text takes in a fixed-width face: two for each wide East-Asian character."""
    return len(text) + sum(unicodedata.east_asian_width(char) in "WF" for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _joined(row: list[Item]) -> Item:
    parts: list[str] = []
    marks: list[Mark] = []
    size = 0
    for cell in row:
        if cell.text:
            said = f"{_RULE if parts else ''}{cell.text}"
            start = size + len(said) - len(cell.text)
            marks += [replace(mark, start=mark.start + start, end=mark.end + start) for mark in cell.marks]
            parts.append(said)
            size += len(said)
    return Item("".join(parts), tuple(marks))
