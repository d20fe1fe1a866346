"""What press archives print round an article: Nexis and its like, in English, French and German."""

from __future__ import annotations

import re

from newsexport.model import Moment
from newsexport.reader._dates import find_date
from newsexport.reader._draft import Draft
from newsexport.reader._labels import label
from newsexport.reader._lines import Chunk, Line

CENTRED = 12  # columns of white space before a centred line
_COUNT = re.compile(
    r"(?:(?:document|dokument|documento) )?[0-9]{1,5} (?:of|von|de|sur|di) [0-9]{1,5}(?: (?:documents?|dokumente?n?|documentos?|documenti))?\Z",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?:end of document|document [A-Z]{4,8}[0-9]{8}[a-z0-9]{6,16}|dokument [A-Z]{4,8}[0-9]{8}[a-z0-9]{6,16})\Z",
    re.IGNORECASE,
)


def opens(line: Line) -> bool:
    """Whether the line counts documents: `3 of 10 DOCUMENTS`."""
    return len(line.text) <= 60 and line.text[-1:].isalnum() and bool(_COUNT.match(line.text)) and _counts(line)


def _counts(line: Line) -> bool:
    return line.indent >= CENTRED or "ocument" in line.text or "OCUMENT" in line.text or "okument" in line.text


def closes(line: Line) -> bool:
    """Whether the line ends a document."""
    return len(line.text) <= 60 and bool(_LAST.match(line.text))


def archive(lines: list[Line], draft: Draft) -> list[Line]:
    """The lines below an archive's centred head: its count, source, date and edition; and the headline under them."""
    at = next((n for n, line in enumerate(lines) if line.text), len(lines))
    if at == len(lines) or not opens(lines[at]):
        return lines
    draft.mark("document count", (lines[at].number,) * 2, lines[at].raw, "counts the documents of an export")
    at += 1
    while at < len(lines) and (not lines[at].text or lines[at].indent >= CENTRED):
        if lines[at].text:
            _centred(lines[at], draft)
        at += 1
    return _title(lines, at, draft) if draft.has("published") or draft.has("source") else lines[at:]


def _centred(line: Line, draft: Draft) -> None:
    chunk = Chunk.of([line])
    found = find_date(line.text[:200])
    if not draft.has("source") and not found:
        draft.take("source", line.text, chunk, "the first centred line of an archive's document")
    elif found and not draft.has("published"):
        draft.warnings.extend(found.warnings)
        draft.take("published", Moment(found.raw, found.value), chunk, "the centred date of an archive's document")
    else:
        draft.mark("edition", chunk.lines, chunk.raw, "a centred line below the date: the edition")


def _title(lines: list[Line], at: int, draft: Draft) -> list[Line]:
    """The lines below the headline, which is all that stands before the next white line or label."""
    end = at
    while end < len(lines) and end < at + 6 and lines[end].text and not label(lines[end].text[:200]):
        end += 1
    below = next((line.text for line in lines[end:] if line.text), "")
    if end == at or not label(below[:200]):
        return lines[at:]
    chunk = Chunk.of(lines[at:end])
    draft.take("headline", chunk.text, chunk, "stands between an archive's centred lines and its labels", 0.95)
    return lines[end:]
