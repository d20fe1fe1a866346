"""Paragraphs to be laid out, and the typesetter who makes them of text in one language and a house style."""

from __future__ import annotations

from newsexport.exporters.pdf._bidi import base_of
from newsexport.exporters.pdf._copy import clean
from newsexport.exporters.pdf._setting import Setting, Span, Spot, Target
from newsexport.exporters.pdf._shape import Fount, fount
from newsexport.exporters.pdf._tree import Element
from newsexport.model import Edition, Mark
from newsexport.records import Record, field
from newsexport.runs import Run, runs
from newsexport.segments import EAST, phrases
from newsexport.style import Colour, Style, TextStyle
from newsexport.wording import is_rtl, tag


class Label(Record):
    """What stands before an item of a list."""

    setting: Setting
    element: Element


class Box(Record, frozen=False):
    """What shares one rule and one ground: a paragraph, all paragraphs of a quotation, a factbox, a glance.

    One that stands `across` opens a page of columns over all of them.
    """

    style: TextStyle
    across: bool = False

    __eq__, __hash__ = object.__eq__, object.__hash__  # two are never one


class Copy(Record, frozen=False):
    """A paragraph to be laid out. `element` is None for what only decorates; `mirrored` puts the start on the right.

    `display` is type of more than the body's size: its lines are even, and marks hang out of it as a whole. `row` is a line
    of a table, of which all are as large as the widest can be. `spot` is the place of the edition that it begins; `folio` the article of which the page stands behind its
    last line, `end_mark` the colour of the square there that says that the story ends.
    """

    setting: Setting
    style: TextStyle
    element: Element | None
    box: Box
    mirrored: bool
    language: str | None
    inset: float
    keep: bool = False
    wide: bool = False
    display: bool = False
    row: bool = False
    apart_before: bool = False
    apart_after: bool = False
    label: Label | None = None
    outline: int | None = None
    title: str = ""
    spot: Spot | None = None
    folio: int | None = None
    end_mark: Colour | None = None
    links: dict[Target, Element] = field(default_factory=dict)

    __eq__, __hash__ = object.__eq__, object.__hash__  # two are never one


class Typesetter:
    """Makes paragraphs in one language, direction and house style. `own` is the article that its references may mean."""

    def __init__(self, edition: Edition, style: Style, language: str | None, *, own: int | None, system: bool) -> None:
        self.edition, self.style, self.system, self.own = edition, style, system, own
        self.language, self.rtl = tag(language), is_rtl(tag(language))
        self._founts: dict[tuple[str, bool, bool, bool], Fount] = {}

    def like(self, language: str | None) -> Typesetter:
        """The typesetter of another language."""
        if tag(language) == self.language:
            return self
        return Typesetter(self.edition, self.style, language, own=self.own, system=self.system)

    def copy(
        self,
        text: str,
        style: TextStyle,
        element: tuple[str, Element] | None,
        marks: tuple[Mark, ...] = (),
        *,
        keep: bool = False,
        outline: int | None = None,
        display: bool = False,
    ) -> Copy | None:
        """The text as a paragraph in a new element of a tag below a parent; None where it shows nothing."""
        text, marks = clean(text, marks)
        if not text.strip():
            return None
        made = self.set(text, marks, style, Element(*element) if element else None)
        if display and max(text) >= EAST:
            made.setting = made.setting.parted(phrases(text, self.language))
        made.keep, made.outline, made.display = keep, outline, display
        made.title = text if outline is not None else ""
        return made

    def set(self, text: str, marks: tuple[Mark, ...], style: TextStyle, element: Element | None) -> Copy:
        """A clean text as a paragraph of an element."""
        base = base_of(text, rtl=self.rtl)
        setting = Setting(text, self._spans(text, marks, style), base=base, tracking=style.tracking / style.size * 1000)
        return Copy(setting, style, element, Box(style), self.rtl or bool(base), self.language, style.start)

    def plain(self, text: str, style: TextStyle, colour: Colour | None = None) -> Setting:
        """A text of ours in one look, for labels and the frame of a page."""
        face = self._fount(style, bold=style.bold, italic=style.italic)
        tracking = style.tracking / style.size * 1000
        span = Span(0, len(text), face, colour or style.colour)
        return Setting(text, [span], base=int(self.rtl), tracking=tracking)

    def _spans(self, text: str, marks: tuple[Mark, ...], style: TextStyle) -> list[Span]:
        if marks and text:
            return [self._span(run, style) for run in runs(text, marks)]
        face = self._fount(style, bold=style.bold, italic=style.italic)
        return [Span(0, len(text), face, style.colour)]

    def _span(self, run: Run, style: TextStyle) -> Span:
        # Emphasis inside italics stands upright.
        face = self._fount(style, bold=style.bold or run.strong, italic=style.italic != run.emphasis)
        target = self._target(run)
        colour = self.style.link if target else style.colour
        return Span(run.start, run.start + len(run.text), face, colour, target)

    def _target(self, run: Run) -> Target | None:
        """Where a stretch leads; None where that is nowhere in the edition."""
        if run.link:
            return Target(run.link.start, run.link.url)
        if run.reference is None:
            return None
        at = self.own if run.reference.article is None else run.reference.article
        if at is None or at >= len(self.edition.articles):
            return None
        block = run.reference.block
        if block is not None and block >= len(self.edition.articles[at].blocks):
            return None
        return Target(run.reference.start, (at, block))

    def _fount(self, style: TextStyle, *, bold: bool, italic: bool) -> Fount:
        key = (style.font, bold, italic, style.caps == "upper")
        if key not in self._founts:
            self._founts[key] = fount(
                self.style.fonts, style.font, bold=bold, italic=italic, language=self.language, upper=key[3],
                system=self.system,
            )  # fmt: skip
        return self._founts[key]
