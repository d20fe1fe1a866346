"""Shaped words to the operators of a page, with the codes of one document (ISO 32000-1, 9.4)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import count, groupby, pairwise
from typing import TypeAlias

from newsexport.exporters.pdf._breaks import cuts
from newsexport.exporters.pdf._embed import Embedding
from newsexport.exporters.pdf._face import Face
from newsexport.exporters.pdf._script import is_wide
from newsexport.exporters.pdf._shape import Drawn, Fount, Part, Word
from newsexport.style import Colour

_MOST_WORDS = 4000  # that a fount remembers
Strokes: TypeAlias = tuple[str | float, ...]  # the inside of a TJ array, or the height of what follows
Written: TypeAlias = list[tuple[Embedding, Strokes]]


class Case:
    """The faces that one document uses, and how it writes each word."""

    def __init__(self) -> None:
        self.embeddings: dict[tuple[Face, int], Embedding] = {}
        self.missing: dict[str, None] = {}
        self._written: dict[Word, Written] = {}
        self._hyphens: dict[Fount, Word] = {}
        self._flat: dict[Fount, dict[str, str | None]] = {}
        self._used: dict[Fount, set[str]] = {}

    def written(self, word: Word) -> Written:
        """The stretches of a word that one font writes, in reading order."""
        found = self._written.get(word)
        if found is None:
            self.missing.update(dict.fromkeys(word.missing))
            found = self._written[word] = [one for part in word.parts for one in self._part(part)]
        return found

    def flat(self, fount: Fount, token: str) -> str | None:
        """A word between two spaces as one stretch of the fount's first face; None where it is not that simple."""
        store = self._flat.setdefault(fount, {})
        if token not in store:
            store[token] = self._flattened(fount, token)
        return store[token]

    def line(self, fount: Fount, words: list[str]) -> list[str] | None:
        """The words of a line as stretches of the fount's first face; None where one is not that simple."""
        self._used.setdefault(fount, set()).update(words)
        found = list(map(fount.codes.get, words))
        if None in found:
            found = [_learn(fount, word) if shown is None else shown for word, shown in zip(words, found, strict=True)]
            found = [
                self.flat(fount, word) if shown is None else shown for word, shown in zip(words, found, strict=True)
            ]
        return None if None in found else found  # type: ignore[return-value] # no None

    def settle(self) -> None:
        """Tells the fonts what the words said that were written alike in every document."""
        for fount, words in self._used.items():
            glyphs = fount.glyphs
            used = [glyphs[word] for word in words if word in glyphs]
            self._font(fount.first, 0).take(frozenset().union(*used))

    def _flattened(self, fount: Fount, token: str) -> str | None:
        simple = _simple(fount, token)
        if simple is None:
            return None
        strokes, pairs = simple
        if not self._font(fount.first, 0).clash(pairs):
            return strokes
        words = [fount.word(token[start:end]) for start, end in pairwise((0, *cuts(token), len(token)))]
        written = [one for word in words for one in self.written(word)]
        return None if any(font.nth for font, _ in written) else "".join(str(strokes[0]) for _, strokes in written)

    def hyphen(self, fount: Fount) -> Word:
        """A hyphen that only breaks a word: it stands for U+00AD."""
        if fount not in self._hyphens:
            word = fount.word("-")
            self._hyphens[fount] = Word(word.width, tuple(_standing_for(part, "\u00ad") for part in word.parts), 1)
        return self._hyphens[fount]

    def _part(self, part: Part) -> Written:
        font = self._font(part.face, 0)
        if not font.clash(part.pairs):
            return [(font, _plain(part))]
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
            self.embeddings[face, nth] = Embedding(face, f"F{len(self.embeddings) + 1}", nth)
        return self.embeddings[face, nth]


def _standing_for(part: Part, text: str) -> Part:
    glyphs = tuple(glyph._replace(text=text) for glyph in part.glyphs)
    return Part(part.face, glyphs, frozenset((glyph.id, text) for glyph in glyphs))


def _learn(fount: Fount, word: str) -> str | None:
    """How every document writes a word; None where its glyphs stand for what only a document can say."""
    own, simple = fount.first.texts, _simple(fount, word)
    if simple is None or any(own.get(glyph) != text for glyph, text in simple[1]):
        return None
    if len(fount.codes) < _MOST_WORDS:  # never emptied: documents at work rely on what they found
        fount.codes[word], fount.glyphs[word] = simple[0], frozenset(glyph for glyph, _ in simple[1])
        return simple[0]
    return None


@lru_cache(_MOST_WORDS)
def _simple(fount: Fount, token: str) -> tuple[str, frozenset[tuple[int, str]]] | None:
    """A word's strokes and pairs where it is drawn by the fount's first face on the base line, and may not be opened."""
    if not token.isascii() and any(map(is_wide, token)):
        return None  # a justified line may open in it
    made = ""
    pairs: frozenset[tuple[int, str]] = frozenset()
    for start, end in pairwise((0, *cuts(token), len(token))):
        word = fount.word(token[start:end])
        for part in word.parts:
            strokes = _plain(part)
            if part.face is not fount.first or len(strokes) > 1 or word.missing:
                return None
            made += str(strokes[0])
            pairs = pairs | part.pairs if pairs else part.pairs  # of most words the one part's own
    return made, pairs


@lru_cache(_MOST_WORDS)
def _plain(part: Part) -> Strokes:
    """The strokes of a part that is written with its glyphs' own ids, as it is in nearly every document."""
    return _strokes((glyph, glyph.id) for glyph in part.glyphs)


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
            self._choose(font)
            for stroke in strokes:
                if isinstance(stroke, str):
                    self._array.append(stroke)
                else:
                    self.lift()
                    self.code.append(f"{stroke * self.size / 1000:.2f} Ts")
        if gap:
            self._array.append(f" {-gap:.1f}")

    def line(self, fount: Fount, text: str, gap: float) -> bool:
        """Writes a line from left to right in one face with as much behind each space; False where it is not that simple."""
        words = self.case.line(fount, text.split(" "))
        (font, space), *more = self.case.written(fount.space)
        if words is None or more or font.nth or len(space) > 1:
            return False
        self._choose(font)
        between = f"{space[0]} {-gap:.1f}" if gap else str(space[0])
        self._array.append(between.join(words))
        return True

    def _choose(self, font: Embedding) -> None:
        if font is not self._font:
            self.lift()
            self.code.append(f"/{font.name} {self.size:g} Tf")
            self._font = font

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


@lru_cache(256)
def _operator(colour: Colour) -> str:
    return " ".join(f"{part:.3g}" for part in colour.rgb)
