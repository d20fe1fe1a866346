"""Dates as machines write them: ISO 8601 in both forms and RFC 5322; words only where these say nothing."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parsedate_to_datetime

from newsexport.model import Moment
from newsexport.patterns import lazy
from newsexport.reader._dates import find_date

_ISO = lazy(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8})"
    r"(?:[T ](?P<time>[0-9]{2}:?[0-9]{2}(?::?[0-9]{2})?)(?:[.,][0-9]{1,9})?\s?(?P<zone>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?\Z"
)


def moment(raw: str, machine: str = "", language: str | None = None) -> Moment:
    """The moment printed as `raw`; its value is read from `machine`, the attribute beside it, where there is one.

    Exporters print the raw text, so that one in ISO 8601 is spelled for people: "2025-03-06 08:15 UTC".
    """
    stated = (machine or raw).strip()[:200]
    value = _iso(stated) or _mail(stated)
    if value is None:
        found = find_date(stated, language)
        value = found.value if found else None
    return Moment(_spelled(value) if value and _ISO.match(raw or machine) else raw or machine, value)


def _spelled(value: str) -> str:
    """An ISO 8601 value as people read it, to the minute."""
    day, _, clock = value.partition("T")
    zone = "UTC" if clock.endswith("Z") else clock[-6:] if clock[-6:-5] in {"+", "-"} else ""
    return " ".join(filter(None, (day, clock[:5], zone)))


def _iso(text: str) -> str | None:
    found = _ISO.match(text)
    if not found:
        return None
    try:
        if not found["time"]:
            return date.fromisoformat(found["date"]).isoformat()
        return written(datetime.fromisoformat(f"{found['date']}T{found['time']}{(found['zone'] or '').upper()}"))
    except ValueError:
        return None


def _mail(text: str) -> str | None:
    try:
        return written(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def written(when: datetime) -> str:
    """The value in ISO 8601: minutes unless it has seconds, "Z" for UTC, no zone where none was stated."""
    text = when.isoformat(timespec="seconds" if when.second else "minutes")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text
