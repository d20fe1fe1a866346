"""One face of a font: it shapes text, measures glyphs and gives a subset of itself. Widths are 1/1000 of the size."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import cached_property, lru_cache
from unicodedata import normalize

from newsexport.exporters.pdf._harfbuzz import hb
from newsexport.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_POSTSCRIPT_NAME = 6
_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ"
_LARGE = 10_000  # glyphs of a font for East Asia, of which a document uses few
_OFTEN = 8  # subsets of a face
_DROPPED = (
    "GSUB GPOS GDEF BASE STAT VORG vhea vmtx kern DSIG gasp meta name OS/2 cmap COLR CPAL SVG CBDT CBLC LTSH hdmx VDMX"
)
_TABLES = [int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED.split()]


class Glyph(NamedTuple):
    """One shaped glyph: its id, the offset of its text, what it advances, and where it stands beside its place."""

    id: int
    cluster: int
    advance: float
    x: float
    y: float


class Face:
    """One face at fixed axes. `name` is its PostScript name; ValueError where PDF cannot embed it.

    A CFF font has no map from codes to glyphs in PDF (ISO 32000-1, 9.7.4.2): `cff` says so. `steady` is one of `ours` of which
    many subsets may be made from less than the whole.
    """

    def __init__(
        self, blob: Any, index: int = 0, axes: dict[str, float] | None = None, *, ours: bool = False
    ) -> None:  # fmt: skip
        self.face = hb.Face(blob, index)
        tags = set(self.face.table_tags)
        if not tags & {"glyf", "CFF "} or not self.face.glyph_count:
            raise ValueError("neither TrueType nor CFF outlines")
        known = {axis.tag: axis.default_value for axis in self.face.axis_infos} if self.face.has_var_data else {}
        self.axes = known | {tag: value for tag, value in (axes or {}).items() if tag in known}
        self.font = hb.Font(self.face)
        if self.axes:
            self.font.set_variations(self.axes)
        self.scale = 1000 / self.face.upem
        self.cff = "CFF " in tags
        # A CID-keyed CFF keeps its codes in its charset, so its glyphs may be renumbered (100 kB less for a CJK font).
        self.keyed = self.cff and b"\x0c\x1e" in bytes(self.face.reference_table("CFF ").data[:400])
        self.steady = ours and not (self.axes or self.cff) and self.face.glyph_count <= _LARGE
        self._subsets = 0
        self._measure()
        self.has = lru_cache(65536)(self._has)
        self.advance = lru_cache(65536)(self._advance)
        self.said = lru_cache(16)(self._said)

    @cached_property
    def texts(self) -> dict[int, str]:
        """What a glyph's own code stands for: its first character, the letters of a ligature. Empty for a large font.

        It holds in every document, so that a word of such glyphs is written alike in all of them.
        """
        if self.cff or self.face.glyph_count > _LARGE:
            return {}
        nominal = self.font.get_nominal_glyph
        codes = sorted(self.face.unicodes, reverse=True)
        made = dict(zip(map(nominal, codes), map(chr, codes), strict=True))
        for char in _LIGATURES:
            if made.get(glyph := nominal(ord(char))) == char:
                made[glyph] = normalize("NFKC", char)
        return made

    @cached_property
    def _told(self) -> list[int]:
        """The glyphs of `texts`, those of the first codes first."""
        return list(self.texts)[::-1]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {glyph: at for at, glyph in enumerate(self._told)}

    def bits(self, glyphs: Iterable[int]) -> int:
        """Glyphs of `texts` as a bit each."""
        return sum({1 << self._places[glyph] for glyph in glyphs})

    def _said(self, bits: int) -> dict[int, str]:
        """What the glyphs of these bits stand for."""
        found = {}
        while bits:
            glyph = self._told[(bits & -bits).bit_length() - 1]
            found[glyph] = self.texts[glyph]
            bits &= bits - 1
        return found

    def _measure(self) -> None:
        extents = self.font.get_font_extents("ltr")
        head, post, os2 = (bytes(self.face.reference_table(tag).data) for tag in ("head", "post", "OS/2"))
        self.ascent, self.descent = extents.ascender * self.scale, extents.descender * self.scale
        self.box = tuple(round(_short(head, at) * self.scale) for at in (36, 38, 40, 42))
        self.slant = _short(post, 4) + int.from_bytes(post[6:8], "big") / 65536
        self.stem = 50 + int((self.axes.get("wght", _short(os2, 4) or 400) / 65) ** 2)
        self.capitals = _short(os2, 88) * self.scale if len(os2) > 90 else self.ascent
        name = (self.face.get_name(_POSTSCRIPT_NAME) or "Font") + "".join(
            f"-{tag}{value:g}" for tag, value in sorted(self.axes.items())
        )
        self.name = "".join(char for char in name if char.isascii() and (char.isalnum() or char in "-_")) or "Font"

    def shape(
        self, text: str, *, rtl: bool, script: str, language: str, beside: tuple[str, str] = ("", "")
    ) -> list[Glyph]:  # fmt: skip
        """The glyphs of the text from left to right, in the forms that they have `beside` what goes before and after."""
        buffer = hb.Buffer()
        before = len(beside[0])
        buffer.add_str(f"{beside[0]}{text}{beside[1]}", before, len(text))
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.script = script
        buffer.language = language
        hb.shape(self.font, buffer, None)
        k = self.scale
        return [
            Glyph(info.codepoint, info.cluster - before, place.x_advance * k, place.x_offset * k, place.y_offset * k)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def easily(self, word: str, language: str) -> tuple[float, str, int] | None:
        """The width of a Latin word, its code in a line, its glyphs as bits; None where it is not that simple.

        It is so where each glyph stands on the base line for what it is known to stand for.
        """
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.direction, buffer.script, buffer.language = "ltr", "Latn", language
        hb.shape(self.font, buffer, None)
        infos, k, known = buffer.glyph_infos, self.scale, self._known
        ends: Iterable[int] = range(1, len(word) + 1)
        if len(infos) != len(word):  # ligatures
            ends = [*(info.cluster for info in infos[1:]), len(word)]
        code, bits, start, x, pen = "", 0, 0, 0.0, 0.0
        for info, place, end in zip(infos, buffer.glyph_positions, ends, strict=True):
            drawn, advance, text, bit = known[info.codepoint]
            if text != word[start:end] or place.y_offset:
                return None
            at = x + place.x_offset * k
            if pen != at and (shift := round(pen - at, 1)):
                code += f"> {shift:g}<"
            code, bits, start = code + drawn, bits | bit, end
            pen, x = at + advance, x + place.x_advance * k
        if pen != x and (shift := round(pen - x, 1)):
            code += f"> {shift:g}<"
        return x, code, bits

    @cached_property
    def _known(self) -> _Known:
        return _Known(self)

    def glyph(self, char: str) -> int:
        """The glyph of a character by itself, 0 where there is none."""
        return self.font.get_nominal_glyph(ord(char)) or 0

    def _has(self, char: str) -> bool:
        return self.font.get_nominal_glyph(ord(char)) is not None

    def _advance(self, glyph: int) -> float:
        return float(self.font.get_glyph_h_advance(glyph) * self.scale)

    def subset(self, glyphs: frozenset[int]) -> tuple[bytes, int]:
        """The compressed font program of these glyphs, and its length before; ids are kept."""
        self._subsets += 1
        made = self._cut(self._bare if self.steady and self._subsets > _OFTEN else self.face, glyphs)
        program = bytes(made.reference_table("CFF ").data if self.cff else made.blob.data)
        return zlib.compress(program, 6), len(program)

    @cached_property
    def _bare(self) -> Any:
        """The face without what no subset keeps: the next ones are the same, and are made of it in a quarter of the time."""
        return self._cut(self.face, range(self.face.glyph_count))

    def _cut(self, face: Any, glyphs: Iterable[int]) -> Any:
        wanted = hb.SubsetInput()
        keep = hb.SubsetFlags.DEFAULT if self.keyed else hb.SubsetFlags.RETAIN_GIDS
        wanted.flags = (
            keep | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        )
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(_TABLES)
        for axis, value in self.axes.items():
            wanted.pin_axis_location(face, axis, value)
        return hb.subset(face, wanted)


class _Known(dict[int, tuple[str, float, str | None, int]]):
    """What is known of each glyph that was met: its code, its advance, what it stands for, its bit."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, glyph: int) -> tuple[str, float, str | None, int]:
        text = self.face.texts.get(glyph)
        bit = 0 if text is None else self.face.bits((glyph,))
        self[glyph] = f"{glyph:04X}", self.face.advance(glyph), text, bit
        return self[glyph]


def _short(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2], "big", signed=True)
