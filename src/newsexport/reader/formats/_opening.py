"""The first characters of a file: enough to tell its format, cheap enough to ask every file."""

from __future__ import annotations

import codecs
import re

from newsexport.patterns import lazy

SIZE = 4096
_MARKED = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"), (b"{\0", "utf-16-le"), (b"\0{", "utf-16-be"))
_SKIPPED = lazy(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_ROOT = lazy(r"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,60})(?=[\s/>])")


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
