"""Who does the work: any `concurrent.futures.Executor`, found by name.

An engine is a factory under the entry-point group `newsexport.executors`:

    def engine(argument: str, workers: int) -> AbstractContextManager[Executor]

`argument` is what follows the colon of `--engine NAME:ARGUMENT`, `workers` what `--jobs` says. What is submitted are
module-level functions with plain values; what comes back are plain values.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from multiprocessing.connection import wait
from typing import Any, TypeAlias

from newsexport.batch._signals import OF_DRIVER
from newsexport.errors import NewsexportError, PluginError

GROUP = "newsexport.executors"
BUILT_IN = {
    "process": "newsexport.batch.engines:process",
    "thread": "newsexport.batch.engines:thread",
    "loky": "newsexport.batch.engines:loky",
    "dask": "newsexport.batch.engines:dask",
}
Engine: TypeAlias = Callable[[str, int], AbstractContextManager[Executor]]


def load(said: str) -> tuple[Engine, str]:
    """The engine that NAME or NAME:ARGUMENT says, and the argument; PluginError why it cannot be had."""
    name, _, argument = said.partition(":")
    targets = [BUILT_IN[name]] if name in BUILT_IN else _installed(name)
    if len(targets) != 1:
        what = "is offered by several packages" if targets else "is no engine"
        raise PluginError(f"{name!r} {what}", hint="engines: " + ", ".join(BUILT_IN))
    module, _, attribute = targets[0].partition(":")
    try:
        engine: Engine = getattr(importlib.import_module(module), attribute)
    except (Exception, SystemExit) as error:
        raise PluginError(f"engine {name!r} cannot be loaded: {type(error).__name__}: {error}") from error
    return engine, argument


@contextmanager
def started(engine: Engine, argument: str, workers: int) -> Iterator[Executor]:
    """The executor, running; PluginError where it cannot start."""
    with ExitStack() as held:
        try:
            executor = held.enter_context(engine(argument, workers))
        except NewsexportError:
            raise
        except Exception as error:
            said = f"the engine cannot start: {type(error).__name__}: {error}"
            raise PluginError(said, hint="check its address, or leave out --engine") from error
        yield executor


def _installed(name: str) -> list[str]:
    from importlib.metadata import entry_points

    return sorted({point.value for point in entry_points(group=GROUP, name=name)})


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def process(_argument: str, workers: int) -> AbstractContextManager[Executor]:
    """Processes on this machine. On Linux they are forked: fonts and styles that are loaded here are loaded there."""
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    most = 61 if sys.platform == "win32" else workers  # Windows waits for no more at once
    return ProcessPoolExecutor(min(workers, most), mp_context=context, initializer=enlist)


def thread(_argument: str, workers: int) -> AbstractContextManager[Executor]:
    """Threads: for sources and outputs that are slow to reach; one exports at a time."""
    return ThreadPoolExecutor(workers)


@contextmanager
def loky(_argument: str, workers: int) -> Iterator[Executor]:
    """Processes of loky, which start anew rather than by a fork (`pip install loky`)."""
    try:
        from loky import ProcessPoolExecutor as LokyExecutor
    except ImportError:
        raise PluginError("the engine loky is not installed", hint="pip install loky") from None
    with LokyExecutor(workers, initializer=enlist) as executor:
        yield executor


@contextmanager
def dask(argument: str, workers: int) -> Iterator[Executor]:
    """Workers of Dask: of the scheduler at the argument ("tcp://…"), else of a cluster on this machine."""
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise PluginError("the engine dask is not installed", hint="pip install 'newsexport[dask]'") from None
    with ExitStack() as held:
        if not argument:
            cluster: Any = LocalCluster  # what fails comes back with its task; the rest is how it ends
            options = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None}
            argument = held.enter_context(cluster(silence_logs="CRITICAL", **options))
        connect: Any = Client
        yield held.enter_context(connect(argument)).get_executor(pure=False)


def enlist() -> None:
    """Make a process a worker: what a terminal signals is its driver's affair, its prints go to standard error.

    It ends with its driver.
    """
    for name in OF_DRIVER:
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        os.dup2(2, 1)
    except OSError:
        pass  # one of the two is closed: then nothing can be printed
    driver = multiprocessing.parent_process()
    if driver and isinstance(driver.sentinel, int):
        threading.Thread(target=_end_with, args=(driver.sentinel,), daemon=True).start()


def _end_with(driver: int) -> None:
    wait([driver])
    os._exit(1)
