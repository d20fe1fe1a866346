"""How many quotations of real articles are found: found, gold, precision and recall of direct ones of four words and more.

    python benchmarks/quotes_score.py CORPUS [--words 4] [--wrong]

CORPUS holds `index.jsonl` and the gold files it names. A gold quotation is found if the words between the marks are the
same; a running or split one is joined, or counts by its parts where the gold has them apart. Gold that the source sets
without marks is left out. Precision counts what is speech; gold that names only some quotations of a file lowers it.
"""

from __future__ import annotations

import argparse
import json
import time
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from newsexport.analysis import Quotation, quotations
from newsexport.model import Article
from newsexport.reader import read_bytes

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--words", type=int, default=4)
    parser.add_argument("--wrong", action="store_true", help="print what was missed and what was found beside the gold")
    chosen = parser.parse_args()
    total: dict[str, Counter[str]] = {}
    seconds, articles = 0.0, 0
    for line in (chosen.corpus / "index.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        read = tuple(read_bytes((chosen.corpus / entry["path"]).read_bytes(), name=entry["path"]))
        start = time.perf_counter()
        for article in read:
            quotations(article)
        seconds, articles = seconds + time.perf_counter() - start, articles + len(read)
        gold_file = chosen.corpus / entry.get("gold_file", "none")
        gold = json.loads(gold_file.read_text(encoding="utf-8")).get("quotes", []) if gold_file.is_file() else []
        if not gold:
            continue
        count, wrong = score(read, gold, chosen.words)
        total.setdefault(entry["layout"], Counter()).update(count)
        if chosen.wrong and wrong:
            print(entry["id"], *wrong, sep="\n")
    for layout, count in total.items():
        recall = count["recalled"] / count["gold"] if count["gold"] else 1.0
        precision = count["right"] / count["found"] if count["found"] else 1.0
        print(
            f"{layout:20} found {count['found']:4} gold {count['gold']:4} precision {precision:.3f} recall {recall:.3f} ({count['recalled']}), of kind direct {count['typed']}"
        )
    print(f"{articles} articles, {1000 * seconds / max(1, articles):.3f} ms each")


if __name__ == "__main__":
    main()
