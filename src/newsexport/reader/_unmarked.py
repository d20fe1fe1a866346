"""Encodings that prove themselves without a mark: UTF-16 and UTF-32 by their NULs, ISO 2022 and HZ by their shifts."""

from __future__ import annotations

import unicodedata

from newsexport.patterns import lazy
from newsexport.reader._decode import Decoded

_SAMPLE = 20_000  # characters looked at to tell the byte order
_SHORT = 20  # characters of which some must be ASCII
_WHITE = frozenset("\t\n\r\f\x0b\x1a")
_SHIFTS = (
    (b"\x1b", lazy(rb"\x1b\$\)C"), ("iso2022_kr",)),
    (b"\x1b", lazy(rb"\x1b(?:\$[@AB(]|\([BJI])"), ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_jp_2004")),
    (b"~{", lazy(rb"~\{(?:[!-}][!-~])++~\}"), ("hz",)),
)


def wide(data: bytes) -> Decoded | None:
    """The text of UTF-32 or UTF-16 without a byte order mark; None when the NULs do not say so."""
    if b"\0" not in data:
        return None
    for codec in ("utf-32-le", "utf-32-be"):
        try:
            return Decoded(data.decode(codec), codec, "NUL bytes in the pattern of UTF-32", 0.95)
        except UnicodeDecodeError:
            continue
    half = () if len(data) % 2 == 0 else ("the last byte is half a character and was left out",)
    ranked = []
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data[: len(data) & ~1].decode(codec)
        except UnicodeDecodeError:
            continue
        ranked.append((_likeness(text), text, codec))
    score, text, codec = max(ranked, default=(-1.0, "", ""))
    return (
        Decoded(text, codec, "NUL bytes in the pattern of UTF-16", 0.9, half)
        if score > 0 or (score == 0 and len(text) > _SHORT)
        else None
    )


def _likeness(text: str) -> float:
    """How much a sample looks like text: the share of ASCII, less four times that of characters no text has."""
    sample = text[:_SAMPLE]
    ascii_ = sum("\x00" < char < "\x7f" for char in sample)
    alien = sum(unicodedata.category(char) in {"Cn", "Co", "Cc"} and char not in _WHITE for char in sample)
    return (ascii_ - 4 * alien) / max(1, len(sample))


def shifted(data: bytes) -> Decoded | None:
    """The text of a seven-bit encoding with shift sequences (RFC 1468, 1557, 1843); None when there are none."""
    for sign, pattern, names in _SHIFTS:
        if sign not in data or not pattern.search(data):
            continue
        for codec in names:
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                continue
            if not text.isascii():
                return Decoded(text, codec, "shift sequences", 0.95)
    return None
