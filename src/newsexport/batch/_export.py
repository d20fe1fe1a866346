"""One edition through one exporter: its bytes, what it could not show, and a crash as one clear error."""

from __future__ import annotations

import gc
import sys
import warnings
from _thread import allocate_lock
from collections.abc import Callable, Sequence
from os import PathLike

from newsexport.errors import ExportError, ExportWarning, NewsexportError, SourceError
from newsexport.exporter import Edition, Exporter, Style, View
from newsexport.model import Article
from newsexport.records import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SELDOM = (20_000, 50, 100)  # objects made, and rounds, before the collector looks at young, older and old ones
_ONE_AT_A_TIME = allocate_lock()  # Python's warning filters and sys.stdout are one for all threads


def export(
    edition: Edition, source: str | PathLike[str], exporter: Exporter[Any], style: Style, options: Any
) -> tuple[bytes, tuple[str, ...]]:
    """The bytes an exporter makes, and what it says it could not show; a crash inside it is an ExportError.

    Whatever it prints goes to standard error: standard output belongs to the command.
    """
    name = exporter.extension[1:]
    with _ONE_AT_A_TIME, warnings.catch_warnings(record=True) as caught, _Aside(), SeldomTidied():
        warnings.simplefilter("always")
        try:
            data = exporter.write(edition, style, options)
        except NewsexportError as error:
            raise type(error)(error.message, path=error.path or source, line=error.line, hint=error.hint) from error
        except (Exception, SystemExit) as error:
            if isinstance(error, SystemExit) and type(error) is not SystemExit:
                raise  # not the exporter leaves, but a signal ends the run
            said = f"the {name} exporter failed: {type(error).__name__}: {error}"
            raise crash(ExportError, said, source, error) from error
    if not isinstance(data, bytes) or not data:
        raise ExportError(f"the {name} exporter returned no bytes", path=source)
    return data, tuple(str(one.message) for one in caught if issubclass(one.category, ExportWarning))


def viewed(article: Article, view: View, source: str | PathLike[str], errors: list[NewsexportError]) -> Article:
    """The article in a view; as written, and an error more, where the analysis of it crashes."""
    if view == "article" and not article.glance:
        return article
    from newsexport import briefing

    try:
        return briefing.view(article, view)
    except Exception as error:
        said = f"the analysis failed: {type(error).__name__}: {error}"
        errors.append(crash(SourceError, said, article.provenance.file or source, error))
        return article


class SeldomTidied:
    """While it is entered, Python seldom looks for garbage: among a thousand articles it finds none, in a fifth of the time."""

    def __enter__(self) -> None:
        self._before = gc.get_threshold()
        gc.set_threshold(*_SELDOM)

    def __exit__(self, *_raised: object) -> None:
        gc.set_threshold(*self._before)


class _Aside:
    """Where an exporter writes: what it prints goes to standard error. By hand: to import contextlib takes 0.5 ms."""

    def __enter__(self) -> None:
        self._before = sys.stdout
        sys.stdout = sys.stderr

    def __exit__(self, *_raised: object) -> None:
        sys.stdout = self._before


def told(edition: Edition, tell: Callable[[Article], Article], *, pages: bool) -> tuple[Edition, Sequence[str]]:
    """An edition with its articles told, and what its editor should know; a book gets its pages, as when it was bound."""
    if edition.book is None:
        return replace(edition, articles=tuple(tell(article) for article in edition.articles)), ()
    from newsexport.briefing.book import rebound

    return rebound(edition, tell, pages=pages)


def crash(kind: type[NewsexportError], said: str, source: str | PathLike[str], cause: BaseException) -> NewsexportError:
    """A fault of the program's own as one clear line; the cause is kept for --debug."""
    error = kind(said, path=source, hint="run it again with --debug and report what it prints")
    error.__cause__ = cause
    return error
