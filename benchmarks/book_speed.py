"""What a book of many articles costs: `python benchmarks/book_speed.py [ARTICLES] [FOLDER]`.

Reads the folder's articles (our samples by default), repeats them to the number asked for, binds them as a book with an
index, and writes it in each format. Prints the CPU seconds of each step and the most memory the process had.
"""

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from newsexport import reader, registry
from newsexport.batch._export import export
from newsexport.briefing import view
from newsexport.briefing.book import bound
from newsexport.briefing.plan import Book
from newsexport.errors import SourceError
from newsexport.model import Article
from newsexport.style import Style


def spent(what: str, work: Callable[[], Any]) -> Any:
    """The result of some work; its CPU seconds and the memory after it are printed."""
    start = time.process_time()
    result = work()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{what:<24} {time.process_time() - start:6.2f} s CPU   {most:4} MiB at most")
    return result


def read(folder: Path) -> list[Article]:
    """Every article of a folder that can be read."""
    found: list[Article] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in {".md", ".toml"}):
        try:
            found += reader.read(path)
        except SourceError as error:
            print(f"left out: {error.message}")
    return found


def main(count: int, folder: Path) -> None:
    """Print the table."""
    articles = read(folder)
    many = [replace(one, headline=f"{n}. {one.headline}") for n, one in enumerate(islice(cycle(articles), count), 1)]
    found = [(f"{n}.txt", [article]) for n, article in enumerate(many, 1)]
    print(f"{count} articles, {sum(len(article.blocks) for article in many)} blocks")
    edition, doubts = spent(
        "told and bound",
        lambda: bound(found, Book("Many", index=True), lambda one, known: view(one, "briefing", known), pages=True),
    )
    print(f"{len(doubts)} told twice")
    for name in registry.BUILT_IN:
        exporter = registry.load(name)
        spent(name, lambda exporter=exporter: export(edition, "many", exporter, Style(), exporter.options()))


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 1000,
        Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent.parent / "source",
    )
