"""The head of an article: its headline, and what the lines round it are."""

from __future__ import annotations

from newsexport.model import Author, Byline, ListBlock, Moment, Note
from newsexport.reader import _bylines, _datelines
from newsexport.reader._dates import find_date
from newsexport.reader._draft import Draft
from newsexport.reader._headline import headline, page_title, says_again, take_headline
from newsexport.reader._lines import Chunk, ends_sentence, is_capitals, starts_small, weight
from newsexport.reader._prose import is_prose
from newsexport.reader._start import body_start, dated_ends
from newsexport.reader._survey import survey
from newsexport.reader._zone import DATED, FIELDS, Zone

_EDGES = ".,;:!?…\"'“”‘’«»„()[]،؛؟"


def head(chunks: list[Chunk], draft: Draft) -> list[Chunk]:
    """The chunks of the body: what is left when the head's fields are taken."""
    chunks = dated_ends(page_title(chunks, draft), draft)
    start = body_start(chunks)
    zone = survey(chunks[:start], draft)
    best = None if draft.has("headline") else headline(zone, chunks)
    if best is not None:
        take_headline(draft, _whole(zone, best))
        _menus(draft, chunks[best].lines[0])
    kept = _others(zone, best, chunks[start:])
    rest = [chunk for at, chunk in enumerate(chunks[start:]) if at > 2 or not says_again(draft, chunk)]
    rest = _standfirst(kept, rest, draft) if not draft.has("standfirst") and draft.has("headline") else [*kept, *rest]
    return _dateline(rest, draft)


def _others(zone: Zone, best: int | None, rest: list[Chunk]) -> list[Chunk]:
    """The plain chunks that no field took and that belong to the body."""
    draft = zone.draft
    kept: list[Chunk] = []
    headed = best is not None or draft.has("headline")
    for at in zone.plain:
        chunk = zone.chunks[at]
        if at == best or says_again(draft, chunk):
            continue
        if best is not None and at < best:
            _above(zone, at, best)
        elif headed and (_names(zone, at, best, rest) or _filed(zone, at, rest)):
            continue
        elif headed and not kept and _between(zone, at):
            draft.take("standfirst", chunk.text, chunk, "stands between the headline and other lines of the head", 0.8)
        elif (
            headed
            and weight(chunk.text) < 25
            and not ends_sentence(chunk.text)
            and any(other > at for other in zone.taken)
        ):
            draft.note(chunk, "other", "a word or two among the lines of the head", 0.5)
        else:
            kept.append(chunk)
    return kept


def _whole(zone: Zone, best: int) -> Chunk:
    """The headline with its second line, when the source broke it in two."""
    first, below = zone.chunks[best], best + 1
    if below not in zone.plain or zone.chunks[below].gap or ends_sentence(first.text):
        return first
    second = zone.chunks[below]
    capitals = is_capitals(first.text) and is_capitals(second.text) and not _bylines.bare(second.text)
    if weight(second.text) > 120 or not (starts_small(second.text) or capitals):
        return first
    zone.plain.remove(below)
    return Chunk.of([*first.parts, *second.parts], first.gap)


def _menus(draft: Draft, headline: int) -> None:
    """Make notes of the lists above the headline: a page's navigation is no part of the story."""
    for block in [block for block in draft.blocks if isinstance(block, ListBlock) and block.lines[1] < headline]:
        draft.blocks.remove(block)
        text = " ".join(item.text for item in block.items)
        draft.notes.append(Note(text, "other", lines=block.lines, raw=block.raw))


def _between(zone: Zone, at: int) -> bool:
    """Whether a line of some length has fields of the head below it, and no standfirst above."""
    below = any(index > at and role in FIELDS for index, role in zone.taken.items())
    captioned = zone.taken.get(at - 1) == "picture"
    return below and not captioned and 35 <= weight(zone.text(at)) <= 700 and not zone.draft.has("standfirst")


def _above(zone: Zone, at: int, best: int) -> None:
    """What a line above the headline is: a kicker next to it, else furniture."""
    chunk, draft = zone.chunks[at], zone.draft
    last = max(index for index in zone.plain if index < best)
    if (
        at == last
        and best - at <= 2
        and weight(chunk.text) <= 50
        and not draft.has("kicker")
        and not ends_sentence(chunk.text)
    ):
        draft.take("kicker", chunk.text, chunk, "a few words right above the headline", 0.6)
    else:
        draft.note(chunk, "other", "stands above the headline", 0.5)


def _names(zone: Zone, at: int, best: int | None, rest: list[Chunk]) -> bool:
    """Take a line of nothing but names as the byline where one can stand: beside a date, or between headline and story."""
    chunk, draft = zone.chunks[at], zone.draft
    found = None if draft.has("byline") else _bylines.bare(chunk.text)
    if not found:
        return False
    if {zone.taken.get(at - 1), zone.taken.get(at + 1)} & DATED:
        draft.take("byline", found, chunk, "nothing but names, beside the date", 0.75)
        return True
    below = best is not None and at == best + 1
    last = at == len(zone.chunks) - 1 and bool(rest) and is_prose(rest[0].text) and not is_capitals(chunk.text)
    if not (below or last) or not all(_bylines.is_person(author.name) for author in found.authors):
        return False
    draft.take("byline", found, chunk, "nothing but names, between the headline and the story", 0.6)
    return True


def _filed(zone: Zone, at: int, rest: list[Chunk]) -> bool:
    """Take a place on a line of its own, between a byline right under the headline and the story, as the dateline."""
    chunk, draft = zone.chunks[at], zone.draft
    last = at == len(zone.chunks) - 1 and bool(rest) and is_prose(rest[0].text)
    signed = draft.has("byline") and at > 0 and zone.chunks[at - 1].gap == 0 and chunk.gap > 0
    found = _datelines.alone(chunk.text) if last and signed and not draft.has("dateline") else None
    if not found or found.date or ends_sentence(chunk.text) or len(chunk.text.split()) > 4:
        return False
    draft.take("dateline", found, chunk, "a place on a line of its own, between the byline and the story", 0.6)
    return True


def _standfirst(kept: list[Chunk], rest: list[Chunk], draft: Draft) -> list[Chunk]:
    """The body, when its first chunk has been taken for the standfirst if it is one."""
    body = sorted([*kept, *rest], key=lambda chunk: chunk.lines)
    if len(body) < 2 or _datelines.leading(body[0].text) or not 25 <= weight(body[0].text) <= 600:
        return body
    first, second = body[0], body[1]
    reasons = {
        "stands between the headline and the story": first in kept
        and weight(first.text) > 45
        and is_prose(second.text)
        and not ends_sentence(first.text),
        "is set apart by white lines": second.gap > max(1, min((chunk.gap for chunk in body[2:8]), default=1)),
        "is not indented as the story is": first.parts[0].indent == 0 and second.parts[0].indent >= 2,
        "has no full stop, as the story has": not ends_sentence(first.text)
        and first.text[-1] not in ":,;"
        and ends_sentence(second.text)
        and weight(first.text) > 60,
    }
    reasons["comes before a paragraph with a dateline"] = _sure_dateline(second.text)
    reasons["says in short what a paragraph below says"] = _echoed(first, body[1:7])
    for reason, holds in reasons.items():
        if holds:
            draft.take("standfirst", first.text, first, reason, 0.75)
            return body[1:]
    return body


def _sure_dateline(text: str) -> bool:
    found = _datelines.leading(text)
    return found is not None and found.confidence > 0.85


def _echoed(first: Chunk, below: list[Chunk]) -> bool:
    """Whether half of the longer words of a paragraph come again in one of those below it .

    Measured on real articles: 40 of 100 standfirsts do so, and 3 of 100 first paragraphs.
    """
    words = _long_words(first)
    return len(words) > 4 and any(2 * len(words & _long_words(chunk)) >= len(words) for chunk in below)


def _long_words(chunk: Chunk) -> set[str]:
    bare = (word.strip(_EDGES).casefold() for word in chunk.head.split())
    return {word for word in bare if len(word) > 4}


def _dateline(body: list[Chunk], draft: Draft) -> list[Chunk]:
    """The body without the dateline that its first or second paragraph opens with."""
    if draft.has("dateline"):
        return body
    for at, chunk in enumerate(body[:2]):
        found = _datelines.leading(chunk.text)
        if not found or (found.confidence < 0.7 and at):
            continue
        mark, story = chunk.split(found.end)
        if story:
            draft.take("dateline", found.dateline, mark, found.reason, found.confidence)
            _date_of(draft, found.dateline.date)
            if (who := _datelines.reporter(found.dateline.raw)) and not draft.has("byline"):
                draft.fields["byline"] = Byline(who, (Author(who),))
            return [*body[:at], story, *body[at + 1 :]]
    return body


def _date_of(draft: Draft, raw: str | None) -> None:
    """Let a full date in the dateline stand for the missing date line."""
    found = find_date(raw) if raw and not draft.has("published") else None
    if found and found.value:
        draft.fields["published"] = Moment(found.raw, found.value)
