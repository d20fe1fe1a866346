"""Regular expressions that are compiled when they are first used: one article needs few of the hundreds we know."""

from __future__ import annotations

import re
import sys
from functools import cached_property, lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, AnyStr

SIGNS = " \t\u00a0([{（【<>»►▶→*•–—-#/©.)]"
"""What may stand before the letters that a pattern's match opens with."""
_HIGH = 3 if sys.byteorder == "little" else 2  # where the high bytes of UTF-16 begin, behind its byte order mark
_DOTS = str.maketrans("İı", "ii")  # as re.IGNORECASE takes them
# A sign for a sign of its kind, so that each character keeps its place: patterns of words find the same in both.
_SIGNS = (("’", "'"), ("‘", "^"), ("“", '"'), ("”", '"'), ("—", ";"), ("–", ";"), ("…", "!"), ("\u00a0", " "), ("£", "$"), ("€", "$"))  # fmt: skip
_METHODS = (
    "findall",
    "finditer",
    "flags",
    "fullmatch",
    "groupindex",
    "groups",
    "match",
    "search",
    "split",
    "sub",
    "subn",
)


class Lazy:
    """A pattern not yet compiled; at its first use it takes on the compiled one's methods as its own."""

    def __init__(self, source: Any, flags: int) -> None:
        self.pattern = source
        self.flags_given = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags_given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


class Headed(Lazy):
    """A pattern that is asked only of texts that open as its matches do: it is seldom compiled, and seldom tried."""

    def __init__(self, heads: str, source: str, flags: int) -> None:
        super().__init__(source, flags)
        self.heads = frozenset(heads.split("|"))

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern finds where the text begins; the signs before its first letter are the pattern's to judge."""
        return None if self.heads.isdisjoint(_opening(text[:14])) else self.compiled.match(text)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self.flags_given)


def opening(text: str) -> tuple[str, ...]:
    """A text's first one to five letters behind its signs, in small letters; "" where it is nothing but signs."""
    return _opening(text[:14])


@lru_cache(maxsize=256)  # a dozen patterns ask the same of a line
def _opening(start: str) -> tuple[str, ...]:
    head = start.lstrip(SIGNS)[:5]
    head = head.lower() if head.isascii() else head.translate(_DOTS).casefold()[:5]
    return head, head[:3], head[:4], head[:2], head[:1]


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, as good as compiled: re.error, if any, comes at its first use."""
    made: Any = Lazy(source, flags)
    pattern: re.Pattern[AnyStr] = made
    return pattern


def headed(heads: str, source: str, flags: int = 0) -> re.Pattern[str]:
    """A lazy pattern to `match`, with what its matches open with: parted by "|", up to five small letters each."""
    made: Any = Headed(heads, source, flags)
    pattern: re.Pattern[str] = made
    return pattern


def leaves(text: str, pages: bytes) -> bool:
    """Whether some character of a text is on none of these pages of 256 characters.

    To ask that costs less than to compile, or to search, a pattern of what is.
    """
    return not text.isascii() and bool(text.encode("utf-16", "surrogatepass")[_HIGH::2].translate(None, pages))


def typed(text: str) -> str:
    """The text as a typewriter has it, of the same length, for patterns that are faster where all is ASCII.

    As it is where it still would not be ASCII.
    """
    return text if text.isascii() else _typed(text)


@lru_cache(maxsize=64)  # what looks for names, words and sentences asks the same of a paragraph
def _typed(text: str) -> str:
    plain = text
    for sign, ours in _SIGNS:
        plain = plain.replace(sign, ours)
    return plain if plain.isascii() else text


def places(text: str, pieces: Iterable[str]) -> list[int]:
    """Where any of these pieces stands in a text, in order: looking for each is faster than looking at each character."""
    found = []
    for piece in filter(text.__contains__, pieces):
        place = text.find(piece)
        while place >= 0:
            found.append(place)
            place = text.find(piece, place + len(piece))
    return sorted(found)
