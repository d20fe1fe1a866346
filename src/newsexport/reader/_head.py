"""The head of an article: which line is the headline, and what the lines round it are."""

from __future__ import annotations

import re

from newsexport.model import Moment
from newsexport.reader import _bylines, _datelines
from newsexport.reader._dates import find_date, is_date_line
from newsexport.reader._draft import Draft
from newsexport.reader._labels import label
from newsexport.reader._lines import Chunk, ends_sentence, is_capitals, starts_small, weight
from newsexport.reader._words import KICKER
from newsexport.reader._zone import BARS, FIELDS, OF, Zone, is_prose, survey, take_date

DEEPEST = 60  # chunks above the body
_TIME = re.compile(r"[0-2]?[0-9][:.][0-5][0-9] (?=\S)")
_TAIL = re.compile(r" ?[=<+]{1,3}\Z")
SITE = re.compile(r"[-–—|·:»/]")
EDGES = ".,;:!?…\"'“”‘’«»„()[]،؛؟"
SPACES = " \u200b\u00a0"
DATED = frozenset({"date", "composite", "placed"})
_MARKDOWN = re.compile(r"#{1,2}\s+(?=\S)")


def head(chunks: list[Chunk], draft: Draft) -> list[Chunk]:
    """The chunks of the body: what is left when the head's fields are taken."""
    chunks = _dated_ends(_page_title(chunks, draft), draft)
    start = _body_start(chunks)
    zone = survey(chunks[:start], draft)
    best = None if draft.has("headline") else _headline(zone, chunks)
    if best is not None:
        _take_headline(draft, chunks[best])
    kept = _others(zone, best, chunks[start:])
    rest = [chunk for at, chunk in enumerate(chunks[start:]) if at > 2 or not _says_again(draft, chunk)]
    rest = _standfirst(kept, rest, draft) if not draft.has("standfirst") and draft.has("headline") else [*kept, *rest]
    return _dateline(rest, draft)


def _page_title(chunks: list[Chunk], draft: Draft) -> list[Chunk]:
    """The chunks without a page's title ("Site - Section - Headline") that the headline itself follows."""
    title = chunks[0].text
    for chunk in chunks[1:8]:
        text = chunk.text
        if not 12 < len(text) < len(title) - 2 or len(title) > 600 or draft.has("headline"):
            continue
        around = title.removesuffix(text) if title.endswith(text) else title.removeprefix(text)
        names = [name.strip(SPACES) for name in SITE.split(around)]
        if len(around) == len(title) or names[0 if title.startswith(text) else -1] or len(around) > 120:
            continue
        names = [name for name in names if name]
        for role, name in zip(("source", "section"), names, strict=False):
            draft.fields.setdefault(role, name)
        draft.mark(
            "page title", chunks[0].lines, chunks[0].raw, "the headline below, with the names of site and section"
        )
        _take_headline(draft, chunk)
        return [other for other in chunks[1:] if other is not chunk and not _says_again(draft, other)]
    return chunks


def _body_start(chunks: list[Chunk]) -> int:
    """Where the story begins: at the first paragraph that no line of the head follows within a few chunks.

    A standfirst or a caption is as long as a paragraph, but a byline or a date still comes below it.
    """
    limit = min(len(chunks), DEEPEST)
    first = last = None
    paragraphs = 0
    for at in range(limit):
        text = chunks[at].text
        if _is_field(text):
            last, paragraphs = at + bool(OF.match(text[:40])), 0
        elif is_prose(text):
            first, paragraphs = at if first is None else first, paragraphs + 1
            found = _datelines.leading(text)
            if paragraphs > 2 or (found and found.confidence > 0.8) or at > (last or first) + 6:
                break
    if first is None:
        return _short_story(chunks, limit)
    return max(first, last + 1) if last is not None and last < limit else first


def _short_story(chunks: list[Chunk], limit: int) -> int:
    """Where a story of short lines begins: at its first sentence behind the first line."""
    for at in range(1, limit):
        if ends_sentence(chunks[at].text) and weight(chunks[at].text) > 30 and not _is_field(chunks[at].text):
            return at
    return min(limit, 1) if len(chunks) < 3 else min(limit, 6)


def _is_field(text: str) -> bool:
    """Whether a line is one of the head's: a label with its value, a byline, a date."""
    if len(text) > 200 or (ends_sentence(text) and len(text) > 60):
        return False
    known = label(text)
    if known and known.role in {"byline", "published", "updated"}:
        return True
    return bool(_bylines.byline(text) or is_date_line(text) or OF.match(text[:40])) or _mixed(text)


def _mixed(text: str) -> bool:
    """Whether a short line has a date among names and places."""
    return len(text) < 110 and not ends_sentence(text) and bool(BARS.search(text)) and bool(find_date(text))


def _dated_ends(chunks: list[Chunk], draft: Draft) -> list[Chunk]:
    """The chunks with a date cut off that was glued to the end of the first or the beginning of the first paragraph."""
    for at, chunk in enumerate(chunks[:4]):
        found = find_date(chunk.text) if len(chunk.text) <= 200 else None
        if (
            found
            and found.value
            and found.start > 20
            and found.end >= len(chunk.text) - 1
            and len(found.raw) > 14
            and at == 0
        ):
            title, day = chunk.split(found.start)
            if (
                day
                and found.raw.split()[0].rstrip(",").isalpha()
                and found.raw[:1].isupper()
                and len(found.raw.split()) >= 4
            ):
                draft.take(
                    "published", Moment(found.raw, found.value), day, "a full date at the end of the first line", 0.8
                )
                return [title, *chunks[1:]]
        opening = find_date(chunk.text[:45]) if weight(chunk.text) > 100 else None
        if (
            opening
            and opening.start == 0
            and opening.value
            and len(opening.raw.split()) >= 4
            and not draft.has("published")
        ):
            rest = chunk.text[opening.end :].lstrip()
            day, story = chunk.split(opening.end)
            if story and rest[:1].isupper():
                take_date(draft, opening, day, "a full date before the first sentence", 0.8)
                return [*chunks[:at], story, *chunks[at + 1 :]]
    return chunks


def _headline(zone: Zone, chunks: list[Chunk]) -> int | None:
    """The chunk that is the headline; None where no line can be one."""
    scored = [(_score(zone, at, chunks), -at) for at in zone.plain]
    good = [entry for entry in scored if entry[0] > 0]
    return -max(good)[1] if good else None


def _score(zone: Zone, at: int, chunks: list[Chunk]) -> float:
    """How much a line looks like the headline."""
    text = zone.text(at)
    size, words = weight(text), len(text.split())
    if _MARKDOWN.match(text):
        return 20.0
    score = -4.0 if is_prose(text) else 0.0
    score += 2.0 if 25 <= size <= 200 else 0.5 if size >= 10 else -1.0
    score += 1.5 if words >= 4 or size >= 40 else 0.0
    score += 1.0 if chunks[at].gap or at == 0 else 0.0
    score += 1.5 if at == zone.plain[0] else 0.0
    score += 2.0 if {zone.taken.get(below) for below in range(at + 1, at + 5)} & FIELDS else 0.0
    score += 1.0 if at + 1 < len(chunks) and weight(chunks[at + 1].text) > size and chunks[at + 1].gap else 0.0
    score += 3.0 if _repeated(zone, at) else 0.0
    if text.rstrip("\"'”’»)").endswith((".", "。", "۔", "।")) and not text.endswith("..."):
        near = {zone.taken.get(at - 1), zone.taken.get(at + 1)} & (DATED | {"byline"})
        score -= 3.0 if near else 12.0
    if starts_small(text) or text[-1:] in ",;:":
        score -= 3.0
    if _bylines.bare(text) and words <= 3:
        score -= 2.5
    return score - 0.4 * zone.plain.index(at)


def _repeated(zone: Zone, at: int) -> bool:
    """Whether other lines of the zone say the same, as a page's title and its menus do."""
    text = zone.text(at)
    return len(text) > 20 and any(text in zone.text(other) for other in range(len(zone.chunks)) if other != at)


def _take_headline(draft: Draft, chunk: Chunk) -> None:
    """Set the headline, with what newsrooms and wires put before and behind it taken off."""
    for pattern, role in ((_MARKDOWN, "heading mark"), (_TIME, "time")):
        if found := pattern.match(chunk.head):
            mark, rest = chunk.split(found.end())
            if rest:
                draft.mark(role, mark.lines, mark.raw, "stands before the headline")
                chunk = rest
    kicker = KICKER.match(chunk.head)
    if kicker and not draft.has("kicker") and len(chunk.text) > kicker.end() + 10:
        mark, rest = chunk.split(kicker.end())
        if rest:
            draft.take("kicker", kicker["kicker"], mark, "a word for a kind of story before the headline")
            chunk = rest
    text = _TAIL.sub("", chunk.text) or chunk.text
    draft.take("headline", text, chunk, "the line that stands above the story as a headline does", 0.85)


def _others(zone: Zone, best: int | None, rest: list[Chunk]) -> list[Chunk]:
    """The plain chunks that no field took and that belong to the body."""
    draft, kept = zone.draft, []
    headed = best is not None or draft.has("headline")
    for at in zone.plain:
        chunk = zone.chunks[at]
        if at == best or _says_again(draft, chunk):
            continue
        if best is not None and at < best:
            _above(zone, at, best)
        elif headed and _names(zone, at, rest):
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


def _between(zone: Zone, at: int) -> bool:
    """Whether a line of some length has fields of the head below it, and no standfirst above."""
    below = any(index > at and role in FIELDS for index, role in zone.taken.items())
    return below and 35 <= weight(zone.text(at)) <= 700 and not zone.draft.has("standfirst")


def _says_again(draft: Draft, chunk: Chunk) -> bool:
    """Take a line that says no more than the headline."""
    if not draft.has("headline") or chunk.text.casefold() != str(draft.fields["headline"]).casefold():
        return False
    draft.mark("headline", chunk.lines, chunk.raw, "says the headline again", 0.9)
    return True


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


def _names(zone: Zone, at: int, rest: list[Chunk]) -> bool:
    """Take a line of nothing but names as the byline where one can stand: beside a date, or last before the story."""
    chunk, draft = zone.chunks[at], zone.draft
    found = None if draft.has("byline") else _bylines.bare(chunk.text)
    if not found:
        return False
    if {zone.taken.get(at - 1), zone.taken.get(at + 1)} & DATED:
        draft.take("byline", found, chunk, "nothing but names, beside the date", 0.75)
        return True
    last = at == len(zone.chunks) - 1 and bool(rest) and is_prose(rest[0].text)
    words = found.authors[0].name.split()
    plain = all(
        word[:1].isupper() and word.replace("-", "").replace("’", "").replace(".", "").isalpha() for word in words
    )
    tight = chunk.gap == 0 and at > 0
    if not last or not plain or not 2 <= len(words) <= 4 or (is_capitals(chunk.text) and not tight):
        return False
    draft.take("byline", found, chunk, "nothing but names, between the headline and the story", 0.6)
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
        and is_prose(second.text),
        "is set apart by white lines": second.gap > max(1, min((chunk.gap for chunk in body[2:8]), default=1)),
        "is not indented as the story is": first.parts[0].indent == 0 and second.parts[0].indent >= 2,
        "has no full stop, as the story has": not ends_sentence(first.text)
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
    """Whether half of the longer words of a paragraph come again in one of those below it (measured: 40 of 100
    standfirsts do so, 3 of 100 first paragraphs).
    """
    words = _long_words(first)
    return len(words) > 4 and any(2 * len(words & _long_words(chunk)) >= len(words) for chunk in below)


def _long_words(chunk: Chunk) -> set[str]:
    bare = (word.strip(EDGES).casefold() for word in chunk.head.split())
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
            return [*body[:at], story, *body[at + 1 :]]
    return body


def _date_of(draft: Draft, raw: str | None) -> None:
    """Let a full date in the dateline stand for the missing date line."""
    found = find_date(raw) if raw and not draft.has("published") else None
    if found and found.value:
        draft.fields["published"] = Moment(found.raw, found.value)
