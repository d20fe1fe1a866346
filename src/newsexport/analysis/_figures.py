"""The key figures of an article: quantities put together to changes, ranges and votes, told from other numbers, ranked.

Quiet when unsure: dates, years, ages, durations, times, scores, and numbers that name things are none.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from newsexport.analysis._changes import changed, qualified
from newsexport.analysis._counts import counted
from newsexport.analysis._facts import KeyFigure, Segment
from newsexport.analysis._figurewords import Lexicon, lexicon
from newsexport.analysis._pairings import Found, paired
from newsexport.analysis._quantities import Quantity, quantities
from newsexport.analysis._sentences import Passage
from newsexport.model import Article
from newsexport.patterns import lazy
from newsexport.records import Record, field

_MAGNITUDE = lazy(r"\bmagnitude(?: of|-)? ?\Z", re.IGNORECASE)
_YEAR = lazy(r"\b(?:in|im|en|nel|em|в) (?:[^\W\d_]{3,12} )?[12]\d{3}\Z")
_CURRENCY = lazy(r"\b(?:rupees|pesos|francs|crowns|kroner|dinars?|shillings)\b")
_NEAR = 80  # characters between what is counted and its part
_HARMED = lazy(r"\b(?P<verb>killed|injured|wounded|displaced|arrested) \Z")
_WEIGHTS = {
    "vote": 1.3,
    "change": 1.1,
    "money": 1.0,
    "points": 1.0,
    "percent": 0.9,
    "range": 0.9,
    "count": 0.7,
    "measure": 0.5,
}
_LIVES = frozenset(
    "dead killed injured wounded missing deaths casualties victims fatalities morts tote toten muertos morti mortos погибших".split()
)
_PEOPLE = frozenset(
    "people persons civilians soldiers troops children refugees migrants menschen personen personnes personas persone pessoas человек 人 شخص".split()
)
_REPEATED, _IN_HEAD, _LEAD = 0.25, 0.8, 0.8  # what a rank gains by being said again, in the headline, at the beginning


class _Seen(Record, frozen=False):
    """A figure, where it was first printed, and every place it is printed again."""

    found: Found
    place: float  # paragraphs before it, and how far down its own
    sentence: str
    segments: list[Segment] = field(default_factory=list)


def found(article: Article, read: Iterable[Passage]) -> tuple[KeyFigure, ...]:
    """The figures of an article's body, the most telling first; the same figure printed twice is one."""
    language = article.language or "en"
    passages = list(read)
    words = lexicon(language.partition("-")[0].lower())
    body = " ".join([passage.plain for passage in passages])
    triggers = words.triggers.intersection(body.replace("-", " ").split())
    seen: dict[tuple[object, ...], _Seen] = {}
    for place, passage in enumerate(passages):
        for one in figures(passage, words, triggers, language):
            key = (one.kind, one.value, one.to, one.unit, (one.noun or "").lower())
            if key not in seen:
                depth = one.start / len(passage.text)
                seen[key] = _Seen(one, place + depth, passage.sentence(one.start))
            seen[key].segments.append((passage.block, passage.offset + one.start, passage.offset + one.end))
    head = " ".join(filter(None, (article.headline, article.standfirst)))
    ranked = sorted(seen.values(), key=lambda one: (-_rank(one, head), one.segments[0]))
    return tuple(map(_figure, ranked))


def figures(passage: Passage, words: Lexicon, triggers: frozenset[str], language: str) -> Iterator[Found]:
    """The figures of a paragraph in order; `triggers` are those that its article has."""
    text = passage.text
    every = [
        one
        for one in quantities(passage, words, triggers, language)
        if one.kind or one.end - one.start != 4 or not _YEAR.search(text, max(0, one.start - 16), one.end)
    ]
    place, last = 0, None
    while place < len(every):
        here = every[place]
        pair = paired(text, here, every[place + 1], words) if place + 1 < len(every) else None
        one = pair or _single(text, here, words) or _part(text, here, last)
        if one:
            last = one
            start = qualified(text, one.start, words)
            yield one._replace(start=start, text=text[start : one.end]) if start < one.start else one
        place += 2 if pair else 1


def _single(text: str, here: Quantity, words: Lexicon) -> Found | None:
    if here.number.tied:
        return None
    noun, end = None, here.end
    if not here.kind:
        noun, end = counted(text, here, words)
    elif here.kind == "money" and not here.unit and (name := _CURRENCY.search(text, here.number.end, here.end)):
        noun = name[0]  # of several countries: crowns, rupees
    kind = here.kind or ("count" if noun else "")
    if not kind and (toll := _toll(text, here, words)):
        return toll
    if not kind and here.value < 10 and (quake := _quake(text, here.start)):
        shown = text[quake.start() : here.end]
        return Found(
            quake.start(), here.end, shown, "measure", here.value, None, "magnitude", None, "a magnitude", 0.95
        )
    change = changed(text, here, words, kind)
    if change:
        start, sign = change.start, change.sign
        if kind or change.by:
            end = max(end, change.end)
            value = sign * abs(here.value) if sign else here.value
            return Found(start, end, text[start:end], "change", value, None, here.unit, noun, change.rule, 0.9)
    if not kind:
        return None
    value, start = here.value, here.start
    if text[start - 1 : start] in {"-", "−"} and text[start - 2 : start - 1] in {"", " ", "("} and kind != "count":
        value, start = -value, start - 1
    rule = "a number and what it counts" if kind == "count" else f"a number and its unit, {here.unit or kind}"
    return Found(
        start, end, text[start:end], kind, value, None, here.unit, noun, rule, 0.85 if kind == "count" else 0.95
    )


def _quake(text: str, start: int) -> re.Match[str] | None:
    """The word "magnitude" before a number."""
    back = max(0, start - 20)
    return _MAGNITUDE.search(text, back, start) if "agnitude" in text[back:start].lower() else None


def _part(text: str, here: Quantity, whole: Found | None) -> Found | None:
    """`11,000 troops, 2,500 of whom`: what is counted is what was counted before."""
    if not whole or whole.kind != "count" or here.start - whole.end > _NEAR or here.kind or here.value > whole.value:
        return None
    if [token.lower for token in here.after[:2]] not in (["of", "whom"], ["of", "them"], ["of", "which"]):
        return None
    end, rule = here.after[1].end, "a part of what was counted before"
    return Found(here.start, end, text[here.start : end], "count", here.value, None, None, whole.noun, rule, 0.85)


def _toll(text: str, here: Quantity, words: Lexicon) -> Found | None:
    """`killed more than 39,000,`: what happened to people stands before, and no noun comes after."""
    if words.frm != "from" or here.value < 2 or (here.number.end - here.number.start == 4 and here.scale == 1):
        return None
    if "ed " not in text[max(0, here.start - 30) : here.start].lower():
        return None
    start = qualified(text, here.start, words)
    verb = _HARMED.search(text, max(0, start - 12), start)
    if not verb or (
        here.after and here.after[0].lower not in {"and", "in", "over", "on", "since", "at", "last", "when", "as", "by"}
    ):
        return None
    noun = verb["verb"]
    return Found(
        verb.start(),
        here.end,
        text[verb.start() : here.end],
        "count",
        here.value,
        None,
        None,
        noun,
        f"a number after {noun!r}",
        0.85,
    )


def _rank(seen: _Seen, head: str) -> float:
    """How telling a figure is: by kind and size, an early place, the headline, repetition."""
    one = seen.found
    rank = _WEIGHTS[one.kind] + _LEAD / (1 + seen.place) + _REPEATED * math.log2(len(seen.segments))
    noun = (one.noun or "").lower()
    if noun in _LIVES:
        rank += 0.7
    elif noun in _PEOPLE:
        rank += 0.3
    if one.kind in {"money", "count"} and one.value > 0:
        rank += 0.04 * math.log10(one.value + 1)
    digits = one.text.strip("abcdefghijklmnopqrstuvwxyz ")
    return rank + (_IN_HEAD if len(digits) > 1 and digits in head else 0)


def _figure(seen: _Seen) -> KeyFigure:
    one = seen.found
    return KeyFigure(
        text=one.text,
        kind=one.kind,  # type: ignore[arg-type]
        value=one.value,
        to=one.to,
        unit=one.unit,
        noun=one.noun,
        sentence=seen.sentence,
        rule=one.rule,
        confidence=one.confidence,
        segments=tuple(seen.segments),
    )
