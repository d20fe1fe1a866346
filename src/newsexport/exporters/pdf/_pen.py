"""Shaped words to the operators of a page, with the codes of one document (ISO 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count, groupby
from typing import TypeAlias

from newsexport.exporters.pdf._embed import Embedding
from newsexport.exporters.pdf._face import Face
from newsexport.exporters.pdf._shape import Drawn, Fount, Part, Word
from newsexport.style import Colour

Strokes: TypeAlias = tuple[str | float, ...]  # the inside of a TJ array, or the height of what follows
Written: TypeAlias = list[tuple[Embedding, Strokes]]


class Case:
    """The faces that one document uses, and how it writes each word."""

    def __init__(self) -> None:
        self.embeddings: dict[tuple[Face, int], Embedding] = {}
        self.missing: dict[str, None] = {}
        self._written: dict[Word, Written] = {}
        self._hyphens: dict[Fount, Word] = {}

    def written(self, word: Word) -> Written:
        """The stretches of a word that one font writes, in reading order."""
        found = self._written.get(word)
        if found is None:
            self.missing.update(dict.fromkeys(word.missing))
            found = self._written[word] = [one for part in word.parts for one in self._part(part)]
        return found

    def hyphen(self, fount: Fount) -> Word:
        """A hyphen that only breaks a word: it stands for U+00AD."""
        if fount not in self._hyphens:
            word = fount.word("-")
            self._hyphens[fount] = Word(word.width, tuple(_standing_for(part, "\u00ad") for part in word.parts), 1)
        return self._hyphens[fount]

    def _part(self, part: Part) -> Written:
        font = self._font(part.face, 0)
        if not font.clash(part.pairs):
            return [(font, _strokes((glyph, glyph.id) for glyph in part.glyphs))]
        coded = [(*self._coded(part.face, glyph), glyph) for glyph in part.glyphs]
        return [
            (font, _strokes((glyph, code) for _, code, glyph in same))
            for font, same in groupby(coded, key=lambda one: one[0])
        ]

    def _coded(self, face: Face, glyph: Drawn) -> tuple[Embedding, int]:
        """The code of a glyph for its text. A face that can give no more is embedded once more."""
        for nth in count():
            font = self._font(face, nth)
            code = font.code(glyph.id, glyph.text)
            if code is not None:
                return font, code
        raise AssertionError  # count() has no end

    def _font(self, face: Face, nth: int) -> Embedding:
        if (face, nth) not in self.embeddings:
            self.embeddings[face, nth] = Embedding(face, f"F{len(self.embeddings) + 1}")
        return self.embeddings[face, nth]


def _standing_for(part: Part, text: str) -> Part:
    glyphs = tuple(glyph._replace(text=text) for glyph in part.glyphs)
    return Part(part.face, glyphs, frozenset((glyph.id, text) for glyph in glyphs))


def _strokes(coded: Iterable[tuple[Drawn, int]]) -> Strokes:
    made: list[str | float] = []
    array, height = "", 0.0
    for glyph, code in coded:
        if glyph.rise != height:
            made += [array, glyph.rise] if array else [glyph.rise]
            array, height = "", glyph.rise
        if glyph.before:
            array += f" {glyph.before:g}"
        array += f"<{code:04X}>"
        if glyph.after:
            array += f" {glyph.after:g}"
    made.append(array)
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
        for font, strokes in self.case.written(word):
            if font is not self._font:
                self.lift()
                self.code.append(f"/{font.name} {self.size:g} Tf")
                self._font = font
            for stroke in strokes:
                if isinstance(stroke, str):
                    self._array.append(stroke)
                else:
                    self.lift()
                    self.code.append(f"{stroke * self.size / 1000:.2f} Ts")
        if gap:
            self._array.append(f" {-gap:.1f}")

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


def line_of(colour: Colour, width: float) -> str:
    """The operators that draw lines of a colour and a width."""
    return f"{_operator(colour)} RG {width:g} w"


def _operator(colour: Colour) -> str:
    return " ".join(f"{part:.3g}" for part in colour.rgb)
