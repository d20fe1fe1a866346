"""The first page of an edition of several articles: its title, and a contents list that is already filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsexport.exporters._xml import line
from newsexport.exporters.docx._body import Body, Told, bookmark
from newsexport.exporters.docx._runs import Voice
from newsexport.exporters.docx._styles import TURNED
from newsexport.model import Edition
from newsexport.wording import is_rtl, words

# \n leaves out page numbers, which only Word's own layout could know: what is cached here stays true when it updates.
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def contents(edition: Edition, told: Sequence[Told], body: Body) -> Iterator[str]:
    """The title and the contents, which lead to the headlines; nothing for a single article."""
    if len(told) < 2:
        return
    main, rtl = body.tongue.main, body.tongue.rtl
    ours = Voice(main, main, body.links)
    title = line(edition.title) or words(main).untitled
    yield f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{ours.runs(title, rtl=rtl)}</w:p>'
    entries = [_entry(one, number, body) for number, one in enumerate(told, 1)]
    entries[0] = entries[0].replace("</w:pPr>", f"</w:pPr>{_FIELD}", 1)
    entries[-1] = entries[-1].removesuffix("</w:p>") + f"{_END}</w:p>"
    heading = ours.runs(words(main).contents, rtl=rtl)
    yield (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f'</w:sdtPr><w:sdtContent><w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{heading}</w:p>'
        f"{''.join(entries)}</w:sdtContent></w:sdt>"
    )


def _entry(told: Told, number: int, body: Body) -> str:
    rtl = is_rtl(told.article.language)
    style = "TOC1" if rtl == body.tongue.rtl else "TOC1" + TURNED
    voice = Voice(told.article.language, body.tongue.main, body.links)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:hyperlink w:anchor="{bookmark(number)}" w:history="1">'
        f"{voice.runs(line(told.headline), rtl=rtl)}</w:hyperlink></w:p>"
    )
