"""The encoding of text that does not say it: what a detector measures, corrected by what newsrooms really used."""

from __future__ import annotations

import codecs
import re

from newsexport.reader._decoded import Decoded

_LOST = "\ufffd"
_WINDOW = 200_000  # bytes the detector is shown
_WISE = 0.98  # share of the bytes above 0x7F in well-formed UTF-8 from which the rest are damage
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]++")
# What else a detected name may mean, first what has more letters: bytes that one cannot have, the next may.
_FAMILIES = (
    ("cp1252", "iso8859-1", "ascii"),
    ("gb18030", "gbk", "gb2312"),
    ("big5hkscs", "big5", "cp950"),
    ("cp932", "shift_jis", "shift_jis_2004", "shift_jisx0213"),
    ("euc_jp", "euc_jis_2004", "euc_jisx0213"),
    ("cp949", "euc_kr", "johab"),
    ("cp874", "tis-620", "iso8859-11"),
    ("cp1254", "iso8859-9"),
    ("cp1255", "iso8859-8"),
)


def detect(data: bytes) -> Decoded:
    """The text of bytes that are no strict UTF-8. Never fails: what cannot be read becomes U+FFFD, with a warning."""
    high = sum(map(len, _HIGH.findall(data)))
    if sum(map(len, _UTF8.findall(data))) >= _WISE * high:
        return _damaged(data)
    name, confidence = _measured(_window(data))
    for codec in _candidates(name):
        try:
            return Decoded(data.decode(codec), codec, f"detector: {codec}", confidence)
        except UnicodeDecodeError:
            continue
    text = data.decode(name, "replace")
    warning = f"{text.count(_LOST)} characters could not be read as {name}"
    return Decoded(text, name, f"detector: {name}", confidence / 2, (warning,))


def _damaged(data: bytes) -> Decoded:
    text = data.decode("utf-8", "replace")
    line = text[: text.index(_LOST)].count("\n") + 1
    warning = f"{text.count(_LOST)} bytes are not UTF-8 (the first in line {line}) and were replaced by U+FFFD"
    return Decoded(text.removeprefix("\ufeff"), "utf-8", "UTF-8 with damage", 0.8, (warning,))


def _window(data: bytes) -> bytes:
    """The lines with bytes above 0x7F, up to the window: a long ASCII beginning says nothing."""
    picked, size = [], 0
    for line in data.splitlines(keepends=True):
        if not line.isascii():
            picked.append(line)
            size += len(line)
            if size >= _WINDOW:
                break
    return b"".join(picked)[:_WINDOW]


def _measured(data: bytes) -> tuple[str, float]:
    import chardet

    found = chardet.detect(data, prefer_superset=False, compat_names=False, max_bytes=_WINDOW)
    return codecs.lookup(found["encoding"] or "cp1252").name, round(found["confidence"], 2)


def _candidates(name: str) -> tuple[str, ...]:
    for family in _FAMILIES:
        if name in family:
            return family
    return (name,)
