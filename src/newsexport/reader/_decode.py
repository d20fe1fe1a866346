"""Bytes to text, with the encoding, how sure it is, and why.

What states or proves itself goes first: the user's word, a byte order mark, NULs in the pattern of UTF-16, shift
sequences, strict UTF-8. Only what is left is detected.
"""

from __future__ import annotations

import codecs

from newsexport.errors import SourceError
from newsexport.reader._clean import is_plain
from newsexport.records import NamedTuple

__all__ = ["Decoded", "decode", "guessed"]

_MARKED = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_BINARY = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"\x1f\x8b", b"BZh9", b"\xfd7zXZ", b"7z\xbc\xaf",
           b"(\xb5/\xfd", b"Rar!", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"SQLite", b"\x7fELF", b"PK\x03\x04")  # fmt: skip
"""What opens data that `_binary` knows: it is asked only there, and where control characters are."""
_UNMARKED = (b"\0", b"\x1b", b"~{")  # one of which the encodings of `_unmarked` have


class Decoded(NamedTuple):
    """Text, and how it was read: `encoding` is a Python codec's name, `confidence` runs from 0 to 1."""

    text: str
    encoding: str
    reason: str
    confidence: float = 1.0
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, encoding: str | None, name: str | None) -> Decoded:
    """The text of a file's bytes without its byte order mark; `encoding` is the user's word, `name` is for messages.

    SourceError for an unknown encoding, for bytes the stated encoding cannot have, and for data that is no text.
    """
    if encoding is not None:
        return _stated(data, encoding, name)
    if data.startswith(_BINARY):
        _refuse_binary(data, name)
    decoded, plain = _read(data)
    if not plain:
        _refuse_controls(decoded.text, name)
    return decoded


def _refuse_binary(data: bytes, name: str | None) -> None:
    from newsexport.reader._binary import kind_of

    if (kind := kind_of(data)) is not None:
        what, hint = kind
        raise SourceError(f"this is {what}, not plain text", path=name, hint=hint)


def _refuse_controls(text: str, name: str | None) -> None:
    from newsexport.reader._binary import too_many_controls

    if too_many_controls(text):
        hint = "save it as plain text (UTF-8), or say which encoding it is with --encoding"
        raise SourceError("this looks like binary data, not plain text", path=name, hint=hint)


def guessed(data: bytes) -> Decoded:
    """The text of any bytes, whatever they are, by what shows their encoding."""
    return _read(data)[0]


def _read(data: bytes) -> tuple[Decoded, bool]:
    """The text of any bytes, and whether it can be printed: what Windows left as controls, for one, cannot."""
    decoded = _marked(data) or _unmarked(data) or _strict(data) or _detected(data)
    plain = is_plain(decoded.text)
    if decoded.text.isascii() or (plain and _is_whole(decoded.text)):
        return decoded, plain
    from newsexport.reader._mojibake import repaired

    decoded = repaired(decoded)
    return decoded, is_plain(decoded.text)


def _is_whole(text: str) -> bool:
    """Whether no earlier program read the text's UTF-8 as a code page: its first character beyond ASCII stands alone.

    In a mangled one stand two or more, for the bytes that it has in UTF-8.
    """
    try:
        text.encode("ascii")
    except UnicodeEncodeError as first:
        return first.end - first.start == 1
    return True


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


def _unmarked(data: bytes) -> Decoded | None:
    if not any(map(data.__contains__, _UNMARKED)):
        return None
    from newsexport.reader._unmarked import shifted, wide

    return wide(data) or shifted(data)


def _detected(data: bytes) -> Decoded:
    from newsexport.reader._detect import detect

    return detect(data)


def _strict(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return Decoded(text, "utf-8", "plain ASCII" if text.isascii() else "strict UTF-8")
