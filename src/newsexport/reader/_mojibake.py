"""UTF-8 that an earlier program read as a Windows code page: `â€œ` for `“`."""

from __future__ import annotations

import re
from dataclasses import replace

from newsexport.reader._decoded import Decoded

_PAGES = ("cp1252", "cp1251", "cp1250", "cp1254")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LONGEST = 3  # times that a text was mangled, at most


def repaired(decoded: Decoded) -> Decoded:
    """The text as it was before it was mangled, with a warning; unchanged unless the whole of it goes back.

    Text goes back when each of its characters is a byte of one code page and those bytes are strict UTF-8. Two different
    sequences are asked for: a single `Ã…` may be meant.
    """
    text, page = decoded.text, None
    for _ in range(_LONGEST):
        step = _back(text)
        if step is None:
            break
        text, page = step
    if page is None:
        return decoded
    warning = f"UTF-8 had been read as {page} by an earlier program: repaired"
    reason = f"{decoded.reason}; UTF-8 mangled through {page}"
    text = text.removeprefix("\ufeff")
    return replace(decoded, text=text, reason=reason, confidence=0.9, warnings=(*decoded.warnings, warning))


def _back(text: str) -> tuple[str, str] | None:
    if text.isascii():
        return None
    for page in _PAGES:
        table = _TO_BYTES[page]
        if any(ord(char) not in table for char in set(text)):
            continue
        data = text.translate(table).encode("latin-1")
        sequences = set(_SEQUENCE.findall(data))
        if len(sequences) < 2 and not any(len(sequence) > 2 for sequence in sequences):
            continue
        try:
            return data.decode("utf-8"), page
        except UnicodeDecodeError:
            continue
    return None


def _to_bytes(page: str) -> dict[int, int]:
    """Code point to byte; what the page leaves undefined stands for itself, as browsers read it."""
    table = {byte: byte for byte in range(0x80, 0xA0)}
    for byte in range(256):
        char = bytes((byte,)).decode(page, "ignore") or chr(byte)
        table[ord(char)] = byte
    return table


_TO_BYTES = {page: _to_bytes(page) for page in _PAGES}
