"""Two numbers that are one figure: a vote, a range, a change from one value to another."""

from __future__ import annotations

import re

from newsexport.analysis._changes import before, changed
from newsexport.analysis._counts import counted
from newsexport.analysis._figurewords import Lexicon
from newsexport.analysis._quantities import Quantity
from newsexport.patterns import lazy
from newsexport.records import NamedTuple

_GAP = 44  # characters between two numbers that belong together
_DASH = lazy(r"[ ]?[-–—~〜～][ ]?")
_TO = lazy(r"[ ](?:to|bis|à|a|au|до|to about|to nearly|to more than|or)[ ]")
_DOWN_FROM = lazy(r"[^.;:\d]{0,24},? \(?(?P<way>up|down|higher|lower) from (?:about |nearly |just |over )?")
_WHEN = lazy(
    r"\A (?:in|im|en|nel|em|в) (?:[^\W\d_]{3,12} )?[12]\d{3}(?= )|\A (?:last|a) (?:year|month|week|year earlier|month earlier)(?= )"
)
_AND = lazy(r"[ ](?:and|und|et|y|e|и|و)[ ]?")
_BETWEEN = lazy(
    r"(?<!\w)(?:between|zwischen|entre|tra|fra|между|بين)[ ](?:about |roughly |an estimated )?\Z", re.IGNORECASE
)
_VOTED = lazy(
    r"(?<!\w)(?:vot(?:e|es|ed|ing)\b|ballot|motion|bill\b|resolution|senate|parliament|assembly|approv|adopt|passed\b|passage\b|measure\b|lower house|house of|commons\b|reject|ratif|ruled|carried|lawmakers|"
    r"deputies|stimm|abstimm|voix|adopté|votos|votó|aprob|voti|aprovad)",
    re.IGNORECASE,
)
_PLAYED = lazy(
    r"(?<!\w)(?:beat|beaten|won|wins?|winning|lost|lose|loses|defeat|draw|drew|match|scor|goal|league|cup|game|half-time|semi|final|set\b|tie-?break)",
    re.IGNORECASE,
)
_VOTES = ("vot", "voix", "stimm", "favour", "favor", "against", "for and")
_WHOLE = 4  # digits of the most votes that a house has


class Found(NamedTuple):
    """A figure in a paragraph: characters `start` to `end`, what it is, and why."""

    start: int
    end: int
    text: str
    kind: str
    value: float
    to: float | None
    unit: str | None
    noun: str | None
    rule: str
    confidence: float


class _Both(NamedTuple):
    """Two quantities in one unit."""

    first: float
    second: float
    kind: str
    unit: str | None
    noun: str | None
    end: int


def paired(text: str, left: Quantity, right: Quantity, words: Lexicon) -> Found | None:
    """The vote, change or range that two neighbouring numbers make."""
    if right.start - left.number.end > _GAP or not text[left.number.end : right.start].strip():
        return None
    return _vote(text, left, right, words) or _change(text, left, right, words) or _range(text, left, right, words)


# ------------------------------------------------------------------ votes


def _vote(text: str, left: Quantity, right: Quantity, words: Lexicon) -> Found | None:
    if left.kind or right.kind or not (_house(left) and _house(right)):
        return None
    joint = text[left.number.end : right.start]
    if not (_dashed(joint) or (joint[:1] == joint[-1:] == " " and joint[1:-1].lower() in words.votes)):
        return None
    around = text[max(0, left.start - 70) : left.start], text[right.end : right.end + 30]
    sure = _tells_votes(joint.lower()) or (right.after and right.after[0].lower.startswith(_VOTES))
    if not sure and (_PLAYED.search(around[0]) or not any(map(_VOTED.search, around))):
        return None
    end = right.end
    tail = right.after[0] if right.after else None
    if tail and tail.lower in {"against", "stimmen", "contre", "contra", "contrari", "contrários"}:
        end = tail.end
    value, to = left.value, right.value
    return Found(
        left.start, end, text[left.start : end], "vote", value, to, "votes", None, "two numbers of a vote", 0.9
    )


def _dashed(joint: str) -> bool:
    """Whether nothing but a dash stands between two numbers."""
    return len(joint) <= 3 and bool(_DASH.fullmatch(joint))


def _house(quantity: Quantity) -> bool:
    number = quantity.number
    return quantity.scale == 1 and not number.spelt and number.value == int(number.value) and number.value < 10**_WHOLE


def _tells_votes(joint: str) -> bool:
    return any(map(joint.__contains__, _VOTES))


# ------------------------------------------------------------------ changes and ranges


def _change(text: str, left: Quantity, right: Quantity, words: Lexicon) -> Found | None:
    """`rose from 3% to 4%`, and `rose to 4% from 3%`."""
    if not words.frm or not words.signs:
        return None
    between = text[left.end : right.start]
    if " from " in between and (fallen := _DOWN_FROM.fullmatch(between)):
        return _fallen(text, left, right, fallen)
    frm, till = words.frm.split("|"), words.till.split("|")
    said = between.lower()
    if not any(word in till or word in frm for word in said.split()):
        return None
    joint = _WHEN.sub("", said).split()
    if not joint or not (joint[0] in till or joint[0] in frm):
        return None
    led = before(text, left.start)
    lead = led[0][0].lower() if led else ""
    forward = lead in frm and joint[0] in till
    backward = lead in till and joint[0] in frm
    if not (forward or backward) or len(joint) > 3:
        return None
    verb = next((match for match in led[1:] if match[0].lower() in words.signs), None)
    if backward and left.kind and not right.kind and right.scale == 1:
        right = right._replace(kind=left.kind, unit=left.unit)  # "to 71 percent from 64"
    both = _unified(text, left, right, words, hyphen=False, bare=bool(verb))
    if not verb or not both:
        return None
    verb = next((match for match in led if match[0].lower() in words.signs and match.end() + 1 == verb.start()), verb)
    start = verb.start() if len(text[verb.start() : left.start].split()) <= 4 else led[0].start()
    first, second = (both.first, both.second) if forward else (both.second, both.first)
    shown = text[start : both.end]
    return Found(
        start, both.end, shown, "change", first, second, both.unit, both.noun, "from one value to another", 0.95
    )


def _fallen(text: str, left: Quantity, right: Quantity, joint: re.Match[str]) -> Found | None:
    """`33.8 percent of the vote, down from 41 percent`."""
    if not left.kind or (left.kind, left.unit) != (right.kind, right.unit):
        return None
    if (right.value > left.value) != (joint["way"] in {"down", "lower"}):
        return None
    shown, rule = text[left.start : right.end], "down or up from an earlier value"
    return Found(left.start, right.end, shown, "change", right.value, left.value, left.unit, None, rule, 0.95)


def _range(text: str, left: Quantity, right: Quantity, words: Lexicon) -> Found | None:
    joint = text[left.end : right.start]
    hyphen = _dashed(joint)
    joined = hyphen or _TO.fullmatch(joint)
    if not joined and not _AND.fullmatch(joint):
        return None
    between = _BETWEEN.search(text, max(0, left.start - 24), left.start)
    if not joined and not between:
        return None
    if left.kind and right.kind and not hyphen and not between and changed(text, left, words, left.kind):
        return None  # "fell by $1 to $78": an amount and where it led
    both = _unified(text, left, right, words, hyphen=hyphen, bare=False)
    if not both or both.first >= both.second:
        return None
    start = between.start() if between else left.start
    shown = text[start : both.end]
    return Found(
        start, both.end, shown, "range", both.first, both.second, both.unit, both.noun, "the ends of a range", 0.9
    )


def _unified(text: str, left: Quantity, right: Quantity, words: Lexicon, *, hyphen: bool, bare: bool) -> _Both | None:
    """Both in the unit and scale that one of them says; None where they measure different things."""
    if left.kind and right.kind and (left.kind, left.unit) != (right.kind, right.unit):
        return None
    first, second = left.value, right.value
    if left.scale == 1 and right.scale > 1 and (hyphen or not (left.kind and right.kind)):
        first *= right.scale
    kind, unit = left.kind or right.kind, left.unit or right.unit
    if kind and not right.kind and not left.ahead:
        return None  # "3% to 40 people"
    if kind:
        return _Both(first, second, kind, unit, None, right.end)
    noun, end = counted(text, right, words)
    if not noun and not bare:
        return None
    return _Both(first, second, "count", None, noun, end)
