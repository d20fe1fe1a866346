"""What a file manager and an archive read of a document: its core properties (ISO 29500-2, 11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from newsexport import imprint
from newsexport.exporters._xml import line
from newsexport.exporters.docx._python_docx import RELATIONSHIP_TYPE
from newsexport.exporters.docx._xml import escape
from newsexport.model import Edition

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docx.document import Document

_LONGEST = 254  # python-docx refuses longer values than 255
_TEXTS = ("title", "author", "subject", "comments", "keywords", "category", "language", "identifier")
_STAND_IN = "\ue000"
_TIMES = {"created": datetime(1701, 1, 1, tzinfo=UTC), "modified": datetime(1702, 1, 1, tzinfo=UTC)}  # stand-ins too
_W3C = "%Y-%m-%dT%H:%M:%SZ"


def emptied(document: Document) -> tuple[bytes, ...]:
    """The core properties of a document as python-docx writes them, cut where an edition's own values belong."""
    core = document.core_properties
    core._element[:] = []  # noqa: SLF001 - python-docx can set a property but not remove one
    for name in _TEXTS:
        setattr(core, name, _STAND_IN)
    core.last_modified_by = ""
    core.revision = 1
    for name, time in _TIMES.items():
        setattr(core, name, time)
    made: bytes = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).blob
    for time in _TIMES.values():
        made = made.replace(time.strftime(_W3C).encode(), _STAND_IN.encode())
    return tuple(made.split(_STAND_IN.encode()))


def described(core: Sequence[bytes], edition: Edition, said: Iterable[str]) -> bytes:
    """The core properties of an edition; `core` are those of no edition, `said` is all that it says."""
    values = (escape(value).encode() for value in _values(edition, said))
    return b"".join(piece + value for piece, value in zip(core, (*values, b""), strict=True))


def _values(edition: Edition, said: Iterable[str]) -> Iterator[str]:
    """The texts and the times, in their order."""
    articles = edition.articles
    yield _cut(edition.title)
    yield _cut("; ".join(imprint.authors(edition)))
    summary = _cut(next((found for article in articles if (found := article.standfirst)), ""))
    yield from (summary, summary)
    yield _cut(", ".join(imprint.each(word for article in articles for word in article.keywords)))
    yield _cut(", ".join(imprint.each(article.section for article in articles)))
    yield imprint.language(edition) or ""
    yield imprint.identifier(edition, said)
    # python-docx writes a time as it is and says that it is UTC.
    yield from (imprint.w3c(time(edition)) for time in (imprint.created, imprint.modified))


def _cut(text: str) -> str:
    shown = line(text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rstrip() + "…"
