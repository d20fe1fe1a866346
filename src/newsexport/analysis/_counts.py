"""What a number counts: the noun after it, where it is sure that it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from types import ModuleType

from newsexport.analysis._figurewords import Lexicon
from newsexport.analysis._quantities import Quantity, Token
from newsexport.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Counted: TypeAlias = tuple[str | None, int]

_PREVIOUS = lazy(r"(?<![\w'’-])(?P<word>[^\W\d_]+(?:['’-][^\W\d_]+)*)(?P<comma>[,.]?)[ \u00a0]\Z")
_OPENING = frozenset('.!?:“"‘(')  # before the first word of a sentence or speech
_SHARE = lazy(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))\s+(?:in|out of)\s+(?:every\s+)?\Z", re.IGNORECASE
)
_SHARING = ("in", "of", "every")  # how it ends
_BACK = 28  # characters before a number that may name it
_VERBS = frozenset("were was are is have had been be also being reported confirmed reportedly feared".split())
_OPEN = 10  # from this number on, whatever noun follows is a count
_PERSONS = ("ists", "ians", "women", "smen", "wives")  # endings of nouns that are people
_YEARS = (1000, 2100)


def counted(text: str, here: Quantity, words: Lexicon) -> Counted:
    """The noun that a number counts and where it ends; None where it is not sure that it counts anything."""
    nothing = None, here.end
    if here.value < 2 or (here.value != int(here.value) and here.scale == 1):
        return nothing
    if words.frm == "from":
        found = _english(here, words)
        return nothing if found[0] and _names(text, here) else found
    for place, token in enumerate(here.after[:3]):
        if token.lower in words.nouns:
            return token.text, token.end
        if place and token.lower not in words.links and here.after[0].lower not in words.links:
            break
    return nothing


def _names(text: str, here: Quantity) -> bool:
    """Whether the words before make the number a name, a year, a share: "Article 5", "in 2019", "one in four"."""
    english = _english_words()
    back = max(0, here.start - 24)
    if text[back : here.start].rstrip().lower().endswith(_SHARING) and _SHARE.search(text, back, here.start):
        return True
    back = max(0, here.start - _BACK)
    previous = _PREVIOUS.search(text, back, here.start)
    year = _is_year(here)
    if not previous or not _begins_word(text, back, previous.start()):
        return year
    at, word, comma = previous.start(), previous["word"], previous["comma"]
    lower = word.lower()
    if lower in english.LABELS or lower in english.DATES:
        return True
    if year and (lower in english.BEFORE_YEARS or comma or word[0].isupper()):
        return True
    opening = not text[:at] or text[at - 1] != " " or (at - 1 > back and text[at - 2] in _OPENING)
    return word[0].isupper() and not opening and not comma and not lower.endswith("day") and len(word) > 1


def _begins_word(text: str, back: int, at: int) -> bool:
    """Whether a word that is seen from `back` on begins at a place: after a space or what opens a sentence."""
    return at == 0 or (at > back and (text[at - 1].isspace() or text[at - 1] in _OPENING))


@cache
def _english_words() -> ModuleType:
    """The words of English figures, loaded with the first English number."""
    from newsexport.analysis import _figureenglish

    return _figureenglish


def _is_year(here: Quantity) -> bool:
    """Whether a number looks like one: 2019, not 2,019 and no "two thousand"."""
    number = here.number
    return (
        not number.spelt
        and here.scale == 1
        and number.end - number.start == 4
        and _YEARS[0] <= number.value < _YEARS[1]
    )


def _english(here: Quantity, words: Lexicon) -> Counted:
    english = _english_words()
    after = here.after
    if not after or after[0].hyphen:
        return None, here.end
    if after[0].lower in _VERBS:
        return _state(here, english.STATES)
    capital = False
    for place, token in enumerate(after):
        if token.lower in english.STOPS or token.lower in english.NOT_COUNTED:
            break
        capital = capital or token.text[0].isupper()
        if token.lower in words.nouns or (not capital and _open(here, token, english.PLURALS)):
            last = _longest(after, place, words)
            return last.text, last.end
    return None, here.end


def _state(here: Quantity, states: frozenset[str]) -> Counted:
    for token in here.after:
        if token.lower in states:
            return token.text, token.end
        if token.lower not in _VERBS:
            break
    return None, here.end


def _longest(after: Sequence[Token], place: int, words: Lexicon) -> Token:
    """The last noun of several: of "police officers" the officers."""
    while (
        place + 1 < len(after) and after[place + 1].lower in words.nouns and not after[place + 1].lower.endswith("ed")
    ):
        if after[place + 1].lower in {"dead", "missing", "hurt", "others"}:
            break
        place += 1
    return after[place]


def _open(here: Quantity, token: Token, plurals: frozenset[str]) -> bool:
    """Whether any plural noun will do: the number is large enough and no year."""
    if here.value < _OPEN or (here.number.spelt and here.scale < 100):
        return token.lower.endswith(_PERSONS)
    if _is_year(here):
        return False
    word = token.lower
    return word in plurals or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
    )
