"""The parts of an article as paragraphs to be laid out, each with its element of the structure tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsexport.exporters.pdf._breaks import hyphenator
from newsexport.exporters.pdf._copy import clean
from newsexport.exporters.pdf._setting import Setting
from newsexport.exporters.pdf._tree import Element
from newsexport.exporters.pdf._type import Box, Copy, Label, Typesetter
from newsexport.looks import fitting, running
from newsexport.model import (
    Block,
    Edition,
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
from newsexport.records import replace
from newsexport.story import Line, Part, story
from newsexport.style import Length, Style, TextStyle
from newsexport.wording import is_rtl

_BULLET = "•"
_DRAWN_BREAK = "* * *"
_UNCUT = frozenset(("zh", "ja", "ko", "hi"))  # need no hyphens
_SPACELESS = frozenset(("th", "lo", "km", "my"))  # have spaces between clauses only
_TABLE = 12  # rows that stay together
_SHORT = 400  # characters of an item that stays with the one beside it, and of what announces a list
_EVEN = frozenset(("headline", "subheading", "standfirst", "meta"))  # their lines are made equally long
_HEADS = frozenset(("masthead", "kicker", "headline"))  # they lead to what follows and stay with it


class Composer:
    """Makes the paragraphs of one article in its language, direction and house style."""

    def __init__(
        self, edition: Edition, number: int, style: Style, document: Element, language: str, *, depth: int = 0,
        system: bool,
    ) -> None:  # fmt: skip
        self.number, self.article, self.style, self.depth = number, edition.articles[number], style, depth
        self.type = Typesetter(edition, style, self.article.language, own=number, system=system)
        own = self.type.language
        self.tree = Element("Art", document, language=own if own and own != language else None)
        self._is_page = self.article.kind == "page"  # its lists are its body
        self._last = None if self._is_page else _last_paragraph(self.article.blocks)
        self._body, self._items = (_settled(running(look, own), own) for look in (style.body, style.list))
        self._opening = replace(self._body, indent=Length(0)) if style.body.indent > 0 else self._body
        self._indented = False  # whether the part before is a paragraph: others are not followed by an indent
        self._glance = Box(replace(style.glance, rule="none"), across=True)

    def copies(self) -> Iterator[Copy]:
        """The paragraphs of the article in reading order; nothing is made of an empty text."""
        first = -len(self.article.glance)
        wide, number = True, first
        before: Copy | None = None
        for part in story(self.article):
            wide = wide and isinstance(part, Line)
            made = list(self._part(part))
            self._indented = isinstance(part, Paragraph)
            if made and not isinstance(part, Line | Paragraph | Subheading):
                made[0].apart_before = made[-1].apart_after = True
                if before and isinstance(part, ListBlock | Preformatted):
                    before.keep = before.keep or _announces(before.setting.text)
            if not isinstance(part, Line):
                self._place(made, number)
                if made and number == self._last:
                    made[-1].end_mark = self.style.kicker.colour
                number += 1
            for copy in made:
                copy.wide, before = wide, copy
                yield copy

    def _place(self, made: list[Copy], number: int) -> None:
        """Tells the copies of a block where they are: in the glance, or behind a place that references mean."""
        if made and 0 <= number < len(self.article.blocks):
            made[0].spot = (self.number, number)
        elif number < 0:
            for copy in made:
                copy.box = self._glance

    def _part(self, part: Part) -> Iterator[Copy]:
        match part:
            case Line(role="headline"):
                look = fitting(self.style.headline, part.text)
                yield from self._copy(
                    "headline", part.text, self._heading(1), part.marks, keep=True, outline=self.depth, style=look
                )
            case Line():
                yield from self._copy(part.role, part.text, "P", part.marks, keep=part.role in _HEADS)
            case Paragraph():
                style = self._body if self._indented else self._opening
                yield from self._copy("body", part.text, "P", part.marks, style=style)
            case Subheading():
                role = "glance_heading" if part.role else "subheading"
                outline = None if part.role else self.depth + 1
                yield from self._copy(role, part.text, self._heading(2), part.marks, keep=True, outline=outline)
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

    def _heading(self, level: int) -> str:
        return f"H{level + self.depth}"

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
        made = self.type.copy(
            text, style or getattr(self.style, role), (tag, parent or self.tree) if tag else None, marks, keep=keep,
            outline=outline, display=role in _EVEN,
        )  # fmt: skip
        if made:
            yield made

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
        for copy in self._grouped(
            "quote", block, (quote.text, quote.marks), (quote.attribution or "", ()), styles=(style, by)
        ):
            copy.display = True
            yield copy

    def _factbox(self, box: Factbox) -> Iterator[Copy]:
        style = self.style.factbox
        texts = [(box.title or "", ()), *((item.text, item.marks) for item in box.items)]
        looks = (replace(style, bold=True), *(style for _ in box.items))
        copies = list(self._grouped("factbox", Element("Sect", self.tree), *texts, styles=looks, together=False))
        if box.title and len(copies) > 1:
            copies[0].keep = True
        yield from copies

    def _list(self, block: ListBlock) -> Iterator[Copy]:
        style = self.style.glance if block.role else self._items
        style = replace(style, fill=None) if self._is_page else style
        numbering = "Decimal" if block.ordered else "Disc"
        parent = Element("L", self.tree, attributes=f"<</O/List/ListNumbering/{numbering}>>")
        labels = [f"{block.first + at}." if block.ordered else _BULLET for at in range(len(block.items))]
        drawn = {label: self.type.plain(label, style) for label in dict.fromkeys(labels)}
        settings = [drawn[label] for label in labels]
        widest = max((setting.extent for setting in drawn.values()), default=0)
        inset = max(float(style.start), (widest + 500) * style.size / 1000)
        made: list[Copy] = []
        for at, (item, setting) in enumerate(zip(block.items, settings, strict=True)):
            made += self._item(item, setting, style, parent, inset, last=at == len(settings) - 1)
        for copy in (*made[:1], *made[-2:-1]):  # no item stands alone at the foot or the head of a column
            copy.keep = len(made) > 1 and len(copy.setting.text) < _SHORT
        yield from made

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
        copy = self.type.set(text, marks, style, Element("LBody", entry))
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
            copy = self.type.set(row + ("" if last else " "), (), replace(look, hyphenate=False), element)
            copy.box, copy.row, copy.keep = box, True, len(rows) <= _TABLE and not last
            yield copy


def _settled(look: TextStyle, language: str | None) -> TextStyle:
    """The look of running text: ragged where few spaces, or long words without hyphens, would leave holes in its lines."""
    if look.align != "justify" or not look.hyphenate or not language:
        return look
    whole = hyphenator(language) or is_rtl(language) or language[:2] in _UNCUT
    return look if whole and language[:2] not in _SPACELESS else replace(look, align="start")


def _announces(text: str) -> bool:
    """Whether a short paragraph ends in a colon: what follows is not parted from it."""
    return len(text) < _SHORT and text.rstrip().endswith((":", "："))


def _last_paragraph(blocks: Sequence[Block]) -> int | None:
    """The number of the paragraph that ends a story of several; None where no paragraph does."""
    body = [at for at, block in enumerate(blocks) if not isinstance(block, Note | Separator)]
    return body[-1] if len(body) > 1 and isinstance(blocks[body[-1]], Paragraph) else None
