"""`newsexport batch` and `newsexport verify`: the words of archive-scale runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsexport.batch.sources import LIMIT
from newsexport.cli._settings import SETTINGS, Common, batch_settings, common_options, common_parameters
from newsexport.errors import OptionError, printable
from newsexport.exporter import option
from newsexport.options import click_options, collect
from newsexport.records import Record

if TYPE_CHECKING:
    from newsexport.batch.runner import Batch as Plan
    from newsexport.batch.runner import Format, Setup

_DIST = "dist"


class Batch(Record):
    """The options of a batch beside those that every format shares."""

    format: tuple[str, ...] = option((), "Format to write; give it once for each.")
    set: tuple[str, ...] = option((), "FORMAT.OPTION=VALUE, such as pdf.variant=a3a.")
    name: str = option("{stem}", "What outputs are called: {stem} of the source, {number}, {date}, {slug} ...")
    split: bool = option(False, "Give each article of a source a file of its own.")
    jobs: int = option(0, "Workers; 1 does the work in this process.  [default: one a core]")
    engine: str | None = option(None, "Who does the work: process, thread, dask, dask:tcp://..., or a plugin's.")
    shard: str | None = option(None, "Do part I of N of the sources, as I/N.")
    max_bytes: int = option(LIMIT, "Refuse a source larger than this.")
    timeout: float | None = option(None, "Seconds that a source may take.")
    force: bool = option(False, "Write also what is unchanged since the last run.")
    fail_fast: bool = option(False, "Stop at the first failure.")
    dry_run: bool = option(False, "Print what would be written, and write nothing.")
    watch: bool = option(False, "Stay, and run again whenever a source changes.")
    report: Path | None = option(None, "Write what became of every job to this JSON file.")

    def __post_init__(self) -> None:
        if self.jobs < 0:
            raise ValueError("--jobs is a number of workers")
        if self.max_bytes < 1:
            raise ValueError("--max-bytes is a number of bytes")
        if self.timeout is not None and not 0 < self.timeout < 1e6:
            raise ValueError("--timeout is a number of seconds")


_FLAGS = {"format": ["-f", "--format"], "set": ["-O", "--set"], "jobs": ["-j", "--jobs"]}
_NOT_OURS = {"bundle"}


def command(name: str) -> click.Command:
    """The command `batch` or `verify`."""
    return verify if name == "verify" else _batch_command()


def _batch_command() -> click.Command:

    def callback(source: tuple[str, ...], **given: Any) -> None:
        _batch(source, given)

    own = click_options(Batch)
    for parameter in own:
        parameter.opts = _FLAGS.get(parameter.name or "", parameter.opts)
    shared = [parameter for parameter in common_parameters("briefing") if parameter.name not in _NOT_OURS]
    parameters: list[click.Parameter] = [*own, *shared]
    parameters.append(click.Argument(["source"], nargs=-1, required=True, metavar="SOURCE..."))
    help_text = (
        "Write many articles in many formats: parallel, resumable, reported.\n\nSOURCE is a file, a folder with all below "
        "it, a glob in quotes, a .zip or .tar, an address such as s3://..., or '-' for a list of paths on standard input."
    )
    short = "Write many articles in many formats."
    return click.Command("batch", params=parameters, callback=callback, help=help_text, short_help=short)


def _batch(said: tuple[str, ...], given: Mapping[str, Any]) -> None:
    from newsexport.cli._running import follow, run, show_plan

    common, exports = common_options(given)
    files = [(f"{SETTINGS} [batch]", batch_settings())]
    own: Batch = collect(Batch, "batch", files=files, environ=os.environ, given=given)
    plan = _plan(said, common, own, exports)
    if own.dry_run:
        sys.exit(show_plan(plan))
    flags = {"quiet": common.quiet, "debug": common.debug, "fail_fast": own.fail_fast}
    once = partial(run, plan, report=own.report, **flags)
    sys.exit(follow(once, plan) if own.watch else once())


def _plan(said: tuple[str, ...], common: Common, own: Batch, exports: Mapping[str, Any]) -> Plan:
    """All that a run is told, from the words; errors before anything is read."""
    from newsexport.batch import engines
    from newsexport.batch.runner import Batch as Plan
    from newsexport.cli._running import listed

    setup = _setup(said, common, own, exports)
    shard = _shard(own.shard)
    if shard and setup.pattern.by_article and not setup.pattern.unique:
        raise OptionError("shards cannot see each other's names", hint="add {hash} to --name")
    if own.timeout and (own.engine or "").partition(":")[0] == "thread":
        raise OptionError("a thread cannot be ended: --timeout needs processes", hint="leave out --engine thread")
    workers = own.jobs or engines.cores()
    plain = own.engine is None and own.timeout is None and _all_ours(setup.formats)
    engine = None
    if workers > 1 or not plain:
        start, argument = engines.load(own.engine or "process")
        engine = partial(engines.started, start, argument, workers)
    return Plan(setup, said, listed, workers, engine, not plain, shard)


def _setup(said: tuple[str, ...], common: Common, own: Batch, exports: Mapping[str, Any]) -> Setup:
    """What is the same for every source."""
    from newsexport import registry
    from newsexport import style as styles
    from newsexport.batch import sources
    from newsexport.batch.runner import Pattern, Setup

    output = common.output or _DIST
    if output == "-":
        raise OptionError("a batch writes files, not standard output", hint="give a folder with -o FOLDER")
    if "://" not in output and Path(output).is_file():
        raise OptionError(f"{output} is a file", hint="give a folder with -o FOLDER")
    pattern = Pattern(_name(own), own.split)
    style = styles.load(common.style)
    known = {"encoding": common.encoding, "language": common.language, "source_format": common.source_format}
    return Setup(
        tuple(_formats(own, common, style, exports, pattern.by_article)),
        registry.load,
        style,
        output,
        pattern,
        known,
        common.strict,
        own.force,
        own.max_bytes,
        os.getpid(),
        own.timeout,
        sources.refuse_mixing(said, output),
    )


def _name(own: Batch) -> str:
    return "{stem}-{number}" if own.split and own.name == "{stem}" else own.name


def _all_ours(formats: Sequence[Format]) -> bool:
    """Whether no plugin writes: a plugin's crash must not be this process's."""
    from newsexport.registry import BUILT_IN

    return all(form.name in BUILT_IN for form in formats)


def _formats(own: Batch, common: Common, style: Any, exports: Mapping[str, Any], by_article: bool) -> Iterator[Format]:
    """The formats with their options; OptionError where one is no format, or two write the same files."""
    from newsexport import registry
    from newsexport.batch.runner import Format
    from newsexport.cli._versions import digest

    names = list(dict.fromkeys(name for text in own.format for name in text.split(",")))
    if not names:
        raise OptionError("no format is given", hint="such as -f pdf -f docx")
    words = _words(own.set, names)
    endings: dict[str, str] = {}
    for name in names:
        exporter = registry.load(name)
        if other := endings.get(exporter.extension):
            raise OptionError(f"{other} and {name} both write {exporter.extension} files", hint="run two batches")
        endings[exporter.extension] = name
        options = collect(
            exporter.options,
            name,
            files=[
                (f"{common.style} [export.{name}]", style.export.get(name, {})),
                (f"{SETTINGS} [export.{name}]", exports.get(name, {})),
            ],
            environ=os.environ,
            given={},
            words=words[name],
        )
        view = common.view or exporter.view
        said = (options, common.encoding, common.language, common.source_format, view, common.strict, by_article)
        yield Format(name, exporter.extension, options, view, digest(name, style, *said))


def _words(said: Sequence[str], names: Sequence[str]) -> dict[str, dict[str, str]]:
    """The values of `-O FORMAT.OPTION=VALUE` by format."""
    found: dict[str, dict[str, str]] = {name: {} for name in names}
    for text in said:
        name, _, rest = text.partition(".")
        key, equals, value = rest.partition("=")
        if not equals or name not in found:
            raise OptionError(f"-O {text}: no option of {', '.join(names)}", hint="such as -O pdf.variant=a3a")
        found[name][key] = value
    return found


def _shard(said: str | None) -> Any:
    from newsexport.batch.runner import Shard

    if said is None:
        return None
    number, _, count = said.partition("/")
    if not (number.isascii() and number.isdigit() and count.isascii() and count.isdigit()):
        raise OptionError(f"--shard {said}: not such as 1/8")
    if not 1 <= int(number) <= int(count):
        raise OptionError(f"--shard {said}: the first of eight is 1/8, the last 8/8")
    return Shard(int(number), int(count))


@click.command()
@click.argument("output", default=_DIST)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing.")
def verify(output: str, quiet: bool) -> None:
    """Compare the files in OUTPUT with what batches wrote there."""
    from newsexport.batch.verify import verify as judged

    counts = {"whole": 0, "missing": 0, "changed": 0}
    for verdict in judged(output):
        counts[verdict.found] += 1
        if verdict.found != "whole" and not quiet:
            click.echo(f"{verdict.found}: {printable(verdict.path)}", err=True)
    if not quiet:
        click.echo(", ".join(f"{count} {name}" for name, count in counts.items()))
    sys.exit(1 if counts["missing"] or counts["changed"] else 0)
