"""python-docx, imported without what it needs for pictures and what its libraries need for other ways to read a file."""

from __future__ import annotations

from newsexport.exporters._late import Instead, Late, inspect_for_lxml

_UNUSED = ("hashlib", "ipaddress", "bz2", "lzma", "pathlib", "shutil", "textwrap")


def _typing_extensions() -> Late:
    """What are `typing`'s own words since Python 3.11: the rest, for older ones' sake, takes 8 ms."""
    import typing

    return Late("typing_extensions", Protocol=typing.Protocol, Self=typing.Self, TypeAlias=typing.TypeAlias)


with Instead(inspect_for_lxml(), _typing_extensions(), *map(Late, _UNUSED)):
    from docx.opc.constants import RELATIONSHIP_TYPE

    import docx

__all__ = ["RELATIONSHIP_TYPE", "docx"]
