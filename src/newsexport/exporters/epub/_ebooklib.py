"""EbookLib, imported without what it needs to read books and to write files."""

from __future__ import annotations

import os

from newsexport.exporters._late import Instead, Late, inspect_for_lxml


def _system() -> str:
    return os.uname().sysname


_UNUSED = ("ipaddress", "logging", "mimetypes", "zipfile")
with Instead(inspect_for_lxml(), Late("platform", system=_system), *map(Late, _UNUSED)):
    from ebooklib import epub

__all__ = ["epub"]
