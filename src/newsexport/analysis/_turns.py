"""Who goes on speaking: from sentence to sentence, and from paragraph to paragraph."""

from __future__ import annotations

from newsexport.analysis._clauses import Source, can_speak, subject
from newsexport.analysis._mains import main_subject
from newsexport.analysis._speakers import COLON, SILENT, in_sentence, named_alone
from newsexport.analysis._tokens import QUOTED, Line, Sentence
from newsexport.records import NamedTuple


class Said(NamedTuple):
    """Who says a quotation, and the line where that stands."""

    source: Source
    line: Line


def in_line(line: Line, before: Said | None) -> tuple[dict[int, Said], Said | None]:
    """The sources of a paragraph's quotations by their numbers, and who speaks at its end; `before` is who did so before."""
    sentences = line.sentences()
    found = {sentence: in_sentence(line, sentence) for sentence in sentences}
    said: dict[int, Said] = {}
    last: Said | None = before
    waiting: list[int] = []
    for turn, sentence in enumerate(sentences):
        here = found[sentence]
        if here:
            said |= {line.quoted[place]: Said(source, line) for place, source in here.items()}
            speaker = Said(here[max(here)], line)
            for number in waiting:
                said.setdefault(number, Said(speaker.source._replace(rule="before in the paragraph"), line))
            waiting, last = [], speaker
        elif _alone(line, sentence):
            numbers = [line.quoted[place] for place in range(*sentence) if place in line.quoted]
            if last and (rule := _rule(last, line)):
                said |= {number: Said(last.source._replace(rule=rule), last.line) for number in numbers}
            else:
                waiting += numbers
        else:
            asked = turn + 1 == len(sentences) or _alone(line, sentences[turn + 1])
            last, waiting = _speaking(line, sentence) if asked else None, []
    return said, last


def _rule(last: Said, line: Line) -> str | None:
    if last.line is not line and not _carries(last):
        return None
    if last.line is not line:
        return "colon in the paragraph before" if last.source.rule == "colon" else "goes on from the paragraph before"
    if last.source.rule in {"a sentence that says", "a sentence about", "colon"}:
        return f"after {last.source.rule}"
    return "goes on in the paragraph"


def _carries(last: Said) -> bool:
    """Whether a speaker is sure enough to go on in the next paragraph."""
    rule = last.source.rule
    return rule != "a sentence about" and (rule != "a sentence that says" or can_speak(last.line, last.source.phrase))


def _alone(line: Line, sentence: Sentence) -> bool:
    """Whether a sentence is nothing but quotations."""
    return all(line.words[at] == QUOTED or line.words[at] in SILENT for at in range(*sentence))


def _speaking(line: Line, sentence: Sentence) -> Said | None:
    """Who speaks after a sentence without a source: the subject of its verb of saying, else its own."""
    low, high = sentence
    if QUOTED in line.words[low:high]:
        return None
    colon = line.words[high - 1] in COLON
    for verb in reversed(line.verbs_of(low, high)):
        if found := subject(line, low, verb) or (verb > low and main_subject(line, low, verb)):
            return Said(Source(found, verb, "colon" if colon else "a sentence that says"), line)
    if colon and (alone := named_alone(line, low, high - 1)):
        return Said(alone._replace(rule="colon"), line)
    found = main_subject(line, low, high)
    if found and can_speak(line, found):
        return Said(Source(found, high - 1, "colon" if colon else "a sentence about"), line)
    return None
