"""Nexis Uni and Lexis Advance: "Length:" and its like above a line "Body", "End of Document" below each article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsexport.model import Article, Moment
from newsexport.patterns import lazy
from newsexport.reader._dates import is_date_line
from newsexport.reader._draft import Draft
from newsexport.reader._formats import Source
from newsexport.reader._lines import Chunk, Line, filled
from newsexport.reader.vendors._export import Export, entries, keep, opened, plain_ends, story
from newsexport.reader.vendors._nexis import ROLES, below, is_furniture, key_of, masthead, take

_END = lazy(r"(?:end of document|ende des dokuments|fin du document)\Z", re.IGNORECASE)
_BODY = lazy(r"(?:body|haupttext|volltext|text|corps|corps du texte)\s?:?\Z", re.IGNORECASE)
_CLASSIFICATION = lazy(r"classifi[ck]ation\s?:?\Z|klassifi[kc]ation\s?:?\Z", re.IGNORECASE)
_SNIFF_LABEL = lazy(r"\n(?:length|länge|longueur|load-date|section|byline|rubrik|rubrique)\s?:", re.IGNORECASE)
_DOCUMENTS = lazy(
    r"^\s*(?:documents|dokumente|job number|user name|nom d['’]utilisateur) ?[(:]", re.IGNORECASE | re.MULTILINE
)
_BODY_LINE = lazy(r"\n[ \t]*(?:body|haupttext|corps(?: du texte)?)[ \t]*$", re.IGNORECASE | re.MULTILINE)
_GRAPHIC = lazy(r"(?:graphic|grafik|graphique)s?\Z", re.IGNORECASE)
_HEADS = frozenset(["byline", "section", "dateline", "standfirst", "kicker", "admin", "headline", "picture", "url"])
_DEEPEST = 400  # lines above a body in which its labels are looked for


def sniff(text: str) -> bool:
    """Whether a line "Body" stands below Nexis labels, or the list of documents of a delivery opens the text."""
    head = "\n" + plain_ends(text)  # a line feed is found faster than the beginning of a line
    labels = len(_SNIFF_LABEL.findall(head)) if _BODY_LINE.search(head) else 0
    return labels > 1 or (labels > 0 and bool(_DOCUMENTS.search(head)))


def parse(source: Source) -> tuple[Article, ...]:
    """Every document of the export; what stands above the first headline is kept with the first."""
    export = opened(source)
    parts = _parts(export.lines)
    drafts = [_document(part, export, first=at == 0) for at, part in enumerate(parts)]
    filled_last = [line.text[:40] for line in filled(parts[-1])]
    if not filled_last or not _END.match(filled_last[-1]):
        drafts[-1].warnings.append('the document is cut off: it does not end with the line "End of Document"')
    return tuple(export.article(draft, part, "Nexis Uni export") for draft, part in zip(drafts, parts, strict=True))


def _parts(lines: list[Line]) -> list[list[Line]]:
    """The lines of each document, its end line included; lines below the last end line belong to the last."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        parts[-1].append(line)
        if _END.match(line.text[:40]):
            parts.append([])
    if len(parts) > 1 and not any(_BODY.match(line.text) or key_of(line.text[:200]) for line in parts[-1]):
        rest = parts.pop()
        parts[-1] += rest
    return parts


def _document(lines: list[Line], export: Export, *, first: bool) -> Draft:
    draft = export.draft()
    lines = _without_furniture(draft, lines)
    body = next((at for at, line in enumerate(lines) if _BODY.match(line.text)), None)
    labels = _labels_above(lines, body)
    if not labels:
        _unlabelled(draft, lines, body, export)
        return draft
    top = _masthead(draft, lines[: labels[0]], first=first)
    if top:
        draft.take("headline", top.text, top, "stands above the newspaper's name")
    end = labels[-1] + 1 if body is None else body
    for entry in entries(lines[labels[0] : end], key_of):
        if entry.key:
            take(draft, entry)
        else:
            draft.note(entry.chunk, "other", "stands between the record's labels", 0.6)
    _rest(draft, lines, end, export, headed=bool(top))
    return draft


def _without_furniture(draft: Draft, lines: list[Line]) -> list[Line]:
    """The lines without the page numbers and links that every page repeats."""
    kept = []
    for line in lines:
        if is_furniture(line.text):
            draft.mark("page furniture", (line.number, line.number), line.raw, "stands on every page of the export")
        else:
            kept.append(line)
    return kept


def _labels_above(lines: list[Line], body: int | None) -> list[int]:
    """Where the labels of the head stand."""
    end = len(lines) if body is None else body
    found = [at for at in range(max(0, end - _DEEPEST), end) if _is_head(lines[at].text)]
    return found if body is not None else _first_group(lines, found)


def _is_head(text: str) -> bool:
    found = key_of(text[:200])
    return bool(found and ROLES[found[0]] in _HEADS)


def _first_group(lines: list[Line], found: list[int]) -> list[int]:
    """The first labels that stand together: where no line says "Body", what follows them is it."""
    group = found[:1]
    for at in found[1:]:
        if sum(not line.blank for line in lines[group[-1] + 1 : at]) > 0:
            break
        group.append(at)
    return group


def _unlabelled(draft: Draft, lines: list[Line], body: int | None, export: Export) -> None:
    """A document without labels in its head, or an error text in place of one."""
    end = next((at for at, line in enumerate(lines) if _END.match(line.text)), len(lines))
    draft.warnings.append("the document has no labels: it may be a message of the service in place of an article")
    if body is not None:
        keep(draft, [lines[body]], "label", "opens the body")
    story(draft, [line for at, line in enumerate(lines[:end]) if at != body], export, headed=False)
    keep(draft, lines[end:], "end mark", "closes the document")


def _masthead(draft: Draft, lines: list[Line], *, first: bool) -> Chunk | None:
    """The headline, when date, newspaper and edition above the labels are taken; above it stands the cover page."""
    shown = list(filled(lines))
    dated = next((at for at in range(len(shown) - 1, -1, -1) if is_date_line(shown[at].text[:200])), None)
    if dated is None:
        titles = shown[-1:] if first else shown
        keep(draft, shown[: len(shown) - len(titles)], "cover page", "stands above the first document")
        return Chunk.of(titles) if titles else None
    day = is_date_line(shown[dated].text[:200])
    if day:
        draft.take("published", Moment(day.raw, day.value), Chunk.of([shown[dated]]), "the date above the labels")
    if dated:
        masthead(draft, Chunk.of([shown[dated - 1]]), "source", "stands above the date")
    for line in shown[dated + 1 :]:
        masthead(draft, Chunk.of([line]), "edition", "stands below the date")
    return _headline(draft, shown[: max(0, dated - 1)], first=first)


def _headline(draft: Draft, above: Sequence[Line], *, first: bool) -> Chunk | None:
    """The headline right above the newspaper's name, wrapped perhaps; the rest is the cover page."""
    if not above:
        return None
    at = 0
    if first:
        at = len(above) - 1
        while at and above[at - 1].number == above[at].number - 1:
            at -= 1
        if len(above) - at > 3:
            at = len(above) - 1
    keep(draft, above[:at], "cover page", "stands above the first document")
    return Chunk.of(above[at:])


def _rest(draft: Draft, lines: list[Line], start: int, export: Export, *, headed: bool) -> None:
    """The body, and what stands below it."""
    if start < len(lines) and _BODY.match(lines[start].text):
        keep(draft, [lines[start]], "label", "opens the body")
        start += 1
    end = next((at for at in range(start, len(lines)) if _closes(lines[at].text)), len(lines))
    story(draft, lines[start:end], export, headed=headed)
    tail = []
    for line in lines[end:]:
        if _CLASSIFICATION.match(line.text) or _END.match(line.text):
            keep(draft, [line], "label", "parts the record")
        else:
            tail.append(line)
    below(draft, entries(tail, _key))


def _key(text: str) -> tuple[str, str] | None:
    """A line's label; "Graphic" is one without a colon."""
    return ("graphic", "") if _GRAPHIC.match(text[:20]) else key_of(text)


def _closes(text: str) -> bool:
    found = key_of(text[:200])
    role = ROLES[found[0]] if found else ""
    named = found is not None and found[0] in {"graphic", "publicationtype", "grafik", "graphique", "publikationstyp"}
    return (
        bool(_CLASSIFICATION.match(text[:40]) or _GRAPHIC.match(text[:20]) or _END.match(text[:40]))
        or role == "loaded"
        or named
    )
