"""Recognisers of what stands round a headline: dates, bylines, labels, furniture. Add one: a function, a fixture."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsexport.model import Byline, Dateline, Figure, Moment
from newsexport.patterns import lazy
from newsexport.reader import _bylines, _datelines, _labels, _lists, _marks
from newsexport.reader._dates import FoundDate, find_date, is_date_line
from newsexport.reader._draft import Draft, differing
from newsexport.reader._lines import Chunk, ends_sentence, weight
from newsexport.reader._links import links, safe_url
from newsexport.reader._words import BY

_UPDATED = lazy(
    r"(?:last |zuletzt )?(?:updated?|modified|aktualisiert|stand|mis à jour|actualizado|aggiornato|atualizado|bijgewerkt|uppdaterad|"
    r"oppdatert|opdateret|päivitetty|обновлено|güncelle\w*|تحديث|更新|수정)\b",
    re.IGNORECASE,
)
SEPARATORS = " -–—|·,:"
BARS = lazy(r"\s[|·•–—-]\s|[|·•]")
FIELDS = frozenset({"byline", "date", "composite", "label", "placed", "signed", "stacked"})
_PIECES = lazy(r" ?[|·•] ?| [-–—] ")
_ON = lazy(r" (?:on|am|le|el|il|op|den|em|в)\Z", re.IGNORECASE)
OF = lazy(rf"{BY}\s?:?\Z", re.IGNORECASE)


@dataclass(slots=True)
class Zone:
    """The chunks above the body, which of them no recogniser took, and the draft they go into."""

    chunks: Sequence[Chunk]
    draft: Draft
    plain: list[int]
    taken: dict[int, str]

    def text(self, at: int) -> str:
        """The text of a chunk, empty outside the zone."""
        return self.chunks[at].text if 0 <= at < len(self.chunks) else ""


Recogniser = Callable[[Zone, int], int]


def survey(chunks: Sequence[Chunk], draft: Draft) -> Zone:
    """The zone with everything taken that says by itself what it is."""
    zone = Zone(chunks, draft, [], {})
    at = 0
    while at < len(chunks):
        for recognise in RECOGNISERS:
            if used := recognise(zone, at):
                zone.taken.update((index, recognise.__name__) for index in range(at, at + used))
                at += used
                break
        else:
            zone.plain.append(at)
            at += 1
    return zone


def label(zone: Zone, at: int) -> int:
    """A label and its value."""
    chunk = zone.chunks[at]
    found, used = _labels.with_value(chunk, zone.chunks[at + 1] if at + 1 < len(zone.chunks) else None)
    if not found:
        return 0
    whole = Chunk.of([part for one in zone.chunks[at : at + used] for part in one.parts])
    return used if _labels.assign(zone.draft, found.role, found.value, whole, f"the label {found.key!r}") else 0


def date(zone: Zone, at: int) -> int:
    """A line of nothing but a date, or dates: published, then updated."""
    chunk = zone.chunks[at]
    found = is_date_line(chunk.text) if len(chunk.text) <= 200 else None
    if not found:
        return 0
    take_date(zone.draft, found, chunk, "a line of nothing but a date")
    later = is_date_line(chunk.text[found.end :].strip(SEPARATORS)) if found.end < len(chunk.text) - 6 else None
    if later and not zone.draft.has("updated"):
        zone.draft.fields["updated"] = Moment(later.raw, later.value)
    return 1


def take_date(draft: Draft, found: FoundDate, chunk: Chunk, reason: str, confidence: float = 0.95) -> None:
    """Set `published`, or `updated` where the line says so or the first is known."""
    updated = bool(_UPDATED.match(chunk.text)) and not draft.has("updated")
    role = "updated" if updated or draft.has("published") else "published"
    draft.warnings.extend(found.warnings)
    if draft.has(role):
        draft.mark("date", chunk.lines, chunk.raw, f"{reason}; the date is known already", 0.8)
        return
    draft.take(role, Moment(found.raw, found.value), chunk, reason, confidence)


def byline(zone: Zone, at: int) -> int:
    """A line that a word for authorship opens, or that word alone above the name."""
    chunk = zone.chunks[at]
    if zone.draft.has("byline"):
        return 0
    below = _bylines.bare(zone.text(at + 1)) if OF.match(chunk.head[:40]) else None
    if below:
        whole = Chunk.of([*chunk.parts, *zone.chunks[at + 1].parts])
        zone.draft.take("byline", Byline(whole.text, below.authors), whole, f"{chunk.text!r} above a name")
        return 2
    made = _bylines.byline(chunk.text)
    if not made or (ends_sentence(chunk.text) and len(chunk.text.split()) > 8):
        return 0
    zone.draft.take("byline", made, chunk, "a word for authorship before names", 0.95)
    return 1


def signed(zone: Zone, at: int) -> int:
    """A byline with its date: `by Ana Lopez on 21 April 2024`."""
    chunk = zone.chunks[at]
    found = find_date(chunk.text) if len(chunk.text) <= 120 and not zone.draft.has("byline") else None
    if not found or len(chunk.text) - found.end > 12 or found.start < 5:
        return 0
    who = _bylines.byline(_ON.sub("", chunk.text[: found.start].rstrip(" |,·–—-")))
    if not who:
        return 0
    zone.draft.take("byline", who, chunk, "a word for authorship before names, and a date", 0.9)
    zone.draft.fields.setdefault("published", Moment(found.raw, found.value))
    return 1


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


def rule(zone: Zone, at: int) -> int:
    """A line drawn of signs."""
    chunk = zone.chunks[at]
    if not _marks.rule(chunk.text):
        return 0
    zone.draft.mark("rule", chunk.lines, chunk.raw, "a line drawn of signs above the story")
    return 1


def address(zone: Zone, at: int) -> int:
    """A line of nothing but the article's web address."""
    chunk = zone.chunks[at]
    text = chunk.text.strip("<>[]()")
    if " " in text or not text.lower().startswith(("http://", "https://")) or zone.draft.has("url"):
        return 0
    url = safe_url(text)
    if not url:
        return 0
    zone.draft.take("url", url, chunk, "a line of nothing but a web address")
    return 1


def print_(zone: Zone, at: int) -> int:
    """Advertisements, promos, embargo lines and notes above the story."""
    chunk = zone.chunks[at]
    found = _marks.small_print(chunk)
    if not found or found.role not in {"note", "end mark", "more mark"}:
        return 0
    zone.draft.note(chunk, found.kind, found.reason, found.confidence)
    return 1


def picture(zone: Zone, at: int) -> int:
    """A caption or credit above the story."""
    chunk = zone.chunks[at]
    found = _marks.photo(chunk.text) if at or weight(chunk.text) > 160 else None
    if not found:
        return 0
    raw = differing(chunk.text, chunk.raw) or (chunk.raw if found[1] else None)
    zone.draft.place(
        Figure(found[0], found[1], links(found[0]), chunk.lines, raw), "caption", "names a picture or its credit", 0.75
    )
    return 1


def menu(zone: Zone, at: int) -> int:
    """A list above the headline, or beside it: a page's navigation, or the story's points in short."""
    made = _lists.bullets(zone.chunks, at) or _lists.numbers(zone.chunks, at)
    if made:
        zone.draft.place(made.block, made.role, made.reason, made.confidence)
        return made.used
    bare = zone.chunks[at].text
    if len(bare) <= 2 and not bare.isalnum():
        zone.draft.mark("list mark", zone.chunks[at].lines, zone.chunks[at].raw, "a list mark without an item", 0.6)
        return 1
    return 0


def where(zone: Zone, at: int) -> int:
    """A line of nothing but a place and an agency."""
    chunk = zone.chunks[at]
    found = _datelines.leading(chunk.text + " Xxxxxxxxxxxx") if chunk.text.endswith(("-", "–", "—")) else None
    if not found or zone.draft.has("dateline"):
        return 0
    zone.draft.take("dateline", found.dateline, chunk, "a dateline on a line of its own", 0.9)
    return 1


def placed(zone: Zone, at: int) -> int:
    """A place and a date, or two dates, and nothing else of weight: `Vale - 21 Apr 2024 - 08:22`."""
    chunk = zone.chunks[at]
    found = None if zone.draft.has("published") else place_and_date(chunk.text)
    if not found:
        return 0
    place, day, later = found
    take_date(zone.draft, day, chunk, "a place and a date", 0.7)
    if later and not zone.draft.has("updated"):
        zone.draft.fields["updated"] = Moment(later.raw, later.value)
    if place and not zone.draft.has("dateline"):
        zone.draft.fields["dateline"] = place
    return 1


def place_and_date(text: str) -> tuple[Dateline | None, FoundDate, FoundDate | None] | None:
    """Place, date and second date of a line that has nothing else of weight; None for other lines."""
    found = find_date(text) if len(text) <= 110 and not ends_sentence(text) else None
    if not found:
        return None
    before, after = text[: found.start].rstrip(), text[found.end :].strip(" -–—|·,:")
    place = _datelines.alone(before.rstrip(SEPARATORS)) if before.endswith(tuple(SEPARATORS)) else None
    before = before.strip(SEPARATORS)
    later = is_date_line(after) if after else None
    if (before and not place) or (after and not later and len(after) > 12):
        return None
    return place, found, later or find_date(after)


RECOGNISERS: tuple[Recogniser, ...] = (
    label,
    stacked,
    date,
    signed,
    byline,
    composite,
    placed,
    rule,
    address,
    print_,
    where,
    menu,
    picture,
)
