"""TOML of styles, settings, book files and front matter, none of which is to be trusted."""

from __future__ import annotations

from newsexport.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_PARTS = 32
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
_LONG_KEY = lazy(rf"(?<![\w-]){_PART}(?:\.[ \t]*+{_PART}){{{_MOST_PARTS}}}")


def tables(text: str) -> dict[str, Any]:
    """What a TOML text says; ValueError where it is none.

    A key of very many parts is refused: `a.a.a…` of 64 kB, dotted, in a table's header or in braces, costs tomllib half a
    minute and 4 GB.
    """
    if _LONG_KEY.search(text):
        raise ValueError(f"a key of more than {_MOST_PARTS} parts")
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deep") from None
    except MemoryError:
        raise ValueError("too large") from None
