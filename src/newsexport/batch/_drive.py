"""Gives chunks of tasks to an executor, a few at a time, and outlives the death of its workers."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import AbstractContextManager, redirect_stdout
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, TypeVar

from newsexport.batch._alone import Alone, WorkerDiedError
from newsexport.batch._signals import held_back

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")

_CHUNK_SECONDS = 0.2  # long beside the 3 ms that an engine over the network needs for a chunk, short beside a run
_MOST = 250  # tasks of a chunk
_HEAVY = 4_000_000  # bytes that travel with a chunk
_GRACE = 5.0  # seconds for what runs to end after an interrupt


@dataclass
class Driver(Generic[TaskT, ResultT]):
    """How tasks are done; `work` does a chunk, `weigh` says the bytes that travel with a task.

    `submitted` is called before each chunk leaves; `stopped` says that no more shall. `patience` bounds, in seconds, a
    task that is tried again alone.
    """

    work: Callable[[Sequence[TaskT]], list[ResultT]]
    weigh: Callable[[TaskT], int]
    submitted: Callable[[], None]
    stopped: Callable[[], bool]
    patience: float | None = None
    deaths: bool = False  # has a worker died?
    _size: float = 2.0
    _next: deque[TaskT] = field(default_factory=deque)  # what is planned and has not left yet
    _running: dict[Future[tuple[list[ResultT], float]], list[TaskT]] = field(default_factory=dict)

    def here(self, tasks: Iterator[TaskT]) -> Iterator[tuple[TaskT, ResultT | WorkerDiedError]]:
        """Do the tasks in this process, one by one."""
        for task in tasks:
            if self.stopped():
                return
            self.submitted()
            yield task, self.work([task])[0]

    def spread(
        self, tasks: Iterator[TaskT], start: Callable[[], AbstractContextManager[Executor]], workers: int
    ) -> Iterator[tuple[TaskT, ResultT | WorkerDiedError]]:
        """Do the tasks on an executor, in whatever order they are done; WorkerDiedError for one that kills its worker twice."""
        while True:
            lost: list[TaskT] = []
            with (
                redirect_stdout(sys.stderr),
                start() as executor,
            ):  # each worker that is a thread puts back what it finds
                try:
                    yield from self._until_broken(tasks, executor, workers * 2, lost)
                except (KeyboardInterrupt, SystemExit):
                    yield from self._leave()
                    raise
                finally:
                    for future in self._running:
                        future.cancel()
            if not lost:
                return
            self.deaths = True
            yield from self._again(lost)

    def _until_broken(
        self, tasks: Iterator[TaskT], executor: Executor, width: int, lost: list[TaskT]
    ) -> Iterator[tuple[TaskT, ResultT | WorkerDiedError]]:
        while True:
            while not lost and len(self._running) < width and (chunk := self._chunk(tasks, width)):
                try:
                    with held_back():
                        self._running[executor.submit(_clocked_chunk, self.work, chunk)] = chunk
                except Exception:  # the executor is broken: each engine has its own word for it
                    lost += chunk
            if not self._running:
                return
            yield from self._finished(lost)  # a dead worker may take its whole pool with it

    def _finished(self, lost: list[TaskT]) -> Iterator[tuple[TaskT, ResultT | WorkerDiedError]]:
        for future in wait(self._running, return_when=FIRST_COMPLETED).done:
            chunk = self._running.pop(future)
            if future.cancelled() or future.exception() is not None:
                lost += chunk
            else:
                yield from self._results(future, chunk)

    def _results(
        self, future: Future[tuple[list[ResultT], float]], chunk: list[TaskT]
    ) -> Iterator[tuple[TaskT, ResultT | WorkerDiedError]]:
        results, seconds = future.result()
        wanted = len(chunk) * _CHUNK_SECONDS / max(seconds, 0.001)
        self._size = max(1.0, min(wanted, self._size * 2, _MOST))
        yield from zip(chunk, results, strict=True)

    def _chunk(self, tasks: Iterator[TaskT], width: int) -> list[TaskT]:
        """The next chunk; towards the end of the tasks a smaller one, so that all workers end at about the same time."""
        if self.stopped():
            return []
        size = int(self._size)
        self._look_ahead(tasks, size * 2)
        if len(self._next) < size * 2:
            size = min(size, -(-len(self._next) // width))
        chunk: list[TaskT] = []
        weight = 0
        while self._next and len(chunk) < size and weight <= _HEAVY:
            chunk.append(self._next.popleft())
            weight += self.weigh(chunk[-1])
        if chunk:
            self.submitted()
        return chunk

    def _look_ahead(self, tasks: Iterator[TaskT], count: int) -> None:
        """Plan so many tasks ahead, but no more bytes than travel with a chunk."""
        weight = sum(map(self.weigh, self._next))
        for task in islice(tasks, max(0, count - len(self._next)) if weight <= _HEAVY else 0):
            self._next.append(task)
            weight += self.weigh(task)
            if weight > _HEAVY:
                return

    def _leave(self) -> Iterator[tuple[TaskT, ResultT | WorkerDiedError]]:
        """After an interrupt: nothing new is begun, and what was done meanwhile is kept."""
        for future in self._running:
            future.cancel()
        done = wait(self._running, timeout=_GRACE).done
        for future in done:
            if not future.cancelled() and future.exception() is None:
                yield from self._results(future, self._running[future])
        self._running.clear()

    def _again(self, lost: list[TaskT]) -> Iterator[tuple[TaskT, ResultT | WorkerDiedError]]:
        """Each task of the chunks that died, once more and alone."""
        with Alone(self.work, self.patience) as alone:
            for task in lost:
                try:
                    yield task, alone.do(task)
                except WorkerDiedError as death:
                    yield task, death


def _clocked_chunk(work: Callable[[Sequence[TaskT]], list[ResultT]], chunk: list[TaskT]) -> tuple[list[ResultT], float]:
    start = time.perf_counter()
    return work(chunk), time.perf_counter() - start
