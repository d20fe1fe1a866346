"""Inputs with a structure of their own: each format one module with `sniff` and `parse`, imported only when it is met.

`FORMATS` names the modules in the order in which they are asked. `parse(data, name=..., language=...)` gives the
articles of a file; it raises SourceError, with the file's name and a hint, for anything it cannot read.
"""

from __future__ import annotations

import codecs
import importlib
import re

from newsexport.model import Article
from newsexport.patterns import lazy

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
SIZE = 4096
_MARKED = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"), (b"{\0", "utf-16-le"), (b"\0{", "utf-16-be"))
_SKIPPED = lazy(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_ROOT = lazy(r"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,60})(?=[\s/>])")
BEFORE = b"\xef\xbb\xbf \t\r\n"  # what an editor may have put before the first header of a message
_HEADERS = ("from:", "subject:", "date:")
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
    asked = (
        _MARKED_UP if start.startswith("<") else ("ninjs",) if start.startswith(("{", "[")) else _mailed(data, start)
    )
    return next((name for name in asked if load(name).sniff(data)), None)


def _mailed(data: bytes, start: str) -> tuple[str, ...]:
    """What text with a colon in its first line is asked for: a message has one of these headers."""
    if start.startswith("From "):
        return ("email",)
    small = opening(data[: 2 * SIZE].lstrip(BEFORE)).lower()
    return ("email",) if any(map(small.__contains__, _HEADERS)) else ()


def opening(data: bytes) -> str:
    """The first 4 kB as text, without a byte order mark and leading white space; never raises."""
    head = data[:SIZE]
    for mark, codec in (*_MARKED, *_UNMARKED):
        if head.startswith(mark):
            return head.decode(codec, "replace").lstrip("\ufeff \t\r\n")
    return head.decode("utf-8", "replace").lstrip()


def root(data: bytes) -> str | None:
    """The local name of the first element when the data opens as markup does."""
    start = opening(data)
    if not start.startswith("<"):
        return None
    found = _ROOT.search(_SKIPPED.sub("", start))
    return found[1] if found else None
