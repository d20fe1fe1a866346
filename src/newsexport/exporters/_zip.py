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
_CENTRAL = struct.Struct("<4s6H3L5H2L")  # APPNOTE 4.3.12
_END = struct.Struct("<4s4H2LH")  # APPNOTE 4.3.16
_NEEDS = 20  # version 2.0: deflate; as maker it also says MS-DOS, so that no user's file modes get in
_STORED, _DEFLATED = 0, 8
_MOST_MEMBERS, _MOST_BYTES = 0xFFFF, 0xFFFFFFFF  # without the Zip64 extension, which e-book readers lack
_REMEMBERED = 65_536  # bytes; parts up to this size are looked up: what every file of a batch shares is packed once


class _Entry:
    """A member as it is written."""

    def __init__(self, name: str, content: bytes, deflated: bool) -> None:
        packed = _deflated(content) if deflated else content
        smaller = len(packed) < len(content)
        self.name, self.method, self.crc = name.encode("ascii"), _DEFLATED if smaller else _STORED, zlib.crc32(content)
        self.body, self.size = packed if smaller else content, len(content)


_entry_once = lru_cache(maxsize=128)(_Entry)


def pack(members: Iterable[tuple[str, bytes]], *, stored: Collection[str] = ()) -> bytes:
    """The archive of `(ASCII name, content)` members in the order given; those named in `stored` stay uncompressed.

    Its times are SOURCE_DATE_EPOCH or else 1980-01-01. ExportError beyond 65,535 members or 4 GiB.
    """
    written: list[bytes] = []
    directory: list[bytes] = []
    stamp, at = _stamp(), 0
    for name, content in members:
        entry = (_entry_once if len(content) <= _REMEMBERED else _Entry)(name, content, name not in stored)
        local = _local(entry, stamp)
        directory.append(_central(entry, stamp, at))
        written += local, entry.body
        at += len(local) + len(entry.body)
        if at > _MOST_BYTES or entry.size > _MOST_BYTES or len(directory) > _MOST_MEMBERS:
            raise ExportError("the edition is too large for one file", hint="divide it into several editions")
    index = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), len(index), at, 0)
    return b"".join((*written, index, end))


def _local(entry: _Entry, stamp: tuple[int, int]) -> bytes:
    sizes = entry.crc, len(entry.body), entry.size
    return _LOCAL.pack(b"PK\3\4", _NEEDS, 0, entry.method, *stamp, *sizes, len(entry.name), 0) + entry.name


def _central(entry: _Entry, stamp: tuple[int, int], at: int) -> bytes:
    sizes = entry.crc, len(entry.body), entry.size
    rest = len(entry.name), 0, 0, 0, 0, 0, at
    return _CENTRAL.pack(b"PK\1\2", _NEEDS, _NEEDS, 0, entry.method, *stamp, *sizes, *rest) + entry.name


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
