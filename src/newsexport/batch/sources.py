"""What the user named → every source in it, one after the other: files, folders, globs, lists, archives, addresses.

Nothing is read here but archives, and nothing is kept: a folder of ten million articles needs the memory of its largest
folder's names.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from newsexport.batch import _archives
from newsexport.batch._place import LIMIT, Source, is_archive, is_text
from newsexport.errors import OptionError, SourceError

__all__ = ["LIMIT", "Found", "Source", "refuse_mixing", "sources"]

Found: TypeAlias = Source | SourceError
_MAGIC = frozenset("*?[")


def sources(
    said: Sequence[str], listed: Callable[[], Iterable[str]], output: str, limit: int, passed: Counter[str]
) -> Iterator[Found]:
    """Every source in order, or why one cannot be had. `listed` gives the paths that `-` stands for.

    A folder's tree is kept, but for what is hidden, what is no text by its name (counted in `passed` by ending), and the
    output folder, which may lie in it. `limit` is in bytes and bounds members of archives.
    """
    skip = None if "://" in output else os.path.abspath(output)
    for text in said:
        if text == "-":
            for path in listed():
                yield from _file(path, _anchored(path), limit, passed)
        elif "://" in text:
            from newsexport.batch import _remote

            yield from _remote.sources(text, limit, passed)
        elif os.path.isdir(text):
            yield from _folder(text, skip, limit, passed)
        elif not os.path.lexists(text) and _MAGIC & set(text):
            yield from _matching(text, skip, limit, passed)
        else:
            yield from _file(text, os.path.basename(text), limit, passed)


def refuse_mixing(said: Sequence[str], output: str) -> bool:
    """Whether outputs may lie beside sources; OptionError where the output folder is a source folder or holds one."""
    if "://" in output:
        return False
    target = os.path.realpath(output)
    beside = False
    for text in said:
        if "://" in text:
            continue
        beside |= text == "-" or not os.path.isdir(text)
        place = os.path.realpath(text)
        if os.path.isdir(text) and _inside(place, target):
            raise OptionError(f"{output} holds the sources in {text}", hint="choose another folder with -o FOLDER")
    return beside


def _anchored(path: str) -> str:
    """The path as a place of the tree: a list of paths keeps its folders."""
    parts = Path(os.path.normpath(path)).parts
    return "/".join(part for part in parts if part != ".." and part != Path(path).anchor)


def _file(path: str, place: str, limit: int, passed: Counter[str]) -> Iterator[Found]:
    source = Source(path, place.replace(os.sep, "/"), os.path.abspath(path))
    if is_archive(path) and os.path.isfile(path):
        yield from _archives.local(source, limit, passed)
    else:
        yield source


def _matching(pattern: str, skip: str | None, limit: int, passed: Counter[str]) -> Iterator[Found]:
    """The files of a glob, with the folders below its fixed part."""
    base = pattern
    while _MAGIC & set(base):
        base = os.path.dirname(base)
    none = True
    for path in sorted(glob.iglob(pattern, recursive=True)):
        if os.path.isfile(path) and not _inside(path, skip):
            none = False
            yield from _file(path, os.path.relpath(path, base or "."), limit, passed)
    if none:
        yield SourceError("no file matches", path=pattern, hint="put the pattern in quotes and check the folder")


def _inside(path: str, folder: str | None) -> bool:
    if folder is None:
        return False
    whole, outer = (os.path.normcase(os.path.abspath(one)) for one in (path, folder))
    return whole == outer or whole.startswith(outer.rstrip(os.sep) + os.sep)


def _folder(root: str, skip: str | None, limit: int, passed: Counter[str]) -> Iterator[Found]:
    """The sources below a folder by name, folders among files; links to folders are not followed."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        here = os.path.join(root, below)
        if _inside(here, skip):
            continue
        try:
            files, folders = _listed(here)
        except OSError as error:
            yield SourceError(f"this folder cannot be read: {error.strerror or error}", path=here)
            continue
        for name in files:
            if is_text(name) or (is_archive(name) and name[0] != "."):
                yield from _file(os.path.join(here, name), os.path.join(below, name), limit, passed)
            elif name[0] != ".":
                passed[os.path.splitext(name)[1].lower() or name] += 1
        waiting += (os.path.join(below, name) for name in reversed(folders))


def _listed(folder: str) -> tuple[list[str], list[str]]:
    files: list[str] = []
    folders: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders += [entry.name] if entry.name[0] != "." else []
            elif not entry.is_dir():
                files.append(entry.name)
    return sorted(files), sorted(folders)
