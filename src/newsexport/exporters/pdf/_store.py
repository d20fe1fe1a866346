"""What is learnt of words, within bounds: an archive has no end of names and numbers."""

from __future__ import annotations

from collections.abc import Callable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    V = TypeVar("V")


class Store(dict[str, "V"]):
    """Values by word, each made when it is first asked for; KeyError where `make` has none to give.

    It holds no more than `most` in two generations: where the younger is full it becomes the older one, of which only what
    is asked for again is kept.
    """

    def __init__(self, make: Callable[[str], V], most: int) -> None:
        super().__init__()
        self.make, self.half = make, most // 2
        self.older: dict[str, V] = {}

    def __missing__(self, word: str) -> V:
        found = self.older.get(word)
        return self.keep(word, self.make(word) if found is None else found)

    def keep(self, word: str, value: V) -> V:
        """The value, which the word has from now on."""
        if len(self) >= self.half:
            self.older = dict(self)
            self.clear()
        self[word] = value
        return value
