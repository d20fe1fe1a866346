"""Which line is the headline, and what is taken off it."""

from __future__ import annotations

from newsexport.patterns import lazy
from newsexport.reader import _bylines, _marks
from newsexport.reader._draft import Draft
from newsexport.reader._lines import Chunk, ends_sentence, is_capitals, starts_small, weight
from newsexport.reader._words import KICKER
from newsexport.reader._zone import DATED, FIELDS, Zone, is_prose

REACH = 5  # lines between a headline and the first field below it
_TIME = lazy(r"[0-2]?[0-9][:.][0-5][0-9] (?=\S)")
_TAIL = lazy(r" ?[=<+]{1,3}\Z")
_SITE = lazy(r"[-–—|·:»/]")
_SPACES = " \u200b\u00a0"
_MARKDOWN = lazy(r"#{1,2}\s+(?=\S)")


def headline(zone: Zone, chunks: list[Chunk]) -> int | None:
    """The chunk that is the headline; None where no line can be one."""
    scored = [(_score(zone, at, chunks), -at) for at in zone.plain]
    good = [entry for entry in scored if entry[0] > 0]
    return -max(good)[1] if good else None


def _score(zone: Zone, at: int, chunks: list[Chunk]) -> float:
    """How much a line looks like the headline."""
    text = zone.text(at)
    size, words = weight(text), len(text.split())
    if text[:1] == "#" and _MARKDOWN.match(text):
        return 20.0
    score = -4.0 if is_prose(text) else 0.0
    score += 2.0 if 25 <= size <= 200 else 0.5 if size >= 10 else -1.0
    score += 1.5 if words >= 4 or size >= 40 else 0.0
    score += 1.0 if chunks[at].gap or at == 0 else 0.0
    score += 1.5 if at == zone.plain[0] else 0.0
    score += 2.0 if _above_fields(zone, at) else 0.0
    score += 1.0 if at + 1 < len(chunks) and weight(chunks[at + 1].text) > size and chunks[at + 1].gap else 0.0
    score += 3.0 if _repeated(zone, at) else 0.0
    if text.rstrip("\"'”’»)").endswith((".", "。", "۔", "।")) and not text.endswith("..."):
        near = {zone.taken.get(at - 1), zone.taken.get(at + 1)} & (DATED | {"byline"})
        score -= 3.0 if near else 12.0
    if at + 1 < len(chunks) and size < 60 and _sends(chunks[at + 1]):
        score -= 3.0
    score += _stacked(zone, at)
    if starts_small(text) or text[-1:] in ",;:":
        score -= 3.0
    if (
        words <= 3
        and text.lower() != text.upper()
        and (
            _bylines.bare(text)
            or (text.startswith("The ") and len(zone.plain) > 1)
            or (words == 1 and text.isalpha() and is_capitals(text))
        )
    ):
        score -= 5.0
    if text[0] in "([（" or any(is_prose(zone.text(above)) for above in range(at)):
        score -= 4.0
    return score - 0.4 * zone.plain.index(at)


def _sends(below: Chunk) -> bool:
    """Whether a release line stands below: then the line is the sender's."""
    found = _marks.small_print(below)
    return bool(found and found.kind == "embargo") and below.text.casefold().startswith(
        ("for ", "embargo", "zur ", "strictly ")
    )


def _stacked(zone: Zone, at: int) -> float:
    """What speaks for a headline between a kicker and a standfirst, and against the kicker: two short lines above a sentence."""
    first = zone.plain[0]
    three = [zone.text(first + offset) for offset in range(3)]
    if (
        at > first + 1
        or zone.plain[:3] != [first, first + 1, first + 2]
        or any(chunk.gap for chunk in zone.chunks[first + 1 : first + 3])
    ):
        return 0.0
    short = all(weight(text) <= 45 and not ends_sentence(text) for text in three[:2])
    if not short or weight(three[2]) < 80 or not ends_sentence(three[2]):
        return 0.0
    return 2.0 if at == first + 1 else -2.0


def _above_fields(zone: Zone, at: int) -> bool:
    """Whether a field of the head stands in the next lines; names and trades, not yet taken, do not count as lines."""
    left = REACH
    for below in range(at + 1, min(len(zone.chunks), at + 3 * REACH)):
        if zone.taken.get(below) in FIELDS:
            return True
        text = zone.text(below)
        left -= not (len(text) <= 60 and (_bylines.is_person(text) or _bylines.is_role(text)))
        if not left:
            return False
    return False


def _repeated(zone: Zone, at: int) -> bool:
    """Whether other lines of the zone say the same, as a page's title and its menus do."""
    text = zone.text(at)
    return len(text) > 20 and any(text in zone.text(other) for other in range(len(zone.chunks)) if other != at)


def take_headline(draft: Draft, chunk: Chunk) -> None:
    """Set the headline, with what newsrooms and wires put before and behind it taken off."""
    for pattern, role, opens in ((_MARKDOWN, "heading mark", "#"), (_TIME, "time", "0123456789")):
        if chunk.text[:1] in opens and (found := pattern.match(chunk.head)):
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
    text = (_TAIL.sub("", chunk.text) if chunk.text[-1:] in "=<+" else chunk.text) or chunk.text
    draft.take("headline", text, chunk, "the line that stands above the story as a headline does", 0.85)


def says_again(draft: Draft, chunk: Chunk) -> bool:
    """Take a line that says no more than the headline."""
    if not draft.has("headline") or chunk.text.casefold() != str(draft.fields["headline"]).casefold():
        return False
    draft.mark("headline", chunk.lines, chunk.raw, "says the headline again", 0.9)
    return True


def page_title(chunks: list[Chunk], draft: Draft) -> list[Chunk]:
    """The chunks without a page's title ("Site - Section - Headline") that the headline itself follows."""
    title = chunks[0].text
    for chunk in chunks[1:8]:
        text = chunk.text
        if weight(text) < 20 or len(text) > len(title) - 2 or len(title) > 600 or draft.has("headline"):
            continue
        around = title.removesuffix(text) if title.endswith(text) else title.removeprefix(text)
        names = [name.strip(_SPACES) for name in _SITE.split(around)]
        if (
            len(around) == len(title)
            or names[0 if title.startswith(text) else -1]
            or len(around) > 80
            or _bylines.bare(text)
        ):
            continue
        names = [name for name in names if name]
        for role, name in zip(("source", "section"), names, strict=False):
            draft.fields.setdefault(role, name)
        draft.mark(
            "page title", chunks[0].lines, chunks[0].raw, "the headline below, with the names of site and section"
        )
        take_headline(draft, chunk)
        return [other for other in chunks[1:] if other is not chunk and not says_again(draft, other)]
    return chunks
