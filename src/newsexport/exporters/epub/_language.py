"""Language tags and writing directions as EPUB wants them."""

from __future__ import annotations

from functools import lru_cache

from newsexport import wording


@lru_cache(256)
def tag(language: str | None) -> str:
    """The language as a BCP 47 tag, "und" where it is none."""
    return wording.tag(language) or "und"


@lru_cache(256)
def attributes(language: str | None, *, svg: bool = False) -> str:
    """The language and direction attributes of a document; SVG has `xml:lang` alone."""
    known = tag(language)
    if svg:
        return f' xml:lang="{known}"'
    turned = "" if known == "und" else f' dir="{direction(language)}"'
    return f' lang="{known}" xml:lang="{known}"{turned}'


@lru_cache(256)
def direction(language: str | None) -> str:
    """Which way a language runs: "rtl" or "ltr"."""
    return "rtl" if wording.is_rtl(language) else "ltr"
