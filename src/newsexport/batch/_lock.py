"""One batch at a time on one output folder; the shards of one run may share it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from newsexport.errors import OptionError

_PATIENCE = 5.0  # seconds: the workers of a killed run are gone by then


@contextmanager
def locked(folder: Path, shard: str | None) -> Iterator[None]:
    """Hold the output for as long as the block runs; OptionError where another batch holds it.

    The system lets go of the lock when its holder and all of its workers are gone, however they ended.
    """
    with ExitStack() as held:
        held.enter_context(_held(folder / "lock", shared=shard is not None))
        if shard:
            held.enter_context(_held(folder / f"{shard}.lock", shared=False))
        yield


@contextmanager
def _held(path: Path, *, shared: bool) -> Iterator[None]:
    number = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        until = time.monotonic() + _PATIENCE
        while not _take(number, shared=shared):
            if time.monotonic() > until:
                holder = os.pread(number, 20, 0).decode("ascii", "replace") if hasattr(os, "pread") else ""
                raise OptionError(
                    f"another batch is writing to {path.parent.parent} (process {holder.strip() or 'unknown'})",
                    hint="wait until it is done, or choose another folder with -o FOLDER",
                )
            time.sleep(0.05)
        if not shared:
            os.ftruncate(number, 0)
            os.write(number, str(os.getpid()).encode())
        yield
    finally:
        os.close(number)


def _take(number: int, *, shared: bool) -> bool:
    """Whether the lock could be had at once."""
    try:
        import fcntl
    except ImportError:
        return _take_on_windows(number, shared=shared)
    try:
        fcntl.flock(number, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _take_on_windows(number: int, *, shared: bool) -> bool:
    import msvcrt

    if shared:  # Windows has no shared lock here: each shard still has its own
        return True
    try:
        os.lseek(number, 1000, os.SEEK_SET)  # beyond the number in it, which others read
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        os.lseek(number, 0, os.SEEK_SET)
    except OSError:
        return False
    return True
