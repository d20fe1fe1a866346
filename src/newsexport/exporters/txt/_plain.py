"""Article text as plain text: no character that a terminal obeys, links written out, capitals where the style asks."""

from __future__ import annotations

import re
import warnings

from newsexport.errors import ExportWarning
from newsexport.model import Link, Mark
from newsexport.patterns import lazy

_LINE_END = lazy("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# C0, C1, DEL; bidi embeddings, overrides and isolates (they reorder what follows them); annotation, BOM, non-characters.
# The soft hyphen goes too: half of all terminals draw it in the middle of a line.
_DROP = lazy(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_SURROGATE = lazy("[\ud800-\udfff]")
_TROUBLE = lazy(f"{_LINE_END.pattern}|{_DROP.pattern}|{_SURROGATE.pattern}")
_SPACES = lazy("[ \t]{2,}|\t")
_GREEK = lazy("[\u0370-\u03ff\u1f00-\u1fff]")
_PILCROW = lazy("¶[ \u00a0]?([0-9]+)")  # how a briefing names a paragraph
_SCHEME = lazy(r"(?:https?://|mailto:)|/\Z")
_TYPOGRAPHIC = {
    **dict.fromkeys(map(ord, "‘’‚‛′‹›"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–−"), "-"),
    **dict.fromkeys(map(ord, "—―"), "--"),
    **dict.fromkeys(map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"), " "),
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u061c\u2060"), ""),
    ord("…"): "...",
    ord("•"): "*",
    ord("©"): "(c)",
    ord("®"): "(R)",
    ord("™"): "(TM)",
}  # fmt: skip


def clean(text: str) -> str:
    """The text without controls and bidi overrides, lone surrogates as U+FFFD; line ends are line feeds, tabs stay."""
    if text.isprintable() or not _TROUBLE.search(text):
        return text
    text = _DROP.sub("", _LINE_END.sub("\n", text))
    return _SURROGATE.sub("\ufffd", text)


def spoken(text: str, marks: tuple[Mark, ...], upper: bool, language: str | None) -> str:
    """The text as it is printed: each link's address in <...> behind its words, unless the words are the address."""
    if marks or upper:
        text = "".join(_segments(text, marks, upper, language))
    text = clean(text)
    return _SPACES.sub(" ", text) if "  " in text or "\t" in text else text


def to_ascii(text: str) -> str:
    """The text with ASCII quotation marks, dashes and spaces; what has no such form stays."""
    if text.isascii():
        return text
    return _PILCROW.sub(r"[\1]", text).replace(" · ", " | ").translate(_TYPOGRAPHIC)


def warn_of_rest(text: str) -> None:
    """Say by ExportWarning which characters are not ASCII."""
    if left := sorted(set(re.findall(r"[^\x00-\x7f]", text))):
        shown = " ".join(left[:12]) + (" …" if len(left) > 12 else "")
        warnings.warn(f"no ASCII form for {shown}: kept as written", ExportWarning, stacklevel=3)


def _segments(text: str, marks: tuple[Mark, ...], upper: bool, language: str | None) -> list[str]:
    found, start = [], 0
    for link in sorted((mark for mark in marks if isinstance(mark, Link)), key=lambda mark: (mark.end, mark.start)):
        shown = text[link.start : link.end]
        if _SCHEME.sub("", shown) != _SCHEME.sub("", link.url):
            found += [_raised(text[start : link.end], upper, language), f" <{_bare(link.url)}>"]
            start = max(start, link.end)
        elif upper:  # an address keeps its letters
            found += [_raised(text[start : link.start], upper, language), text[max(start, link.start) : link.end]]
            start = max(start, link.end)
    return [*found, _raised(text[start:], upper, language)]


def _bare(url: str) -> str:
    return url.replace("<", "%3C").replace(">", "%3E")


def _raised(text: str, upper: bool, language: str | None) -> str:
    """The text in capitals. Greek stays as written: its capitals would have to lose their accents."""
    if not upper or (not text.isascii() and _GREEK.search(text)):
        return text
    if (language or "").lower().partition("-")[0] in ("tr", "az"):
        text = text.replace("i", "İ")
    return text.upper()
