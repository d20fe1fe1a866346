"""Sheets and structure to a PDF file: ReportLab's document with a structure tree, XMP and its own writer."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from newsexport.digests import sha256
from newsexport.errors import ExportError
from newsexport.exporters.pdf._embed import Embedding, packed, stream
from newsexport.exporters.pdf._icc import srgb
from newsexport.exporters.pdf._leads import Leads
from newsexport.exporters.pdf._reportlab import pdfdoc
from newsexport.exporters.pdf._strings import text_string
from newsexport.exporters.pdf._tree import Bound, Element, Kid, Marked, Sheet
from newsexport.exporters.pdf._xmp import Card, Variant, info, packet
from newsexport.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsexport.exporters.pdf._attach import Attached

_LEVEL = 4  # of deflation: a tenth larger than 6 in less than half the time
_FIRST_ONLY = ("Art", "BlockQuote", "TOC", "TOCI", "Reference")  # tags that PDF 2.0's own namespace lacks
_REFERENCE = lazy(rb"\((?:[^\\()]|\\.)*\)|(\d+) 0 R", re.DOTALL)  # what stands in a string is none
_NOWHERE = b"999999999 0 R"  # what an empty object leads to
_FONTS = 1  # ReportLab's number of the dictionary that all pages share


class TaggedDocument(pdfdoc.PDFDocument):  # type: ignore[misc] # ReportLab has no types
    """A document with a structure tree, which writes itself as PDF/A and PDF/UA ask."""

    def __init__(self, card: Card, variant: Variant) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=variant.version, lang=card.language)
        self.card, self.variant = card, variant
        self.bodies = [b""] * int(self.objectcounter)  # by number from 1; ReportLab's first is the fonts' dictionary
        self.pages, self.above = list[int](), 0
        self.catalog = {
            "Type": b"/Catalog",
            "Lang": text_string(card.language),
            "MarkInfo": b"<</Marked true>>",
            "ViewerPreferences": b"<</DisplayDocTitle true>>",
        }
        self.parents: list[Element | list[Element]] = []  # by key: of a page by sequence, of an annotation the one
        self.annotations: dict[tuple[int, int], tuple[int, int]] = {}  # object and key by page and number

    def add(self, body: bytes = b"") -> int:
        """The number of a new object with this body."""
        self.bodies.append(body)
        self.objectcounter: int = len(self.bodies)
        return self.objectcounter

    def fill(self, number: int, body: bytes) -> None:
        """Gives an object its body."""
        self.bodies[number - 1] = body

    def key(self, owner: Element | list[Element]) -> int:
        """The key in the parent tree of what belongs to this element or, on a page, to these."""
        self.parents.append(owner)
        return len(self.parents) - 1

    def page(self, sheet: Sheet, size: tuple[float, float]) -> None:
        """Adds a page with the operators of a sheet."""
        contents = self.add(stream(packed("\n".join(sheet.code).encode("ascii"), _LEVEL)))
        self.above = self.above or self.add()
        number = self.add(
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.3f %.3f]/Contents %d 0 R/Resources<</Font %d 0 R>>"
            b"/StructParents %d/Tabs/S%b>>"
            % (
                self.above, *size, contents, _FONTS, self.key(sheet.owners), self._annotations(sheet),
            )
        )  # fmt: skip
        self.pages.append(number)

    def _annotations(self, sheet: Sheet) -> bytes:
        """The annotations of a sheet, still without their bodies."""
        made = [(self.add(), self.key(link.element)) for link in sheet.links]
        self.annotations |= {(sheet.number, at): one for at, one in enumerate(made)}
        return b"/Annots[%b]" % b" ".join(b"%d 0 R" % number for number, _ in made) if made else b""

    def finished(self) -> bytes:
        """The bytes of the file."""
        kids = b" ".join(b"%d 0 R" % page for page in self.pages)
        self.fill(self.above, b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(self.pages)))
        profile = self.add(stream(_profile(), b"/N 3"))
        xmp = packet(self.card, self.variant)
        metadata = self.add(b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(xmp), xmp))
        self.catalog |= {
            "Pages": b"%d 0 R" % self.above,
            "Metadata": b"%d 0 R" % metadata,
            "OutputIntents": b"[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]" % profile,
        }
        about = {key: text_string(value) for key, value in info(self.card).items()}
        return self._written(
            self.add(_dictionary(self.catalog)),
            None if self.variant.is_second else self.add(_dictionary(about)),  # ISO 19005-4, 6.1.3
        )

    def _written(self, root: int, about: int | None) -> bytes:
        """The file: ReportLab's own writer puts no end of line before `endstream` and counts the time into the ID."""
        out = [b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % self.variant.version]
        offsets, at, heads = [b"0000000000 65535 f \n"], len(out[0]), list[bytes]()
        number = len(self.bodies)
        for nth, body in enumerate(self.bodies, 1):
            heads.append(body.partition(b"\nstream\n")[0] or _NOWHERE)
            out.append(b"%d 0 obj\n%b\nendobj\n" % (nth, body))
            offsets.append(b"%010d 00000 n \n" % at)
            at += len(out[-1])
        if (furthest := _furthest(b"\n".join(heads), number)) > number:  # gate 6: only what hangs together is published
            raise ExportError(
                f"the PDF would refer to object {furthest} of {number}", hint="please report this article"
            )
        identity = sha256(b"".join(out)).hex()[:32].encode()
        out += [b"xref\n0 %d\n" % (number + 1), *offsets]
        out.append(
            b"trailer\n<</Size %d/Root %d 0 R%b/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (number + 1, root, b"/Info %d 0 R" % about if about else b"", identity, identity, at)
        )
        return b"".join(out)


def _dictionary(values: Mapping[str, bytes]) -> bytes:
    return b"<<%b>>" % b"".join(b"/%b %b" % (key.encode(), value) for key, value in values.items())


def _furthest(heads: bytes, number: int) -> int:
    """The largest number that objects refer to; what only looks like a reference is told from one where it matters."""
    ends = [before[-10:] for before in heads.split(b" 0 R")[:-1]]
    seen = max(int(b"0" + end[len(end.rstrip(b"0123456789")) :]) for end in ends)
    return seen if seen <= number else max(int(found) for found in _REFERENCE.findall(heads) if found)


def publish(
    bound: Bound, fonts: Iterable[Embedding], card: Card, variant: Variant, size: tuple[float, float],
    attached: Sequence[Attached] = (),
) -> bytes:  # fmt: skip
    """The file of a document; `size` is that of its sheets in points; `attached` goes with it."""
    document = TaggedDocument(card, variant)
    for sheet in bound.sheets:
        document.page(sheet, size)
    named = b"".join(b"/%b %d 0 R" % (font.name.encode(), font.write(document)) for font in fonts)
    document.fill(_FONTS, b"<<%b>>" % named)
    numbers = _add_tree(document, bound)
    outline = Leads(document, document.pages, numbers, structured=variant.access == 2).write(
        bound, document.annotations
    )
    document.catalog |= {"Outlines": b"%d 0 R" % outline} if outline else {}
    if attached:
        from newsexport.exporters.pdf._attach import attach

        numbered = [(file.name, attach(document, file, card)) for file in attached]
        document.catalog["AF"] = b"[%b]" % b" ".join(b"%d 0 R" % number for _, number in numbered)
        named = b"".join(b"(%b)%d 0 R" % each for each in numbered)
        document.catalog["Names"] = b"<</EmbeddedFiles<</Names[%b]>>>>" % named
    return document.finished()


def _add_tree(document: TaggedDocument, bound: Bound) -> dict[Element, int]:
    """Writes the structure: the root, its elements, and the parent tree (ISO 32000-1, 14.7); the elements' numbers."""
    tree = bound.tree
    tree.prune()
    root = document.add()
    spaces = _namespaces(document) if document.variant.is_second else {}
    elements = list(_all(tree))
    numbers = {element: document.add() for element in elements}
    for element in elements:
        parent = numbers[element.parent] if element.parent else root
        body = _body(document, element, parent, numbers, spaces)
        if element.about and spaces:  # PDF 2.0's: an entry of the contents says what it is about (ISO 14289-2, 8.2.5.8)
            target = numbers.get(bound.aims[element.about].element, numbers[tree])
            body = body[:-2] + b"/Ref[%d 0 R]>>" % target
        document.fill(numbers[element], body)
    nums = b" ".join(b"%d %b" % (key, _references(owner, numbers)) for key, owner in enumerate(document.parents))
    listed = b"/Namespaces[%b]" % b" ".join(sorted(set(spaces.values()))) if spaces else b""
    body = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Nums[%b]>>/ParentTreeNextKey %d%b>>" % (
        numbers[tree], nums, len(document.parents), listed,
    )  # fmt: skip
    document.fill(root, body)
    document.catalog["StructTreeRoot"] = b"%d 0 R" % root
    return numbers


def _all(tree: Element) -> Iterable[Element]:
    """The tree's elements, parents first; without recursion, since a list may be as deep as it likes."""
    waiting = [tree]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


def _references(owner: Element | list[Element], numbers: dict[Element, int]) -> bytes:
    if isinstance(owner, Element):
        return b"%d 0 R" % numbers[owner]
    return b"[%b]" % b" ".join(b"%d 0 R" % numbers[element] for element in owner)


def _namespaces(document: TaggedDocument) -> dict[str, bytes]:
    """The namespace of each tag: PDF 2.0's, but for what only PDF 1.7 knows (ISO 32000-2, 14.8.6)."""
    second, first = (
        b"%d 0 R" % document.add(b"<</Type/Namespace/NS%b>>" % text_string(f"http://iso.org/{name}/ssn"))
        for name in ("pdf2", "pdf")
    )
    return defaultdict(lambda: second, dict.fromkeys(_FIRST_ONLY, first))


def _body(
    document: TaggedDocument, element: Element, parent: int, numbers: dict[Element, int], spaces: Mapping[str, bytes]
) -> bytes:
    if len(element.kids) == 1 and not (spaces or element.language or element.attributes):
        (kid,) = element.kids
        if isinstance(kid, Marked):  # as nearly every paragraph
            return b"<</Type/StructElem/S/%b/P %d 0 R/Pg %d 0 R/K[%d]>>" % (
                element.tag.encode(), parent, document.pages[kid.page], kid.number,
            )  # fmt: skip
    pages = {kid.page: document.pages[kid.page] for kid in element.kids if not isinstance(kid, Element)}
    home = next(iter(pages), None)
    kids = b" ".join(_kid(document, kid, home, pages, numbers) for kid in element.kids)
    return b"<</Type/StructElem/S/%b%b/P %d 0 R%b%b%b/K[%b]>>" % (
        element.tag.encode(),
        b"/NS " + spaces[element.tag] if spaces else b"",
        parent,
        b"" if home is None else b"/Pg %d 0 R" % pages[home],
        f"/Lang({element.language})".encode() if element.language else b"",
        f"/A{element.attributes}".encode() if element.attributes else b"",
        kids,
    )


def _kid(
    document: TaggedDocument, kid: Kid, home: int | None, pages: dict[int, int], numbers: dict[Element, int]
) -> bytes:
    if isinstance(kid, Element):
        return b"%d 0 R" % numbers[kid]
    if not isinstance(kid, Marked):
        return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (pages[kid.page], document.annotations[kid.page, kid.number][0])
    if kid.page == home:
        return b"%d" % kid.number
    return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid.page], kid.number)


@lru_cache(1)
def _profile() -> bytes:
    return zlib.compress(srgb(), 9)
