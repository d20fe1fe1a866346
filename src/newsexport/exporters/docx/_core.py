"""What a file manager and an archive read of a document: its core properties (ISO 29500-2, 11)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsexport import imprint
from newsexport.exporters._xml import line
from newsexport.model import Edition

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

_LONGEST = 254  # python-docx refuses longer values than 255


def describe(core: CoreProperties, edition: Edition, said: Iterable[str]) -> None:
    """Fills the core properties, and leaves nothing of a document before."""
    articles = edition.articles
    core._element[:] = []  # noqa: SLF001 - python-docx can set a property but not remove one
    core.title = _cut(edition.title)
    core.author = _cut("; ".join(imprint.authors(edition)))
    core.subject = core.comments = _cut(next((found for article in articles if (found := article.standfirst)), ""))
    core.keywords = _cut(", ".join(imprint.each(word for article in articles for word in article.keywords)))
    core.category = _cut(", ".join(imprint.each(article.section for article in articles)))
    core.language = imprint.language(edition) or ""
    core.identifier = imprint.identifier(edition, said)
    core.last_modified_by = ""
    core.revision = 1
    # python-docx writes a time as it is and says that it is UTC.
    core.created, core.modified = imprint.created(edition), imprint.modified(edition)


def _cut(text: str) -> str:
    shown = line(text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rstrip() + "…"
