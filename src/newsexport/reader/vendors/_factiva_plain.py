"""The head of a Factiva document without labels: headline, author, words, date, source, code, page, language, rights."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newsexport.model import Moment
from newsexport.patterns import lazy
from newsexport.reader import _bylines
from newsexport.reader._dates import is_date_line
from newsexport.reader._draft import Draft
from newsexport.reader._labels import assign
from newsexport.reader._lines import Chunk, Line, ends_sentence, weight
from newsexport.reader.vendors._export import Entry, is_rights, keep, runs, state

_WORDS = lazy(
    r"[0-9]{1,3}(?:[.,'\xa0 ]?[0-9]{3})* (?:words?|wörter|worte|mots?|palabras?|parole|palavras|woorden)\Z",
    re.IGNORECASE,
)
_TIME = lazy(r"[0-2]?[0-9][:.][0-5][0-9](?:[:.][0-5][0-9])?(?: ?(?:[ap]m|gmt|utc))?\Z", re.IGNORECASE)
_CODE = lazy(r"[A-Z][A-Z0-9]{2,7}\Z")
_PAGE = lazy(r"(?:[A-Z]{0,3}-?[0-9]{1,4}[A-Z]?|[A-Z][0-9]{0,3}|[0-9]{1,3}[-–][0-9]{1,3})\Z")
_DEEPEST = 40  # lines above the count of words
_LINES = 14  # lines of the head below it


def is_words(text: str) -> bool:
    """Whether a line counts the words of an article."""
    return len(text) <= 30 and bool(_WORDS.match(text))


def bare_head(draft: Draft, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of the body, when the head above it is taken; all of them when no line counts the words."""
    words = next((at for at, line in enumerate(lines) if is_words(line.text)), None)
    if words is None or sum(not line.blank for line in lines[:words]) > _DEEPEST:
        return lines
    _above(draft, runs(lines[:words]))
    keep(draft, [lines[words]], "metadata", "counts the words")
    at = words + 1
    for _ in range(_LINES):
        while at < len(lines) and lines[at].blank:
            at += 1
        if at >= len(lines) or not any(take(draft, Chunk.of([lines[at]])) for take in _LINES_BELOW):
            break
        at += 1
        if is_rights(lines[at - 1].text):
            break
    return lines[at:]


def _above(draft: Draft, found: list[Chunk]) -> None:
    """Section, headline and author: the last run is a byline if it reads as one, the first of several a section if it is short."""
    if not found:
        return
    if len(found) == 1 and len(found[0].parts) > 1:
        found = [Chunk.of([part]) for part in found[0].parts]
    first, *more = found[0].parts
    if more and len(found) > 1 and _is_section(first.text) and weight(more[0].text) > 2 * weight(first.text):
        found = [Chunk.of([first]), Chunk.of(more), *found[1:]]
    last = found[-1] if len(found) > 1 else None
    byline = (_bylines.byline(last.text) or _bylines.bare(last.text)) if last else None
    if last and byline:
        draft.take("byline", byline, last, "stands between the headline and the count of words")
        found = found[:-1]
    if len(found) > 1 and _is_section(found[0].text):
        draft.take("section", found[0].text, found[0], "a few words above the headline", 0.7)
        found = found[1:]
    draft.take("headline", found[0].text, found[0], "the first lines of the document")
    for rest in found[1:]:
        if draft.has("standfirst"):
            draft.note(rest, "other", "stands above the count of words", 0.6)
        else:
            draft.take("standfirst", rest.text, rest, "stands below the headline", 0.7)


def _is_section(text: str) -> bool:
    return weight(text) <= 30 and len(text.split()) <= 3


def _date(draft: Draft, line: Chunk) -> bool:
    found = is_date_line(line.text) if len(line.text) <= 60 and not draft.has("published") else None
    if found:
        draft.take("published", Moment(found.raw, found.value), line, "the date below the count of words")
    return bool(found)


def _rights(draft: Draft, line: Chunk) -> bool:
    if not is_rights(line.text):
        return False
    state(draft, "rights", Entry("CY", line.text, line))
    return True


def _language(draft: Draft, line: Chunk) -> bool:
    single = len(line.text) <= 20 and len(line.text) > 3 and line.text.isalpha() and draft.has("source")
    return single and assign(draft, "language", line.text, line, "a language below the source")


def _admin(draft: Draft, line: Chunk) -> bool:
    if not any(pattern.match(line.text) for pattern in (_TIME, _CODE, _PAGE)):
        return False
    draft.mark("metadata", line.lines, line.raw, "time, code or page below the source")
    return True


def _source(draft: Draft, line: Chunk) -> bool:
    """The newspaper's name; a second short line is its edition."""
    if not draft.has("published") or len(line.text) > 80 or ends_sentence(line.text):
        return False
    if draft.has("source"):
        if any(entry.role == "edition" for entry in draft.trace):
            return False
        draft.mark("edition", line.lines, line.raw, "stands below the source", 0.6)
    else:
        draft.take("source", line.text, line, "stands below the date")
    return True


_LINES_BELOW: tuple[Callable[[Draft, Chunk], bool], ...] = (_date, _rights, _language, _admin, _source)
