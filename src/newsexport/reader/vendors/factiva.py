"""Factiva: two-letter labels in the left column, or the same lines without them; "Document ..." closes each article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsexport.model import Article
from newsexport.patterns import lazy
from newsexport.reader._draft import Draft
from newsexport.reader._formats import Source
from newsexport.reader._lines import Chunk, Line
from newsexport.reader.vendors._export import Entry, Export, keep, opened, picture, plain_ends, state, story
from newsexport.reader.vendors._factiva_plain import bare_head, is_words
from newsexport.records import Record, replace

CLOSE = lazy(
    r"(?P<label>AN[ \t:]{1,20})?(?:Document|Dokument|Documento|Documento n°|文档) +[A-Z0-9]{3,8}0?[0-9]{9,12}[a-z0-9]{4,14}\Z"
)
_LABELS = "CLM SE HD HL CR BY WC PD ET SN SC ED PG VOL LA CY LP TD ART CT RF CO IN NS RE IPC IPD PUB AN"
_ORDER = _LABELS.split()
_ROLES = {"SE": "section", "HD": "headline", "HL": "headline", "BY": "byline", "PD": "published", "SN": "source", "LA": "language",
          "CY": "rights", "NS": "keywords"}  # fmt: skip
_BODY = ("LP", "TD")
_LABEL = lazy(r"(?P<label>[A-Z]{2,3})(?:[ \t\xa0]*\Z|(?P<gap>[ \t\xa0]+)(?=\S))")
_SNIFF = lazy(r"^[ \t]{0,4}(HD|WC|PD|SN|SC|LA|LP|TD|CY)(?:[ \t\xa0]|$)", re.MULTILINE)
_CLOSED = lazy(r"^(?:AN[ \t]{1,20})?(?:Document|Dokument) [A-Z0-9]{3,8}[0-9]{9,12}[a-z0-9]{4,14}[ \t]*$", re.MULTILINE)


class Field(Record):
    """The lines that a label of the left column opens."""

    label: str
    lines: list[Line]

    @property
    def entry(self) -> Entry:
        """The field as an entry of a record."""
        chunk = Chunk.of([line for line in self.lines if not line.blank])
        return Entry(self.label, chunk.text.removeprefix(self.label).strip(), chunk)


def sniff(text: str) -> bool:
    """Whether four different labels stand in the left column, or a document number below a count of words."""
    head = plain_ends(text)
    labels = {found.group(1) for found in _SNIFF.finditer(head)}
    if len(labels) >= 4 and "HD" in labels:
        return True
    lines = [line.strip() for line in head.split("\n")]
    return bool(_CLOSED.search(head)) and any(is_words(line) for line in lines[:200])


def parse(source: Source) -> tuple[Article, ...]:
    """Every document of the export; the search summary below the last is kept with it."""
    export = opened(source)
    parts, rest = _parts(export.lines)
    drafts = [_document(part, export) for part in parts]
    keep(drafts[-1], rest, "search summary", "stands below the last document")
    if not any(CLOSE.match(line.text[:200]) for line in parts[-1]):
        drafts[-1].warnings.append("the document is cut off: the line with its number is missing")
    return tuple(export.article(draft, part, "Factiva export") for draft, part in zip(drafts, parts, strict=True))


def _parts(lines: list[Line]) -> tuple[list[list[Line]], list[Line]]:
    """The lines of each document, and those below the last that are none."""
    ends = [at + 1 for at, line in enumerate(lines) if CLOSE.match(line.text[:200])]
    if not ends:
        return [lines], []
    parts = [lines[a:b] for a, b in zip([0, *ends[:-1]], ends, strict=True)]
    rest = lines[ends[-1] :]
    if any(_LABEL.match(line.text[:20]) and line.text[:2] == "HD" for line in rest) or any(
        is_words(line.text) for line in rest
    ):
        return [*parts, rest], []
    return parts, rest


def _document(lines: list[Line], export: Export) -> Draft:
    draft = export.draft()
    found = _fields(lines)
    if sum(field.label in _ORDER for field in found) < 3:
        _unlabelled(draft, lines, export)
        return draft
    body: list[Line] = []
    for field in found:
        if field.label in _BODY:
            body += _bare(draft, field)
        else:
            _take(draft, field)
    story(draft, body, export, headed=draft.has("headline"))
    return draft


def _fields(lines: Sequence[Line]) -> list[Field]:
    """The lines as fields; a label is one only in the vendor's order, for prose may open with "IN" or "CO"."""
    found = [Field("", [])]
    reached = -1
    column = next((_column(line) for line in lines if line.text[:2] == "HD" and _LABEL.match(line.text[:40])), 3)
    for line in lines:
        mark = _LABEL.match(line.text[:40])
        place = _ORDER.index(mark["label"]) if mark and mark["label"] in _ORDER and line.indent <= 4 else -1
        if mark and place > reached and _stands(line, column, found[-1]):
            found.append(Field(mark["label"], []))
            reached = place
        found[-1].lines.append(line)
    return [field for field in found if any(not line.blank for line in field.lines)]


def _stands(line: Line, column: int, before: Field) -> bool:
    """Whether a label stands as the export sets its labels: alone, or with its value in the column of the others."""
    here = _column(line)
    if here == 0 or (line.text.startswith("AN") and CLOSE.match(line.text[:200])):
        return True
    if here != column:
        return False
    in_body = before.label in _BODY and column <= 3
    return not in_body or (before.lines[-1].blank and (" : " in line.text[:80] or line.text[:2] in {"TD", "PU", "AN"}))


def _column(line: Line) -> int:
    """Where the value behind a label begins; 0 where it is on the next line."""
    mark = _LABEL.match(line.raw.lstrip()[:40])
    gap = mark["gap"] if mark else None
    return len((mark["label"] + gap).expandtabs(4)) if mark and gap else 0


def _bare(draft: Draft, field: Field) -> list[Line]:
    """The lines of a body field; its label, with what stands behind it on the line, cut off."""
    first = field.lines[0]
    label, rest = first.raw.split(field.label, 1)
    draft.mark("label", (first.number, first.number), label + field.label, f"the label {field.label!r} opens the body")
    column = min((line.indent for line in field.lines[1:] if not line.blank), default=0)
    below = [replace(line, indent=line.indent - column) if not line.blank else line for line in field.lines[1:]]
    return [Line.of(first.number, rest.strip()), *below]


def _take(draft: Draft, field: Field) -> None:
    entry = field.entry
    role = _ROLES.get(field.label)
    if not field.label:
        keep(draft, field.lines, "cover page", "stands above the labels of the document")
    elif field.label == "ART":
        picture(draft, entry)
    elif field.label == "CR" and not draft.has("signoff"):
        draft.take("signoff", entry.value, entry.chunk, entry.reason) if entry.value else state(draft, "admin", entry)
    elif field.label == "NS":
        words = [part.partition(" : ")[2] or part for part in entry.value.split(" | ")]
        state(draft, "keywords", Entry("NS", ";".join(words) + ";", entry.chunk))
    elif field.label == "PD" and draft.has("published"):
        state(draft, "admin", entry)
    else:
        state(draft, role or "admin", entry)


def _unlabelled(draft: Draft, lines: list[Line], export: Export) -> None:
    """A document without labels: the same lines in the same order."""
    end = next((at for at, line in enumerate(lines) if CLOSE.match(line.text[:200])), len(lines))
    body = bare_head(draft, lines[:end])
    story(draft, body, export, headed=draft.has("headline"))
    keep(draft, lines[end:], "document number", "closes the document")
