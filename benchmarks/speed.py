"""CPU time of newsexport beside its peers: `python benchmarks/speed.py [--install] [--quick] [PART...]`.

    single   one article by a process of its own, in each format, beside pandoc and pandoc + typst
    200      so many articles whose words are shuffled, in one process, beside pandoc lua and typst's reused Compiler,
             each with its own files to read and to write; and reading, analysis and all four formats beside their sum
    2000     the same with ten times as many
    long     one article of up to a million words
    workers  batches of four thousand articles with two workers beside one, in wall time
    memory   a batch of a hundred thousand articles: the most memory of its processes

Rounds alternate, figures are medians of user + system time of whole processes (`os.wait4`) or of loops inside them, ratios
are medians of each round's, files lie in memory where the machine has a file system there. `--install` puts the peers into
build/peers. What typst needs depends on the machine's fonts, so that it runs with and without them. `--quick` makes all
parts small. All of it takes some thirty-five minutes on two free cores, a third of them for memory. Prints one table in
Markdown, which `--into FILE` puts between that file's marks, and fails nothing.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from pathlib import Path

import _batches
import _growth
import _peers
import _shots
from _measure import Row, table

PARTS = ("single", "200", "2000", "long", "workers", "memory")


def part(name: str, given: argparse.Namespace) -> list[Row]:
    """The rows of one part."""
    quick = given.quick
    match name:
        case "single":
            return _shots.shots(given.rounds or (3 if quick else 11))
        case "200" | "2000":
            rounds = given.rounds or (2 if quick or name == "2000" else 3)
            return _batches.batches(int(name) // (10 if quick else 1), rounds)
        case "long":
            return _growth.long(100_000 if quick else 1_000_000, given.rounds or (1 if quick else 3))
        case "workers":
            return _growth.workers(400 if quick else 4000, given.rounds or (1 if quick else 3))
        case _:
            return _growth.memory(3000 if quick else given.articles)


def machine() -> str:
    """What was measured on, in a line."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{cores} cores{load}, Python {platform.python_version()}, {_peers.versions()}"


def renew(path: Path, found: str) -> None:
    """Put what was found between the marks of a file."""
    text = path.read_text(encoding="utf-8")
    new = re.sub(
        r"(?s)(<!-- table -->\n).*?(<!-- end of table -->)", lambda marks: f"{marks[1]}{found}\n{marks[2]}", text
    )
    path.write_text(new, encoding="utf-8")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("parts", nargs="*", choices=PARTS, default=PARTS, metavar="PART")
    arguments.add_argument("--install", action="store_true", help="install the peers into build/peers first")
    arguments.add_argument("--quick", action="store_true", help="a tenth of everything, to see that it runs")
    arguments.add_argument("--rounds", type=int, help="of each part that has rounds")
    arguments.add_argument("--articles", type=int, default=100_000, help="of the part memory")
    arguments.add_argument("--into", type=Path, help="a file whose table to renew, such as docs/performance.md")
    given = arguments.parse_args()
    if given.install:
        _peers.install()
    rows: list[Row] = []
    before = machine()
    for name in given.parts:
        print(name, file=sys.stderr, flush=True)
        rows += part(name, given)
    found = f"Before: {before}. After: {machine()}.\n\n{table(rows)}"
    print(found)
    if given.into:
        renew(given.into, found)


if __name__ == "__main__":
    main()
