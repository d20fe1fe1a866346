"""A batch on the way: progress on a terminal, errors as they come, one line at the end."""

from __future__ import annotations

import atexit
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from newsexport import __version__
from newsexport.cli._terminal import complain, is_leaving, leave
from newsexport.errors import ExportError, OptionError, printable

if TYPE_CHECKING:
    from newsexport.batch.report import Report
    from newsexport.batch.runner import Batch as Plan
    from newsexport.batch.runner import Record

_MOST_WARNINGS = 20  # printed; the report has them all


def run(plan: Plan, *, report: Path | None, quiet: bool, debug: bool, fail_fast: bool) -> int:
    """Do the batch and say what became of it; the exit code."""
    from newsexport.batch.report import Report
    from newsexport.batch.runner import run as records_of

    plan.stopped = False
    head = {"report": 1, "newsexport": __version__, "output": plan.setup.output}
    with Report(report, head) as sums:
        complete = False
        try:
            with _progress(plan, quiet=quiet) as tick:
                for records in records_of(plan):
                    heard: set[tuple[int, str]] = set()  # what concerns an article concerns it in every format
                    for record in records:
                        sums.add(record)
                        _say(record, sums, heard, quiet=quiet, debug=debug)
                    plan.stopped |= is_leaving() or (fail_fast and bool(sums.counts["failed"]))
                    tick()
            complete = not plan.stopped
            leave()
        except ExportError as error:
            complain(error, debug=debug)
            sums.counts["failed"] += 1
        finally:
            sums.passed = plan.passed
            sums.finish(complete=complete)
            if not quiet:
                click.echo(_summary(sums, plan))
    return 1 if sums.counts["failed"] else 0


def show_plan(plan: Plan) -> int:
    """Print which source would become which file; the exit code."""
    from newsexport.batch.runner import plan as planned

    failed = False
    for records in planned(plan):
        for record in records:
            if record.failure:
                complain(record.failure.error())
                failed = True
            else:
                click.echo(printable(f"{record.source} -> {plan.setup.output.rstrip('/')}/{record.output}"))
    return 1 if failed else 0


def follow(once: Callable[[], int], plan: Plan) -> int:
    """Do the batch, and again whenever something in its sources changes, until it is interrupted."""
    try:
        from watchfiles import watch
    except ImportError:
        raise OptionError("--watch needs watchfiles", hint="pip install 'newsexport[watch]'") from None
    folders = [text for text in plan.said if text != "-" and "://" not in text and Path(text).exists()]
    if not folders:
        raise OptionError("--watch needs a file or a folder to watch")
    output = Path(plan.setup.output).resolve()
    code = None
    for changes in watch(*folders, raise_interrupt=False, yield_on_timeout=True, rust_timeout=500):
        # The first run waits for the first word of the watcher: what changes while it runs is seen.
        if code is None or not all(Path(path).resolve().is_relative_to(output) for _, path in changes):
            code = once()
    return code or 0


def listed() -> Iterator[str]:
    """The paths on standard input, one a line; as often as asked."""
    file = _list()
    file.seek(0)
    return (os.fsdecode(line) for text in file if (line := text.rstrip(b"\r\n")))


@cache
def _list() -> IO[bytes]:
    """The list on disk: it may name ten million files, and is read more than once."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - open for as long as the process lives
    atexit.register(file.close)
    while piece := sys.stdin.buffer.read(1_000_000):
        file.write(piece)
    return file


def _say(record: Record, sums: Report, heard: set[tuple[int, str]], *, quiet: bool, debug: bool) -> None:
    """Print what went wrong with a job, and its warnings but those of `heard`, to which they are added."""
    if record.failure:
        complain(record.failure.error())
        if debug and record.failure.trace:
            click.echo(printable(record.failure.trace), err=True)
    for warning in record.warnings:
        if (record.article, warning) in heard:
            continue
        heard.add((record.article, warning))
        if not quiet and sums.counts["heard"] < _MOST_WARNINGS:
            click.echo(f"warning: {printable(f'{record.source}: {warning}')}", err=True)
        sums.counts["heard"] += 1


def _summary(sums: Report, plan: Plan) -> str:
    counts = sums.counts
    said = f"{counts['written']} written, {counts['unchanged']} unchanged, {counts['failed']} failed"
    if counts["heard"]:
        said += f", {counts['heard']} warning{'s' if counts['heard'] > 1 else ''}"
    rate = counts["written"] / sums.seconds if sums.seconds else 0
    said += f" in {sums.seconds:.1f} s ({rate:.0f} a second) to {plan.setup.output}"
    if passed := sum(plan.passed.values()):
        kinds = ", ".join(f"{name or 'no ending'} {count}" for name, count in Counter(plan.passed).most_common(5))
        said += f"; passed over {passed} that are no text by their names ({kinds})"
    return printable(said)


@contextmanager
def _progress(plan: Plan, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar with rate and remaining time on a terminal; nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    count = None if "-" in plan.said else sum(1 for _ in plan.found())
    nothing: Iterable[str] = iter(())
    with click.progressbar(
        nothing, length=count, label="articles", show_pos=True, item_show_func=lambda rate: rate, file=sys.stderr
    ) as bar:
        start = time.monotonic()

        def tick() -> None:
            bar.update(1, f"{(bar.pos + 1) / max(time.monotonic() - start, 0.001):.0f} a second")

        yield tick
