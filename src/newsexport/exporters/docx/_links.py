"""Addresses that Word opens, and their relationships: each address once in a document."""

from __future__ import annotations

import re
import warnings

from newsexport.errors import ExportWarning

_AUTHORITY = re.compile(
    r"(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::(?P<port>[0-9]{1,5})?)?\Z", re.IGNORECASE
)
_UNSAFE = re.compile(r'["<>\\^`{|}\[\]#]|[^\x21-\x7e]|%(?![0-9A-Fa-f]{2})')
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
            if address is None:
                warnings.warn(f"no link was made to {url}, which Word cannot open", ExportWarning, stacklevel=2)
            self._by_url[url] = self.ids.setdefault(address, f"link{len(self.ids) + 1}") if address else None
        return self._by_url[url]


def href(url: str) -> str | None:
    """The address as a URI (RFC 3986): host in ASCII, path percent-encoded; None where that is not possible."""
    scheme, _, rest = url.partition(":")
    if scheme.lower() == "mailto":
        return _bounded(f"mailto:{_quoted(rest)}")
    if scheme.lower() not in {"http", "https"} or not rest.startswith("//"):
        return None
    cut = min((at for at in map(rest[2:].find, "/?#") if at >= 0), default=len(rest))
    authority, tail = rest[2:][:cut], rest[2:][cut:]
    try:
        authority = authority if authority.isascii() else authority.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    found = _AUTHORITY.match(authority)
    if not found or int(found["port"] or 0) > 65_535:
        return None
    return _bounded(f"{scheme.lower()}://{authority}{_quoted(tail)}")


def _bounded(address: str) -> str | None:
    return address if len(address) <= _LONGEST else None


def _quoted(tail: str) -> str:
    before, mark, after = tail.partition("#")
    return _UNSAFE.sub(_percent, before) + mark + _UNSAFE.sub(_percent, after)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))
