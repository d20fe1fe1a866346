"""How many quotations of labelled passages are found and given the right speaker: by file, by language, by rule.

    python benchmarks/attributions_score.py FILE... [--wrong]

A file holds passages under `# ` titles (`# fr: …` names a language, else English), paragraphs one a line, and below them a
line `= SPEAKER` for each stretch of four words and more between marks, `= nobody` where no speaker shall be printed. A
stretch counts as found where a quotation that is speech has it; its speaker is right if the words hold the label's, or
are held by them, or share the last word in capitals.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsexport.analysis import Quotation, quotations
from newsexport.model import Article, Paragraph

_MARKED = re.compile('“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»|"([^"]*)"')
_NAMING = re.compile(r"\w+")
_WORDS = 4
_SPEECH = {"direct", "fragment", "dialogue"}


class Stretch(NamedTuple):
    """Words between marks: their language, whose they are by the label, and the quotation that has them, if any."""

    language: str
    words: str
    speaker: str
    found: Quotation | None

    @property
    def printed(self) -> str:
        """The speaker that is printed."""
        return (self.found.speaker or "") if self.found else ""

    @property
    def right(self) -> bool:
        """Whether that is who the label says."""
        name = self.found.attribution.name if self.found and self.found.attribution else None
        return same(self.printed, self.speaker) or bool(name and same(name, self.speaker))


def same(ours: str, label: str) -> bool:
    """Whether two namings of a speaker agree."""
    plain = [f" {' '.join(re.findall(_NAMING, name.casefold()))} " for name in (ours, label)]
    names = [[word.strip(".,'’") for word in name.split() if word[:1].isupper()] for name in (ours, label)]
    last = [re.sub("['’]s$", "", words[-1]) if words else "" for words in names]
    return bool(plain[0].strip()) and (plain[0] in plain[1] or plain[1] in plain[0] or last[0] == last[1] != "")


def stretches(path: Path) -> Iterator[Stretch]:
    """Every labelled stretch of a file."""
    for case in path.read_text(encoding="utf-8").split("\n# ")[1:]:
        title, *lines = case.strip().split("\n")
        language = title[:2] if title[2:3] == ":" else "en"
        labels = [line[2:] for line in lines if line.startswith("= ")]
        texts = [line for line in lines if line and not line.startswith("= ")]
        article = Article(language=language, blocks=tuple(map(Paragraph, texts)))
        every = [one for one in quotations(article) if one.kind in _SPEECH]
        marked = [(n, found) for n, text in enumerate(texts) for found in _MARKED.finditer(text)]
        marked = [(n, found) for n, found in marked if len(found[0].split()) >= _WORDS]
        if len(marked) != len(labels):
            raise SystemExit(f"{path}: {title}: {len(marked)} stretches, {len(labels)} labels")
        for (number, found), label in zip(marked, labels, strict=True):
            yield Stretch(language, found[0], label, _holding(every, number, found.start() + 1))


def _holding(every: list[Quotation], number: int, place: int) -> Quotation | None:
    held = (one for one in every if any(n == number and start <= place < end for n, start, end in one.segments))
    return next(held, None)


def row(name: str, some: list[Stretch]) -> str:
    """A line of the table: found, printed, right, precision, coverage."""
    named = [one for one in some if one.speaker != "nobody"]
    printed = [one for one in some if one.printed]
    right = [one for one in printed if one.right]
    found = sum(one.found is not None for one in some)
    coverage = sum(bool(one.printed) for one in named) / max(1, len(named))
    return (
        f"| {name} | {len(some)} | {found} | {len(printed)} | {len(right)} | "
        f"{len(right) / max(1, len(printed)):.3f} | {coverage:.3f} |"
    )


def main() -> None:
    """Print the table, and with --wrong what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--wrong", action="store_true", help="print what is wrong or missing")
    chosen = parser.parse_args()
    every = [one for path in chosen.files for one in stretches(path)]
    for one in every if chosen.wrong else ():
        if one.found is None or (one.printed and not one.right) or (one.speaker != "nobody" and not one.printed):
            rule = (
                one.found.attribution.rule
                if one.found and one.found.attribution
                else "not found"
                if not one.found
                else "none"
            )
            print(f"{one.language} {one.printed!r} label {one.speaker!r} ({rule}): {one.words[:70]}")
    print("| language | stretches | found | printed | right | precision | coverage |\n|---|---|---|---|---|---|---|")
    for language in dict.fromkeys(one.language for one in every):
        print(row(language, [one for one in every if one.language == language]))
    print(row("all", every))
    rules = Counter((one.found.attribution.rule, one.right) for one in every if one.found and one.found.attribution)
    for rule in dict.fromkeys(rule for rule, _ in rules):
        print(f"  {rule:38} {rules[rule, True]:4} of {rules[rule, True] + rules[rule, False]}")


if __name__ == "__main__":
    main()
