"""An article as a chapter: finished XHTML bytes, so that no markup parser ever meets its words."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence

from newsexport.errors import ExportWarning
from newsexport.exporters._xml import illegal, legal, line, lost
from newsexport.exporters.epub._language import attributes, direction, tag
from newsexport.exporters.epub._text import escape, lines, marked, shows
from newsexport.model import (
    Article,
    Block,
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
    title_of,
)
from newsexport.patterns import lazy
from newsexport.records import record
from newsexport.story import Line, Part, story
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
_FRONT = frozenset({"masthead", "kicker", "headline", "standfirst", "meta"})
_RTL = lazy("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_LTR = lazy("[A-Za-z\u00c0-\u058f\u0900-\u1fff\u3040-\ud7ff\uf900-\ufaff]")


@record
class Chapter:
    """One article as it stands in the book.

    `headings` are the anchors and labels of its sub-headings, `words` all that it says, `language` is its tag.
    """

    name: str
    title: str
    markup: bytes
    headings: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    language: str


def chapter(article: Article, number: int) -> Chapter:
    """The article as the book's chapter `number`, named c0001.xhtml: an article's words never name a file."""
    parts = tuple(story(article))
    title = next(_shown(part, article) for part in parts if isinstance(part, Line) and part.role == "headline")
    return Chapter(
        name=f"c{number:04d}.xhtml",
        title=title,
        markup=_kept(page(title, "".join(_article(parts, article, title)), article.language), title),
        headings=tuple(
            (f"p{place}", text)
            for place, part in enumerate(parts)
            if isinstance(part, Subheading) and (text := line(part.text))
        ),
        words=tuple(text for part in parts for text in _words(part)),
        language=tag(article.language),
    )


def page(title: str, inner: str, language: str | None, *, kind: str = "") -> str:
    """A whole XHTML document in a language; `kind` is the class of its body."""
    body = f' class="{kind}"' if kind else ""
    return _HEAD.format(attributes=attributes(language), title=escape(title), body=body) + inner + "</body>\n</html>\n"


def _words(part: Part) -> Iterator[str]:
    return iter((part.text,)) if isinstance(part, Line) else (text for text, _ in texts(part))


def _kept(markup: str, title: str) -> bytes:
    if not illegal(markup):
        return markup.encode("utf-8")
    if gone := lost(markup):
        warnings.warn(f"{title!r} holds characters that an EPUB cannot: {gone}", ExportWarning, stacklevel=2)
    return legal(markup).encode("utf-8")


def _shown(headline: Line, article: Article) -> str:
    return line(headline.text) or line(title_of(article)) or words(article.language).untitled


def _article(parts: Sequence[Part], article: Article, title: str) -> Iterator[str]:
    rtl = direction(article.language) == "rtl"
    # Without a language the first strong letter decides (HTML, 3.2.6.4).
    yield "<article>\n" if tag(article.language) != "und" else '<article dir="auto">\n'
    within = ""
    for place, part in enumerate(parts):
        wanted = _region(part, within)
        if wanted != within:
            yield f"</{within}>\n" * bool(within) + f"<{wanted}>\n" * bool(wanted)
            within = wanted
        yield _line(part, title, rtl=rtl) if isinstance(part, Line) else _block(part, place, rtl=rtl)
    yield f"</{within}>\n" * bool(within) + "</article>\n"


def _region(part: Part, within: str) -> str:
    if isinstance(part, Line):
        return "header" if part.role in _FRONT else "footer"
    return "footer" if within == "footer" else ""


def _line(line: Line, title: str, *, rtl: bool) -> str:
    if line.role == "headline":
        shown = lines(line.text) if shows(line.text) else escape(title)
        return f'<h1 class="headline">{shown}</h1>\n'
    if not shows(line.text):
        return ""
    return f'<p class="{line.role}">{marked(line.text, line.marks, rtl=rtl)}</p>\n'


def _block(block: Block, place: int, *, rtl: bool) -> str:
    if not isinstance(block, Separator) and not any(shows(text) for text, _ in texts(block)):
        return ""
    match block:
        case Paragraph():
            return _element("p", "body", block.text, block.marks, rtl=rtl)
        case Subheading():
            kind = "glance_heading" if block.role else "subheading"
            return _element("h2", kind, block.text, block.marks, rtl=rtl, more=f' id="p{place}"')
        case ListBlock():
            return _list(block, rtl=rtl)
        case PullQuote():
            return _quote(block, rtl=rtl)
        case Figure():
            return _figure(block, rtl=rtl)
        case Factbox():
            return _factbox(block, place, rtl=rtl)
        case Preformatted():
            return f'<pre class="preformatted"{_turned(block.text, rtl=rtl)}>{escape(block.text)}</pre>\n'
        case Separator():
            return '<hr class="separator"/>\n'
        case Note():
            return _element("p", f"note {block.kind}", block.text, block.marks, rtl=rtl, more=' role="note"')


def _element(name: str, kind: str, text: str, marks: tuple[Mark, ...], *, rtl: bool, more: str = "") -> str:
    inner = marked(text, marks, rtl=rtl)
    given = f' class="{kind}"' if kind else ""
    return f"<{name}{given}{more}{_turned(text, rtl=rtl)}>{inner}</{name}>\n"


def _items(items: Sequence[Item], name: str, *, rtl: bool) -> str:
    return "".join(_element(name, "", item.text, item.marks, rtl=rtl) for item in items)


def _list(block: ListBlock, *, rtl: bool) -> str:
    name = "ol" if block.ordered else "ul"
    start = f' start="{block.first}"' if block.ordered and block.first != 1 else ""
    kind = "glance" if block.role else "list"
    return f'<{name} class="{kind}"{start}>\n{_items(block.items, "li", rtl=rtl)}</{name}>\n'


def _quote(block: PullQuote, *, rtl: bool) -> str:
    said = _element("p", "", block.text, block.marks, rtl=rtl)
    speaker = f"<footer>{lines(block.attribution)}</footer>\n" if block.attribution else ""
    return f'<blockquote class="quote">\n{said}{speaker}</blockquote>\n'


def _figure(block: Figure, *, rtl: bool) -> str:
    caption = marked(block.caption, block.marks, rtl=rtl)
    credit = f' <span class="credit">{lines(block.credit)}</span>' if block.credit else ""
    turned = _turned(block.caption, rtl=rtl)
    # Not a <figure>: without a picture in it, converters leave its caption out.
    return f'<p class="caption"{turned}>{caption}{credit}</p>\n'


def _factbox(block: Factbox, place: int, *, rtl: bool) -> str:
    titled = bool(block.title and shows(block.title))
    title = f'<p class="title" id="p{place}">{lines(block.title or "")}</p>\n' if titled else ""
    named = f' aria-labelledby="p{place}"' if titled else ""
    return f'<aside class="factbox"{named}>\n{title}{_items(block.items, "p", rtl=rtl)}</aside>\n'


def _turned(text: str, *, rtl: bool) -> str:
    """The `dir` attribute of a text whose letters mostly run against its article; else nothing."""
    if not rtl and text.isascii():
        return ""
    against, along = (_LTR, _RTL) if rtl else (_RTL, _LTR)
    if not against.search(text) or len(against.findall(text)) <= len(along.findall(text)):
        return ""
    return ' dir="ltr"' if rtl else ' dir="rtl"'
