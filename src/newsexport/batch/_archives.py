"""The articles in a .zip or .tar, one after the other: bounded, and never written anywhere."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from newsexport.batch._place import Source, bare, ending, is_text
from newsexport.errors import SourceError

_SWELL = 200  # times its own size: news text packs to a twentieth at best, a bomb to a thousandth
_ROOM = 50_000_000  # bytes that any archive may unpack to, however small it is
_LEADS_OUT = re.compile(r"(?:\A|[/\\])\.\.(?:[/\\]|\Z)|\A[/\\]|\A[A-Za-z]:|[\x00\\]")


def members(
    file: IO[bytes], size: int, outer: Source, limit: int, passed: Counter[str]
) -> Iterator[Source | SourceError]:
    """Each article of the archive, or why it cannot be had; `passed` counts what is no text by its name.

    `limit` bounds each member in bytes, as it is read: what an archive says of itself is not believed.
    """
    is_zip = ending(outer.place) == ".zip"
    left = max(size * _SWELL, _ROOM)
    try:
        for name, data in (_zipped if is_zip else _tarred)(file, limit, passed):
            if data is None or _LEADS_OUT.search(name):
                yield _refused(outer, name, limit if data is None else None)
                continue
            left -= len(data)
            if left < 0:
                yield SourceError(
                    f"it unpacks to more than {_SWELL} times its size", path=outer.name, hint="unpack it yourself"
                )
                return
            place = f"{bare(outer.place)}/{name}"
            yield Source(f"{outer.name}!{name}", place, f"{outer.origin}!{name}", data)
    except Exception as error:  # zipfile, tarfile and the decompressors have a dozen kinds between them
        said = f"this archive cannot be read: {type(error).__name__}: {error}"
        yield SourceError(said, path=outer.name, hint="test it with unzip -t or tar -t")


def _refused(outer: Source, name: str, limit: int | None) -> SourceError:
    if limit is not None:
        return SourceError(f"this is larger than {limit:,} bytes", path=f"{outer.name}!{name}", hint="see --max-bytes")
    return SourceError("a member's name leads out of its archive", path=f"{outer.name}!{name}", hint="pack it again")


def _zipped(file: IO[bytes], limit: int, passed: Counter[str]) -> Iterator[tuple[str, bytes | None]]:
    import zipfile

    with zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            if not is_text(info.filename):
                passed[ending(info.filename)] += 1
                continue
            with archive.open(info) as member:
                yield info.filename, _bounded(member, limit)


def _tarred(file: IO[bytes], limit: int, passed: Counter[str]) -> Iterator[tuple[str, bytes | None]]:
    import tarfile

    with tarfile.open(fileobj=file, mode="r|*") as archive:
        for info in archive:
            archive.members = []  # type: ignore[attr-defined] # else it remembers every one of a million
            if info.isdir():
                continue
            member = archive.extractfile(info) if info.isreg() and is_text(info.name) else None
            if member is None:
                passed[ending(info.name)] += 1
                continue
            yield info.name.removeprefix("./"), _bounded(member, limit)


def _bounded(member: IO[bytes], limit: int) -> bytes | None:
    data = member.read(limit + 1)
    return data if len(data) <= limit else None


def local(outer: Source, limit: int, passed: Counter[str]) -> Iterator[Source | SourceError]:
    """The articles of an archive on disk."""
    try:
        with Path(outer.origin).open("rb") as file:
            yield from members(file, os.fstat(file.fileno()).st_size, outer, limit, passed)
    except OSError as error:
        yield SourceError(f"this archive cannot be read: {error.strerror or error}", path=outer.name)
