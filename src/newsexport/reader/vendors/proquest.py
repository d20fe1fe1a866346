"""ProQuest: rules of underscores, "Document 1 of 84", labels that may have lost their spaces, "Full text:" before the story."""

from __future__ import annotations

import re

from newsexport.model import Article, Byline, Moment
from newsexport.patterns import lazy
from newsexport.reader._bylines import people
from newsexport.reader._dates import find_date
from newsexport.reader._draft import Draft
from newsexport.reader._formats import Source
from newsexport.reader._lines import Line, filled
from newsexport.reader.vendors._export import (
    Entry,
    Export,
    entries,
    keep,
    loaded,
    opened,
    plain_ends,
    runs,
    state,
    story,
)

_RULE = lazy(r"_{20,}\Z")
_COUNTER = lazy(
    r"(?:document|dokument|documento) ?(?P<number>[0-9]{1,5}) ?(?:of|von|de|sur) ?(?P<total>[0-9]{1,5})\Z",
    re.IGNORECASE,
)
_LABEL = lazy(r"(?P<key>[^\W\d_][^:\n]{1,44}?) ?: *")
_LINK = lazy(r"(?:proquest ?document ?link|link ?to ?document|enlacededocumentosdeproquest)\Z", re.IGNORECASE)
_SNIFF_LABEL = lazy(
    r"^ *(?:publication ?(?:info(?:rmation)?|title|date)|pro ?quest ?document ?id|full ?text) ?:",
    re.IGNORECASE | re.MULTILINE,
)
_LOST = lazy(r"(?<=[0-9]) (?=[0-9]{1,3}(?:\D|\Z))")
_ROLES = {
    word: role
    for role, words in {
        "byline": "author authors correspondenceauthor",
        "standfirst": "abstract summary",
        "body": "fulltext",
        "keywords": "subject subjects identifier/keyword keywords narrowsubject broadsubject",
        "headline": "title",
        "source": "publicationtitle",
        "section": "section column",
        "published": "publicationdate",
        "language": "languageofpublication language",
        "url": "documenturl",
        "rights": "copyright",
        "loaded": "lastupdated dateloaded",
        "admin": "publicationinfo publicationinformation links location people company/organization companies/organizations company "
        "pages startpage firstpage numberofpages publicationyear year publicationsubject publisher placeofpublication countryofpublication "
        "issn eissn isbn sourcetype documenttype proquestdocumentid documentid database volume issue edition dewey classification "
        "documentfeature alternatetitle supplement publisherlogo accessionnumber productname name naics dewey doi credit illustration",
    }.items()
    for word in words.split()
}  # fmt: skip
_TAIL = frozenset(word for word, role in _ROLES.items() if role not in {"byline", "standfirst", "body"})
_NOTHING = lazy(r"(?:none available|not available|no abstract available|nicht verfügbar)\.?\Z", re.IGNORECASE)


def sniff(text: str) -> bool:
    """Whether two of ProQuest's labels stand in the text, below a rule of underscores or a counter."""
    head = plain_ends(text)
    lines = [line.strip() for line in head.split("\n")]
    drawn = any(_RULE.match(line[:300]) for line in lines) or any(_COUNTER.match(line[:40]) for line in lines)
    return drawn and len(_SNIFF_LABEL.findall(head)) >= 2


def parse(source: Source) -> tuple[Article, ...]:
    """Every document of the export; the pages before and behind them are kept with the nearest."""
    export = opened(source)
    parts = _parts(export.lines)
    documents = [at for at, part in enumerate(parts) if _is_document(part)] or [0]
    drafts: list[tuple[Draft, list[Line]]] = []
    waiting: list[Line] = []
    for at, part in enumerate(parts):
        if at in documents:
            drafts.append((_document(part, export), [*waiting, *part]))
            keep(drafts[-1][0], waiting, "cover page", "stands before the first document")
            waiting = []
        elif drafts:
            keep(drafts[-1][0], part, "trailer", "stands below the documents")
            drafts[-1][1].extend(part)
        else:
            waiting += part
    _check_whole([draft for draft, _ in drafts], parts)
    return tuple(export.article(draft, lines, "ProQuest export") for draft, lines in drafts)


def _parts(lines: list[Line]) -> list[list[Line]]:
    """The lines between the rules, each part with the rule above it."""
    parts: list[list[Line]] = [[]]
    for line in lines:
        if _RULE.match(line.text[:300]):
            parts.append([])
        parts[-1].append(line)
    return [part for part in parts if any(not line.blank for line in part)] or [lines]


def _is_document(part: list[Line]) -> bool:
    keys = {found[0] for line in filled(part) if (found := key_of(line.text[:200]))}
    return "body" in {_ROLES[key] for key in keys} or len(keys & _TAIL) >= 3


def key_of(text: str) -> tuple[str, str] | None:
    """A line's label, without its spaces, and the value; None when ProQuest has no such label."""
    found = _LABEL.match(text[:60])
    if not found:
        return None
    folded = "".join(found["key"].casefold().split())
    return (folded, text[found.end() :].strip()) if folded in _ROLES else None


def _document(lines: list[Line], export: Export) -> Draft:
    draft = export.draft()
    lines = _without_marks(draft, lines)
    body = next((at for at, line in enumerate(lines) if _role(line) == "body"), None)
    closing = _closing(lines, 0 if body is None else body + 1)
    head_end = closing if body is None else body
    first = next((at for at, line in enumerate(lines[:head_end]) if _role(line)), head_end)
    for title in runs(lines[:first]):
        if draft.has("headline"):
            draft.note(title, "other", "stands below the headline", 0.6)
        else:
            draft.take("headline", title.text, title, "stands above the record's labels")
    _entries(draft, lines[first:head_end])
    _entries(draft, lines[closing:])
    if body is not None and closing == len(lines):
        draft.warnings.append("the document is cut off: no labels stand below its text")
    story(draft, _body(draft, lines[head_end:closing]), export, headed=draft.has("headline"))
    return draft


def _without_marks(draft: Draft, lines: list[Line]) -> list[Line]:
    """The lines without the rule, the counter and the name of a link."""
    kept = []
    for line in lines:
        if _RULE.match(line.text[:300]):
            keep(draft, [line], "rule", "parts the documents")
        elif _COUNTER.match(line.text[:40]):
            keep(draft, [line], "counter", "counts the documents of the export")
        elif _LINK.match(line.text[:40]):
            keep(draft, [line], "metadata", "names a link that the text does not have")
        else:
            kept.append(line)
    return kept


def _role(line: Line) -> str:
    found = key_of(line.text[:200])
    return _ROLES[found[0]] if found else ""


def _closing(lines: list[Line], start: int) -> int:
    """Where the labels below the story begin: the stretch of labelled runs at the end."""
    found = runs(lines[start:])
    at = len(found)
    while at and (key := key_of(found[at - 1].parts[0].text[:200])) and key[0] in _TAIL:
        at -= 1
    if at == len(found):
        return len(lines)
    first = found[at].lines[0]
    return next(index for index, line in enumerate(lines) if line.number >= first and not line.blank)


def _body(draft: Draft, lines: list[Line]) -> list[Line]:
    """The lines of the story; the label on the first one cut off."""
    if not lines or _role(lines[0]) != "body":
        return lines
    first = lines[0]
    label, rest = first.raw.split(":", 1)
    draft.mark("label", (first.number, first.number), f"{label}:", "the label of the full text")
    return [Line.of(first.number, rest.strip()), *lines[1:]]


def _entries(draft: Draft, lines: list[Line]) -> None:
    last = ""
    for entry in entries(lines, key_of):
        role = _ROLES.get(entry.key, "")
        if role in {"body", "admin"} or _NOTHING.match(entry.value[:40]):
            draft.mark("metadata", entry.chunk.lines, entry.chunk.raw, entry.reason)
        elif role == "published":
            _published(draft, entry)
        elif role == "loaded":
            loaded(draft, entry)
        elif role == "byline" and not draft.has("byline"):
            authors = people(_given_first(entry.value), sure=True)
            draft.take("byline", Byline(entry.value, authors), entry.chunk, entry.reason)
        elif role:
            state(draft, role, entry)
        elif last == "standfirst" and draft.has("standfirst"):
            draft.fields["standfirst"] += f"\n{entry.value}"
            draft.mark("standfirst", entry.chunk.lines, entry.chunk.raw, "goes on with the abstract")
        elif last in {"admin", "keywords"}:
            draft.mark("metadata", entry.chunk.lines, entry.chunk.raw, "goes on with the label above it", 0.7)
        else:
            draft.leave(entry.chunk, "stands between the record's labels")
        last = role or last


def _published(draft: Draft, entry: Entry) -> None:
    """The date of publication; a space inside its year is one that the export put there."""
    found = find_date(entry.value, draft.fields.get("language"))
    if not found or not found.value:
        found = find_date(_LOST.sub("", entry.value), draft.fields.get("language")) or found
    if found and not draft.has("published"):
        draft.take("published", Moment(entry.value, found.value), entry.chunk, entry.reason)
    else:
        state(draft, "admin", entry)


def _given_first(names: str) -> str:
    """Names in reading order: "Lopez, Ana; Kim, Jo" is Ana Lopez and Jo Kim."""
    people = [person.strip() for person in names.split(";") if person.strip()]
    turned = [" ".join(reversed(person.split(", "))) if person.count(", ") == 1 else person for person in people]
    return ", ".join(turned)


def _check_whole(drafts: list[Draft], parts: list[list[Line]]) -> None:
    counters = [found for part in parts for line in filled(part[:12]) if (found := _COUNTER.match(line.text[:40]))]
    total = max((int(found["total"]) for found in counters), default=len(drafts))
    if total > len(drafts):
        drafts[-1].warnings.append(f"the export counts {total} documents, this file has {len(drafts)}")
