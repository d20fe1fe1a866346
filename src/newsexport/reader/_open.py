"""A file's bytes, and nothing that could hang, overflow or wait for ever (gate 1 of the design)."""

from __future__ import annotations

import os
import stat

from newsexport.errors import SourceError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

# Never wait for a FIFO's writer, never hand the descriptor to a child, never translate line ends; 0 where unknown.
_FLAGS = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
_KINDS = (
    (
        stat.S_ISDIR,
        "this is a folder, not an article",
        "name the files in it, or let `newsexport batch` write them all",
    ),
    (stat.S_ISFIFO, "this is a named pipe, not a file", "send the text to standard input and name the article -"),
    (stat.S_ISSOCK, "this is a socket, not a file", "write the article into a file first"),
)


LIMIT = 50_000_000  # bytes of one source
_FIRST = 65_536  # bytes asked for first: to make room for the limit costs more than to read an article


def load(path: str | os.PathLike[str], limit: int = LIMIT) -> bytes:
    """All bytes of a regular file of at most `limit` bytes; SourceError for anything else.

    The bound is on what is read, not on the size the file system claims: files under /proc claim 0.
    """
    try:
        with os.fdopen(_descriptor(path), "rb") as file:
            return drain(file, path, limit)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error


def drain(stream: BinaryIO, name: str | os.PathLike[str] = "-", limit: int = LIMIT) -> bytes:
    """All bytes of a stream, at most `limit`; SourceError for more."""
    data = stream.read(_FIRST)
    if len(data) == _FIRST:
        data += stream.read(max(0, limit + 1 - _FIRST))
    if len(data) > limit:
        hint = "split it into files of one article each"
        raise SourceError(f"this is larger than {limit:,} bytes", path=name, hint=hint)
    return data


def _descriptor(path: str | os.PathLike[str]) -> int:
    descriptor = os.open(path, _FLAGS)
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    raise _special(path, mode)


def _refused(path: str | os.PathLike[str], error: OSError | ValueError) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return SourceError("there is no such file", path=path, hint="check the name and the folder")
    if isinstance(error, PermissionError) and not os.path.isdir(path):
        return SourceError("this file may not be read", path=path, hint="ask its owner for the right to read it")
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        mode = stat.S_IFREG
    if not stat.S_ISREG(mode):
        return _special(path, mode)
    reason = (isinstance(error, OSError) and error.strerror) or str(error)
    return SourceError(f"this file cannot be read: {reason}", path=path, hint="copy it to a local disk and try again")


def _special(path: str | os.PathLike[str], mode: int) -> SourceError:
    for is_kind, message, hint in _KINDS:
        if is_kind(mode):
            return SourceError(message, path=path, hint=hint)
    return SourceError("this is a device, not a file", path=path, hint="write the article into a file first")
