"""A date that a machine wrote, as the people who speak a language write it (CLDR's long form, by Babel)."""

from __future__ import annotations

from datetime import datetime

from newsexport.patterns import lazy
from newsexport.wording import tag
from newsexport.wording._numbers import digits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MACHINE = lazy(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}:[0-9]{2})(?::[0-9.,]+)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?\Z")


def date(text: str, language: str | None) -> str:
    """An ISO 8601 date or time in words, "18 June 2024, 14:30 UTC"; any other text as it is."""
    found = _MACHINE.match(text)
    if not found:
        return text
    try:
        day = datetime.fromisoformat(found[1])
    except ValueError:
        return text
    locale = _locale(language)
    clock = " ".join(filter(None, (found[2], "UTC" if found[3] == "Z" else found[3])))
    return digits(_written(day, clock, locale), language)


def _written(day: datetime, clock: str, locale: Any) -> str:
    if locale is None:
        return f"{day:%Y-%m-%d} {clock}".strip()
    from babel.dates import format_date, get_datetime_format

    shown = format_date(day, "long", locale)
    return str(get_datetime_format("medium", locale)).format(clock, shown) if clock else shown


def _locale(language: str | None) -> Any:
    """Babel's locale of a language; plain English is that of the world's English press, None where Babel has none."""
    from babel import Locale, UnknownLocaleError

    known = tag(language)
    if not known:
        return None
    try:
        return Locale.parse("en_GB" if known == "en" else known.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None
