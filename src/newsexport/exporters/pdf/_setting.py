"""One paragraph to be set: its text, the spans of one look in it, its directions, and what a stretch of it measures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from newsexport.exporters.pdf._bidi import levels
from newsexport.exporters.pdf._breaks import cuts
from newsexport.exporters.pdf._script import CURSIVE, JOINED, is_mixed
from newsexport.exporters.pdf._shape import NEAR, Fount, Word
from newsexport.patterns import lazy
from newsexport.records import NamedTuple
from newsexport.style import Colour

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

_GLUED = (("%", " %"), ("‰", " ‰"), (":", " :"), (";", " ;"), ("?", " ?"), ("!", " !"), ("»", " »"), ("«", "« "))
_GLUE = lazy(r"[^ ] (?=[%‰:;?!»](?:\W|\Z))|[«] (?=[^ ])")
_LONGEST_PHRASE = 12  # characters

Spot: TypeAlias = tuple[int, int | None]
"""A place of an edition that links lead to: the number of an article, and of a block in it or None for its head."""


class Target(NamedTuple):
    """Where a link leads, and where in its text it begins: an address, or a place of the edition."""

    start: int
    to: str | Spot


class Span(NamedTuple):
    """A stretch of one look, and where it leads if it is in a link."""

    start: int
    end: int
    fount: Fount
    colour: Colour
    target: Target | None = None


class Run(NamedTuple):
    """A stretch of one span and one direction."""

    start: int
    end: int
    span: Span
    level: int


class Atom(NamedTuple):
    """A piece of text that is drawn as a whole: a word, a part of one, or a single space."""

    start: int
    end: int
    word: Word
    run: Run


class Setting:
    """A text with its spans, which cover it in order. Widths are 1/1000 of the size; `tracking` too, a letter.

    A line of a headline in Chinese or Japanese ends between its `phrases`, where they are known; where they are `bound`,
    at no other space. `words` are what stands between single spaces.
    """

    __slots__ = (
        "_firsts", "base", "bound", "glued", "levels", "longest", "phrases", "plain", "runs", "space", "spans", "text",
        "tracking", "words",
    )  # fmt: skip

    def __init__(
        self, text: str, spans: list[Span], *, base: int, tracking: float = 0,
        phrases: frozenset[int] | None = None, longest: int = _LONGEST_PHRASE, bound: bool = False,
    ) -> None:  # fmt: skip
        self.text, self.spans, self.base, self.phrases, self.longest = text, spans, base, phrases, longest
        self.bound = bound
        self.tracking = 0.0 if tracking and text and max(text) >= "\u0300" and JOINED.search(text) else tracking
        self.levels = levels(text, base) if text and (base or is_mixed(text)) else None
        self.plain = spans[0].fount if len(spans) == 1 and self.levels is None else None
        self.space = spans[0].fount.space.width + self.tracking
        self.runs = list(self._runs()) if self.levels else [Run(one.start, one.end, one, 0) for one in spans]
        self.glued = any(pair in text for sign, pair in _GLUED if sign in text)  # one sign is found at a glance
        self._firsts = [run.start for run in self.runs]
        self.words = text.split(" ")

    def _runs(self) -> Iterator[Run]:
        levels = self.levels or []
        for span in self.spans:
            start = span.start
            for at in range(span.start + 1, span.end + 1):
                if at == span.end or levels[at] != levels[start]:
                    yield Run(start, at, span, levels[start])
                    start = at

    def within(self, start: int, end: int) -> Iterator[Run]:
        """The runs of a stretch of the text, cut to it."""
        at = max(bisect_right(self._firsts, start) - 1, 0)
        while at < len(self.runs) and self.runs[at].start < end:
            run = self.runs[at]
            if run.end > start:
                yield Run(max(run.start, start), min(run.end, end), run.span, run.level)
            at += 1

    def measure(self, start: int, end: int) -> float:
        """The width of a stretch that has no space in it."""
        if self.plain:
            if not self.tracking:
                return self.plain.width(self.text[start:end])
            word = self.plain.word(self.text[start:end])
            return word.width + self.tracking * word.letters
        total = 0.0
        for run in self.within(start, end):
            word = self._word(run, run.start, run.end, start, end)
            total += word.width + self.tracking * word.letters
        return total

    def _word(self, run: Run, start: int, end: int, low: int, high: int) -> Word:
        """A stretch of a run, of which the letters join those of another look between `low` and `high`."""
        fount, text = run.span.fount, self.text
        if not run.level & 1:
            return fount.word(text[start:end])
        before = text[max(low, start - NEAR) : start] if start == run.start and _joins(text, start) else ""
        after = text[end : min(high, end + NEAR)] if end == run.end and _joins(text, end) else ""
        return fount.joined(text[start:end], (before, after))

    @property
    def extent(self) -> float:
        """The width of the whole text on one line."""
        if widths := self.spaced(self.words):
            return sum(widths) - self.space
        atoms = self.atoms(0, len(self.text))
        return sum(atom.word.width + self.tracking * atom.word.letters for atom in atoms)

    def spaced(self, words: list[str]) -> list[float] | None:
        """The widths of words with a space each, where a line may end between any two and in none of them; else None."""
        if self.tracking or self.glued or self.bound or self.levels is not None:
            return None
        return self.plain.spaced(words) if self.plain else self._looks(words)

    def _looks(self, words: list[str]) -> list[float] | None:
        """The same where words, or their parts, have looks of their own."""
        if not all(words) or any(map(cuts, words)):
            return None
        made: list[float] = []
        for run in self.runs:
            first, *more = [run.span.fount.width(part) for part in self.text[run.start : run.end].split(" ")]
            made[-1:] = [made[-1] + first if made else first]
            made += more
        return [width + self.space for width in made]

    def parted(
        self, phrases: frozenset[int] | None, *, longest: int = _LONGEST_PHRASE, bound: bool = False
    ) -> Setting:  # fmt: skip
        """The same text to be parted at these places only; in a phrase of more than `longest` characters, as it was."""
        return Setting(
            self.text, self.spans, base=self.base, tracking=self.tracking, phrases=phrases, longest=longest, bound=bound
        )

    def pieces(self) -> Iterator[tuple[int, int, float]]:
        """The stretches between the places where a line may end, with their widths; spaces are between them.

        Where `glued`, some hold spaces: French sets one between a word and its sign, « 4 % », and none ends a line there.
        """
        found = self._merged() if self.glued else self._pieces()
        return found if self.phrases is None else self._phrased(found)

    def inner(self, start: int, end: int) -> int:
        """The spaces inside a piece."""
        return self.text.count(" ", start, end) if self.glued or self.bound else 0

    def _merged(self) -> Iterator[tuple[int, int, float]]:
        held: tuple[int, int, float] | None = None
        for start, end, width in self._pieces():
            if held and start == held[1] + 1 and _GLUE.match(self.text, held[1] - 1):
                held = (held[0], end, held[2] + self.space + width)
                continue
            if held:
                yield held
            held = (start, end, width)
        if held:
            yield held

    def _pieces(self) -> Iterator[tuple[int, int, float]]:
        at = 0
        solid = self.plain.widths.__getitem__ if self.plain and not self.tracking else _none
        for token in self.words:
            width = solid(token)
            if width is not None:
                yield at, at + len(token), width
            elif token:
                start = at
                for cut in (*cuts(token), len(token)):
                    yield start, at + cut, self.measure(start, at + cut)
                    start = at + cut
            at += len(token) + 1

    def _phrased(self, pieces: Iterator[tuple[int, int, float]]) -> Iterator[tuple[int, int, float]]:
        """The pieces of each phrase as one; those of a very long one as they are."""
        assert self.phrases is not None  # noqa: S101 - for the type checker
        held: list[tuple[int, int, float]] = []
        for piece in pieces:
            if held and (piece[0] in self.phrases or (piece[0] > held[-1][1] and not self.bound)):
                yield from self._joined(held)
                held = []
            held.append(piece)
        yield from self._joined(held)

    def _joined(self, pieces: list[tuple[int, int, float]]) -> Iterator[tuple[int, int, float]]:
        if pieces and pieces[-1][1] - pieces[0][0] <= self.longest:
            spaces = pieces[-1][1] - pieces[0][0] - sum(end - start for start, end, _ in pieces)
            yield pieces[0][0], pieces[-1][1], sum(width for _, _, width in pieces) + spaces * self.space
        else:
            yield from pieces

    def atoms(self, start: int, end: int) -> Iterator[Atom]:
        """What is drawn of a stretch, in reading order: just what `pieces` measured, and each space."""
        text = self.text
        for run in self.within(start, end):
            space, at = run.span.fount.space, run.start
            for token in text[run.start : run.end].split(" "):
                first = at
                for cut in cuts(token):
                    yield Atom(first, at + cut, self._word(run, first, at + cut, start, end), run)
                    first = at + cut
                at += len(token)
                if first < at:
                    yield Atom(first, at, self._word(run, first, at, start, end), run)
                if at < run.end:
                    yield Atom(at, at + 1, space, run)
                at += 1


def _joins(text: str, at: int) -> bool:
    """Whether a letter may join the one before it."""
    return 0 < at < len(text) and bool(CURSIVE.match(text, at) and CURSIVE.match(text, at - 1))


def _none(_token: str) -> None:
    return None
