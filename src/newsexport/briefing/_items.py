"""The entries of a glance: a line of text that ends in the number of the paragraph it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsexport.analysis.length import seconds
from newsexport.model import Emphasis, Item, Mark, Reference
from newsexport.patterns import lazy
from newsexport.wording import number

_CUT = lazy(r"[,;:](?=\s)|[，、；：。．]|(?<=\s)[—–-](?=\s)|—|[()（）]|[.!?…](?=\s)")
_JOINTS = lazy(r"(?:and|but|et|mais|und|aber|y|pero)\s+")
_ENDS = " \t\r\n\u00a0,;:—–-.()（），、；：。．"
_ENOUGH, _MOST = 28, 120  # characters of a clause round a figure
_SPACES = lazy(r"[ \t\r\n]+")


class Entry(NamedTuple):
    """A line of a glance before it is numbered: its text and marks, and the block it comes from."""

    text: str
    block: int
    marks: tuple[Mark, ...] = ()


def numbered(entry: Entry, counted: Sequence[int | None], language: str | None) -> Item:
    """The entry with "¶ n", which leads to its block; without it where the block has no number."""
    count = counted[entry.block] if entry.block < len(counted) else None
    if count is None:
        return Item(entry.text, entry.marks)
    text = f"{entry.text}\u00a0¶\u00a0{number(count, language)}"
    return Item(text, (*entry.marks, Reference(len(entry.text) + 1, len(text), block=entry.block)))


def affordable(ranked: Iterable[Entry], most: int, left: float) -> tuple[list[Entry], float]:
    """The best entries that are read in the seconds `left`, best first, and the seconds they take."""
    kept: list[Entry] = []
    spent = 0.0
    for entry in ranked:
        cost = seconds(entry.text)
        if len(kept) < most and spent + cost <= left:
            kept.append(entry)
            spent += cost
    return kept, spent


def one_line(text: str) -> str:
    """The text on one line; spaces that do not break stay."""
    return _SPACES.sub(" ", text).strip()


def around(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The clause of a sentence round some characters of it, long enough to be understood, short enough for a list."""
    cuts = [0, *(found.end() for found in _CUT.finditer(sentence) if not start < found.end() <= end), len(sentence)]
    last = next(at for at, cut in enumerate(cuts) if cut >= end)
    first = max(at for at, cut in enumerate(cuts[: last + 1]) if cut <= start)
    while cuts[last] - cuts[first] < _ENOUGH and (first or last < len(cuts) - 1):
        first, last = (first, last + 1) if last < len(cuts) - 1 else (first - 1, last)
    return cuts[first], cuts[last]


def clause(sentence: str, span: tuple[int, int], inner: Iterable[tuple[int, int]], block: int) -> Entry:
    """The clause `span` of a sentence as an entry, what it is about (`inner`) emphasised; a long one is cut with "…"."""
    spots = sorted(inner)
    first, last = spots[0][0], spots[-1][1]
    start, end = span
    joint = _JOINTS.match(sentence[start:first].lstrip(_ENDS))
    text = sentence[start:end]
    start += len(text) - len(text.lstrip(_ENDS)) + (joint.end() if joint else 0)
    end -= len(text) - len(text.rstrip(_ENDS))
    start, end = min(start, first), max(end, last)
    room = max(0, _MOST - (last - first)) // 2
    left = _at_space(sentence, first - room, first, start) if first - start > room else start
    right = _before_space(sentence, last + room, last, end) if end - last > room else end
    before = "…" if left > start else ""
    marks = tuple(Emphasis(a - left + len(before), b - left + len(before), strong=True) for a, b in spots)
    return Entry(before + sentence[left:right] + ("…" if right < end else ""), block, marks)


def _at_space(text: str, at: int, most: int, least: int) -> int:
    found = text.find(" ", max(at, least), most)
    return found + 1 if found >= 0 else max(at, least)


def _before_space(text: str, at: int, least: int, most: int) -> int:
    found = text.rfind(" ", least, min(at, most))
    return found if found > least else min(at, most)
