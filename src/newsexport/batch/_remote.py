"""Sources and outputs behind an address, through fsspec (`pip install 'newsexport[remote]'`).

Only for addresses the user typed: fsspec knows some sixty protocols, and an article's words reach none of them.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from newsexport.batch import _archives
from newsexport.batch._place import Source, is_archive, is_text
from newsexport.errors import ExportError, OptionError, SourceError


@lru_cache(maxsize=8)
def reached(url: str) -> tuple[Any, str]:
    """The file system of an address and the path on it; OptionError where fsspec or its protocol is missing."""
    try:
        import fsspec
    except ImportError:
        raise OptionError(f"{url} needs fsspec", hint="pip install 'newsexport[remote]'") from None
    try:
        return fsspec.core.url_to_fs(url)  # type: ignore[no-any-return]
    except Exception as error:
        raise OptionError(f"{url} cannot be reached: {error}", hint="check the address and its package") from None


def sources(url: str, limit: int, passed: Counter[str]) -> Iterator[Source | SourceError]:
    """Every source at an address: a file, a folder with all below it, or a glob."""
    try:
        system, path = reached(url)
        if any(mark in path for mark in "*?[") and not url.startswith(("http:", "https:")):
            base = path[: min(path.index(mark) for mark in "*?[" if mark in path)].rpartition("/")[0]
            found = sorted(system.glob(path))
        elif url.startswith(("http:", "https:")) or not system.isdir(path):
            base, found = posixpath.dirname(path), [path]
        else:
            base, found = path, [name for name in sorted(system.find(path)) if _taken(name, passed)]
    except OptionError:
        raise
    except Exception as error:
        yield SourceError(f"this address cannot be listed: {error}", path=url)
        return
    for name in found:
        place = name.removeprefix(base).lstrip("/")
        address = system.unstrip_protocol(name)
        source = Source(address, place.partition("?")[0] or "article", address)
        yield from _archive(source, limit, passed) if is_archive(source.place) else (source,)


def read(url: str, limit: int) -> bytes:
    """All bytes behind an address, at most `limit`; SourceError for more, or where it cannot be read."""
    system, path = reached(url)
    try:
        with system.open(path, "rb") as file:
            data: bytes = file.read(limit + 1)
    except Exception as error:
        said = f"this address cannot be read: {type(error).__name__}: {error}"
        raise SourceError(said, path=url, hint="check the address and your rights") from error
    if len(data) > limit:
        raise SourceError(f"this is larger than {limit:,} bytes", path=url, hint="see --max-bytes")
    return data


def put(url: str, data: bytes) -> None:
    """Publish the bytes at an address in one piece; ExportError where that fails."""
    system, path = reached(url)
    try:
        system.makedirs(posixpath.dirname(path), exist_ok=True)
        system.pipe_file(path, data)
    except Exception as error:
        raise ExportError(f"cannot be written: {type(error).__name__}: {error}", path=url) from error


def size(url: str) -> int | None:
    """The bytes of what lies at an address; None where nothing does."""
    system, path = reached(url)
    try:
        return int(system.size(path))
    except Exception:  # each file system has its own way to say that there is nothing
        return None


def _taken(name: str, passed: Counter[str]) -> bool:
    if is_text(name) or is_archive(name):
        return True
    passed[posixpath.splitext(name)[1].lower()] += 1
    return False


def _archive(source: Source, limit: int, passed: Counter[str]) -> Iterator[Source | SourceError]:
    system, path = reached(source.origin)
    try:
        with system.open(path, "rb") as file:
            yield from _archives.members(file, int(system.size(path) or 0), source, limit, passed)
    except OSError as error:
        yield SourceError(f"this archive cannot be read: {error}", path=source.name)
