"""Speakers where neither articles nor capitals show a phrase: the words beside the verb, up to a sign or a stop."""

from __future__ import annotations

from newsexport.analysis._phrases import Phrase
from newsexport.analysis._tokens import QUOTED, Line

_LOOSE = 7  # words of a speaker that nothing but the verb beside them shows


def past_times(line: Line, place: int, end: int) -> int:
    """Where a phrase begins behind a day that stands between it and its verb: `a promis mardi la maire`, `заявила во вторник`."""
    for words in (1, 2):
        last = place + words - 1
        if last + 1 < end and line.lower[last] in line.lexicon.times:
            little = (
                words == 1 or line.lower[place] in line.lexicon.determiners | line.lexicon.joints | line.lexicon.stops
            )
            return place + words if little else place
    return place


def loose_before(line: Line, low: int, verb: int) -> Phrase | None:
    """The words before a verb up to a sign, if they end in a name: `Лидер оппозиции Сергей Малахов назвал`."""
    start, lexicon = verb, line.lexicon
    while start > max(low, verb - _LOOSE) and line.words[start - 1][0].isalpha():
        word = line.lower[start - 1]
        if (word in lexicon.stops and word not in lexicon.determiners) or word in lexicon.verbs:
            break
        start -= 1
    name = verb
    while name > start and line.upper(name - 1):
        name -= 1
    if verb - name < 2 or line.words[start] == QUOTED:
        return None
    return Phrase(start, verb, "name", (max(name, start + (line.lower[start] in lexicon.determiners)), verb))


def loose(line: Line, place: int, end: int) -> Phrase | None:
    """The words up to a sign or a word that no phrase holds, where nothing else shows one."""
    if place < end and line.lower[place] in line.lexicon.pronouns:
        return Phrase(place, place + 1, "pronoun")
    at = place
    while at < end and at - place < _LOOSE and line.words[at][0].isalpha() and line.lower[at] not in line.lexicon.stops:
        at += 1
    if at in (place, place + _LOOSE) or line.lower[place] in line.lexicon.verbs:
        return None
    capitals = [line.upper(word) for word in range(place, at)]
    name = (place + capitals.index(True), at) if True in capitals and all(capitals[capitals.index(True) :]) else None
    return Phrase(place, at, "name" if name else "role", name)
