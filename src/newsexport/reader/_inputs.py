"""The input formats by name, and which one a source is: plain text, our own JSON, structured files, exports, wires."""

from __future__ import annotations

from collections.abc import Callable

from newsexport.errors import SourceError
from newsexport.model import Article, Edition
from newsexport.reader import formats, vendors
from newsexport.reader._article import articles
from newsexport.reader._clean import clean
from newsexport.reader._formats import Source, cleaned
from newsexport.records import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Parser: TypeAlias = Callable[[Source], tuple[Article, ...] | Edition]


def _text(source: Source) -> tuple[Article, ...]:
    text, provenance = cleaned(source)
    return articles(text, provenance, source.language)


def _is_canonical(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"newsexport"' in head


def _canonical(source: Source) -> Edition:
    from newsexport.codec import decode_edition

    edition = decode_edition(source.data, name=source.name, text=lambda text: clean(text).text)
    if not source.language:
        return edition
    articles = tuple(replace(article, language=source.language) for article in edition.articles)
    return replace(edition, articles=articles)


def _structured(name: str) -> Parser:
    return lambda source: formats.load(name).parse(source.data, name=source.name, language=source.language)


def _laid_out(name: str) -> Parser:
    return lambda source: vendors.layout(name).parse(source)


FORMATS: dict[str, Parser] = {
    "text": _text,
    "json": _canonical,
    **{name: _structured(name) for name in formats.FORMATS},
    **{name: _laid_out(name) for name in vendors.VENDORS},
}
"""Every input format, by its name."""


def parser(source: Source, name: str | None) -> Parser:
    """What reads the source: the format of that name, else the one that its content shows, else plain text."""
    if name is None:
        name = "json" if _is_canonical(source.data[:4096]) else formats.pick(source.data)
    if name is None:
        name = vendors.pick(source.decoded.text) or "text"
    if name not in FORMATS:
        raise SourceError(f"{name!r} is no input format", path=source.name, hint=f"one of: {', '.join(FORMATS)}")
    return FORMATS[name]
