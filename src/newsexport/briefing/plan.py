"""What a book file asks for, as values: `understood` reads the data of a TOML file and says everything it cannot read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from newsexport.codec import Problems, decode, near
from newsexport.model import Article
from newsexport.records import Record, field, hints

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


class Rule(Record):
    """Which articles a section takes: those of these sections, of these sources, published on these days, both included.

    What is empty asks for nothing; an article without a date is in no range. Letter case does not count.
    """

    section: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        for day in (self.since, self.until):
            if day is not None and not _DAY.fullmatch(day):
                raise ValueError(f"{day!r:.40} is not a day such as 2031-05-21")

    def takes(self, article: Article) -> bool:
        """Whether the rule takes an article."""
        return (
            _among(article.section, self.section)
            and _among(article.source, self.source)
            and self._in_time((article.published.value if article.published else None) or "")
        )

    def _in_time(self, value: str) -> bool:
        """Whether a day, month or year can lie in the range; only what both state is compared."""
        day = _DAY.match(value)
        if not (self.since or self.until):
            return True
        if not day:
            return False
        since, until = self.since or "", self.until or "9"
        return day[0][: len(since)] >= since[: len(day[0])] and day[0][: len(until)] <= until[: len(day[0])]


class Chapter(Record):
    """A section of a book: the articles it names, in this order, then those of the book that its rule takes."""

    title: str = ""
    articles: tuple[str, ...] = ()
    where: Rule | None = None


class Book(Record):
    """A book: `articles` are those that no section names; what no rule takes of them stands before the sections.

    `notes` are the editor's, by article. `date` is ISO 8601, or any words.
    """

    title: str = ""
    date: str | None = None
    language: str | None = None
    cover: bool = True
    index: bool = False
    articles: tuple[str, ...] = ()
    sections: tuple[Chapter, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)


def understood(data: Mapping[str, Any], problems: Problems) -> Book:
    """The book that the data of a TOML file describes. Each mistake is said; the rest of the book holds."""
    given = dict(_spelled(data))
    sections = given.pop("sections", [])
    values = _table(Book, given, problems, "")
    if not isinstance(sections, list) or not all(isinstance(table, dict) for table in sections):
        problems.say("sections", "must be tables: write [[sections]]")
        sections = []
    chapters = (_table(Chapter, table, problems, f"sections[{at}]") for at, table in enumerate(sections, 1))
    return Book(**values, sections=tuple(Chapter(**chapter) for chapter in chapters))


def _table(kind: type, data: Mapping[str, Any], problems: Problems, where: str) -> dict[str, Any]:
    """The values of a table that can be read, by key."""
    types, values = hints(kind), {}
    for key, value in data.items():
        spot = f"{where}.{key}" if where else key
        if key not in types:
            problems.say(spot, f"unknown key{near(key, types)}")
            continue
        before = len(problems.found)
        read = decode(types[key], value, problems, spot)
        if len(problems.found) == before:
            values[key] = read
    return values


def _spelled(value: Any, key: str = "") -> Any:
    """TOML's own dates as text, and a rule's single text as a list of one."""
    if isinstance(value, dict):
        return {name: _spelled(part, f"{key}.{name}") for name, part in value.items()}
    if isinstance(value, list):
        return [_spelled(part, key) for part in value]
    if isinstance(value, date):
        return value.isoformat()[:10]
    return [value] if isinstance(value, str) and key.endswith((".where.section", ".where.source")) else value


def _among(stated: str | None, asked: tuple[str, ...]) -> bool:
    return not asked or (stated or "").strip().casefold() in {name.strip().casefold() for name in asked}
