"""An edition as the paragraphs of a Word document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from newsexport.exporters._places import regions
from newsexport.exporters._xml import line
from newsexport.exporters.docx._links import Links, bookmark, bookmarked
from newsexport.exporters.docx._numbering import Numbering
from newsexport.exporters.docx._page import Sections
from newsexport.exporters.docx._runs import CAPITALS, Voice
from newsexport.exporters.docx._styles import TURNED
from newsexport.exporters.docx._tongue import Tongue, turned
from newsexport.looks import in_capitals
from newsexport.model import (
    Article,
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
from newsexport.story import Line, Part, Role
from newsexport.style import Style
from newsexport.wording import is_rtl, words

_DRAWN_BREAK = "* * *"
_LINES: dict[Role, str] = {
    "masthead": "Masthead",
    "kicker": "Kicker",
    "headline": "Heading1",
    "standfirst": "Standfirst",
    "meta": "Meta",
    "signoff": "Signoff",
    "source": "Source",
}


class Body:
    """What the paragraphs of an edition ask of the rest of the document."""

    def __init__(self, edition: Edition, style: Style, tongue: Tongue, sections: Sections) -> None:
        self.edition, self.style, self.tongue, self.sections = edition, style, tongue, sections
        self.links = Links(edition.articles)
        self.numbering = Numbering(style.list, style.glance)
        self.heads: list[str] = []
        self.turned = False
        self._bookmarks = 0

    def bookmark(self) -> int:
        """The number of a new bookmark."""
        self._bookmarks += 1
        return self._bookmarks

    def named(self, style: str, *, rtl: bool) -> str:
        """The id of a paragraph style for this direction."""
        if rtl == self.tongue.rtl:
            return style
        self.turned = True
        return style + TURNED


class Told:
    """An article and its parts in reading order."""

    def __init__(self, article: Article) -> None:
        self.article, self.parts = article, regions(article)

    @property
    def headline(self) -> str:
        """Its headline; there always is one."""
        text = next(part.text for part in self.parts.head if isinstance(part, Line) and part.role == "headline")
        return text if line(text) else words(self.article.language).untitled


def tell(edition: Edition) -> list[Told]:
    """Every article of an edition with its parts."""
    return list(map(Told, edition.articles))


class Composer:
    """Writes the paragraphs of one article."""

    def __init__(self, told: Told, at: int, body: Body) -> None:
        self.told, self.at, self.body = told, at, body
        self.voice = Voice(told.article.language, body.tongue.main, body.links, at)
        self.rtl = is_rtl(told.article.language)
        self.glancing = True  # until the glance is over: elsewhere a list is a list of the body
        self.begun = False  # whether the paragraph before is one of the body: then the next one may be indented

    def groups(self) -> list[list[str]]:
        """What stands over the body, which is at least the headline; the body; what stands under it."""
        parts = self.told.parts
        head = list(chain(*map(self._part, parts.head)))
        glance = list(chain(*map(self._part, parts.glance)))
        self.glancing = False
        return [
            head + glance,
            list(chain(*map(self._placed, range(len(parts.body)), parts.body))),
            list(chain(*map(self._part, parts.foot))),
        ]

    def _placed(self, number: int, part: Part) -> Iterator[str]:
        """The paragraphs of a block, the first with a bookmark where references lead to it."""
        found = self.at, number
        for paragraph in self._part(part):
            if found[1] >= 0 and found in self.body.links.places:
                yield bookmarked(paragraph, bookmark(found), self.body.bookmark())
                found = self.at, -1
            else:
                yield paragraph

    def _part(self, part: Part) -> Iterator[str]:
        yield from self._line(part) if isinstance(part, Line) else self._block(part)
        self.begun = isinstance(part, Paragraph)

    def _line(self, part: Line) -> Iterator[str]:
        if part.role != "headline":
            yield from self._paragraph(_LINES[part.role], part.text, part.marks, rtl=self.rtl)
            return
        look = CAPITALS if in_capitals(self.told.headline) else ""
        for made in self._paragraph("Heading1", self.told.headline, part.marks, rtl=self.rtl, look=look):
            yield bookmarked(made, bookmark((self.at, None)), self.body.bookmark())

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph():
                indented = self.begun and self.body.style.body.indent
                yield from self._paragraph("BodyTextFirstIndent" if indented else "BodyText", block.text, block.marks)
            case Subheading():
                ours = "GlanceHeading" if self.glancing else "PageHeading"
                style = ours if block.role else "Heading2"
                yield from self._paragraph(style, block.text, block.marks)
            case ListBlock():
                yield from self._list(block)
            case PullQuote():
                by = block.attribution or ""
                yield from self._paragraph("QuoteAttributed" if by.strip() else "Quote", block.text, block.marks)
                yield from self._paragraph("QuoteAttribution", by, rtl=self._runs_left(block.text))
            case Figure():
                caption = f"{block.caption} {block.credit}" if block.credit else block.caption
                yield from self._paragraph("Caption", caption, block.marks)
            case Factbox():
                yield from self._factbox(block)
            case Preformatted():
                yield from self._paragraph("Preformatted", block.text)
            case Separator():
                yield from self._paragraph("Separator", _DRAWN_BREAK, rtl=self.rtl)
            case Note():
                yield from self._paragraph("Note", block.text, block.marks)

    def _list(self, block: ListBlock) -> Iterator[str]:
        ours = "Glance" if self.glancing else "PageList"
        name, numbered = ours if block.role else "ListBullet", ""
        if block.ordered:
            number = self.body.numbering.restarted(block.first, len(block.items))
            name, numbered = "ListNumber", f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        for item, last in _with_last(block.items):
            yield from self._paragraph(name + "Last" * last, item.text, item.marks, more=numbered)

    def _factbox(self, box: Factbox) -> Iterator[str]:
        yield from self._paragraph("FactboxTitle", box.title or "")
        for item, last in _with_last(box.items):
            yield from self._paragraph("Factbox" + "Last" * last, item.text, item.marks)

    def _paragraph(
        self,
        style: str,
        text: str,
        marks: Sequence[Mark] = (),
        *,
        rtl: bool | None = None,
        more: str = "",
        look: str = "",
    ) -> Iterator[str]:
        """The paragraph, unless nothing would show; it runs as most of its letters do, a line as its article does."""
        if not text.strip():
            return
        rtl = self._runs_left(text) if rtl is None else rtl
        style, runs = self.body.named(style, rtl=rtl), self.voice.runs(text, marks, rtl=rtl, style=look)
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'

    def _runs_left(self, text: str) -> bool:
        return self.rtl != turned(text, rtl=self.rtl)


def _with_last(items: Sequence[Item]) -> Iterator[tuple[Item, bool]]:
    shown = [item for item in items if item.text.strip()]
    return ((item, at == len(shown)) for at, item in enumerate(shown, 1))
