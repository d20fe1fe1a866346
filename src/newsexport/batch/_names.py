"""File names made from titles: portable, one path component, never empty."""

from __future__ import annotations

import os
import re
import unicodedata
from functools import lru_cache

_MOST_BYTES = 120  # leaves room for a temporary suffix below the 255 bytes of every file system
_FORBIDDEN = frozenset('<>:"/\\|?*')
_JOINERS = "\u200c\u200d"  # Persian and Indic words are spelled with them
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{a}{b}" for a in ("com", "lpt") for b in "0123456789¹²³"
}


def safe_name(title: str) -> str:
    r"""A file name without ending for a title: lower case, letters and digits of any script, hyphens between.

    Letters are decided by category, not by a pattern: `\w` drops Indic and Thai vowel signs.
    """
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", title[:300]).lower())
    kept = "".join(char if unicodedata.category(char)[0] in "LMN" else "-" for char in text)
    name = re.sub("-{2,}", "-", kept).encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore")
    while name and unicodedata.combining(name[0]):
        name = name[1:]
    name = name.strip("-")
    return f"article-{name}".rstrip("-") if not name or name in _RESERVED else name


def spelled(path: str | os.PathLike[str]) -> str:
    """The path as `pathlib` writes it, with no "." and no doubled separator in it: to import that takes four milliseconds."""
    text = os.fspath(path)
    if os.name == "nt":
        from pathlib import PurePath

        return str(PurePath(text))
    root = text[: len(text) - len(text.lstrip("/"))]
    parts = [part for part in text.split("/") if part not in {"", "."}]
    return (root if len(root) < 3 else "/") + "/".join(parts) or "."


def portable(place: str) -> str:
    """A path below the output folder from a path of the source's, with `/` between: each part safe on every platform.

    Letters, case, spaces and dots stay; what some system forbids, and what would lead out of the folder, becomes a hyphen.
    """
    parts = [part for part in place.split("/") if part not in {"", "."}]
    return "/".join(map(_component, parts)) or "article"


@lru_cache(256)
def _component(part: str) -> str:
    text = unicodedata.normalize("NFC", part[:300])
    kept = "".join(char if _allowed(char) else "-" for char in text)
    name = kept.encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore").strip(" ").rstrip(". ")
    if not name.strip(".- "):
        return "article"
    reserved = name.partition(".")[0].rstrip(" ").lower() in _RESERVED
    return f"article-{name.lstrip('.-~')}" if reserved or name[0] in ".-~" else name


def _allowed(char: str) -> bool:
    return char in _JOINERS or not (char in _FORBIDDEN or unicodedata.category(char) in _HIDDEN)
