"""The few words that we print ourselves, by language, and which way a language runs.

English stands in the code; every other language is a gettext catalogue in `catalogues/`, which Babel makes: see
CONTRIBUTING. Nothing is read for English.
"""

from __future__ import annotations

from functools import cache, lru_cache

from newsexport.patterns import lazy
from newsexport.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from gettext import GNUTranslations

# BCP 47, 2.1: language, script, region, variants; extensions and private use say nothing to a reader of documents.
_TAG = lazy(r"([a-z]{2,3})(-[a-z]{4})?(-(?:[a-z]{2}|[0-9]{3}))?((?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)\Z")
_RTL = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_TRADITIONAL = frozenset({"zh-Hant", "zh-TW", "zh-HK", "zh-MO"})


def _(text: str) -> str:
    """The text itself: marks for the extractor what the catalogues translate."""
    return text


class Words(Record):
    """Our own strings in one language; `{n}` and `{total}` are filled by the caller."""

    page: str = _("Page {n} of {total}")
    keywords: str = _("Keywords: {n}")
    contents: str = _("Contents")
    untitled: str = _("Untitled")
    updated: str = _("Updated {n}")
    key_points: str = _("Key points")
    who_said_what: str = _("Who said what")
    key_figures: str = _("Key figures")
    timeline: str = _("Timeline")
    people: str = _("People")
    organisations: str = _("Organisations")
    places: str = _("Places")
    today: str = _("Today at a glance")
    sources: str = _("Sources")
    names: str = _("Index of names")
    by: str = _("By {n}")
    unattributed: str = _("Unattributed")


_ENGLISH = Words()


@cache
def words(language: str | None) -> Words:
    """Our words in a language, in English where we have none."""
    catalogue = _catalogue(language)
    if not catalogue:
        return _ENGLISH
    return Words(*(catalogue.gettext(getattr(_ENGLISH, name)) for name in Words.__match_args__))


def reading(language: str | None, minutes: int) -> str:
    """How long reading takes, in the plural that the language has for the number."""
    catalogue = _catalogue(language)
    ngettext = catalogue.ngettext if catalogue else _english
    return ngettext("{n} min read", "{n} min read", minutes).format(n=number(minutes, language))


def _english(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


@cache
def _catalogue(language: str | None) -> GNUTranslations | None:
    """The catalogue of a language; None for English and where there is none."""
    known = tag(language) or "en"
    if known.startswith("en"):
        return None
    import gettext
    from pathlib import Path

    name = "zh_Hant" if any(known.startswith(start) for start in _TRADITIONAL) else known.partition("-")[0]
    try:
        with (Path(__file__).parent / "catalogues" / f"{name}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except FileNotFoundError:
        return None


def number(value: int, language: str | None) -> str:
    """A whole number in the digits that newspapers of the language print."""
    if (language or "en") == "en":
        return str(value)
    from newsexport.wording import _numbers

    return _numbers.digits(str(value), language)


@lru_cache(256)
def date(text: str, language: str | None) -> str:
    """An ISO 8601 date or time as people write it, "18 June 2024, 14:30 UTC"; any other text as it is."""
    if not text[:4].isdecimal() or text[4:5] != "-":
        return text
    from newsexport.wording import _dates

    return _dates.date(text, language)


@lru_cache(256)
def tag(language: str | None) -> str | None:
    """The language as a BCP 47 tag in its usual letter case; None where it is none."""
    plain = (language or "").lower().replace("_", "-")
    if len(plain) == 2 and plain.isascii() and plain.isalpha():
        return plain
    found = _TAG.match(plain)
    if not found:
        return None
    primary, script, region, variants = (part or "" for part in found.groups())
    return primary + script.title() + region.upper() + variants


def is_rtl(language: str | None) -> bool:
    """Whether a language is written from right to left; an `Arab` or `Hebr` script subtag says so too."""
    tags = (tag(language) or "").lower().split("-")
    return tags[0] in _RTL or "arab" in tags or "hebr" in tags
