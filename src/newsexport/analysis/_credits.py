"""Who is credited without being the subject of a verb: `according to`, `by`, a noun of saying, `quoted as saying`."""

from __future__ import annotations

from newsexport.analysis._clauses import Source, bound, in_apposition
from newsexport.analysis._phrases import Phrase, phrase
from newsexport.analysis._tokens import Line
from newsexport.analysis._wordkinds import named

_ACCUSING = frozenset({"accuse", "accuses", "accused", "accusing", "suspect", "suspects", "suspected"})
CITING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})


def according(line: Line, low: int, high: int) -> Source | None:
    """`according to Ana Roe`, between `low` and `high`."""
    said = line.lower[low:high]
    for words in line.lexicon.according:
        for at in range(low, high - len(words)) if words[0] in said else ():
            if line.lower[at] == words[0] and tuple(line.lower[at : at + len(words)]) == words:
                found = _credited(line, at + len(words), high)
                if found:
                    return Source(in_apposition(line, found, high), at, "according to")
    return None


def _credited(line: Line, start: int, high: int) -> Phrase | None:
    if line.lexicon.loose:
        from newsexport.analysis._loose import loose

        return loose(line, start, high)
    return phrase(line, start, high, narrow=True)


def agent(line: Line, place: int, high: int) -> Phrase | None:
    """`by Ana Roe`, at `place`."""
    if place + 1 < high and line.lower[place] in line.lexicon.agents:
        found = phrase(line, place + 1, high, narrow=True)
        return found if found and found.kind != "pronoun" else None
    return None


def described(line: Line, low: int, place: int) -> Source | None:
    """`described by Ana Roe as “…”`, before the marks at `place`."""
    if place - 1 <= low or line.lower[place - 1] != "as":
        return None
    for at in range(place - 2, max(low, place - 12), -1):
        if line.lower[at] in line.lexicon.agents:
            found = phrase(line, at + 1, place - 1, narrow=True)
            return Source(found, at, "described by") if found and found.end == place - 1 else None
    return None


def cited(line: Line, low: int, verb: int) -> Phrase | None:
    """`quoted Ana Roe as saying`: whom the verb before `as` has as its object."""
    for at in range(verb - 2, max(low, verb - 16), -1):
        if line.lower[at] in CITING:
            if line.lower[at + 1] in {"him", "her", "them"}:
                return Phrase(at + 1, at + 2, "pronoun")
            if at == low or line.lower[at - 1] in line.lexicon.passives:
                return _cited_one(line, low, at)
            found = phrase(line, at + 1, verb - 1, narrow=True)
            found = found and in_apposition(line, found, verb - 1)
            whole = found and (found.end == verb - 1 or line.words[found.end] == "," == line.words[verb - 2])
            return found if whole else None
    return None


def _cited_one(line: Line, low: int, cited: int) -> Phrase | None:
    """The subject of a passive: `Roe was quoted by the Lantern as saying`."""
    end = cited
    while end > low and line.lower[end - 1] in line.lexicon.helpers:
        end -= 1
    for start in range(max(low, end - 12), end):
        if bound(line, start, low) and (found := phrase(line, start, end)) and found.end == end:
            return found
    return None


def accused(line: Line, low: int, verb: int) -> Phrase | None:
    """`accused Ana Roe of saying`: whom the verb before `of` has as its object."""
    if verb - 1 <= low or line.lower[verb - 1] != "of":
        return None
    at = next((at for at in range(verb - 2, max(low - 1, verb - 12), -1) if line.lower[at] in _ACCUSING), -1)
    found = phrase(line, at + 1, verb - 1, narrow=True) if at >= 0 else None
    return found if found and found.end == verb - 1 else None


def spoken_noun(line: Line, low: int, high: int) -> Source | None:
    """`Roe's promise to “build it”`: whose words they are, by a noun of saying."""
    for at in range(high - 1, max(low, high - 12), -1):
        if line.lower[at] in line.lexicon.nouns and (found := _owner(line, low, at)):
            return Source(found, at, "a noun of saying")
    return None


def _owner(line: Line, low: int, noun: int) -> Phrase | None:
    for at in range(noun - 1, max(low - 1, noun - 5), -1):
        word = line.lower[at]
        if word in {"his", "her", "their", "its", "my", "our"}:
            return Phrase(at, at + 1, "pronoun")
        if word.endswith(("'s", "s'")) and line.upper(at):
            start = at
            while start > low and named(line, start - 1):
                start -= 1
            return Phrase(start, at + 1, "name", (start, at + 1))
        if not word[0].isalpha() or word in line.lexicon.stops or word in line.lexicon.joints:
            return None
    return None
