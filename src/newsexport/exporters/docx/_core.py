"""What a file manager and an archive read of a document: its core properties (ISO 29500-2, 11)."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsexport.exporters.docx._body import Told
from newsexport.exporters.docx._tongue import Tongue
from newsexport.exporters.docx._xml import legal, line
from newsexport.model import Edition, Moment, texts
from newsexport.story import Line, Part

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

_FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # for articles that state no date: never the clock
_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?(?![0-9])")
_EARLIEST = 1601  # the first year of a Windows file time, in which Word keeps these dates
_LONGEST = 254  # python-docx refuses longer values than 255


def describe(core: CoreProperties, edition: Edition, told: Sequence[Told], tongue: Tongue) -> None:
    """Fills the core properties, and leaves nothing of a document before."""
    articles = edition.articles
    core._element[:] = []  # noqa: SLF001 - python-docx can set a property but not remove one
    authors = [author.name for article in articles if article.byline for author in article.byline.authors]
    core.title = _cut(edition.title)
    core.author = _cut("; ".join(_each(authors)))
    core.subject = core.comments = _cut(next((found for article in articles if (found := article.standfirst)), ""))
    core.keywords = _cut(", ".join(_each(word for article in articles for word in article.keywords)))
    core.category = _cut(", ".join(_each(article.section for article in articles)))
    core.language = tongue.main or ""
    core.identifier = _identifier(edition, told)
    core.last_modified_by = ""
    core.revision = 1
    published = [time for article in articles if (time := moment(article.published))]
    changed = [time for article in articles if (time := moment(article.updated))]
    fixed = _epoch() or _FIRST_DAY
    core.created = min(published or changed, default=fixed).replace(tzinfo=None)
    core.modified = max(changed + published, default=fixed).replace(tzinfo=None)


def moment(stated: Moment | None) -> datetime | None:
    """The UTC time of an ISO 8601 date or time; a month or a year begins on its first day. None where it is none."""
    value = (stated.value or "") if stated else ""
    found = _DATE.match(value)
    if not found:
        return None
    try:
        time = datetime.fromisoformat(value if len(found[0]) == 10 else f"{found[0]}-01-01"[:10])
        time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return time if time.year >= _EARLIEST else None


def _epoch() -> datetime | None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if re.fullmatch("[0-9]{1,11}", epoch) else None


def _identifier(edition: Edition, told: Sequence[Told]) -> str:
    """The UUIDv5 of what the edition says, as a URN: the same text has the same name in every style (RFC 9562, 5.5)."""
    says = [edition.title]
    for article, parts in told:
        says += (article.source or "", article.url or "", *(text for part in parts for text in _texts(part)))
    return uuid.uuid5(uuid.NAMESPACE_URL, "newsexport:" + legal("\x1f".join(says))).urn


def _texts(part: Part) -> Iterator[str]:
    if isinstance(part, Line):
        yield part.text
    else:
        yield from (text for text, _ in texts(part))


def _each(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(shown for value in values if value and (shown := line(value))))


def _cut(text: str) -> str:
    shown = line(text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rstrip() + "…"
