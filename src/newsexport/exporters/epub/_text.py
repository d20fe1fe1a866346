"""Text at the border of XHTML: escaped, split at its marks, and without what XML cannot hold."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from newsexport.errors import ExportWarning
from newsexport.model import Link, Mark
from newsexport.runs import Run, runs

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2, and HTML's C1
_AUTHORITY = re.compile(
    r"(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::(?P<port>[0-9]{1,5})?)?\Z", re.IGNORECASE
)
_UNSAFE = re.compile(r'["<>\\^`{|}\[\]]|[^\x21-\x7e]|%(?![0-9A-Fa-f]{2})')


def escape(text: str) -> str:
    """Text as XHTML content or attribute value; a line feed becomes a line break only in `lines`."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def lines(text: str) -> str:
    """Text as XHTML content in which each line feed breaks the line."""
    text = escape(text)
    return text.replace("\n", "<br/>\n") if "\n" in text else text


def label(text: str) -> str:
    """Text as one line for a title, a table of contents, or metadata; empty where nothing shows."""
    return " ".join(legal(text).split())


def shows(text: str) -> bool:
    """Whether a text has anything to see: it is not empty, white space, or characters that no book can hold."""
    return bool(label(text[:40]) or label(text))


def legal(text: str) -> str:
    """Text with only characters of XML: a lone surrogate becomes U+FFFD, a control that spaces a space, others go."""
    return _ILLEGAL.sub(_instead, text)


def illegal(text: str) -> bool:
    """Whether a text has characters that `legal` would change."""
    return _ILLEGAL.search(text) is not None


def losses(text: str) -> str | None:
    """What `legal` cannot keep of a text, as a person reads it ("U+0007 ×2, U+001B"); None where it keeps all."""
    lost = Counter(char for char in _ILLEGAL.findall(text) if not char.isspace())
    return ", ".join(f"U+{ord(char):04X}" + (f" ×{n}" if n > 1 else "") for char, n in sorted(lost.items())) or None


def marked(text: str, marks: Sequence[Mark], *, rtl: bool = False) -> str:
    """Text as XHTML with its links and emphasis; overlapping marks are split, the inner of two links wins its span."""
    if not marks:
        return lines(text)
    return "".join(
        _linked(link, list(inner), rtl=rtl) for link, inner in groupby(runs(text, marks), key=lambda run: run.link)
    )


def href(url: str) -> str | None:
    """The address as a valid URL string (WHATWG URL, 4.3), its path percent-encoded; None where no browser could go."""
    scheme, _, rest = url.partition(":")
    if scheme.lower() == "mailto":
        return f"mailto:{_quoted(rest)}"
    authority, tail = _divided(rest.removeprefix("//"))
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


def _linked(link: Link | None, made: list[Run], *, rtl: bool) -> str:
    inner = "".join(_emphasised(run.text, strong=run.strong, plain=run.emphasis) for run in made)
    shown = "".join(run.text for run in made)
    if link is None or not shown.strip():
        return inner
    address = href(link.url)
    if address is None:
        warnings.warn(f"no link was made to {link.url}, which no browser can open", ExportWarning, stacklevel=2)
        return inner
    turned = ' dir="ltr"' if rtl and shown.isascii() else ""
    return f'<a href="{escape(address)}"{turned}>{inner}</a>'


def _emphasised(text: str, *, strong: bool, plain: bool) -> str:
    inner = lines(text)
    if plain:
        inner = f"<em>{inner}</em>"
    return f"<strong>{inner}</strong>" if strong else inner


def _divided(rest: str) -> tuple[str, str]:
    cut = min((at for at in map(rest.find, "/?#") if at >= 0), default=len(rest))
    return rest[:cut], rest[cut:]


def _quoted(tail: str) -> str:
    # Only the first "#" begins a fragment; a second one is not a URL character.
    before, mark, after = tail.partition("#")
    return _UNSAFE.sub(_percent, before) + mark + _UNSAFE.sub(_percent, after.replace("#", "%23"))


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))
