"""Several articles in one file: where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Callable

from newsexport.reader import _bylines, _labels, _marks
from newsexport.reader._dates import is_date_line
from newsexport.reader._lines import Line, Part, ends_sentence, weight

LONG_RULE = 20
MOST_RULES = 8  # kinds of rules that are tried


def split(lines: list[Line]) -> list[Part]:
    """The articles of a file: parted at form feeds, or at rules when what stands between looks like whole articles."""
    if any("\f" in line.raw for line in lines):
        parts = _parted(lines, lambda line: "\f" in line.raw and not line.text)
        if len(parts) > 1 and all(_opens(part.lines) for part in parts):
            return parts
    drawn = {line.text for line in lines if line.text and _marks.rule(line.text)}
    for text in sorted(drawn, key=lambda text: (-len(text), text))[:MOST_RULES]:
        parts = _parted(lines, _same(text))
        if len(parts) > 1 and _whole(parts, len(text) >= LONG_RULE):
            return parts
    return [Part(lines)]


def _same(text: str) -> Callable[[Line], bool]:
    return lambda line: line.text == text


def _parted(lines: list[Line], cuts: Callable[[Line], bool]) -> list[Part]:
    parts: list[Part] = []
    group: list[Line] = []
    for line in lines:
        if cuts(line):
            parts.append(Part(group, line))
            group = []
        else:
            group.append(line)
    parts.append(Part(group))
    return parts


def _whole(parts: list[Part], long: bool) -> bool:
    """Whether every part looks like an article: a headline and a story, and under a short rule a field in its head as well."""
    filled = [part.lines for part in parts if any(line.text for line in part.lines)]
    return len(filled) > 1 and all(_opens(lines) and (long or _has_field(lines)) for lines in filled)


def _opens(lines: list[Line]) -> bool:
    """Whether the lines open with something short that is no sentence and go on with more."""
    shown = [line.text for line in lines if line.text]
    if not shown:
        return True
    body = sum(weight(text) for text in shown[1:])
    return weight(shown[0]) <= 250 and not shown[0][:1].islower() and not _sentence(shown[0]) and body >= 40


def _sentence(text: str) -> bool:
    return ends_sentence(text) and text.endswith((".", "。", "۔", "।")) and weight(text) > 60


def _has_field(lines: list[Line]) -> bool:
    head = [line.text for line in lines if line.text][:6]
    return any(
        bool(is_date_line(text[:200]))
        or bool(_bylines.byline(text))
        or bool(_labels.label(text[:200]))
        or text.startswith("http")
        for text in head
        if len(text) <= 200
    )
