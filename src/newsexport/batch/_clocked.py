"""A time limit for one source: first by a signal, which leaves the worker alive, then by ending the worker."""

from __future__ import annotations

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn


class TimeIsUp(BaseException):
    """The time limit is reached. No `Exception`, so that no exporter takes it for an error of its own."""


@contextmanager
def limit(seconds: float | None, driver: int) -> Iterator[None]:
    """Raise TimeIsUp in the block after so many seconds; end the process where even that does not help.

    The signal reaches Python code only, in a main thread only. For the rest faulthandler's own thread, which needs no
    interpreter lock, ends the worker: whoever gave it work sees it die. The driver itself is never ended.
    """
    if seconds is None:
        yield
        return
    by_signal = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        if os.getpid() != driver:
            faulthandler.dump_traceback_later(seconds * 1.5 + 1 if by_signal else seconds, exit=True, file=nowhere)
        before = _alarm(seconds) if by_signal else None
        try:
            yield
        finally:
            if by_signal:
                signal.setitimer(signal.ITIMER_REAL, 0)
                signal.signal(signal.SIGALRM, before or signal.SIG_DFL)
            faulthandler.cancel_dump_traceback_later()


def _alarm(seconds: float) -> Any:
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    return before


def _ring(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TimeIsUp
