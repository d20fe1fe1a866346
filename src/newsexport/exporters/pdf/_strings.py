"""Text strings of PDF (ISO 32000-1, 7.9.2.2): in its own encoding where that has all characters, else in UTF-16."""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from functools import lru_cache

from newsexport.exporters.pdf._reportlab import pdfdoc

_ESCAPED = frozenset("()\\")
_OWN = {0x18: "˘ˇˆ˙˝˛˚˜", 0x80: "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", 0xA0: "€"}
"""The characters of PDFDocEncoding from a code on; all others are those of Latin-1 (D.3)."""
_TAKEN = frozenset(chr(first + at) for first, chars in _OWN.items() for at in range(len(chars)))
_CODES = {chr(code): code for code in range(256) if chr(code) not in _TAKEN} | {
    char: first + at for first, chars in _OWN.items() for at, char in enumerate(chars)
}


def text_string(text: str) -> bytes:
    """The text as the operand of a dictionary."""
    if text.isascii() and text.isprintable() and _ESCAPED.isdisjoint(text):  # as it is, as nearly every one
        return b"(%b)" % text.encode()
    return _escaped(text)


@lru_cache(64)  # a file says its title three times
def _escaped(text: str) -> bytes:
    try:
        data = bytes(map(_CODES.__getitem__, text))
    except KeyError:
        data = BOM_UTF16_BE + text.encode("utf-16-be")
    return b"(%b)" % pdfdoc.escapePDF(data).encode()
