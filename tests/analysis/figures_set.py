"""Reads figures.md, and counts what is found of it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsexport.analysis import KeyFigure, facts
from newsexport.model import Article, Paragraph

SET = Path(__file__).with_name("figures.md")


class Case(NamedTuple):
    """A sentence, its language, the heading it stands under, and the figures it holds."""

    language: str
    heading: str
    sentence: str
    figures: tuple[str, ...]


def cases() -> Iterator[Case]:
    """The labelled sentences."""
    language = heading = sentence = ""
    figures: list[str] = []
    for line in [*SET.read_text(encoding="utf-8").partition("\n## ")[2].split("\n"), "## "]:
        if line.startswith("= "):
            figures.append(said(line))
            continue
        if sentence and line:
            yield Case(language, heading, sentence, tuple(figures))
            figures, sentence = [], ""
        if line.startswith("## ") or not heading:
            language, _, heading = line.removeprefix("## ").partition(" ")
            heading = heading or language
        elif line:
            sentence = line


def said(line: str) -> str:
    """A label in one spelling of its numbers."""
    label, _, text = line.removeprefix("= ").partition(" | ")
    kind, *rest = label.split()
    numbers = [f"{float(word):g}" for word in rest if _is_number(word)]
    return " ".join([kind, *numbers, *(word for word in rest if not _is_number(word))]) + f" | {text}"


def _is_number(word: str) -> bool:
    return word.lstrip("-")[:1].isdigit()


def shown(figure: KeyFigure) -> str:
    """A figure as the labels write it."""
    numbers = [f"{value:g}" for value in (figure.value, figure.to) if value is not None]
    return " ".join([figure.kind, *numbers, *filter(None, [figure.unit or figure.noun])]) + f" | {figure.text}"


def found(case: Case) -> list[str]:
    article = Article(language=case.language, blocks=(Paragraph(case.sentence),))
    return sorted(map(shown, facts(article).figures))


def kind(label: str) -> str:
    return label.partition(" ")[0]


def counts() -> tuple[dict[str, Counter[str]], list[str]]:
    """By kind of figure: how many are labelled, found and right; and what went wrong."""
    total: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    for case in cases():
        ours, wanted = Counter(found(case)), Counter(case.figures)
        for label in wanted:
            total.setdefault(kind(label), Counter()).update(
                labelled=wanted[label], right=min(ours[label], wanted[label])
            )
        for label in ours:
            total.setdefault(kind(label), Counter()).update(found=ours[label])
        if ours != wanted:
            wrong.append(
                "\n".join([case.sentence, *(f"   + {x}" for x in ours - wanted), *(f"   - {x}" for x in wanted - ours)])
            )
    return total, wrong


def table() -> str:
    """The result by kind, as docs/figures.md prints it."""
    total, _ = counts()
    rows = [*sorted(total.items()), ("all", sum(total.values(), Counter()))]
    lines = ["| kind | labelled | found | right | precision | recall |", "|---|---|---|---|---|---|"]
    for name, count in rows:
        labelled, found, right = count["labelled"], count["found"], count["right"]
        shares = f"{right / max(1, found):.3f} | {right / max(1, labelled):.3f}"
        lines.append(f"| {name} | {labelled} | {found} | {right} | {shares} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write("\n".join([*counts()[1], table(), f"{len(list(cases()))} sentences", ""]))
