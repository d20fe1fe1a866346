"""Shaped words to the operators of a page, with the codes of one document (ISO 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Iterable

from newsexport.exporters.pdf._embed import Embedding
from newsexport.exporters.pdf._face import Face
from newsexport.exporters.pdf._shape import Drawn, Fount, Part, Word
from newsexport.style import Colour

Strokes = tuple[str | float, ...]  # the inside of a TJ array, or the height of what follows


class Case:
    """The faces that one document uses, and how it writes each word."""

    def __init__(self) -> None:
        self.embeddings: dict[Face, Embedding] = {}
        self.missing: dict[str, None] = {}
        self._written: dict[Word, list[tuple[Embedding, Strokes, str | None]]] = {}
        self._hyphens: dict[Fount, Word] = {}

    def written(self, word: Word) -> list[tuple[Embedding, Strokes, str | None]]:
        """For each part of a word its font, its strokes, and the text to give instead of the glyphs' where they differ."""
        found = self._written.get(word)
        if found is None:
            self.missing.update(dict.fromkeys(word.missing))
            found = self._written[word] = [self._part(part) for part in word.parts]
        return found

    def hyphen(self, fount: Fount) -> Word:
        """A hyphen that only breaks a word: it stands for U+00AD."""
        if fount not in self._hyphens:
            word = fount.word("-")
            parts = tuple(_standing_for(part, "\u00ad") for part in word.parts)
            self._hyphens[fount] = Word(word.width, parts, 1)
        return self._hyphens[fount]

    def _part(self, part: Part) -> tuple[Embedding, Strokes, str | None]:
        font = self.embeddings.get(part.face)
        if font is None:
            font = self.embeddings[part.face] = Embedding(part.face, f"F{len(self.embeddings) + 1}")
        exact = part.exact
        codes = {}
        if font.clash(part.pairs):
            for glyph in part.glyphs:
                code = font.code(glyph.id, glyph.text)
                exact = exact and code is not None
                codes[glyph.id, glyph.text] = glyph.id if code is None else code
        # ActualText of a right-to-left stretch comes back reversed from common readers: there the glyphs speak.
        return font, _strokes(part.glyphs, codes), None if exact or part.rtl else part.text


def _standing_for(part: Part, text: str) -> Part:
    glyphs = tuple(glyph._replace(text=text) for glyph in part.glyphs)
    return Part(part.face, text, glyphs, frozenset((glyph.id, text) for glyph in glyphs), exact=True, rtl=part.rtl)


def _strokes(glyphs: Iterable[Drawn], codes: dict[tuple[int, str], int]) -> Strokes:
    made: list[str | float] = []
    open_, height = "", 0.0
    for glyph in glyphs:
        if glyph.rise != height:
            made += [open_, glyph.rise] if open_ else [glyph.rise]
            open_, height = "", glyph.rise
        if glyph.before:
            open_ += f" {glyph.before:g}"
        open_ += f"<{codes.get((glyph.id, glyph.text), glyph.id):04X}>"
        if glyph.after:
            open_ += f" {glyph.after:g}"
    made.append(open_)
    if height:
        made.append(0.0)
    return tuple(made)


class Pen:
    """Writes words one after another into a text object."""

    def __init__(self, case: Case, size: float) -> None:
        self.case, self.size = case, size
        self.code: list[str] = []
        self._array: list[str] = []
        self._font: Embedding | None = None

    def word(self, word: Word, gap: float = 0) -> None:
        """Draws a word, and leaves `gap` (1/1000 of the size) behind it."""
        for font, strokes, instead in self.case.written(word):
            if font is not self._font or instead is not None:
                self.lift()
            if font is not self._font:
                self.code.append(f"/{font.name} {self.size:g} Tf")
                self._font = font
            if instead is not None:
                self.code.append(f"/Span<</ActualText<FEFF{instead.encode('utf-16-be', 'replace').hex().upper()}>>>BDC")
            self._draw(strokes)
            if instead is not None:
                self.lift()
                self.code.append("EMC")
        if gap:
            self._array.append(f" {-gap:.1f}")

    def _draw(self, strokes: Strokes) -> None:
        for stroke in strokes:
            if isinstance(stroke, str):
                self._array.append(stroke)
            else:
                self.lift()
                self.code.append(f"{stroke * self.size / 1000:.3g} Ts")

    def lift(self) -> None:
        """Ends the array of words."""
        if self._array:
            self.code.append(f"[{''.join(self._array).replace('><', '')}]TJ")
            self._array.clear()

    def write(self, *operators: str) -> None:
        """Writes other operators behind the words."""
        self.lift()
        self.code += operators


def ink(colour: Colour) -> str:
    """The operator that fills with a colour."""
    return _operator(colour) + " rg"


def stroke(colour: Colour, width: float) -> str:
    """The operators that draw lines of a colour and a width."""
    return f"{_operator(colour)} RG {width:g} w"


def _operator(colour: Colour) -> str:
    return " ".join(f"{part:.3g}" for part in colour.rgb)
