"""What one document uses of one face: its codes, their text, and the PDF objects that embed it (ISO 32000-1, 9.7)."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache
from itertools import starmap

from newsexport.digests import sha256
from newsexport.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from newsexport.exporters.pdf._face import Face

    class Objects(Protocol):
        """Where the objects of a file go; each gets a number."""

        def add(self, body: bytes) -> int:
            """The number of a new object with this body."""
            ...


_HEAD = (
    b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)"
    b"/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def "
    b"1 begincodespacerange<0000><FFFF>endcodespacerange\n"
)
_TAIL = b"endcmap CMapName currentdict/CMap defineresource pop end end"
_LAST = 0xFFFF
_MOST_PROGRAMS = 32  # that are kept, some 20 kB each: articles of one desk often have all letters


class Embedding:
    """The codes of one face in one document: a code is a glyph that stands for a text.

    The text that a face knows for a glyph, else its first, gets the glyph's own id as code. Where it stands for another text too (a capital set for a small
    letter, a hyphen that breaks a word, U+FFFD for what no font has), that pair gets a code of its own behind the last
    glyph, so that every text is extracted as it was written, in any direction, without ActualText. CFF cannot do that.
    """

    def __init__(self, face: Face, name: str, nth: int = 0) -> None:
        self.face, self.name, self.nth = face, name, nth
        self.pairs: set[tuple[int, str]] = set()
        self.texts: dict[int, str] = {}
        self.aliases: dict[tuple[int, str], int] = {}

    def clash(self, pairs: frozenset[tuple[int, str]]) -> bool:
        """Whether some glyph of these stands for another text already; else their texts are taken down."""
        if pairs <= self.pairs:
            return False
        own = self.face.texts
        for glyph, text in pairs:
            if own.get(glyph, text) != text or self.texts.get(glyph, text) != text:
                return True
        if len({glyph for glyph, _ in pairs}) < len(pairs):
            return True
        self.texts.update(pairs)
        self.pairs |= pairs
        return False

    def take(self, bits: int) -> None:
        """Takes down glyphs, as bits of their face, that are written with their own codes for what it knows they stand for."""
        self.texts.update(self.face.said(bits))

    def code(self, glyph: int, text: str) -> int | None:
        """The code of a glyph for a text, None where the face has none to give."""
        if self.face.texts.get(glyph, text) == text == self.texts.setdefault(glyph, text):
            self.pairs.add((glyph, text))
            return glyph
        found = self.aliases.get((glyph, text))
        if found is None:
            found = self.face.face.glyph_count + len(self.aliases)
            if self.face.cff or found > _LAST:
                return None
            self.aliases[glyph, text] = found
        return found

    def write(self, objects: Objects) -> int:
        """The number of the font object, after everything that it needs."""
        made = _program(self.face, frozenset(self.texts.items()), tuple(self.aliases.items()))
        descriptor = objects.add(made.descriptor % objects.add(made.file))
        kind = made.kind if made.map is None else made.kind + b" %d 0 R" % objects.add(made.map)
        descendant = objects.add(
            b"<</Type/Font/Subtype%b/BaseFont/%b/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/FontDescriptor %d 0 R/DW 0/W[%b]>>" % (kind, made.base, descriptor, made.widths)
        )
        return objects.add(
            b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            % (made.base, descendant, objects.add(made.cmap))
        )


class _Program(NamedTuple):
    """What is written of a face for one set of codes, but for the numbers of objects."""

    base: bytes
    file: bytes
    descriptor: bytes
    kind: bytes
    map: bytes | None
    widths: bytes
    cmap: bytes


@lru_cache(_MOST_PROGRAMS)
def _program(
    face: Face, texts: frozenset[tuple[int, str]], aliases: tuple[tuple[tuple[int, str], int], ...]
) -> _Program:
    """The font of these codes: glyphs that stand for a text by their own ids, and others behind them."""
    own = dict(texts)
    told = own | {code: text for (_, text), code in aliases}
    glyph_of = {code: code for code in own} | {code: glyph for (glyph, _), code in aliases}
    program, length = face.subset(frozenset(glyph_of.values()))
    cmap = _cmap(told)
    tag = "".join(chr(65 + byte % 26) for byte in sha256(program + cmap)[:6])
    base = f"{tag}+{face.name}".encode()
    file = stream(program, b"/Subtype/CIDFontType0C" if face.cff else b"/Length1 %d" % length)
    kind = b"/CIDFontType0" if face.cff else b"/CIDFontType2/CIDToGIDMap" + (b"" if aliases else b"/Identity")
    mapped = stream(packed(_map(own, aliases))) if aliases else None
    return _Program(base, file, _descriptor(face, base), kind, mapped, _widths(face, glyph_of), stream(packed(cmap)))


def _descriptor(face: Face, base: bytes) -> bytes:
    """The font descriptor, for the number of its file."""
    return (
        b"<</Type/FontDescriptor/FontName/%b/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle %g/Ascent %g/Descent %g"
        b"/CapHeight %g/StemV %d/FontFile%b %%d 0 R>>"
        % (base, *face.box, face.slant, face.ascent, face.descent, face.capitals, face.stem, b"3" if face.cff else b"2")
    )  # fmt: skip


def _map(own: Iterable[int], aliases: Iterable[tuple[tuple[int, str], int]]) -> bytes:
    """The glyph of each code."""
    found = {glyph: glyph for glyph in own} | {code: glyph for (glyph, _), code in aliases}
    table = bytearray(2 * max(found) + 2)
    for code, glyph in found.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def stream(packed: bytes, extra: bytes = b"") -> bytes:
    """A stream object of deflated data; an end of line stands before `endstream` (ISO 19005-2, 6.1.7.1)."""
    return b"<</Filter/FlateDecode/Length %d%b>>\nstream\n%b\nendstream" % (len(packed), extra, packed)


def packed(data: bytes, level: int = 6) -> bytes:
    """The data deflated, with a window no wider than they are: a wider one is only more to set up."""
    return zlib.compress(data, level, min(max((len(data) + 262).bit_length(), 9), 15))


def _cmap(texts: dict[int, str]) -> bytes:
    lines = list(starmap(_mapped, sorted(texts.items())))
    parts = [_HEAD]
    for at in range(0, len(lines), 100):  # a block holds at most 100 (Adobe Technical Note 5014)
        block = lines[at : at + 100]
        parts.append(b"%d beginbfchar\n%b\nendbfchar\n" % (len(block), b"\n".join(block)))
    return b"".join([*parts, _TAIL])


@lru_cache(16384)
def _mapped(code: int, text: str) -> bytes:
    return b"<%04X><%b>" % (code, text.encode("utf-16-be", "replace").hex().encode())


def _widths(face: Face, glyph_of: dict[int, int]) -> bytes:
    """The W array: runs of neighbouring codes share one list."""
    parts: list[bytes] = []
    last = -2
    for code, glyph in sorted(glyph_of.items()):
        parts += b" " if code == last + 1 else b"]%d[" % code, _number(face.advance(glyph))
        last = code
    return b"".join(parts)[1:] + b"]" * bool(parts)


@lru_cache(16384)
def _number(value: float) -> bytes:
    return b"%g" % round(value, 2)
