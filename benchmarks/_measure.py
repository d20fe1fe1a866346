"""What a process costs, in alternated rounds, and the one table of it all."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Spent:
    """A whole process and its children: CPU and wall milliseconds, and what it said."""

    cpu: float
    wall: float
    said: str


def spend(command: Sequence[str]) -> Spent:
    """Run a command to its end; the benchmark ends where it fails."""
    # Where this variable is set, every start would compile our hundred modules anew, as no installed program does.
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environ)
    said = process.stdout.read().decode() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit {process.returncode}: {' '.join(command)}")
    return Spent((used.ru_utime + used.ru_stime) * 1000, (time.perf_counter() - start) * 1000, said)


def alternated(jobs: Mapping[str, Callable[[], T]], rounds: int, *, warm: bool = True) -> dict[str, list[T]]:
    """What each job gave in each round, A B C … A B C …; to `warm` caches, a round before them is not counted."""
    found: dict[str, list[T]] = {name: [] for name in jobs}
    for number in range(0 if warm else 1, rounds + 1):
        for name, job in jobs.items():
            result = job()
            if number:
                found[name].append(result)
        print(f"  round {number} of {rounds}", file=sys.stderr, flush=True)
    return found


@dataclass(frozen=True)
class Row:
    """A line of the table: ours and a peer's figures of the same rounds, and the most that their ratio may be.

    Without a peer, the goal is for ours.
    """

    what: str
    ours: Sequence[float]
    peer: str = ""
    theirs: Sequence[float] = ()
    goal: float | None = None
    unit: str = "ms"

    def cells(self) -> list[str]:
        """What stands in each column."""
        judged, ratio = statistics.median(self.ours), ""
        if self.theirs:
            ratios = sorted(ours / theirs for ours, theirs in zip(self.ours, self.theirs, strict=True))
            judged = statistics.median(ratios)
            ratio = f"{judged:.3g} [{ratios[0]:.3g}–{ratios[-1]:.3g}]" if len(ratios) > 1 else f"{judged:.3g}"
        theirs = f"{statistics.median(self.theirs):.3g} {self.unit}" if self.theirs else ""
        goal = "" if self.goal is None else f"≤ {self.goal:.3g}"
        reached = "" if self.goal is None else "yes" if judged <= self.goal else "no"
        return [self.what, f"{statistics.median(self.ours):.3g} {self.unit}", self.peer, theirs, ratio, goal, reached]


def table(rows: Iterable[Row]) -> str:
    """The rows as a table in Markdown."""
    head = ["what", "ours", "beside", "theirs", "ratio", "goal", "reached"]
    lines = [head, ["---"] * len(head), *(row.cells() for row in rows)]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
