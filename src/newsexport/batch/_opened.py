"""A source in a worker's hands: its bytes, read once, and the editions that they make, one for each view."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsexport.batch._export import told, viewed
from newsexport.batch._place import Source, is_book
from newsexport.errors import NewsexportError, SourceError
from newsexport.exporter import Edition, View
from newsexport.model import Article, Moment
from newsexport.records import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from newsexport.briefing.plan import Book

Told: TypeAlias = tuple[Edition, Sequence[str]]


@dataclass
class Opened:
    """A source and the files that it is made of: itself, or where it is a `book` that book's articles.

    `sha256` is of all of them. What is wrong with a part of a book, and crashes of the analysis, are `faults`. `known` is
    what the user knows of the articles.
    """

    source: Source
    known: Mapping[str, str | None]
    sha256: str
    files: Mapping[str, bytes]
    book: Book | None = None
    faults: list[NewsexportError] = field(default_factory=list)
    _read: list[tuple[str, Edition]] = field(default_factory=list)
    _views: dict[View, Told] = field(default_factory=dict)

    def named(self) -> tuple[Article, ...]:
        """The articles that outputs are called by, one for each output; a book is called by its title and date."""
        if not self.book:
            return self.read()[0][1].articles
        date = Moment(self.book.date, self.book.date) if self.book.date else None
        return (Article(headline=self.book.title, language=self.book.language, published=date),)

    def read(self) -> Sequence[tuple[str, Edition]]:
        """Each file with what it holds. SourceError where nothing can be read; of a book's articles one is a fault."""
        from newsexport import reader

        for name, data in {} if self._read else self.files.items():
            try:
                self._read.append((name, reader.edition(data, name=name, **self.known)))
            except NewsexportError as error:
                self.faults.append(error)
        if not self._read:
            raise self.faults.pop() if len(self.faults) == 1 else joined(self.faults)
        return self._read

    def edition(self, view: View, number: int | None) -> Told:
        """What it holds in a view, or the article of that number alone; and what an editor should know."""
        if view not in self._views:
            self._views[view] = self._told(view, apart=number is not None)
        edition, doubts = self._views[view]
        if number is not None and not self.book:
            edition = Edition.of(*edition.articles[number - 1 : number])
        return edition, doubts

    def _told(self, view: View, *, apart: bool) -> Told:
        def tell(article: Article) -> Article:
            return viewed(article, view, self.source.name, self.faults)

        found, pages = self.read(), view != "article"
        if self.book:
            from newsexport.briefing.book import bound

            return bound([(name, one.articles) for name, one in found], self.book, tell, pages=pages)
        edition = found[0][1]
        if apart:  # each is a file of its own, and none of them a book
            return replace(edition, articles=tuple(map(tell, edition.articles))), ()
        return told(edition, tell, pages=pages)


def opened(source: Source, known: Mapping[str, str | None], limit: int) -> Opened:
    """The source with its bytes, of no file more than `limit`; SourceError where they cannot be had."""
    if is_book(source):
        return _book(source, known, limit)
    data = _data(source, limit)
    return Opened(source, known, hashlib.sha256(data).hexdigest(), {source.name: data})


def _book(source: Source, known: Mapping[str, str | None], limit: int) -> Opened:
    from newsexport import bookfile, reader

    loaded = bookfile.load(Path(source.name))
    faults, files = list(loaded.errors), {}
    for path in loaded.sources:
        try:
            files[str(path)] = reader.load(path, limit)
        except NewsexportError as error:
            faults.append(error)
    whole = hashlib.sha256(_data(source, limit))
    for name, data in files.items():
        whole.update(f"{name}\n{hashlib.sha256(data).hexdigest()}\n".encode("utf-8", "backslashreplace"))
    return Opened(source, known, whole.hexdigest(), files, loaded.book, faults)


def joined(faults: Sequence[NewsexportError]) -> NewsexportError:
    """Several faults as one error, the first one's cause kept."""
    if len(faults) == 1:
        return faults[0]
    said = "; ".join(dict.fromkeys(f"{fault.path}: {fault.message}" for fault in faults))
    error = SourceError(said)
    error.__cause__ = faults[0].__cause__
    return error


def _data(source: Source, limit: int) -> bytes:
    if source.data is not None:
        return source.data
    if source.remote:
        from newsexport.batch import _remote

        return _remote.read(source.origin, limit)
    from newsexport import reader

    return reader.load(Path(source.name), limit)
