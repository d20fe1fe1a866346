"""The input formats, picked by content: plain text and our own JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from newsexport.errors import SourceError
from newsexport.model import Article, Provenance
from newsexport.reader._article import articles
from newsexport.reader._clean import clean
from newsexport.reader._decode import decode


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes to be read and what the caller knows of them."""

    data: bytes
    name: str | None = None
    encoding: str | None = None
    language: str | None = None

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


def cleaned(source: Source) -> tuple[str, Provenance]:
    """The source's text, decoded and cleaned, and the record of it."""
    decoded = decode(source.data, encoding=source.encoding, name=source.name)
    clear = clean(decoded.text)
    return clear.text, Provenance(
        file=source.name,
        sha256=source.sha256,
        encoding=decoded.encoding,
        encoding_reason=decoded.reason,
        dropped=clear.dropped,
        warnings=decoded.warnings,
    )


def _text(source: Source) -> tuple[Article, ...]:
    text, provenance = cleaned(source)
    return articles(text, provenance, source.language)


def _is_canonical(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"newsexport"' in head


def _canonical(source: Source) -> tuple[Article, ...]:
    from newsexport.codec import decode_edition

    edition = decode_edition(source.data, name=source.name, text=lambda text: clean(text).text)
    if not source.language:
        return edition.articles
    return tuple(replace(article, language=source.language) for article in edition.articles)


FORMATS: dict[str, Callable[[Source], tuple[Article, ...]]] = {
    "text": _text,
    "json": _canonical,
}
"""Every input format, by its name."""


def parser(source: Source, name: str | None) -> Callable[[Source], tuple[Article, ...]]:
    """What reads the source: the format of that name, else the one that its beginning shows, else plain text."""
    if name is None:
        name = "json" if _is_canonical(source.data[:4096]) else "text"
    if name not in FORMATS:
        raise SourceError(f"{name!r} is no input format", path=source.name, hint=f"one of: {', '.join(FORMATS)}")
    return FORMATS[name]
