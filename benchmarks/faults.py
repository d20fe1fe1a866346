"""Kill -9 at random instants of a batch: `python benchmarks/faults.py [--kills 200] [--articles 400]`.

Prints how many kills hit a run, how many outputs were torn or lost, how many runs went on where another had stopped, and
how many half-written files were left at the end. The short version is tests/batch/test_faults.py.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.batch.faults import FORMATS, kill_again_and_again


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--articles", type=int, default=400)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        counts = kill_again_and_again(Path(name), given.articles, given.kills, seed=given.seed)
    print(f"{given.articles} articles in {len(FORMATS)} formats, {counts.rounds} output folders")
    print(
        f"kills tried {counts.tried}, outputs torn {counts.torn}, lost {counts.lost}, half-written left {counts.left}"
    )
    print(f"runs resumed {counts.resumed}, all complete, {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
