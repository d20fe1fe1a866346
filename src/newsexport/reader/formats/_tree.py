"""Markup as a plain tree, whatever it was written in: names without prefixes, text as strings between the elements."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

DEEPEST = 64  # levels; no story nests deeper, and every walk over a tree may recurse


def tags(names: str) -> frozenset[str]:
    """The names in a string, as a set."""
    return frozenset(names.split())


@dataclass(slots=True, eq=False)
class Node:
    """An element: its local name, its name space, its attributes (local names), its text and elements in order."""

    tag: str
    space: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Node | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute's value, "" without it."""
        return self.attributes.get(name, "")

    @property
    def nodes(self) -> list[Node]:
        """The elements directly inside."""
        return [part for part in self.inside if isinstance(part, Node)]

    def all(self, *names: str) -> list[Node]:
        """The elements of these names directly inside."""
        return [part for part in self.nodes if part.tag in names]

    def at(self, *path: str) -> Node | None:
        """The first element that the names lead to, level by level."""
        node: Node | None = self
        for tag in path:
            node = next((part for part in node.nodes if part.tag == tag), None) if node else None
        return node

    def walk(self) -> Iterator[Node]:
        """The element and all inside it, in document order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.nodes))

    def find(self, *names: str) -> Iterator[Node]:
        """Every element of these names at any depth."""
        return (node for node in self.walk() if node.tag in names)

    @property
    def text(self) -> str:
        """All text inside, as it stands."""
        return self.spoken()

    def spoken(self, silent: Collection[str] = ()) -> str:
        """The text inside, as it stands, without that of the elements named."""
        parts: list[str] = []
        waiting: list[Node | str] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                parts.append(part)
            elif part.tag not in silent:
                waiting.extend(reversed(part.inside))
        return "".join(parts)

    @property
    def first(self) -> str:
        """The first character inside that is no white space, "" where there is none."""
        waiting: list[Node | str] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, Node):
                waiting.extend(reversed(part.inside))
            elif bare := part.strip():
                return bare[0]
        return ""

    def __bool__(self) -> bool:
        return True
