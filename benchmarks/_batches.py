"""Many varied articles in one process: each format, and all of it, beside the peers."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import _articles
import _peers
from _measure import Row, Spent, alternated, spend

FORMATS = ("pdf", "docx", "epub", "txt")
GOALS = {"pdf": 0.5, "docx": 0.06, "epub": 0.06, "txt": 0.10}
ALL = 0.16
_OURS = str(Path(__file__).with_name("_ours.py"))


def batches(count: int, rounds: int) -> list[Row]:
    """The rows of so many articles."""
    with _articles.scratch() as name:
        folder = Path(name)
        source = _articles.varied(folder / "source", count)
        _articles.for_peers(source, folder / "markdown", folder / "data")
        found = alternated(_jobs(source, folder, few=count <= 200), rounds, warm=count <= 200)
    return [row for name in FORMATS for row in _format(name, found, count)] + _whole(found, count)


def _jobs(source: Path, folder: Path, *, few: bool) -> dict[str, Callable[[], Spent]]:
    out = folder / "out"
    jobs: dict[str, Callable[[], Spent]] = {}
    for name in FORMATS:
        words = ["-j", "1", "-q", "--view", "article", "-f", name, "-o", str(out)]
        jobs[f"{name} ours"] = partial(_fresh, out, [sys.executable, "-m", "newsexport", "batch", str(source), *words])
        jobs[f"{name} writing"] = partial(_fresh, out, [sys.executable, _OURS, "article", name, str(source), str(out)])
    every = ",".join(FORMATS)
    jobs["all"] = partial(_fresh, out, [sys.executable, _OURS, "briefing", every, str(source), str(out)])
    for (name, peer), command in _peers.batch(folder / "markdown", folder / "data", out, few=few).items():
        files = sorted(map(str, source.rglob("*.txt"))) if peer == "LibreOffice" else []
        jobs[f"{name} peer {peer}"] = partial(_fresh, out, [*command, *files])
    return jobs


def _fresh(out: Path, command: list[str]) -> Spent:
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    return spend(command)


def _peers_of(name: str, found: dict[str, list[Spent]]) -> dict[str, list[Spent]]:
    start = f"{name} peer "
    return {key.removeprefix(start): runs for key, runs in found.items() if key.startswith(start)}


def _format(name: str, found: dict[str, list[Spent]], count: int) -> list[Row]:
    """Writing alone beside the peer's loop, and files to files beside the peer's whole process."""
    writing = [json.loads(run.said)[name] / count for run in found[f"{name} writing"]]
    whole = [run.cpu / count for run in found[f"{name} ours"]]
    rows: list[Row] = []
    for peer, runs in _peers_of(name, found).items():
        goal = None if peer == "LibreOffice" else GOALS[name]
        if goal is not None:  # LibreOffice does not say what its loop took
            loop = [float(run.said) / count for run in runs]
            rows.append(Row(f"{count} × {name}, writing", writing, peer, loop, goal))
        theirs = [run.cpu / count for run in runs]
        rows.append(Row(f"{count} × {name}, files to files", whole, peer, theirs, goal))
    return rows or [Row(f"{count} × {name}, writing", writing), Row(f"{count} × {name}, files to files", whole)]


def _whole(found: dict[str, list[Spent]], count: int) -> list[Row]:
    """All four formats with reading and analysis beside the sum of the best peers, and what each phase takes."""
    ours = [run.cpu / count for run in found["all"]]
    best: list[float] = []
    for number in range(len(ours)):
        fastest = [min((runs[number].cpu for runs in _peers_of(name, found).values()), default=0.0) for name in FORMATS]
        best.append(sum(fastest) / count)
    what = f"{count} × reading, analysis, four formats"
    rows = [Row(what, ours, "sum of the best peers", best, ALL) if all(best) else Row(what, ours)]
    phases = [json.loads(run.said) for run in found["all"]]
    return rows + [Row(f"– of it {phase}", [one[phase] / count for one in phases]) for phase in phases[0]]
