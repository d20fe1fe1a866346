"""What a library needs to know of an edition, the same in every format: identifier, times, language, authors."""

from __future__ import annotations

import os
from time import gmtime

from newsexport.digests import sha1
from newsexport.model import Edition, Moment
from newsexport.records import remembered
from newsexport.wording import tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    Time: TypeAlias = tuple[int, int, int, int, int, int]
    """Year, month, day, hour, minute and second in UTC."""

_URLS = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")  # RFC 9562, 6.6; to import uuid takes two milliseconds
_FIRST_DAY = (2000, 1, 1, 0, 0, 0)  # for articles that state no date: never the clock
_DATES, _ZEROS = ("0000-00-00", "0000-00", "0000"), str.maketrans("123456789", "0" * 9)
_EARLIEST = 1601  # the first year that a Windows file time holds


@remembered
def identifier(edition: Edition, words: Iterable[str]) -> str:
    """The UUIDv5 of an edition's title and every string it says, as a URN (RFC 9562, 5.5).

    The same text has the same name in every format and style.
    """
    name = "newsexport:" + "\x1f".join([edition.title, *words])
    digest = bytearray(sha1(_URLS + name.encode("utf-8", "replace"))[:16])
    digest[6], digest[8] = digest[6] & 0x0F | 0x50, digest[8] & 0x3F | 0x80  # the version and the variant
    digits = digest.hex()
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def moment(stated: Moment | None) -> Time | None:
    """The UTC time of an ISO 8601 date or time; a month or a year begins on its first day. None where it is none."""
    value = (stated.value or "") if stated else ""
    found = _dated(value)
    if not found:
        return None
    time = _exact(value) if len(found) == 10 < len(value) else _begun(f"{found}-01-01"[:10])
    return time if time and time[0] >= _EARLIEST else None


def day(stated: Moment | None) -> str | None:
    """The date of a moment, as precise as it is known (W3CDTF without a time); None where it is none."""
    return _dated(stated.value or "") if stated and moment(stated) else None


def w3c(time: Time) -> str:
    """The time as W3CDTF writes it."""
    return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*time)


def created(edition: Edition) -> Time:
    """When the first article of an edition appeared, in UTC; else SOURCE_DATE_EPOCH, else a fixed day."""
    times = [time for article in edition.articles if (time := moment(article.published) or moment(article.updated))]
    return min(times, default=None) or _fixed()


def modified(edition: Edition) -> Time:
    """When an article of an edition last changed, in UTC; else SOURCE_DATE_EPOCH, else a fixed day."""
    times = [
        time
        for article in edition.articles
        for stated in (article.published, article.updated)
        if (time := moment(stated))
    ]
    return max(times, default=None) or _fixed()


def language(edition: Edition) -> str | None:
    """The BCP 47 tag of the first article that has a language."""
    return next((found for article in edition.articles if (found := tag(article.language))), None)


def authors(edition: Edition) -> list[str]:
    """The names of all authors, each once, in the order of the edition."""
    return each(author.name for article in edition.articles if article.byline for author in article.byline.authors)


def each(values: Iterable[str | None]) -> list[str]:
    """The values that show something, each once, on one line, in their order."""
    return list(dict.fromkeys(shown for value in values if value and (shown := " ".join(value.split()))))


def _dated(value: str) -> str | None:
    """The day, the month or the year that a value begins with: not where a digit more follows."""
    shape = value[:11].translate(_ZEROS)
    fits = (one for one in _DATES if shape.startswith(one) and not shape.startswith("0", len(one)))
    found = next(fits, None)
    return value[: len(found)] if found else None


def _begun(date: str) -> Time | None:
    """The first second of a day, "2024-02-29"; to import `datetime` for it takes more than a millisecond."""
    year, month, day = map(int, date.split("-"))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = 28 + leap if month == 2 else 30 if month in {4, 6, 9, 11} else 31
    return (year, month, day, 0, 0, 0) if 1 <= month <= 12 and 1 <= day <= days else None


def _exact(value: str) -> Time | None:
    from datetime import UTC, datetime

    try:
        time = datetime.fromisoformat(value)
        time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return time.year, time.month, time.day, time.hour, time.minute, time.second


def _fixed() -> Time:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not (epoch.isascii() and epoch.isdecimal()) or len(epoch) > 11:
        return _FIRST_DAY
    made = gmtime(int(epoch))
    return made.tm_year, made.tm_mon, made.tm_mday, made.tm_hour, made.tm_min, made.tm_sec
