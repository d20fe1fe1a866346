"""What the outputs of a format depend on beside their source: one digest that changes when any of it does."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
from dataclasses import fields
from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, requires, version
from pathlib import Path
from typing import Any

from newsexport import __version__
from newsexport.registry import GROUP
from newsexport.style import Style

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_OTHER = re.compile(r"extra == .(?!html|thai)")  # what an extra brings that changes no output
_CODE = {".py", ".mo"}


def digest(name: str, style: Style, *said: Any) -> str:
    """The digest of a format: house style with its font files, options, and the code and versions of all that writes it."""
    ours = (__version__, code("newsexport"), libraries())
    facts = (ours, _plugin(name), os.environ.get("SOURCE_DATE_EPOCH"), name, style, _fonts(style), said)
    return hashlib.sha256(repr(facts).encode("utf-8", "backslashreplace")).hexdigest()


@cache
def code(package: str) -> str:
    """The hash of a package's modules and catalogues: a checkout changes every day, and its version once a year."""
    spec = importlib.util.find_spec(package)
    if spec is None:
        return ""
    found = hashlib.sha256()
    for place in map(Path, spec.submodule_search_locations or [spec.origin or ""]):
        files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.suffix in _CODE)
        for path in files:
            found.update(f"{path.relative_to(place.parent).as_posix()} {path.stat().st_size}\n".encode())
            found.update(path.read_bytes())
    return found.hexdigest()


@cache
def libraries() -> tuple[tuple[str, str], ...]:
    """What newsexport needs to read and to write, with versions."""
    needed = {found[0] for text in _needs() if not _OTHER.search(text) and (found := _NAME.match(text))}
    return tuple((one, _version(one)) for one in sorted(needed))


def _needs() -> list[str]:
    try:
        return requires("newsexport") or []
    except PackageNotFoundError:
        return []


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _plugin(name: str) -> tuple[str, ...]:
    """Who offers a format, in which version, and the hash of its code."""
    points = entry_points(group=GROUP, name=name)
    found = ((point.value, point.dist.version if point.dist else "") for point in points)
    return tuple(
        sorted(f"{value} {version} {code(value.partition(':')[0].partition('.')[0])}" for value, version in found)
    )


def _fonts(style: Style) -> tuple[str, ...]:
    """The hashes of the font files that a style names."""
    files = (getattr(family, part.name) for _, family in sorted(style.fonts.files.items()) for part in fields(family))
    paths = [path for path in files if isinstance(path, Path)]
    return tuple(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths if path.is_file())
