"""Shaped words to the operators of a page, with the codes of one document (ISO 32000-1, 9.4)."""

from __future__ import annotations

from functools import lru_cache, reduce
from itertools import count, groupby, pairwise
from operator import or_

from newsexport.exporters.pdf._breaks import cuts
from newsexport.exporters.pdf._embed import Embedding
from newsexport.exporters.pdf._face import Face
from newsexport.exporters.pdf._learnt import Strokes, learnt, plain, seamless, simple, strokes_of
from newsexport.exporters.pdf._shape import Drawn, Fount, Part, Word
from newsexport.style import Colour

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

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
        self._spaces: dict[Fount, str | None] = {}

    def written(self, word: Word) -> Written:
        """The stretches of a word that one font writes, in reading order."""
        found = self._written.get(word)
        if found is None:
            if word.missing:
                self.missing.update(dict.fromkeys(word.missing))
            found = self._written[word] = [one for part in word.parts for one in self._part(part)]
        return found

    def codes(self, fount: Fount, words: list[str]) -> list[str] | None:
        """The codes of words that every document writes alike; None where one is not known to be so."""
        try:
            made = list(map(learnt(fount).codes.__getitem__, words))
        except KeyError:
            return None
        self._used.setdefault(fount, set()).update(words)
        return made

    def line(self, fount: Fount, words: list[str]) -> list[str] | None:
        """The codes of a line's words in the fount's first face; None where one is not that simple."""
        return self.codes(fount, words) or self._slowly(fount, words)

    def _slowly(self, fount: Fount, words: list[str]) -> list[str] | None:
        """The same where a word is written in a way of this document."""
        self._used.setdefault(fount, set()).update(words)
        codes, store = learnt(fount).codes, self._flat.setdefault(fount, {})
        for word in words:
            if word not in store:
                try:
                    store[word] = codes[word]
                except KeyError:
                    store[word] = self._flattened(fount, word)
        made = [store[word] for word in words]
        return None if None in made else made  # type: ignore[return-value] # no None

    def space(self, fount: Fount) -> str | None:
        """The code of a space in the fount's first face, None where it is not that simple."""
        if fount not in self._spaces:
            (font, strokes), *more = self.written(fount.space)
            self._spaces[fount] = None if more or font.nth or len(strokes) > 1 else seamless(str(strokes[0]))
        return self._spaces[fount]

    def settle(self) -> None:
        """Tells the fonts what the words said that were written alike in every document."""
        for fount, words in self._used.items():
            self.font(fount.first).take(reduce(or_, map(learnt(fount).glyphs.__getitem__, words), 0))

    def _flattened(self, fount: Fount, token: str) -> str | None:
        found = simple(fount, token)
        if found is None:
            return None
        code, pairs = found
        if not self.font(fount.first).clash(pairs):
            return code
        words = [fount.word(token[start:end]) for start, end in pairwise((0, *cuts(token), len(token)))]
        written = [one for word in words for one in self.written(word)]
        return (
            None
            if any(font.nth for font, _ in written)
            else seamless("".join(str(strokes[0]) for _, strokes in written))
        )

    def hyphen(self, fount: Fount) -> Word:
        """A hyphen that only breaks a word: it stands for U+00AD."""
        if fount not in self._hyphens:
            word = fount.word("-")
            self._hyphens[fount] = Word(word.width, tuple(_standing_for(part, "\u00ad") for part in word.parts), 1)
        return self._hyphens[fount]

    def _part(self, part: Part) -> Written:
        font = self.font(part.face)
        if not font.clash(part.pairs):
            return [(font, plain(part))]
        coded = [(*self._coded(part.face, glyph), glyph) for glyph in part.glyphs]
        return [
            (font, strokes_of((glyph, code) for _, code, glyph in same))
            for font, same in groupby(coded, key=lambda one: one[0])
        ]

    def _coded(self, face: Face, glyph: Drawn) -> tuple[Embedding, int]:
        """The code of a glyph for its text. A face that can give no more is embedded once more."""
        for nth in count():
            font = self.font(face, nth)
            code = font.code(glyph.id, glyph.text)
            if code is not None:
                return font, code
        raise AssertionError  # count() has no end

    def font(self, face: Face, nth: int = 0) -> Embedding:
        """What the document uses of a face; of one that can give no more codes, once more."""
        if (face, nth) not in self.embeddings:
            self.embeddings[face, nth] = Embedding(face, f"F{len(self.embeddings) + 1}", nth)
        return self.embeddings[face, nth]


def _standing_for(part: Part, text: str) -> Part:
    glyphs = tuple(glyph._replace(text=text) for glyph in part.glyphs)
    return Part(part.face, glyphs, frozenset((glyph.id, text) for glyph in glyphs))


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

    def words(self, fount: Fount, codes: list[str], gap: float, *, ends: bool) -> None:
        """Writes all words of a line by the codes of the fount's first face, with a space behind the last if it `ends`.

        There is `gap` more behind each space between them.
        """
        space = self.case.space(fount) or ""
        self._choose(self.case.font(fount.first))
        array = f"<{(f'{space}> {-gap:.1f}<' if gap else space).join(codes)}{space if ends else ''}>"
        self.code.append(f"[{array.replace('<>', '') if '<>' in array else array}]TJ")

    def line(self, fount: Fount, codes: list[str], gap: float) -> None:
        """Writes the words of a stretch of a line in the same way, which more may follow."""
        self._choose(self.case.font(fount.first))
        space = (self.case.space(fount) if len(codes) > 1 else None) or ""
        array = f"<{(f'{space}> {-gap:.1f}<' if gap else space).join(codes)}>"
        self._array.append(array.replace("<>", ""))

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

    def move(self, x: float, y: float) -> None:
        """Goes to a place in points."""
        self.lift()
        self.code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")

    def write(self, *operators: str) -> None:
        """Writes other operators behind the words."""
        self.lift()
        self.code += operators


@lru_cache(256)
def ink(colour: Colour) -> str:
    """The operator that fills with a colour."""
    return _operator(colour) + " rg"


def line_of(colour: Colour, width: float) -> str:
    """The operators that draw lines of a colour and a width."""
    return f"{_operator(colour)} RG {width:g} w"


@lru_cache(256)
def _operator(colour: Colour) -> str:
    return " ".join(f"{part:.3g}" for part in colour.rgb)
