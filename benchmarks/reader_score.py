"""How well the reader understands a folder of real articles: right/gold by field, layout and kind.

    python benchmarks/reader_score.py CORPUS [--kind raw,extracted] [--layout NAME] [--wrong FIELD] [--by-layout]

CORPUS holds `index.jsonl` and the files it names. A field is scored only where the gold says that its value is in the text.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsexport.errors import SourceError
from newsexport.model import Article, Block, Factbox, Figure, ListBlock, Subheading, texts
from newsexport.reader import account, read_bytes, source_text

# "paragraphs" is recall: gold paragraphs that are one block's text; "paragraphs+" is precision: our paragraphs that are gold ones.
FIELDS = ("headline", "date", "authors", "dateline", "standfirst", "paragraphs", "paragraphs+")
MORE = ("byline", "source", "section", "subheads", "captions", "lists")


@dataclass
class Tally:
    """Right and gold of each field, and what came out of the files."""

    right: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    gold: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    files: int = 0
    lossless: int = 0
    errors: int = 0

    def row(self, fields: tuple[str, ...]) -> str:
        """The tally as a row of the table."""
        cells = [
            f"{self.right[name]:.0f}/{self.gold[name]:.0f}={self.right[name] / self.gold[name]:.3f}"
            if self.gold[name]
            else "-"
            for name in fields
        ]
        return "".join(f"{cell:>16}" for cell in cells) + f"{self.lossless:>6}/{self.files:<4}{self.errors:>4}"


def plain(text: str) -> str:
    """Text without marks, spaces and cases: what two readings of the same words share."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum())


def headline(article: Article, gold: dict[str, Any]) -> bool:
    whole = " ".join(filter(None, (article.kicker, article.headline)))
    return plain(gold["title"]) in {plain(article.headline or ""), plain(whole)}


def authors(article: Article, gold: dict[str, Any]) -> bool:
    found = {plain(author.name) for author in article.byline.authors} if article.byline else set()
    wanted = gold.get("authors")
    if wanted:
        return {plain(name) for name in wanted} == found
    raw = plain(article.byline.raw) if article.byline else ""
    return plain(gold["byline"]) in {raw, *found}


def date(article: Article, gold: dict[str, Any]) -> bool:
    return bool(article.published and article.published.value and article.published.value[:10] == gold["date"][:10])


def dateline(article: Article, gold: dict[str, Any]) -> bool:
    if not article.dateline:
        return False
    wanted = gold.get("dateline") or gold.get("place") or ""
    raw, places = plain(article.dateline.raw), [plain(place) for place in article.dateline.places]
    return (
        plain(wanted) in {raw, "".join(places)}
        or plain(wanted) in places
        or (bool(wanted) and raw.startswith(plain(wanted)))
    )


def standfirst(article: Article, gold: dict[str, Any]) -> bool:
    return plain(article.standfirst or "") == plain(gold["standfirst"])


def paragraphs(articles: tuple[Article, ...], gold: list[str]) -> tuple[int, int, int]:
    """Gold paragraphs that are one block's text, all gold paragraphs, and our paragraphs that are no gold."""
    said: dict[str, int] = defaultdict(int)
    for article in articles:
        line = article.dateline.raw if article.dateline else ""
        for block in article.blocks:
            for text, _ in texts(block):
                said[plain(text)] += 1
        first = next((text for block in article.blocks for text, _ in texts(block)), "")
        for entry in article.provenance.trace:
            said[plain(entry.raw or "")] += 1
        for joined in (line + first, (article.published.raw if article.published else "") + first):
            said[plain(joined)] += 1
        for block in article.blocks[:4]:
            for text, _ in texts(block):
                said[plain(line + text)] += 1
    wanted = [plain(text) for text in gold if plain(text)]
    return sum(text in said for text in wanted), len(wanted), 0


def byline(article: Article, gold: dict[str, Any]) -> bool:
    """Whether the raw byline is the gold's, or holds it with its word for authorship."""
    raw = plain(article.byline.raw) if article.byline else ""
    return bool(raw) and (
        plain(gold["byline"]) in {raw, *(plain(author.name) for author in article.byline.authors)}
        if article.byline
        else False
    )


def named(field: str) -> Callable[[Article, dict[str, Any]], bool]:
    return lambda article, gold: plain(getattr(article, field) or "") == plain(gold[field])


def furniture(articles: tuple[Article, ...], gold: dict[str, Any], text: str) -> dict[str, tuple[int, int]]:
    """Of sub-headings, captions and list items in the gold that stand in the source: how many are so for us, and how many there are."""
    kinds = {"subheads": (Subheading,), "captions": (Figure,), "lists": (ListBlock, Factbox)}
    source, scores = plain(text), {}
    for name, kind in kinds.items():
        said = {
            plain(whole)
            for article in articles
            for block in article.blocks
            if isinstance(block, kind)
            for whole in parts(block)
        }
        there = [plain(one) for one in flat(gold.get(name) or []) if len(plain(one)) > 2 and plain(one) in source]
        if there:
            scores[name] = (sum(any(one in part for part in said) for one in there), len(there))
    return scores


def parts(block: Block) -> list[str]:
    """The texts of a block, and all of them as one: a caption and its credit."""
    said = [text for text, _ in texts(block)]
    return [*said, " ".join(said)]


def flat(entries: list[Any]) -> list[str]:
    return [
        text for entry in entries for text in (entry if isinstance(entry, list) else [entry]) if isinstance(text, str)
    ]


def in_text_date(text: str, gold: dict[str, Any]) -> bool:
    """Whether a short line states the gold date with its year, in digits or words."""
    if "date" not in gold:
        return False
    if "date_text" in gold.get("in_text", {}):
        return bool(gold["in_text"]["date_text"])
    year, _month, day = gold["date"][:10].split("-")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    near = [line for line in [*lines[:30], *lines[-6:]] if len(line) <= 120]
    return any(year in line and re.search(rf"(?<!\d)0?{int(day)}(?!\d)", line) for line in near)


def score(
    row: dict[str, Any], data: bytes, gold: dict[str, Any], tally: list[Tally]
) -> Iterator[tuple[str, object, object]]:
    """Count one file into the tallies; what was wrong, one by one."""
    articles = read_bytes(data, name=row["id"])
    text = source_text(data)
    there = account(articles, text)
    for one in tally:
        one.lossless += not (there.lost or there.invented)
    if there.lost or there.invented:
        yield "lossless", "everything", str(there)
    summary = row.get("gold") or {}
    known = summary.get("in_text", {})
    article = articles[0]

    def count(name: str, right: float, all_: float = 1) -> None:
        for one in tally:
            one.right[name] += right
            one.gold[name] += all_

    checks = (
        ("headline", known.get("title"), headline, article.headline, summary.get("title")),
        ("date", in_text_date(text, summary), date, article.published, summary.get("date")),
        (
            "authors",
            known.get("authors") or known.get("byline"),
            authors,
            article.byline,
            summary.get("authors") or summary.get("byline"),
        ),
        (
            "dateline",
            known.get("dateline") or known.get("place"),
            dateline,
            article.dateline,
            summary.get("dateline") or summary.get("place"),
        ),
        ("standfirst", known.get("standfirst"), standfirst, article.standfirst, summary.get("standfirst")),
        ("byline", known.get("byline"), byline, article.byline, summary.get("byline")),
        ("source", known.get("source"), named("source"), article.source, summary.get("source")),
        ("section", known.get("section"), named("section"), article.section, summary.get("section")),
    )
    for name, there_is, right, ours, theirs in checks:
        if there_is is True:
            good = right(article, summary)
            count(name, good)
            if not good:
                yield name, theirs, ours
    for name, (found, wanted) in furniture(articles, gold, text).items():
        count(name, found, wanted)
        if found < wanted:
            yield name, wanted, found
    if known.get("paragraphs"):
        found, wanted, _ = paragraphs(articles, gold.get("paragraphs", []))
        count("paragraphs", found, wanted)
        ours_n = sum(type(block).__name__ == "Paragraph" for block in article.blocks)
        count("paragraphs+", found, max(found, ours_n))
        if found < wanted:
            yield "paragraphs", wanted, found


def table(tallies: dict[str, Tally], fields: tuple[str, ...], *, by_layout: bool) -> None:
    print(f"{'':26}" + "".join(f"{name:>16}" for name in fields) + "  lossless/files errors")
    for name in sorted(tallies, key=lambda key: (key.startswith("    "), key.startswith("  "), key)):
        if by_layout or not name.startswith("    "):
            print(f"{name:26}{tallies[name].row(fields)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--kind", default="")
    parser.add_argument("--layout", default="")
    parser.add_argument("--wrong", default="")
    parser.add_argument("--by-layout", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for line in (options.corpus / "index.jsonl").read_text("utf-8").splitlines()]
    kinds = set(filter(None, options.kind.split(",")))
    tallies: dict[str, Tally] = defaultdict(Tally)
    spent = 0.0
    for row in rows:
        if (kinds and row["kind"] not in kinds) or (options.layout and options.layout not in row["layout"]):
            continue
        data = (options.corpus / row["path"]).read_bytes()
        gold = json.loads((options.corpus / row["gold_file"]).read_text("utf-8")) if row.get("gold_file") else {}
        judged = "raw+extracted" if row["kind"] != "composed" else "composed"
        mine = [tallies["ALL"], tallies[judged], tallies[f"  {row['kind']}"], tallies[f"    {row['layout']}"]]
        for one in mine:
            one.files += 1
        start = time.perf_counter()
        try:
            read_bytes(data)
        except SourceError:
            pass
        spent += time.perf_counter() - start
        try:
            for name, wanted, ours in score(row, data, gold, mine):
                if options.wrong in {name, "all"}:
                    print(f"{name:10} {row['id']}\n   gold {str(wanted)[:220]}\n   ours {str(ours)[:220]}")
        except SourceError as error:
            for one in mine:
                one.errors += 1
            if options.wrong in {"errors", "all"}:
                print("error", row["id"], error)
    for fields in (FIELDS, MORE):
        table(tallies, fields, by_layout=options.by_layout)
    print(f"{tallies['ALL'].files / spent:.0f} articles/s")


if __name__ == "__main__":
    main()
