"""What the outputs of a format depend on beside their source: one digest that changes when any of it does."""

from __future__ import annotations

import hashlib
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


def digest(name: str, style: Style, *said: Any) -> str:
    """The digest of a format: house style with its font files, options, and the versions of all that writes it."""
    facts = (_ours(), _plugin(name), os.environ.get("SOURCE_DATE_EPOCH"), name, style, _fonts(style), said)
    return hashlib.sha256(repr(facts).encode("utf-8", "backslashreplace")).hexdigest()


@cache
def _ours() -> tuple[tuple[str, str], ...]:
    """The versions of newsexport and of what it needs."""
    needed = [found[0] for text in _needs() if "extra ==" not in text and (found := _NAME.match(text))]
    return (("newsexport", __version__), *((one, _version(one)) for one in sorted(needed)))


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
    """Who offers a format, and in which version."""
    points = entry_points(group=GROUP, name=name)
    return tuple(sorted(f"{point.value} {point.dist.version if point.dist else ''}" for point in points))


def _fonts(style: Style) -> tuple[str, ...]:
    """The hashes of the font files that a style names."""
    files = (getattr(family, part.name) for _, family in sorted(style.fonts.files.items()) for part in fields(family))
    paths = [path for path in files if isinstance(path, Path)]
    return tuple(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths if path.is_file())
