"""A book file: TOML that says which articles make a book. Read here, understood by `briefing`, its paths found on disk."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsexport.briefing.plan import Book, understood
from newsexport.codec import Problems
from newsexport.errors import NewsexportError, SourceError
from newsexport.reader import load as load_bytes
from newsexport.records import Record, replace
from newsexport.toml import tables

_WILD = frozenset("*?[")
_KNOWN = "title, date, language, cover, index, articles, sections, notes"


class Loaded(Record):
    """A book with the paths that its articles are read from, in its order, and what is wrong with its file."""

    book: Book
    sources: tuple[Path, ...]
    errors: tuple[NewsexportError, ...] = ()


def load(path: str | os.PathLike[str]) -> Loaded:
    """The book that a file describes; SourceError where it is no TOML or names no article that is there.

    Paths count from the file's folder; one with `*`, `?` or `[` stands for all files that match, by name, but for those
    that the book names. Whatever is wrong with a part is an error of its own, and the rest holds.
    """
    path = Path(path)
    try:
        data = tables(load_bytes(path).decode("utf-8-sig"))
    except ValueError as error:
        hint = "docs/briefing.md shows a book file"
        raise SourceError(f"not readable as TOML: {error}", path=path, hint=hint) from None
    problems = Problems()
    found = _Search(path, understood(data, problems), problems)
    book = found.resolved()
    if not book.title:
        problems.say("title", "a book needs one")
        book = replace(book, title=path.stem)
    errors = tuple(SourceError(said, path=path) for said in problems.found)
    sources = (*(name for chapter in book.sections for name in chapter.articles), *book.articles)
    if not sources:
        said = "; ".join([*problems.found, "no article of this book is there"])
        raise SourceError(said, path=path, hint=f"docs/briefing.md shows a book file; its keys: {_KNOWN}")
    return Loaded(book, tuple(map(Path, sources)), errors)


class _Search:
    """Finds the files that a book names; each has its place in it once."""

    def __init__(self, path: Path, book: Book, problems: Problems) -> None:
        self.folder, self.itself, self.book, self.problems = path.parent, path, book, problems
        self.taken: dict[str, str] = {os.path.realpath(path): "the book file itself"}

    def resolved(self) -> Book:
        """The book with the paths of files in place of what it says; plain names come before patterns."""
        places = [(f"sections[{at}].articles", chapter.articles) for at, chapter in enumerate(self.book.sections, 1)]
        places.append(("articles", self.book.articles))
        plain = {where: dict(self._plain(where, names)) for where, names in places}
        every = {
            where: tuple(file for name in names for file in self._files(where, name, plain[where]))
            for where, names in places
        }
        chapters = (
            replace(one, articles=every[where]) for one, (where, _) in zip(self.book.sections, places, strict=False)
        )
        return replace(
            self.book, articles=every["articles"], sections=tuple(chapters), notes=dict(self._notes(every.values()))
        )

    def _plain(self, where: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each plain name with its path; one that is missing or here already is said."""
        for name in names:
            if _WILD.isdisjoint(name) and (file := self._file(where, name)):
                yield name, file

    def _file(self, where: str, name: str) -> str | None:
        file = os.path.join(self.folder, name)
        if not os.path.exists(file):
            self.problems.say(where, f"there is no article {name!r}{self._nearest(name)}")
            return None
        if earlier := self.taken.get(os.path.realpath(file)):
            self.problems.say(where, f"{name!r} is in this book already: {earlier}")
            return None
        self.taken[os.path.realpath(file)] = where
        return file

    def _files(self, where: str, name: str, plain: dict[str, str]) -> Iterator[str]:
        if _WILD.isdisjoint(name):
            if file := plain.pop(name, None):
                yield file
            return
        matches = sorted(glob.iglob(name, root_dir=self.folder, recursive=True))
        if not matches:
            self.problems.say(where, f"nothing matches {name!r}")
        for match in matches:
            file = os.path.join(self.folder, match)
            if os.path.isfile(file) and os.path.realpath(file) not in self.taken:
                self.taken[os.path.realpath(file)] = where
                yield file

    def _notes(self, files: Iterable[Iterable[str]]) -> Iterator[tuple[str, str]]:
        known = {os.path.realpath(file): file for part in files for file in part}
        for name, note in self.book.notes.items():
            file = known.get(os.path.realpath(os.path.join(self.folder, name)))
            if file:
                yield file, note
            else:
                self.problems.say(f"notes.{name!r}", f"this article is not in the book{self._nearest(name)}")

    def _nearest(self, name: str) -> str:
        """The file of the same folder whose name is nearest."""
        import difflib

        folder, last = os.path.split(name)
        try:
            names = os.listdir(os.path.join(self.folder, folder))
        except OSError:
            return ""
        found = difflib.get_close_matches(last, names, n=1)
        return f", did you mean {os.path.join(folder, found[0])!r}?" if found else ""
