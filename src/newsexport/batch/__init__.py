"""Plans jobs, runs them and saves each file whole. One bad article never stops the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from newsexport.batch._export import crash, export, viewed
from newsexport.batch._names import safe_name
from newsexport.batch._save import save
from newsexport.errors import ExportError, NewsexportError, OptionError, SourceError
from newsexport.exporter import Edition, Exporter, Style, View
from newsexport.model import Article
from newsexport.records import record

__all__ = ["Job", "Outcome", "plan", "run", "safe_name", "save"]

STDIO = Path("-")
DIST = Path("dist")
Read: TypeAlias = Callable[[Path], Sequence[Article]]


@record
class Job:
    """Articles to read and the one file to make of them; `-` stands for standard input and output."""

    sources: tuple[Path, ...]
    output: Path
    title: str | None = None


@record
class Outcome:
    """What became of a job: the file written (None where nothing was), what was lost or doubtful, what failed."""

    job: Job
    written: Path | None = None
    data: bytes | None = None
    warnings: tuple[str, ...] = ()
    errors: tuple[NewsexportError, ...] = ()


def plan(sources: Sequence[Path], extension: str, *, output: str | None = None, bundle: str | None = None) -> list[Job]:
    """The jobs for these sources: one a source, or one for all with the title `bundle`.

    OptionError, before anything is written, where an output would be a source, two jobs would share one output, or one
    named file would have to hold several.
    """
    if bundle is not None:
        folder, exact = _target(output, sources)
        jobs = [Job(tuple(sources), exact or folder / f"{safe_name(bundle)}{extension}", bundle)]
    else:
        folder, exact = _target(output, sources)
        if exact and exact != STDIO and len(sources) > 1:
            raise OptionError(
                f"{exact} cannot hold {len(sources)} articles", hint="give a folder, or bundle them with --bundle TITLE"
            )
        jobs = [Job((source,), exact or folder / f"{_stem(source)}{extension}") for source in sources]
    _refuse_collisions(jobs)
    return jobs


def run(
    jobs: Iterable[Job],
    exporter: Exporter[Any],
    style: Style,
    options: Any,
    *,
    read: Read,
    view: View = "article",
    strict: bool = False,
) -> Iterator[Outcome]:
    """Do the jobs one by one; an outcome for each. Nothing raises but an interrupt."""
    for job in jobs:
        yield _do(job, exporter, style, options, read, view, strict)


def _do(job: Job, exporter: Exporter[Any], style: Style, options: Any, read: Read, view: View, strict: bool) -> Outcome:
    articles: list[Article] = []
    doubts: list[str] = []
    errors: list[NewsexportError] = []
    for source in job.sources:
        try:
            found = read(source)
            articles += found
            doubts += (f"{source}: {said}" for article in found for said in article.provenance.warnings)
        except NewsexportError as error:
            errors.append(error)
        except Exception as error:
            errors.append(crash(SourceError, f"reading failed: {type(error).__name__}: {error}", source, error))
    if not articles:
        return Outcome(job, errors=tuple(errors))
    articles = [viewed(article, view, job.sources[0], errors) for article in articles]
    try:
        data, lost = export(Edition.of(*articles, title=job.title), job.sources[0], exporter, style, options)
        if lost and strict:
            raise ExportError("; ".join(lost), path=job.sources[0], hint="without --strict this is a warning")
        if job.output == STDIO:
            return Outcome(job, data=data, warnings=(*doubts, *lost), errors=tuple(errors))
        save(job.output, data)
        return Outcome(job, job.output, warnings=(*doubts, *lost), errors=tuple(errors))
    except NewsexportError as error:
        return Outcome(job, warnings=tuple(doubts), errors=(*errors, error))


def _target(output: str | None, sources: Sequence[Path]) -> tuple[Path, Path | None]:
    """The folder that outputs go to, and the one file where the user named it."""
    if output is None:
        return DIST, STDIO if list(sources) == [STDIO] else None
    path = Path(output)
    if output.endswith(("/", os.sep)) or path.is_dir():
        return path, None
    return path.parent, path


def _stem(source: Path) -> str:
    return "article" if source == STDIO else (source.stem or source.name)


def _refuse_collisions(jobs: Sequence[Job]) -> None:
    sources = [source for job in jobs for source in job.sources if source != STDIO and source.exists()]
    seen: dict[str, Job] = {}
    for job in jobs:
        if job.output == STDIO:
            continue
        if job.output.exists() and any(job.output.samefile(source) for source in sources):
            raise OptionError(f"{job.output} is one of the sources", hint="choose another place with -o FOLDER")
        # Two names that differ only in case are one file on macOS and Windows.
        other = seen.setdefault(os.path.normcase(os.path.abspath(job.output)).casefold(), job)  # noqa: PTH100 - no links
        if other is not job:
            raise OptionError(
                f"{other.sources[0]} and {job.sources[0]} would both be written to {job.output}",
                hint="export them to different folders with -o, or together with --bundle TITLE",
            )
