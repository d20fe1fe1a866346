"""Words that every document writes alike: their codes in a line, and the glyphs they use."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from newsexport.exporters.pdf._breaks import cuts
from newsexport.exporters.pdf._script import is_wide
from newsexport.exporters.pdf._shape import Drawn, Fount, Part
from newsexport.exporters.pdf._store import Store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

_MOST_WORDS = 4000  # of a fount
_MOST_SIMPLE = 1000
Strokes: TypeAlias = tuple[str | float, ...]  # the inside of a TJ array, or the height of what follows


class Learnt:
    """What is known of a fount's words; KeyError for one whose glyphs stand for what only a document can say.

    A code is the inside of a hexadecimal string, so that words and spaces are joined without a seam. The glyphs are a bit
    each, as their face counts them, so that those of a document are found by adding up.
    """

    def __init__(self, fount: Fount) -> None:
        self.fount = fount
        self.codes: Store[str] = Store(self._code, _MOST_WORDS)
        self.glyphs: Store[int] = Store(self._glyphs, _MOST_WORDS)

    def _code(self, word: str) -> str:
        if easy := self.fount.easy[word] if not cuts(word) else None:
            self.glyphs.keep(word, easy[2])
            return easy[1]
        own, found = self.fount.first.texts, simple(self.fount, word)
        if found is None or any(own.get(glyph) != text for glyph, text in found[1]):
            raise KeyError(word)
        self.glyphs.keep(word, self.fount.first.bits(glyph for glyph, _ in found[1]))
        return found[0]

    def _glyphs(self, word: str) -> int:
        """The bits of a word's glyphs; none of a word that is written otherwise."""
        try:
            self._code(word)
        except KeyError:
            return 0
        return self.glyphs[word]


@lru_cache(256)
def learnt(fount: Fount) -> Learnt:
    """What is known of a fount's words in this process."""
    return Learnt(fount)


@lru_cache(_MOST_SIMPLE)
def simple(fount: Fount, token: str) -> tuple[str, frozenset[tuple[int, str]]] | None:
    """A word's code and pairs where it is drawn by the fount's first face on the base line, and may not be opened."""
    if not token.isascii() and any(map(is_wide, token)):
        return None  # a justified line may open in it
    made = ""
    pairs: frozenset[tuple[int, str]] = frozenset()
    for start, end in pairwise((0, *cuts(token), len(token))):
        word = fount.word(token[start:end])
        for part in word.parts:
            strokes = plain(part)
            if part.face is not fount.first or len(strokes) > 1 or word.missing:
                return None
            made += str(strokes[0])
            pairs = pairs | part.pairs if pairs else part.pairs  # of most words the one part's own
    return seamless(made), pairs


def seamless(array: str) -> str:
    """The inside of a TJ array without the marks round its first and last string; `<>` stands where it has none there."""
    array = array.replace("><", "")
    if not array:
        return ""
    array = array[1:] if array[0] == "<" else ">" + array
    return array[:-1] if array[-1] == ">" else array + "<"


def plain(part: Part) -> Strokes:
    """The strokes of a part that is written with its glyphs' own ids, as it is in nearly every document."""
    return strokes_of((glyph, glyph.id) for glyph in part.glyphs)


def strokes_of(coded: Iterable[tuple[Drawn, int]]) -> Strokes:
    """The strokes of glyphs by their codes."""
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
