"""Europresse (Cedrom-SNi): newspaper, a line of section, date and page, headline, author, story, © and a reference number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsexport.model import Article, Moment
from newsexport.patterns import lazy
from newsexport.reader import _bylines
from newsexport.reader._dates import find_date, is_date_line
from newsexport.reader._draft import Draft
from newsexport.reader._formats import Source
from newsexport.reader._lines import Chunk, Line, ends_sentence, weight
from newsexport.reader.vendors._export import Entry, Export, is_rights, keep, opened, plain_ends, runs, state, story

_REFERENCE = lazy(
    r"(?:(?:référence|reference|no\. de document|document) ?: ?)?news[ \t]?[·•.∙]\s?(?:19|20)[0-9]{6}[·•.∙]\w{1,8}[·•.∙][\w.·-]{1,40}\Z",
    re.IGNORECASE,
)
_SNIFF = lazy(r"^[^\n]{0,40}\bnews[ \t]?[·•∙.] ?(?:19|20)[0-9]{6}[·•∙.]\w{1,8}[·•∙.]", re.IGNORECASE | re.MULTILINE)
_DAY = lazy("[·•∙.] ?(?:19|20)[0-9]{6}[·•∙.]")  # in each reference number, and quickly found
_NAMED = lazy(
    r"^ *(?:europresse|eureka\.cc|cedrom-sni|certificat émis|certificate issued)\b", re.IGNORECASE | re.MULTILINE
)
_FURNITURE = lazy(
    r"(?:certificat émis|certificate issued|this certificate|visualisation personnelle|ce certificat|tous droits réservés à|"
    r"le présent document est protégé|the present document|sauvegarder ce document|documents? sauvegardés?|saved documents?|"
    r"page [0-9]{1,4} (?:de|of|sur) [0-9]{1,4}\Z|europresse\b|eureka\.cc\b)",
    re.IGNORECASE,
)  # fmt: skip
_PLACE = lazy(
    r"(?:,\s?|\s)(?:p|pp|page|pages|s)\. ?(?P<page>[\w*+, -]{1,20})\Z|(?:,\s?)(?P<bare>[A-Z]{0,3}[0-9]{1,4})\Z",
    re.IGNORECASE,
)
_NOT_SOURCE = lazy(r"[0-9]{1,4} mots\Z|[0-9]{1,4} words\Z", re.IGNORECASE)


def sniff(text: str) -> bool:
    """Whether a reference number of Europresse stands in the text, or its name near a date line that names a page."""
    head = plain_ends(text)
    if any(dot in head for dot in "·•∙") and _DAY.search(head) and _SNIFF.search(head):
        return True
    return bool(_NAMED.search(head[:600])) and any(_dated(line.strip()) for line in head.split("\n") if len(line) < 200)


def parse(source: Source) -> tuple[Article, ...]:
    """Every document of the export; what stands above the first and below the last is kept with them."""
    export = opened(source)
    parts = _parts(export.lines)
    drafts = [_document(part, export) for part in parts]
    if not any(_REFERENCE.match(line.text[:120]) for line in parts[-1]):
        drafts[-1].warnings.append("the document is cut off: its reference number is missing")
    return tuple(export.article(draft, part, "Europresse export") for draft, part in zip(drafts, parts, strict=True))


def _parts(lines: list[Line]) -> list[list[Line]]:
    """The lines of each document, its reference included; lines below the last that hold no story belong to it."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        parts[-1].append(line)
        if _REFERENCE.match(line.text[:120]):
            parts.append([])
    if len(parts) > 1 and _date_line(parts[-1]) is None:
        rest = parts.pop()
        parts[-1] += rest
    return parts


def _document(lines: list[Line], export: Export) -> Draft:
    draft = export.draft()
    kept = []
    for line in lines:
        if _FURNITURE.match(line.text[:300]):
            keep(draft, [line], "page furniture", "stands on every page of the export")
        else:
            kept.append(line)
    end = next((at for at, line in enumerate(kept) if _REFERENCE.match(line.text[:120])), len(kept))
    keep(draft, kept[end:], "reference", "the number of the document, and what stands below it")
    body = _head(draft, kept[:end])
    story(draft, body, export, headed=draft.has("headline"))
    return draft


def _date_line(lines: Sequence[Line]) -> int | None:
    return next((at for at, line in enumerate(lines[:400]) if len(line.text) < 200 and _dated(line.text)), None)


def _dated(text: str) -> bool:
    """Whether a line names a date and a page, or a date with a section before it."""
    found = find_date(text[:200]) if any(char.isdigit() for char in text) else None
    if not found or not found.value or (ends_sentence(text) and not _PLACE.search(text)):
        return False
    rest = _PLACE.sub("", text)[found.end :].strip(" ,.-–•|")
    return bool(_PLACE.search(text) or is_date_line(text)) and weight(rest) <= 40


def _head(draft: Draft, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines below the head; all of them when no line names date and page."""
    dated = _date_line(lines)
    if dated is None:
        return lines
    _above(draft, lines[:dated])
    _day(draft, Chunk.of([lines[dated]]))
    found = runs(lines[dated + 1 :])
    if not found:
        return ()
    used = _titles(draft, found)
    return [line for line in lines if used < len(found) and line.number >= found[used].lines[0]]


def _above(draft: Draft, lines: Sequence[Line]) -> None:
    """The newspaper right above the date line; what stands higher is the cover page."""
    shown = [line for line in lines if not line.blank]
    names = [line for line in shown[-3:] if not _NOT_SOURCE.match(line.text[:60]) and weight(line.text) <= 80]
    source = names[-1] if names else None
    if source:
        draft.take("source", source.text, Chunk.of([source]), "stands above the line of date and page")
    keep(draft, [line for line in shown if line is not source], "cover page", "stands above the document")


def _day(draft: Draft, line: Chunk) -> None:
    """Section, date and page on one line."""
    found = find_date(line.text[:200])
    if not found:
        return
    section = line.text[: found.start].strip(" ,•|-–")
    draft.take("published", Moment(found.raw, found.value), line, "the line of section, date and page")
    if section and not section.isdigit():
        draft.fields["section"] = section


def _titles(draft: Draft, found: list[Chunk]) -> int:
    """How many runs below the date line are headline, author, standfirst, copyright."""
    first = found[0]
    byline = _bylines.byline(first.parts[-1].text) or _bylines.bare(first.parts[-1].text)
    if len(first.parts) > 1 and byline:
        title, author = Chunk.of(first.parts[:-1]), Chunk.of(first.parts[-1:])
        draft.take("byline", byline, author, "nothing but names below the headline", 0.85)
    else:
        title = first
    draft.take("headline", title.text, title, "stands below the line of date and page")
    at = 1
    while at < min(len(found) - 1, 4):
        run = found[at]
        made = None if draft.has("byline") else _bylines.byline(run.text) or _bylines.bare(run.text)
        if is_rights(run.text) and len(run.text) < 200:
            state(draft, "rights", Entry("©", run.text, run))
        elif made:
            draft.take("byline", made, run, "nothing but names below the headline", 0.8)
        elif weight(run.text) <= 300 and not draft.has("standfirst") and _before_author(found, at):
            draft.take("standfirst", run.text, run, "stands between headline and author", 0.7)
        else:
            break
        at += 1
    return at


def _before_author(found: list[Chunk], at: int) -> bool:
    following = found[at + 1].text if at + 1 < len(found) else ""
    return len(following) <= 80 and bool(_bylines.byline(following) or _bylines.bare(following))
