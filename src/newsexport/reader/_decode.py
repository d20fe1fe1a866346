"""Bytes to text, with the encoding, how sure it is, and why.

What states or proves itself goes first: the user's word, a byte order mark, NULs in the pattern of UTF-16, shift
sequences, strict UTF-8. Only what is left is detected.
"""

from __future__ import annotations

import codecs

from newsexport.errors import SourceError
from newsexport.reader._binary import kind_of, too_many_controls
from newsexport.reader._decoded import Decoded
from newsexport.reader._mojibake import repaired
from newsexport.reader._unmarked import shifted, wide

__all__ = ["Decoded", "decode", "guessed"]

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)


def decode(data: bytes, *, encoding: str | None, name: str | None) -> Decoded:
    """The text of a file's bytes without its byte order mark; `encoding` is the user's word, `name` is for messages.

    SourceError for an unknown encoding, for bytes the stated encoding cannot have, and for data that is no text.
    """
    if encoding is not None:
        return _stated(data, encoding, name)
    if (kind := kind_of(data)) is not None:
        raise SourceError(f"this is {kind.what}, not plain text", path=name, hint=kind.hint)
    decoded = guessed(data)
    if too_many_controls(decoded.text):
        hint = "save it as plain text (UTF-8), or say which encoding it is with --encoding"
        raise SourceError("this looks like binary data, not plain text", path=name, hint=hint)
    return decoded


def guessed(data: bytes) -> Decoded:
    """The text of any bytes, whatever they are, by what shows their encoding."""
    return repaired(_marked(data) or wide(data) or shifted(data) or _strict(data) or _detected(data))


def _stated(data: bytes, encoding: str, name: str | None) -> Decoded:
    try:
        codec = codecs.lookup(encoding).name
        text = data.decode(codec)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeError):
            raise _undecodable(data, encoding, name, error) from error
        hint = "use a name such as utf-8, cp1252, iso8859-2, koi8-r, gb18030 or shift_jis"
        raise SourceError(f"there is no text encoding {encoding!r}", path=name, hint=hint) from error
    return Decoded(text.removeprefix("\ufeff"), codec, "stated by the user")


def _undecodable(data: bytes, encoding: str, name: str | None, error: UnicodeError) -> SourceError:
    start = error.start if isinstance(error, UnicodeDecodeError) else len(data)
    line = data[:start].decode(encoding, "ignore").count("\n") + 1
    what = f"byte 0x{data[start]:02X}" if start < len(data) else "the end of the file"
    hint = "leave --encoding out, or name another encoding"
    return SourceError(f"{what} cannot be read as {encoding}", path=name, line=line, hint=hint)


def _marked(data: bytes) -> Decoded | None:
    for mark, codec in _MARKED:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(codec), codec, "byte order mark")
            except UnicodeDecodeError:
                continue
    return None


def _detected(data: bytes) -> Decoded:
    from newsexport.reader._detect import detect

    return detect(data)


def _strict(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return Decoded(text, "utf-8", "plain ASCII" if text.isascii() else "strict UTF-8")
