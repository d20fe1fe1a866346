"""The Unicode Bidirectional Algorithm (UAX 9): levels of a paragraph, visual order of a line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import bidirectional

from newsexport.exporters.pdf._script import RTL, is_mixed

_REMOVED = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_LIKE_ITS_NEIGHBOUR = "\u0300"  # a nonspacing mark takes the type of what it follows (W1)
_FROM_LEFT, _FROM_RIGHT = "a", "\u05d0"


def base_of(text: str, *, rtl: bool) -> int:
    """The level of a paragraph, 0 or 1: the article's direction where the text knows it, else that of most letters.

    A paragraph of a right-to-left article without any such letter reads from the left; one of another article that
    begins from the right, and mostly stays there, reads from the right.
    """
    if not is_mixed(text):
        return 0
    if rtl:
        return 1
    kinds = [kind for char in text if (kind := bidirectional(char)) in ("L", "R", "AL")]
    return int(bool(kinds) and kinds[0] != "L" and 2 * kinds.count("L") < len(kinds))


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character."""
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels("".join(map(_stand_in, text)), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [char["level"] for char in storage["chars"]]


@lru_cache(8192)
def _stand_in(char: str) -> str:
    """The character, or one that python-bidi neither leaves out nor stumbles over, so that offsets stay."""
    kind = bidirectional(char)
    if kind in _REMOVED:
        return _LIKE_ITS_NEIGHBOUR
    if kind:
        return char
    return _FROM_RIGHT if RTL.match(char) else _FROM_LEFT


def visual(found: Sequence[int]) -> list[int]:
    """The order from left to right of runs with these levels (L2)."""
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = max(end, at + 1)
    return order
