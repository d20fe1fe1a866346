"""File names made from titles: portable, one path component, never empty."""

from __future__ import annotations

import re
import unicodedata

_MOST_BYTES = 120  # leaves room for a temporary suffix below the 255 bytes of every file system
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
