"""Properties of characters that layout needs, by block: the script, who is drawn from the right, who needs shaping."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from unicodedata import category

from newsexport.patterns import lazy

# First code point of a stretch and its ISO 15924 script; "" where a character takes its neighbour's.
_STARTS = (
    (0x0000, ""), (0x0041, "Latn"), (0x005B, ""), (0x0061, "Latn"), (0x007B, ""), (0x00AA, "Latn"), (0x00AB, ""),
    (0x00BA, "Latn"), (0x00BB, ""), (0x00C0, "Latn"), (0x02B9, ""), (0x0370, "Grek"), (0x0400, "Cyrl"),
    (0x0530, "Armn"), (0x0590, "Hebr"), (0x0600, "Arab"), (0x0700, "Syrc"), (0x0750, "Arab"), (0x0780, "Thaa"),
    (0x07C0, "Nkoo"), (0x0800, "Samr"), (0x0840, "Mand"), (0x0860, "Syrc"), (0x0870, "Arab"), (0x0900, "Deva"),
    (0x0964, ""), (0x0966, "Deva"), (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"), (0x0B00, "Orya"),
    (0x0B80, "Taml"), (0x0C00, "Telu"), (0x0C80, "Knda"), (0x0D00, "Mlym"), (0x0D80, "Sinh"), (0x0E00, "Thai"),
    (0x0E80, "Laoo"), (0x0F00, "Tibt"), (0x1000, "Mymr"), (0x10A0, "Geor"), (0x1100, "Hang"), (0x1200, "Ethi"),
    (0x13A0, "Cher"), (0x1400, "Cans"), (0x1680, ""), (0x1780, "Khmr"), (0x1800, "Mong"), (0x18B0, "Cans"),
    (0x1900, ""), (0x19E0, "Khmr"), (0x1A00, ""), (0x1C80, "Cyrl"), (0x1C90, "Geor"), (0x1CC0, ""),
    (0x1D00, "Latn"), (0x1DC0, ""), (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, ""), (0x2C60, "Latn"),
    (0x2C80, ""), (0x2D00, "Geor"), (0x2D30, ""), (0x2D80, "Ethi"), (0x2DE0, "Cyrl"), (0x2E00, ""),
    (0x2E80, "Hani"), (0x3000, ""), (0x3005, "Hani"), (0x3008, ""), (0x3021, "Hani"), (0x3030, ""),
    (0x3041, "Hira"), (0x30A0, "Kana"), (0x30FB, ""), (0x30FD, "Kana"), (0x3100, "Bopo"), (0x3130, "Hang"),
    (0x3190, ""), (0x31A0, "Bopo"), (0x31C0, ""), (0x31F0, "Kana"), (0x3200, ""), (0x3400, "Hani"), (0x4DC0, ""),
    (0x4E00, "Hani"), (0xA000, "Yiii"), (0xA4D0, ""), (0xA640, "Cyrl"), (0xA6A0, ""), (0xA720, "Latn"),
    (0xA800, ""), (0xA8E0, "Deva"), (0xA900, ""), (0xA960, "Hang"), (0xA980, ""), (0xAB30, "Latn"),
    (0xAB70, "Cher"), (0xABC0, ""), (0xAC00, "Hang"), (0xD800, ""), (0xF900, "Hani"), (0xFB00, "Latn"),
    (0xFB13, "Armn"), (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFE00, ""), (0xFE70, "Arab"), (0xFEFF, ""),
    (0xFF21, "Latn"), (0xFF3B, ""), (0xFF41, "Latn"), (0xFF5B, ""), (0xFF66, "Kana"), (0xFF70, ""),
    (0xFF71, "Kana"), (0xFF9E, ""), (0xFFA0, "Hang"), (0xFFE0, ""), (0x1B000, "Kana"), (0x1B170, ""),
    (0x1E900, "Adlm"), (0x1E960, ""), (0x20000, "Hani"), (0x40000, ""),
)  # fmt: skip
_FIRSTS = [first for first, _ in _STARTS]

RTL = lazy("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
WIDE = "\u2e80-\u303e\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U0001b000-\U0001b16f\U00020000-\U0003ffff"
JOINED = lazy(
    "[\u0300-\u036f\u0590-\u1aff\u1b00-\u1cff\u1dc0-\u1dff\u200c\u200d\ua800-\uabff\ufb00-\ufb06\ufb1d-\ufeff]"
)
"""Text of which letters may not be drawn apart: cursive, stacked or with marks."""
CURSIVE = lazy("[\u0600-\u085f\u08a0-\u08ff\u200d\U0001e900-\U0001e95f]")
"""A letter or a mark of a script from the right whose letters join."""

_FROM_LEFT = bytes((0, 1, 2, 3, 4, 0x1E, 0x1F, 0x20, 0x21, 0x22))  # pages of 256 characters, all from the left
_KOREAN = "\u1100-\u11ff\u3000-\u303f\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uff00-\uffef"  # and wide forms
_KEEPS = frozenset("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\u20e3").union(
    map(chr, range(0xFE00, 0xFE10))
)

_KEYCAP = "\u20e3"  # it shows, though it belongs to the digit before it
_SUPPLEMENT = frozenset(map(chr, [*range(0x1F3FB, 0x1F400), *range(0xE0000, 0xE01F0)]))  # skin tones, tags, selectors


@lru_cache(4)  # asked twice of each text
def is_mixed(text: str) -> bool:
    """Whether a text has a character that is drawn from the right."""
    if text.isascii() or not text.encode("utf-16-be", "surrogatepass")[::2].translate(None, _FROM_LEFT):
        return False
    return bool(RTL.search(text))


@lru_cache(16384)
def script(char: str) -> str:
    """The ISO 15924 script of a character, "" where it takes its neighbour's (UAX 24: Common, Inherited)."""
    return _STARTS[bisect_right(_FIRSTS, ord(char)) - 1][1] if not extends(char) else ""


@lru_cache(16384)
def extends(char: str) -> bool:
    """Whether a character belongs to the one before it: a mark, a joiner, a variation selector, a skin tone."""
    return char in _KEEPS or category(char) in ("Mn", "Me", "Mc") or char in _SUPPLEMENT


@lru_cache(16384)
def is_wide(char: str) -> bool:
    """Whether a character is one of those between any two of which a line may end and open."""
    return char >= "\u2e80" and any(first <= char <= last for first, last in zip(WIDE[::3], WIDE[2::3], strict=True))


@lru_cache(16384)
def is_east_asian(char: str) -> bool:
    """Whether a character is Chinese, Japanese or Korean, for which nothing comes with us."""
    return is_wide(char) or any(first <= char <= last for first, last in zip(_KOREAN[::3], _KOREAN[2::3], strict=True))


def is_ignorable(char: str) -> bool:
    """Whether a character shows nothing by itself, so that no font need have it."""
    return (char in _KEEPS and char != _KEYCAP) or (char in _SUPPLEMENT and char >= "\U000e0000")


def is_private(char: str) -> bool:
    """Whether a character has no agreed meaning: Private Use, which PDF/A-2a does not let stand for text."""
    return "\ue000" <= char <= "\uf8ff" or char >= "\U000f0000"
