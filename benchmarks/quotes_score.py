"""How many quotations of real articles are found and given the right speaker: precision, recall, coverage, by rule.

    python benchmarks/quotes_score.py CORPUS [--words 4] [--wrong]

CORPUS holds `index.jsonl` and the gold files it names. A gold quotation is found if the words between the marks are the
same; a running or split one is joined, or counts by its parts where the gold has them apart. Gold that the source sets
without marks is left out. Precision counts what is speech; gold that names only some quotations of a file lowers it.
A speaker is right if his words hold the gold's or are held by them, or share the last word in capitals; coverage is the part of the found quotations with gold that has one.
"""

from __future__ import annotations

import argparse
import json
import time
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

from newsexport.analysis import Quotation, quotations
from newsexport.model import Article
from newsexport.reader import read_bytes

Score: TypeAlias = tuple[str | None, bool]
SPEECH = {"direct", "fragment", "dialogue"}


def plain(text: str) -> str:
    """Text without marks, spaces and cases."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def said(article: Article, quotation: Quotation) -> list[str]:
    """The whole quotation and each of its parts, as the gold may have them."""
    parts = [article.blocks[block].text[start:end] for block, start, end in quotation.segments]  # type: ignore[union-attr]
    return [plain(quotation.text), *map(plain, parts)]


def score(articles: tuple[Article, ...], gold: list[dict[str, Any]], words: int) -> tuple[Counter[str], list[str]]:
    """Counts of one file and what went wrong."""
    marked = [entry["text"] for entry in gold if not entry["text"][0].isalnum()]
    wanted = {plain(text): text for text in marked if len(text.split()) >= words}
    found = [(said(article, quotation), quotation) for article in articles for quotation in quotations(article)]
    ours = [(forms, quotation) for forms, quotation in found if len(quotation.text.split()) >= words]
    every = {form for forms, _ in found for form in forms}
    right = [forms for forms, quotation in ours if not wanted.keys().isdisjoint(forms)]
    count = Counter(
        gold=len(wanted),
        recalled=len(wanted.keys() & every),
        found=sum(q.kind in SPEECH or not wanted.keys().isdisjoint(forms) for forms, q in ours),
        right=len(right),
        typed=sum(q.kind == "direct" for f, q in ours if not wanted.keys().isdisjoint(f)),
    )
    wrong = [f"  missed  {text}" for form, text in wanted.items() if form not in every]
    wrong += [f"  extra   {q.kind}: {q.text}" for forms, q in ours if wanted.keys().isdisjoint(forms)]
    return count, wrong


def same(ours: str, gold: str) -> bool:
    """Whether two namings of a speaker agree."""
    names = [[word.rstrip(",.'’") for word in name.split() if word[0].isupper()] for name in (ours, gold)]
    last = [words[-1].removesuffix("'s").removesuffix("’s") if words else "" for words in names]
    return plain(ours) in plain(gold) or plain(gold) in plain(ours) or (last[0] == last[1] != "")


def speakers(articles: tuple[Article, ...], gold: list[dict[str, Any]], words: int) -> tuple[list[Score], list[str]]:
    """For each found quotation whose gold names a speaker: the rule, if any, and whether it is right; and what is wrong."""
    wanted = {plain(entry["text"]): entry["speaker"] for entry in gold if entry.get("speaker")}
    scores, wrong = [], []
    for article in articles:
        for quotation in quotations(article):
            speaker = next((wanted[form] for form in said(article, quotation) if form in wanted), None)
            if speaker is None or len(quotation.text.split()) < words or quotation.kind == "nested":
                continue
            who = quotation.attribution
            right = bool(
                who and quotation.speaker and (same(quotation.speaker, speaker) or same(who.name or "", speaker))
            )
            scores.append((who.rule if who else None, right))
            if not right:
                wrong.append(
                    f"  speaker {quotation.speaker!r} gold {speaker!r} ({who.rule if who else 'none'}): {quotation.text[:80]}"
                )
    return scores, wrong


def report(scores: list[Score]) -> None:
    """Print coverage, and precision by rule."""
    printed = [score for score in scores if score[0]]
    right = sum(right for _, right in printed)
    print(
        f"speakers: {len(printed)} of {len(scores)} (coverage {len(printed) / max(1, len(scores)):.3f}), right {right} (precision {right / max(1, len(printed)):.3f})"
    )
    for rule, count in Counter(rule for rule, _ in printed).most_common():
        good = sum(right for name, right in printed if name == rule)
        print(f"  {rule:36} {count:5} precision {good / count:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--words", type=int, default=4)
    parser.add_argument("--wrong", action="store_true", help="print what was missed and what was found beside the gold")
    chosen = parser.parse_args()
    total: dict[str, Counter[str]] = {}
    attributed: list[Score] = []
    seconds, articles = 0.0, 0
    for line in (chosen.corpus / "index.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        read = tuple(read_bytes((chosen.corpus / entry["path"]).read_bytes(), name=entry["path"]))
        start = time.process_time()
        for article in read:
            quotations(article)
        seconds, articles = seconds + time.process_time() - start, articles + len(read)
        gold_file = chosen.corpus / entry.get("gold_file", "none")
        gold = json.loads(gold_file.read_text(encoding="utf-8")).get("quotes", []) if gold_file.is_file() else []
        if not gold:
            continue
        count, wrong = score(read, gold, chosen.words)
        total.setdefault(entry["layout"], Counter()).update(count)
        scores, astray = speakers(read, gold, chosen.words)
        attributed += scores
        wrong += astray
        if chosen.wrong and wrong:
            print(entry["id"], *wrong, sep="\n")
    for layout, count in total.items():
        recall = count["recalled"] / count["gold"] if count["gold"] else 1.0
        precision = count["right"] / count["found"] if count["found"] else 1.0
        print(
            f"{layout:20} found {count['found']:4} gold {count['gold']:4} precision {precision:.3f} recall {recall:.3f} ({count['recalled']}), of kind direct {count['typed']}"
        )
    report(attributed)
    print(f"{articles} articles, {1000 * seconds / max(1, articles):.3f} ms each")


if __name__ == "__main__":
    main()
