"""Days that English counts from the day of publication: "on Thursday", "yesterday", "last month", "in February"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from newsexport.analysis._sentences import Passage
from newsexport.patterns import lazy, places
from newsexport.records import Literal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Tense: TypeAlias = Literal["past", "future"]
Dated: TypeAlias = tuple[int, int, str | None, str | None, str, float]

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_RELATIVE = lazy(
    rf"\b(?:(?P<which>last|next|this|coming|past|every|each|an?|most|the) )?(?P<weekday>{'|'.join(_DAYS)})\b(?!s|['’-]|,? (?:{'|'.join(_MONTHS)})|,? \d)|"
    rf"\b(?:in|since|by|until|last|next|early|late) (?P<month>{'|'.join(_MONTHS)})\b(?!,? \d| of \d)|"
    r"\b(?P<day>[Yy]esterday|[Tt]omorrow)\b(?!['’])|"
    r"(?<!the )(?<!over )(?<!past )\b(?P<period>[Ll]ast|[Nn]ext|[Tt]his) (?P<unit>year|month)\b(?!['’])"
)
_NAMES = (*_DAYS, *_MONTHS, *"yesterday Yesterday tomorrow Tomorrow year month".split())
_WORD = 9  # characters of the word and the space before a name
# What is part of any of them: looking for few pieces is faster than for all names.
_HINTS = (
    *("nday", "esday", "rsday", "riday", "urday", "terday", "omorrow", " month", " year"),
    *("uary", "ember", "ctober", "March", "April", "May", "June", "July", "August"),
)
_FUTURE = lazy(
    r"\b(?:will|won['’]t|would|shall|due|plans?|planned|planning|scheduled|expected|expects?|set to|going to|ahead of|to be|to take|to meet|to open|"
    r"to begin|to start|upcoming|next|may|might|could|until|by)\b"
)
_PAST = lazy(
    r"\b(?:said|told|was|were|had|met|held|began|won|lost|took|came|went|gave|left|fell|rose|died|made|found|saw|wrote|sent|put|hit|ran|led|spoke|"
    r"struck|shot|broke|became|got|kept|fled|flew|sold|bought|brought|sank|drew|cut|quit|[a-z]{3,}ed)\b"
)
_AROUND = 400  # characters before and after a date that tell its tense
_OPENS = frozenset("“„«")
_CLOSES = frozenset("”»")


def dates(passage: Passage, today: date) -> Iterator[Dated]:
    """The relative dates of a paragraph that the day of publication makes certain."""
    text = passage.text
    if not _hinted(text):
        return
    for match in _matches(text):
        if spoken(passage, match.start()):
            continue
        if match["weekday"]:
            value = _weekday(passage, match, today)
        elif match["month"]:
            value = _month(passage, match, today)
        elif match["day"]:
            value = (today + timedelta(days=1 if match["day"].lower() == "tomorrow" else -1)).isoformat()
        else:
            value = _period(match["period"].lower(), match["unit"], today)
        if value:
            start = (
                match.start("month")
                if match["month"] and match[0][:4].lower() not in {"last", "next"}
                else match.start()
            )
            yield start, match.end(), value, None, "counted from the day of publication", 0.8


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The dates of a text: looked for at their names, from the word before on."""
    end = 0
    for start in places(text, _NAMES):
        before = start
        while before and text[before - 1] == " ":
            before -= 1
        while before and text[before - 1].isalpha() and start - before < _WORD:
            before -= 1
        match = _RELATIVE.match(text, before) or _RELATIVE.match(text, start)
        if match and match.start() >= end:
            end = match.end()
            yield match


def _hinted(text: str) -> bool:
    for hint in _HINTS:  # noqa: SIM110 - a generator takes three times as long
        if hint in text:
            return True
    return False


def spoken(passage: Passage, place: int) -> bool:
    """Whether a place stands within quotation marks of its sentence."""
    start, _ = passage.around(place)
    before = passage.text[max(start, place - _AROUND) : place]
    opened = sum(map(before.count, _OPENS)) > sum(map(before.count, _CLOSES))
    return opened or before.count('"') % 2 == 1


def tense(passage: Passage, place: int) -> Tense | None:
    """What a sentence tells of: something past, or something to come; None where it is both or neither."""
    start, end = passage.around(place)
    start, end = max(start, place - _AROUND), min(end, place + _AROUND)
    past, future = _PAST.search(passage.text, start, end), _FUTURE.search(passage.text, start, end)
    if bool(past) == bool(future):
        return None
    return "past" if past else "future"


def _weekday(passage: Passage, match: re.Match[str], today: date) -> str | None:
    if match["which"] not in {None, "this"}:
        return None
    told = tense(passage, match.start())
    ahead = (_DAYS.index(match["weekday"]) - today.weekday()) % 7
    if told == "past":
        return (today - timedelta(days=(7 - ahead) % 7)).isoformat()
    return (today + timedelta(days=ahead)).isoformat() if told == "future" and ahead else None


def _month(passage: Passage, match: re.Match[str], today: date) -> str | None:
    number, first = _MONTHS.index(match["month"]) + 1, match[0].partition(" ")[0].lower()
    told = {"last": "past", "next": "future"}.get(first) or tense(passage, match.start())
    if told == "past":
        year = today.year if number < today.month or (number == today.month and first != "last") else today.year - 1
    elif told == "future":
        year = today.year if number > today.month or (number == today.month and first != "next") else today.year + 1
    else:
        return None
    return f"{year}-{number:02}"


def _period(which: str, unit: str, today: date) -> str:
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return f"{today.year + step}"
    months = today.year * 12 + today.month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02}"
