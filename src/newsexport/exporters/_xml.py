"""Text and addresses at the border of XML: what DOCX and EPUB both need."""

from __future__ import annotations

import re
from collections import Counter

from newsexport.patterns import lazy, leaves

_ILLEGAL = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2, and C1 controls
# The same in UTF-8, but for surrogates, which it cannot hold.
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
_AUTHORITY = lazy(r"(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::(?P<port>[0-9]{1,5})?)?\Z", re.IGNORECASE)
_UNSAFE = lazy(r'["<>\\^`{|}\[\]#]|[^\x21-\x7e]|%(?![0-9A-Fa-f]{2})')


_WESTERN = bytes((0, 1, 2, 3, 4, 0x1E, 0x1F, 0x20, 0x21, 0x22))  # pages of 256 characters


def western(text: str) -> bool:
    """Whether a text is in Latin, Greek or Cyrillic, with their signs: nothing runs from the right, nothing is joined.

    To ask that costs less than to compile, or to search, a pattern of what is.
    """
    return not leaves(text, _WESTERN)


def legal(text: str) -> str:
    """Text with only characters of XML: a lone surrogate becomes U+FFFD, a control that spaces a space, others go."""
    return text if text.isprintable() else _ILLEGAL.sub(_instead, text)


def encoded(markup: str) -> bytes | None:
    """A whole part in UTF-8; None where it has characters that `legal` would change.

    Bytes tell that five times sooner than a pattern over the text.
    """
    try:
        data = markup.encode()
    except UnicodeEncodeError:  # a lone surrogate
        return None
    odd = (
        len(data.translate(None, _CONTROLS)) < len(data)
        or any(following[:1] < b"\xa0" for following in data.split(b"\xc2")[1:])  # C1
        or "\ufffe" in markup
        or "\uffff" in markup
    )
    return None if odd else data


def lost(text: str) -> str | None:
    """What `legal` drops from a text, as a person reads it ("U+0007 ×2, U+001B"); None where it keeps all."""
    found = Counter(char for char in _ILLEGAL.findall(text) if not char.isspace())
    return ", ".join(f"U+{ord(char):04X}" + (f" ×{n}" if n > 1 else "") for char, n in sorted(found.items())) or None


def line(text: str) -> str:
    """Text as one line for a title, a table of contents, or metadata; empty where nothing shows."""
    return " ".join(legal(text).split())


def escape(text: str) -> str:
    """Text as content or attribute value."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def href(url: str) -> str | None:
    """The address as a URI (RFC 3986): host in ASCII, path percent-encoded; None where that is not possible."""
    scheme, _, rest = url.partition(":")
    if scheme.lower() == "mailto":
        return f"mailto:{_quoted(rest)}"
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
    return f"{scheme.lower()}://{authority}{_quoted(tail)}"


def _instead(found: re.Match[str]) -> str:
    char = found[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return " " if char.isspace() else ""


def _quoted(tail: str) -> str:
    # Only the first "#" begins a fragment; a second one is no character of an address.
    before, mark, after = tail.partition("#")
    return _UNSAFE.sub(_percent, before) + mark + _UNSAFE.sub(_percent, after)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))
