"""Puts finished bytes on disk whole or not at all."""

from __future__ import annotations

import os
import sys
import time
from functools import cache

from newsexport.digests import sha256
from newsexport.errors import ExportError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

_BESIDE = ".ne-"
_FRESH = 60.0  # seconds: a file is written in one
_PAUSES = (0.02, 0.1, 0.5)  # seconds


def save(path: str | os.PathLike[str], data: bytes, *, flush: bool = True) -> None:
    """Publish the bytes as `path`: written beside it, flushed to disk, then renamed over it.

    A crash, a full disk or an interrupt leaves the old file as it was. Permissions follow the umask; a link is replaced,
    never written through. Without `flush` the disk may take its time: a power cut can then cost the new file.
    ExportError where the place cannot be written.
    """
    with Saving(path, flush=flush) as file:
        file.write(data)


class Saving:
    """A file to write to that becomes `path` when all went well; ExportError where the place cannot be written."""

    def __init__(self, path: str | os.PathLike[str], *, flush: bool = True) -> None:
        self.path, self.flush, self._beside = os.fspath(path), flush, ""

    def __enter__(self) -> BinaryIO:
        try:
            folder = os.path.dirname(self.path)
            os.makedirs(folder or ".", exist_ok=True)
            if os.path.isdir(self.path):
                raise IsADirectoryError(f"a folder stands in the way: {self.path}")
            self._beside = _beside(folder)
            self._file = open(self._beside, "xb")
        except BaseException as error:
            self._drop(error)
            raise
        return self._file

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        try:
            with self._file as file:
                if error:
                    raise error
                file.flush()
                if self.flush:
                    os.fsync(file.fileno())
            _publish(self._beside, self.path)
        except BaseException as failure:
            self._drop(failure)
            raise

    def _drop(self, error: BaseException) -> None:
        """Leave nothing behind that is not whole; what went wrong with the disk is said."""
        if self._beside and not isinstance(error, FileExistsError):  # else it is somebody's who was quicker
            try:
                os.unlink(self._beside)
            except OSError:
                pass  # it is gone; what cannot be removed is the next run's to clear
        if isinstance(error, OSError):
            said = f"cannot be written: {error.strerror or error}"
            raise ExportError(said, path=self.path, hint="choose another place with -o FOLDER") from error


def sweep(folder: str | os.PathLike[str]) -> int:
    """How many files were cleared that a killed run had begun below `folder`; what another run writes now is left."""
    mine = _mark()
    found = 0
    from pathlib import Path

    for path in Path(folder).rglob(f"{_BESIDE}*.tmp"):
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


def _publish(beside: str, path: str) -> None:
    """Rename over the path. On Windows a virus scanner or an indexer may have the old file open for a moment."""
    for pause in _PAUSES if sys.platform == "win32" else ():
        try:
            os.replace(beside, path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(beside, path)


def _beside(folder: str) -> str:
    """A path in a folder where nothing is: known before it is opened, so that no signal leaves it behind.

    By hand, since to import tempfile takes 5 ms.
    """
    while True:
        beside = os.path.join(folder, f"{_BESIDE}{_mark()}-{os.getpid()}-{os.urandom(6).hex()}.tmp")
        if not os.path.lexists(beside):
            return beside


@cache
def _mark() -> str:
    """What this machine's unfinished files are known by: process numbers mean nothing on another one."""
    node = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return sha256(os.fsencode(node)).hex()[:8]


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
        with open(f"/proc/{process}/stat", "rb") as file:
            return b") Z" not in file.read()
    except OSError:
        return True
