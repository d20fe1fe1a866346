"""Hashes of bytes that do not load OpenSSL for one article's sake: that takes three milliseconds."""

from __future__ import annotations

import importlib
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_OWN = {
    "sha1": ("_sha1",),
    "sha256": ("_sha2", "_sha256"),
}  # Python's own modules, as its `random` takes them; 3.12, 3.11
_FEW = 300_000  # bytes that these hash in the time that OpenSSL, six times as quick, takes to load
_left = dict.fromkeys(_OWN, _FEW)


def sha256(data: bytes) -> bytes:
    """The SHA-256 of some bytes."""
    digest: bytes = _made("sha256", data).digest()
    return digest


def sha1(data: bytes) -> bytes:
    """The SHA-1 of some bytes: for names that a standard defines by it, never for security."""
    digest: bytes = _made("sha1", data).digest()
    return digest


def _made(name: str, data: bytes) -> Any:
    _left[name] -= len(data)
    for module in _OWN[name] if _left[name] > 0 and "hashlib" not in sys.modules else ():
        try:
            return getattr(importlib.import_module(module), name)(data)
        except ImportError:
            continue  # Python may be built without
    import hashlib

    return getattr(hashlib, name)(data, usedforsecurity=False)
