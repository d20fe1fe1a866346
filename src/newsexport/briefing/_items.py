"""The entries of a glance: a line of text that ends in the number of the paragraph it comes from."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterable

from newsexport.analysis.length import WORDS_A_MINUTE, seconds
from newsexport.model import Emphasis, Item, Mark, Reference
from newsexport.patterns import lazy
from newsexport.records import NamedTuple
from newsexport.wording import number

_SIGN = lazy(r"[^\w\s]")
_CUTS, _PAUSES, _DASHES = frozenset("，、；：。．—()（）"), frozenset(",;:،؛·\u0387"), frozenset("–-")
_JOINTS = lazy(r"(?:and|but|et|mais|und|aber|y|pero)\s+")
_ENDS = " \t\r\n\u00a0,;:—–-.()（），、；：。．،؛·\u0387।"
_ENOUGH, _MOST = 18, 120  # characters of a clause round a figure; an ideograph counts as two
_BARE = 7  # characters besides the figure say nothing of it: "about £3 million", "(£3 million)"
_SLACK = 24  # characters more than that are not worth a cut
# A clause that begins so says nothing without the one before it.
_LEANING = lazy(
    r"\W*(?:(?:(?:\S{1,20} )?of |in |by |for |to )?(?:which|whom|who|whose)|qui|dont|die|der|deren|dessen|davon|quien|cuy[oa]s?"
    r"|is|are|was|were|will|would|has|have|had|can|could|may|might|must|should)\s"
)
_LEADS = frozenset(
    "which whom who whose qui dont die der deren dessen davon quien cuyo cuya cuyos cuyas is are was were will would has have had can could may might must "
    "should".split()
)  # what such a clause begins with, at its first or second word
_WORD = lazy(r"\w+")
_HEAD = 60  # characters of a clause that tell how it begins
_OPEN = lazy(r"[(（][^()（）]*\Z")
LEAST = 2 * 60 / WORDS_A_MINUTE  # seconds of "¶ 3"
_SPACES = lazy(r"[ \t\r\n]+")
_WIDE = lazy("[\u2e80-\ud7ff]+")


class Entry(NamedTuple):
    """A line of a glance before it is numbered: its text and marks, and the block it comes from."""

    text: str
    block: int
    marks: tuple[Mark, ...] = ()
    place: int = 0  # in the block, by which entries of one block are ordered


def numbered(entry: Entry, count: int | None, language: str | None) -> Item:
    """The entry with "¶ n", which leads to its block."""
    text = f"{entry.text}\u00a0¶\u00a0{number(count or 0, language)}"
    return Item(text, (*entry.marks, Reference(len(entry.text) + 1, len(text), block=entry.block)))


def affordable(ranked: Iterable[Entry], most: int, left: float, sure: int = 0) -> tuple[list[Entry], float]:
    """The best entries that are read in the seconds `left`, best first, and the seconds they take; `sure` at any cost."""
    kept: list[Entry] = []
    spent = 0.0
    for entry in ranked:
        cost = seconds(entry.text) + LEAST
        if len(kept) < sure or spent + cost <= left:
            kept.append(entry)
            spent += cost
        if len(kept) == most or (len(kept) >= sure and spent + LEAST > left):
            break  # the next one need not be made
    return kept, spent


def one_line(text: str) -> str:
    """The text on one line; spaces that do not break stay."""
    if "  " in text or "\n" in text or "\t" in text or "\r" in text:
        text = _SPACES.sub(" ", text)
    return text.strip()


def around(sentence: str, start: int, end: int, whole: int) -> tuple[int, int]:
    """The clause of a sentence round some characters of it, long enough to be understood, short enough for a list.

    It is the whole sentence where that has at most `whole` characters.
    """
    if width(sentence) <= whole:
        return 0, len(sentence)
    signs = [found.start() for found in _SIGN.finditer(sentence)]
    cuts = [0, *(at + 1 for at in signs if not start <= at < end and _cuts(sentence, at)), len(sentence)]
    last = bisect_left(cuts, end)
    first = min(last, bisect(cuts, start) - 1)
    figure = width(sentence[start:end])
    while (told := width(sentence[cuts[first] : cuts[last]])) < max(_ENOUGH, figure + _BARE) and last - first < len(
        cuts
    ) - 1:
        back = first and (told < figure + _BARE or last == len(cuts) - 1)
        first, last = (first - 1, last) if back else (first, min(last + 1, len(cuts) - 1))
    while first and _leans(sentence, cuts[first]):
        first -= 1
    return cuts[first], cuts[last]


def _leans(sentence: str, place: int) -> bool:
    """Whether the clause that begins at a place says nothing without the one before it."""
    head = sentence[place : place + _HEAD]
    if _LEADS.isdisjoint(_WORD.findall(head)[:2]) and " of wh" not in head:
        return False
    return bool(_LEANING.match(sentence, place))


def _cuts(sentence: str, place: int) -> bool:
    """Whether a clause ends at a sign: a pause before a space, a dash between spaces, a bracket, East Asia's own pauses."""
    sign = sentence[place]
    if sign in _CUTS:
        return True
    if not sentence[place + 1 : place + 2].isspace():
        return False
    return sign in _PAUSES or (sign in _DASHES and sentence[place - 1 : place].isspace())


def clause(sentence: str, span: tuple[int, int], inner: Iterable[tuple[int, int]], block: int, place: int) -> Entry:
    """The clause `span` of a sentence as an entry, what it is about (`inner`) emphasised; a long one is cut with "…".

    `block` and `place` are those of the sentence.
    """
    spots = sorted(inner)
    first, last = spots[0][0], spots[-1][1]
    start, end = span
    joint = _JOINTS.match(sentence[start:first].lstrip(_ENDS))
    text = sentence[start:end]
    start += len(text) - len(text.lstrip(_ENDS)) + (joint.end() if joint else 0)
    end -= len(text) - len(text.rstrip(_ENDS))
    end += sentence[end : end + 1] in (")", "）") and bool(_OPEN.search(sentence, start, end))
    start, end = min(start, first), max(end, last)
    room = max(end - start if end - start <= _MOST + _SLACK else 0, _MOST) - (last - first)
    room = max(0, room)
    right = min(end, last + max(room // 2, room - (first - start)))
    left = max(start, first - max(0, room - (right - last)))
    left, right = _at_space(sentence, left, first, start), _before_space(sentence, right, last, end)
    before = "…" if left > start else ""
    marks = tuple(Emphasis(a - left + len(before), b - left + len(before), strong=True) for a, b in spots)
    return Entry(before + sentence[left:right] + ("…" if right < end else ""), block, marks, place + first)


def _at_space(text: str, at: int, most: int, least: int) -> int:
    """Where the first whole word from `at` on begins, at most at `most`; `at` itself where nothing is cut off before it."""
    found = text.find(" ", at, most) if at > least else -1
    return found + 1 if found >= 0 else at


def _before_space(text: str, at: int, least: int, most: int) -> int:
    """Where the last whole word before `at` ends, at least at `least`."""
    found = text.rfind(" ", least, at) if at < most else -1
    return found if found > least else at


def width(text: str) -> int:
    """Characters, an ideograph counted as two."""
    if text.isascii() or max(text) < "\u2e80":
        return len(text)
    return len(text) + sum(map(len, _WIDE.findall(text)))
