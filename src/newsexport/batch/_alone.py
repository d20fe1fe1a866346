"""Runs tasks one at a time in a process of their own: whatever kills it, kills nothing else."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Generic, TypeVar

from newsexport.batch.engines import enlist

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")


class WorkerDiedError(Exception):
    """The process that did a task ended before it was done; the words say how."""


class Alone(Generic[TaskT, ResultT]):
    """One worker, started when first needed and again after each death."""

    def __init__(self, work: Callable[[Sequence[TaskT]], list[ResultT]], patience: float | None) -> None:
        self._work, self._patience = work, patience
        self._process: Any = None
        self._line: Any = None

    def __enter__(self) -> Alone[TaskT, ResultT]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def do(self, task: TaskT) -> ResultT:
        """The result of one task; WorkerDiedError where the process ends or does not answer in time."""
        if self._process is None:
            self._start()
        try:
            self._line.send(task)
            if not self._line.poll(self._patience):
                self._end()
                raise WorkerDiedError(f"not done after {self._patience:g} seconds")
            found: ResultT = self._line.recv()
        except (EOFError, OSError):
            self._process.join(5)
            code = self._process.exitcode
            self._end()
            raise WorkerDiedError(
                f"killed by signal {-code}" if code and code < 0 else f"ended with exit code {code}"
            ) from None
        return found

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")  # a fork beside an engine's threads may hang
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        self._process.start()
        theirs.close()

    def _end(self) -> None:
        if self._process is not None:
            self._line.close()
            self._process.kill()
            self._process.join()
        self._process = self._line = None


def _serve(line: Connection, work: Callable[[Sequence[Any]], list[Any]]) -> None:
    enlist()
    while True:
        try:
            task = line.recv()
        except EOFError:
            return
        line.send(work([task])[0])
