"""Who says each quotation of a sentence, by what stands after its marks and before them."""

from __future__ import annotations

from newsexport.analysis._clauses import Source, after_verb, can_speak, naming, reaches, subject
from newsexport.analysis._credits import CITING, according, accused, agent, cited, described, spoken_noun
from newsexport.analysis._mains import main_subject
from newsexport.analysis._phrases import Phrase, phrase
from newsexport.analysis._tokens import Line, Sentence
from newsexport.analysis._wordkinds import adverb

_LAST = 30  # words of `, Ana Roe, the mayor, said` at the end of a sentence
_TRIES = 4  # verbs after a quotation that are tried
# `“…,” a claim that residents denied`: what takes up a quotation by another noun is no speaker.
_RENAMED = frozenset(
    "move charge figure sentiment position stance policy prospect idea notion nickname term label".split()
)
_NO_SAYING = frozenset(
    "does goes seemed seems appeared looked wanted used needed started tried died owed based".split()
)
SILENT = frozenset(",،;:.!?…—–-()[]")
COLON = frozenset(":：")


def in_sentence(line: Line, sentence: Sentence) -> dict[int, Source]:
    """The sources that one sentence gives its quotations, by the places of those."""
    found: dict[int, Source] = {}
    places = [place for place in line.quoted if sentence.start <= place < sentence.end]
    if not places:
        return found
    low = sentence.start
    for turn, place in enumerate(places):
        high = places[turn + 1] if turn + 1 < len(places) else sentence.end
        source = _source(line, low, place, high) or _inherited(found, places, turn)
        if source:
            found[place] = source
        low = place + 1
    _handed_back(line, found, places)
    if len(found) < len(places):
        _whole_sentence(line, sentence, places, found)
    return found


def _source(line: Line, low: int, place: int, high: int) -> Source | None:
    if _silent(line, low, place):
        return _after(line, low, place, high)
    before = _before(line, low, place)
    joined = line.last(place) in {",", "?", "!", "—"} or line.words[place + 1 : place + 2] == [","]
    if joined and not (before and before.rule != "subject of the sentence" and line.words[place - 1] in {",", ":"}):
        return _after(line, low, place, high) or before
    return before or _after(line, low, place, high)


def _silent(line: Line, low: int, high: int) -> bool:
    """Whether nothing but signs and a joining word stands between."""
    said = [place for place in range(low, high) if line.words[place] not in SILENT]
    return not said or (len(said) <= 2 and all(line.lower[place] in line.lexicon.boundaries for place in said))


# ------------------------------------------------------------------ after the marks


def _after(line: Line, low: int, place: int, high: int) -> Source | None:
    start = place + 1
    while start < high and line.words[start] in {",", "،", "—", "–", "-"}:
        start += 1
    if start >= high:
        return None
    core = start
    while core < high and (adverb(line, core) or line.lower[core] in line.lexicon.before_inverted):
        core += 1
    if line.verbs_of(core, core + 1) and core < high:
        inverted = after_verb(line, core, high)
        if inverted:
            return Source(inverted, core, "verb, then speaker, after")
    if line.lower[start] in {"a", "an"} and start + 1 < high:
        noun = line.lower[start + 1]
        if noun in _RENAMED or noun in line.lexicon.nouns:
            return None
    for verb in line.verbs_of(start + 1, high)[:_TRIES]:
        if found := reaches(line, start, verb, start) or (core > start and reaches(line, core, verb, core)):
            return Source(found, verb, "speaker, then verb, after")
    if _passive(line, low, place) and (by := agent(line, start, high)):
        return Source(by, start, "by, after")
    return _signed(line, place, high) or _other_verb(line, place, start, high) or according(line, start, high)


def _other_verb(line: Line, place: int, start: int, high: int) -> Source | None:
    """`“…,” he rumbled`: any verb will do at once after the marks."""
    found = phrase(line, start, high, narrow=True) if line.last(place) in {",", "?", "!"} else None
    if not found or found.kind == "role" or found.end >= high:
        return None
    verbs = line.verbs_of(found.end, high)
    if line.words[found.end] == "," and verbs and found.kind == "name":
        return Source(found, verbs[0], "speaker, then verb, after")
    word = line.lower[found.end]
    if line.words[found.end].islower() and len(word) > 3 and word.endswith(("ed", "es")) and word not in _NO_SAYING:
        return Source(found, found.end, "speaker, then another verb, after")
    return None


def _passive(line: Line, low: int, place: int) -> bool:
    """Whether the verb before a quotation says that it is said by somebody: `was called “…”`."""
    verbs = line.verbs_of(max(low, place - 6), place)
    return any(not line.lexicon.passives.isdisjoint(line.lower[max(low, verb - 3) : verb]) for verb in verbs)


def _signed(line: Line, place: int, high: int) -> Source | None:
    """`“…” — Ana Roe, minister`: nothing but a name stands after a dash."""
    at = place + 1
    if at + 1 >= high or line.words[at] not in {"—", "–", "-", "―"}:
        return None
    found = phrase(line, at + 1, high)
    if found and found.name and (found.end >= high or line.words[found.end] in {",", "."}):
        return Source(found, at, "signed")
    return None


# ------------------------------------------------------------------ before the marks


def _before(line: Line, low: int, place: int) -> Source | None:
    if line.words[place - 1] in COLON and (alone := named_alone(line, low, place - 1)):
        return alone
    if by := described(line, low, place):
        return by
    verbs = line.verbs_of(low, place)
    unclaimed, weak = False, None
    for verb in reversed(verbs):
        source = _of_verb(line, low, verb, place)
        if source and line.lower[verb] not in line.lexicon.weak and not _wished(line, verb):
            return source if source.phrase.end > source.phrase.start else None
        weak = weak or source
        unclaimed = unclaimed or (not weak and _left_open(line, low, verb))
    if weak:
        return weak
    if source := according(line, low, place) or spoken_noun(line, low, place):
        return source
    if unclaimed and (found := main_subject(line, low, verbs[-1])) and can_speak(line, found):
        return Source(found, verbs[-1], "subject of the sentence")
    if (
        line.words[place - 1] in COLON
        and (found := main_subject(line, low, place))
        and (can_speak(line, found) or not line.lexicon.nouns.isdisjoint(line.lower[max(found.end, place - 6) : place]))
    ):
        return Source(found, place - 1, "subject, then colon")
    return None


def _of_verb(line: Line, low: int, verb: int, place: int) -> Source | None:
    """The source by one verb before a quotation; one without words where the verb only gives a name to something."""
    if verb > low and line.lower[verb - 1] == "as" and (quoted := cited(line, low, verb)):
        return Source(quoted, verb, "quoted as saying")
    if line.lower[verb].endswith("ing") and (whose := accused(line, low, verb)):
        return Source(whose, verb, "accused of saying")
    by = agent(line, verb + 1, place) if line.lower[verb].endswith(("ed", "old")) else None
    if by and by.end < place and line.lower[verb] in CITING:
        return None  # `quoted by the Lantern as saying`: another verb has who says it
    if by and (by.end == place or line.lower[by.end] in {"that", "as"}):
        return Source(by, verb, "told by")
    if found := subject(line, low, verb):
        if verb == place - 1 and naming(line, verb) and found.kind == "role" and not _what(line, low, verb):
            return Source(Phrase(0, 0, "role"), verb, "a name")
        rule = "pronoun" if found.kind == "pronoun" else "speaker"
        return Source(found, verb, f"{rule}, then verb, before")
    turned = line.lexicon.inverted or verb == low or line.words[verb - 1] == ","
    inverted = after_verb(line, verb, place) if turned else None
    if inverted and _before_marks(line, inverted.end, place):
        return Source(inverted, verb, "verb, then speaker, before")
    return None


def _before_marks(line: Line, end: int, place: int) -> bool:
    """Whether what follows a phrase leads to the marks: nothing, a comma, a colon or, in some languages, `que`."""
    if end == place or line.words[end] in ",:،":
        return True
    return line.lexicon.inverted and (line.lower[end] in line.lexicon.boundaries or line.lexicon.loose)


def _wished(line: Line, verb: int) -> bool:
    """Whether a bare form may be what somebody else wants done: `asked the states to respond`, `that its allies respond`."""
    return line.lower[verb] in line.lexicon.bare and line.lower[verb] not in {"say", "think", "call", "argue"}


def _left_open(line: Line, low: int, verb: int) -> bool:
    """Whether a verb shares the subject of another: `left and said`, `, adding`, `went on to say`."""
    if verb == low or line.lower[verb].endswith("ing"):
        return True
    before = line.lower[verb - 1]
    return before in line.lexicon.conjunctions or before in {"to", "but", ",", "then"} or adverb(line, verb - 1)


def _what(line: Line, low: int, verb: int) -> bool:
    """Whether a clause with `what` or `which` holds the verb: `what Roe called “a mess”`."""
    return not {"what", "which", "that", "whom", "as"}.isdisjoint(line.lower[max(low, verb - 8) : verb])


def named_alone(line: Line, low: int, colon: int) -> Source | None:
    """`Ana Roe: “…”` or `From Chair Roe: “…”`."""
    start = low
    while start < colon and (line.lower[start] in line.lexicon.sources or line.words[start] in SILENT):
        start += 1
    found = phrase(line, start, colon)
    if not found or found.kind == "pronoun" or _speaks(line, start + 1, colon):
        return None
    if found.end == colon or (found.name and line.words[found.end] in {",", "("}):
        return Source(found, colon, "name and colon")
    return None


def _speaks(line: Line, low: int, high: int) -> bool:
    """Whether a verb of saying stands there that is no noun and no part of a name."""
    return any(not line.upper(verb) and line.lower[verb] not in line.lexicon.nouns for verb in line.verbs_of(low, high))


# ------------------------------------------------------------------ from one to the next


def _inherited(found: dict[int, Source], places: list[int], turn: int) -> Source | None:
    if not turn or places[turn - 1] not in found:
        return None
    source = found[places[turn - 1]]
    return source._replace(rule="same sentence")


def _handed_back(line: Line, found: dict[int, Source], places: list[int]) -> None:
    for turn in range(len(places) - 2, -1, -1):
        place, after = places[turn], places[turn + 1]
        if place not in found and after in found and _silent(line, place + 1, after):
            found[place] = found[after]._replace(rule="same sentence")


def _whole_sentence(line: Line, sentence: Sentence, places: list[int], found: dict[int, Source]) -> None:
    """`The plan, “a mess” by all accounts, would fail, Roe said`: the verb comes at the end of the sentence."""
    for verb in line.verbs_of(places[-1] + 1, sentence.end):
        start = next((at + 1 for at in range(verb - 1, max(places[-1], verb - _LAST), -1) if line.words[at] == ","), -1)
        if start > 0 and (who := reaches(line, start, verb, start)):
            for place in places:
                found.setdefault(place, Source(who, verb, "at the end of the sentence"))
            return
