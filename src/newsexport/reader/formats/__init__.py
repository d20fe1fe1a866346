"""Inputs with a structure of their own: each format one module with `sniff` and `parse`, imported only when it is met.

`FORMATS` names the modules in the order in which they are asked. `parse(data, name=..., language=...)` gives the
articles of a file; it raises SourceError, with the file's name and a hint, for anything it cannot read.
"""

from __future__ import annotations

import importlib

from newsexport.model import Article
from newsexport.reader.formats._opening import opening

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    class Format(Protocol):
        """A module that reads one format."""

        def sniff(self, data: bytes) -> bool:
            """Whether the first 4 kB look like this format; never raises."""

        def parse(self, data: bytes, *, name: str | None, language: str | None) -> tuple[Article, ...]:
            """The articles of the file, at least one; SourceError for what cannot be read."""


FORMATS: dict[str, str] = {
    "nitf": "nitf",
    "newsml-g2": "newsml_g2",
    "newsml": "newsml",
    "feed": "feed",
    "html": "html",
    "ninjs": "ninjs",
    "email": "email",
}


_MARKED_UP = ("nitf", "newsml-g2", "newsml", "feed", "html")


def load(name: str) -> Format:
    """The module that reads a format of `FORMATS`; KeyError for another name."""
    module: Any = importlib.import_module(f"{__name__}.{FORMATS[name]}")
    read: Format = module
    return read


def pick(data: bytes) -> str | None:
    """The name of the format whose opening the data has; None for plain text, without importing anything."""
    start = opening(data)
    if not start.startswith(("<", "{", "[")) and ":" not in start.partition("\n")[0] and not start.startswith("From "):
        return None
    asked = _MARKED_UP if start.startswith("<") else ("ninjs",) if start.startswith(("{", "[")) else ("email",)
    return next((name for name in asked if load(name).sniff(data)), None)
