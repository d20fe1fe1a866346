"""Exports of news archives, wire transmissions and Markdown: many articles in one text, each layout one module.

A layout has `sniff(text)`, which looks at the first characters of the decoded text and would rather miss than mistake,
and `parse(source)`, which gives every article of the file with the file's line numbers. What stands round the articles
(cover pages, labels, trailers) is kept in their provenance.
"""

from __future__ import annotations

import functools
import importlib
import re

from newsexport.model import Article
from newsexport.patterns import lazy
from newsexport.reader._formats import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    class Layout(Protocol):
        """What a module of this package offers."""

        def sniff(self, text: str) -> bool:
            """Whether the beginning of a decoded text shows this layout."""

        def parse(self, source: Source) -> tuple[Article, ...]:
            """Every article of the source."""


OPENING = 8_000  # characters of a text that show its layout

VENDORS: dict[str, str] = {
    "anpa1312": "newsexport.reader.vendors.anpa1312",
    "iptc7901": "newsexport.reader.vendors.iptc7901",
    "nexis": "newsexport.reader.vendors.nexis",
    "nexis-uni": "newsexport.reader.vendors.nexis_uni",
    "factiva": "newsexport.reader.vendors.factiva",
    "proquest": "newsexport.reader.vendors.proquest",
    "europresse": "newsexport.reader.vendors.europresse",
    "markdown": "newsexport.reader.vendors.markdown",
}
"""The module of each layout, in the order in which they are asked."""

# "3 of 12 DOCUMENTS", "Document 3 of 12"
_COUNTER = lazy("[0-9] ?do[ck]ument|do[ck]ument ?[0-9]")
_LABELS = ("length", "länge", "longueur", "load-date", "section", "byline", "rubrik", "rubrique")
_SIGNS: dict[str, tuple[tuple[str | re.Pattern[str], ...], ...]] = {
    "anpa1312": (("\x01",),),
    "iptc7901": (("\x01",),),
    "nexis": (("ument",), ("document", "dokument"), (_COUNTER,)),
    "nexis-uni": (
        ("body", "haupttext", "corps"),
        _LABELS,
        tuple(f"{end}{label}" for label in _LABELS for end in "\n\r"),
    ),
    "factiva": (("HD", "ument"), ("HD", "Document ", "Dokument ")),
    "proquest": (
        ("_" * 20, "ument"),
        ("publication", "quest", "full text", "fulltext"),
        ("_" * 20, _COUNTER),
    ),
    "europresse": (
        ("·", "•", "∙", "europresse", "eureka.cc", "cedrom-sni", "certificat"),
        ("news·", "news•", "news∙", "news ", "news\t", "europresse", "eureka.cc", "cedrom-sni", "certificat"),
    ),
    "markdown": (("#", "]", "*", "["), ("# ", "](", "**", "![")),
}
"""Words of which a text in this layout has one of each group, what is soon looked for first: others need not be asked.

A sign in small letters, and a pattern, is looked for whatever the case, another as it is.
"""


def layout(name: str) -> Layout:
    """The module that reads the layout of this name."""
    module: Any = importlib.import_module(VENDORS[name])
    found: Layout = module
    return found


def pick(text: str) -> str | None:
    """The name of the layout that a decoded text shows, before it is cleaned; None for other texts."""
    head = text[:OPENING].lstrip("\ufeff")
    small = "\n" + head.lower()  # as a line feed is found faster than the beginning of a line

    @functools.cache
    def has(sign: str | re.Pattern[str]) -> bool:
        if isinstance(sign, str):
            return sign in (small if sign.islower() else head)
        return sign.search(small) is not None

    asked = (name for name, groups in _SIGNS.items() if all(any(map(has, signs)) for signs in groups))
    return next((name for name in asked if layout(name).sniff(head)), None)
