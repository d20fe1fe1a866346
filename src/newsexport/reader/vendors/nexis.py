"""Nexis, the classic layout: "1 of 10 DOCUMENTS" centred above each article, labels in capitals round the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsexport.model import Article, Moment
from newsexport.patterns import lazy
from newsexport.reader._dates import is_date_line
from newsexport.reader._draft import Draft
from newsexport.reader._formats import Source
from newsexport.reader._lines import Chunk, Line, weight
from newsexport.reader.vendors._export import Entry, Export, entries, keep, opened, plain_ends, story
from newsexport.reader.vendors._nexis import CLOSING, ROLES, below, capitals_key, is_unknown, masthead, take

COUNTER = lazy(
    r"[ \t]*(?P<number>[0-9]{1,5}) ?(?:of|von|de|sur) ?(?P<total>[0-9]{1,5}) ?(?:documents?|dokumenten?|dokumente)[ \t]*\Z"
    r"|[ \t]*(?:document|dokument) ?(?P<number2>[0-9]{1,5}) ?(?:of|von|de|sur) ?(?P<total2>[0-9]{1,5})[ \t]*\Z",
    re.IGNORECASE,
)
_CENTRED = 6  # columns before a centred line, at least
_HEADS = 8  # runs above the labels, at most


def sniff(text: str) -> bool:
    """Whether a centred counter stands above labels in capitals."""
    lines = plain_ends(text).split("\n")
    first = next((at for at, line in enumerate(lines) if len(line) <= 120 and COUNTER.match(line)), None)
    if first is None or any(line.strip().startswith("____") for line in lines[:first]):
        return False
    centred = lines[first][:1] in " \t"
    return any(capitals_key(line.strip()[:200]) for line in lines[first:]) if not centred else True


def parse(source: Source) -> tuple[Article, ...]:
    """Every document of the export; its cover page is kept with the first."""
    export = opened(source)
    starts = [at for at, line in enumerate(export.lines) if _number(line)]
    parts = [export.lines[a:b] for a, b in pairwise([*starts, len(export.lines)])]
    if not parts:
        parts = [export.lines]
    drafts = [_document(part, export) for part in parts]
    keep(drafts[0], export.lines[: starts[0] if starts else 0], "cover page", "stands above the first document")
    _check_whole(drafts, parts)
    return tuple(
        export.article(draft, export.lines[: starts[1]] if at == 0 and len(starts) > 1 else part, "Nexis export")
        for at, (draft, part) in enumerate(zip(drafts, parts, strict=True))
    )


def _number(line: Line) -> tuple[int, int] | None:
    found = COUNTER.match(line.text) if len(line.text) <= 60 else None
    if not found:
        return None
    return int(found["number"] or found["number2"]), int(found["total"] or found["total2"])


def _document(lines: list[Line], export: Export) -> Draft:
    draft = export.draft()
    rest = lines
    if lines and _number(lines[0]):
        keep(draft, lines[:1], "counter", "counts the documents of the export")
        rest = lines[1:]
    end = next((at for at, line in enumerate(rest) if _closes(line)), len(rest))
    under = end - _rights_above(rest, end)
    body, headed = _head(draft, rest[:under])
    story(draft, body, export, headed=headed)
    below(draft, entries(rest[under:], capitals_key))
    return draft


def _closes(line: Line) -> bool:
    found = capitals_key(line.text[:200]) if line.indent < _CENTRED else None
    return bool(found and (found[0] in CLOSING or (found[0] == "update" and is_date_line(found[1][:80]))))


def _rights_above(lines: Sequence[Line], end: int) -> int:
    """How many lines at the end are a centred copyright notice: all there is below a story without labels."""
    at = end
    while at and end == len(lines) and (lines[at - 1].blank or lines[at - 1].indent >= _CENTRED):
        at -= 1
    return end - at


def _head(draft: Draft, lines: Sequence[Line]) -> tuple[Sequence[Line], bool]:
    """The lines of the body, when everything above it is taken; and whether labels stood above it."""
    found = [entry.chunk for entry in entries(lines, capitals_key)]
    at = _masthead(draft, found)
    first = _first_label(found, at)
    if first is None:
        return _from(lines, found, at), False
    titles, at = found[at:first], first
    if len(titles) > 1 and not draft.has("source") and not draft.has("published"):
        masthead(draft, titles.pop(0), "source", "stands first, as the newspaper's name does")
    if titles:
        draft.take("headline", titles[0].text, titles[0], "stands above the record's labels")
    for below_title in titles[1:]:
        if draft.has("standfirst"):
            draft.note(below_title, "other", "stands between the headline and the labels", 0.6)
        else:
            draft.take("standfirst", below_title.text, below_title, "stands between headline and labels", 0.7)
    while at < len(found) and (capitals_key(found[at].head) or _between(found, at)):
        if not capitals_key(found[at].head):
            draft.mark("metadata", found[at].lines, found[at].raw, "a label in capitals that names no field", 0.7)
        for entry in entries(found[at].parts, capitals_key):
            if entry.key:
                _label(draft, entry)
        at += 1
    return _from(lines, found, at), True


def _between(found: list[Chunk], at: int) -> bool:
    """Whether an unknown label stands right above a known one."""
    return is_unknown(found[at].head) and at + 1 < len(found) and bool(capitals_key(found[at + 1].head))


def _label(draft: Draft, entry: Entry) -> None:
    if ROLES[entry.key] == "standfirst" and draft.has("standfirst"):
        # The label is sure where the place was a guess.
        draft.fields["standfirst"] = f"{draft.fields['standfirst']}\n{entry.value}"
        draft.mark("standfirst", entry.chunk.lines, entry.chunk.raw, entry.reason)
    else:
        take(draft, entry)


def _from(lines: Sequence[Line], found: list[Chunk], at: int) -> Sequence[Line]:
    if at >= len(found):
        return ()
    first = found[at].lines[0]
    return [line for line in lines if line.number >= first]


def _first_label(found: list[Chunk], start: int) -> int | None:
    for at in range(start, min(len(found), start + _HEADS)):
        if capitals_key(found[at].head):
            return at
        if weight(found[at].text) > 400:
            return None
    return None


def _masthead(draft: Draft, found: list[Chunk]) -> int:
    """How many runs at the top name the newspaper, the date and the edition."""
    dated = next((at for at, run in enumerate(found[:6]) if _dated(run)), None)
    end = 0 if dated is None else dated + 1
    while end < len(found) and all(part.indent >= _CENTRED for part in found[end].parts):
        end += 1
    tight = _is_tight(found, end)
    for run in found[:end]:
        for part in run.parts:
            if tight and part is found[end - 1].parts[-1]:
                draft.take("headline", part.text, Chunk.of([part]), "stands right above the record's labels", 0.8)
            else:
                _mast_line(draft, Chunk.of([part]))
    return end


def _is_tight(found: list[Chunk], end: int) -> bool:
    """Whether the headline stands in one run with the date: no line of its own is left for it above the labels."""
    if not 0 < end < len(found) or not capitals_key(found[end].head):
        return False
    last = found[end - 1].parts[-1]
    return last.indent < _CENTRED and not is_date_line(last.text[:80])


def _dated(run: Chunk) -> bool:
    return len(run.parts) <= 6 and any(len(part.text) <= 80 and is_date_line(part.text) for part in run.parts)


def _mast_line(draft: Draft, line: Chunk) -> None:
    day = is_date_line(line.text) if len(line.text) <= 80 and not draft.has("published") else None
    if day:
        draft.warnings.extend(day.warnings)
        draft.take("published", Moment(day.raw, day.value), line, "the date at the top of the document")
    else:
        masthead(draft, line, "edition" if draft.has("published") else "source", "stands at the top of the document")


def _check_whole(drafts: list[Draft], parts: list[list[Line]]) -> None:
    total = max((number[1] for part in parts if part and (number := _number(part[0]))), default=len(parts))
    if total > len(parts):
        drafts[-1].warnings.append(f"the export counts {total} documents, this file has {len(parts)}")
    if len(parts) > 0 and not drafts[-1].has("rights") and not any(_closes(line) for line in parts[-1]):
        drafts[-1].warnings.append("the last document is cut off: no labels and no copyright stand below its text")
