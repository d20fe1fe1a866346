"""Runs a batch: plans its tasks one after the other, has them done, and keeps in the state file what was done."""

from __future__ import annotations

import os
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeVar

from newsexport import records
from newsexport.batch import _work
from newsexport.batch._alone import WorkerDiedError
from newsexport.batch._drive import Driver
from newsexport.batch._lock import locked
from newsexport.batch._names import portable
from newsexport.batch._pattern import Pattern
from newsexport.batch._place import Source, bare
from newsexport.batch._save import sweep
from newsexport.batch._state import State
from newsexport.batch._work import Failure, Format, Named, Record, Setup, Task
from newsexport.batch.sources import Found, sources
from newsexport.errors import NewsexportError, SourceError

__all__ = ["Batch", "Failure", "Format", "Pattern", "Record", "Setup", "Shard", "home", "plan", "run"]

_FEW = 8  # tasks that no pool is worth its start for
_WARMING = 2  # tasks that are done before it starts: they warm what its workers inherit
ResultT = TypeVar("ResultT")


class Shard(records.Record):
    """Part `number` of `count` of the sources: sure to hold the same ones on every machine."""

    number: int
    count: int

    def holds(self, place: str) -> bool:
        """Whether a source of that place belongs to this part; sources that want one name belong together."""
        whole = bare(place).casefold().encode("utf-8", "backslashreplace")
        return zlib.crc32(whole) % self.count == self.number - 1

    @property
    def name(self) -> str:
        """What its state is called."""
        return f"shard-{self.number}-of-{self.count}"


@dataclass
class Batch:
    """All that a run is told. `said` are the sources as the user named them, `listed` gives the paths for `-`.

    `engine` starts an executor; None does the work here. `forced` has even little work done there.
    """

    setup: Setup
    said: tuple[str, ...]
    listed: Callable[[], Iterable[str]]
    workers: int = 1
    engine: Callable[[], AbstractContextManager[Any]] | None = None
    forced: bool = False
    shard: Shard | None = None
    passed: Counter[str] = field(default_factory=Counter)
    stopped: bool = False

    def found(self) -> Iterator[Found]:
        """Every source of this run, or why it cannot be had."""
        self.passed.clear()
        for one in sources(self.said, self.listed, self.setup.output, self.setup.limit, self.passed):
            if self.shard is None or isinstance(one, SourceError) or self.shard.holds(one.place):
                yield one


def run(batch: Batch) -> Iterator[list[Record]]:
    """Do the batch: for each source, as it is done, a record for each output. Only what cannot start is raised."""
    refused: list[SourceError] = []
    with _opened(batch) as state:
        _name_all(batch, state)
        for task, found in _done(batch, state, _work.fulfil, _tasks(batch, state, refused)):
            yield from _refusals(refused)
            records = _work.failed(task, _death(task, found)) if isinstance(found, WorkerDiedError) else found
            for record in records:
                if record.status == "written" and record.stem and record.format and record.known:
                    state.written(record.stem, record.format, record.known)
            yield records
        yield from _refusals(refused)
        if not batch.stopped:
            state.end()


def plan(batch: Batch) -> Iterator[list[Record]]:
    """What the batch would write, without a byte written."""
    refused: list[SourceError] = []
    state = State.copy(home(batch.setup.output, create=False) / _state_name(batch.shard))
    try:
        state.begin()
        _name_all(batch, state)
        for task in _tasks(batch, state, refused):
            yield from _refusals(refused)
            yield [
                Record(task.source.name, "planned", number, form.name, f"{stem}{form.extension}", stem)
                for number, stem in enumerate(task.stems, 1)
                for form in batch.setup.formats
            ]
        yield from _refusals(refused)
    finally:
        state.close()


def home(output: str, *, create: bool = True) -> Path:
    """The folder with the state of an output: `.newsexport` in it, or in the user's state folder for an address."""
    if "://" in output:
        said = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")  # the latter is Windows' word for it
        state = Path(said or Path.home() / ".local" / "state")
        found = state / "newsexport" / f"{portable(output.replace('/', '-'))}-{zlib.crc32(output.encode()):08x}"
    else:
        found = Path(output, ".newsexport")
    if create:
        try:
            found.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            hint = "choose another folder with -o FOLDER"
            raise NewsexportError(f"cannot be made: {error.strerror}", path=found, hint=hint) from None
    return found


def _state_name(shard: Shard | None) -> str:
    return f"{shard.name if shard else 'state'}.db"


@contextmanager
def _opened(batch: Batch) -> Iterator[State]:
    """The state, locked; what a killed run left half-written is cleared first."""
    folder = home(batch.setup.output)
    with ExitStack() as held:
        held.enter_context(locked(folder, batch.shard.name if batch.shard else None))
        state = State(folder / _state_name(batch.shard))
        held.callback(state.close)
        with state.saving():
            if not state.begin():
                _sweep(batch)
            yield state
        if hasattr(os, "sync") and "://" not in batch.setup.output:
            os.sync()  # once for all files: a flush for each costs more than the work


def _sweep(batch: Batch) -> None:
    if "://" not in batch.setup.output:
        sweep(Path(batch.setup.output))


def _done(
    batch: Batch, state: State, work: Callable[..., list[ResultT]], tasks: Iterator[Task]
) -> Iterator[tuple[Task, ResultT | WorkerDiedError]]:
    """Have the tasks done: a few here, and where there are more, all others by the engine."""
    driver: Driver[Task, ResultT] = Driver(
        partial(work, _work.packed(batch.setup)),
        weigh=lambda task: len(task.source.data or b""),
        submitted=state.commit,
        stopped=lambda: batch.stopped,
        patience=None if batch.setup.timeout is None else batch.setup.timeout * 2 + 10,
    )
    if batch.engine is None:
        yield from driver.here(tasks)
        return
    first = list(islice(tasks, _FEW + 1))
    if not batch.forced:
        few = len(first) if len(first) <= _FEW else _WARMING
        yield from driver.here(iter(first[:few]))
        del first[:few]
    if first:
        yield from driver.spread(chain(first, tasks), batch.engine, batch.workers)
    if driver.deaths:
        _sweep(batch)


def _tasks(batch: Batch, state: State, refused: list[SourceError]) -> Iterator[Task]:
    """Each source with its names and what is known of its outputs; `refused` collects those that cannot be had."""
    pattern = batch.setup.pattern
    for order, one in enumerate(batch.found()):
        if isinstance(one, SourceError):
            refused.append(one)
        elif name := state.identify(_plain(one.place), _plain(one.origin)):
            if pattern.by_article:
                sha256, stems = state.names(name, pattern.text)
            else:
                sha256, stems = None, (_claim(batch, state, name, one),)
            yield Task(one, name, order, stems, {stem: state.known(stem) for stem in stems}, sha256)


def _claim(batch: Batch, state: State, name: str, source: Source) -> str:
    folder, _, base = portable(bare(source.place)).rpartition("/")
    wanted = portable(f"{folder}/{batch.setup.pattern.text.replace('{stem}', base)}")
    tail = None if batch.shard is None else f"{zlib.crc32(_plain(source.place).encode()):08x}"
    return state.claim(name, 1, wanted, tail)


def _name_all(batch: Batch, state: State) -> None:
    """Where articles name their files: give each a name, before the first one is written."""
    if not batch.setup.pattern.by_article:
        return
    for task, named in _done(batch, state, _work.name, _tasks(batch, state, [])):
        if isinstance(named, Named):
            state.want(task.order, task.id, named.sha256, named.stems)
    state.settle(batch.setup.pattern.text, numbered=batch.shard is None)
    state.again()


def _refusals(refused: list[SourceError]) -> Iterator[list[Record]]:
    while refused:
        error = refused.pop(0)
        yield [Record(error.path or "?", "failed", failure=Failure.of(error))]


def _death(task: Task, death: WorkerDiedError) -> NewsexportError:
    hint = "the other articles are not affected; look at this one, and at the memory it needs"
    return SourceError(f"its worker died, twice: {death}", path=task.source.name, hint=hint)


def _plain(text: str) -> str:
    """The text without the lone surrogates of names that are not UTF-8: the state file takes none."""
    return text.encode("utf-8", "backslashreplace").decode()
