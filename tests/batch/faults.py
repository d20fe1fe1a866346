"""What a batch is put through: articles, whole runs as processes of their own, and what is left after them."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FORMATS = ("txt", "docx", "epub", "json")
WORDS = (
    "harbour bridge council river lantern mayor ferry timetable orchard winter budget market station archive".split()
)


def articles(folder: Path, count: int) -> Path:
    """A folder with so many invented articles, in sub-folders of fifty."""
    for number in range(count):
        chance = random.Random(number)
        lines = [" ".join(chance.choices(WORDS, k=60)).capitalize() + "." for _ in range(6)]
        path = folder / f"{number // 50:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join([f"The {chance.choice(WORDS)} opens, part {number}", *lines]), encoding="utf-8")
    return folder


def command(*words: str | Path) -> list[str]:
    """A batch in all cheap formats, as a command."""
    formats = [word for name in FORMATS for word in ("-f", name)]
    return [sys.executable, "-m", "newsexport", "batch", *map(str, words), *formats]


def batch(*words: str | Path, **more: object) -> subprocess.CompletedProcess[str]:
    """A whole run of it."""
    return subprocess.run(command(*words), capture_output=True, text=True, timeout=300, check=False, **more)


def hashes(folder: Path) -> dict[str, str]:
    """Every output below a folder by its path, with the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".newsexport" not in path.parts and not path.name.startswith(".ne-")
    }


def debris(folder: Path) -> list[str]:
    """The half-written files below a folder."""
    return [path.name for path in folder.rglob(".ne-*")]


@dataclass
class Counts:
    """What many kills did: how many hit a run, outputs torn and lost, runs that went on, half-written files left."""

    tried: int = 0
    torn: int = 0
    lost: int = 0
    resumed: int = 0
    left: int = 0
    rounds: int = 0


def kill_again_and_again(
    desk: Path, count: int, kills: int, *, seed: int = 1, tell: Callable[[Counts], None] = lambda counts: None
) -> Counts:
    """Kill runs with SIGKILL at random instants, go on with the next run, and compare with a run that nobody disturbed.

    Every third time a worker is killed instead of the whole run. `tell` hears the counts after each output folder.
    """
    chance = random.Random(seed)
    source = articles(desk / "source", count)
    start = time.monotonic()
    batch(source, "-o", desk / "whole", "-q").check_returncode()
    usual = time.monotonic() - start
    wanted = hashes(desk / "whole")
    counts = Counts()
    while counts.tried < kills:
        output = desk / f"round-{counts.rounds}"
        _one_round(source, output, wanted, kills, usual, chance, counts)
        counts.rounds += 1
        tell(counts)
    return counts


def _one_round(
    source: Path, output: Path, wanted: dict[str, str], kills: int, usual: float, chance: random.Random, counts: Counts
) -> None:
    """One output folder: kills until a run comes to its end."""
    while counts.tried < kills:
        before = len(hashes(output))
        hit = _killed(
            command(source, "-o", output, "-q", "--jobs", "2"), chance.uniform(0, usual), counts.tried % 3 == 2
        )
        counts.tried += hit
        counts.torn += sum(wanted[path] != found for path, found in hashes(output).items())
        counts.resumed += before > 0
        if not hit:
            break
    done = batch(source, "-o", output, "-q")
    assert done.returncode == 0, done.stderr
    found = hashes(output)
    counts.lost += len(wanted.keys() - found.keys())
    counts.torn += sum(wanted[path] != one for path, one in found.items())
    counts.left += len(debris(output))


def _killed(words: list[str], after: float, worker: bool) -> bool:
    """Whether the run, or one of its workers, was still there to be killed after so many seconds."""
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        time.sleep(after)
        hit = run.poll() is None
        for process in (workers(run.pid) if worker else [run.pid])[:1]:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                hit = False
        run.wait(120)
    return hit


def workers(driver: int) -> list[int]:
    """The processes that a process started; none where /proc does not say."""
    try:
        text = Path(f"/proc/{driver}/task/{driver}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(word) for word in text.split()]
