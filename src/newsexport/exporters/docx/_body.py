"""An edition as the paragraphs of a Word document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal, NamedTuple, TypeAlias

from newsexport.exporters._xml import line
from newsexport.exporters.docx._links import Links
from newsexport.exporters.docx._numbering import Numbering
from newsexport.exporters.docx._page import section
from newsexport.exporters.docx._runs import Voice
from newsexport.exporters.docx._styles import TURNED
from newsexport.exporters.docx._tongue import Tongue, turned
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
    texts,
)  # fmt: skip
from newsexport.story import Line, Part, Role, story
from newsexport.style import Style
from newsexport.wording import is_rtl, words

Start: TypeAlias = Literal["nextPage", "continuous"]
_DRAWN_BREAK = "* * *"
_UNDER = frozenset({"signoff", "source"})
_CLOSING = '<w:p><w:pPr><w:pStyle w:val="Closing"/></w:pPr></w:p>'
_LINES: dict[Role, str] = {
    "masthead": "Masthead",
    "kicker": "Kicker",
    "headline": "Heading1",
    "standfirst": "Standfirst",
    "meta": "Meta",
    "signoff": "Signoff",
    "source": "Source",
}


@dataclass(slots=True)
class Body:
    """What the paragraphs of an edition ask of the rest of the document."""

    style: Style
    tongue: Tongue
    links: Links = field(default_factory=Links)
    numbering: Numbering = field(init=False)
    turned: bool = False

    def __post_init__(self) -> None:
        self.numbering = Numbering(self.style.list)


def bookmark(number: int) -> str:
    """The name of the bookmark at the headline of an article, counted from 1."""
    return f"_Toc{number:09d}"


class Told(NamedTuple):
    """An article and its parts in reading order."""

    article: Article
    parts: tuple[Part, ...]

    @property
    def headline(self) -> str:
        """Its headline; there always is one."""
        text = next(part.text for part in self.parts if isinstance(part, Line) and part.role == "headline")
        return text if line(text) else words(self.article.language).untitled

    def said(self) -> Iterator[str]:
        """Each string that a complete export of it holds, in order."""
        for part in self.parts:
            yield from (part.text,) if isinstance(part, Line) else (text for text, _ in texts(part))


def tell(edition: Edition) -> list[Told]:
    """Every article of an edition with its parts."""
    return [Told(article, tuple(story(article))) for article in edition.articles]


def paragraphs(told: Sequence[Told], body: Body) -> Iterator[str]:
    """The paragraphs of the articles, each article on a new page, and the properties of the last section."""
    composers = [_Composer(one, number, body) for number, one in enumerate(told, 1)]
    if body.style.page.columns > 1:
        for composer in composers:
            yield from _sectioned(
                composer, after_contents=composer.number == 1 < len(told), last=composer is composers[-1]
            )
        return
    for composer in composers:
        first, *others = chain(*composer.groups())
        yield _on_new_page(first) if len(told) > 1 else first
        yield from others
    yield section(body.style, rtl=body.tongue.rtl, columns=1, starts="continuous")


def _sectioned(composer: _Composer, *, after_contents: bool, last: bool) -> Iterator[str]:
    """The groups of an article, each a section of its own, whose properties stand in its last paragraph.

    The columns of the body come out even only where a section follows them over the whole page: the lines under the
    body, or else an empty one.
    """
    page = composer.body.style.page
    over, middle, under = composer.groups()
    if middle and not under:
        under = [_CLOSING]
    groups = [
        (columns, group) for columns, group in zip((1, page.columns, 1), (over, middle, under), strict=True) if group
    ]
    if after_contents:  # which stand in this article's first section
        groups[0][1][0] = _on_new_page(groups[0][1][0])
    starts: Start = "nextPage" if composer.number > 1 else "continuous"
    for at, (columns, group) in enumerate(groups, 1):
        ends = section(composer.body.style, rtl=composer.rtl, columns=columns, starts=starts)
        starts = "continuous"
        if last and at == len(groups):
            yield from (*group, ends)
        else:
            yield from (*group[:-1], _ended(group[-1], ends))


def _on_new_page(paragraph: str) -> str:
    return paragraph.replace("/>", "/><w:pageBreakBefore/>", 1)


def _ended(paragraph: str, properties: str) -> str:
    return paragraph.replace("</w:pPr>", f"{properties}</w:pPr>", 1)


class _Composer:
    """Writes the paragraphs of one article."""

    def __init__(self, told: Told, number: int, body: Body) -> None:
        self.told, self.number, self.body = told, number, body
        self.voice = Voice(told.article.language, body.tongue.main, body.links)
        self.rtl = is_rtl(told.article.language)
        self.begun = False  # whether the paragraph before is one of the body: then the next one may be indented

    def groups(self) -> list[list[str]]:
        """What stands over the body, which is at least the headline; the body; what stands under it."""
        parts, blocks = self.told.parts, len(self.told.article.blocks)
        over = next(
            (at for at, part in enumerate(parts) if not isinstance(part, Line) or part.role in _UNDER), len(parts)
        )
        return [
            list(chain(*map(self._part, group)))
            for group in (parts[:over], parts[over : over + blocks], parts[over + blocks :])
        ]

    def _part(self, part: Part) -> Iterator[str]:
        yield from self._line(part) if isinstance(part, Line) else self._block(part)
        self.begun = isinstance(part, Paragraph)

    def _line(self, part: Line) -> Iterator[str]:
        if part.role != "headline":
            yield from self._paragraph(_LINES[part.role], part.text, part.marks, rtl=self.rtl)
            return
        mark = f'w:id="{self.number}"'
        yield from (
            made.replace("</w:pPr>", f'</w:pPr><w:bookmarkStart {mark} w:name="{bookmark(self.number)}"/>', 1)
            .removesuffix("</w:p>") + f"<w:bookmarkEnd {mark}/></w:p>"
            for made in self._paragraph("Heading1", self.told.headline, part.marks, rtl=self.rtl)
        )  # fmt: skip

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph():
                indented = self.begun and self.body.style.body.indent
                yield from self._paragraph("BodyTextFirstIndent" if indented else "BodyText", block.text, block.marks)
            case Subheading():
                style = "GlanceHeading" if block.role else "Heading2"
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
        name, numbered = "ListGlance" if block.role else "ListBullet", ""
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
        self, style: str, text: str, marks: Sequence[Mark] = (), *, rtl: bool | None = None, more: str = ""
    ) -> Iterator[str]:
        """The paragraph, unless nothing would show; it runs as most of its letters do, a line as its article does."""
        if not text.strip():
            return
        rtl = self._runs_left(text) if rtl is None else rtl
        if rtl != self.body.tongue.rtl:
            self.body.turned = True
            style += TURNED
        runs = self.voice.runs(text, marks, rtl=rtl)
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'

    def _runs_left(self, text: str) -> bool:
        return self.rtl != turned(text, rtl=self.rtl)


def _with_last(items: Sequence[Item]) -> Iterator[tuple[Item, bool]]:
    shown = [item for item in items if item.text.strip()]
    return ((item, at == len(shown)) for at, item in enumerate(shown, 1))
