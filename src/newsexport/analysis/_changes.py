"""What a number is the change of: the verb or noun before or after it that says that something rose or fell."""

from __future__ import annotations

import re

from newsexport.analysis._figurewords import Lexicon
from newsexport.analysis._quantities import Quantity
from newsexport.patterns import lazy
from newsexport.records import NamedTuple

_REACH = 64  # characters before a number that may hold its verb
_WORD = lazy(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CLAUSE_ENDS = '.;:!?()“”"…\n—–'
_GAPS = frozenset(" \u00a0\u202f")
_LIMITING = 18  # characters before a number that limit it
_FAR = 4  # words between the verb and its number
_FILLERS = frozenset(
    "by a an another further of de d un una um el del des du en na на в di do da dal um an the to's as much more than nearly almost about around "
    "only just over roughly some rund etwa knapp fast über mehr als plus près environ más casi oltre circa quase mais cerca более около почти".split()
)
_BY = frozenset("by um de un del na на di".split())
_NOUNS = frozenset(
    "rise increase jump gain growth surge hike fall drop decline cut decrease reduction slump plunge contraction expansion dip climb slide".split()
)
_OFF = frozenset("out below under behind into off short apart ill through for back".split())
_WITHOUT_END = frozenset("to zu auf à para до al".split())


class Change(NamedTuple):
    """Where the words of a change begin and end, its direction (0 not said), and whether "by" ties the number to it."""

    start: int
    end: int
    sign: int
    by: bool
    rule: str


def changed(text: str, here: Quantity, words: Lexicon, kind: str) -> Change | None:
    """The change that a number is the amount of: "fell by 12%", "a 5% rise"; None for an amount that is only there."""
    if not words.signs:
        return None
    return _named_after(here, words.signs, kind) or _said_before(text, here, words, kind)


def _named_after(here: Quantity, signs: dict[str, int], kind: str) -> Change | None:
    if kind not in {"money", "percent", "points"}:
        return None
    for place, token in enumerate(here.after[:2]):
        following = here.after[place + 1].lower if place + 1 < len(here.after) else ""
        if token.lower in _NOUNS and token.lower in signs and following not in _OFF:
            return Change(here.start, token.end, signs[token.lower], False, f"an amount and the noun {token.lower!r}")
    return None


def before(text: str, start: int) -> list[re.Match[str]]:
    """The words of the clause before a place, the nearest first."""
    from_ = max(0, start - _REACH)
    from_ = max(from_, 1 + max(text.rfind(sign, from_, start) for sign in _CLAUSE_ENDS))
    return list(_WORD.finditer(text, from_, start))[::-1]


def _said_before(text: str, here: Quantity, words: Lexicon, kind: str) -> Change | None:
    signs = words.signs or {}
    if signs.keys().isdisjoint(text[max(0, here.start - _REACH) : here.start].lower().split()):
        return None
    found = before(text, here.start)
    by = False
    for place, match in enumerate(found[: _FAR + 1]):
        word = match[0].lower()
        if word in signs and word not in _BY:
            return _verb(text, here, found, place, by, kind, words)
        if word in _WITHOUT_END:
            return None
        by = by or word in _BY
        if not (
            word in _FILLERS or (word.endswith("ly") and len(word) > 4) or (by and words.frm == "from" and place < 4)
        ):
            return None
    return None


def _verb(
    text: str, here: Quantity, found: list[re.Match[str]], place: int, by: bool, kind: str, words: Lexicon
) -> Change | None:
    match, sign = found[place], (words.signs or {})[found[place][0].lower()]
    word = match[0].lower()
    if words.frm == "from":
        from newsexport.analysis import _figureenglish as english

        if word in english.TAKES_OBJECT and not by and kind not in {"percent", "points"}:
            return None
        if word in {"up", "down"} and place + 1 < len(found) and found[place + 1][0].lower() in english.PHRASAL:
            return None
        if word in {"up", "down", "higher", "lower"} and not by and kind not in {"percent", "points", "money"}:
            return None
    if "," in text[match.end() : here.start]:
        return None
    if (
        place + 1 < len(found)
        and found[place + 1][0].lower() in (words.signs or {})
        and found[place + 1].end() + 1 == match.start()
    ):
        match = found[place + 1]  # "edged up"
    return Change(match.start(), here.end, sign, by, f"an amount and the word of change {word!r}")


def qualified(text: str, start: int, words: Lexicon) -> int:
    """Where a figure begins with the words that limit it: "more than", "about"."""
    gap = text[start - 1 : start] in _GAPS
    before = text[max(0, start - _LIMITING) : start - gap].lower()
    if not before.endswith(words.qualifiers):
        return start
    begins = [start - gap - len(phrase) for phrase in words.qualifiers if before.endswith(phrase)]
    if before[-1] >= "\u2e80":  # written without spaces
        return start if gap else min(begins)
    return min([at for at in begins if gap and not (at and _wordy(text[at - 1]))], default=start)


def _wordy(char: str) -> bool:
    return char.isalnum() or char == "_"
