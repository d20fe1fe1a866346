"""The encoding of text that does not say it: what a detector measures, corrected by what newsrooms really used."""

from __future__ import annotations

import codecs
import re

from newsexport.patterns import lazy
from newsexport.reader._decode import Decoded
from newsexport.reader._western import HIGH, western

_WINDOW = 200_000  # bytes the detector is shown
_MOSTLY = 0.75  # share of the bytes above 0x7F in well-formed UTF-8 from which the rest are damage
_UTF8 = lazy(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MAC_CAPITALS = lazy(rb"[\x80-\x9f]")
_STRAY = lazy("(?<![\udc80-\udcff])[\udc80-\udcff](?![\udc80-\udcff])")
_LOST = lazy("[\udc80-\udcff]")
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
    high = len(data) - len(data.translate(None, HIGH))
    if sum(map(len, _UTF8.findall(data))) >= _MOSTLY * high:
        return _damaged(data)
    window = _window(data)
    name, confidence = western(window, *_measured(window))
    for codec in _candidates(name):
        try:
            return Decoded(_strictly(data, codec), codec, f"detector: {codec}", confidence)
        except UnicodeDecodeError:
            continue
    return _forced(data, _candidates(name)[0], confidence)


def _damaged(data: bytes) -> Decoded:
    """UTF-8 with strangers among it: a stray byte is read as Windows would, what stands in groups is lost."""
    escaped = data.decode("utf-8", "surrogateescape")
    found = _LOST.search(escaped)
    line = escaped[: found.start() if found else 0].count("\n") + 1
    mended = _STRAY.sub(_as_windows, escaped)
    read, lost = len(_LOST.findall(escaped)) - len(_LOST.findall(mended)), len(_LOST.findall(mended))
    where = (
        f"1 byte is not UTF-8 (line {line})"
        if read + lost == 1
        else f"{read + lost} bytes are not UTF-8 (the first in line {line})"
    )
    counts = [(read, "read as windows-1252", "was", "were"), (lost, "U+FFFD", "became", "became")]
    fate = ", ".join(
        f"{'it' if read + lost == 1 else n} {one if n == 1 else many} {what}" for n, what, one, many in counts if n
    )
    text = _LOST.sub("\ufffd", mended).removeprefix("\ufeff")
    return Decoded(text, "utf-8", "UTF-8 with damage", 0.8, (f"{where}: {fate}",))


def _as_windows(stray: re.Match[str]) -> str:
    """A typographic mark anywhere, a letter only beside an ASCII one: a torn Cyrillic letter is no Ð."""
    char = bytes((ord(stray[0]) - 0xDC00,)).decode("cp1252", "ignore")
    around = stray.string[max(0, stray.start() - 1) : stray.end() + 1].replace(stray[0], "")
    is_inside = any(beside.isascii() and beside.isalpha() for beside in around)
    return char if char and (is_inside or char in "‘’“”–—…•") else stray[0]


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


def _measured(window: bytes) -> tuple[str, float]:
    import chardet

    era = chardet.EncodingEra.ALL & ~chardet.EncodingEra.MAINFRAME  # no newsroom sent EBCDIC in a .txt
    found = chardet.detect(window, prefer_superset=False, compat_names=False, max_bytes=_WINDOW, encoding_era=era)
    name = codecs.lookup(found["encoding"] or "cp1252").name
    if name == "mac-cyrillic" and not _MAC_CAPITALS.search(window):
        name = "cp1251"  # the small letters are the same, and Windows is likelier
    return name, round(found["confidence"], 2)


def _candidates(name: str) -> tuple[str, ...]:
    for family in _FAMILIES:
        if name in family:
            return family
    return (name,)


def _strictly(data: bytes, codec: str) -> str:
    """The text; a byte that a Windows page leaves undefined is the control character of its number, as browsers read it."""
    if not codec.startswith("cp125"):
        return data.decode(codec)
    table = "".join(bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in range(256))
    return codecs.charmap_decode(data, "strict", table)[0]


def _forced(data: bytes, codec: str, confidence: float) -> Decoded:
    text = data.decode(codec, "replace")
    count = text.count("\ufffd")
    warning = f"{count} {'byte' if count == 1 else 'bytes'} could not be read as {codec} and became U+FFFD"
    return Decoded(text, codec, f"detector: {codec}", confidence / 2, (warning,))
