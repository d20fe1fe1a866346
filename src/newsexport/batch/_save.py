"""Puts finished bytes on disk whole or not at all."""

from __future__ import annotations

import os
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from newsexport.errors import ExportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

_BESIDE = ".ne-"
_FRESH = 60.0  # seconds: a file is written in one
_PAUSES = (0.02, 0.1, 0.5)  # seconds


def save(path: Path, data: bytes, *, flush: bool = True) -> None:
    """Publish the bytes as `path`: written beside it, flushed to disk, then renamed over it.

    A crash, a full disk or an interrupt leaves the old file as it was. Permissions follow the umask; a link is replaced,
    never written through. Without `flush` the disk may take its time: a power cut can then cost the new file.
    ExportError where the place cannot be written.
    """
    with saving(path, flush=flush) as file:
        file.write(data)


@contextmanager
def saving(path: Path, *, flush: bool = True) -> Iterator[BinaryIO]:
    """A file to write to that becomes `path` when all went well; ExportError where the place cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(f"a folder stands in the way: {path}")
        with _replacing(path, flush=flush) as file:
            yield file
    except OSError as error:
        raise ExportError(
            f"cannot be written: {error.strerror or error}", path=path, hint="choose another place with -o FOLDER"
        ) from error


def sweep(folder: Path) -> int:
    """How many files were cleared that a killed run had begun below `folder`; what another run writes now is left."""
    mine = _mark()
    found = 0
    for path in folder.rglob(f"{_BESIDE}*.tmp"):
        machine, _, rest = path.name.removeprefix(_BESIDE).partition("-")
        process = rest.partition("-")[0]
        if machine != mine or not process.isascii() or not process.isdigit():
            continue
        try:
            if not _lives(int(process), path):
                path.unlink()
                found += 1
        except OSError:
            continue  # it is gone, or, on Windows, open
    return found


@contextmanager
def _replacing(path: Path, *, flush: bool) -> Iterator[BinaryIO]:
    beside = _beside(path.parent)
    try:
        with open(beside, "xb") as file:  # noqa: PTH123
            yield file
            file.flush()
            if flush:
                os.fsync(file.fileno())
        _publish(beside, path)
    except FileExistsError:  # somebody's who was quicker
        raise
    except BaseException:
        try:
            os.unlink(beside)  # noqa: PTH108
        except OSError:
            pass  # it is gone; what cannot be removed is the next run's to clear
        raise


def _publish(beside: str, path: Path) -> None:
    """Rename over the path. On Windows a virus scanner or an indexer may have the old file open for a moment."""
    for pause in _PAUSES if sys.platform == "win32" else ():
        try:
            os.replace(beside, path)  # noqa: PTH105 - the path may not be UTF-8: os takes it as it is
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(beside, path)  # noqa: PTH105


def _beside(folder: Path) -> str:
    """A path in a folder where nothing is: known before it is opened, so that no signal leaves it behind.

    By hand, since to import tempfile takes 5 ms.
    """
    while True:
        beside = os.path.join(folder, f"{_BESIDE}{_mark()}-{os.getpid()}-{os.urandom(6).hex()}.tmp")  # noqa: PTH118
        if not os.path.lexists(beside):
            return beside


@cache
def _mark() -> str:
    """What this machine's unfinished files are known by: process numbers mean nothing on another one."""
    node = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{zlib.crc32(os.fsencode(node)):08x}"


def _lives(process: int, path: Path) -> bool:
    """Whether a process may still be writing the file."""
    if sys.platform == "win32":  # signal 0 means Ctrl-C there; what is written now cannot be removed
        return time.time() - path.stat().st_mtime < _FRESH
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    try:  # one that has ended may wait for ever to be waited for, in a container whose first process does not
        return b") Z" not in Path(f"/proc/{process}/stat").read_bytes()
    except OSError:
        return True
