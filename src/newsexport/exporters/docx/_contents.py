"""What stands before the articles: a cover, the title, and a contents list that is already filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsexport.exporters._places import grouped
from newsexport.exporters._xml import line
from newsexport.exporters.docx._body import Body, Told
from newsexport.exporters.docx._links import bookmark
from newsexport.exporters.docx._runs import Voice
from newsexport.exporters.docx._sections import CLOSING, ended, section_mark
from newsexport.model import Edition
from newsexport.wording import is_rtl, words

# \n leaves out page numbers, which only Word's own layout could know: what is cached here stays true when it updates.
# \b keeps a field to the articles of its section.
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h \\z {more} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FRAME = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    "</w:sdtPr><w:sdtContent>"
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def front(edition: Edition, told: Sequence[Told], body: Body) -> Iterator[str]:
    """The cover where there is to be one, the title and the contents where there are several articles."""
    several, rtl = len(told) > 1, body.tongue.rtl
    voice = Voice(body.tongue.main, body.tongue.main, body.links)
    title = line(edition.title) or words(body.tongue.main).untitled
    heads = [("CoverTitle" if edition.cover else "Title", title)]
    if edition.date and (date := line(edition.date.raw)):
        heads.append(("Date", date))
    named = [_paragraph(style, voice.runs(text, rtl=rtl)) for style, text in heads]
    if edition.cover:
        yield from (*named[:-1], ended(named[-1], body.sections.cover(rtl=rtl)))
    if several:
        yield from () if edition.cover else named
        heading = _paragraph("TOCHeading", voice.runs(words(body.tongue.main).contents, rtl=rtl))
        entries = heading + "".join(_groups(told, body))
        # Word's own frame is for one field; several in it make LibreOffice 7.4 crash.
        yield entries if edition.sections else f"{_FRAME}{entries}</w:sdtContent></w:sdt>"
        yield ended(CLOSING, body.sections.section(rtl=rtl))


def _groups(told: Sequence[Told], body: Body) -> Iterator[str]:
    """The entries of each section below its title; a field for each, so that updating one keeps them apart."""
    groups = grouped(body.edition)
    divided = any(title for title, _ in groups)
    for number, (title, articles) in enumerate(groups, 1):
        mark = section_mark(number)
        if title:
            yield _entry("TOCSection", title, mark, told[articles[0]], articles[0], body)
        entries = [_entry("TOC1", told[at].headline, bookmark((at, None)), told[at], at, body) for at in articles]
        field = _FIELD.format(more=f"\\b {mark}" if divided else "\\u")
        entries[0] = entries[0].replace("</w:pPr>", f"</w:pPr>{field}", 1)
        entries[-1] = entries[-1].removesuffix("</w:p>") + f"{_END}</w:p>"
        yield from entries


def _entry(style: str, text: str, mark: str, told: Told, at: int, body: Body) -> str:
    rtl = is_rtl(told.article.language)
    runs = Voice(told.article.language, body.tongue.main, body.links, at).runs(line(text), rtl=rtl)
    return _paragraph(body.named(style, rtl=rtl), f'<w:hyperlink w:anchor="{mark}" w:history="1">{runs}</w:hyperlink>')


def _paragraph(style: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'
