"""Our side inside one process: `_ours.py VIEW FORMAT[,FORMAT...] FOLDER OUT`. Prints CPU ms of each phase as JSON."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from _articles import SAMPLE

from newsexport import briefing, reader, registry
from newsexport.batch._export import SeldomTidied, export
from newsexport.model import Edition
from newsexport.style import load

spent: Counter[str] = Counter()


@contextmanager
def clocked(phase: str) -> Iterator[None]:
    start = time.process_time()
    yield
    spent[phase] += (time.process_time() - start) * 1000


def work(view: str, formats: list[str], paths: list[Path], out: Path) -> None:
    """Read, understand and write each article, as a batch's worker does: garbage is seldom looked for."""
    style = load("briefing")
    exporters = {name: registry.load(name) for name in formats}
    for path in paths:
        with clocked("reading"):
            articles = reader.read(path)
        with clocked("analysis"):
            edition = Edition.of(*(briefing.view(article, view) for article in articles))
        for name, exporter in exporters.items():
            with clocked(name):
                data, _ = export(edition, path, exporter, style, exporter.options())
            (out / f"{path.stem}{exporter.extension}").write_bytes(data)


def main(view: str, formats: str, source: str, out: str) -> None:
    paths = sorted(Path(source).rglob("*.txt")) if Path(source).is_dir() else [Path(source)]
    work(view, formats.split(","), [SAMPLE], Path(out))  # loads what every article needs
    spent.clear()
    with SeldomTidied():
        work(view, formats.split(","), paths, Path(out))
    print(json.dumps(spent))


if __name__ == "__main__":
    main(*sys.argv[1:])
