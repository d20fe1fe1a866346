"""An article as a chapter: finished XHTML bytes, so that no markup parser ever meets its words."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsexport.errors import ExportWarning
from newsexport.exporters._places import Place, Regions, grouped, place, references, regions, said
from newsexport.exporters._xml import encoded, legal, line, lost, western
from newsexport.exporters.epub._language import attributes, direction, tag
from newsexport.exporters.epub._text import escape, lines, marked, shows
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
    Reference,
    Separator,
    Subheading,
    texts,
    title_of,
)
from newsexport.patterns import lazy
from newsexport.records import Record
from newsexport.segments import phrases
from newsexport.story import Line, Part
from newsexport.wording import words

_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"{attributes}>
<head>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="house.css"/>
</head>
<body{body}>
"""
_RTL = lazy("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LTR = lazy("[A-Za-z\u00c0-\u058f\u0900-\u1fff\u3040-\ud7ff\uf900-\ufaff]")


class Chapter(Record):
    """One article as it stands in the book.

    `headings` are the anchors and labels of its sub-headings, `words` all that it says, `language` is its tag,
    `section` the label of the section that begins with it.
    """

    name: str
    title: str
    markup: bytes
    headings: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    language: str
    section: str = ""


def chapters(edition: Edition) -> list[Chapter]:
    """Every article of an edition as a chapter; the first one of a section says the section's title above it."""
    places = frozenset(found for _, _, found in references(edition.articles))
    openers = {numbers[0]: line(title) for title, numbers in grouped(edition) if title}
    return [_chapter(edition.articles, at, openers.get(at, ""), places) for at in range(len(edition.articles))]


def _chapter(articles: Sequence[Article], at: int, section: str, places: frozenset[Place]) -> Chapter:
    """The article of number `at`, in a file named by its number: an article's words never name a file."""
    article = articles[at]
    told = regions(article)
    title = next(_shown(part, article) for part in told.head if isinstance(part, Line) and part.role == "headline")
    inner = "".join(_Writer(articles, at, places).article(told, title))
    opener = f'<div class="opener">\n<h1 class="section_title">{escape(section)}</h1>\n</div>\n' if section else ""
    return Chapter(
        name=file_name(at),
        title=title,
        markup=_kept(page(title, opener + inner, article.language), title),
        headings=tuple(
            (f"b{number}", text)
            for number, part in enumerate(told.body, 1)
            if isinstance(part, Subheading) and not part.role and (text := line(part.text))
        ),
        words=said(article),
        language=tag(article.language),
        section=section,
    )


def file_name(at: int) -> str:
    """The name of the chapter of article number `at`, counted from 0."""
    return f"c{at + 1:04d}.xhtml"


def page(title: str, inner: str, language: str | None, *, kind: str = "") -> str:
    """A whole XHTML document in a language; `kind` is the class of its body."""
    body = f' class="{kind}"' if kind else ""
    return _HEAD.format(attributes=attributes(language), title=escape(title), body=body) + inner + "</body>\n</html>\n"


def _kept(markup: str, title: str) -> bytes:
    if (made := encoded(markup)) is not None:
        return made
    if gone := lost(markup):
        warnings.warn(f"{title!r} holds characters that an EPUB cannot: {gone}", ExportWarning, stacklevel=2)
    return legal(markup).encode("utf-8")


def _shown(headline: Line, article: Article) -> str:
    return line(headline.text) or line(title_of(article)) or words(article.language).untitled


class _Writer:
    """Writes the article of number `at`; `places` are the blocks that references lead to."""

    def __init__(self, articles: Sequence[Article], at: int, places: frozenset[Place]) -> None:
        self.articles, self.at, self.places = articles, at, places
        self.known = articles[at]
        self.rtl = direction(self.known.language) == "rtl"

    def article(self, told: Regions, title: str) -> Iterator[str]:
        """The elements of the article."""
        # Without a language the first strong letter decides (HTML, 3.2.6.4).
        auto = "" if tag(self.known.language) != "und" else ' dir="auto"'
        name, kind = ("section", ' class="page"') if self.known.kind == "page" else ("article", "")
        yield f"<{name}{kind}{auto}>\n<header>\n"
        yield from (self._part(part, title, "") for part in told.head)
        yield "</header>\n"
        yield from self._glance(told.glance, title)
        for number, part in enumerate(told.body, 1):
            yield self._part(part, title, f"b{number}", named=(self.at, number - 1) in self.places)
        if told.foot:
            yield "<footer>\n"
            yield from (self._part(part, title, f"f{number}") for number, part in enumerate(told.foot, 1))
            yield "</footer>\n"
        yield f"</{name}>\n"

    def _glance(self, parts: Sequence[Part], title: str) -> Iterator[str]:
        """The glance as a region that is named by its own headings."""
        inner = "".join(self._part(part, title, f"g{number}") for number, part in enumerate(parts, 1))
        if inner:
            names = " ".join(
                f"g{n}" for n, part in enumerate(parts, 1) if isinstance(part, Subheading) and shows(part.text)
            )
            label = f' aria-labelledby="{names}"' if names else ""
            yield f'<section class="at_a_glance" role="doc-abstract"{label}>\n{inner}</section>\n'

    def _part(self, part: Part, title: str, anchor: str, *, named: bool = False) -> str:
        """A part; a heading has its anchor, another block where it is `named` by a reference."""
        if isinstance(part, Line):
            return self._line(part, title)
        made = self._block(part, anchor)
        return made.replace(" ", f' id="{anchor}" ', 1) if named and not isinstance(part, Subheading) else made

    def _line(self, line: Line, title: str) -> str:
        if line.role == "headline":
            return self._headline(line.text if shows(line.text) else title)
        if not shows(line.text):
            return ""
        return f'<p class="{line.role}">{self._marked(line.text, line.marks)}</p>\n'

    def _headline(self, text: str) -> str:
        found = phrases(text, self.known.language)
        kinds = "headline" + " capitals" * in_capitals(text) + " phrases" * bool(found)
        edges = (0, *sorted(found or ()), len(text))
        return f'<h1 class="{kinds}">{"<wbr/>".join(lines(text[start:end]) for start, end in pairwise(edges))}</h1>\n'

    def _block(self, block: Block, anchor: str) -> str:
        if isinstance(block, Paragraph):
            return self._element("p", "body", block.text, block.marks) if shows(block.text) else ""
        if not isinstance(block, Separator) and not any(shows(text) for text, _ in texts(block)):
            return ""
        match block:
            case Subheading():
                kind = "glance_heading" if block.role else "subheading"
                return self._element("h2", kind, block.text, block.marks, more=f' id="{anchor}"')
            case ListBlock():
                return self._list(block)
            case PullQuote():
                return self._quote(block)
            case Figure():
                return self._figure(block)
            case Factbox():
                return self._factbox(block, anchor)
            case Preformatted():
                return f'<pre class="preformatted"{_turned(block.text, rtl=self.rtl)}>{escape(block.text)}</pre>\n'
            case Separator():
                return '<hr class="separator"/>\n'
            case Note():
                return self._element("p", f"note {block.kind}", block.text, block.marks, more=' role="note"')

    def _marked(self, text: str, marks: Sequence[Mark]) -> str:
        return marked(text, marks, self._lead, rtl=self.rtl)

    def _lead(self, reference: Reference) -> str | None:
        """The address of a place, in this chapter or in another."""
        found = place(reference, self.at, self.articles)
        if found is None:
            return None
        article, block = found
        anchor = "" if block is None else f"#b{block + 1}"
        return anchor if anchor and article == self.at else file_name(article) + anchor

    def _element(self, name: str, kind: str, text: str, marks: Sequence[Mark], *, more: str = "") -> str:
        given = f' class="{kind}"' if kind else ""
        return f"<{name}{given}{more}{_turned(text, rtl=self.rtl)}>{self._marked(text, marks)}</{name}>\n"

    def _items(self, items: Sequence[Item], name: str) -> str:
        return "".join(self._element(name, "", item.text, item.marks) for item in items)

    def _list(self, block: ListBlock) -> str:
        name = "ol" if block.ordered else "ul"
        start = f' start="{block.first}"' if block.ordered and block.first != 1 else ""
        kind = "glance" if block.role else "list"
        return f'<{name} class="{kind}"{start}>\n{self._items(block.items, "li")}</{name}>\n'

    def _quote(self, block: PullQuote) -> str:
        said = self._element("p", "", block.text, block.marks)
        speaker = f"<footer>{lines(block.attribution)}</footer>\n" if block.attribution else ""
        return f'<blockquote class="quote">\n{said}{speaker}</blockquote>\n'

    def _figure(self, block: Figure) -> str:
        credit = f' <span class="credit">{lines(block.credit)}</span>' if block.credit else ""
        turned = _turned(block.caption, rtl=self.rtl)
        # Not a <figure>: without a picture in it, converters leave its caption out.
        return f'<p class="caption"{turned}>{self._marked(block.caption, block.marks)}{credit}</p>\n'

    def _factbox(self, block: Factbox, anchor: str) -> str:
        titled = bool(block.title and shows(block.title))
        title = f'<p class="title" id="{anchor}t">{lines(block.title or "")}</p>\n' if titled else ""
        named = f' aria-labelledby="{anchor}t"' if titled else ""
        return f'<aside class="factbox"{named}>\n{title}{self._items(block.items, "p")}</aside>\n'


def _turned(text: str, *, rtl: bool) -> str:
    """The `dir` attribute of a text whose letters mostly run against its article; else nothing."""
    if not rtl and western(text):
        return ""
    against, along = (_LTR, _RTL) if rtl else (_RTL, _LTR)
    if not against.search(text) or len(against.findall(text)) <= len(along.findall(text)):
        return ""
    return ' dir="ltr"' if rtl else ' dir="rtl"'
