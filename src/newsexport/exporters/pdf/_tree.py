"""The structure of a document and the sheets it is drawn on, as plain values; `_tagged` writes them."""

from __future__ import annotations

from newsexport.records import NamedTuple, Record, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias


class Marked(NamedTuple):
    """A marked-content sequence: page from 0, number on it."""

    page: int
    number: int


class Annotated(NamedTuple):
    """A link annotation: page from 0, number on it."""

    page: int
    number: int


class Element:
    """One node of the structure tree (ISO 32000-1, 14.8.4), made in reading order; its content is added when drawn.

    `about` is the place of the edition that an entry of the contents is about.
    """

    __slots__ = ("about", "attributes", "kids", "language", "parent", "tag")

    def __init__(
        self,
        tag: str,
        parent: Element | None = None,
        *,
        attributes: str = "",
        language: str | None = None,
        about: tuple[int, int | None] | None = None,
    ) -> None:
        self.tag, self.parent, self.attributes, self.language = tag, parent, attributes, language
        self.about = about
        self.kids: list[Kid] = []
        if parent:
            parent.kids.append(self)

    def prune(self) -> bool:
        """Drops what has no content; whether this element has any."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Element) or kid.prune()]
        return bool(self.kids)


Kid: TypeAlias = Element | Marked | Annotated


class Hotspot(Record):
    """A link on a page: left, bottom, right, top in points from the lower left corner; an address or a place's key."""

    box: tuple[float, float, float, float]
    to: str | tuple[int, int | None]
    element: Element


class Aim(Record):
    """What a link or a bookmark leads to: a page from 0, how far up it, the element there, and what is said there."""

    page: int
    top: float
    element: Element
    title: str


class Bookmark(Record):
    """An entry of the outline and its level from 0."""

    level: int
    aim: Aim


class Sheet(Record, frozen=False):
    """One page: its operators, the element of each marked sequence, its links."""

    number: int
    code: list[str] = field(default_factory=list)
    owners: list[Element] = field(default_factory=list)
    links: list[Hotspot] = field(default_factory=list)

    def mark(self, element: Element) -> str:
        """The operator that opens a sequence of the element's content."""
        element.kids.append(Marked(self.number, len(self.owners)))
        self.owners.append(element)
        return f"/{element.tag}<</MCID {len(self.owners) - 1}>>BDC"

    def link(self, box: tuple[float, float, float, float], to: str | tuple[int, int | None], element: Element) -> None:
        """Makes a box of the page lead to an address or a place."""
        element.kids.append(Annotated(self.number, len(self.links)))
        self.links.append(Hotspot(box, to, element))


class Bound(Record, frozen=False):
    """A whole document before it is a file: its sheets, structure, outline, and the aim of each place."""

    tree: Element
    sheets: list[Sheet] = field(default_factory=list)
    outline: list[Bookmark] = field(default_factory=list)
    aims: dict[tuple[int, int | None], Aim] = field(default_factory=dict)
