"""Lines of a given width in terminal columns (UAX 11), broken where a reader expects it (UAX 14, the plain cases).

Greedy and linear: wcwidth's own `wrap` is quadratic in text without spaces and leaves 「 at a line's end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from newsexport.patterns import lazy

# One column each, whatever stands beside: no wcwidth needed for Latin, Greek, Cyrillic and their punctuation.
_NARROW = lazy("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")

_DASHES = "-‐–—"
_HYPHEN = lazy(rf"[^\W\d_]{{2}}[{_DASHES}](?=[^\W\d_]{{2}})")

_WIDE_OPEN = "（「『【〔《〈｛［〖〘"
_WIDE_CLOSE = "、。，．・：；？！）」』】〕》〉｝］〗〙ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％‥…"
_IDEOGRAPH = "\u2e80-\u2fff\u3012-\u312f\u3190-\u31ff\u3400-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\uff10-\uff9f\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
_OPEN = rf"[{_WIDE_OPEN}“‘(\[]*+"
_CLOSE = rf"[{_WIDE_CLOSE}”’)\],.;:!?%]*+"
# Closing marks first: they hang on what stands before them. A run of marks alone is one piece, so that time stays linear.
_PIECE = lazy(
    rf"(?:{_OPEN}(?![{_WIDE_CLOSE}])[{_IDEOGRAPH}][\ufe00-\ufe0f\U000e0100-\U000e01ef]?{_CLOSE}"
    rf"|[^ \u200b{_IDEOGRAPH}{_WIDE_OPEN}{_WIDE_CLOSE}]++[{_WIDE_CLOSE}]*+"
    rf"|[{_WIDE_OPEN}{_WIDE_CLOSE}]++)[ \u200b]*+|[ \u200b]++"
)


def wrap(text: str, width: int, *, hyphens: bool = True) -> list[str]:
    """The text in pieces of at most `width` columns, not counting the spaces at their ends; joined, they are the text.

    Breaks stand after spaces, between ideographs and, with `hyphens`, after hyphens and dashes between letters. A
    longer word is cut between graphemes; an address is left whole, for half an address leads nowhere.
    """
    narrow = _NARROW.fullmatch(text)
    if narrow and len(text) <= width:
        return [text]
    if narrow and not _addresses(text):
        return _wrap_narrow(text, width, hyphens)
    return list(_wrap_wide(text, width, hyphens))


def columns(text: str) -> int:
    """How many columns of a terminal the text takes; combining marks take none, ideographs and emoji two."""
    if _NARROW.fullmatch(text):
        return len(text)
    measured = _measure()(text)
    return measured if measured >= 0 else len(text)


def _addresses(text: str) -> bool:
    return "://" in text or "@" in text or "www." in text or "mailto:" in text


def _dashed(text: str) -> bool:
    return "-" in text or "‐" in text or "–" in text or "—" in text


def _wrap_narrow(text: str, width: int, hyphens: bool) -> list[str]:
    found, start = [], 0
    hyphens = hyphens and _dashed(text)
    while len(text) - start > width:
        cut = max(start, text.rfind(" ", start, start + width + 1) + 1)
        if hyphens:
            for hyphen in _HYPHEN.finditer(text, cut, start + width + 2):
                cut = max(cut, hyphen.end()) if hyphen.end() <= start + width else cut
        cut = cut if cut > start else start + width
        found.append(text[start:cut])
        start = cut
    return [*found, text[start:]]


def _wrap_wide(text: str, width: int, hyphens: bool) -> Iterator[str]:
    line: list[str] = []
    used = 0
    for piece in _pieces(text, hyphens):
        size = _size(piece)
        bare = size if piece[-1] not in " \u200b" else _size(piece.rstrip(" \u200b"))
        if line and used + bare > width:
            yield "".join(line)
            line, used = [], 0
        if bare > width and not _addresses(piece):
            *whole, rest = _cut(piece, width)
            yield from whole
        else:
            rest = piece
        line.append(rest)
        used += size if rest is piece else columns(rest)
    yield "".join(line)


def _pieces(text: str, hyphens: bool) -> Iterator[str]:
    """What must stay on one line, each with the spaces after it."""
    from newsexport.segments import cuts

    for found in _PIECE.finditer(text):
        piece = found[0]
        if not piece.isascii() and (inner := cuts(piece)):
            yield from (piece[start:end] for start, end in pairwise((0, *inner, len(piece))))
            continue
        if not hyphens or not _dashed(piece) or _addresses(piece):
            yield piece
            continue
        start = 0
        for hyphen in _HYPHEN.finditer(piece):
            yield piece[start : hyphen.end()]
            start = hyphen.end()
        yield piece[start:]


def _cut(word: str, width: int) -> list[str]:
    if _NARROW.fullmatch(word):
        return [word[start : start + width] for start in range(0, len(word), width)]
    from wcwidth import iter_graphemes

    lines: list[list[str]] = [[]]
    used = 0
    for grapheme in iter_graphemes(word):
        size = columns(grapheme)
        if lines[-1] and used + size > width and grapheme != " ":
            lines.append([])
            used = 0
        lines[-1].append(grapheme)
        used += size
    return ["".join(line) for line in lines]


def _size(piece: str) -> int:
    return _size_of_short(piece) if len(piece) <= 16 else columns(piece)


_size_of_short = lru_cache(8192)(columns)


@cache
def _measure() -> Callable[[str], int]:
    from wcwidth import wcswidth

    return wcswidth
