"""Compares the files of an output folder with what its state file says was written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from newsexport.batch._state import Known, State
from newsexport.batch.runner import home
from newsexport.errors import OptionError
from newsexport.records import Record

_PIECE = 1_000_000  # bytes read at a time


class Verdict(Record):
    """An output and whether it is what was written."""

    path: str
    found: Literal["whole", "missing", "changed"]


def verify(output: str) -> Iterator[Verdict]:
    """A verdict on each output of each shard; OptionError where no batch ever wrote to `output`."""
    states = sorted(home(output, create=False).glob("*.db"))
    if not states:
        raise OptionError(f"{output}: no batch has written here", hint="name the folder that batch -o named")
    for path in states:
        state = State.copy(path)
        try:
            for known in state.outputs():
                yield Verdict(known.path, _judge(output, known))
        finally:
            state.close()


def _judge(output: str, known: Known) -> Literal["whole", "missing", "changed"]:
    try:
        found = _hash_there(output, known) if "://" in output else _hash(Path(output, known.path))
    except (OSError, ValueError):
        return "missing"
    return "whole" if found == known.sha256 else "changed"


def _hash(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def _hash_there(output: str, known: Known) -> str:
    from newsexport.batch import _remote
    from newsexport.errors import SourceError

    try:
        return hashlib.sha256(_remote.read(f"{output.rstrip('/')}/{known.path}", max(known.bytes, 1))).hexdigest()
    except SourceError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            raise error.__cause__ from None
        return "unreadable"
