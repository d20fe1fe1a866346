"""Bytes → articles: the one room that knows how news text looks.

`read` and `read_bytes` are the doors, `read_edition` and `edition` those for whoever wants a book that was exported before
as the book it was; `account` proves that nothing vanished.
"""

from __future__ import annotations

import os

from newsexport.errors import SourceError
from newsexport.model import Article, Edition
from newsexport.reader._clean import clean
from newsexport.reader._decode import decode, guessed
from newsexport.reader._formats import Source
from newsexport.reader._inputs import FORMATS, parser
from newsexport.reader._open import drain, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsexport.reader._account import Account, account

__all__ = [
    "FORMATS",
    "Account",
    "account",
    "drain",
    "edition",
    "load",
    "read",
    "read_bytes",
    "read_edition",
    "source_text",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """What accounts for a text, which only its tests and `newsexport check` ask for."""
        if name not in {"Account", "account"}:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from newsexport.reader import _account

        return getattr(_account, name)


def read(
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    language: str | None = None,
    source_format: str | None = None,
) -> tuple[Article, ...]:
    """Every article of a file; SourceError with the path where there is none.

    `encoding`, `language` (BCP 47) and `source_format` (a key of `FORMATS`) win over what the file shows.
    """
    return read_edition(path, encoding=encoding, language=language, source_format=source_format).articles


def read_edition(
    path: str | os.PathLike[str],
    *,
    encoding: str | None = None,
    language: str | None = None,
    source_format: str | None = None,
) -> Edition:
    """What a file holds, as `edition` reads it."""
    data = load(path)
    return edition(data, name=os.fspath(path), encoding=encoding, language=language, source_format=source_format)


def read_bytes(
    data: bytes,
    *,
    name: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    source_format: str | None = None,
) -> tuple[Article, ...]:
    """Every article of the bytes of a file; `name` is what messages and provenance call it."""
    return edition(data, name=name, encoding=encoding, language=language, source_format=source_format).articles


def edition(
    data: bytes,
    *,
    name: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    source_format: str | None = None,
) -> Edition:
    """The bytes of a file as an edition: our own JSON with its title, date, sections and cover, else the articles."""
    source = Source(data, name, encoding, language)
    if not data.strip():
        raise SourceError("the file is empty", path=name, hint="give a file with an article in it")
    found = parser(source, source_format)(source)
    articles = found.articles if isinstance(found, Edition) else found
    if not any(_says_something(article) for article in articles):
        raise _nothing(articles, name)
    return found if isinstance(found, Edition) else Edition.of(*articles)


def source_text(data: bytes, *, encoding: str | None = None) -> str:
    """The text of a file's bytes as the reader sees it, decoded and cleaned: what `account` compares with.

    Bytes that are no text are not refused: the reader of a structured file decides that for itself, part by part.
    """
    try:
        decoded = decode(data, encoding=encoding, name=None)
    except SourceError:
        decoded = guessed(data)
    return clean(decoded.text).text


def _says_something(article: Article) -> bool:
    return bool(
        article.headline or article.blocks or article.standfirst or article.slug or article.notes or article.unparsed
    )


def _nothing(found: tuple[Article, ...], name: str | None) -> SourceError:
    if any(article.published for article in found):
        return SourceError(
            "there is only a date, no article", path=name, line=1, hint="add a headline and a text below it"
        )
    return SourceError("there is nothing to read in it", path=name, line=1, hint="give a file with an article in it")
