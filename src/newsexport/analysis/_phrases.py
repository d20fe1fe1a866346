"""The words that name a speaker: a pronoun, a name with what stands round it, or a role ("a spokesman for the ministry")."""

from __future__ import annotations

from newsexport.analysis._tokens import Line
from newsexport.analysis._wordkinds import adverb, leads, named, several, trade
from newsexport.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

_WIDTH = 7  # words of a role without its prepositions
_LONGEST = 14  # words of a name
_DEPTH = 3  # prepositions in a row
_NARROW = frozenset({"of", "for", "from", "at", "with", "de", "du", "des", "der", "von", "del", "di", "da", "do"})
_POSSESSIVE = ("'s", "s'")
_PRONOMINAL = frozenset(
    "this those one two three all both most several some many others another each neither none few".split()
)
_OTHERS = frozenset({"them", "him", "her", "us", "me", "whom", "it", "himself", "herself"})


class Phrase(NamedTuple):
    """Words `start` to `end` that name a speaker, and those of them that are a person's name, title included."""

    start: int
    end: int
    kind: Literal["pronoun", "name", "role"]
    name: tuple[int, int] | None = None


def phrase(line: Line, place: int, limit: int, *, narrow: bool = False, depth: int = 0) -> Phrase | None:
    """The longest phrase that begins at `place` and does not pass `limit`; `narrow` takes only few prepositions along."""
    if place >= limit or not line.words[place][0].isalnum():
        return None
    word, lexicon = line.lower[place], line.lexicon
    if word.isdigit():
        counted = place + 1 < limit and line.words[place + 1].islower()
        return _common(line, place, limit, narrow, depth) if counted else None
    if word in lexicon.pronouns and not (line.upper(place) and word == "it" and line.words[place] == "IT"):
        found = Phrase(place, place + 1, "pronoun")
        return found if word not in {"some", "many", "others"} else _common(line, place, limit, narrow, depth)
    if word in lexicon.determiners:
        if word == "that" and place and line.words[place - 1][0].isalpha():
            return None
        return _common(line, place, limit, narrow, depth)
    if named(line, place):
        return _named(line, place, limit, narrow, depth)
    if _several_ahead(line, place, limit) or _role_ahead(line, place, limit) or depth:
        return _common(line, place, limit, narrow, depth)
    return None


def _role_ahead(line: Line, place: int, limit: int) -> bool:
    """Whether words in lower case lead to a role and a name: `campaign manager Ana Roe`."""
    role = False
    for at in range(place, min(limit, place + _WIDTH)):
        word = line.lower[at]
        if not word[0].isalpha() or word in line.lexicon.stops or word in line.lexicon.joints:
            return False
        if role and named(line, at):
            return True
        role = leads(line, at)
    return False


def _several_ahead(line: Line, place: int, limit: int) -> bool:
    """Whether at most three words lead to people: `trade group officials`."""
    for at in range(place, min(limit, place + 3)):
        word = line.lower[at]
        if (
            word in line.lexicon.stops
            or word in line.lexicon.joints
            or (at > place and line.upper(at))
            or not word[0].isalpha()
        ):
            return False
        if word in line.lexicon.plurals or (several(line, at) and word not in line.lexicon.verbs):
            return True
        if adverb(line, at) or word in line.lexicon.verbs:
            return False
    return False


def _named(line: Line, place: int, limit: int, narrow: bool, depth: int) -> Phrase | None:
    end = _capitals(line, place, limit)
    if line.lower[end - 1].replace("’", "'").endswith(_POSSESSIVE):
        return _common(line, end, limit, narrow, depth, place)
    rest = _nouns(line, end, limit)
    if rest > end:
        return _common(line, end, limit, narrow, depth, place)
    found = Phrase(place, end, "name", (place, end))
    if end + 1 < limit and line.lower[end] in line.lexicon.conjunctions:
        other = phrase(line, end + 1, limit, narrow=True, depth=depth + 1) if depth < _DEPTH else None
        if other and other.kind != "pronoun" and line.lower[end + 1] not in line.lexicon.verbs:
            return Phrase(place, other.end, "role")
    return found if narrow else _extended(line, found, limit, depth)


def _capitals(line: Line, place: int, limit: int) -> int:
    """Where a run of words in capitals ends, particles and initials within."""
    end, lexicon = place + 1, line.lexicon
    limit = min(limit, place + _LONGEST)
    while end < limit and not line.lower[end - 1].endswith(_POSSESSIVE):
        word = line.words[end]
        if word[0].isupper() and named(line, end):
            end += 1
        elif line.lower[end] in lexicon.particles or word == "&":
            ahead = end + 1
            while ahead < limit and ahead < end + 3 and line.lower[ahead] in lexicon.particles | {"the"}:
                ahead += 1
            if ahead >= limit or not named(line, ahead) or not line.upper(ahead):
                break
            end = ahead + 1
        else:
            break
    return end


def _nouns(line: Line, place: int, limit: int) -> int:
    """Where words in lower case after a name end that make it a role: `Trump supporters`, `Vale spokesman Ana Roe`."""
    lexicon = line.lexicon
    for at in range(place, min(limit, place + 4)):
        word = line.lower[at]
        if (
            not word[0].isalpha()
            or word in lexicon.stops
            or word in lexicon.joints
            or adverb(line, at)
            or line.upper(at)
        ):
            break
        if trade(line, at) or several(line, at):
            return at + 1
    return place


def _common(line: Line, place: int, limit: int, narrow: bool, depth: int, start: int = -1) -> Phrase | None:
    """A phrase about a noun; `start` is where what stands before `place` began."""
    lexicon, begin = line.lexicon, place if start < 0 else start
    at = place + (line.lower[place] in lexicon.determiners if place < limit else 0)
    first, name = at, -1
    while at < limit and at - first < _WIDTH:
        word = line.lower[at]
        if not line.words[at][0].isalnum() or word in lexicon.stops or word in lexicon.joints or word in lexicon.times:
            break
        if at > first and not line.upper(at) and _over(line, at, limit, narrow):
            break
        if at > first and narrow and lexicon.inverted and word in lexicon.determiners:
            break
        if line.upper(at) and at > first and _introduces(line, at - 1, word in lexicon.titles):
            name = at
        at += 1
        if name >= 0:
            at = _capitals(line, name, limit)
            break
    if at == first and line.lower[place : place + 1] and line.lower[place] not in _PRONOMINAL:
        return None
    if at > first and line.lower[at - 1].endswith(_POSSESSIVE):
        return None
    if name >= 0:
        return Phrase(begin, at, "name", (name, at))
    return _extended(line, Phrase(begin, at, "role"), limit, depth, _NARROW if narrow else None)


def _introduces(line: Line, place: int, titled: bool) -> bool:
    """Whether a word leads to a name: a trade in lower case, or in German a title (`ihr Sprecher Tom Roe`, not `Präsident Perus`)."""
    if line.upper(place):
        owned = line.lower[place + 1].endswith("s") and not (place + 2 < len(line.words) and line.upper(place + 2))
        return line.lexicon.is_office(line.lower[place]) and not owned
    return titled or leads(line, place)


def _over(line: Line, place: int, limit: int, narrow: bool) -> bool:
    """Whether a phrase is over before a word: an adverb, or where no verb is known what seems to be one."""
    if adverb(line, place):
        return not (place + 1 < limit and leads(line, place + 1))
    if not narrow:
        return line.lower[place] in line.lexicon.verbs and _taken(line, place + 1)
    return _verbal(line, place) or (bool(line.lexicon.trades) and trade(line, place - 1) and not trade(line, place))


def _taken(line: Line, place: int) -> bool:
    """Whether a word begins what a verb takes along."""
    word = line.lower[place] if place < len(line.words) else ""
    return word in line.lexicon.determiners or word in line.lexicon.pronouns or word == "that"


def _verbal(line: Line, place: int) -> bool:
    """Whether a word after a noun seems to be the verb."""
    word = line.lower[place]
    if word.endswith("s") and place + 1 < len(line.words) and line.lower[place + 1] == "of":
        return False
    return (word in line.lexicon.verbs and word not in line.lexicon.nouns) or (word.endswith("ed") and len(word) > 4)


def _extended(line: Line, found: Phrase, limit: int, depth: int, joints: frozenset[str] | None = None) -> Phrase:
    """The phrase with the prepositions that follow it and what they lead to."""
    end = found.end
    while depth < _DEPTH and end + 1 < limit and line.lower[end] in (joints or line.lexicon.joints):
        if line.lower[end + 1] in _OTHERS:
            end += 2
            break
        inner = phrase(line, end + 1, limit, narrow=joints is not None, depth=depth + 1)
        if not inner:
            break
        end, depth = inner.end, depth + 1
    return found._replace(end=end)
