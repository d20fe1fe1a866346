"""One article by one process of its own: what a user waits for."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import _articles
import _peers
from _measure import Row, alternated, spend

FORMATS = ("pdf", "docx", "epub", "txt", "json")
GOALS = {"pdf": 1.0, "docx": 1.4, "epub": 1.4, "txt": 1.7}


def shots(rounds: int) -> list[Row]:
    """A row for each format and view beside each of its peers."""
    program = str(Path(sys.executable).parent / "newsexport")
    with _articles.scratch() as name:
        folder = Path(name)
        article = _articles.varied(folder / "source", 1) / "0000" / "0000000.txt"
        article.write_bytes(_articles.SAMPLE.read_bytes())
        _articles.for_peers(folder / "source", folder / "markdown", folder / "data")
        commands = {
            f"{form}, view {view}": [program, form, str(article), "-q", "-o", str(folder / f"a.{form}"), "--view", view]
            for form in FORMATS
            for view in ("article", "briefing")
        }
        theirs = _peers.single(folder / "markdown" / "0000000.md", folder)
        commands |= {f"{form} peer {peer}": command for (form, peer), command in theirs.items()}
        found = alternated({key: partial(spend, command) for key, command in commands.items()}, rounds)
    times = {key: [run.cpu for run in runs] for key, runs in found.items()}
    rows: list[Row] = []
    for form in FORMATS:
        for view in ("article", "briefing"):
            what, key = f"one {form}, view {view}", f"{form}, view {view}"
            beside = [peer for name, peer in theirs if name == form]
            rows += [
                Row(what, times[key], peer, times[f"{form} peer {peer}"], _goal(form, view, peer)) for peer in beside
            ]
            rows += [] if beside else [Row(what, times[key])]
    return rows


def _goal(form: str, view: str, peer: str) -> float | None:
    """The goal is for what both print, the article alone, and for typst as a user finds it."""
    return GOALS[form] if view == "article" and "no system fonts" not in peer else None
