"""Speech that a dash opens: `— No iremos, dijo la ministra.`, with the narrator's words cut out."""

from __future__ import annotations

import re

from newsexport.analysis._kinds import CUES
from newsexport.patterns import lazy

_DASH = lazy(r"\s*[—―–]\s?(?=[^\W\d_]|[¿¡«])")
_ASIDE = lazy(r"[,.!?…]?\s[—―–]\s?(?=[^\W\d_])|[,.!?…]?[—―–]\s?(?=[^\W\d_])|[—―–](?=[.,;:]?(?:\s|\Z))|,\s")
_WORD = lazy(r"[^\W\d_]+")
_PAUSE = lazy(r"[.!?—―–;:]")
_NEAR = 40  # characters after a comma or dash that hold the verb of saying


def spoken(text: str) -> list[tuple[int, int]]:
    """The spans of a dash paragraph that are spoken; none unless a verb of saying is found beside them."""
    head = _DASH.match(text)
    if not head:
        return []
    start = head.end()
    for cut in _ASIDE.finditer(text, start):
        if _says(text, cut.end()):
            first = (start, cut.start() + (cut[0][0] in ",.!?…"))
            return [first, *_resumed(text, cut)]
    return []


def _says(text: str, place: int) -> bool:
    near = _PAUSE.split(text[place : place + _NEAR], maxsplit=1)[0]
    return text[place : place + 1].islower() and not CUES.isdisjoint(_WORD.findall(near.lower())[:4])


def _resumed(text: str, cut: re.Match[str]) -> list[tuple[int, int]]:
    """What is spoken after the narrator's words: only a second dash can say so."""
    if cut[0].strip() == ",":
        return []
    for again in _ASIDE.finditer(text, cut.end()):
        if again[0].strip(" ,.!?…") in {"—", "―", "–"}:
            rest = again.end()
            while rest < len(text) and (text[rest].isspace() or text[rest] in ".,;:"):
                rest += 1
            return [(rest, len(text.rstrip()))] if rest < len(text.rstrip()) else []
    return []
