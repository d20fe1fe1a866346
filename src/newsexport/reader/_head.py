"""The head of an article: its headline, and what the lines round it are."""

from __future__ import annotations

from newsexport.model import Author, Byline, ListBlock, Moment, Note
from newsexport.reader import _bylines, _datelines
from newsexport.reader._dates import find_date
from newsexport.reader._draft import Draft
from newsexport.reader._headline import headline, page_title, says_again, take_headline
from newsexport.reader._lines import Chunk, ends_sentence, is_capitals, starts_small, weight
from newsexport.reader._pictures import plain_caption
from newsexport.reader._standfirst import standfirst
from newsexport.reader._start import body_start, dated_ends
from newsexport.reader._survey import survey
from newsexport.reader._zone import FIELDS, Zone, is_prose

DEEP = 10  # chunks below the head within which a dateline may stand, captions and points in short above it
SHORT = 25  # letters: fewer say no sentence


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
    rest = standfirst(kept, rest, draft) if not draft.has("standfirst") and draft.has("headline") else [*kept, *rest]
    return _dateline(rest, draft)


def _others(zone: Zone, best: int | None, rest: list[Chunk]) -> list[Chunk]:
    """The plain chunks that no field took and that belong to the body."""
    draft = zone.draft
    kept: list[Chunk] = []
    headed = best is not None or draft.has("headline")
    deck = _deck(zone, best) if headed and not draft.has("standfirst") else None
    for at in zone.plain:
        chunk = zone.chunks[at]
        if at == best or at in zone.taken or says_again(draft, chunk):
            continue
        if best is not None and at < best:
            _above(zone, at, best)
        elif headed and _is_named(zone, at, best, rest):
            continue
        elif at == deck:
            draft.take("standfirst", chunk.text, chunk, "stands between the headline and other lines of the head", 0.8)
        elif deck is not None and abs(at - deck) == 1 and ends_sentence(chunk.text) and at < _first_field(zone, deck):
            draft.place(
                plain_caption(chunk), "caption", "stands below the standfirst, among the lines of the head", 0.5
            )
        elif headed and _is_word_or_two(zone, at, best):
            draft.note(chunk, "other", "a word or two among the lines of the head", 0.5)
        else:
            kept.append(chunk)
    return kept


def _is_named(zone: Zone, at: int, best: int | None, rest: list[Chunk]) -> bool:
    """Whether names, or a place on a line of its own, were taken."""
    from newsexport.reader._names import filed, names

    return names(zone, at, best, rest) or filed(zone, at, rest)


def _is_word_or_two(zone: Zone, at: int, best: int | None) -> bool:
    """Whether a line among those of the head is no sentence, and short, or right below the headline."""
    text = zone.text(at)
    if ends_sentence(text) or not any(other > at for other in zone.taken):
        return False
    return weight(text) < SHORT or (best is not None and at == best + 1 and weight(text) < 35 and _below(zone, at))


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
    above = [block for block in draft.blocks if isinstance(block, ListBlock) and block.lines[1] < headline]
    for block in [block for block in above if not _are_points(block)]:
        draft.blocks.remove(block)
        text = " ".join(item.text for item in block.items)
        draft.notes.append(Note(text, "other", lines=block.lines, raw=block.raw))


def _are_points(block: ListBlock) -> bool:
    """Whether the items of a list are sentences: the story's points in short, no navigation."""
    return all(ends_sentence(item.text) and weight(item.text) > SHORT for item in block.items)


def _deck(zone: Zone, best: int | None) -> int | None:
    """The plain line that is the standfirst: of some length, fields of the head below it.

    Of two lines right below each other, one may be a caption, which is a sentence: the one without a full stop is the standfirst.
    """
    found = [at for at in zone.plain if (best is None or at > best) and _between(zone, at)]
    if len(found) > 1 and found[1] == found[0] + 1 < _first_field(zone, found[0]):
        first, second = zone.text(found[0]), zone.text(found[1])
        if ends_sentence(first) and not ends_sentence(second) and not _bylines.bare(second):
            return found[1]
    return found[0] if found else None


def _first_field(zone: Zone, above: int) -> int:
    """Where the first field below a line stands."""
    return min((at for at, role in zone.taken.items() if at > above and role in FIELDS), default=len(zone.chunks))


def _between(zone: Zone, at: int) -> bool:
    captioned = zone.taken.get(at - 1) == "picture" and ends_sentence(zone.text(at))
    return _below(zone, at) and not captioned and "://" not in zone.text(at) and 35 <= weight(zone.text(at)) <= 700


def _below(zone: Zone, at: int) -> bool:
    """Whether fields of the head stand below a line."""
    return any(index > at and role in FIELDS for index, role in zone.taken.items())


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


def _dateline(body: list[Chunk], draft: Draft) -> list[Chunk]:
    """The body without the dateline that its first or second paragraph opens with."""
    if draft.has("dateline"):
        return body
    for at, chunk in enumerate(body[:DEEP]):
        if at > 1 and is_prose(body[at - 1].text):
            break
        found = _datelines.leading(chunk.text)
        if not found or found.confidence < (0.0, 0.7, 0.95)[min(at, 2)]:
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
