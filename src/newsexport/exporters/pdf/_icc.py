"""The sRGB colour profile, made here so that it has no licence, no date and 952 bytes."""

from __future__ import annotations

import struct
from functools import lru_cache

_STEPS = 256
_WHITE = (0.9642, 1.0, 0.8249)  # D50, the profile connection space
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}


@lru_cache(1)
def srgb() -> bytes:
    """An ICC v2.1 display profile of IEC 61966-2.1: a matrix and one shared curve (ICC.1:2001-04, 6.3)."""
    blocks = {b"desc": _description(b"sRGB"), b"cprt": b"text\0\0\0\0CC0\0", b"wtpt": _xyz(*_WHITE)}
    blocks |= {tag: _xyz(*value) for tag, value in _PRIMARIES.items()} | {b"rTRC": _curve()}
    tags = [*((tag, tag) for tag in blocks), (b"gTRC", b"rTRC"), (b"bTRC", b"rTRC")]
    data, places = b"", {}
    for tag, block in blocks.items():
        places[tag] = (128 + 4 + 12 * len(tags) + len(data), len(block))
        data += block + bytes(-len(block) % 4)
    table = struct.pack(">I", len(tags)) + b"".join(tag + struct.pack(">II", *places[source]) for tag, source in tags)
    return _header(128 + len(table) + len(data)) + table + data


def _header(size: int) -> bytes:
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    return head + b"".join(map(_fixed, _WHITE)) + bytes(48)


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, values))


def _description(text: bytes) -> bytes:
    return b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" + bytes(78)


def _curve() -> bytes:
    values = (_linear(step / (_STEPS - 1)) for step in range(_STEPS))
    return b"curv\0\0\0\0" + struct.pack(">I", _STEPS) + b"".join(struct.pack(">H", round(65535 * v)) for v in values)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
