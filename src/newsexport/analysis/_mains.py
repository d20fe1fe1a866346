"""The subject of a main clause whose verb is none of saying: of whom the sentence tells."""

from __future__ import annotations

from newsexport.analysis._clauses import in_apposition, whom
from newsexport.analysis._phrases import Phrase, phrase
from newsexport.analysis._tokens import QUOTED, Line
from newsexport.analysis._wordkinds import adverb, several

_BACK = 60  # words in which the clause is sought
_CLAUSE = 14  # words of a clause with `who`


def main_subject(line: Line, low: int, high: int) -> Phrase | None:
    """The subject of the last main clause that begins between `low` and `high`."""
    best = _related(line, low, high)
    if best:
        return best
    for start in range(max(low, high - _BACK), high):
        if start > low and not _main(line, start):
            continue
        found = phrase(line, start, high, narrow=True)
        if found and _is_subject(line, found, high):
            best = in_apposition(line, found, high)
    return best


def _related(line: Line, low: int, high: int) -> Phrase | None:
    """Whom `who` means in the clause that runs up to `high`: `Roe, who went on to say`."""
    for at in range(high - 1, max(low + 1, high - _CLAUSE), -1):
        if line.words[at] in ",;:—" or line.words[at] == QUOTED:
            return None
        if line.lower[at] == "who":
            return whom(line, low, at)
    return None


def _main(line: Line, place: int) -> bool:
    """Whether a main clause may begin: after a comma, or a comma and a conjunction."""
    before = place - 1 - (line.lower[place - 1] in line.lexicon.conjunctions or line.lower[place - 1] == "but")
    return before < 0 or line.words[before] in ",;—–"


def _is_subject(line: Line, found: Phrase, high: int) -> bool:
    """Whether a verb seems to follow: a word in lower case that is neither preposition nor conjunction."""
    at, lexicon = found.end, line.lexicon
    if (
        found.kind == "role"
        and not found.name
        and not (
            line.lower[found.start] in lexicon.determiners or line.upper(found.start) or several(line, found.start)
        )
    ):
        return False
    while at < high and (adverb(line, at) or line.lower[at] in lexicon.helpers):
        at += 1
    if at >= high:
        return False
    if line.words[at] == ",":
        opening = found.start == 0 or line.words[found.start - 1] in ".!?" or line.words[found.start - 1] == QUOTED
        apposed = at + 1 < high and line.lower[at + 1] in lexicon.determiners | lexicon.relatives
        return opening or (found.kind == "name" and apposed)
    word = line.lower[at]
    return (
        line.words[at].islower()
        and word not in lexicon.joints
        and word not in lexicon.stops
        and not word.endswith("ing")
    )
