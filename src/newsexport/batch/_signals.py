"""Signals that wait while a pool begins its workers."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

OF_DRIVER = tuple(name for name in ("SIGINT", "SIGHUP", "SIGBREAK") if hasattr(signal, name))
"""What a terminal sends to the workers too, and only the driver heeds."""


@contextmanager
def held_back() -> Iterator[None]:
    """Let what ends a run wait until the block is done.

    A handler that raises between the forks of a pool leaves workers that nobody ends; one that raises in a callback of a
    fork is not heard at all.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[tuple[int, FrameType | None]] = []
    numbers = [getattr(signal, name) for name in (*OF_DRIVER, "SIGTERM")]
    heeded = {number: handler for number in numbers if callable(handler := signal.getsignal(number))}
    for number in heeded:
        signal.signal(number, lambda number, frame: came.append((number, frame)))
    try:
        yield
    finally:
        for number, handler in heeded.items():
            signal.signal(number, handler)
        for number, frame in came[:1]:
            heeded[number](number, frame)
