"""Markdown articles: headings, lists, quotations and pictures as blocks; links and emphasis as marks over the plain text."""

from __future__ import annotations

import re

from newsexport.model import (
    Article,
    Block,
    Figure,
    Item,
    ListBlock,
    Mark,
    Note,
    Paragraph,
    PullQuote,
    Subheading,
)
from newsexport.patterns import lazy
from newsexport.reader._draft import Draft
from newsexport.reader._formats import Source
from newsexport.reader._front import front_matter
from newsexport.reader._lines import Line
from newsexport.reader._split import split
from newsexport.reader.vendors._export import Export, opened, placed, plain_ends, understood
from newsexport.reader.vendors._markdown_blocks import Page, read
from newsexport.records import replace

_TITLE = lazy(r"# \S")
_HEADINGS = lazy(r"^#{2,6} [^\W\d_]", re.MULTILINE)
_LINKS = lazy(r"!?\[[^\[\]\n]{1,300}+\]\(<?(?:https?://|/|\.)[^\s()]{1,500}")
_STRONG = lazy(r"(?<![*\w])\*\*[^\s*][^*\n]{0,200}+\*\*(?!\*)")
_FRONT = lazy(r"\s*(?P<fence>---|\+\+\+)[ \t]*\n.{0,6000}?\n(?P=fence)[ \t]*\n", re.DOTALL)


def sniff(text: str) -> bool:
    """Whether "# " opens the text, below front matter perhaps; or headings, links and bold words together say so.

    Below front matter one of them is enough.
    """
    head = plain_ends(text)
    if "\x01" in head or not any(sign in head for sign in ("# ", "](", "**", "![")):
        return False
    front = _FRONT.match(head)
    if front:
        head = head[front.end() :]
    if _TITLE.match(head.lstrip()[:10]):
        return True
    kinds = (len(_HEADINGS.findall(head)), len(_LINKS.findall(head)), len(_STRONG.findall(head)))
    return kinds[0] >= 2 or bool(front and any(kinds)) or (sum(kinds) >= 3 and sum(kind > 0 for kind in kinds) >= 2)


def parse(source: Source) -> tuple[Article, ...]:
    """The article; several where rules part them."""
    export = opened(source)
    found: list[tuple[Draft, list[Line]]] = []
    for part in split(export.lines):
        if any(not line.blank for line in part.lines) or not found:
            found.append((export.draft(), part.lines))
        if part.rule:
            number = part.rule.number
            found[-1][0].mark("rule", (number, number), part.rule.raw, "parts this article from the next")
    return tuple(_article(draft, lines, export) for draft, lines in found)


def _article(draft: Draft, lines: list[Line], export: Export) -> Article:
    page = Page(draft)
    read(page, front_matter(lines, draft))
    body = understood(draft, page.chunks, headed=False)
    placed(draft, body)
    draft.blocks[:] = [_dressed(block, page) for block in draft.blocks]
    draft.notes[:] = [note for note in (_dressed(note, page) for note in draft.notes) if isinstance(note, Note)]
    return export.article(draft, lines, "Markdown")


def _dressed(block: Block, page: Page) -> Block:
    """The block with the marks of its source; one that Markdown's own readers placed has them already."""
    match block:
        case Paragraph() | Subheading() | Note() if stated := _stated(block.text, page, block.lines):
            return replace(block, marks=stated)
        case PullQuote(text=text) if block.lines[0] in page.marks and (stated := _stated(text, page, block.lines)):
            return replace(block, marks=stated)
        case Figure(caption=text) if block.lines[0] in page.marks and (stated := _stated(text, page, block.lines)):
            return replace(block, marks=stated)
        case ListBlock():
            return replace(block, items=tuple(_items(block, page)))
    return block


def _items(block: ListBlock, page: Page) -> list[Item]:
    """The items with their marks: each is the text of one chunk."""
    first, last = block.lines
    sources = [page.marks[number] for number in range(first, last + 1) if number in page.marks]
    items = []
    for item, (text, marks) in zip(block.items, sources, strict=False):
        items.append(Item(item.text, _moved(marks, text, item.text) or item.marks))
    return items if len(items) == len(block.items) else list(block.items)


def _stated(text: str, page: Page, lines: tuple[int, int]) -> tuple[Mark, ...]:
    source = page.marks.get(lines[0])
    return _moved(source[1], source[0], text) if source else ()


def _moved(marks: tuple[Mark, ...], source: str, text: str) -> tuple[Mark, ...]:
    """The marks of a source as marks of a part of it."""
    offset = source.rfind(text)
    if offset < 0:
        return ()
    moved: list[Mark] = []
    for mark in marks:
        start, end = max(0, mark.start - offset), min(len(text), mark.end - offset)
        if start < end:
            moved.append(replace(mark, start=start, end=end))
    return tuple(moved)
