"""Text at the border of WordprocessingML: escaped, and without what XML cannot hold."""

from __future__ import annotations

import re
from collections import Counter

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARED = f'xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONSHIPS}"'
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2, and C1 controls
_BREAK = re.compile("(\r\n|\r|\n)|\t")
_LONGEST = 1_000_000  # libxml2 reopens no text node beyond ten million bytes


def legal(text: str) -> str:
    """Text with only characters of XML: a lone surrogate becomes U+FFFD, a control that spaces a space, others go."""
    return _ILLEGAL.sub(_instead, text)


def lost(text: str) -> str | None:
    """What `legal` drops from a text, as a person reads it ("U+0007 ×2, U+001B"); None where it keeps all."""
    found = Counter(char for char in _ILLEGAL.findall(text) if not char.isspace())
    return ", ".join(f"U+{ord(char):04X}" + (f" ×{n}" if n > 1 else "") for char, n in sorted(found.items())) or None


def line(text: str) -> str:
    """Text as one line for a title, an entry of the contents, or metadata; empty where nothing shows."""
    return " ".join(legal(text).split())


def escape(text: str) -> str:
    """Text as content or attribute value."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def words(text: str) -> str:
    """Text as the content of a run: its line ends are breaks, its tabs are tabs, its spaces stay (ISO 29500, 17.3.3)."""
    if len(text) > _LONGEST:
        return "".join(words(text[at : at + _LONGEST]) for at in range(0, len(text), _LONGEST))
    shown = escape(text)
    if "\n" in shown or "\t" in shown or "\r" in shown:
        shown = _BREAK.sub(_broken, shown)
    return f'<w:t xml:space="preserve">{shown}</w:t>'


def _broken(found: re.Match[str]) -> str:
    element = "br" if found[1] else "tab"
    return f'</w:t><w:{element}/><w:t xml:space="preserve">'


def _instead(found: re.Match[str]) -> str:
    char = found[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return " " if char.isspace() else ""
