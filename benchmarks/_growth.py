"""What grows and what must not: two workers, memory over many articles, long articles."""

from __future__ import annotations

import json
import multiprocessing
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import _articles
from _measure import Row, alternated, spend

FORMATS = ("pdf", "docx", "epub", "txt")
FASTER, MEMORY, FLAT = 1.9, 80, 1.25  # times one worker, MiB, times the CPU a word
_OURS = str(Path(__file__).with_name("_ours.py"))


def workers(count: int, rounds: int) -> list[Row]:
    """How much faster two workers are than one, in wall time, and how many cores there really were.

    The start, half a second in which nothing is shared out, is in both: of few articles it would be what is measured.
    """
    rows = []
    with _articles.scratch() as name:
        source, out = _articles.varied(Path(name, "source"), count), Path(name, "out")
        for formats in (*FORMATS, ",".join(FORMATS)):
            jobs: dict[str, Callable[[], float]] = {
                jobs: partial(_wall, source, out, formats, jobs) for jobs in ("1", "2")
            }
            found = alternated({**jobs, "cores": _cores}, rounds, warm=False)
            what = f"{count} × {formats}, two workers, wall"
            rows.append(Row(what, found["2"], "one worker", found["1"], 1 / FASTER, "s"))
            rows.append(Row("– cores that two busy loops really got then", found["cores"], unit="cores"))
    return rows


def _wall(source: Path, out: Path, formats: str, jobs: str) -> float:
    """Seconds of a batch."""
    shutil.rmtree(out, ignore_errors=True)
    return spend(_batch(source, out, formats, "-j", jobs)).wall / 1000


def _batch(source: Path, out: Path, formats: str, *words: str) -> list[str]:
    return [sys.executable, "-m", "newsexport", "batch", str(source), "-q", "-o", str(out), "-f", formats, *words]


def _cores() -> float:
    """How much CPU two processes that do nothing else get at once."""
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        return sum(pool.map(_spin, range(2), chunksize=1))


def _spin(_number: int) -> float:
    wall, used = time.perf_counter(), time.process_time()
    while time.perf_counter() - wall < 1:
        pass
    return (time.process_time() - used) / (time.perf_counter() - wall)


def memory(count: int) -> list[Row]:
    """The most memory that the driver and its two workers had, at a thousand articles, ten thousand, and so on.

    The articles repeat those of an archive of some fifty thousand words: what is learnt of each word must be bounded.
    """
    rows = []
    formats = ",".join(FORMATS)
    with _articles.scratch() as name:
        originals = _articles.varied(Path(name, "originals"), min(count, 2000), fresh=0.05)
        source, out = _articles.repeated(Path(name, "source"), originals, count), Path(name, "out")
        with subprocess.Popen(_batch(source, out, formats, "-j", "2"), stdout=subprocess.DEVNULL) as batch:
            for done, driver, most in _curve(batch, out, count):
                rows.append(Row(f"{done:,} × {formats}: a worker's peak", [most], goal=MEMORY, unit="MiB"))
                rows.append(Row("– the driver's", [driver], unit="MiB"))
    return rows


def _curve(batch: subprocess.Popen[bytes], out: Path, count: int) -> Iterator[tuple[int, float, float]]:
    """Articles done, peak MiB of the driver and of the largest worker, at each power of ten and at the end."""
    mark, driver, most = 1000, 0.0, 0.0
    while batch.poll() is None:
        time.sleep(0.5)
        sizes = [_peak(one) for one in (batch.pid, *_children(batch.pid))]
        driver, most = max(driver, sizes[0]), max([most, *sizes[1:]])
        folders = sorted(out.glob("[0-9]*"))
        for old in folders[:-3]:  # a hundred thousand PDFs are more than the memory holds that stands for a disk
            for path in old.iterdir():
                path.unlink()
        if len(folders) * 1000 > mark:
            yield mark, driver, most
            mark *= 10
    yield count, driver, most


def _peak(process: int) -> float:
    try:
        text = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("VmHWM")), 0.0)


def _children(process: int) -> list[int]:
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(one) for one in text.split()]


def long(most: int, rounds: int) -> list[Row]:
    """CPU microseconds a word of one article, up to so many words: beside those of one a tenth as long."""
    sizes = [size for size in (10_000, 100_000, 1_000_000) if size <= most]
    with _articles.scratch() as name:
        jobs = {str(size): partial(_a_word, Path(name, str(size)), size) for size in sizes}
        found = alternated(jobs, rounds, warm=False)
    rows = []
    for size in sizes[1:]:
        tenth = found[str(size // 10)]
        for phase in tenth[0]:
            ours, theirs = ([one[phase] for one in runs] for runs in (found[str(size)], tenth))
            what, beside = f"one of {size:,} words: {phase}", f"one of {size // 10:,}"
            rows.append(Row(what, ours, beside, theirs, FLAT, "µs a word"))
    return rows


def _a_word(folder: Path, size: int) -> dict[str, float]:
    """What each phase takes a word; short articles are several."""
    count = max(1, 100_000 // size)
    source, out = folder / "source", folder / "out"
    if not source.exists():
        source.mkdir(parents=True)
        out.mkdir()
        for number in range(count):
            _articles.long(source / f"{number}.txt", size, number)
    said = spend([sys.executable, _OURS, "briefing", ",".join(FORMATS), str(source), str(out)]).said
    return {phase: ms * 1000 / size / count for phase, ms in json.loads(said).items()}
