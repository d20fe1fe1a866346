"""Numbers of a text with what they measure: sign or code of a currency before, scale, unit or counted noun after."""

from __future__ import annotations

import re

from newsexport.analysis._figurewords import (
    CODES,
    DOLLARS,
    EAST_SCALES,
    EAST_UNITS,
    LONG,
    LONG_BILLION,
    SCALES,
    SIGNS,
    UNITS,
    Lexicon,
)
from newsexport.analysis._numbers import Number, money, numbers
from newsexport.analysis._sentences import Passage
from newsexport.patterns import lazy
from newsexport.records import NamedTuple

_TOKEN = lazy(
    r"[ \u00a0\u202f\u2009-]?(?:(?P<word>[^\W\d_]+(?:['’.-][^\W\d_]+)*(?:/h\b|[²³])?)|(?P<sign>[%％](?:포인트|ポイント)?|[٪€$£¥₽₹₩]|°\s?[CF]\b))"
)
_PLAIN_TOKEN = lazy(r"[ -]?(?:(?P<word>[A-Za-z]+(?:['.-][A-Za-z]+)*(?:/h\b)?)|(?P<sign>[%$]))")  # the same in ASCII
_RATE = lazy(r"(?: a la| an?| per| par| pro| por| al|/)[ ]?([^\W\d_]+)(?! (?:earlier|ago|later|before|after|on)\b)")
_RATES = frozenset(
    "second minute hour day week month year person head tonne barrel household jour an mois heure tag monat jahr stunde día mes año dia ano".split()
)
_EAST = lazy(
    r"(?P<first>[十百千천万萬만亿億억兆조]{0,3})(?P<rest>(?:\d[\d,]{0,12}[十百千천万萬만亿億억兆조]{1,2}){0,3}(?:\d{1,8})?)(?:多|余|餘|여)?[ ]?(?P<unit>"
    + "|".join(sorted(map(re.escape, EAST_UNITS), key=len, reverse=True))
    + ")?(?!(?:组|級|级))"
)
_EAST_PART = lazy(r"(\d[\d,]*)([十百千천万萬만亿億억兆조]*)")
_SCALING = SCALES.keys() | LONG_BILLION.keys()
_UNIT_HEADS = frozenset(name.replace("-", " ").partition(" ")[0] for name in UNITS) | {"p", "m", "foot"}
_LETTERS = 5  # words after a number that are looked at
_NEEDS_SCALE = frozenset({"pounds", "won", "rand"})  # also a weight, a verb
_WEIGHED = lazy(
    r"weigh|quota|fish|catch|cargo|explosi|cocaine|heroin|drugs|meat|beef|pork|food|waste|payload|thrust|harvest|crop"
)
_SIZES = frozenset("long wide high tall deep thick away above below across apart underwater".split())
_NAMED = frozenset("mile miles acre acres foot hectare".split())
_ABBREVIATED = frozenset("mio mrd тыс млн млрд трлн mld tsd sq".split())
_EVERYDAY_SCALES = frozenset({"m", "k"})


class Token(NamedTuple):
    """A word or sign right after a number."""

    text: str
    lower: str
    start: int
    end: int
    hyphen: bool = False


class Quantity(NamedTuple):
    """A number with what it measures; `kind` is empty while that is not known. `scale` is what it was multiplied by."""

    start: int
    end: int
    number: Number
    value: float
    kind: str = ""
    unit: str | None = None
    scale: float = 1.0
    ahead: bool = False  # its unit stands before it
    after: tuple[Token, ...] = ()


def quantities(passage: Passage, words: Lexicon, triggers: frozenset[str], language: str) -> list[Quantity]:
    """The numbers of a paragraph with their currencies, scales and units; `triggers` are those that its article has."""
    text, plain = passage.text, passage.plain
    found: list[Quantity] = []
    for number in numbers(passage, words, triggers):
        if found and number.start < found[-1].end:
            continue
        quantity = _eastern(text, number) if text[number.end : number.end + 1] >= "\u2e80" else None
        quantity = quantity or _western(text, plain, number, words, language)
        if quantity:
            found.append(quantity)
    return found


def _eastern(text: str, number: Number) -> Quantity | None:
    """`1万2000人`, `45亿元`: powers of ten thousand, then a unit."""
    match = _EAST.match(text, number.end)
    if not match or not (match["first"] or match["unit"]):
        return None
    scale = _power(match["first"])
    value = number.value * scale
    for digits, powers in _EAST_PART.findall(match["rest"]):
        value += float(digits.replace(",", "")) * _power(powers)
    kind, unit = EAST_UNITS.get(match["unit"], ("", None))
    sign = money(text, number.start)
    start = sign[0] if sign and not kind else number.start
    if sign and not kind:
        kind, unit = "money", _currency(sign[1], "")
    return (
        Quantity(start, match.end("unit") if match["unit"] else match.end(), number, value, kind, unit, scale)
        if kind
        else None
    )


def _power(signs: str) -> float:
    scale = 1.0
    for sign in signs:
        scale *= EAST_SCALES[sign]
    return scale


def _currency(sign: str, language: str) -> str | None:
    if sign == "$":
        return DOLLARS.get(language.partition("-")[2].upper(), "USD")
    if sign in {"¥", "￥"}:
        return "CNY" if language[:2] == "zh" else "JPY"
    return (sign if sign in CODES else SIGNS.get(sign.replace(" ", ""))) or None


def _western(text: str, plain: str, number: Number, words: Lexicon, language: str) -> Quantity | None:
    start = number.start
    sign = money(text, start)
    if sign and sign[1].replace(" ", "") not in SIGNS and sign[1] not in CODES:
        sign = None
    after = _ahead(text, plain, number.end)
    if after and after[0].start == number.end and not number.spelt and not _glued(after[0], bool(sign)):
        return None
    scale, scaled = _scale(after, language, money=bool(sign)) if after and after[0].lower in _SCALING else (1.0, 0)
    end = after[scaled - 1].end if scaled else number.end
    after = after[scaled:]
    value = number.value * scale
    if sign:
        unit = _currency(sign[1], language) or ("INR" if scale in {1e5, 1e7} else None)
        return Quantity(sign[0], _rated(text, end), number, value, "money", unit, scale, True, after)
    kind, unit, used = _unit(after, words, scale)
    if (
        kind
        and after[used - 1].lower == "pounds"
        and _WEIGHED.search(text, max(0, start - 60), after[used - 1].end + 40)
    ):
        kind = ""
    if not kind:
        return Quantity(start, end, number, value, "", None, scale, False, after)
    end = _rated(text, after[used - 1].end)
    if unit == "p":
        value, unit = value / 100, "GBP"
    return Quantity(start, end, number, value, kind, unit, scale, False, after[used:])


def _ahead(text: str, plain: str, end: int) -> tuple[Token, ...]:
    """Up to five words after a number with nothing but single spaces or hyphens between them."""
    found: list[Token] = []
    token = _PLAIN_TOKEN if plain.isascii() else _TOKEN
    while len(found) < _LETTERS and (match := token.match(plain, end)):
        start, close = match.span(match.lastgroup or "word")
        word = text[start:close]
        lower = word.lower()
        found.append(Token(word, lower, start, close, text[end] == "-"))
        end = close + (lower in _ABBREVIATED and text[close : close + 1] == ".")
    return tuple(found)


def _glued(token: Token, money: bool) -> bool:
    """Whether letters right behind the digits can be a scale or a unit: 4bn, 45km; not 5G, 25th, 1990s."""
    if token.lower in _EVERYDAY_SCALES:
        return token.text.islower() or money
    first = token.lower.partition("-")[0]
    return first in SCALES or first in UNITS or token.text == "p" or token.text >= "\u0600"


def _scale(after: tuple[Token, ...], language: str, *, money: bool) -> tuple[float, int]:
    """The scale that the words begin with, and how many of them say so."""
    scale, used = 1.0, 0
    for token in after[:2]:
        word = token.lower
        if (
            word == "m"
            and not money
            and (language[:2] != "en" or len(after) < used + 2 or after[used + 1].lower in _SIZES)
        ):
            break
        times = LONG_BILLION.get(word) if language[:2] in LONG or word not in SCALES else SCALES[word]
        times = times or SCALES.get(word)
        if not times:
            break
        scale, used = scale * times, used + 1
    return scale, used


def _unit(after: tuple[Token, ...], words: Lexicon, scale: float) -> tuple[str, str | None, int]:
    """Kind and unit that the words begin with, and how many of them say so."""
    if not after or (after[0].lower not in words.links and _head(after[0]) not in _UNIT_HEADS):
        return "", None, 0
    if after[0].text == "p":
        return "money", "p", 1
    if (after[0].text == "m" and len(after) > 1 and after[1].lower in _SIZES) or (
        after[0].lower == "foot" and after[0].hyphen
    ):
        return "measure", "m" if after[0].text == "m" else "ft", 1
    first = 1 if after[0].lower in words.links and len(after) > 1 else 0
    names = [token.lower.replace("-", " ") for token in after[first : first + 3]]
    if names and names[0][:2] in {"d'", "d’"}:
        names[0] = names[0][2:]
    for size in range(len(names), 0, -1):
        name = " ".join(names[:size])
        if (
            name in UNITS
            and not _titled(after[first], scale)
            and (first == 0 or UNITS[name][0] in {"money", "measure"})
        ):
            if name in _NEEDS_SCALE and (scale < 1e3 or _of(after, first + size)):
                return "", None, 0
            used = first + size
            return (
                ("money", None, used + 2) if name[-6:] == "ollars" and _foreign(after, used) else (*UNITS[name], used)
            )
    return "", None, 0


def _head(token: Token) -> str:
    """The first word of a token, without the article that French hangs on it."""
    return token.lower.removeprefix("d'").removeprefix("d’").replace("-", " ").partition(" ")[0]


def _foreign(after: tuple[Token, ...], place: int) -> bool:
    """`dollars de Taïwan` are nobody else's dollars."""
    return len(after) > place + 1 and after[place].lower == "de" and after[place + 1].text[0].isupper()


def _titled(token: Token, scale: float) -> bool:
    """Whether a unit is written as a part of a name: Ninety Mile Beach."""
    return scale == 1 and len(token.text) > 3 and token.text.istitle() and token.lower in _NAMED


def _of(after: tuple[Token, ...], place: int) -> bool:
    return len(after) > place and after[place].lower == "of"


def _rated(text: str, end: int) -> int:
    rate = _RATE.match(text, end) if text[end : end + 1] in {" ", "/"} else None
    return rate.end() if rate and rate[1] in _RATES else end
