"""A font for the scripts that reading systems often lack, embedded where a book is written in one.

E-ink readers come without letters of Arabic, Hebrew, Indic and Thai writing, or with poor ones; every reader has Latin,
Greek, Cyrillic and, in their countries, ideographs, of which a font would weigh more than a hundred books. A subset of
the house's fallback costs 10 to 50 kB a weight and 1 to 3 ms.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from functools import lru_cache

from newsexport.exporters._xml import western
from newsexport.patterns import lazy
from newsexport.style import Fonts

FAMILY = "FiraGO of the house"  # not the font's own name: it would hide one that a reader has, which is whole
WEIGHTS = {"normal": ("scripts.ttf", "FiraGO_Regular"), "bold": ("scripts-bold.ttf", "FiraGO_Bold")}
_SOURCE = "FiraGO"
_RANGES = (
    (0x0590, 0x06FF), (0x0750, 0x077F), (0x08A0, 0x097F), (0x0E00, 0x0E7F), (0x10A0, 0x10FF), (0xA8E0, 0xA8FF),
    (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC),
)  # fmt: skip
_NEEDED = lazy(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _RANGES)}]")
_JOINERS = "\u200c\u200d\u25cc"
UNICODE_RANGE = ", ".join(f"U+{first:04X}-{last:04X}" for first, last in (*_RANGES, (0x200C, 0x200D)))


def embedded(words: Iterable[str], fonts: Fonts) -> list[tuple[str, bytes]]:
    """The font files that a book needs, by name: none where its scripts need none, or the house has no such fallback."""
    if _SOURCE not in fonts.fallback:
        return []
    needed: set[str] = set()
    for text in words:
        if not western(text):
            needed.update(_NEEDED.findall(text))
    if not needed:
        return []
    return [(name, _subset(module, frozenset(needed))) for name, module in WEIGHTS.values()]


@lru_cache(32)
def _subset(module: str, needed: frozenset[str]) -> bytes:
    """A TrueType font of these characters, with what joins and places them."""
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, (*needed, *_JOINERS)))
    wanted.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(_face(module), wanted).blob.data)


@lru_cache(2)
def _face(module: str) -> object:
    import uharfbuzz as hb

    return hb.Face(hb.Blob(importlib.import_module(f"pymupdf_fonts.{module}").fontbuffer))
