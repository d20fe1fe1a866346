"""Words to glyphs: each run of a word in the first face that has it, shaped once in a process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newsexport.exporters.pdf._copy import capitals
from newsexport.exporters.pdf._face import Face, Glyph
from newsexport.exporters.pdf._fonts import Source, chain, load, machine
from newsexport.exporters.pdf._script import extends, is_ignorable, is_private, script
from newsexport.style import Fonts

_MOST_WORDS = 60_000
_NOTHING = "\u2060"  # stands for the second glyph of one character: U+2060 is never seen and breaks no word
NO_GLYPH = "\ufffd"


class Drawn(NamedTuple):
    """One glyph in drawing order with the text it stands for, the shifts round it in 1/1000, and its height."""

    id: int
    text: str
    before: float
    after: float
    rise: float


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What one face draws of a word; `exact` says that the glyphs' texts make up the text."""

    face: Face
    text: str
    glyphs: tuple[Drawn, ...]
    pairs: frozenset[tuple[int, str]]
    exact: bool
    rtl: bool


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A shaped stretch of text: its width in 1/1000 of the size, its parts from left to right, what no font has."""

    width: float
    parts: tuple[Part, ...]
    letters: int
    missing: str = ""


class Fount:
    """The faces of one style in one language, in the order in which they are asked; it shapes words and keeps them."""

    def __init__(self, sources: tuple[Source, ...], language: str | None, *, upper: bool, system: bool) -> None:
        self.sources, self.language, self.upper, self.system = sources, language or "und", upper, system
        self.first = load(sources[0])
        self.words: dict[str, Word] = {}
        self.reversed: dict[str, Word] = {}
        self._faces: dict[str, Face | None] = {}
        self._plain = "~" if all(self.first.has(chr(code)) for code in range(0x20, 0x7F)) else ""
        self.space = self.word(" ")

    def word(self, text: str, *, rtl: bool = False) -> Word:
        """The shaped text; long stretches and the rest of a full store are not kept."""
        store = self.reversed if rtl else self.words
        found = store.get(text)
        if found is None:
            found = self._shaped(text, rtl=rtl)
            if len(text) <= 40:
                if len(store) >= _MOST_WORDS:
                    store.clear()
                store[text] = found
        return found

    def _shaped(self, text: str, *, rtl: bool) -> Word:
        shown = capitals(text, self.language) if self.upper else [(char, at) for at, char in enumerate(text)]
        parts, missing = [], ""
        for start, end, face, name in self._runs("".join(char for char, _ in shown)):
            part = _part(shown[start:end], text, face, self._fallback(), name or "Latn", self.language, rtl=rtl)
            missing += "" if face else "".join(char for char, _ in shown[start:end])
            parts.append(part)
        width = sum(width for _, width in parts)
        return Word(width, tuple(part for part, _ in (parts[::-1] if rtl else parts)), len(shown), missing)

    def _runs(self, text: str) -> Iterator[tuple[int, int, Face | None, str]]:
        """Stretches of one face and one script: what extends a character stays in its face where that has it."""
        start, face, name = 0, self._face(text[:1]), script(text[:1])
        for at in range(1, len(text)):
            char = text[at]
            if char <= self._plain and face is self.first and name in ("", "Latn"):
                name = name or script(char)
                continue
            kept = extends(char) and (face is None or face.has(char) or is_ignorable(char))
            its = face if kept else self._face(char)
            own = script(char)
            if its is not face or (own and name and own != name):
                yield start, at, face, name
                start, face, name = at, its, own
            name = name or own
        if text:
            yield start, len(text), face, name

    def _face(self, char: str) -> Face | None:
        if char not in self._faces:
            self._faces[char] = self._search(char)
        return self._faces[char]

    def _search(self, char: str) -> Face | None:
        if is_private(char):
            return None
        if self.first.has(char) or is_ignorable(char):
            return self.first
        for source in self.sources[1:]:
            if source.may_have(char) and load(source).has(char):
                return load(source)
        return next((face for face in machine(self.language) if face.has(char)), None) if self.system else None

    def _fallback(self) -> Face:
        return self._face(NO_GLYPH) or self.first


def fount(
    fonts: Fonts, role: str, *, bold: bool, italic: bool, language: str | None, upper: bool, system: bool
) -> Fount:
    """The fount of a role of text, made once in a process for the same fonts."""
    return _fount(tuple(chain(fonts, role, bold=bold, italic=italic)), language, upper, system)


@lru_cache(128)
def _fount(sources: tuple[Source, ...], language: str | None, upper: bool, system: bool) -> Fount:  # noqa: FBT001
    return Fount(sources, language, upper=upper, system=system)


def _part(
    shown: list[tuple[str, int]], text: str, face: Face | None, fallback: Face, name: str, language: str, *, rtl: bool
) -> tuple[Part, float]:
    """One run as a part, and its width. What no face has is drawn as U+FFFD and stands for itself."""
    chars = "".join(char for char, _ in shown)
    glyphs = (face or fallback).shape(chars if face else NO_GLYPH * len(chars), rtl=rtl, script=name, language=language)
    first, last = shown[0][1], shown[-1][1] + 1
    offsets = [at for _, at in shown] + [last]
    texts, exact = _texts(glyphs, offsets, text, rtl=rtl)
    if face is None and any(map(is_private, text[first:last])):
        texts, exact = [NO_GLYPH if is_private(one[:1]) else one for one in texts], False
    drawn = []
    for glyph, own in zip(glyphs, texts, strict=True):
        rest = (face or fallback).advance(glyph.id) - glyph.advance + glyph.x
        drawn.append(Drawn(glyph.id, own, round(-glyph.x, 1), round(rest, 1), round(glyph.y, 1)))
    pairs = frozenset((one.id, one.text) for one in drawn)
    part = Part(face or fallback, text[first:last], tuple(drawn), pairs, exact, rtl)
    return part, sum(glyph.advance for glyph in glyphs)


def _texts(glyphs: list[Glyph], offsets: list[int], text: str, *, rtl: bool) -> tuple[list[str], bool]:
    """The text of each glyph, and whether they make up the whole: a cluster's characters are dealt out in reading order."""
    order = range(len(glyphs) - 1, -1, -1) if rtl else range(len(glyphs))
    texts, exact = [""] * len(glyphs), True
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(offsets) - 1], strict=True))
    members: dict[int, list[int]] = {}
    for at in order:
        members.setdefault(glyphs[at].cluster, []).append(at)
    for start, places in members.items():
        whole = text[offsets[start] : offsets[ends[start]]]
        for nth, at in enumerate(places):
            texts[at] = whole[nth:] if nth == len(places) - 1 else whole[nth : nth + 1]
        exact = exact and len(whole) >= len(places)
    return [one or _NOTHING for one in texts], exact
