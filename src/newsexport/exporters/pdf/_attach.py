"""The articles as data inside a PDF: an associated file (ISO 19005-3, 6.8; ISO 32000-2, 14.13)."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace

from newsexport.codec import edition_data
from newsexport.exporters.pdf._embed import Objects, stream
from newsexport.exporters.pdf._xmp import Card, stamp
from newsexport.model import Edition

NAME = b"articles.json"
_SPECIFICATION = b"<</Type/Filespec/F(%b)/UF(%b)/Desc(The articles as newsexport JSON)/AFRelationship/Data/EF<</F %d 0 R/UF %d 0 R>>>>"


def data(edition: Edition) -> bytes:
    """The edition as canonical JSON in ASCII, which `newsexport` reads again; without how each line was read."""
    articles = tuple(replace(article, provenance=replace(article.provenance, trace=())) for article in edition.articles)
    return json.dumps(edition_data(replace(edition, articles=articles)), indent=1).encode("ascii") + b"\n"


def attach(objects: Objects, content: bytes, card: Card) -> int:
    """The number of the file specification of this content, with the dates of the articles."""
    made, changed = (
        stamp(date, "D:{:04}{:02}{:02}{:02}{:02}{:02}Z").encode() for date in (card.created, card.modified)
    )
    extra = b"/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size %d/CreationDate(%b)/ModDate(%b)>>" % (
        len(content), made, changed,
    )  # fmt: skip
    file = objects.add(stream(zlib.compress(content), extra))
    return objects.add(_SPECIFICATION % (NAME, NAME, file, file))
