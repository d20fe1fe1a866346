"""Language tags and writing directions as EPUB wants them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsexport.model import Article
from newsexport.wording import is_rtl

# BCP 47, 2.1: language, script, region, variants; extensions and private use say nothing to a reading system.
_TAG = re.compile(r"([a-z]{2,3})(-[a-z]{4})?(-(?:[a-z]{2}|[0-9]{3}))?((?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)\Z")


def tag(language: str | None) -> str:
    """The language as a BCP 47 tag in its usual letter case, "und" where it is none."""
    found = _TAG.match((language or "").lower().replace("_", "-"))
    if not found:
        return "und"
    primary, script, region, variants = (part or "" for part in found.groups())
    return primary + script.title() + region.upper() + variants


def attributes(language: str | None, *, svg: bool = False) -> str:
    """The language and direction attributes of a document; SVG has `xml:lang` alone."""
    known = tag(language)
    if svg:
        return f' xml:lang="{known}"'
    turned = "" if known == "und" else f' dir="{direction(language)}"'
    return f' lang="{known}" xml:lang="{known}"{turned}'


def direction(language: str | None) -> str:
    """Which way a language runs: "rtl" or "ltr"."""
    return "rtl" if is_rtl(tag(language)) else "ltr"


def main(articles: Sequence[Article]) -> str:
    """The language of a book: that of its first article which has one."""
    return next((known for article in articles if (known := tag(article.language)) != "und"), "und")
