"""Recognisers of body blocks, tried in order at each chunk; the last takes everything. Add one: a function, a fixture."""

from __future__ import annotations

from collections.abc import Sequence

from newsexport.model import (
    Paragraph,
    Preformatted,
    PullQuote,
    Separator,
    Subheading,
)
from newsexport.patterns import lazy
from newsexport.reader import _marks, _pictures
from newsexport.reader._draft import Found, Recogniser, differing, noted
from newsexport.reader._lines import Chunk, ends_sentence, is_capitals, starts_small, weight
from newsexport.reader._links import links
from newsexport.reader._lists import bullets, factbox, numbers, points
from newsexport.reader._shape import is_table

STANZA = 40  # lines
LONGEST_SHORT = 110  # characters of a sub-heading, of the heading of a box of facts, of a line of verse
_OPEN, _CLOSE = "“\"«„「『‘'»", "”\"»“」』’'«"
_UNTITLED = ".,;，、；…。۔।"  # what no heading ends with
_HEADING = lazy(r"#{1,6}\s+(?P<text>\S.*)\Z|\*\*(?P<bold>[^*]{2,200})\*\*\Z")
_ATTRIBUTION = lazy(r"(?:--|[—–―-])\s?(?P<who>[^\W\d_].{1,120})\Z")


def separator(body: Sequence[Chunk], at: int) -> Found | None:
    """A rule between two parts of the story."""
    chunk = body[at]
    if not _marks.rule(chunk.text):
        return None
    return Found(
        Separator(chunk.text, chunk.lines, differing(chunk.text, chunk.raw)), "separator", "a line drawn of signs"
    )


def table(body: Sequence[Chunk], at: int) -> Found | None:
    """Two or more lines with columns set in spaces."""
    end = at
    while (
        end < len(body)
        and len(body[end].parts) == 1
        and (end == at or body[end].gap == 0)
        and is_table(body[end].parts[0])
    ):
        end += 1
    if end - at < 2:
        return None
    raw = "\n".join(chunk.raw for chunk in body[at:end])
    text = "\n".join(part.raw.replace("\xa0", " ").rstrip() for chunk in body[at:end] for part in chunk.parts)
    lines = (body[at].lines[0], body[end - 1].lines[1])
    return Found(
        Preformatted(text, lines, differing(text, raw)), "table", "lines with columns set in spaces", 0.8, end - at
    )


def verse(body: Sequence[Chunk], at: int) -> Found | None:
    """Four or more short lines in a row that break where no sentence ends; looked at a stanza's length at a time."""
    end = at
    while end < min(len(body), at + STANZA) and (end == at or body[end].gap == 0) and _short_line(body[end]):
        end += 1
        if end == at + 4 and sum(ends_sentence(chunk.text) for chunk in body[at:end]) > 2:
            return None
    if end - at < 4:
        return None
    chunks = body[at:end]
    raw = "\n".join(chunk.raw for chunk in chunks)
    text = "\n".join(chunk.text for chunk in chunks)
    block = Preformatted(text, (chunks[0].lines[0], chunks[-1].lines[1]), differing(text, raw))
    return Found(block, "verse", "short lines in a row that break where no sentence ends", 0.6, end - at)


def _short_line(chunk: Chunk) -> bool:
    text = chunk.text
    return (
        len(text) <= 55
        and len(chunk.parts) == 1
        and text[0].isalpha()
        and " " in text
        and not _marks.small_print(chunk)
    )


def heading_mark(body: Sequence[Chunk], at: int) -> Found | None:
    """A heading that Markdown marks: `## Talks`."""
    chunk = body[at]
    found = _HEADING.match(chunk.head) if chunk.text[0] in "#*" and len(chunk.text) <= 200 else None
    if not found:
        return None
    text = (found["text"] or found["bold"]).strip(" #")
    if not text:
        return None
    return Found(Subheading(text, links(text), chunk.lines, chunk.raw), "subheading", "marked as a heading")


def picture(body: Sequence[Chunk], at: int) -> Found | None:
    """A caption, a credit, or both."""
    found = _pictures.picture(body, at, apart=body[at].gap > 0)
    return Found(found[0], "caption", "names a picture or its credit", 0.75, found[1]) if found else None


def pull_quote(body: Sequence[Chunk], at: int) -> Found | None:
    """A quotation with its speaker's line below, or one in marks whose words stand in the body too."""
    chunk = body[at]
    if chunk.text[0] not in _OPEN or chunk.text[-1] not in _CLOSE or len(chunk.text) <= 8:
        return None
    speaker = _ATTRIBUTION.match(body[at + 1].head) if at + 1 < len(body) and len(body[at + 1].text) <= 120 else None
    if speaker and not ends_sentence(body[at + 1].text):
        raw = f"{chunk.raw}\n{body[at + 1].raw}"
        block = PullQuote(chunk.text, speaker["who"], links(chunk.text), (chunk.lines[0], body[at + 1].lines[1]), raw)
        return Found(block, "pull quote", "a quotation with its speaker's line", 0.85, 2)
    words = chunk.text[1:-1].strip(" .,") if len(chunk.text) <= 300 else ""
    near = [*body[max(0, at - 12) : at], *body[at + 1 : at + 12]]
    if len(words) > 20 and any(len(other.text) > len(chunk.text) and words in other.text for other in near):
        block = PullQuote(chunk.text, None, links(chunk.text), chunk.lines, differing(chunk.text, chunk.raw))
        return Found(block, "pull quote", "a quotation in marks that the body says again", 0.8)
    return None


def note(body: Sequence[Chunk], at: int) -> Found | None:
    """Small print in the middle of a story."""
    chunk = body[at]
    found = _marks.small_print(chunk)
    if not found or found.role not in {"note", "more mark", "end mark", "signoff"}:
        return None
    return Found(noted(chunk, found.kind), f"note {found.kind}", found.reason, found.confidence)


def subheading(body: Sequence[Chunk], at: int) -> Found | None:
    """A short line without a full stop between paragraphs, nothing else standing beside it."""
    chunk = body[at]
    text = chunk.text
    if (
        len(text) > LONGEST_SHORT
        or text[-1] in _UNTITLED
        or at + 1 >= len(body)
        or len(chunk.parts) > 2
        or not _titled(text)
        or weight(text) > LONGEST_SHORT
    ):
        return None
    if len(chunk.parts) > 1 and any(map(str.isdigit, text)):
        return None  # a row of a table that the source broke
    following, before = body[at + 1], body[at - 1] if at else None
    short = len(text.split()) <= 4 and text[0] not in _OPEN and chunk.gap and following.gap
    least = 20 if short and ends_sentence(following.text) else 60
    if weight(following.text) < max(least, weight(text)) or starts_small(following.text):
        return None
    if (
        before
        and not (ends_sentence(before.text) or weight(before.text) < 110)
        and before.gap < chunk.gap + 1
        and chunk.gap == 0
    ):
        return None
    sure = 0.9 if is_capitals(text) or chunk.gap > following.gap or weight(text) < 60 else 0.7
    return Found(
        Subheading(text, links(text), chunk.lines, differing(text, chunk.raw)),
        "subheading",
        "a short line without a full stop above a paragraph",
        sure,
    )


def _titled(text: str) -> bool:
    first = text[0]
    if text[1:2] in (":", "."):
        return False
    if not any(map(str.isalpha, text)) or (text[-1] in ":：" and weight(text) > 50):
        return False
    if first in _OPEN and text[-1] in _CLOSE and (weight(text) > 60 or text[-2] in ".…"):
        return False
    return not starts_small(text) and "://" not in text and "@" not in text


def paragraph(body: Sequence[Chunk], at: int) -> Found:
    """Anything else."""
    chunk = body[at]
    joined = f"{len(chunk.parts)} lines joined" if len(chunk.parts) > 1 else "a paragraph of its own"
    return Found(
        Paragraph(chunk.text, links(chunk.text), chunk.lines, differing(chunk.text, chunk.raw)), "paragraph", joined
    )


RECOGNISERS: tuple[Recogniser, ...] = (
    separator,
    table,
    verse,
    factbox,
    points,
    heading_mark,
    numbers,
    bullets,
    note,
    picture,
    pull_quote,
    subheading,
    paragraph,
)


# Most chunks open with a letter: signs, numbers and quotation marks need not be looked for, nor short things in long ones.
SIGNS: frozenset[Recogniser] = frozenset((separator, heading_mark, numbers, bullets, pull_quote))
SHORT: frozenset[Recogniser] = frozenset((verse, factbox, points, subheading))
_LETTERED = tuple(recognise for recognise in RECOGNISERS if recognise not in SIGNS)
_LONG_LETTERED = tuple(recognise for recognise in _LETTERED if recognise not in SHORT)


def blocks(body: Sequence[Chunk]) -> list[Found]:
    """Every block of a body, in order."""
    found: list[Found] = []
    at = 0
    while at < len(body):
        for recognise in _asked(body[at].text):
            if here := recognise(body, at):
                found.append(here)
                at += here.used
                break
    return found


def _asked(text: str) -> tuple[Recogniser, ...]:
    """The recognisers that may take a chunk of this text."""
    if not text[0].isalpha():
        return RECOGNISERS
    return _LETTERED if len(text) <= LONGEST_SHORT else _LONG_LETTERED
