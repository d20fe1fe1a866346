"""An edition to the bytes of a PDF: cover, contents and articles laid out one after another, then the frames of pages."""

from __future__ import annotations

from collections.abc import Iterable

from newsexport.exporters.pdf._draw import ARTIFACT, Drawing
from newsexport.exporters.pdf._flow import Flow, Layout, Rule
from newsexport.exporters.pdf._frame import Head, folio, frame
from newsexport.exporters.pdf._front import COVER_DROP, Contents, beginnings, cover, opener
from newsexport.exporters.pdf._missing import Missing
from newsexport.exporters.pdf._parts import Composer
from newsexport.exporters.pdf._pen import Case, ink, line_of
from newsexport.exporters.pdf._place import Place
from newsexport.exporters.pdf._tagged import publish
from newsexport.exporters.pdf._tree import Aim, Bookmark, Bound, Element, Sheet
from newsexport.exporters.pdf._type import Copy, Typesetter
from newsexport.exporters.pdf._xmp import VARIANTS, card
from newsexport.model import Edition, title_of
from newsexport.records import NamedTuple
from newsexport.style import Style
from newsexport.wording import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsexport.exporters.pdf._attach import Attached


def bind(edition: Edition, style: Style, *, variant: str, system: bool) -> bytes:
    """The file. What no font has is named in one ExportWarning."""
    about, kept = card(edition), VARIANTS[variant]
    binder = Binder(edition, style, about.language, system=system)
    binder.front()
    for number in range(len(edition.articles)):
        binder.article(number)
    binder.close()
    binder.missing.warn()
    return publish(
        binder.bound, binder.case.embeddings.values(), about, kept, (style.page.width, style.page.height),
        _attached(edition) if kept.attaches else (),
    )  # fmt: skip


def _attached(edition: Edition) -> tuple[Attached, ...]:
    from newsexport.exporters.pdf._attach import files

    return tuple(files(edition))


class _Framed(NamedTuple):
    """What a sheet's frame is made of: who sets it, what its head says."""

    setter: Typesetter
    head: Head | None
    foot: bool


class _Entry(NamedTuple):
    """Where the page of an article is to be said in the contents."""

    sheet: Sheet
    copy: Copy
    place: Place
    wide: float


class Binder:
    """Lays out the parts of an edition on sheets, one after another."""

    def __init__(self, edition: Edition, style: Style, language: str, *, system: bool) -> None:
        self.edition, self.style, self.language, self.system = edition, style, language, system
        self.case, self.bound, self.missing = Case(), Bound(Element("Document")), Missing()
        self.setter = Typesetter(edition, style, language, own=None, system=system)
        self.sections = beginnings(edition)
        self.sect, self.section = self.bound.tree, ""
        self._framed: list[_Framed] = []
        self._entries: list[_Entry] = []

    def front(self) -> None:
        """The cover, where the edition asks for one, and the contents of several articles."""
        tree = self.bound.tree
        if self.edition.cover:
            copies = cover(self.edition, self.style, self.setter, tree)
            self._add(copies, self.setter, "", drop=self.style.page.height * COVER_DROP, foot=False)
        if len(self.edition.articles) > 1:
            contents = Contents(self.edition, self.style, self.setter, tree)
            self._add(contents.copies(), self.setter, words(self.language).contents)

    def article(self, number: int) -> None:
        """One article, below the opener of its section where it is the first there."""
        article = self.edition.articles[number]
        copies: list[Copy] = []
        if article.kind == "page":  # ours: of no section
            self.sect, self.section = self.bound.tree, ""
        for section in self.sections.get(number, ()):
            self.sect, self.section = Element("Sect", self.bound.tree), section.title
            copies += opener(section, self.style, self.setter.like(article.language), self.sect)
        composer = Composer(
            self.edition,
            number,
            self.style,
            self.sect,
            self.language,
            depth=int(bool(self.section)),
            system=self.system,
        )
        title, page = title_of(article), len(self.bound.sheets)
        self.bound.aims[number, None] = Aim(page, self.style.page.height, composer.tree, title)
        self._add([*copies, *composer.copies()], composer.type, title)

    def close(self) -> None:
        """Writes what only the whole book knows: the pages in the contents, heads and feet."""
        for sheet, copy, place, wide in self._entries:
            assert copy.folio is not None  # noqa: S101 - for the type checker
            folio(sheet, copy, place, self.setter, self.case, page=self.bound.aims[copy.folio, None].page, wide=wide)
        total = len(self.bound.sheets)
        for sheet, (setter, head, foot) in zip(self.bound.sheets, self._framed, strict=True):
            if foot:
                frame(sheet, setter, self.case, book=self.setter, total=total, head=head)
        self.case.settle()

    def _add(
        self, copies: Iterable[Copy], setter: Typesetter, title: str, *, drop: float = 0, foot: bool = True
    ) -> None:  # fmt: skip
        layout = Flow(self.style, mirrored=setter.rtl).lay(copies, drop=drop)
        for nth in range(len(layout.pages)):
            sheet = Sheet(len(self.bound.sheets))
            self.bound.sheets.append(sheet)
            self._framed.append(_Framed(setter, Head(self.section, title) if nth else None, foot))
            self._draw(sheet, layout, nth, title)
            sheet.code = ["\n".join(sheet.code)]

    def _draw(self, sheet: Sheet, layout: Layout, nth: int, title: str) -> None:
        stretches, rules = layout.pages[nth]
        page = self.style.page
        if page.paper != "#ffffff":
            sheet.code += [ARTIFACT, ink(page.paper), f"0 0 {page.width:.2f} {page.height:.2f} re f", "EMC"]
        for rule in rules:
            if rule.ground and rule.box.style.fill != page.paper:
                _ground(sheet, rule)
        drawing = Drawing(sheet, self.case)
        for copy, numbers, place in stretches:
            lines = layout.lines[copy]
            if numbers.start == 0:
                self._note(copy, sheet, place)
            drawing.copy(copy, lines, numbers, place)
            if copy.folio is not None and numbers.stop == len(lines):
                depth = (len(numbers) - 1) * copy.style.leading
                wide = lines[-1].width * copy.style.size / 1000
                self._entries.append(_Entry(sheet, copy, Place(place.left, place.right, place.top - depth), wide))
            self.missing.note(self.case.missing, title, copy.spot)
        for rule in rules:
            if not rule.ground:
                _rule(sheet, rule)

    def _note(self, copy: Copy, sheet: Sheet, place: Place) -> None:
        """Keeps where a paragraph begins, for the outline and for what refers to it."""
        if copy.outline is None and copy.spot is None:
            return
        aim = Aim(sheet.number, place.top, copy.element or self.bound.tree, copy.title or copy.setting.text[:80])
        if copy.spot is not None:
            self.bound.aims[copy.spot] = aim
        if copy.outline is not None:
            self.bound.outline.append(Bookmark(copy.outline, aim))


def _rule(sheet: Sheet, rule: Rule) -> None:
    style = rule.box.style
    line = f"{rule.x0:.2f} {rule.y0:.2f} m {rule.x1:.2f} {rule.y1:.2f} l S"
    sheet.code += [ARTIFACT, line_of(style.rule_colour, style.rule_width), line, "EMC"]


def _ground(sheet: Sheet, rule: Rule) -> None:
    assert rule.box.style.fill  # noqa: S101 - for the type checker
    box = f"{rule.x0:.2f} {rule.y0:.2f} {rule.x1 - rule.x0:.2f} {rule.y1 - rule.y0:.2f} re f"
    sheet.code += [ARTIFACT, ink(rule.box.style.fill), box, "EMC"]
