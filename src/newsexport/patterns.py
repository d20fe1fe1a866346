"""Regular expressions that are compiled when they are first used: one article needs few of the hundreds we know."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic, cast

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
        self._given = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, as good as compiled: re.error, if any, comes at its first use."""
    return cast("re.Pattern[AnyStr]", Lazy(source, flags))
