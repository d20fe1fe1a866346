"""Kill -9 at random instants of a batch: `python benchmarks/faults.py [--kills 200] [--articles 400]`.

Prints after each output folder how many kills hit a run so far, how many outputs were torn or lost, how many half-written
files were left at its end, and how many runs went on where another had stopped. The short version is tests/batch/test_faults.py.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.batch.faults import FORMATS, Counts, kill_again_and_again


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--articles", type=int, default=400)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        print(f"{given.articles} articles in {len(FORMATS)} formats", flush=True)
        kill_again_and_again(
            Path(name), given.articles, given.kills, seed=given.seed, tell=lambda counts: show(counts, start)
        )
    print("all complete")


def show(counts: Counts, start: float) -> None:
    """The counts so far, in a line."""
    said = (
        f"kills tried {counts.tried}, outputs torn {counts.torn}, lost {counts.lost}, half-written left {counts.left}"
    )
    spent = f"{counts.rounds} output folders, {time.monotonic() - start:.0f} s"
    print(f"{said}; runs resumed {counts.resumed}; {spent}", flush=True)


if __name__ == "__main__":
    main()
