"""Marks that stand out into the margin, so that the letters of a column look even (Gutenberg; Thành, Micro-typography, 2000)."""

from __future__ import annotations

from newsexport.exporters.pdf._measure import Line
from newsexport.exporters.pdf._setting import Setting
from newsexport.exporters.pdf._type import Copy

# How much of a mark stands out, as a part of its width: at the start of a line, in full where the type is large, and at
# the end of a justified one.
_STARTS = {"“": 0.6, "„": 0.6, "”": 0.6, '"': 0.6, "‘": 0.6, "‚": 0.6, "’": 0.6, "'": 0.6, "«": 0.4, "‹": 0.4}
_ENDS = {
    ".": 0.6, ",": 0.6, "-": 0.5, "‐": 0.5, "“": 0.5, "”": 0.5, '"': 0.5, "‘": 0.5, "’": 0.5, "'": 0.5, ":": 0.4, ";": 0.4,
    "»": 0.3, "›": 0.3, "–": 0.3, "—": 0.2,
}  # fmt: skip
_WHITE = 0.35  # of the size stays white between a mark and a rule
_FULL = 950  # 1/1000 of the size: marks as wide as an ideograph have their own white


def hung(copy: Copy, line: Line, left: float, right: float, align: str) -> tuple[float, float]:
    """The sides of a line, of which the marks at its ends are out; text from the right and items of lists stay within."""
    setting = copy.setting
    size, text = copy.style.size / 1000, setting.text
    first = text[line.start : line.start + 1]
    if first not in _STARTS and align != "justify":
        return left, right
    if align not in {"left", "justify"} or setting.levels is not None or copy.label is not None:
        return left, right
    if first in _STARTS and (width := _width(setting, line.start, first)) < _FULL:
        left -= min((1.0 if copy.display else _STARTS[first]) * width * size, _free(copy))
    if align == "justify" and (last := "-" if line.hyphen else text[line.end - 1 : line.end]) in _ENDS:
        width = _width(setting, line.end - 1, last)
        right += _ENDS[last] * width * size if width < _FULL else 0
    return left, right


def _free(copy: Copy) -> float:
    """The room between a paragraph and the rule on its side, with white at both of them."""
    look = copy.box.style
    return max(copy.inset - look.rule_width - _WHITE * copy.style.size, 0.0) if look.rule == "start" else _FULL


def _width(setting: Setting, at: int, mark: str) -> float:
    return next(setting.within(at, at + 1)).span.fount.word(mark).width
