"""The articles of an edition as sections of Word, each with its own running head; the openers of a book's sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsexport.exporters._places import grouped
from newsexport.exporters._xml import line
from newsexport.exporters.docx._body import Body, Composer, Told
from newsexport.exporters.docx._page import HEAD, Start, head

CLOSING = '<w:p><w:pPr><w:pStyle w:val="Closing"/></w:pPr></w:p>'
_SHARE = 0.35  # of the running head is the most that a section takes, as in PDF


def paragraphs(told: Sequence[Told], body: Body) -> Iterator[str]:
    """The paragraphs of the articles, each article on a new page, and the properties of the last section.

    A bookmark runs over the articles of each section: its contents are made of what stands between its ends.
    """
    groups = grouped(body.edition)
    divided = any(title for title, _ in groups)
    for number, (title, articles) in enumerate(groups, 1):
        made: list[str] = []
        for at in articles:
            composer = Composer(told[at], at, body)
            opening = [_opener(title, composer)] if title and at == articles[0] else []
            made += _article(composer, opening, title)
        if divided:
            mark = body.bookmark()
            start = f'<w:bookmarkStart w:id="{mark}" w:name="{section_mark(number)}"/>'
            made[0] = made[0].replace("</w:pPr>", f"</w:pPr>{start}", 1)
            made[-1] = made[-1].removesuffix("</w:p>") + f'<w:bookmarkEnd w:id="{mark}"/></w:p>'
        yield from made[:-1]
        yield made[-1] if number < len(groups) else _last(made[-1])


def _last(paragraph: str) -> str:
    """The last paragraph of all, whose section's properties stand behind it."""
    start, end = paragraph.index("<w:sectPr>"), paragraph.index("</w:sectPr>") + len("</w:sectPr>")
    return paragraph[:start] + paragraph[end:] + paragraph[start:end]


def section_mark(number: int) -> str:
    """The name of the bookmark over a section of a book, counted from 1."""
    return f"_Sec{number:05d}"


def _opener(title: str, composer: Composer) -> str:
    style = composer.body.named("SectionTitle", rtl=composer.rtl)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{composer.voice.runs(line(title), rtl=composer.rtl)}</w:p>'


def _article(composer: Composer, opening: list[str], title: str | None) -> Iterator[str]:
    """The groups of an article, each a section of its own, whose properties stand in its last paragraph.

    The columns of the body come out even only where a section follows them over the whole page: the lines under the
    body, or else an empty one.
    """
    body, (over, middle, under) = composer.body, composer.groups()
    columns = body.style.page.columns
    if columns > 1 and middle and not under:
        under = [CLOSING]
    groups = (
        [(1, opening + over), (columns, middle), (1, under)] if columns > 1 else [(1, opening + over + middle + under)]
    )
    groups = [(count, group) for count, group in groups if group]
    edges = _running_head(composer, title) if len(body.edition.articles) > 1 else HEAD
    fresh = composer.at > 0 or len(body.edition.articles) > 1 or body.edition.cover
    for number, (count, group) in enumerate(groups, 1):
        starts: Start = "nextPage" if fresh and number == 1 else "continuous"
        ends = body.sections.section(rtl=composer.rtl, columns=count, starts=starts, head=edges)
        yield from (*group[:-1], ended(group[-1], ends))


def _running_head(composer: Composer, title: str | None) -> str:
    """The relationship id of a new running head: the section where lines start, the headline on the far side."""
    body, rtl = composer.body, composer.rtl
    shown = [body.sections.short(composer.told.headline, 1 - _SHARE if title else 1)]
    if title:
        shown.insert(0, body.sections.short(title, _SHARE))
    runs = [composer.voice.runs(text, rtl=rtl) for text in shown]
    body.heads.append(head(body.named("Header", rtl=rtl), *runs))
    return f"{HEAD}{len(body.heads)}"


def ended(paragraph: str, properties: str) -> str:
    """The paragraph as the last of its section."""
    return paragraph.replace("</w:pPr>", f"{properties}</w:pPr>", 1)
