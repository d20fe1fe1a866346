"""What goes with the pages of an archive's PDF: the articles as data and the text they were read from.

Associated files (ISO 19005-3, 6.8; ISO 32000-2, 14.13), in the order of their names as the names tree wants it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from newsexport.codec import edition_data
from newsexport.exporters.pdf._embed import stream
from newsexport.exporters.pdf._xmp import Card
from newsexport.model import Edition
from newsexport.records import Record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsexport.exporters.pdf._embed import Objects

_SPECIFICATION = b"<</Type/Filespec/F(%b)/UF(%b)/Desc(%b)/AFRelationship/%b/EF<</F %d 0 R/UF %d 0 R>>>>"


class Attached(Record):
    """One associated file: `relationship` says what it is to the pages, `kind` is its media type as a PDF name."""

    name: bytes
    content: bytes
    kind: bytes
    relationship: bytes
    summary: bytes


def files(edition: Edition) -> Iterator[Attached]:
    """The edition as JSON, which `newsexport` reads again, and the source of each article that was read from a text."""
    yield Attached(b"articles.json", _data(edition), b"application#2Fjson", b"Data", b"The articles as newsexport JSON")
    digits = max(4, len(str(len(edition.articles))))  # names sort as the articles stand
    for number, article in enumerate(edition.articles, 1):
        if (text := article.provenance.text) is not None:
            name = b"source-%0*d.txt" % (digits, number)
            yield Attached(
                name,
                text.encode("utf-8", "replace") + b"\n",
                b"text#2Fplain",
                b"Source",
                b"What the article was read from",
            )


def _data(edition: Edition) -> bytes:
    """Canonical JSON in ASCII, without how each line was read: the text stands beside it."""
    import json

    articles = tuple(
        replace(article, provenance=replace(article.provenance, trace=(), text=None)) for article in edition.articles
    )
    return json.dumps(edition_data(replace(edition, articles=articles)), indent=1).encode("ascii") + b"\n"


def attach(objects: Objects, file: Attached, card: Card) -> int:
    """The number of the file's specification, with the dates of the articles."""
    made, changed = (
        "D:{:04}{:02}{:02}{:02}{:02}{:02}Z".format(*date).encode() for date in (card.created, card.modified)
    )
    extra = b"/Type/EmbeddedFile/Subtype/%b/Params<</Size %d/CreationDate(%b)/ModDate(%b)>>" % (
        file.kind, len(file.content), made, changed,
    )  # fmt: skip
    body = objects.add(stream(zlib.compress(file.content), extra))
    return objects.add(_SPECIFICATION % (file.name, file.name, file.summary, file.relationship, body, body))
