"""What a library needs to know of a book: identifier, dates, Dublin Core values, and how accessible it is."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from newsexport.exporters.epub._text import label
from newsexport.model import Article, Edition, Moment

_FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # for a book whose articles state no date: never the clock
_DATE = re.compile(r"([1-9][0-9]{3}(?:-[0-9]{2}(?:-[0-9]{2})?)?)")
_SUMMARY = (
    "Text with real headings, lists and quotations in reading order, and a table of contents; "
    "fonts, sizes and colours follow the reader's settings."
)


def identifier(edition: Edition, words: Iterable[str]) -> str:
    """The UUIDv5 of what an edition says, as a URN: the same text has the same name in every style (RFC 9562, 5.5)."""
    said = "\x1f".join([edition.title, *words])
    return uuid.uuid5(uuid.NAMESPACE_URL, "newsexport:" + said.encode("utf-8", "replace").decode("utf-8")).urn


def modified(edition: Edition) -> datetime:
    """When the newest article last changed, in UTC; else SOURCE_DATE_EPOCH; else a fixed day."""
    moments = [time for article in edition.articles if (time := _time(article.updated) or _time(article.published))]
    if moments:
        return max(moments)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if re.fullmatch("[0-9]{1,11}", epoch) else _FIRST_DAY


def date(edition: Edition) -> str | None:
    """The day of publication of the newest article, as precise as it is known (W3CDTF without a time)."""
    dated = [article.published for article in edition.articles if _time(article.published)]
    return max((_DATE.findall(_value(moment))[0] for moment in dated), default=None)


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


def creators(articles: Iterable[Article]) -> list[str]:
    """The names of all authors, each once, in the order of the book."""
    return _each(author.name for article in articles if article.byline for author in article.byline.authors)


def accessibility(*, cover: bool) -> Iterator[tuple[str, str]]:
    """The schema.org properties of a book of text (EPUB Accessibility 1.1, 2); a cover is a picture that has a text."""
    yield "accessMode", "textual"
    if cover:
        yield "accessMode", "visual"
    yield "accessModeSufficient", "textual"
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
    yield from (("accessibilityFeature", name) for name in features + ["alternativeText"] * cover)
    yield "accessibilityHazard", "none"
    yield "accessibilitySummary", _SUMMARY


def _each(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(shown for value in values if value and (shown := label(value))))


def _value(moment: Moment | None) -> str:
    return (moment.value or "") if moment else ""


def _time(moment: Moment | None) -> datetime | None:
    found = _DATE.match(value := _value(moment))
    if not found:
        return None
    try:
        time = datetime.fromisoformat(value if len(found[1]) == 10 else f"{found[1]}-01-01"[:10])
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
