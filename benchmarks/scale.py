"""Batches at scale: `python benchmarks/scale.py [run|memory|workers] [--articles N] [--engine NAME] [--formats pdf,txt]`.

    run      N articles on every core, with its report: memory, articles a second, sums, verified
    memory   N articles by repetition: resident memory of the driver and its workers as the batch goes on
    workers  the same articles with one worker and with two, in alternation: how much faster two are

Articles are samples with their words shuffled. Give TMPDIR a tmpfs to leave the disk out of it. Prints, fails nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def articles(folder: Path, count: int, sample: Path) -> Path:
    """Articles with the words of each paragraph in another order, a thousand in a folder."""
    paragraphs = sample.read_text(encoding="utf-8").split("\n\n")
    for number in range(count):
        chance = random.Random(number)
        shuffled = [
            " ".join(chance.sample(words := part.split(), len(words))) if at > 1 else part
            for at, part in enumerate(paragraphs)
        ]
        path = folder / f"{number // 1000:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(shuffled), encoding="utf-8")
    return folder


def command(source: Path, output: Path, formats: str, *words: str) -> list[str]:
    return [sys.executable, "-m", "newsexport", "batch", str(source), "-o", str(output), "-f", formats, *words]


def resident(process: int) -> tuple[float, float]:
    """MiB of a process: resident, and its proportional share of what it shares."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    sums = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in text.splitlines()[1:]}
    return sums["Rss"], sums["Pss"]


def children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()]


def run(folder: Path, given: argparse.Namespace) -> None:
    source = articles(folder / "source", given.articles, given.article)
    report = folder / "report.json"
    words = ["--report", str(report), *(("--engine", given.engine) if given.engine else ())]
    start = time.monotonic()
    with subprocess.Popen(command(source, folder / "dist", given.formats, *words)) as batch:
        while batch.poll() is None:
            time.sleep(given.every)
            show_memory(batch.pid, folder, start)
    found = json.loads(report.read_text(encoding="utf-8"))
    names = given.formats.split(",")
    times = {name: [job["ms"] for job in found["jobs"] if job["format"] == name] for name in names}
    print({key: found[key] for key in ("summary", "complete", "seconds")}, f"{report.stat().st_size:,} bytes of report")
    for name, all_ms in times.items():
        print(
            f"  {name:<5} {len(all_ms):>7} jobs, median {statistics.median(all_ms):6.2f} ms, most {max(all_ms):7.1f} ms"
        )
    print(f"  {given.articles / found['seconds']:.1f} articles a second")
    subprocess.run([sys.executable, "-m", "newsexport", "verify", str(folder / "dist")], check=False)
    subprocess.run(command(source, folder / "dist", given.formats), check=True)


def memory(folder: Path, given: argparse.Namespace) -> None:
    """Links instead of copies: a hundred thousand articles by repetition of a thousand."""
    originals = sorted(articles(folder / "originals", min(given.articles, 1000), given.article).rglob("*.txt"))
    source = folder / "source"
    for number in range(given.articles):
        place = source / f"{number // 1000:04}" / f"{number:07}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        os.link(originals[number % len(originals)], place)
    start = time.monotonic()
    with subprocess.Popen(
        command(source, folder / "dist", given.formats, "-q", "-j", "2", "--view", given.view), stdout=-3
    ) as batch:
        while batch.poll() is None:
            time.sleep(given.every)
            show_memory(batch.pid, folder, start)


def show_memory(driver: int, folder: Path, start: float) -> None:
    try:
        sizes = [resident(one) for one in (driver, *children(driver))]
    except OSError:
        return
    done = sum(len(list(part.iterdir())) for part in (folder / "dist").glob("[0-9]*"))
    shown = "  ".join(f"{rss:.0f}/{pss:.0f}" for rss, pss in sizes)
    print(
        f"{time.monotonic() - start:7.0f} s {done:>8} files; MiB resident/share, driver and workers: {shown}",
        flush=True,
    )


def workers(folder: Path, given: argparse.Namespace) -> None:
    source = articles(folder / "source", given.articles, given.article)
    times: dict[str, list[tuple[float, float]]] = {"1": [], "2": []}
    for number in range(given.rounds):
        for jobs, found in times.items():
            output = folder / f"dist-{number}-{jobs}"
            wall, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command(source, output, given.formats, "-q", "-j", jobs), check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            found.append((time.perf_counter() - wall, cpu))
    for what, at in (("wall", 0), ("CPU", 1)):
        one, two = (statistics.median(row[at] for row in found) for found in times.values())
        ratios = sorted(round(a[at] / b[at], 2) for a, b in zip(*times.values(), strict=True))
        print(f"{what}: one worker {one:.2f} s, two {two:.2f} s; ratio {statistics.median(ratios):.2f} {ratios}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("what", choices=["run", "memory", "workers"])
    arguments.add_argument("--articles", type=int, default=2000)
    arguments.add_argument("--article", type=Path, default=ROOT / "source" / "harbour-bridge.txt")
    arguments.add_argument("--formats", default="pdf,docx,epub,txt")
    arguments.add_argument("--view", default="briefing")
    arguments.add_argument("--engine")
    arguments.add_argument("--every", type=float, default=30)
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        {"run": run, "memory": memory, "workers": workers}[given.what](Path(name), given)


if __name__ == "__main__":
    main()
