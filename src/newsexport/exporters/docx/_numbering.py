"""Lists as Word counts them: one definition for bullets, one for numbers, and a restart for each numbered list."""

from __future__ import annotations

import warnings
from itertools import starmap

from newsexport.errors import ExportWarning
from newsexport.exporters.docx._sheets import BULLET_ROOM, BULLETS, POINTS
from newsexport.exporters.docx._xml import DECLARED, PROLOGUE
from newsexport.style import TextStyle

_BULLET, _DECIMAL, _POINT = 1, 2, 3  # abstract definitions
_MOST = 32_767  # the largest number that Word counts to
_DIGIT, _GAP = 0.58, 0.5  # of the size: the width of a figure, and between a label and its text


class Numbering:
    """The numbering part of a document."""

    def __init__(self, text: TextStyle, glance: TextStyle) -> None:
        self.text, self.glance = text, glance
        self.restarts: list[str] = []

    def restarted(self, first: int, items: int) -> int:
        """The id of a new numbered list from `first`; an ExportWarning where Word cannot count so far."""
        start = min(max(first, 0), _MOST)
        if start != first or start + items - 1 > _MOST:
            warnings.warn(f"a list from {first} was numbered from {start}: Word counts from 0 to {_MOST}",
                          ExportWarning, stacklevel=2)  # fmt: skip
        number = POINTS + 1 + len(self.restarts)
        digits = len(str(start + items - 1))
        level = self._level("decimal", "%1.", _numeral(digits), start) if digits > 1 else ""
        self.restarts.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_DECIMAL}"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{start}"/>{level}</w:lvlOverride></w:num>'
        )
        return number

    def part(self) -> str:
        """The numbering part."""
        bullet, decimal = self._level("bullet", "•", BULLET_ROOM), self._level("decimal", "%1.", _numeral(1))
        point = _level(self.glance, "bullet", "•", max(BULLET_ROOM, self.glance.start / self.glance.size), 1)
        definitions = ((_BULLET, bullet), (_DECIMAL, decimal), (_POINT, point))
        return (
            f"{PROLOGUE}<w:numbering {DECLARED}>{''.join(starmap(_definition, definitions))}"
            f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="{_BULLET}"/></w:num>'
            f'<w:num w:numId="{POINTS}"><w:abstractNumId w:val="{_POINT}"/></w:num>{"".join(self.restarts)}'
            "</w:numbering>"
        )

    def _level(self, kind: str, label: str, room: float, start: int = 1) -> str:
        return _level(self.text, kind, label, room, start)


def _level(text: TextStyle, kind: str, label: str, room: float, start: int) -> str:
    # The label begins its room before the text: the one alignment that all programs mirror from right to left.
    left, end, hanging = (
        round(20 * length) for length in (max(room * text.size, text.start), text.end, room * text.size)
    )
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{label}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:right="{end}" w:hanging="{hanging}"/></w:pPr>'
        "</w:lvl>"
    )


def _numeral(digits: int) -> float:
    """The room of a number of so many digits and its full stop, in sizes."""
    return digits * _DIGIT + 0.28 + _GAP


def _definition(number: int, level: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
