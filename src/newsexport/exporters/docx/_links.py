"""Addresses that Word opens, and their relationships: each address once in a document."""

from __future__ import annotations

import warnings

from newsexport.errors import ExportWarning
from newsexport.exporters._xml import href

_LONGEST = 2083  # of an address in Word


class Links:
    """The external relationships of a document part: address → relationship id."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}
        self._by_url: dict[str, str | None] = {}

    def id(self, url: str) -> str | None:
        """The relationship id of an address; None, with an ExportWarning, where Word could not open it."""
        if url not in self._by_url:
            address = href(url)
            if address is None or len(address) > _LONGEST:
                address = None
                warnings.warn(f"no link was made to {url}, which Word cannot open", ExportWarning, stacklevel=2)
            self._by_url[url] = self.ids.setdefault(address, f"link{len(self.ids) + 1}") if address else None
        return self._by_url[url]
