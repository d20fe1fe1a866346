"""Packages put on the path as an installer would: an exporter that misbehaves, an engine of somebody else's."""

import os
from pathlib import Path

MISBEHAVES = """
import os, signal, sys, time
from newsexport.exporter import Edition, Exporter, NoOptions, Style


class Odd(Exception):
    def __init__(self, one, two):
        super().__init__(one)


def sleep_for_ever():
    while True:
        time.sleep(1)


def stuck():
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    sleep_for_ever()


def prints():
    print("noise")
    os.write(1, b"raw noise")


def raises():
    raise Odd(1, 2)


HABITS = {
    "dies": lambda: os._exit(7), "killed": lambda: os.kill(os.getpid(), 9), "hangs": sleep_for_ever, "stuck": stuck,
    "prints": prints, "raises": raises, "leaves": lambda: sys.exit(3), "interrupts": lambda: os.kill(os.getpid(), 2),
}


def write(edition: Edition, style: Style, options: NoOptions) -> bytes:
    word = edition.title.split()[-1]
    HABITS.get(word, lambda: None)()
    return edition.title.encode()


exporter = Exporter(extension=".bad", summary="Misbehaves.", write=write)
"""
ENGINE = """
from concurrent.futures import ThreadPoolExecutor


def engine(argument, workers):
    print("engine", argument, workers)
    return ThreadPoolExecutor(workers)
"""


def install(folder: Path) -> dict[str, str]:
    """An environment in which both packages are installed."""
    folder.mkdir()
    (folder / "ne_bad.py").write_text(MISBEHAVES, encoding="utf-8")
    (folder / "ne_engine.py").write_text(ENGINE, encoding="utf-8")
    info = folder / "ne_bad-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: ne-bad\nVersion: 1.0\n", encoding="utf-8")
    points = "[newsexport.exporters]\nbad = ne_bad:exporter\n[newsexport.executors]\ntheirs = ne_engine:engine\n"
    (info / "entry_points.txt").write_text(points, encoding="utf-8")
    return dict(os.environ) | {"PYTHONPATH": str(folder)}
