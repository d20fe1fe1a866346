"""What a text asks of its look beyond its house style: one rule for every format.

A very long headline is set smaller; one that a wire wrote in capitals stays as it was written, smaller and letterspaced, as
a desk sets a line of capitals. Running text in Chinese and Japanese is even on both sides.
"""

from __future__ import annotations

from newsexport.records import replace
from newsexport.style import Length, TextStyle

_LONG, _LONG_STEP = 110, 0.8  # characters; times its size is a longer one set, or else it fills half the page
_LETTERS, _CAPITALS_STEP = 12, 0.8  # at least in capitals alone; a name or an abbreviation is no shout
_TRACKING = 0.04  # of the size, between capitals


def in_capitals(text: str) -> bool:
    """Whether a headline of several words is written in capitals alone."""
    return text.isupper() and " " in text.strip() and sum(map(str.isupper, text)) >= _LETTERS


def fitting(look: TextStyle, text: str) -> TextStyle:
    """The look of a headline with this text."""
    if len(text) > _LONG:
        look = _times(look, _LONG_STEP)
    return capitals(look) if in_capitals(text) else look


def capitals(look: TextStyle) -> TextStyle:
    """The look of a headline in capitals."""
    _, tracking = small_capitals(look)
    return replace(_times(look, _CAPITALS_STEP), tracking=tracking)


def small_capitals(look: TextStyle) -> tuple[Length, Length]:
    """The size and the tracking of a headline in capitals."""
    size = Length(look.size * _CAPITALS_STEP)
    return size, Length(max(look.tracking, _TRACKING * size))


def running(look: TextStyle, language: str | None) -> TextStyle:
    """The look of text of several lines in a language."""
    return replace(look, align="justify") if squared(look, language) else look


def squared(look: TextStyle, language: str | None) -> bool:
    """Whether text of several lines is even on both sides: its characters stand in a square grid (JLREQ 3.1.9, CLREQ 3.1.6)."""
    return (language or "")[:2] in {"zh", "ja"} and look.hyphenate and look.align == "start"


def _times(look: TextStyle, step: float) -> TextStyle:
    return replace(look, size=Length(look.size * step), leading=Length(look.leading * step))
