"""Text at the border of XHTML: escaped, split at its marks, and without what XML cannot hold."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from itertools import groupby

from newsexport.errors import ExportWarning
from newsexport.exporters import _xml
from newsexport.exporters._xml import href, line
from newsexport.model import Link, Mark, Reference
from newsexport.runs import Run, runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Leads: TypeAlias = Callable[[Reference], str | None]
"""Where a reference leads, as a relative address; None where it leads nowhere."""


def escape(text: str) -> str:
    """Text as XHTML content or attribute value; a line feed becomes a line break only in `lines`."""
    text = _xml.escape(text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def lines(text: str) -> str:
    """Text as XHTML content in which each line feed breaks the line."""
    text = escape(text)
    return text.replace("\n", "<br/>\n") if "\n" in text else text


def shows(text: str) -> bool:
    """Whether a text has anything to see: it is not empty, white space, or characters that no book can hold."""
    return text[:1].isalnum() or bool(line(text[:40]) or line(text))


def marked(text: str, marks: Sequence[Mark], leads: Leads, *, rtl: bool = False) -> str:
    """Text as XHTML with its links and emphasis; overlapping marks are split, the inner of two links wins its span."""
    if not marks:
        return lines(text)
    return "".join(
        _linked(link, list(inner), leads, rtl=rtl)
        for link, inner in groupby(runs(text, marks), key=lambda run: run.link or run.reference)
    )


def _linked(link: Link | Reference | None, made: list[Run], leads: Leads, *, rtl: bool) -> str:
    inner = "".join(_emphasised(run.text, strong=run.strong, plain=run.emphasis) for run in made)
    shown = "".join(run.text for run in made)
    if link is None or not shown.strip():
        return inner
    if isinstance(link, Reference):
        there = leads(link)
        return f'<a href="{there}">{inner}</a>' if there else inner
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
