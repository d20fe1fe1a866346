"""The canonical article: what every reader produces and every exporter receives.

Frozen values without a word of any format: links and emphasis are stand-off marks, fields keep their raw text, blocks
know their source lines, and in `raw` the source text, line feeds included, where it differs from what is shown. Field
words follow IPTC ninjs 3.1 and schema.org NewsArticle.
"""

from __future__ import annotations

from newsexport.model._article import (
    Article,
    Author,
    Binding,
    Byline,
    Dateline,
    Edition,
    Moment,
    Provenance,
    Section,
    Trace,
    Unparsed,
    title_of,
)
from newsexport.model._blocks import (
    NOWHERE,
    Block,
    Emphasis,
    Factbox,
    Figure,
    GlanceRole,
    Item,
    Lines,
    Link,
    ListBlock,
    Mark,
    Note,
    NoteKind,
    Paragraph,
    Preformatted,
    PullQuote,
    Reference,
    Separator,
    Subheading,
    texts,
    whole,
)

__all__ = [
    "NOWHERE",
    "Article",
    "Author",
    "Binding",
    "Block",
    "Byline",
    "Dateline",
    "Edition",
    "Emphasis",
    "Factbox",
    "Figure",
    "GlanceRole",
    "Item",
    "Lines",
    "Link",
    "ListBlock",
    "Mark",
    "Moment",
    "Note",
    "NoteKind",
    "Paragraph",
    "Preformatted",
    "Provenance",
    "PullQuote",
    "Reference",
    "Section",
    "Separator",
    "Subheading",
    "Trace",
    "Unparsed",
    "texts",
    "title_of",
    "whole",
]
