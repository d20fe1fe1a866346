"""Who is the subject of a verb of saying: before it, after it, or in the sentence around."""

from __future__ import annotations

from newsexport.analysis._phrases import Phrase, phrase
from newsexport.analysis._tokens import QUOTED, Line
from newsexport.analysis._wordkinds import adverb, named, several, trade
from newsexport.records import NamedTuple

_ASIDE = 40  # words of what stands in commas between a subject and its verb
_BRACKETS = 2
_HELPERS = 8  # adverbs and auxiliaries before a verb
_BACK = 60  # words before a verb where its subject is sought
_CLAUSE = 14  # words of a relative clause without commas
_FORETOLD = frozenset({"say", "tell", "call", "describe", "add", "recall", "write"})
_WRITTEN = frozenset({"read", "reads", "reading", "said", "says", "saying", "warned", "warns"})
_SHOWING = frozenset({"with", "show", "shows", "showed", "heard", "hear", "hears", "saw", "caught"})
_NAMING = frozenset({"called", "dubbed", "labeled", "labelled", "branded", "titled", "named"})


class Source(NamedTuple):
    """A phrase that names a speaker, the place of the verb (or sign) of saying, and by which rule."""

    phrase: Phrase
    cue: int
    rule: str


class _Core(NamedTuple):
    """Where the adverbs and auxiliaries before a verb begin, whether they let it say something, and for whom."""

    start: int
    says: bool
    plural: bool = False


def _core(line: Line, low: int, verb: int) -> _Core:
    at, lexicon, form = verb, line.lexicon, line.lower[verb]
    helpers: set[str] = set()
    while at > max(low, verb - _HELPERS) and (line.lower[at - 1] in lexicon.helpers or adverb(line, at - 1)):
        at -= 1
        helpers.add(line.lower[at])
    passive = not lexicon.passives.isdisjoint(helpers)
    if not lexicon.negations.isdisjoint(helpers) or (passive and not form.endswith("ing")):
        return _Core(at, False)
    if form not in lexicon.bare:
        return _Core(at, True)
    if not lexicon.modals.isdisjoint(helpers):
        return _Core(at, form in _FORETOLD)
    return _Core(at, True, plural=lexicon.auxiliaries.isdisjoint(helpers))


def _plural(line: Line, found: Phrase) -> bool:
    """Whether a phrase may be the subject of a plural verb."""
    head = found.start
    while head + 1 < found.end and line.lower[head + 1] not in line.lexicon.joints:
        head += 1
    words = {line.lower[found.start], line.lower[head]}
    if not words.isdisjoint(
        {"they", "we", "i", "some", "many", "others", "most", "few"}
    ) or not line.lexicon.plurals.isdisjoint(words):
        return True
    both = not line.lexicon.conjunctions.isdisjoint(line.lower[found.start : found.end])
    last = line.lower[head]
    return both or (found.kind == "role" and last.endswith("s") and not last.endswith(("'s", "ss")))


def _aside(line: Line, place: int, end: int, depth: int = 0) -> int:
    """Where the verb may stand after what is set between commas, dashes or brackets, or in a relative clause."""
    if place >= end:
        return place
    sign = line.words[place]
    if sign == "(":
        close = next((at for at in range(place, min(end, place + _ASIDE)) if line.words[at] == ")"), -1)
        return _aside(line, close + 1, end, depth + 1) if close > 0 and depth < _BRACKETS else place
    if sign in {",", "—", "–", "-"}:
        if 0 < end - 1 - place <= _ASIDE and line.words[end - 1] == sign and QUOTED not in line.words[place:end]:
            return end
        return place
    if (
        line.lower[place] in line.lexicon.relatives
        and 2 < end - place <= (_ASIDE if line.words[end - 1] == "," else _CLAUSE)
        and line.lower[place + 1] not in line.lexicon.determiners
    ):
        inner = line.words[place:end]
        if line.words[end - 1] == "," and line.lower[place] == "who":
            return end
        opened = named(line, place + 1) or line.lower[place + 1] in line.lexicon.pronouns
        if not opened and not {",", QUOTED, ":", ";"}.intersection(inner):
            return end
    return place


def reaches(line: Line, start: int, verb: int, low: int) -> Phrase | None:
    """The phrase at `start` if it is the subject of the verb at `verb`."""
    core = _core(line, max(low, start + 1), verb)
    if not core.says:
        return None
    participle = line.lower[verb].endswith("ing") and core.start == verb
    found = phrase(line, start, core.start, narrow=participle)
    if not found or _aside(line, found.end, core.start) != core.start or (core.plural and not _plural(line, found)):
        return None
    if participle and (found.end != verb or not _shown(line, start)):
        return None
    if found.end != core.start and start > low and line.lower[start - 1] in line.lexicon.verbs:
        return None  # `defended the trip, complained and said`: what follows a verb at once is rather its object
    if found.kind == "role" and _noun(line, verb):
        return None
    return in_apposition(line, found, core.start)


def _shown(line: Line, start: int) -> bool:
    """Whether a participle may follow a phrase: a name, or what somebody shows or hears saying something."""
    if line.lower[start] not in line.lexicon.determiners:
        return True
    return start > 0 and line.lower[start - 1] in _SHOWING


def _noun(line: Line, verb: int) -> bool:
    """Whether a word is rather a noun in the plural: `our first questions were`."""
    after = line.lower[verb + 1] if verb + 1 < len(line.words) else ""
    doubtful = line.lower[verb].endswith("s") and line.lower[verb][:-1] in line.lexicon.bare
    return doubtful and (after in line.lexicon.auxiliaries or after in {"of", "and", "from"})


def in_apposition(line: Line, found: Phrase, end: int) -> Phrase:
    """The phrase with the name that stands between commas behind it: `The mayor, Ana Roe, said`."""
    if found.kind != "role" or found.end + 2 >= end or line.words[found.end] != ",":
        return found
    inner = phrase(line, found.end + 1, end, narrow=True)
    if inner and inner.name and inner.end < len(line.words) and line.words[inner.end] in ",;.":
        return Phrase(found.start, inner.end, "name", inner.name)
    return found


def bound(line: Line, place: int, low: int) -> bool:
    """Whether a clause may begin at `place`."""
    if place == low:
        return True
    word, before = line.words[place - 1], line.lower[place - 1]
    if not word[0].isalnum() or word == QUOTED:
        return word not in "'’-@#$"
    return (
        before in line.lexicon.boundaries
        or before in line.lexicon.verbs
        or before in line.lexicon.times
        or adverb(line, place - 1)
    )


def subject(line: Line, low: int, verb: int) -> Phrase | None:
    """What stands before a verb as its subject, in the same clause."""
    for start in range(max(low, verb - _BACK), verb):
        if (bound(line, start, low) or line.lower[start - 1] in _SHOWING) and (
            found := reaches(line, start, verb, low)
        ):
            return found
    if line.lexicon.loose:
        from newsexport.analysis._loose import loose_before

        if found := loose_before(line, low, verb):
            return found
    return _antecedent(line, low, verb) or _at_once(line, low, verb)


def can_speak(line: Line, who: Phrase) -> bool:
    """Whether a phrase is a person by its words: he or she, a name, somebody with a trade, a body of people."""
    if who.kind == "role":
        words = range(who.start, who.end)
        return any(trade(line, at) or several(line, at) or line.lower[at] in line.lexicon.bodies for at in words)
    return who.kind == "name" or line.lower[who.start] in {"he", "she", "they", "i"}


def _mixed(line: Line, found: Phrase) -> bool:
    """Whether a phrase holds more than one noun that `who` could mean: `a jab at Roe who`."""
    return not {"at", "with", "to", "by", "on", "against"}.isdisjoint(line.lower[found.start : found.end])


def _at_once(line: Line, low: int, verb: int) -> Phrase | None:
    """A pronoun or a name at once before the verb, behind a noun: `in a mood he called`, `reforms Ana Roe described as`."""
    core = _core(line, low, verb)
    if not core.says or core.start <= low:
        return None
    start = core.start - 1
    while start > max(low, verb - _BACK) and named(line, start) and named(line, start - 1):
        start -= 1
    found = phrase(line, start, core.start, narrow=True)
    if not found or found.kind == "role" or found.end != core.start or start == low:
        return None
    if line.lexicon.inverted and found.kind != "pronoun":
        return None
    before = line.lower[start - 1]
    free = (
        line.words[start - 1][0].isalpha()
        and before not in line.lexicon.joints
        and before not in line.lexicon.particles
    )
    participle = line.lower[verb].endswith("ing") and core.start == verb
    if found.kind == "pronoun" or participle:
        return (
            found
            if not (participle and found.kind == "pronoun") and (not core.plural or _plural(line, found))
            else None
        )
    return found if free and not core.plural and not line.upper(start - 1) else None


def _antecedent(line: Line, low: int, verb: int) -> Phrase | None:
    """Whom `who` stands for: `Ana Roe, who said`."""
    says = _core(line, low, verb)
    core = says.start
    if not says.says or core - 1 <= low or line.lower[core - 1] not in line.lexicon.relatives:
        return None
    if line.lower[core - 1] != "who" and line.lower[verb] not in _WRITTEN:
        return None
    return whom(line, low, core - 1)


def whom(line: Line, low: int, who: int) -> Phrase | None:
    """The phrase that ends at `who`."""
    end = who - (line.words[who - 1] == ",")
    thing: Phrase | None = None
    for start in range(max(low, end - 12), end):
        if start > low and line.lower[start - 1] in line.lexicon.joints and line.lower[start - 1] in {"of", "for"}:
            continue
        found = phrase(line, start, end)
        if found and found.end == end and found.kind != "pronoun" and not _mixed(line, found):
            if can_speak(line, found):
                return _apposed_name(line, low, found)
            thing = thing or found
    return thing


def _apposed_name(line: Line, low: int, found: Phrase) -> Phrase:
    """The name before the comma that a phrase follows: `Ana Roe, an engineer who`."""
    end = found.start - 1
    if found.kind != "role" or end <= low or line.words[end] != "," or not named(line, end - 1):
        return found
    start = end - 1
    while start > max(low, end - 5) and named(line, start - 1):
        start -= 1
    return Phrase(start, end, "name", (start, end))


def after_verb(line: Line, verb: int, end: int) -> Phrase | None:
    """What stands after a verb as its subject: `said Ana Roe`."""
    if line.lower[verb] in line.lexicon.objects or line.lower[verb].endswith("ing"):
        return None
    if line.lexicon.loose:
        from newsexport.analysis._loose import loose, past_times

        return loose(line, past_times(line, verb + 1, end), end)
    place = verb + 1
    while place < end and adverb(line, place):
        place += 1
    if line.lexicon.inverted:
        from newsexport.analysis._loose import past_times

        place = past_times(line, place, end)
    found = phrase(line, place, end, narrow=True) or _introduced(line, place, end)
    if not found or (found.end == place + 1 and line.lower[place] in {"that", "this", "it", "those"}):
        return None
    return in_apposition(line, found, end)


def _introduced(line: Line, place: int, end: int) -> Phrase | None:
    """A name behind at most three words in lower case: `said retired Gen. Ana Roe`."""
    for at in range(place, min(end, place + 4)):
        word = line.lower[at]
        if at > place and named(line, at):
            found = phrase(line, at, end, narrow=True)
            return found._replace(start=place) if found and found.name else None
        if (
            not word[0].isalpha()
            or line.upper(at)
            or word in line.lexicon.stops
            or word in line.lexicon.joints
            or adverb(line, at)
        ):
            return None
    return None


def naming(line: Line, verb: int) -> bool:
    """Whether the verb gives a name (`a plan called “Dawn”`), as it does at once before the marks."""
    return line.lower[verb] in _NAMING
