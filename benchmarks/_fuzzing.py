"""What both fuzzers share: seeds, mutations by byte and by line, and a file for each distinct finding."""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["newsexport"]):
    from newsexport import reader
    from newsexport.errors import SourceError
    from newsexport.model import Article

ROOT = Path(__file__).parent.parent
SEEDS = ("source/*.txt", "tests/vendors/exports/*", "tests/formats/files/*", "tests/reader/findings/*")
EVERY = 60.0  # seconds between two words of how far it is


class SlowError(AssertionError):
    """It took too long."""


def checked(judge: Callable[[bytes, list[Article]], str], seconds: float) -> Callable[[bytes], str]:
    """What becomes of an input: refused with a SourceError, or read and judged within so many CPU seconds."""

    def check(data: bytes) -> str:
        start = time.process_time()
        try:
            articles = reader.read_bytes(data, name="fuzz")
        except SourceError:
            return "refused"
        what = judge(data, articles)
        if (spent := time.process_time() - start) > seconds:
            raise SlowError(f"{spent:.1f} s for {len(data)} bytes")
        return what

    return check


class Findings:
    """Counts of what ran, and each distinct finding with its input."""

    def __init__(self, check: Callable[[bytes], str], folder: Path, runs: int, seconds: float) -> None:
        self.check, self.folder, self.runs, self.end = check, folder, runs, time.monotonic() + seconds
        self.told = time.monotonic()
        self.counts: dict[str, int] = {}
        self.found: dict[str, str] = {}

    def __call__(self, data: bytes) -> None:
        try:
            what = self.check(data)
        except Exception as error:
            what = type(error).__name__
            self.keep(data, error)
        self.counts[what] = self.counts.get(what, 0) + 1
        done = sum(self.counts.values())
        if time.monotonic() - self.told > EVERY:
            print(f"{done} inputs, {len(self.found)} findings", flush=True)
            self.told = time.monotonic()
        if done >= self.runs or time.monotonic() > self.end:
            self.report()

    def keep(self, data: bytes, error: Exception) -> None:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "newsexport" in frame.filename]
        place = f"{type(error).__name__} at {frames[-1].name if frames else 'check'}"
        if place in self.found:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{type(error).__name__.lower()}-{hashlib.sha256(data).hexdigest()[:8]}"
        path.write_bytes(data)
        self.found[place] = f"{path}: {place}: {error}"

    def report(self) -> None:
        counts = ", ".join(f"{count} {what}" for what, count in sorted(self.counts.items()))
        print(f"{sum(self.counts.values())} inputs: {counts}", flush=True)
        print("\n".join(self.found.values()) or "nothing found", flush=True)
        os._exit(1 if self.found else 0)


def mutator(lines: list[bytes]) -> Callable[[bytes, int, int], bytes]:
    """Every second mutation takes, moves or drops whole lines: news text lives by its lines."""

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < 0.5:
            return atheris.Mutate(data, most)
        parts = data.split(b"\n")
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(parts) + 1)
            match chance.randrange(4):
                case 0 | 1:
                    parts.insert(at, chance.choice(lines))
                case 2 if len(parts) > 1:
                    parts.insert(at, parts.pop(chance.randrange(len(parts))))
                case _ if len(parts) > 1:
                    del parts[at - 1]
        return b"\n".join(parts)[:most]

    return mutate


def fuzz(check: Callable[[bytes], str], arguments: argparse.ArgumentParser, runs: int) -> None:
    """Put inputs through `check`, which says what became of each and raises what is wrong."""
    arguments.add_argument("--runs", type=int, default=runs)
    arguments.add_argument("--seconds", type=float, default=86_400)
    arguments.add_argument("--bytes", type=int, default=4000, help="of the longest input")
    arguments.add_argument("--findings", type=Path, default=Path("fuzz-findings"))
    given = arguments.parse_args()
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as name:
        seeds = [path for pattern in SEEDS for path in sorted(ROOT.glob(pattern)) if path.is_file()]
        for number, path in enumerate(seeds):
            shutil.copy(path, Path(name) / f"{number:04}")
        lines = sorted({line for path in seeds for line in path.read_bytes().split(b"\n")})
        findings = Findings(check, given.findings, given.runs, given.seconds)
        words = [sys.argv[0], name, f"-max_len={given.bytes}", "-timeout=300", "-rss_limit_mb=4000", "-verbosity=0"]
        atheris.Setup(words, findings, custom_mutator=mutator(lines))
        atheris.Fuzz()
