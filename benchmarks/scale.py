"""A batch at scale: `python benchmarks/scale.py [--articles N] [--engine NAME] [--formats pdf,txt]`.

N articles on every core, with the report: memory as it goes on, articles a second, sums; then it is verified, and run again.
Articles are samples with their words shuffled. Prints, fails nothing.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import _articles


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
    source = _articles.varied(folder / "source", given.articles, given.article)
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


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--articles", type=int, default=2000)
    arguments.add_argument("--article", type=Path, default=_articles.SAMPLE)
    arguments.add_argument("--formats", default="pdf,docx,epub,txt")
    arguments.add_argument("--engine")
    arguments.add_argument("--every", type=float, default=30, help="seconds between two looks at the memory")
    given = arguments.parse_args()
    with _articles.scratch() as name:
        run(Path(name), given)


if __name__ == "__main__":
    main()
