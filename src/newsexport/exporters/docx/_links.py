"""Addresses that Word opens, with their relationships, and the bookmarks that references lead to."""

from __future__ import annotations

import warnings

from newsexport.errors import ExportWarning
from newsexport.exporters._places import Place, place, references
from newsexport.exporters._xml import href
from newsexport.model import Article, Link, Reference

_LONGEST = 2083  # of an address in Word


class Links:
    """What the links of a document part lead to.

    `ids` are the external relationships, each address once: address → relationship id. `places` are the blocks that
    have a bookmark.
    """

    def __init__(self, articles: tuple[Article, ...] = ()) -> None:
        self.ids: dict[str, str] = {}
        self.places = frozenset(found for _, _, found in references(articles))
        self._articles = articles
        self._by_url: dict[str, str | None] = {}

    def target(self, mark: Link | Reference | None, at: int) -> str:
        """The attribute that leads a `w:hyperlink` of article number `at` to its target; empty where there is none."""
        if isinstance(mark, Link):
            known = self._id(mark.url)
            return f'r:id="{known}"' if known else ""
        found = place(mark, at, self._articles) if mark else None
        return f'w:anchor="{bookmark(found)}"' if found else ""

    def _id(self, url: str) -> str | None:
        """The relationship id of an address; None, with an ExportWarning, where Word could not open it."""
        if url not in self._by_url:
            address = href(url)
            if address is None or len(address) > _LONGEST:
                address = None
                warnings.warn(f"no link was made to {url}, which Word cannot open", ExportWarning, stacklevel=2)
            self._by_url[url] = self.ids.setdefault(address, f"link{len(self.ids) + 1}") if address else None
        return self._by_url[url]


def bookmark(found: Place) -> str:
    """The name of the bookmark at a place: Word hides those that begin with an underscore."""
    article, block = found
    return f"_Toc{article + 1:09d}" if block is None else f"_Ref{article + 1:05d}_{block + 1:05d}"


def bookmarked(paragraph: str, name: str, number: int) -> str:
    """The paragraph with a bookmark round its words; its number is its own in the document."""
    inner = paragraph.replace("</w:pPr>", f'</w:pPr><w:bookmarkStart w:id="{number}" w:name="{name}"/>', 1)
    return f'{inner.removesuffix("</w:p>")}<w:bookmarkEnd w:id="{number}"/></w:p>'
