"""Plans jobs, runs them and saves each file whole. One bad article never stops the others."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newsexport.batch._export import crash, export, told, viewed
from newsexport.batch._names import safe_name, spelled
from newsexport.batch._save import save
from newsexport.errors import ExportError, NewsexportError, OptionError, SourceError
from newsexport.exporter import Edition, Exporter, Style, View
from newsexport.model import Article
from newsexport.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from os import PathLike
    from typing import Any, TypeAlias

    from newsexport.briefing.plan import Book

__all__ = ["Job", "Outcome", "crash", "plan", "run", "safe_name", "save", "spelled"]

STDIO = "-"
DIST = "dist"
Read: TypeAlias = Callable[[str], Edition]


class Job(Record):
    """Articles to read and the one file to make of them, as a book where they are one; `-` stands for standard streams."""

    sources: tuple[str, ...]
    output: str
    book: Book | None = None


class Outcome(Record):
    """What became of a job: the file written (None where nothing was), what was lost or doubtful, what failed."""

    job: Job
    written: str | None = None
    data: bytes | None = None
    warnings: tuple[str, ...] = ()
    errors: tuple[NewsexportError, ...] = ()


def plan(
    sources: Sequence[str | PathLike[str]],
    extension: str,
    *,
    output: str | None = None,
    bundle: str | None = None,
    books: Mapping[str, tuple[Book, Sequence[str | PathLike[str]]]] | None = None,
) -> list[Job]:
    """The jobs for these sources: one a source, or one for all with the title `bundle`.

    A source in `books` is a book file, given there with what it asks for. OptionError, before anything is written, where
    an output would be a source, two jobs would share one output, or one named file would have to hold several.
    """
    paths = [spelled(source) for source in sources]
    bound = {spelled(path): (book, tuple(map(spelled, articles))) for path, (book, articles) in (books or {}).items()}
    folder, exact = _target(output, paths)
    if bundle is not None:
        jobs = [_bundled(paths, exact or _within(folder, f"{safe_name(bundle)}{extension}"), bundle, bound)]
    else:
        if exact and exact != STDIO and len(paths) > 1:
            raise OptionError(
                f"{exact} cannot hold {len(paths)} articles", hint="give a folder, or bundle them with --bundle TITLE"
            )
        jobs = [_job(path, exact or _within(folder, f"{_stem(path)}{extension}"), bound) for path in paths]
    _refuse_collisions(jobs, bound)
    return jobs


def _job(source: str, output: str, books: Mapping[str, tuple[Book, tuple[str, ...]]]) -> Job:
    book, articles = books.get(source, (None, (source,)))
    return Job(articles, output, book)


def _bundled(sources: Sequence[str], output: str, title: str, books: Iterable[str]) -> Job:
    from newsexport.briefing.plan import Book

    for path in books:
        hint = "leave --bundle out, or name its articles"
        raise OptionError(f"{path} is a book of its own and cannot be bundled", hint=hint)
    return Job(tuple(sources), output, Book(title, cover=False))


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
    found: list[tuple[str, Edition]] = []
    doubts: list[str] = []
    errors: list[NewsexportError] = []
    for source in job.sources:
        try:
            edition = read(source)
            found.append((source, edition))
            doubts += (f"{source}: {said}" for article in edition.articles for said in article.provenance.warnings)
        except NewsexportError as error:
            errors.append(error)
        except Exception as error:
            errors.append(crash(SourceError, f"reading failed: {type(error).__name__}: {error}", source, error))
    if not found:
        return Outcome(job, errors=tuple(errors))
    try:
        edition, said = _edition(job, found, view, errors)
        doubts += said
        data, lost = export(edition, job.sources[0], exporter, style, options)
        if lost and strict:
            raise ExportError("; ".join(lost), path=job.sources[0], hint="without --strict this is a warning")
        if job.output == STDIO:
            return Outcome(job, data=data, warnings=(*doubts, *lost), errors=tuple(errors))
        save(job.output, data)
        return Outcome(job, job.output, warnings=(*doubts, *lost), errors=tuple(errors))
    except NewsexportError as error:
        return Outcome(job, warnings=tuple(doubts), errors=(*errors, error))


def _edition(
    job: Job, found: Sequence[tuple[str, Edition]], view: View, errors: list[NewsexportError]
) -> tuple[Edition, Sequence[str]]:
    """The edition of what was read, each article in the view, and what its editor should know."""

    def tell(article: Article) -> Article:
        return viewed(article, view, job.sources[0], errors)

    pages = view != "article"
    if job.book is None:
        return told(found[0][1], tell, pages=pages)
    from newsexport.briefing.book import bound

    return bound([(source, edition.articles) for source, edition in found], job.book, tell, pages=pages)


def _target(output: str | None, sources: Sequence[str]) -> tuple[str, str | None]:
    """The folder that outputs go to, and the one file where the user named it."""
    if output is None:
        return DIST, STDIO if sources == [STDIO] else None
    path = spelled(output)
    is_folder = output.endswith(("/", os.sep)) or os.path.isdir(path)
    return path, None if is_folder else path


def _within(folder: str, name: str) -> str:
    return spelled(os.path.join(folder, name))


def _stem(source: str) -> str:
    """The name of a file without its ending; a dot that it begins or ends with is no ending's."""
    name = os.path.basename(source)
    stem, _, ending = name.rpartition(".")
    return "article" if source == STDIO else stem if stem and ending else name


def _refuse_collisions(jobs: Sequence[Job], books: Iterable[str]) -> None:
    every = (*books, *(source for job in jobs for source in job.sources))
    sources = [source for source in every if source != STDIO and os.path.exists(source)]
    seen: dict[str, Job] = {}
    for job in jobs:
        if job.output == STDIO:
            continue
        if os.path.exists(job.output) and any(os.path.samefile(job.output, source) for source in sources):
            raise OptionError(f"{job.output} is one of the sources", hint="choose another place with -o FOLDER")
        # Two names that differ only in case are one file on macOS and Windows, or in how they compose é, on macOS.
        place = unicodedata.normalize("NFC", os.path.abspath(job.output))
        other = seen.setdefault(os.path.normcase(place).casefold(), job)
        if other is not job:
            raise OptionError(
                f"{other.sources[0]} and {job.sources[0]} would both be written to {job.output}",
                hint="export them to different folders with -o, or together with --bundle TITLE",
            )
