"""Names, and places, on lines of their own in a head: no word says what they are, only where they stand."""

from __future__ import annotations

from newsexport.model import Author, Byline, Dateline
from newsexport.reader import _bylines, _datelines
from newsexport.reader._lines import Chunk, ends_sentence, is_capitals
from newsexport.reader._zone import DATED, Zone, is_prose

MOST = 12  # authors of one article


def names(zone: Zone, at: int, best: int | None, rest: list[Chunk]) -> bool:
    """Take lines of nothing but names as the byline where one can stand: beside a date, or between headline and story."""
    draft = zone.draft
    found, end = (None, at) if draft.has("byline") else _roster(zone, at)
    if not found:
        return False
    place = _place(zone, end) if not is_capitals(zone.text(at)) else None
    around = {_beside(zone, at - 1, -1), _beside(zone, end + bool(place), 1)}
    known = all(_bylines.is_person(author.name) or _bylines.is_nobody(author.name) for author in found.authors)
    if around & DATED or ("label" in around and known):
        reason, confidence = "nothing but names, beside the date", 0.75
    else:
        below = best is not None and at == best + 1
        last = end == len(zone.chunks) and bool(rest) and is_prose(rest[0].text) and not is_capitals(zone.text(at))
        if not (below or last) or not all(_bylines.is_person(author.name) for author in found.authors):
            return False
        reason, confidence = "nothing but names, between the headline and the story", 0.6
    draft.take(
        "byline", found, Chunk.of([part for one in zone.chunks[at:end] for part in one.parts]), reason, confidence
    )
    zone.taken.update((index, "byline") for index in range(at, end))
    if place:
        draft.take("dateline", place, zone.chunks[end], "a place in capitals below the author's name", 0.7)
        zone.taken[end] = "where"
    return True


def _place(zone: Zone, at: int) -> Dateline | None:
    """The place in capitals that stands below an author's name."""
    text = zone.text(at)
    if zone.draft.has("dateline") or at not in zone.plain or not is_capitals(text) or len(text.split()) > 3:
        return None
    return _datelines.alone(text)


def _roster(zone: Zone, at: int) -> tuple[Byline | None, int]:
    """The byline that lines of names, each perhaps with a trade below it, make; and where it ends."""
    first = _bylines.bare(zone.text(at))
    authors = list(first.authors) if first else []
    end = at + 1
    while authors and end in zone.plain and zone.chunks[end].gap == 0:
        text = zone.text(end)
        more = _bylines.bare(text)
        if _bylines.is_role(text) or _bylines.is_outlet(text):
            if authors[-1].role is None:
                authors[-1] = Author(authors[-1].name, text)
        elif (
            more
            and is_capitals(text) <= is_capitals(zone.text(at))
            and all(_bylines.is_person(author.name) for author in more.authors)
        ):
            authors += [author for author in more.authors if author.name not in {known.name for known in authors}]
        else:
            break
        end += 1
    lines = [zone.text(index) for index in range(at, end)]
    if is_capitals(lines[0]) and not all(map(is_capitals, lines)) and zone.taken.get(at - 1) in {None, "picture"}:
        authors = authors[1:]  # the photographer's, between the caption and the author
    if not authors or len(authors) > MOST:
        return None, at
    return Byline("\n".join(lines), tuple(authors)), end


def _beside(zone: Zone, at: int, step: int) -> str | None:
    """What the nearest line that is no page's button was taken for."""
    while zone.taken.get(at) == "print_":
        at += step
    return zone.taken.get(at)


def filed(zone: Zone, at: int, rest: list[Chunk]) -> bool:
    """Take a place on a line of its own, between a byline right under the headline and the story, as the dateline."""
    chunk, draft = zone.chunks[at], zone.draft
    last = at == len(zone.chunks) - 1 and bool(rest) and is_prose(rest[0].text)
    signed = draft.has("byline") and at > 0 and zone.chunks[at - 1].gap == 0 and chunk.gap > 0
    found = _datelines.alone(chunk.text) if last and signed and not draft.has("dateline") else None
    if not found or found.date or ends_sentence(chunk.text) or len(chunk.text.split()) > 4:
        return False
    draft.take("dateline", found, chunk, "a place on a line of its own, between the byline and the story", 0.6)
    return True
