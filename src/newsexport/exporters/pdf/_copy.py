"""Text made ready for setting: without what a PDF must not hold, and in capitals where the style asks for them."""

from __future__ import annotations

import re
from bisect import bisect_left
from unicodedata import normalize

from newsexport.model import Mark
from newsexport.patterns import lazy
from newsexport.records import replace

# Spaces that would end a line elsewhere become a plain space: one character for one, so that marks keep their place.
_TO_SPACE = lazy("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_TO_MARK = lazy("[\ud800-\udfff]")
_DROPPED = lazy(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f\ufeff\ufff0-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U000efffe\U000effff]"
)
_ODD = lazy(f"{_TO_SPACE.pattern}|{_TO_MARK.pattern}|{_DROPPED.pattern}")


def clean(text: str, marks: tuple[Mark, ...] = ()) -> tuple[str, tuple[Mark, ...]]:
    """The text on one line without controls, bidi overrides, lone surrogates and noncharacters; marks move with it."""
    if text.isprintable() or not _ODD.search(text):
        return text, marks
    text = _TO_MARK.sub("\ufffd", _TO_SPACE.sub(" ", text))
    gone = [found.start() for found in _DROPPED.finditer(text)]
    moved = tuple(
        replace(mark, start=mark.start - bisect_left(gone, mark.start), end=mark.end - bisect_left(gone, mark.end))
        for mark in marks
    )
    return _DROPPED.sub("", text), moved


def capitals(text: str, language: str | None) -> list[tuple[str, int]]:
    """The capitals of a text, each with the offset of what it stands for; as the language writes them.

    Turkish i has a dot; Greek capitals lose their accent; Georgian has none in running text.
    """
    made = []
    primary = (language or "").lower().partition("-")[0]
    for at, char in enumerate(text):
        big = "İ" if char == "i" and primary in ("tr", "az") else "ẞ" if char == "ß" else char.upper()
        if primary == "el" and "\u0370" <= char <= "\u1fff":
            big = normalize("NFC", re.sub("[\u0300\u0301\u0342\u0313\u0314]", "", normalize("NFD", big)))
        if "\u1c90" <= big <= "\u1cbf":
            big = char
        made += [(one, at) for one in big]
    return made
