"""One thing to read: a file, a remote address or a member of an archive."""

from __future__ import annotations

from newsexport.records import Record

LIMIT = 50_000_000  # bytes of one source
ARCHIVES = (".zip", ".tar", ".tgz", ".tar.gz", ".txz", ".tar.xz", ".tbz2", ".tar.bz2")
_READ = frozenset((
    "", ".txt", ".text", ".asc", ".md", ".markdown", ".xml", ".nitf", ".newsml", ".json", ".html", ".htm", ".eml",
    ".rss", ".atom", ".wire", ".anpa", ".iptc",
))  # fmt: skip


class Source(Record):
    """What is read as one: `name` is how messages call it, `place` its path in the tree, `origin` where it lies.

    `data` are its bytes where only the one who lists can have them: a member of an archive.
    """

    name: str
    place: str
    origin: str
    data: bytes | None = None

    @property
    def remote(self) -> bool:
        """Whether it lies behind an address rather than on a disk."""
        return "://" in self.origin


def ending(name: str) -> str:
    """The ending of a file's name in lower case, with its dot; of an archive the whole (".tar.gz")."""
    base = name.rpartition("/")[2].lower()
    for known in ARCHIVES:
        if base.endswith(known) and base != known:
            return known
    dot = base.rfind(".")
    return base[dot:] if dot > 0 else ""


def bare(place: str) -> str:
    """The place without its ending."""
    return place[: len(place) - len(ending(place))]


def is_archive(name: str) -> bool:
    """Whether the name is that of an archive we look into."""
    return ending(name) in ARCHIVES


def is_book(source: Source) -> bool:
    """Whether a source is a book file: TOML on a disk that says which articles make a book."""
    return source.name.endswith(".toml") and source.data is None and not source.remote


def is_text(name: str) -> bool:
    """Whether a file found in a folder or an archive is taken for an article by its name; one given by name always is."""
    base = name.rpartition("/")[2]
    return ending(name) in _READ and not base.lower().startswith("readme") and base[:1] not in {".", "~"}
