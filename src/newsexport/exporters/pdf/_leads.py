"""What leads to a place: the link annotations and the outline of a document (ISO 32000-1, 12.3 and 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsexport.exporters.pdf._strings import text_string
from newsexport.exporters.pdf._tree import Aim, Bookmark, Bound, Element, Hotspot
from newsexport.exporters.pdf._xmp import line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Objects(Protocol):
        """Where the objects of a file go; a body may be given to a number later."""

        def add(self, body: bytes = b"") -> int:
            """The number of a new object with this body."""
            ...

        def fill(self, number: int, body: bytes) -> None:
            """Gives an object its body."""
            ...


_PRINT = 4  # the flag that PDF/A asks of each annotation (ISO 19005-2, 6.3.2)
_LONGEST = 200  # characters of an address that a reader is told


class Leads:
    """Writes what leads to a place. `structured` makes it lead to the element too, as PDF/UA-2 asks (8.8)."""

    def __init__(
        self, objects: Objects, pages: Sequence[int], elements: Mapping[Element, int], *, structured: bool
    ) -> None:  # fmt: skip
        self.objects, self.pages, self.elements, self.structured = objects, pages, elements, structured

    def write(self, bound: Bound, annotations: Mapping[tuple[int, int], tuple[int, int]]) -> int | None:
        """Fills the annotations, given by page and number with object and parent key; the outline's number."""
        for sheet in bound.sheets:
            for at, spot in enumerate(sheet.links):
                number, key = annotations[sheet.number, at]
                self.objects.fill(number, self._annotation(spot, key, bound))
        return self._outline(bound) if bound.outline else None

    def _annotation(self, spot: Hotspot, key: int, bound: Bound) -> bytes:
        if isinstance(spot.to, str):
            address = "".join(char if char.isascii() else _escaped(char) for char in spot.to)
            told, lead = spot.to[:_LONGEST], b"/A<</S/URI/URI%b>>" % text_string(address)
        else:
            aim = bound.aims.get(spot.to) or bound.aims[spot.to[0], None]
            told, lead = line(aim.title)[:_LONGEST] or "…", self._lead(aim, bound)
        box = b" ".join(b"%.2f" % side for side in spot.box)
        return b"<</Type/Annot/Subtype/Link/Rect[%b]/Border[0 0 0]/F %d/Contents%b/StructParent %d%b>>" % (
            box, _PRINT, text_string(told), key, lead,
        )  # fmt: skip

    def _lead(self, aim: Aim, bound: Bound) -> bytes:
        view = b"/XYZ null %.2f null" % aim.top
        there = b"[%d 0 R%b]" % (self.pages[aim.page], view)
        if not self.structured:
            return b"/Dest" + there
        element = self.elements.get(aim.element) or self.elements[bound.tree]
        return b"/A<</S/GoTo/D%b/SD[%d 0 R%b]>>" % (there, element, view)

    def _outline(self, bound: Bound) -> int:
        """The number of the outline: an entry stands below the last one of a lesser level."""
        root = self.objects.add()
        numbers = [self.objects.add() for _ in bound.outline]
        kids: dict[int, list[int]] = {}
        above: list[tuple[int, int]] = []
        parents = []
        for number, mark in zip(numbers, bound.outline, strict=True):
            while above and above[-1][0] >= mark.level:
                above.pop()
            parents.append(above[-1][1] if above else root)
            kids.setdefault(parents[-1], []).append(number)
            above.append((mark.level, number))
        sides = {number: beside for siblings in kids.values() for number, beside in _beside(siblings)}
        for number, parent, mark in zip(numbers, parents, bound.outline, strict=True):
            self.objects.fill(number, self._entry(mark, parent, sides[number], kids.get(number), bound))
        first = kids[root]
        self.objects.fill(
            root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first[0], first[-1], len(first))
        )
        return root

    def _entry(self, mark: Bookmark, parent: int, sides: bytes, kids: list[int] | None, bound: Bound) -> bytes:
        inner = b"/First %d 0 R/Last %d 0 R/Count -%d" % (kids[0], kids[-1], len(kids)) if kids else b""
        title = text_string(line(mark.aim.title) or "Untitled")
        return b"<</Title%b/Parent %d 0 R%b%b%b>>" % (title, parent, sides, inner, self._lead(mark.aim, bound))


def _beside(siblings: list[int]) -> Iterator[tuple[int, bytes]]:
    """Each entry with its links to the one before and the one behind."""
    for at, number in enumerate(siblings):
        before = b"/Prev %d 0 R" % siblings[at - 1] if at else b""
        yield number, before + (b"/Next %d 0 R" % siblings[at + 1] if at + 1 < len(siblings) else b"")


def _escaped(char: str) -> str:
    """A character as a URI writes it (RFC 3987, 3.1)."""
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
