"""The characters that no font has, with their names and where each stands first."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Collection

from newsexport.errors import ExportWarning
from newsexport.exporters.pdf._script import is_east_asian
from newsexport.exporters.pdf._setting import Spot
from newsexport.exporters.pdf._xmp import line

_NAMED = 12  # characters that a warning names
_REMEDY = "or name its file with --font or in [fonts.files] of the style"


class Missing:
    """What is missing so far, each character with the place where it was met first."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}

    def note(self, chars: Collection[str], title: str, spot: Spot | None) -> None:
        """Takes down what is new among the characters that the document misses."""
        if len(chars) == len(self.places):
            return
        where = repr(line(title)[:80])
        if spot and spot[1] is not None:
            where += f", block {spot[1] + 1}"
        for char in chars:
            self.places.setdefault(char, where)

    def warn(self) -> None:
        """Says in one ExportWarning what is missing, where, and what to do."""
        if not self.places:
            return
        named: dict[str, list[str]] = {}
        for char, place in list(self.places.items())[:_NAMED]:
            named.setdefault(place, []).append(_name(char))
        where = "; ".join(f"{', '.join(names)} in {place}" for place, names in named.items())
        more = f"; and {len(self.places) - _NAMED} more" if len(self.places) > _NAMED else ""
        remedy = "install a font that has them"
        if any(map(is_east_asian, self.places)):
            remedy += ", such as Noto CJK (Debian: fonts-noto-cjk)"
        warnings.warn(
            f"no font has {where}{more}: shown as U+FFFD; {remedy}, {_REMEDY}",
            ExportWarning,
            stacklevel=5,
        )


def _name(char: str) -> str:
    """The code point, with its name where that says more (not CJK UNIFIED IDEOGRAPH-6E2F)."""
    code, name = f"{ord(char):04X}", unicodedata.name(char, "")
    return f"U+{code} {name}" if name and not name.endswith(f"-{code}") else f"U+{code}"
