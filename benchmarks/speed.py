"""CPU time of newsexport beside its peers, in one alternated run: `python benchmarks/speed.py [--install] [--rounds N]`.

Single shot: whole processes, one after the other in each round, user + system time of each and of its children, medians,
and the ratio to the peer. Batch: 200 articles whose words are shuffled (same statistics, nothing to memoise) in one
process. The peers are pandoc (PyPI `pypandoc_binary`) and, behind it for PDF, typst (PyPI `typst`): `--install` puts
both into build/peers. What typst needs depends on the machine's fonts, so that it runs with and without them. Prints
a table, fails nothing.
"""

from __future__ import annotations

import argparse
import compileall
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PEERS = ROOT / "build" / "peers"
FORMATS = ("pdf", "docx", "epub", "txt", "json")
PANDOC = {"docx": "docx", "epub": "epub", "txt": "plain"}
TYPST = """import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], ignore_system_fonts=sys.argv[3] == "own")"""


def install() -> None:
    """Put the peers into a virtual environment of their own."""
    subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
    subprocess.run([PEERS / "bin" / "pip", "install", "-q", "pypandoc_binary", "typst"], check=True)


def pandoc() -> str | None:
    """The pandoc program inside the peers' environment."""
    found = sorted(PEERS.glob("lib/*/site-packages/pypandoc/files/pandoc*"))
    return str(found[0]) if found else None


def cpu(command: list[str]) -> float:
    """CPU milliseconds of one whole process and its children."""
    nowhere = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
    process = os.posix_spawn(command[0], command, os.environ, file_actions=nowhere)
    _, status, used = os.wait4(process, 0)
    if status:
        sys.exit(f"exit {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return (used.ru_utime + used.ru_stime) * 1000


def ours(article: Path, folder: Path) -> dict[str, list[str]]:
    """The single shot of each format, in the view it has by itself and with the article alone, as the peers print it."""
    program = str(Path(sys.executable).parent / "newsexport")
    found = {}
    for name in FORMATS:
        found[name] = [program, name, str(article), "-q", "-o", str(folder / f"a.{name}")]
        found[f"{name} article"] = [*found[name], "--view", "article"]
    return found


def peers(article: Path, folder: Path) -> dict[str, list[str]]:
    """The peer's single shot of each format."""
    program = pandoc()
    if not program:
        return {}
    found = {
        name: [program, str(article), "-f", "markdown", "-t", writer, "-o", str(folder / f"p.{name}")]
        for name, writer in PANDOC.items()
    }
    chain = f'"{program}" "$1" -f markdown -s -t typst -o "$2" && "{PEERS}/bin/python" -c "$4" "$2" "$3" "$5"'
    for label, fonts in (("pdf", "system"), ("pdf own fonts", "own")):
        paths = [str(article), str(folder / "p.typ"), str(folder / "p.pdf")]
        found[label] = ["/bin/sh", "-c", chain, "sh", *paths, TYPST, fonts]
    return found


def single_shots(article: Path, rounds: int) -> None:
    """Print the medians of whole processes, ours and the peers', and their ratios."""
    with tempfile.TemporaryDirectory() as name:
        runs = {("ours", key): run for key, run in ours(article, Path(name)).items()}
        runs |= {("peer", key): run for key, run in peers(article, Path(name)).items()}
        times: dict[tuple[str, str], list[float]] = {key: [] for key in runs}
        for _ in range(rounds):
            for key, run in runs.items():
                times[key].append(cpu(run))
    print(f"single shot, CPU ms of the whole process, median of {rounds} alternated rounds [min-max]")
    middle = {key: statistics.median(found) for key, found in times.items()}
    for (who, label), found in times.items():
        line = f"  {who} {label:<14}{middle[who, label]:7.1f} [{min(found):.1f}-{max(found):.1f}]"
        rivals = [peer for peer in ("pdf", "pdf own fonts", *PANDOC) if peer.split()[0] == label.split()[0]]
        ratios = [
            f"{middle[who, label] / middle['peer', peer]:.2f} x {peer}" for peer in rivals if ("peer", peer) in middle
        ]
        print(line + ("   " + ", ".join(ratios) if who == "ours" else ""))


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
    arguments.add_argument("--install", action="store_true", help="install the peers into build/peers first")
    given = arguments.parse_args()
    if given.install:
        install()
    # Installed packages are compiled; a checkout must be too, where PYTHONDONTWRITEBYTECODE keeps Python from it.
    compileall.compile_dir(ROOT / "src", quiet=1)
    single_shots(given.article, given.rounds)
    with tempfile.TemporaryDirectory() as name:
        print(f"batch, CPU ms an article, {given.count} varied articles in one warm process")
        for label, value in batch(shuffled(given.article, given.count, Path(name))).items():
            print(f"  {label:<14}{value:9.2f}")


if __name__ == "__main__":
    main()
