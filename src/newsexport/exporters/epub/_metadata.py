"""What a library needs to know of a book: Dublin Core values, and how accessible it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsexport.exporters._places import references
from newsexport.exporters._xml import line
from newsexport.imprint import day, moment
from newsexport.model import Edition, Factbox, ListBlock, PullQuote

_SUMMARY = (
    "Text with real {parts} in reading order, and a table of contents; "
    "fonts, sizes and colours follow the reader's settings."
)
_KINDS = {"lists": ListBlock, "quotations": PullQuote, "boxes": Factbox}


def date(edition: Edition) -> str | None:
    """The day of a book or else of its newest article, as precise as it is known (W3CDTF without a time)."""
    stated = [edition.date] if moment(edition.date) else [article.published for article in edition.articles]
    return max(filter(None, map(day, stated)), default=None)


def dublin_core(edition: Edition) -> Iterator[tuple[str, str]]:
    """The optional Dublin Core elements of a book, each value once, in a fixed order."""
    articles = edition.articles
    yield from (("publisher", name) for name in _each(article.source for article in articles))
    yield from (("source", url) for url in _each(article.url for article in articles))
    yield from (("subject", word) for word in _each(word for article in articles for word in article.keywords))
    yield from (("rights", notice) for notice in _each(article.rights for article in articles))
    if len(articles) == 1:
        yield from (("description", text) for text in _each([articles[0].standfirst]))
    if day := date(edition):
        yield "date", day


def accessibility(edition: Edition, *, cover: bool) -> Iterator[tuple[str, str]]:
    """The schema.org properties of a book of text (EPUB Accessibility 1.1, 2); a cover is a picture that has a text."""
    yield "accessMode", "textual"
    if cover:
        yield "accessMode", "visual"
    yield "accessModeSufficient", "textual"
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
    yield from (("accessibilityFeature", name) for name in features + ["alternativeText"] * cover)
    yield "accessibilityHazard", "none"
    yield "accessibilitySummary", _SUMMARY.format(parts=_parts(edition))


def _parts(edition: Edition) -> str:
    """What stands in a book, in words."""
    kinds = {type(block) for article in edition.articles for block in (*article.glance, *article.blocks)}
    found = ["headings", *(name for name, kind in _KINDS.items() if kind in kinds)]
    if any(references(edition.articles)):
        found.append("links between its parts")
    return " and ".join(filter(None, [", ".join(found[:-1]), found[-1]]))


def _each(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(shown for value in values if value and (shown := line(value))))
