"""What an output folder holds and from what it was made: the state file by which a batch goes on where it stopped.

source   what was read: its place in the tree, where it lay, the hash of its bytes
name     every name that was ever given to an article, by how file systems compare names
output   every file written: the fingerprint of all that it was made from, its hash and size
"""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from newsexport.errors import ExportError, OptionError
from newsexport.records import Record

_VERSION = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS run (number INTEGER PRIMARY KEY, done INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS source (
  id TEXT PRIMARY KEY, origin TEXT NOT NULL, run INTEGER NOT NULL, sha256 TEXT, pattern TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS name (
  key TEXT PRIMARY KEY, stem TEXT NOT NULL, source TEXT NOT NULL, number INTEGER NOT NULL, wanted TEXT NOT NULL,
  last INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS name_of ON name (source, wanted, number);
CREATE TABLE IF NOT EXISTS output (
  stem TEXT NOT NULL, format TEXT NOT NULL, path TEXT NOT NULL, fingerprint TEXT NOT NULL, sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL, PRIMARY KEY (stem, format)) WITHOUT ROWID;
"""


class Known(Record):
    """A file that was written: from what, and its hash and size then."""

    path: str
    fingerprint: str
    sha256: str
    bytes: int


class State:
    """The state of one output folder; None is a file of no name, gone when it is closed."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        with ExitStack() as failing:
            try:
                self._data = sqlite3.connect(os.fspath(path) if path else "", timeout=30, isolation_level=None)
                failing.callback(self._data.close)
                self._prepare()
            except sqlite3.Error as error:
                said = f"{path}: the state file cannot be used: {error}"
                raise OptionError(said, hint="delete it to start anew") from None
            failing.pop_all()

    def _prepare(self) -> None:
        self._data.execute("PRAGMA journal_mode=WAL")
        self._data.execute("PRAGMA synchronous=NORMAL")
        version = self._data.execute("PRAGMA user_version").fetchone()[0]
        if version not in {0, _VERSION}:
            raise OptionError(
                f"{self._path} was written by another newsexport", hint="use that one, or delete the file"
            )
        if version == 0:
            self._data.executescript(_TABLES)
        self._data.execute(f"PRAGMA user_version={_VERSION}")
        self._data.execute("BEGIN")

    @classmethod
    def copy(cls, path: Path) -> State:
        """A passing copy of a state, or an empty one where there is none: for plans."""
        found = cls(None)
        if path.is_file():
            found._data.execute("COMMIT")
            with sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True) as old:
                old.backup(found._data)
            old.close()
            found._data.execute("BEGIN")
        return found

    def begin(self) -> bool:
        """Start a run; whether the last one came to its end."""
        last = self._data.execute("SELECT number, done FROM run ORDER BY number DESC LIMIT 1").fetchone()
        self._run = (last[0] if last else 0) + 1
        self._data.execute("DELETE FROM run")
        self._data.execute("INSERT INTO run VALUES (?, 0)", (self._run,))
        self.commit()
        return not last or bool(last[1])

    def end(self) -> None:
        """Say that the run came to its end."""
        self._data.execute("UPDATE run SET done = 1")
        self.commit()

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Make an ExportError of what goes wrong with the file in the block, such as a full disk."""
        try:
            yield
        except sqlite3.Error as error:
            hint = "make room, and run the batch again: it goes on where it stopped"
            raise ExportError(f"the state file cannot be written: {error}", path=self._path, hint=hint) from error

    def again(self) -> None:
        """Start a second pass over the sources of this run."""
        self._run += 1
        self._data.execute("UPDATE run SET number = ?", (self._run,))

    def close(self) -> None:
        """Keep what was said, and let go of the file."""
        try:
            self._data.execute("COMMIT")
        except sqlite3.Error:
            pass  # the disk is full, which was said before; what is lost is done again
        self._data.close()

    def commit(self) -> None:
        """Keep what was said so far whatever happens to this process."""
        self._data.execute("COMMIT")
        self._data.execute("BEGIN")

    def identify(self, place: str, origin: str) -> str | None:
        """What a source is called here; None where this run has it already.

        A source that moved is the same one; another of the same place, from elsewhere, gets a name of its own.
        """
        number = 1
        while True:
            name = place if number == 1 else f"{place}#{number}"
            row = self._data.execute("SELECT origin, run FROM source WHERE id = ?", (name,)).fetchone()
            if row is None:
                self._data.execute("INSERT INTO source (id, origin, run) VALUES (?, ?, ?)", (name, origin, self._run))
                return name
            if row[0] == origin or (row[1] != self._run and not _is_there(row[0])):
                if row[1] == self._run:
                    return None
                self._data.execute("UPDATE source SET origin = ?, run = ? WHERE id = ?", (origin, self._run, name))
                return name
            number += 1

    def claim(self, source: str, number: int, wanted: str, tail: str | None = None) -> str:
        """The name for an article, which no other has: the wanted one, else with a number or with `tail`.

        A name once given stays.
        """
        sql = "SELECT stem FROM name WHERE source = ? AND wanted = ? AND number = ?"
        if row := self._data.execute(sql, (source, wanted, number)).fetchone():
            return str(row[0])
        stem = wanted
        while self._taken(stem):
            stem = f"{wanted}-{tail or self._next(wanted)}"
            tail = None
        self._data.execute(
            "INSERT INTO name (key, stem, source, number, wanted) VALUES (?, ?, ?, ?, ?)",
            (_key(stem), stem, source, number, wanted),
        )
        return stem

    def _taken(self, stem: str) -> bool:
        return self._data.execute("SELECT 1 FROM name WHERE key = ?", (_key(stem),)).fetchone() is not None

    def _next(self, wanted: str) -> int:
        """The next number for a name that many want: counted, so that the ten-thousandth costs what the second does."""
        sql = "UPDATE name SET last = last + 1 WHERE key = ? RETURNING last"
        return int(self._data.execute(sql, (_key(wanted),)).fetchone()[0])

    def names(self, source: str, pattern: str) -> tuple[str | None, tuple[str, ...]]:
        """The hash of the bytes that a source's articles were named from under this pattern, and their names."""
        row = self._data.execute("SELECT sha256, pattern FROM source WHERE id = ?", (source,)).fetchone()
        if not row or row[1] is None:
            return None, ()
        said, _, stems = row[1].partition("\n")
        return (row[0], tuple(stems.split("\n"))) if said == pattern else (None, ())

    def want(self, order: int, source: str, sha256: str, stems: tuple[str, ...]) -> None:
        """Keep which names a source's articles want; `order` is the source's place in the run."""
        self._data.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (turn INTEGER PRIMARY KEY, source, sha256, stems)")
        self._data.execute("INSERT INTO wanted VALUES (?, ?, ?, ?)", (order, source, sha256, "\n".join(stems)))

    def settle(self, pattern: str, *, numbered: bool) -> None:
        """Give every article the name it wants or the next best, in the order of the sources: never of their reading.

        A name that is taken gets a number, or without `numbered` a part of the source's hash.
        """
        if not self._data.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'wanted'").fetchone():
            return
        sql = "SELECT source, sha256, stems FROM wanted ORDER BY turn"
        for source, sha256, stems in self._data.execute(sql):
            tail = None if numbered else sha256[:8]
            given = (self.claim(source, number, stem, tail) for number, stem in enumerate(stems.split("\n"), 1))
            said = "\n".join((pattern, *given))
            self._data.execute("UPDATE source SET sha256 = ?, pattern = ? WHERE id = ?", (sha256, said, source))
        self._data.execute("DROP TABLE wanted")

    def known(self, stem: str) -> dict[str, Known]:
        """The outputs of an article by format."""
        sql = "SELECT format, path, fingerprint, sha256, bytes FROM output WHERE stem = ?"
        return {row[0]: Known(*row[1:]) for row in self._data.execute(sql, (stem,))}

    def written(self, stem: str, name: str, known: Known) -> None:
        """Keep that an output was written."""
        row = (stem, name, known.path, known.fingerprint, known.sha256, known.bytes)
        self._data.execute("INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?, ?, ?)", row)

    def outputs(self) -> Iterator[Known]:
        """Every output, by path."""
        sql = "SELECT path, fingerprint, sha256, bytes FROM output ORDER BY path"
        return (Known(*row) for row in self._data.execute(sql))


def _key(stem: str) -> str:
    """How macOS and Windows compare names: without case, in one Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", stem).casefold())


def _is_there(origin: str) -> bool:
    return "://" in origin or os.path.lexists(origin.partition("!")[0])
