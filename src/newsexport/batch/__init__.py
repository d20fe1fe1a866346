"""Plans jobs, runs them and saves each file whole. One bad article never stops the others."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from newsexport.batch._names import safe_name
from newsexport.batch._save import save
from newsexport.errors import ExportError, ExportWarning, NewsexportError, OptionError, SourceError
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
            errors.append(_crash(SourceError, f"reading failed: {type(error).__name__}: {error}", source, error))
    if not articles:
        return Outcome(job, errors=tuple(errors))
    articles = [_viewed(article, view, job, errors) for article in articles]
    try:
        data, lost = _write(Edition.of(*articles, title=job.title), job, exporter, style, options)
        if lost and strict:
            raise ExportError("; ".join(lost), path=job.sources[0], hint="without --strict this is a warning")
        if job.output == STDIO:
            return Outcome(job, data=data, warnings=(*doubts, *lost), errors=tuple(errors))
        save(job.output, data)
        return Outcome(job, job.output, warnings=(*doubts, *lost), errors=tuple(errors))
    except NewsexportError as error:
        return Outcome(job, warnings=tuple(doubts), errors=(*errors, error))


def _viewed(article: Article, view: View, job: Job, errors: list[NewsexportError]) -> Article:
    """The article in a view; as written, and an error more, where the analysis of it crashes."""
    from newsexport import briefing

    try:
        return briefing.view(article, view)
    except Exception as error:
        source = Path(article.provenance.file or job.sources[0])
        errors.append(_crash(SourceError, f"the analysis failed: {type(error).__name__}: {error}", source, error))
        return article


def _write(
    edition: Edition, job: Job, exporter: Exporter[Any], style: Style, options: Any
) -> tuple[bytes, tuple[str, ...]]:
    """The bytes an exporter makes, and what it says it could not show; a crash inside it is an ExportError."""
    source = job.sources[0]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            data = exporter.write(edition, style, options)
        except NewsexportError as error:
            raise type(error)(error.message, path=error.path or source, line=error.line, hint=error.hint) from error
        except Exception as error:
            said = f"the {exporter.extension[1:]} exporter failed: {type(error).__name__}: {error}"
            raise _crash(ExportError, said, source, error) from error
    if not isinstance(data, bytes) or not data:
        raise ExportError(f"the {exporter.extension[1:]} exporter returned no bytes", path=source)
    return data, tuple(str(one.message) for one in caught if issubclass(one.category, ExportWarning))


def _crash(kind: type[NewsexportError], said: str, source: Path, cause: Exception) -> NewsexportError:
    """A fault of the program's own as one clear line; the cause is kept for --debug."""
    error = kind(said, path=source, hint="run it again with --debug and report what it prints")
    error.__cause__ = cause
    return error


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
