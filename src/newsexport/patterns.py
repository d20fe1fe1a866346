"""Regular expressions that are compiled when they are first used: one article needs few of the hundreds we know."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any, AnyStr, Generic, cast

SIGNS = " \t\u00a0([{（【<>»►▶→*•–—-#/©.)]"
"""What may stand before the letters that a pattern's match opens with."""
_DOTS = str.maketrans("İı", "ii")  # as re.IGNORECASE takes them
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


class Lazy(Generic[AnyStr]):
    """A pattern not yet compiled; at its first use it takes on the compiled one's methods as its own."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = source
        self.flags_given = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags_given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


class Headed(Lazy[str]):
    """A pattern that is asked only of texts that open as its matches do: it is seldom compiled, and seldom tried."""

    def __init__(self, heads: str, source: str, flags: int) -> None:
        super().__init__(source, flags)
        self.heads = frozenset(heads.split("|"))

    def match(self, text: str) -> re.Match[str] | None:
        """What the pattern finds where the text begins; the signs before its first letter are the pattern's to judge."""
        return self.compiled.match(text) if opens(text, self.heads) else None

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self.flags_given)


def opens(text: str, heads: AbstractSet[str]) -> bool:
    """Whether a text's first letters behind its signs, one to five of them, are one of these, in small letters.

    "" stands for a text of nothing but signs.
    """
    head = text[:14].lstrip(SIGNS)[:5].translate(_DOTS).casefold()[:5]
    return head in heads or head[:3] in heads or head[:4] in heads or head[:2] in heads or head[:1] in heads


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, as good as compiled: re.error, if any, comes at its first use."""
    return cast("re.Pattern[AnyStr]", Lazy(source, flags))


def headed(heads: str, source: str, flags: int = 0) -> re.Pattern[str]:
    """A lazy pattern to `match`, with what its matches open with: parted by "|", up to five small letters each."""
    return cast("re.Pattern[str]", Headed(heads, source, flags))
