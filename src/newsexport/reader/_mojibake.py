"""Text that an earlier program mangled: UTF-8 read as a Windows code page (`â€œ` for `“`), Windows marks left as controls."""

from __future__ import annotations

import functools
from itertools import islice

from newsexport.patterns import lazy
from newsexport.reader._decode import Decoded

_PAGES = ("cp1252", "cp1251", "cp1250", "cp1254")
_SEQUENCE = lazy(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = lazy("[\x80\x82-\x84\x86-\x8c\x8e\x91-\x9c\x9e\x9f]")
_NOT_ASCII = lazy(r"[^\x00-\x7f][^\x00-\x7f]*+")
_SAMPLE = 500  # runs of characters tried before the whole text
_LONGEST = 3  # times that a text was mangled, at most


def repaired(decoded: Decoded) -> Decoded:
    """A text beyond ASCII as it was before it was mangled, with a warning; unchanged unless the whole of it goes back.

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
        return _remarked(decoded)
    warning = f"UTF-8 had been read as {page} by an earlier program: repaired"
    reason = f"{decoded.reason}; UTF-8 mangled through {page}"
    text = text.removeprefix("\ufeff")
    return decoded._replace(text=text, reason=reason, confidence=0.9, warnings=(*decoded.warnings, warning))


def _back(text: str) -> tuple[str, str] | None:
    runs = (run[0] for run in islice(_NOT_ASCII.finditer(text), _SAMPLE))
    sample = first = next(runs)
    if len(first) == 1:
        return None  # every character of UTF-8 beside ASCII takes two bytes or more
    for page in _PAGES:
        # The first run refuses nearly every text that is whole.
        if not _bytes(first, page):
            continue
        sample += "".join(runs)
        data = _bytes(sample, page) and _bytes(text, page)
        sequences = set(_SEQUENCE.findall(data or b""))
        if data and (len(sequences) > 1 or any(len(sequence) > 2 for sequence in sequences)):
            return data.decode("utf-8"), page
    return None


def _bytes(text: str, page: str) -> bytes | None:
    """The bytes that the characters are in the page, where these are strict UTF-8."""
    table = _to_bytes(page)
    if not table.keys() >= set(map(ord, text)):
        return None
    data = text.translate(table).encode("latin-1")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return data


def _remarked(decoded: Decoded) -> Decoded:
    """The text with `“` for the control character U+0093: no article has such controls, but Windows had marks there.

    U+0085 alone is a line end of mainframes, among others of its kind it is `…`.
    """
    count = len(_CONTROL.findall(decoded.text))
    if not count:
        return decoded
    count += decoded.text.count("\x85")
    marks = {byte: bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
    text = decoded.text.translate(marks)
    noun = "control character was" if count == 1 else "control characters were"
    return decoded._replace(text=text, warnings=(*decoded.warnings, f"{count} {noun} read as windows-1252"))


@functools.cache
def _to_bytes(page: str) -> dict[int, int]:
    """Code point to byte; what the page leaves undefined stands for itself, as browsers read it."""
    table = {byte: byte for byte in range(0x80, 0xA0)}
    for byte in range(256):
        char = bytes((byte,)).decode(page, "ignore") or chr(byte)
        table[ord(char)] = byte
    return table
