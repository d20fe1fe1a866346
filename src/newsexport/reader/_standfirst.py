"""Which paragraph above the story is its standfirst."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat

from newsexport.reader import _datelines
from newsexport.reader._draft import Draft
from newsexport.reader._lines import Chunk, ends_sentence, is_capitals, weight
from newsexport.reader._words import KICKER
from newsexport.reader._zone import is_prose

_EDGES = ".,;:!?…\"'“”‘’«»„()[]،؛؟"


def standfirst(kept: list[Chunk], rest: list[Chunk], draft: Draft) -> list[Chunk]:
    """The body, when its first chunk has been taken for the standfirst if it is one."""
    body = sorted([*kept, *rest], key=lambda chunk: chunk.lines)
    if len(body) < 2 or _datelines.leading(body[0].text) or not 25 <= weight(body[0].text) <= 600:
        return body
    reason = next(_reasons(body, kept, draft), None)
    if reason is None:
        return body
    draft.take("standfirst", body[0].text, body[0], reason, 0.75)
    return body[1:]


def _reasons(body: list[Chunk], kept: list[Chunk], draft: Draft) -> Iterator[str]:
    """What speaks for the first paragraph as the standfirst, the cheapest to see first."""
    first, second = body[0], body[1]
    unstopped = not ends_sentence(first.text)
    if first in kept and weight(first.text) > 45 and is_prose(second.text) and unstopped:
        yield "stands between the headline and the story"
    if second.gap > max(1, min((chunk.gap for chunk in body[2:8]), default=1)):
        yield "is set apart by white lines"
    if first.parts[0].indent == 0 and second.parts[0].indent >= 2:
        yield "is not indented as the story is"
    if unstopped and first.text[-1] not in ":,;" and ends_sentence(second.text) and weight(first.text) > 60:
        yield "has no full stop, as the story has"
    if is_capitals(first.text[:8]) and KICKER.match(first.head):
        yield "opens with a word for a kind of story"
    if _fast(body) and not _signed(first, draft):
        yield "is fast to the head, as the story is not"
    if _sure_dateline(second.text):
        yield "comes before a paragraph with a dateline"
    if _echoed(first, body[1:7]):
        yield "says in short what a paragraph below says"


def _signed(first: Chunk, draft: Draft) -> bool:
    """Whether the line above is the source's."""
    return any(entry.role == "source" and entry.lines[1] == first.lines[0] - 1 for entry in draft.trace)


def _fast(body: list[Chunk]) -> bool:
    """Whether the first paragraph follows the head without a white line, and every other one has a white line above it."""
    return len(body) > 2 and body[0].gap == 0 and weight(body[0].text) <= 320 and all(chunk.gap for chunk in body[1:8])


def _sure_dateline(text: str) -> bool:
    found = _datelines.leading(text)
    return found is not None and found.confidence > 0.85


def _echoed(first: Chunk, below: list[Chunk]) -> bool:
    """Whether half of the longer words of a paragraph come again in one of those below it.

    Measured on real articles: 40 of 100 standfirsts do so, and 3 of 100 first paragraphs.
    """
    words = {word for word in _words(first) if len(word) > 4}
    return len(words) > 4 and any(2 * len(words.intersection(_words(chunk))) >= len(words) for chunk in below)


def _words(chunk: Chunk) -> Iterator[str]:
    return map(str.strip, chunk.head.casefold().split(), repeat(_EDGES))
