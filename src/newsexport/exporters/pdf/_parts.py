"""The parts of an article as paragraphs to be laid out, each with its element of the structure tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from newsexport.exporters.pdf._bidi import base_of
from newsexport.exporters.pdf._copy import clean
from newsexport.exporters.pdf._setting import Setting, Span
from newsexport.exporters.pdf._shape import Fount, fount
from newsexport.exporters.pdf._tree import Element
from newsexport.model import (
    Article,
    Factbox,
    Figure,
    Item,
    ListBlock,
    Mark,
    Note,
    Paragraph,
    Preformatted,
    PullQuote,
    Separator,
    Subheading,
)  # fmt: skip
from newsexport.records import record
from newsexport.runs import Run, runs
from newsexport.story import Line, Part, story
from newsexport.style import Colour, Style, TextStyle
from newsexport.wording import is_rtl, tag

_BULLET = "•"
_DRAWN_BREAK = "* * *"
_HEADS = frozenset(("masthead", "kicker", "headline"))  # they lead to what follows and stay with it


@record
class Label:
    """What stands before an item of a list."""

    setting: Setting
    element: Element


@dataclass(eq=False, slots=True)
class Box:
    """What shares one rule: a paragraph, or all paragraphs of a quotation or a factbox."""

    style: TextStyle


@dataclass(eq=False, slots=True)
class Copy:
    """A paragraph to be laid out. `element` is None for what only decorates; `mirrored` puts the start on the right."""

    setting: Setting
    style: TextStyle
    element: Element | None
    box: Box
    mirrored: bool
    language: str | None
    inset: float
    keep: bool = False
    wide: bool = False
    apart_before: bool = False
    apart_after: bool = False
    label: Label | None = None
    outline: int | None = None
    title: str = ""
    links: dict[int, Element] = field(default_factory=dict)


class Composer:
    """Makes the paragraphs of one article in its language, direction and house style."""

    def __init__(self, article: Article, style: Style, document: Element, language: str, *, system: bool) -> None:
        own = tag(article.language)
        self.article, self.style, self.system = article, style, system
        self.language, self.rtl = own, is_rtl(own)
        self._founts: dict[tuple[str, bool, bool, bool], Fount] = {}
        self.tree = Element("Art", document, language=own if own and own != language else None)

    def copies(self) -> Iterator[Copy]:
        """The paragraphs of the article in reading order; nothing is made of an empty text."""
        wide = True
        for part in story(self.article):
            wide = wide and isinstance(part, Line)
            made = list(self._part(part))
            if made and not isinstance(part, Line | Paragraph | Subheading):
                made[0].apart_before = made[-1].apart_after = True
            for copy in made:
                copy.wide = wide
                yield copy

    def _part(self, part: Part) -> Iterator[Copy]:
        match part:
            case Line(role="headline"):
                yield from self._copy("headline", part.text, "H1", part.marks, keep=True, outline=0)
            case Line():
                yield from self._copy(part.role, part.text, "P", part.marks, keep=part.role in _HEADS)
            case Paragraph():
                yield from self._copy("body", part.text, "P", part.marks)
            case Subheading():
                role = "glance_heading" if part.role else "subheading"
                yield from self._copy(role, part.text, "H2", part.marks, keep=True, outline=None if part.role else 1)
            case ListBlock():
                yield from self._list(part)
            case PullQuote():
                yield from self._quote(part)
            case Figure():
                yield from self._grouped("caption", self.tree, (part.caption, part.marks), (part.credit or "", ()))
            case Factbox():
                yield from self._factbox(part)
            case Preformatted():
                yield from self._preformatted(part)
            case Separator():
                text = clean(part.text)[0].strip() or _DRAWN_BREAK
                yield from self._copy("separator", text, None)
            case Note():
                yield from self._copy("note", part.text, "P", part.marks)

    def _copy(
        self,
        role: str,
        text: str,
        tag: str | None,
        marks: tuple[Mark, ...] = (),
        *,
        parent: Element | None = None,
        keep: bool = False,
        outline: int | None = None,
        style: TextStyle | None = None,
    ) -> Iterator[Copy]:
        style = style or getattr(self.style, role)
        text, marks = clean(text, marks)
        if not text.strip():
            return
        element = Element(tag, parent or self.tree) if tag else None
        yield self._set(text, marks, style, element, keep=keep, outline=outline)

    def _set(
        self,
        text: str,
        marks: tuple[Mark, ...],
        style: TextStyle,
        element: Element | None,
        *,
        keep: bool = False,
        outline: int | None = None,
    ) -> Copy:
        base = base_of(text, rtl=self.rtl)
        tracking = style.tracking / style.size * 1000
        setting = Setting(text, self._spans(text, marks, style), base=base, tracking=tracking)
        return Copy(
            setting, style, element, Box(style), self.rtl or bool(base), self.language, style.start,
            keep=keep, outline=outline, title=text if outline is not None else "",
        )  # fmt: skip

    def _spans(self, text: str, marks: tuple[Mark, ...], style: TextStyle) -> list[Span]:
        return [self._span(run, style) for run in runs(text, marks)] or [self._span(Run(""), style)]

    def _span(self, run: Run, style: TextStyle) -> Span:
        # Emphasis inside italics stands upright.
        face = self._fount(style, bold=style.bold or run.strong, italic=style.italic != run.emphasis)
        colour = self.style.link if run.link else style.colour
        url, at = (run.link.url, run.link.start) if run.link else (None, -1)
        return Span(run.start, run.start + len(run.text), face, colour, url, at)

    def _fount(self, style: TextStyle, *, bold: bool, italic: bool) -> Fount:
        key = (style.font, bold, italic, style.caps == "upper")
        if key not in self._founts:
            self._founts[key] = fount(
                self.style.fonts, style.font, bold=bold, italic=italic, language=self.language, upper=key[3],
                system=self.system,
            )  # fmt: skip
        return self._founts[key]

    def plain(self, text: str, style: TextStyle, colour: Colour | None = None) -> Setting:
        """A text of ours in one look, for labels and the foot of a page."""
        face = self._fount(style, bold=style.bold, italic=style.italic)
        tracking = style.tracking / style.size * 1000
        span = Span(0, len(text), face, colour or style.colour)
        return Setting(text, [span], base=int(self.rtl), tracking=tracking)

    def _grouped(
        self,
        role: str,
        parent: Element,
        *texts: tuple[str, tuple[Mark, ...]],
        styles: tuple[TextStyle, ...] = (),
        together: bool = True,
    ) -> Iterator[Copy]:
        """Paragraphs under one rule: space before only the first and the style's space after only the last."""
        style = getattr(self.style, role)
        looks = styles or (style,) * len(texts)
        made = [
            copy
            for (text, marks), look in zip(texts, looks, strict=True)
            for copy in self._copy(role, text, "P", marks, parent=parent, style=look)
        ]
        box = Box(style)
        for at, copy in enumerate(made):
            copy.box = box
            if at:
                copy.style = replace(copy.style, before=type(style.before)(0))
            if at < len(made) - 1:
                copy.style = replace(copy.style, after=type(style.after)(min(style.after, style.leading / 4)))
                copy.keep = together
        yield from made

    def _quote(self, quote: PullQuote) -> Iterator[Copy]:
        style = self.style.quote
        by = replace(
            style, font="label", italic=False, bold=False, size=self.style.meta.size, leading=self.style.meta.leading,
            colour=self.style.meta.colour,
        )  # fmt: skip
        block = Element("BlockQuote", self.tree)
        yield from self._grouped(
            "quote", block, (quote.text, quote.marks), (quote.attribution or "", ()), styles=(style, by)
        )

    def _factbox(self, box: Factbox) -> Iterator[Copy]:
        style = self.style.factbox
        texts = [(box.title or "", ()), *((item.text, item.marks) for item in box.items)]
        looks = (replace(style, bold=True), *(style for _ in box.items))
        copies = list(self._grouped("factbox", Element("Sect", self.tree), *texts, styles=looks, together=False))
        if box.title and len(copies) > 1:
            copies[0].keep = True
        yield from copies

    def _list(self, block: ListBlock) -> Iterator[Copy]:
        style = self.style.glance if block.role else self.style.list
        numbering = "Decimal" if block.ordered else "Disc"
        parent = Element("L", self.tree, attributes=f"<</O/List/ListNumbering/{numbering}>>")
        labels = [f"{block.first + at}." if block.ordered else _BULLET for at in range(len(block.items))]
        settings = [self.plain(label, style) for label in labels]
        widest = max((setting.extent for setting in settings), default=0)
        inset = max(float(style.start), (widest + 500) * style.size / 1000)
        for at, (item, setting) in enumerate(zip(block.items, settings, strict=True)):
            yield from self._item(item, setting, style, parent, inset, last=at == len(settings) - 1)

    def _item(
        self, item: Item, label: Setting, style: TextStyle, parent: Element, inset: float, *, last: bool
    ) -> Iterator[Copy]:
        text, marks = clean(item.text, item.marks)
        if not text.strip():
            return
        entry = Element("LI", parent)
        mark = Label(label, Element("Lbl", entry))
        if last:  # the list ends as a paragraph of the body does
            style = replace(style, after=max(style.after, self.style.body.after))
        copy = self._set(text, marks, style, Element("LBody", entry))
        copy.label, copy.inset = mark, inset
        yield copy

    def _preformatted(self, block: Preformatted) -> Iterator[Copy]:
        """One element of lines that keep their spaces; a line longer than the measure goes on below."""
        if not clean(block.text)[0].strip():
            return
        style = self.style.preformatted
        element = Element("P", self.tree)
        rows = [clean(row.expandtabs(4))[0] for row in block.text.split("\n")]
        box = Box(style)
        zero = type(style.after)(0)
        for at, row in enumerate(rows):
            first, last = at == 0, at == len(rows) - 1
            look = replace(style, before=style.before if first else zero, after=style.after if last else zero)
            copy = self._set(row + ("" if last else " "), (), replace(look, hyphenate=False), element)
            copy.box = box
            yield copy
