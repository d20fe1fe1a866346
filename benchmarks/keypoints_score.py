"""How near our key points come to a summary that an editor wrote, beside the first three sentences: ROUGE-1 F.

    python benchmarks/keypoints_score.py [CORPUS] [--wrong]

Without CORPUS over our own articles in tests/analysis/keypoints.md. CORPUS holds `index.jsonl` and the gold files it names;
there the standfirst is the reference, and is taken out of the article first; those cut from the text are counted apart. ROUGE-1 (Lin 2004) counts words that both
have: F is the harmonic mean of their share in the summary and in the reference.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from newsexport.analysis import facts
from newsexport.analysis._sentences import passages
from newsexport.model import Article, Paragraph
from newsexport.reader import read_bytes

OWN = Path(__file__).parent.parent / "tests" / "analysis" / "keypoints.md"
_WORD = re.compile(r"[^\W_]+")


def rouge(summary: str, reference: str) -> float:
    """ROUGE-1 F of a summary."""
    ours, theirs = Counter(_WORD.findall(summary.lower())), Counter(_WORD.findall(reference.lower()))
    shared = sum((ours & theirs).values())
    return 2 * shared / (ours.total() + theirs.total()) if shared else 0.0


def own() -> Iterator[tuple[Article, str]]:
    """Our own articles and their summaries."""
    for story in OWN.read_text(encoding="utf-8").split("\n## ")[1:]:
        headline, *paragraphs = story.strip().split("\n")
        reference = paragraphs.pop().removeprefix("= ")
        yield Article(headline=headline, language="en", blocks=tuple(map(Paragraph, paragraphs))), reference


def real(corpus: Path) -> Iterator[tuple[Article, str]]:
    """The articles of a corpus whose gold has a standfirst of eight words or more, without it; each standfirst once."""
    seen = set()
    for line in (corpus / "index.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        gold = json.loads((corpus / entry["gold_file"]).read_text(encoding="utf-8")) if entry.get("gold_file") else {}
        reference = gold.get("standfirst") or gold.get("standfirst_meta") or ""
        if len(reference.split()) < 8 or reference in seen:
            continue
        seen.add(reference)
        same = _WORD.findall(reference.lower())
        for article in read_bytes((corpus / entry["path"]).read_bytes(), name=entry["path"])[:1]:
            blocks = (
                b for b in article.blocks if not isinstance(b, Paragraph) or _WORD.findall(b.text.lower()) != same
            )
            yield replace(article, standfirst=None, blocks=tuple(blocks)), reference


def copied(article: Article, reference: str) -> bool:
    """Whether a standfirst was cut from the first sentences: three fifths of its pairs of words stand there."""
    ours, theirs = pairs(reference), pairs(lead(article, 8))
    return len(ours & theirs) >= 0.6 * len(ours)


def pairs(text: str) -> set[tuple[str, str]]:
    """Each two words that follow each other."""
    return set(pairwise(_WORD.findall(text.lower())))


def lead(article: Article, count: int = 3) -> str:
    """The first sentences of an article."""
    every = (passage.text[start:end] for passage in passages(article) for start, end in passage.sentences)
    return " ".join(sentence for sentence, _ in zip(every, range(count), strict=False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--wrong", action="store_true", help="print the articles where the lead is better")
    chosen = parser.parse_args()
    scores: dict[str, list[tuple[float, float]]] = {}
    for article, reference in real(chosen.corpus) if chosen.corpus else own():
        points = facts(article).key_points
        kind = "no key points" if not points else "in own words"
        if points and chosen.corpus and copied(article, reference):
            kind = "cut from the text"
        pair = rouge(" ".join(point.text for point in points), reference), rouge(lead(article), reference)
        scores.setdefault(kind, []).append(pair)
        if chosen.wrong and pair[0] < pair[1]:
            print(f"{pair[0]:.3f} {pair[1]:.3f} {article.headline}", *(f"  * {p.text}" for p in points), sep="\n")
            print("  =", reference)
    for kind, found in sorted(scores.items()):
        ours, theirs = (sum(column) / len(found) for column in zip(*found, strict=True))
        better = sum(one >= other for one, other in found)
        print(
            f"{kind:22} {len(found):3} articles: key points {ours:.3f}, first three sentences {theirs:.3f}; not below in {better}"
        )


if __name__ == "__main__":
    main()
