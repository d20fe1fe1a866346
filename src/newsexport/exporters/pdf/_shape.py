"""Words to glyphs: each run of a word in the first face that has it, shaped once in a process."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import pairwise

from newsexport.exporters.pdf._breaks import cuts
from newsexport.exporters.pdf._copy import capitals
from newsexport.exporters.pdf._face import Face, Glyph
from newsexport.exporters.pdf._fonts import Source, chain, load, machine
from newsexport.exporters.pdf._script import extends, is_ignorable, is_private, script
from newsexport.exporters.pdf._store import Store
from newsexport.records import NamedTuple, Record, replace
from newsexport.style import Fonts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_WORDS = 2000  # of a fount, a kilobyte each
_MOST_WIDTHS = 4000
_MOST_EASY = 1000  # between being measured and being drawn
_LONGEST = 40  # characters of a word that is kept
_MOST_FOUND = 256
NEAR = 5  # characters on either side may say how a letter joins (HarfBuzz)
_FULL = frozenset("“”‘’…—")  # as wide as an ideograph in Chinese: Unicode has one code for both
_IDEOGRAPH, NO_GLYPH = "\u4e00", "\ufffd"


class Drawn(NamedTuple):
    """One glyph in drawing order with the text it stands for, the shifts round it in 1/1000, and its height."""

    id: int
    text: str
    before: float
    after: float
    rise: float


@lru_cache(16384)
def _drawn_once(glyph: int, text: str, before: float, after: float, rise: float) -> Drawn:
    """One and the same value for each letter of thousands of words."""
    return Drawn(glyph, text, before, after, rise)


@lru_cache(16384)
def _pair(glyph: int, text: str) -> tuple[int, str]:
    return glyph, text


class Part(Record):
    """What one face draws of a word; `pairs` are its glyphs with their texts."""

    face: Face
    glyphs: tuple[Drawn, ...]
    pairs: frozenset[tuple[int, str]]

    __eq__, __hash__ = object.__eq__, object.__hash__  # two are never one


class Word(Record):
    """A shaped stretch of text: its width in 1/1000 of the size, its parts in reading order, what no font has."""

    width: float
    parts: tuple[Part, ...]
    letters: int
    missing: str = ""

    __eq__, __hash__ = object.__eq__, object.__hash__  # two are never one


class Fount:
    """The faces of one style in one language, in the order in which they are asked; it shapes words and keeps them."""

    def __init__(
        self, sources: tuple[Source, ...], language: str | None, *, bold: bool, upper: bool, system: bool
    ) -> None:
        self.sources, self.language = sources, language or "und"
        self.bold, self.upper, self.system = bold, upper, system
        self.first = load(sources[0])
        self.words = Store(partial(self._shaped, rtl=False), _MOST_WORDS)
        self.reversed = Store(partial(self._shaped, rtl=True), _MOST_WORDS)
        self.easy = Store(self._easily, _MOST_EASY)
        self.widths = Store(self._width, _MOST_WIDTHS)
        self._spaced = Store(self._with_space, _MOST_WIDTHS)
        self._faces: dict[str, Face | None] = {}
        self._latin: set[str] = set()
        self._plain = "~" if all(self.first.has(chr(code)) for code in range(0x20, 0x7F)) else ""
        self._full = _FULL if self.language[:2] == "zh" else frozenset()
        self.space = self.word(" ")

    def joined(self, text: str, beside: tuple[str, str]) -> Word:
        """A stretch of a word that is drawn from the right and goes on `beside` it in another look."""
        return self._shaped(text, rtl=True, beside=beside) if any(beside) else self.word(text, rtl=True)

    def word(self, text: str, *, rtl: bool = False) -> Word:
        """The shaped text; long stretches are not kept."""
        if len(text) > _LONGEST:
            return self._shaped(text, rtl=rtl)
        return self.reversed[text] if rtl else self.words[text]

    def _width(self, token: str) -> float | None:
        """The width of a word from left to right; None where a line may end in it, or nothing is there."""
        return self.width(token) if token and not cuts(token) else None

    def width(self, text: str) -> float:
        """The width of a stretch from left to right."""
        easy = self.easy[text] if len(text) <= _LONGEST else None
        return easy[0] if easy else self.word(text).width

    def _easily(self, word: str) -> tuple[float, str, int] | None:
        """What `Face.easily` tells of a word of which the first face has all letters; it shapes others, too."""
        if self.upper or not word:
            return None
        if not self._latin.issuperset(word):
            if not all(map(self._is_latin, word)):
                return None
            self._latin.update(word)
        return self.first.easily(word, self.language)

    def _is_latin(self, char: str) -> bool:
        return script(char) in ("", "Latn") and self._face(char) is self.first

    def spaced(self, tokens: list[str]) -> list[float] | None:
        """The widths of words with a space each; None where `widths` has None for one."""
        try:
            return list(map(self._spaced.__getitem__, tokens))
        except KeyError:
            return None

    def breadth(self, tokens: list[str]) -> float:
        """The width of words as they are drawn, without the spaces between them."""
        ends = ((token, pairwise((0, *cuts(token), len(token)))) for token in tokens)
        return sum(self.width(token[start:end]) for token, places in ends for start, end in places)

    def _with_space(self, token: str) -> float:
        width = self._width(token)
        if width is None:
            raise KeyError(token)
        return width + self.space.width

    def _shaped(self, text: str, *, rtl: bool, beside: tuple[str, str] = ("", "")) -> Word:
        shown = capitals(text, self.language) if self.upper else [(char, at) for at, char in enumerate(text)]
        parts, missing = [], ""
        whole = "".join(char for char, _ in shown)
        for start, end, face, name in self._runs(whole):
            near = ((beside[0] + whole[:start])[-NEAR:], (whole[end:] + beside[1])[:NEAR]) if rtl else beside
            made = _part(
                shown[start:end], text, face, self._fallback(), name or "Latn", self.language, rtl=rtl, beside=near
            )
            parts.append(made)
            missing += "" if face else "".join(char for char, _ in shown[start:end] if not is_ignorable(char))
        width = sum(width for _, width in parts)
        ordered = _from_right(parts, width) if rtl and len(parts) > 1 else [part for part, _ in parts]
        return Word(width, tuple(ordered), len(shown), missing)

    def _runs(self, text: str) -> Iterator[tuple[int, int, Face | None, str]]:
        """Stretches of one face and one script: what extends a character stays in its face where that has it."""
        if not text:
            return
        start, face, name = 0, self._face(text[:1]), script(text[:1])
        for at in range(1, len(text)):
            char = text[at]
            if char <= self._plain and face is self.first and name in ("", "Latn"):
                name = name or script(char)
                continue
            own = script(char)
            kept = (
                not own
                and char not in self._full
                and ((face is None and extends(char)) or (face and (face.has(char) or is_ignorable(char))))
            )
            its = face if kept else self._face(char)
            if its is not face or (own and name and own != name):
                yield start, at, face, name
                start, face, name = at, its, own
            name = name or own
        yield start, len(text), face, name

    def shown_by(self, char: str) -> str:
        """The name of the face that has a character, "" where none has."""
        face = self._face(char)
        return face.name if face else ""

    def _face(self, char: str) -> Face | None:
        if char not in self._faces:
            self._faces[char] = self._search(char)
        return self._faces[char]

    def _search(self, char: str) -> Face | None:
        if is_private(char):
            return None
        if char in self._full and (face := self._face(_IDEOGRAPH)) and face.has(char):
            return face
        if self.first.has(char) or is_ignorable(char) or char.isspace():  # HarfBuzz makes the spaces a font lacks
            return self.first
        for source in self.sources[1:]:
            if source.may_have(char) and load(source).has(char):
                return load(source)
        return (
            next((face for face in machine(self.language, bold=self.bold) if face.has(char)), None)
            if self.system
            else None
        )

    def _fallback(self) -> Face:
        return self._face(NO_GLYPH) or self.first


def fount(
    fonts: Fonts, role: str, *, bold: bool, italic: bool, language: str | None, upper: bool, system: bool
) -> Fount:
    """The fount of a role of text, made once in a process for the same fonts."""
    key = (id(fonts), role, bold, italic, language, upper, system)
    known = _FOUND.get(key)
    if known is None:
        sources = tuple(chain(fonts, role, bold=bold, italic=italic))
        made = _fount(sources, language, bold=bold, upper=upper, system=system)
        if len(_FOUND) >= _MOST_FOUND:
            _FOUND.clear()
        known = _FOUND[key] = (fonts, made)
    return known[1]


_FOUND: dict[tuple[Any, ...], tuple[Fonts, Fount]] = {}  # the fonts are kept, so that nothing else gets their id


@lru_cache(128)
def _fount(sources: tuple[Source, ...], language: str | None, *, bold: bool, upper: bool, system: bool) -> Fount:
    return Fount(sources, language, bold=bold, upper=upper, system=system)


def _part(
    shown: list[tuple[str, int]], text: str, face: Face | None, fallback: Face, name: str, language: str, *, rtl: bool,
    beside: tuple[str, str],
) -> tuple[Part, float]:  # fmt: skip
    """One run as a part, and its width. What no face has is drawn as U+FFFD and stands for itself."""
    chars = "".join(char for char, _ in shown)
    own = face or fallback
    glyphs = own.shape(chars if face else NO_GLYPH * len(chars), rtl=rtl, script=name, language=language, beside=beside)
    texts = _texts(glyphs, [*(at for _, at in shown), shown[-1][1] + 1], text, rtl=rtl)
    if face is None:  # Private Use may not stand for text (ISO 19005-2, 6.2.11.7.3)
        texts = [NO_GLYPH if is_private(one[:1]) else one for one in texts]
    drawn = _drawn(glyphs, texts, own, rtl=rtl)
    pairs = frozenset(_pair(one.id, one.text) for one in drawn)
    return Part(own, drawn, pairs), sum(glyph.advance for glyph in glyphs)


def _from_right(parts: list[tuple[Part, float]], total: float) -> list[Part]:
    """The parts of a right-to-left word in reading order, each with the way back to its place."""
    made, pen, end = [], 0.0, total
    for part, width in parts:
        first, *rest = part.glyphs
        first = first._replace(before=round(first.before + pen - (end - width), 1))
        made.append(replace(part, glyphs=(first, *rest)))
        pen, end = end, end - width
    *before, last = made[-1].glyphs
    made[-1] = replace(made[-1], glyphs=(*before, last._replace(after=round(last.after + pen - total, 1))))
    return made


def _drawn(glyphs: list[Glyph], texts: list[str], face: Face, *, rtl: bool) -> tuple[Drawn, ...]:
    """The glyphs in reading order, so that a reader of the page's content meets the text as it was written.

    From right to left the pen goes back before each glyph, and to the end of the run after the last.
    """
    places, x = [], 0.0
    for glyph in glyphs:
        places.append(x + glyph.x)
        x += glyph.advance
    made, pen = [], 0.0
    for at in range(len(glyphs) - 1, -1, -1) if rtl else range(len(glyphs)):
        glyph = glyphs[at]
        made.append(_drawn_once(glyph.id, texts[at], round(pen - places[at], 1) or 0.0, 0.0, round(glyph.y, 1)))
        pen = places[at] + face.advance(glyph.id)
    if made:
        made[-1] = made[-1]._replace(after=round(pen - x, 1) or 0.0)
    return tuple(made)


def _texts(glyphs: list[Glyph], offsets: list[int], text: str, *, rtl: bool) -> list[str]:
    """The text of each glyph: the characters of a cluster are dealt out in reading order, one each, the rest to the last.

    The second glyph of a single character (Thai sara am, ß in capitals) stands for nothing.
    """
    texts = [""] * len(glyphs)
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(offsets) - 1], strict=True))
    members: dict[int, list[int]] = {}
    for at in range(len(glyphs) - 1, -1, -1) if rtl else range(len(glyphs)):
        members.setdefault(glyphs[at].cluster, []).append(at)
    for start, places in members.items():
        whole = text[offsets[start] : offsets[ends[start]]]
        for nth, at in enumerate(places):
            texts[at] = whole[nth:] if nth == len(places) - 1 else whole[nth : nth + 1]
    return texts
