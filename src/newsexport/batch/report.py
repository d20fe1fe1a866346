"""What became of a batch: counts for people, and every job as JSON for machines (docs/batch-report.schema.json)."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from newsexport.batch._save import Saving
from newsexport.batch.runner import Record

__all__ = ["Report"]


@dataclass
class Report:
    """Counts records, and writes them to `path` one by one: a report of ten million jobs takes no memory.

    `head` are the facts of the run that stand at its top. The file appears whole when the block ends, also by an interrupt.
    """

    path: Path | None
    head: Mapping[str, Any]
    counts: Counter[str] = field(default_factory=Counter)
    size: int = 0
    passed: Mapping[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    _start: float = field(default_factory=time.monotonic)
    _held: ExitStack = field(default_factory=ExitStack)
    _file: BinaryIO | None = None
    _first: bool = True

    def __enter__(self) -> Self:
        if self.path:
            self._file = self._held.enter_context(Saving(self.path))
            head = {**self.head, "started": datetime.now(UTC).isoformat(timespec="seconds")}
            self._put("{" + "".join(f"{_json(key)}: {_json(value)},\n" for key, value in head.items()) + '"jobs": [')
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        interrupted = kind is not None and not issubclass(kind, Exception)
        self._held.__exit__(*((None, None, None) if interrupted else (kind, error, trace)))

    def add(self, record: Record) -> None:
        """Count a job and write it down."""
        self.counts[record.status] += 1
        self.counts["warnings"] += len(record.warnings)
        if record.status == "written" and record.known:
            self.size += record.known.bytes
        if self._file:
            self._put(f"{'' if self._first else ','}\n{_json(dict(_job(record)))}")
        self._first = False

    def finish(self, *, complete: bool) -> None:
        """Write the sums down; `complete` says that nothing was left undone."""
        self.seconds = time.monotonic() - self._start
        names = ("written", "unchanged", "failed", "warnings")
        sums = {name: self.counts[name] for name in names} | {"bytes": self.size, "passed_over": dict(self.passed)}
        said = {"summary": sums, "complete": complete, "seconds": round(self.seconds, 3)}
        self._put("\n],\n" + ",\n".join(f"{_json(key)}: {_json(value)}" for key, value in said.items()) + "}\n")

    def _put(self, text: str) -> None:
        if self._file:
            self._file.write(text.encode("ascii"))


def _job(record: Record) -> Iterator[tuple[str, Any]]:
    yield from (("source", record.source), ("article", record.article), ("format", record.format))
    yield from (("output", record.output), ("status", record.status))
    yield "sha256", record.known.sha256 if record.known else None
    yield "bytes", record.known.bytes if record.known else None
    yield from (("ms", record.ms), ("warnings", list(record.warnings)))
    failure = record.failure
    keys = ("kind", "message", "path", "line", "hint")
    yield "error", {key: getattr(failure, key) for key in keys} if failure else None


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True)
