"""Where the story begins below its head, and dates that are glued to its first lines."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from newsexport.model import Moment
from newsexport.reader import _bylines, _datelines
from newsexport.reader._dates import FoundDate, find_date, has_digit, is_date_line
from newsexport.reader._draft import Draft
from newsexport.reader._labels import label, several
from newsexport.reader._lines import Chunk, ends_sentence, weight
from newsexport.reader._zone import has_bar, is_of, is_prose, place_and_date, stamp, take_date

DEEPEST = 60  # chunks above the body
SPREAD = 14  # chunks between a long standfirst and the fields below it (a menu has one for each entry)
STAMPED = 3  # chunks below a long standfirst within which a name beside a time is a byline, not a reader's comment
HIGHEST = 12  # chunks within which the head of a short story ends
REACH = 25  # chunks below the head within which a paragraph must come


def body_start(chunks: list[Chunk]) -> int:
    """Where the story begins: at the first paragraph that no line of the head follows within a few chunks.

    A standfirst or a caption is as long as a paragraph, but a byline or a date still comes below it.
    """
    limit = min(len(chunks), DEEPEST)
    first: int | None = None
    last: int | None = None
    paragraphs = 0
    for at in range(limit):
        text = chunks[at].text
        if _is_field(text) or ((first is None or at <= first + STAMPED) and has_digit(text) and bool(stamp(text))):
            last, paragraphs = at + is_of(text), 0
        elif is_prose(text):
            first, paragraphs = at if first is None else first, paragraphs + 1
            found = _datelines.leading(text)
            if paragraphs > 2 or (found and found.confidence > 0.8) or at > (last or first) + SPREAD:
                break
    if first is None:
        return _short_story(chunks, limit, last)
    followed = last is not None and _goes_on(chunks[last + 1 : last + REACH])
    if last is None or not followed:
        return first
    return max(first, last + 1 + _is_signature(chunks[last + 1]))


def _goes_on(chunks: list[Chunk]) -> bool:
    """Whether a story stands below a field: a paragraph, or two sentences."""
    if any(is_prose(chunk.text) for chunk in chunks):
        return True
    return sum(ends_sentence(chunk.text) and weight(chunk.text) > 40 for chunk in chunks) > 1


def _is_signature(chunk: Chunk) -> bool:
    """Whether nothing but names stands below the date."""
    return chunk.gap == 0 and weight(chunk.text) <= 60 and bool(_bylines.bare(chunk.text))


def _short_story(chunks: list[Chunk], limit: int, last: int | None) -> int:
    """Where a story of short lines begins: at its first sentence behind the first line, and behind the head's last field."""
    below = 1 if last is None or last > HIGHEST else last + 1
    for at in chain(range(below, limit), range(1, min(below, limit))):
        if ends_sentence(chunks[at].text) and weight(chunks[at].text) > 30 and not _is_field(chunks[at].text):
            return at
    return min(limit, 1) if len(chunks) < 3 else min(limit, 6)


def _is_field(text: str) -> bool:
    """Whether a line is one of the head's: a label with its value, a byline, a date."""
    return len(text) <= 200 and not (len(text) > 60 and ends_sentence(text)) and _is_short_field(text)


@lru_cache(maxsize=128)
def _is_short_field(text: str) -> bool:
    if is_of(text):
        return True
    known = label(text)
    if known and ({known.role} | {found.role for found in several(text)}) & {"byline", "published", "updated"}:
        return True
    if _bylines.byline(text):
        return True
    return len(text) <= 120 and has_digit(text) and (bool(is_date_line(text)) or _mixed(text))


def _mixed(text: str) -> bool:
    """Whether a short line has a date among names and places."""
    if len(text) > 110 or ends_sentence(text):
        return False
    return bool(place_and_date(text)) or (has_bar(text) and bool(find_date(text)))


def dated_ends(chunks: list[Chunk], draft: Draft) -> list[Chunk]:
    """The chunks with a date cut off that was glued to the end of the first line or the beginning of a paragraph."""
    chunks = [part for chunk in chunks[:1] for part in _dated_title(chunk, draft)] + chunks[1:]
    for at, chunk in enumerate(chunks[:4]):
        found = find_date(chunk.text[:45]) if weight(chunk.text) > 100 and not draft.has("published") else None
        if not found or not found.value or not _opens(chunk.text, found):
            continue
        day, story = chunk.split(found.end)
        if story:
            take_date(draft, found, day, "a full date before the first sentence", 0.8)
            return [*chunks[:at], story, *chunks[at + 1 :]]
    return chunks


def _dated_title(title: Chunk, draft: Draft) -> list[Chunk]:
    found = find_date(title.text) if len(title.text) <= 200 and not draft.has("published") else None
    if not found or not found.value or found.start < 20 or found.end < len(title.text) - 1:
        return [title]
    words = found.raw.split()
    headline, day = title.split(found.start)
    if not day or len(words) < 4 or not words[0][:1].isupper() or not words[0].rstrip(",").isalpha():
        return [title]
    draft.take("published", Moment(found.raw, found.value), day, "a full date at the end of the first line", 0.8)
    return [headline]


def _opens(text: str, found: FoundDate) -> bool:
    """Whether the date opens the text, alone or behind its weekday, and a sentence follows."""
    before, after = text[: found.start].strip(" ,"), text[found.end :].lstrip()
    return " " not in before and len(before) <= 12 and len(found.raw.split()) >= 3 and after[:1].isupper()
