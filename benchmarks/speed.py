"""CPU time of newsexport beside its peers, in one alternated run: `python benchmarks/speed.py [--rounds N]`.

Single shot: whole processes, one after the other in each round, medians of user + system time. Batch: 200 articles whose
words are shuffled (same statistics, nothing to memoise) in one process. Peers take part where they can be imported or
found: pandoc (PyPI `pypandoc_binary`) and typst (PyPI `typst`). Prints a table, fails nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
FORMATS = ("pdf", "docx", "epub", "txt", "json")
PANDOC = {"docx": "docx", "epub": "epub", "txt": "plain"}


def pandoc() -> str | None:
    """The pandoc program, on the PATH or inside pypandoc_binary."""
    try:
        import pypandoc

        return pypandoc.get_pandoc_path()
    except (ImportError, OSError):
        return shutil.which("pandoc")


def cpu(command: list[str]) -> float:
    """CPU seconds of one whole process and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def commands(article: Path, folder: Path) -> dict[str, list[str]]:
    """What each format's single shot runs, ours and the peer's."""
    program = str(Path(sys.executable).parent / "newsexport")
    found = {f"ours {name}": [program, name, str(article), "-q", "-o", str(folder / f"a.{name}")] for name in FORMATS}
    if peer := pandoc():
        for name, writer in PANDOC.items():
            found[f"pandoc {name}"] = [
                peer,
                str(article),
                "-f",
                "markdown",
                "-t",
                writer,
                "-o",
                str(folder / f"p.{name}"),
            ]
    return found


def shuffled(article: Path, count: int, folder: Path) -> list[Path]:
    """Articles with the words of each paragraph in another order."""
    made = []
    paragraphs = article.read_text(encoding="utf-8").split("\n\n")
    for number in range(count):
        chance = random.Random(number)
        lines = [
            " ".join(chance.sample(words := part.split(), len(words))) if n > 1 else part
            for n, part in enumerate(paragraphs)
        ]
        made.append(folder / f"{number:05}.txt")
        made[-1].write_text("\n\n".join(lines), encoding="utf-8")
    return made


def batch(articles: list[Path]) -> dict[str, float]:
    """CPU milliseconds an article in one warm process: reading, and each format's writing."""
    from newsexport import reader, registry
    from newsexport.model import Edition
    from newsexport.style import load

    style = load("briefing")
    reader.read(articles[0])
    start = time.process_time()
    editions = [Edition.of(*reader.read(path)) for path in articles]
    found = {"read": (time.process_time() - start) * 1000 / len(articles)}
    for name in FORMATS:
        exporter = registry.load(name)
        options = exporter.options()
        exporter.write(editions[0], style, options)
        start = time.process_time()
        size = sum(len(exporter.write(edition, style, options)) for edition in editions)
        found[name] = (time.process_time() - start) * 1000 / len(editions)
        found[f"{name} bytes"] = size / len(editions)
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--article", type=Path, default=ROOT / "source" / "harbour-bridge.txt")
    arguments.add_argument("--rounds", type=int, default=11)
    arguments.add_argument("--count", type=int, default=200)
    given = arguments.parse_args()
    os.environ["PYTHONDONTWRITEBYTECODE"] = ""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs = commands(given.article, folder)
        times: dict[str, list[float]] = {label: [] for label in runs}
        for _ in range(given.rounds):
            for label, command in runs.items():
                times[label].append(cpu(command) * 1000)
        print(f"single shot, CPU ms, median of {given.rounds} [min-max]")
        for label, found in times.items():
            print(f"  {label:<14}{statistics.median(found):7.1f} [{min(found):.1f}-{max(found):.1f}]")
        print(f"batch, CPU ms an article, {given.count} varied articles in one warm process")
        for label, value in batch(shuffled(given.article, given.count, folder)).items():
            print(f"  {label:<14}{value:9.2f}")


if __name__ == "__main__":
    main()
