"""One format over some articles: settings merged, jobs done, what was written or went wrong said."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from newsexport.cli._settings import SETTINGS, Common, common_options
from newsexport.cli._terminal import complain, print_bytes, say
from newsexport.errors import NewsexportError, printable
from newsexport.options import collect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from newsexport.batch import Read
    from newsexport.briefing.plan import Book
    from newsexport.exporter import Exporter
    from newsexport.model import Edition


def export(name: str, exporter: Exporter[Any], sources: Sequence[str], given: Mapping[str, Any]) -> bool:
    """Write the articles in one format and print what was written; returns whether all were."""
    from newsexport import batch
    from newsexport import style as styles

    common, settings = common_options(given)
    style = styles.load(common.style)
    own = collect(
        exporter.options,
        name,
        files=[
            (f"{common.style} [export.{name}]", style.export.get(name, {})),
            (f"{SETTINGS} [export.{name}]", settings.get(name, {})),
        ],
        environ=os.environ,
        given=given,
    )
    paths, books, failed = _books([batch.spelled(source) for source in sources], common)
    jobs = batch.plan(paths, exporter.extension, output=common.output, bundle=common.bundle, books=books)
    read = _reader(encoding=common.encoding, language=common.language, source_format=common.source_format)
    view = common.view or exporter.view
    for outcome in batch.run(jobs, exporter, style, own, read=read, view=view, strict=common.strict):
        failed |= bool(outcome.errors)
        _report(outcome, common)
    return not failed


def _books(sources: list[str], common: Common) -> tuple[list[str], dict[str, tuple[Book, Sequence[Path]]], bool]:
    """The sources without book files that cannot be read, the books by their files, and whether something was wrong."""
    files = [source for source in sources if os.path.splitext(source)[1] == ".toml"]
    if not files:
        return sources, {}, False
    from newsexport import bookfile

    books: dict[str, tuple[Book, Sequence[Path]]] = {}
    errors: list[NewsexportError] = []
    for path in files:
        try:
            loaded = bookfile.load(path)
            books[path] = (loaded.book, loaded.sources)
            errors += loaded.errors
        except NewsexportError as error:
            errors.append(error)
    for one in errors:
        complain(one, debug=common.debug)
    kept = [source for source in sources if source in books or source not in files]
    return kept, books, bool(errors)


def _reader(**known: str | None) -> Read:
    """What reads a path, with what the user knows of the articles."""
    from newsexport import batch, reader

    def read(path: str) -> Edition:
        if path == batch.STDIO:
            return reader.edition(reader.drain(sys.stdin.buffer), **known)
        return reader.read_edition(path, **known)

    return read


def _report(outcome: Any, common: Common) -> None:
    for error in outcome.errors:
        complain(error, debug=common.debug)
    if not common.quiet:
        for warning in outcome.warnings:
            say(f"warning: {printable(warning)}", err=True)
    if outcome.data is not None:
        print_bytes(outcome.data)
    elif outcome.written and not common.quiet:
        say(printable(outcome.written))
