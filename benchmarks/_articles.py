"""Articles to measure on: a sample with its words shuffled, in the forms that we and the peers read."""

from __future__ import annotations

import json
import os
import random
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "source" / "harbour-bridge.txt"


def scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder in memory where the machine has one: to create a file on a disk costs more than to write an article."""
    memory = Path("/dev/shm")
    return tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)


def shuffled(sample: str, number: int, fresh: float = 0.0) -> str:
    """Article `number`: the words of each paragraph below the headline in another order, so that nothing can be memoised.

    `fresh` is the share of words that no other article has, as names and numbers are in an archive.
    """
    chance = random.Random(number)

    def told(part: str) -> str:
        words = chance.sample(words := part.split(), len(words))
        return " ".join(_coined(chance) if fresh and chance.random() < fresh else word for word in words)

    return "\n\n".join(told(part) if at > 1 else part for at, part in enumerate(sample.split("\n\n")))


def _coined(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 5)))


def varied(folder: Path, count: int, sample: Path = SAMPLE, fresh: float = 0.0) -> Path:
    """A folder of so many shuffled articles, a thousand in a folder."""
    text = sample.read_text(encoding="utf-8")
    for number in range(count):
        path = place(folder, number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(shuffled(text, number, fresh), encoding="utf-8")
    return folder


def repeated(folder: Path, originals: Path, count: int) -> Path:
    """A folder of so many articles that are links to the originals."""
    every = sorted(originals.rglob("*.txt"))
    for number in range(count):
        path = place(folder, number)
        path.parent.mkdir(parents=True, exist_ok=True)
        os.link(every[number % len(every)], path)
    return folder


def place(folder: Path, number: int) -> Path:
    return folder / f"{number // 1000:04}" / f"{number:07}.txt"


def for_peers(source: Path, markdown: Path, data: Path) -> None:
    """The same articles as Markdown with a title, for pandoc, and as JSON, for typst's template; each in one folder."""
    markdown.mkdir(parents=True, exist_ok=True)
    data.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.rglob("*.txt")):
        date, headline, *body = (part.strip() for part in path.read_text(encoding="utf-8").split("\n\n"))
        said = {"headline": headline, "blocks": [date, *body]}
        (data / f"{path.stem}.json").write_text(json.dumps(said), encoding="utf-8")
        text = "\n\n".join((f"---\ntitle: |-\n  {headline}\nlang: en\n---", date, *body))
        (markdown / f"{path.stem}.md").write_text(text, encoding="utf-8")


def long(path: Path, words: int, number: int = 0, sample: Path = SAMPLE) -> Path:
    """One article of so many words, made of the sample's paragraphs in an order of its own number."""
    date, headline, *body = sample.read_text(encoding="utf-8").split("\n\n")
    chance, parts = random.Random(number), [date, headline]
    while words > 0:
        parts.append(chance.choice(body))
        words -= len(parts[-1].split())
    path.write_text("\n\n".join(parts), encoding="utf-8")
    return path
