"""The numbers of a text, in digits or in words, those out that are part of a word, a time, a date or a name."""

from __future__ import annotations

from collections.abc import Iterator

from newsexport.analysis._figurewords import CODES, ONES, SIGNS, Lexicon
from newsexport.analysis._sentences import Passage
from newsexport.patterns import lazy
from newsexport.records import NamedTuple

_NUMBER = lazy(r"\d(?:\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))+(?:[.,]\d+)?(?!\d)|\d*(?:[.,'’\u066b\u066c]\d+)*)")
_PLAIN_NUMBER = lazy(r"[0-9](?:[0-9]{0,2}(?: [0-9]{3}(?![0-9]))+(?:[.,][0-9]+)?(?![0-9])|[0-9]*(?:[.,'][0-9]+)*)")
_MONEY_SIGNS = frozenset("£€₽₹₩₪₺₴₦฿₫￥¥")
_MONEY_CODE = lazy(r"\b(?:(?:US|AU|CA|NZ|HK|NT|[ACSR])[ ]?\$|Rs\.?|Tk|RMB|[A-Z]{3})\Z|\$(?:A|US|NZ)?\Z")
_MONEY_GAPS = frozenset(" \u00a0\u202f-")  # what may stand between it and the number; and how a code ends
_MONEY_WORDS = frozenset({"Rs", "Tk"})
_MONEY_ENDS = frozenset("$.skABCDEFGHIJKLMNOPQRSTUVWXYZ")
_SPELT = lazy(r"[^\W\d_]+")
_SCALES = "hundred thousand million billion trillion dozen millones milliard millón milione miliardo milhão bilhão млн".split()
_INSIDE = frozenset(" \u00a0\u202f\u2009.,'’\u066b\u066c")  # what may go on a number
_GROUPED = dict.fromkeys(map(ord, " \u00a0\u202f\u2009'’\u066c")) | {0x66B: "."}  # how a number is read that has them
_LONGEST = 24  # characters of a number


class Number(NamedTuple):
    """A number as printed: its value; whether it is spelt out, tied to a number before it ("10-15"), bare of signs."""

    start: int
    end: int
    value: float
    spelt: bool = False
    tied: bool = False


def numbers(passage: Passage, words: Lexicon, triggers: frozenset[str]) -> list[Number]:
    """The numbers of a paragraph in order, those out that are part of a word, a time, a date or a name.

    `triggers` are the words that its article has of those without which no number is spelt out.
    """
    found = list(_printed(passage, comma=words.comma)) if passage.digits else []
    if triggers and words.words and (spelt := list(_spelt(passage.plain, words.words, triggers))):
        found = sorted(found + spelt)
    return found


def _printed(passage: Passage, *, comma: bool) -> Iterator[Number]:
    text, plain = passage.text, passage.plain
    end, pattern = 0, _PLAIN_NUMBER if plain.isascii() else _NUMBER
    for start, close in passage.digits:
        if start >= end:
            match = pattern.match(plain, start) if text[close : close + 1] in _INSIDE else None
            end = match.end() if match else close
            if number := _number(text, start, end, comma=comma):
                yield number


def _number(text: str, start: int, end: int, *, comma: bool) -> Number | None:
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if (after[:1] in ":/" and after[1:].isdigit()) or after[:1] in {"_", "@", "\\"}:
        return None
    tied = False
    if before:
        last, left = before[-1], before[:-1]
        if (
            last in "/#§№_@\\"
            or (last in ":.,'’" and left.isdigit())
            or (last.isalpha() and not _attaches(text, start))
        ):
            return None
        if last in "-–—‑−":
            tied = left.isalnum() or left in set("%)$£€")
            if tied and left.isalpha() and left not in "mnkKh":
                return None
    value = _value(text[start:end], comma=comma) if end - start <= _LONGEST else None
    return None if value is None else Number(start, end, value, tied=tied)


def money(text: str, start: int) -> tuple[int, str] | None:
    """Where the sign or code of money begins that stands before a number at `start`, and what it is."""
    end = start - (text[start - 1 : start] in _MONEY_GAPS)
    last = text[end - 1 : end]
    if last in _MONEY_SIGNS:
        return end - 1, last
    if last not in _MONEY_ENDS or (last in "sk." and text[max(0, end - 3) : end].strip(".")[-2:] not in _MONEY_WORDS):
        return None
    back = max(0, start - 5)
    if last == "$" and not any(map(str.isupper, text[back : end - 1])):
        return end - 1, last
    code = _MONEY_CODE.search(text, back, end)
    return (code.start(), code[0]) if code else None


def _attaches(text: str, start: int) -> bool:
    """Whether letters may stand right before the number: a code of money, East-Asian text, an Arabic prefix."""
    last = text[start - 1]
    if last >= "\u0600":
        return True
    sign = money(text, start)
    return sign is not None and (sign[1] in CODES or sign[1].replace(" ", "") in SIGNS)


def _value(printed: str, *, comma: bool) -> float | None:
    """The number that is printed; None where its stops and commas can be read in two ways, or in none."""
    if printed.isdecimal():
        return float(printed)
    plain = printed.translate(_GROUPED)
    stops, commas = plain.count("."), plain.count(",")
    if not stops and not commas:
        return float(plain)
    last = max(plain.rfind("."), plain.rfind(","))
    sign, other = plain[last], "." if plain[last] == "," else ","
    groups = plain.replace(other, sign).split(sign)
    if plain.count(sign) > 1 or (not plain.count(other) and len(groups[-1]) == 3 and (sign == ",") != comma):
        if any(len(group) not in {2, 3} for group in groups[1:]) or len(groups[-1]) != 3 or (stops and commas):
            return None
        return float("".join(groups))
    return float(plain.replace(other, "").replace(sign, "."))


def _spelt(text: str, known: dict[str, float], triggers: frozenset[str]) -> Iterator[Number]:
    """Numbers in words: "two million" is 2 here and its scale comes after; "a" and "one" count only before a scale."""
    if not any(map(text.__contains__, triggers)) or triggers.isdisjoint(text.replace("-", " ").split()):
        return
    lower = text.replace("İ", "I").lower()  # the one letter that grows in lower case
    taken = 0
    for place, word in _places(lower, known):
        value, start, end = known[word], place, place + len(word)
        if start < taken:
            continue
        if text[start - 1 : start] in set("-’'/") or text[end : end + 1] in set("’'"):
            continue
        if (
            value >= 20
            and text[end : end + 1] == "-"
            and (ones := _SPELT.match(text, end + 1))
            and ones[0].lower() in known
        ):
            value, end = value + known[ones[0].lower()], ones.end()
        if word in ONES:
            scale = _SPELT.match(lower, end + 1) if text[end : end + 1] in {" ", "-"} else None
            if not scale or scale[0] not in _SCALES or lower[scale.end() : scale.end() + 1].isalnum():
                continue
            if text[max(0, start - 5) : start].lower() == "half ":
                value, start = 0.5, start - 5
        taken = end
        yield Number(start, end, value, spelt=True)


def _places(lower: str, known: dict[str, float]) -> list[tuple[int, str]]:
    """Where words that are numbers stand, in order; "a" and "one" only in a text with a scale."""
    scaled = any(map(lower.__contains__, _SCALES))
    numbers = [word for word in filter(lower.__contains__, known) if scaled or word not in ONES]
    return sorted((place, word) for word in numbers for place in _found(lower, word))


def _found(lower: str, word: str) -> Iterator[int]:
    """Where a whole word stands."""
    place = lower.find(word)
    while place >= 0:
        end = place + len(word)
        if not (_letter(lower[place - 1 : place]) or _letter(lower[end : end + 1])):
            yield place
        place = lower.find(word, end)


def _letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()
