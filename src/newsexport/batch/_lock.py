"""One batch at a time on one output folder; the shards of one run may share it."""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from newsexport.errors import OptionError

_PATIENCE = 5.0  # seconds: the workers of a killed run are gone by then
_PAST, _SPAN = 1000, 2**30  # bytes that Windows locks: beyond the number in the file, which others read


@contextmanager
def locked(folder: Path, shard: str | None) -> Iterator[None]:
    """Hold the output for as long as the block runs; OptionError where another batch holds it.

    The system lets go of the lock when its holder and all of its workers are gone, however they ended.
    """
    with ExitStack() as held:
        held.enter_context(_held(folder / "lock", shard))
        if shard:
            held.enter_context(_held(folder / f"{shard}.lock", None))
        yield


@contextmanager
def _held(path: Path, shard: str | None) -> Iterator[None]:
    """Hold a lock file: alone, or with a shard's name beside other shards."""
    number = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        until = time.monotonic() + _PATIENCE
        while not _take(number, shard):
            if time.monotonic() > until:
                raise OptionError(
                    f"another batch is writing to {path.parent.parent} (process {_holder(number)})",
                    hint="wait until it is done, or choose another folder with -o FOLDER",
                )
            time.sleep(0.05)
        if shard is None:
            os.ftruncate(number, 0)
            os.write(number, str(os.getpid()).encode())
        yield
    finally:
        os.close(number)


def _holder(number: int) -> str:
    os.lseek(number, 0, os.SEEK_SET)
    return os.read(number, 20).decode("ascii", "replace").strip() or "unknown"


def _take(number: int, shard: str | None) -> bool:
    """Whether the lock could be had at once."""
    try:
        import fcntl
    except ImportError:
        return _take_on_windows(number, shard)
    try:
        fcntl.flock(number, (fcntl.LOCK_SH if shard else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _take_on_windows(number: int, shard: str | None) -> bool:
    """Windows has no shared lock here: a shard holds one byte of its own, who wants to be alone all of them."""
    import msvcrt

    start, size = (zlib.crc32(shard.encode()) % _SPAN, 1) if shard else (0, _SPAN)
    try:
        os.lseek(number, _PAST + start, os.SEEK_SET)
        msvcrt.locking(number, msvcrt.LK_NBLCK, size)  # type: ignore[attr-defined]
    except OSError:
        return False
    os.lseek(number, 0, os.SEEK_SET)
    return True
