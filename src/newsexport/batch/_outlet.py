"""Where outputs go: a folder, or an address through fsspec."""

from __future__ import annotations

import os
from pathlib import Path

from newsexport.batch._save import save
from newsexport.batch._state import Known
from newsexport.errors import ExportError


def write(output: str, place: str, data: bytes, *, guarded: bool) -> None:
    """Publish the bytes at a place of the output, whole or not at all.

    With `guarded`, a file that is there already may be a source, and is never replaced: ExportError.
    """
    if "://" in output:
        from newsexport.batch import _remote

        _remote.put(f"{output.rstrip('/')}/{place}", data)
        return
    path = Path(output, place)
    if guarded and os.path.lexists(path):
        hint = "choose another folder with -o FOLDER"
        raise ExportError("is there already, and may be one of the sources", path=path, hint=hint)
    save(path, data, flush=False)


def size(output: str, known: Known) -> int | None:
    """The bytes of an output as it lies there; None where it does not."""
    if "://" in output:
        from newsexport.batch import _remote

        return _remote.size(f"{output.rstrip('/')}/{known.path}")
    try:
        return os.lstat(f"{output}/{known.path}").st_size
    except OSError:
        return None
