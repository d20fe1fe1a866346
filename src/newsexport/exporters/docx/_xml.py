"""Text as the runs of WordprocessingML."""

from __future__ import annotations

import re

from newsexport.patterns import lazy

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARED = f'xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONSHIPS}"'
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BREAK = lazy("(\r\n|\r|\n)|\t")
_EMPTY, _CLOSED = '<w:t xml:space="preserve"></w:t>', '<w:t xml:space="preserve"/>'
_LONGEST = 1_000_000  # libxml2 reopens no text node beyond ten million bytes


def escape(text: str) -> str:
    """Text as content, as python-docx writes it; no attribute value."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def words(text: str) -> str:
    """Text as the content of a run: its line ends are breaks, its tabs are tabs, its spaces stay (ISO 29500, 17.3.3)."""
    if len(text) > _LONGEST:
        return "".join(words(text[at : at + _LONGEST]) for at in range(0, len(text), _LONGEST))
    shown = escape(text)
    if "\n" in shown or "\t" in shown or "\r" in shown:
        shown = _BREAK.sub(_broken, shown)
        return f'<w:t xml:space="preserve">{shown}</w:t>'.replace(_EMPTY, _CLOSED)
    return f'<w:t xml:space="preserve">{shown}</w:t>'


def _broken(found: re.Match[str]) -> str:
    element = "br" if found[1] else "tab"
    return f'</w:t><w:{element}/><w:t xml:space="preserve">'
