"""The structure of a document and the sheets it is drawn on, as plain values; `_tagged` writes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from newsexport.records import record


class Marked(NamedTuple):
    """A marked-content sequence: page from 0, number on it."""

    page: int
    number: int


class Annotated(NamedTuple):
    """A link annotation: page from 0, number on it."""

    page: int
    number: int


class Element:
    """One node of the structure tree (ISO 32000-1, 14.8.4), made in reading order; its content is added when drawn."""

    __slots__ = ("attributes", "kids", "language", "parent", "tag")

    def __init__(
        self, tag: str, parent: Element | None = None, *, attributes: str = "", language: str | None = None
    ) -> None:
        self.tag, self.parent, self.attributes, self.language = tag, parent, attributes, language
        self.kids: list[Kid] = []
        if parent:
            parent.kids.append(self)

    def prune(self) -> bool:
        """Drops what has no content; whether this element has any."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.prune()]
        return bool(self.kids)


Kid: TypeAlias = Element | Marked | Annotated


@record
class Hotspot:
    """A link on a page: left, bottom, right, top in points from the lower left corner."""

    box: tuple[float, float, float, float]
    url: str
    element: Element


@record
class Bookmark:
    """An entry of the outline: its level from 0, how far up the page it leads."""

    title: str
    level: int
    top: float


@dataclass(slots=True)
class Sheet:
    """One page: its operators, the element of each marked sequence, links, bookmarks."""

    number: int
    code: list[str] = field(default_factory=list)
    owners: list[Element] = field(default_factory=list)
    links: list[Hotspot] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)

    def mark(self, element: Element) -> str:
        """The operator that opens a sequence of the element's content."""
        element.kids.append(Marked(self.number, len(self.owners)))
        self.owners.append(element)
        return f"/{element.tag}<</MCID {len(self.owners) - 1}>>BDC"

    def link(self, box: tuple[float, float, float, float], url: str, element: Element) -> None:
        """Makes a box of the page lead to an address."""
        element.kids.append(Annotated(self.number, len(self.links)))
        self.links.append(Hotspot(box, url, element))
