"""Recognisers of lists and of boxes of facts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsexport.model import Factbox, Item, ListBlock
from newsexport.patterns import headed, lazy
from newsexport.reader._draft import Found
from newsexport.reader._lines import Chunk, ends_sentence, weight
from newsexport.reader._links import links

_FACTS = headed(
    "fac|key|at |in |by |bac|fak|zah|auf|rep|en |les|las|спр|циф",
    r"(?:factbox|fact box|fact file|key facts|facts?\b|at a glance|in numbers|by the numbers|background box|faktenkasten|zahlen und fakten|"
    r"auf einen blick|repères|en chiffres|les chiffres|en cifras|las claves|in cifre|fakta|faktaboks|faktaruta|справка|цифры)",
    re.IGNORECASE,
)
_POINTS = headed(
    "sum|key|tak|hig|in |das|auf|l'e|l’e|en |poi|lo |pun|las|em |pon|kor|i k|w s|гла|кор|öze|أبر|要点|ポイン",
    r"(?:summary|key (?:points|takeaways)|takeaways|highlights|in (?:short|brief)|das wichtigste in kürze|auf einen blick|l['’]essentiel|en bref|"
    r"points clés|lo esencial|puntos clave|las claves|in breve|em resumo|pontos principais|kort fortalt|i korthet|in het kort|kort om|w skrócie|главное|"
    r"коротко|özet|أبرز النقاط|要点|ポイント)\s?:?\Z",
    re.IGNORECASE,
)
_BULLETS = "-•*●▪◦‣·∙■□►▶➤✓–—+"
_BULLET = lazy(rf"(?P<mark>[{_BULLETS}])(?:\s+|(?=[^\s\-*–—+.\d]))(?=\S)")
_NUMBERS = "(0123456789"
_NUMBER = lazy(r"(?:\((?P<a>[0-9]{1,3})\)|(?P<b>[0-9]{1,3})[.)])\s+(?=\S)")


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


def points(body: Sequence[Chunk], at: int) -> Found | None:
    """A heading that announces the story's points, and two or more short lines right below it that are no sentences."""
    heading = body[at]
    if len(heading.text) > 40 or not _POINTS.match(heading.text):
        return None
    end = at + 1
    while (
        end < len(body)
        and body[end].gap == 0
        and 10 <= weight(body[end].text) <= 160
        and not ends_sentence(body[end].text)
    ):
        end += 1
    if end - at < 3:
        return None
    chunks = body[at + 1 : end]
    items = tuple(Item(chunk.text, links(chunk.text)) for chunk in chunks)
    raw = "\n".join(chunk.raw for chunk in body[at:end])
    block = Factbox(heading.text, items, (heading.lines[0], chunks[-1].lines[1]), raw)
    return Found(block, "factbox", "a heading that announces the points of the story above short lines", 0.8, end - at)


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
    head = body[at].head
    first = _BULLET.match(head) if head[:1] in _BULLETS else None
    if not first or not body[at].text[first.end() :]:
        return None
    end, speech = at, first["mark"] in "–—"
    dashed = speech or body[at].text[1:2] != " "
    while end < len(body):
        found = _BULLET.match(body[end].head)
        if not found or (found["mark"] in "–—") != speech or (end > at and body[end].gap > 1):
            break
        if dashed and _speech(body[end].text):
            break
        end += 1
    chunks = body[at:end]
    if dashed and len(chunks) < 2:
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
    found = _NUMBER.match(chunk.head) if chunk.text[:1] in _NUMBERS else None
    return int(found["a"] or found["b"]) if found else None
