"""Recognisers of body blocks, tried in order at each chunk; the last takes everything. Add one: a function, a fixture."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsexport.model import (
    Block,
    Factbox,
    Figure,
    Item,
    ListBlock,
    Paragraph,
    Preformatted,
    PullQuote,
    Separator,
    Subheading,
)
from newsexport.reader import _marks
from newsexport.reader._draft import differing, noted
from newsexport.reader._lines import Chunk, ends_sentence, is_capitals, starts_small, weight
from newsexport.reader._links import links
from newsexport.reader._shape import is_table

_BULLET = re.compile(r"(?P<mark>[-•*●▪◦‣·∙■□►▶➤✓–—+])(?:\s+|(?=[^\s\-*–—+.\d]))(?=\S)")
_NUMBER = re.compile(r"(?:\((?P<a>[0-9]{1,3})\)|(?P<b>[0-9]{1,3})[.)])\s+(?=\S)")
_OPEN, _CLOSE = "“\"«„「『‘'»", "”\"»“」』’'«"
_FACTS = re.compile(
    r"(?:factbox|fact box|fact file|key facts|facts?\b|at a glance|in numbers|by the numbers|background box|faktenkasten|zahlen und fakten|"
    r"auf einen blick|repères|en chiffres|les chiffres|en cifras|las claves|in cifre|fakta|faktaboks|faktaruta|справка|цифры)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"#{1,6}\s+(?P<text>\S.*)\Z|\*\*(?P<bold>[^*]{2,200})\*\*\Z")
_ATTRIBUTION = re.compile(r"(?:--|[—–―-])\s?(?P<who>[^\W\d_].{1,120})\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """A block, what it is called, how we know, how sure, and how many chunks it took."""

    block: Block
    role: str
    reason: str
    confidence: float = 0.9
    used: int = 1


Recogniser = Callable[[Sequence[Chunk], int], Found | None]


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


def numbers(body: Sequence[Chunk], at: int) -> Found | None:
    """A list that counts up."""
    first = _counted(body[at])
    if first is None:
        return None
    end = at + 1
    while end < len(body) and _counted(body[end]) == first + end - at:
        end += 1
    if end - at < 2:
        return None
    chunks = body[at:end]
    return _listed(chunks, [_NUMBER.match(chunk.head) for chunk in chunks], first)


def bullets(body: Sequence[Chunk], at: int) -> Found | None:
    """Lines that the same sign opens; a dash opens a speech as well, so that one alone, or a long one, is none."""
    first = _BULLET.match(body[at].head)
    if not first or not body[at].text[first.end() :]:
        return None
    end, speech = at, first["mark"] in "–—"
    while end < len(body):
        found = _BULLET.match(body[end].head)
        if not found or (found["mark"] in "–—") != speech or (end > at and body[end].gap > 1):
            break
        end += 1
    chunks = body[at:end]
    if (speech or body[at].text[1:2] != " ") and (len(chunks) < 2 or any(_speech(chunk.text) for chunk in chunks)):
        return None
    if len(chunks) == 1 and weight(chunks[0].text) > 300:
        return None
    return _listed(chunks, [_BULLET.match(chunk.head) for chunk in chunks], None)


def _speech(text: str) -> bool:
    """Whether a line that a dash opens is somebody's words: whole sentences, or no space behind the dash."""
    return weight(text) > 160 or (text[1:2] != " " and text[0] in "–—-") or (text[0] in "–—" and ends_sentence(text))


def _listed(chunks: Sequence[Chunk], marks: Sequence[re.Match[str] | None], first: int | None) -> Found:
    texts = [chunk.text[mark.end() if mark else 0 :] for chunk, mark in zip(chunks, marks, strict=True)]
    raw = "\n".join(chunk.raw for chunk in chunks)
    lines = (chunks[0].lines[0], chunks[-1].lines[1])
    items = tuple(Item(text, links(text)) for text in texts)
    block = ListBlock(items, first is not None, 1 if first is None else first, lines, raw)
    reason = "the same sign opens each line" if first is None else "numbers count up"
    return Found(block, "list", reason, 0.95 if len(chunks) > 1 else 0.7, len(chunks))


def _counted(chunk: Chunk) -> int | None:
    found = _NUMBER.match(chunk.head)
    return int(found["a"] or found["b"]) if found else None


def factbox(body: Sequence[Chunk], at: int) -> Found | None:
    """A heading that announces facts, and the list below it."""
    heading = body[at]
    if len(heading.text) > 100 or not _FACTS.match(heading.text) or at + 1 >= len(body):
        return None
    listed = bullets(body, at + 1) or numbers(body, at + 1)
    if not listed or not isinstance(listed.block, ListBlock):
        return None
    raw, lines = f"{heading.raw}\n{listed.block.raw}", (heading.lines[0], listed.block.lines[1])
    block = Factbox(heading.text, listed.block.items, lines, raw)
    return Found(block, "factbox", "a heading that announces facts above a list", 0.85, listed.used + 1)


def heading_mark(body: Sequence[Chunk], at: int) -> Found | None:
    """A heading that Markdown marks: `## Talks`."""
    chunk = body[at]
    found = _HEADING.match(chunk.head) if len(chunk.text) <= 200 else None
    if not found:
        return None
    text = (found["text"] or found["bold"]).strip(" #")
    if not text:
        return None
    return Found(Subheading(text, links(text), chunk.lines, chunk.raw), "subheading", "marked as a heading")


def picture(body: Sequence[Chunk], at: int) -> Found | None:
    """A caption, a credit, or both."""
    chunk = body[at]
    found = _marks.photo(chunk.text)
    if not found:
        return None
    caption, credit = found
    raw = differing(chunk.text, chunk.raw) or (chunk.raw if credit else None)
    return Found(
        Figure(caption, credit, links(caption), chunk.lines, raw), "caption", "names a picture or its credit", 0.75
    )


def pull_quote(body: Sequence[Chunk], at: int) -> Found | None:
    """A quotation with its speaker's line below, or one in marks whose words stand in the body too."""
    chunk = body[at]
    quoted = chunk.text[:1] in _OPEN and chunk.text[-1:] in _CLOSE and len(chunk.text) > 8
    speaker = _ATTRIBUTION.match(body[at + 1].head) if at + 1 < len(body) and len(body[at + 1].text) <= 120 else None
    if quoted and speaker and not ends_sentence(body[at + 1].text):
        raw = f"{chunk.raw}\n{body[at + 1].raw}"
        block = PullQuote(chunk.text, speaker["who"], links(chunk.text), (chunk.lines[0], body[at + 1].lines[1]), raw)
        return Found(block, "pull quote", "a quotation with its speaker's line", 0.85, 2)
    words = chunk.text[1:-1].strip(" .,") if quoted and len(chunk.text) <= 300 else ""
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
    if len(text) > 110 or len(chunk.parts) > 2 or weight(text) > 110 or not _titled(text) or at + 1 >= len(body):
        return None
    following, before = body[at + 1], body[at - 1] if at else None
    if weight(following.text) < max(60, weight(text)) or starts_small(following.text):
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
    if (
        not any(char.isalpha() for char in text)
        or text[-1] in ".,;，、；…。۔।"
        or (text[-1] in ":：" and weight(text) > 50)
    ):
        return False
    if first in _OPEN and text[-1] in _CLOSE and weight(text) > 60:
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
    factbox,
    heading_mark,
    numbers,
    bullets,
    note,
    picture,
    pull_quote,
    subheading,
    paragraph,
)


def blocks(body: Sequence[Chunk]) -> list[Found]:
    """Every block of a body, in order."""
    found: list[Found] = []
    at = 0
    while at < len(body):
        here = next(made for recognise in RECOGNISERS if (made := recognise(body, at)))
        found.append(here)
        at += here.used
    return found
