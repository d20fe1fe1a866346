"""What a worker does: read a source once, write it in every format, and say what became of each. It never raises."""

from __future__ import annotations

import gc
import hashlib
import pickle
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import field
from functools import lru_cache
from typing import Any, Literal

from newsexport import records
from newsexport.batch import _clocked
from newsexport.batch._export import SeldomTidied, crash, export, viewed
from newsexport.batch._opened import Opened, joined, opened
from newsexport.batch._outlet import size, write
from newsexport.batch._pattern import Pattern
from newsexport.batch._place import Source, bare, is_text
from newsexport.batch._state import Known
from newsexport.errors import ExportError, NewsexportError, SourceError
from newsexport.exporter import Edition, Exporter, Style, View

Status = Literal["planned", "written", "unchanged", "failed"]


class Format(records.Record):
    """A format to write; `digest` stands for all that its outputs depend on but the source."""

    name: str
    extension: str
    options: Any
    view: View
    digest: str


class Setup(records.Record):
    """What is the same for every source of a batch; it travels to the workers, so that all in it is plain."""

    formats: tuple[Format, ...]
    load: Callable[[str], Exporter[Any]]  # a function of some module, by which workers find it
    style: Style
    output: str
    pattern: Pattern
    known: Mapping[str, str | None]  # encoding, language, source_format
    strict: bool
    force: bool
    limit: int  # bytes of a source
    driver: int  # the process that gives the work away
    timeout: float | None  # seconds of a source
    guarded: bool  # may an output lie beside sources?


class Task(records.Record):
    """A source with the names of its outputs and what is known of them; `stems` is empty while they are to be found."""

    source: Source
    id: str
    order: int = 0
    stems: tuple[str, ...] = ()
    outputs: Mapping[str, Mapping[str, Known]] = field(default_factory=dict)  # by stem, then by format
    sha256: str | None = None  # of the bytes that the names are from


class Failure(records.Record):
    """An error as plain words: exceptions of plugins do not survive the way between processes."""

    kind: str
    message: str
    path: str | None = None
    line: int | None = None
    hint: str | None = None
    trace: str | None = None

    @classmethod
    def of(cls, error: NewsexportError) -> Failure:
        """The words of an error; of a crash also where it happened."""
        trace = "".join(traceback.format_exception(error.__cause__)) if error.__cause__ else None
        return cls(type(error).__name__, str(error.message), error.path, error.line, error.hint, trace)

    def error(self) -> NewsexportError:
        """The words as an error again."""
        return NewsexportError(self.message, path=self.path, line=self.line, hint=self.hint)


class Record(records.Record):
    """What became of one output: `format` and `output` are None where the source could not be read; `article` counts from 1."""

    source: str
    status: Status
    article: int = 1
    format: str | None = None
    output: str | None = None
    stem: str | None = None
    known: Known | None = None
    ms: float = 0.0
    warnings: tuple[str, ...] = ()
    failure: Failure | None = None


class Named(records.Record):
    """The names of a source's articles, as the pattern makes them, and the hash of the bytes they are from."""

    sha256: str
    stems: tuple[str, ...]


def packed(setup: Setup) -> bytes:
    """The setup as it travels; what unpacks it in this process, and in those forked from it, is given this very one."""
    data = pickle.dumps(setup)
    _setups.clear()
    _setups[data] = setup
    return data


def _unpacked(data: bytes) -> Setup:
    """The setup: unpacked once a process, so that what exporters keep for its style serves every chunk."""
    found = _setups.get(data)
    if found is None:
        found = pickle.loads(data)  # noqa: S301 - from our own driver
        _setups.clear()
        _setups[data] = found
    return found


_setups: dict[bytes, Setup] = {}


def fulfil(data: bytes, tasks: Sequence[Task]) -> list[list[Record]]:
    """Do the tasks under a packed setup; a list of records for each."""
    setup = _unpacked(data)
    with redirect_stdout(sys.stderr), SeldomTidied():
        for form in setup.formats:
            _warm(setup.load, form.name, form.view)
        return [_timed(setup, task) for task in tasks]


def name(data: bytes, tasks: Sequence[Task]) -> list[Named | None]:
    """Find the names of each task's articles; None where they are known, or the source cannot be read."""
    setup = _unpacked(data)
    with redirect_stdout(sys.stderr):
        return [_name_timed(setup, task) for task in tasks]


def failed(task: Task, error: NewsexportError) -> list[Record]:
    """The record of a task that came to nothing."""
    return [Record(task.source.name, "failed", failure=Failure.of(error))]


def _timed(setup: Setup, task: Task) -> list[Record]:
    done: list[Record] = []
    try:
        with _clocked.limit(setup.timeout, setup.driver):
            for record in _fulfil(setup, task):
                done.append(record)  # noqa: PERF402 - what was done before a failure is kept
    except _clocked.TimeIsUp:
        hint = "give it more with --timeout SECONDS"
        late = SourceError(f"not done after {setup.timeout:g} seconds", path=task.source.name, hint=hint)
        return done + failed(task, late)
    except NewsexportError as error:
        return done + failed(task, error)
    except Exception as error:
        said = f"reading failed: {type(error).__name__}: {error}"
        return done + failed(task, crash(SourceError, said, task.source.name, error))
    return done


def _fulfil(setup: Setup, task: Task) -> Iterator[Record]:
    read = opened(task.source, setup.known, setup.limit)
    if task.sha256 not in {None, read.sha256}:
        raise SourceError("it changed while the batch was running", path=task.source.name, hint="run the batch again")
    if not task.stems and read.read():
        raise SourceError("its articles could not be named", path=task.source.name, hint="run the batch again")
    for number, stem in enumerate(task.stems, 1):
        for form in setup.formats:
            fingerprint = hashlib.sha256(f"{read.sha256} {number} {form.digest}".encode()).hexdigest()
            known = task.outputs.get(stem, {}).get(form.name)
            if known and not setup.force and known.fingerprint == fingerprint and _is_whole(setup, known):
                yield Record(task.source.name, "unchanged", number, form.name, known.path, stem, known)
            else:
                read.read()  # where that fails, it is said once
                yield _write(setup, read, number, stem, form, fingerprint, new=known is None)


def _is_whole(setup: Setup, known: Known) -> bool:
    return size(setup.output, known) == known.bytes


def _write(setup: Setup, read: Opened, number: int, stem: str, form: Format, fingerprint: str, *, new: bool) -> Record:
    start = time.perf_counter()
    name, place = read.source.name, f"{stem}{form.extension}"
    doubts: tuple[str, ...] = ()
    try:
        edition, known_twice = read.edition(form.view, number if setup.pattern.by_article else None)
        said = (said for article in edition.articles for said in article.provenance.warnings)
        doubts = (*said, *known_twice)
        data, lost = _exported(setup, name, form, edition)
        write(setup.output, place, data, guarded=setup.guarded and new and is_text(place))
    except NewsexportError as error:
        failure = Failure.of(error)
        return Record(name, "failed", number, form.name, place, stem, None, _since(start), doubts, failure)
    known = Known(place, fingerprint, hashlib.sha256(data).hexdigest(), len(data))
    if read.faults:
        faulty = Failure.of(joined(read.faults))
        return Record(name, "failed", number, form.name, place, stem, known, _since(start), doubts, faulty)
    return Record(name, "written", number, form.name, place, stem, known, _since(start), (*doubts, *lost))


def _exported(setup: Setup, name: str, form: Format, edition: Edition) -> tuple[bytes, tuple[str, ...]]:
    exporter = _exporter(setup.load, form.name)
    if not exporter.bundles and len(edition.articles) > 1:
        raise ExportError(f"{form.name} cannot hold {len(edition.articles)} articles", path=name, hint="add --split")
    data, lost = export(edition, name, exporter, setup.style, form.options)
    if lost and setup.strict:
        raise ExportError("; ".join(lost), path=name, hint="without --strict this is a warning")
    return data, lost


def _name_timed(setup: Setup, task: Task) -> Named | None:
    try:
        with _clocked.limit(setup.timeout, setup.driver):
            return _name(setup, task)
    except (_clocked.TimeIsUp, Exception):
        return None  # said when it shall be written, and fails again


def _name(setup: Setup, task: Task) -> Named | None:
    source, read = task.source, opened(task.source, setup.known, setup.limit)
    if read.sha256 == task.sha256:
        return None
    stems = tuple(
        setup.pattern.name(bare(source.place), article, number, _digest(source, read.sha256, number))
        for number, article in enumerate(read.named(), 1)
    )
    return Named(read.sha256, stems)


def _digest(source: Source, content: str, number: int) -> str:
    said = f"{source.place} {content} {number}"
    return hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()


@lru_cache(maxsize=64)
def _warm(load: Callable[[str], Exporter[Any]], name: str, view: View) -> None:
    """Load, once a worker, what every article needs: no article's time limit shall pay for it."""
    try:
        from newsexport import reader

        _exporter(load, name)
        for article in reader.read_bytes(b"Bridge opens\n\nIt opened on Sunday.\n"):
            viewed(article, view, "-", [])
    except Exception:  # said by the first article that needs it
        return


@lru_cache(maxsize=64)
def _exporter(load: Callable[[str], Exporter[Any]], name: str) -> Exporter[Any]:
    """The exporter, loaded once a worker; what loading left behind is never looked at again by the collector."""
    found = load(name)
    gc.freeze()
    return found


def _since(start: float) -> float:
    return round((time.perf_counter() - start) * 1000, 2)
