"""Recognisers of the lines of a head that say who and when: labels, dates, bylines. Add one: a function, a fixture."""

from __future__ import annotations

import re

from newsexport.model import Byline, Moment
from newsexport.patterns import lazy
from newsexport.reader import _bylines, _labels
from newsexport.reader._datelabels import is_label
from newsexport.reader._dates import find_date, is_date_line
from newsexport.reader._draft import Draft
from newsexport.reader._lines import Chunk, ends_sentence
from newsexport.reader._zone import (
    SEPARATORS,
    STROKES,
    Zone,
    is_of,
    later,
    place_and_date,
    says_updated,
    stamp,
    take_date,
)
from newsexport.records import replace

_PIECES = lazy(r" ?[|·•] ?| [-–—] ")
_ANDS = frozenset((",", "and", "&", "und", "et", "y", "e", "en", "och", "og"))
_ON = lazy(r" (?:on|am|le|el|il|op|den|em|в)\Z", re.IGNORECASE)
_SOURCED = lazy(
    r"(?:来源|來源|出典|출처|المصدر|منبع|source|quelle|fuente|fonte|bron)\s?[:：]\s?(?P<value>\S.{1,40})\Z",
    re.IGNORECASE,
)


def byline(zone: Zone, at: int) -> int:
    """A line that a word for authorship opens, or that word alone above the name."""
    chunk = zone.chunks[at]
    if zone.draft.has("byline"):
        return _more(zone, at)
    below = _bylines.bare(zone.text(at + 1)) if is_of(chunk.text) else None
    if below:
        authors, end = below.authors, at + 2
        while zone.text(end) in _ANDS and (more := _bylines.bare(zone.text(end + 1))):
            authors, end = (*authors, *more.authors), end + 2
        whole = Chunk.of([part for one in zone.chunks[at:end] for part in one.parts])
        zone.draft.take("byline", Byline(whole.text, authors), whole, f"{chunk.text!r} above a name")
        return end - at
    made = _bylines.byline(chunk.text)
    if not made or (ends_sentence(chunk.text) and len(chunk.text.split()) > 8):
        return 0
    zone.draft.take("byline", made, chunk, "a word for authorship before names", 0.95)
    return 1


def _more(zone: Zone, at: int) -> int:
    """A second byline right below the first: one author a line."""
    chunk, first = zone.chunks[at], zone.draft.fields["byline"]
    made = _bylines.byline(chunk.text) if zone.taken.get(at - 1) == "byline" else None
    if not made or len(chunk.text) > 60:
        return 0
    known = {author.name for author in first.authors}
    authors = (*first.authors, *(author for author in made.authors if author.name not in known))
    zone.draft.fields["byline"] = Byline(f"{first.raw}\n{made.raw}", authors)
    zone.draft.mark("byline", chunk.lines, chunk.raw, "a word for authorship, below another byline", 0.9)
    return 1


def trade(zone: Zone, at: int) -> int:
    """The author's trade or outlet on a line of its own, right below the name."""
    chunk = zone.chunks[at]
    if zone.taken.get(at - 1) not in {"byline", "trade"} or chunk.gap or ends_sentence(chunk.text):
        return 0
    if not (_bylines.is_role(chunk.text) or _bylines.is_outlet(chunk.text)):
        return 0
    by = zone.draft.fields["byline"]
    if len(by.authors) == 1 and by.authors[0].role is None:
        zone.draft.fields["byline"] = replace(by, authors=(replace(by.authors[0], role=chunk.text),))
    zone.draft.mark("byline", chunk.lines, chunk.raw, "a trade or an outlet below the author's name", 0.8)
    return 1


def signed(zone: Zone, at: int) -> int:
    """A byline with its date: `by Ana Lopez on 21 April 2024`, `Ana Lopez Published April 21, 2024 Updated April 22, 2024`."""
    chunk = zone.chunks[at]
    found = find_date(chunk.text) if len(chunk.text) <= 120 and not zone.draft.has("byline") else None
    if not found or found.start < 5:
        return 0
    after = chunk.text[found.end :]
    if len(after) > 12 and not is_date_line(after):
        return 0
    before = _ON.sub("", chunk.text[: found.start].rstrip(" |,·–—-:"))
    who = _bylines.byline(before) or _before_label(before)
    if not who:
        return 0
    zone.draft.take("byline", who, chunk, "names and a date on one line", 0.9)
    zone.draft.fields.setdefault("published", Moment(found.raw, found.value))
    later(zone.draft, after)
    return 1


def _before_label(text: str) -> Byline | None:
    """The byline of nothing but persons' names before a word such as "Published"."""
    words = text.split()
    while words and is_label(words[-1]):
        words.pop()
    found = _bylines.bare(" ".join(words)) if words and len(words) < len(text.split()) else None
    return found if found and all(_bylines.is_person(author.name) for author in found.authors) else None


def stacked(zone: Zone, at: int) -> int:
    """A date whose day, month and year stand on lines of their own."""
    chunks = zone.chunks[at : at + 3]
    if len(chunks) < 3 or any(len(chunk.text) > 12 for chunk in chunks) or zone.draft.has("published"):
        return 0
    whole = Chunk.of([part for chunk in chunks for part in chunk.parts])
    found = is_date_line(whole.text)
    if not found or not found.value:
        return 0
    take_date(zone.draft, found, whole, "day, month and year on three lines", 0.85)
    return 3


def date(zone: Zone, at: int) -> int:
    """A line of nothing but a date, or dates: published, then updated."""
    chunk = zone.chunks[at]
    found = is_date_line(chunk.text) if len(chunk.text) <= 200 else None
    if not found:
        return 0
    take_date(zone.draft, found, chunk, "a line of nothing but a date")
    second = is_date_line(chunk.text[found.end :].strip(SEPARATORS)) if found.end < len(chunk.text) - 6 else None
    if second and not zone.draft.has("updated"):
        zone.draft.fields["updated"] = Moment(second.raw, second.value)
    return 1


def composite(zone: Zone, at: int) -> int:
    """Names, places and dates on one line, with bars, dots or dashes between."""
    chunk = zone.chunks[at]
    if len(chunk.text) > 200 or ends_sentence(chunk.text) or not find_date(chunk.text):
        return 0
    pieces = [piece for piece in _PIECES.split(chunk.text) if piece]
    dates = [found for piece in pieces if (found := is_date_line(piece))]
    others = [piece for piece in pieces if not is_date_line(piece)]
    names = others[0] if others else ""
    who = (_bylines.byline(names) or _bylines.bare(names)) if " " in names and not zone.draft.has("byline") else None
    if not dates or len(pieces) < 2 or not who or any(len(piece) > 60 or ends_sentence(piece) for piece in others[1:]):
        return 0
    draft = zone.draft
    draft.take(
        "byline",
        Byline(chunk.text[: chunk.text.index(names) + len(names)], who.authors),
        chunk,
        "names and a date on one line",
        0.8,
    )
    for role, moment in zip(("published", "updated"), dates, strict=False):
        if not draft.has(role):
            draft.fields[role] = Moment(moment.raw, moment.value)
    return 1


def placed(zone: Zone, at: int) -> int:
    """A place and a date, or two dates, and nothing else of weight: `Vale - 21 Apr 2024 - 08:22`."""
    chunk = zone.chunks[at]
    found = None if zone.draft.has("published") else place_and_date(chunk.text)
    if not found:
        return 0
    place, day, second = found
    take_date(zone.draft, day, chunk, "a place and a date", 0.7)
    if second and not zone.draft.has("updated"):
        zone.draft.fields["updated"] = Moment(second.raw, second.value)
    _credit(zone.draft, chunk.text[day.end :].strip(STROKES))
    if place and not zone.draft.has("dateline"):
        zone.draft.fields["dateline"] = place
    return 1


def label(zone: Zone, at: int) -> int:
    """A label and its value."""
    chunk = zone.chunks[at]
    found, used = _labels.with_value(chunk, zone.chunks[at + 1] if at + 1 < len(zone.chunks) else None)
    if not found:
        return 0
    if len(several := _labels.several(chunk.text)) > 1:
        _labels.assign_all(zone.draft, several, chunk)
        return 1
    whole = Chunk.of([part for one in zone.chunks[at : at + used] for part in one.parts])
    if not _labels.assign(zone.draft, found.role, found.value, whole, f"the label {found.key!r}"):
        return 0
    if found.role == "published":
        later(zone.draft, found.value)
    return used


def stamped(zone: Zone, at: int) -> int:
    """A date and a time among a few words: a desk, a source, a reporter."""
    chunk = zone.chunks[at]
    found = stamp(chunk.text) if at or zone.draft.has("headline") else None
    if not found or (zone.draft.has("published") and not says_updated(chunk.text[: found.start])):
        return 0
    take_date(zone.draft, found, chunk, "a date and a time among a few words", 0.7)
    _credit(zone.draft, f"{chunk.text[: found.start]} {chunk.text[found.end :]}".strip(STROKES))
    return 1


def _credit(draft: Draft, text: str) -> None:
    """Set source or byline from the words beside a date, where they say what they are."""
    if (source := _SOURCED.search(text)) and not draft.has("source"):
        draft.fields["source"] = source["value"]
        text = text[: source.start()]
    words = text.split()
    for first in range(len(words)):
        found = None if draft.has("byline") else _bylines.byline(" ".join(words[first:]))
        if found:
            draft.fields["byline"] = found
