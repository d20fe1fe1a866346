"""Puts finished bytes on disk whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from newsexport.errors import ExportError


def save(path: Path, data: bytes) -> None:
    """Publish the bytes as `path`: written beside it, flushed to disk, then renamed over it.

    A crash, a full disk or an interrupt leaves the old file as it was. Permissions follow the umask; a link is replaced,
    never written through. ExportError where the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(f"a folder stands in the way: {path}")
        _replace(path, data)
    except OSError as error:
        raise ExportError(
            f"cannot be written: {error.strerror or error}", path=path, hint="choose another place with -o FOLDER"
        ) from error


def _replace(path: Path, data: bytes) -> None:
    number, beside = tempfile.mkstemp(dir=path.parent, prefix=".ne-", suffix=".tmp")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(beside, 0o666 & ~mask)  # noqa: PTH101 - mkstemp makes it 0600, whatever the umask
        os.replace(beside, path)  # noqa: PTH105 - the path may not be UTF-8: os takes it as it is
    except BaseException:
        try:
            os.unlink(beside)  # noqa: PTH108
        except FileNotFoundError:
            pass
        raise
