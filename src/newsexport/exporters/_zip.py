"""A zip archive with the same bytes every time, on every machine: DOCX and EPUB are such archives."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Collection, Iterable
from functools import lru_cache
from time import gmtime

from newsexport.errors import ExportError

_LOCAL = struct.Struct("<4s5H3L2H")  # APPNOTE 4.3.7
_CENTRAL = struct.Struct("<4s6H3L5HL")  # APPNOTE 4.3.12, before the member's place
_END = struct.Struct("<4s4H2LH")  # APPNOTE 4.3.16
_NEEDS = 20  # version 2.0: deflate; as maker it also says MS-DOS, so that no user's file modes get in
_STORED, _DEFLATED = 0, 8
_UTF8 = 1 << 11  # a flag: the name is UTF-8
_MOST_MEMBERS, _MOST_BYTES = 0xFFFF, 0xFFFFFFFF  # without the Zip64 extension, which e-book readers lack
_REMEMBERED = 65_536  # bytes; parts up to this size are looked up: what every file of a batch shares is packed once


class _Entry:
    """A member as it is written, and its record in the directory but for its place."""

    def __init__(self, name: str, content: bytes, deflated: bool, flags: int, stamp: tuple[int, int]) -> None:
        packed = _deflated(content) if deflated else content
        method, body = (_DEFLATED, packed) if len(packed) < len(content) else (_STORED, content)
        told = flags, method, *stamp, zlib.crc32(content), len(body), len(content), len(name)
        self.name, self.size = name.encode("ascii"), len(content)
        self.written = b"".join((_LOCAL.pack(b"PK\3\4", _NEEDS, *told, 0), self.name, body))
        self.record = _CENTRAL.pack(b"PK\1\2", _NEEDS, _NEEDS, *told, 0, 0, 0, 0, 0)


_entry_once = lru_cache(maxsize=128)(_Entry)


def pack(members: Iterable[tuple[str, bytes]], *, stored: Collection[str] = (), utf8: bool = False) -> bytes:
    """The archive of `(ASCII name, content)` members in the order given; those named in `stored` stay uncompressed.

    With `utf8` its names say that they are UTF-8: to read them, Python loads no code page. Its times are
    SOURCE_DATE_EPOCH or else 1980-01-01. ExportError beyond 65,535 members or 4 GiB.
    """
    written: list[bytes] = []
    directory: list[bytes] = []
    flags, stamp, at = _UTF8 * utf8, _stamp(), 0
    for name, content in members:
        make = _entry_once if len(content) <= _REMEMBERED else _Entry
        entry = make(name, content, name not in stored, flags, stamp)
        directory += entry.record, at.to_bytes(4, "little"), entry.name
        written.append(entry.written)
        at += len(entry.written)
        if at > _MOST_BYTES or entry.size > _MOST_BYTES or len(written) > _MOST_MEMBERS:
            raise ExportError("the edition is too large for one file", hint="divide it into several editions")
    index = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(written), len(written), len(index), at, 0)
    return b"".join((*written, index, end))


def _deflated(content: bytes) -> bytes:
    # A window no wider than the part gives the same bytes and allocates a fraction (zlib needs 262 bytes to look ahead).
    window = min(max((len(content) + 262).bit_length(), 9), 15)
    press = zlib.compressobj(6, zlib.DEFLATED, -window)
    return press.compress(content) + press.flush()


def _stamp() -> tuple[int, int]:
    # MS-DOS time runs from 1980 to 2107 in steps of two seconds (APPNOTE 4.4.6).
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdecimal() or not 315_532_800 <= (seconds := int(epoch[:12])) < 4_354_819_200:
        return 0, (1 << 5) | 1
    when = gmtime(seconds)
    return when.tm_hour << 11 | when.tm_min << 5 | when.tm_sec // 2, (
        when.tm_year - 1980
    ) << 9 | when.tm_mon << 5 | when.tm_mday
