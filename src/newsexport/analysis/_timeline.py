"""The dates that a text states, by value: what is printed in full is certain, the rest only by what the article says.

A weekday or a month without a year is dated from the day of publication where the tense tells the direction: a newspaper
names the days of the week only within seven days of it (AP Stylebook, "days of the week"). In speech it may be dated from
another day, and stays out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from newsexport.analysis import _relative
from newsexport.analysis._facts import Segment, StatedDate
from newsexport.analysis._sentences import Passage
from newsexport.model import Article
from newsexport.patterns import lazy
from newsexport.records import NamedTuple

_ENGLISH = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec".split("|"), 1
    )
    for name in names.split()
}  # fmt: skip
_STEMS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_WORD = r"[^\W\d_]{3,12}"
_ISO = lazy(r"(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?![\w/-])")
_EAST = lazy(
    r"(?P<year>[12]\d{3}) ?[年년](?: ?(?P<month>\d{1,2}) ?[月월](?: ?(?P<day>\d{1,2}) ?[日일])?)?|(?P<month_>\d{1,2}) ?[月월] ?(?P<day_>\d{1,2}) ?[日일]"
)
_DAY_FIRST = lazy(
    r"(?:(?P<first>\d{1,2})(?:st|nd|rd|th|\.)? ?(?:-|–|and|to|et|und|y|bis|al|au|e) ?)?(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?"
    rf"[ \u00a0](?:of |de |d['’])?(?P<name>{_WORD})\b(?:\.?,? (?:de |del |of )?(?P<year>[12]\d{{3}})(?![\d,.]\d|%))?"
)
_MONTH_FIRST = lazy(
    rf"(?P<name>{_WORD})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: ?(?:-|–|and) ?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?(?![\d:/%]|[.,]\d)"
    r"(?:,? (?P<year>[12]\d{3})(?![\d,]\d|%))?"
)
_MONTH_YEAR = lazy(rf"(?P<name>{_WORD})\.?,? (?:de |del |of )?(?P<year>[12]\d{{3}})(?![\d/%]|[,.]\d|-\d)")
_NAMED = lazy(rf"(?<![\w-]){_WORD}\.?,? (?:de |del |of )?\Z")
_LED = lazy(
    r"(?<![\w-])(?P<between>between|zwischen|entre|tra)? ?(?:in|since|by|until|till|from|before|after|during|of|early|late|mid|seit|bis|ab|im jahre?|en|"
    r"depuis|desde|hasta|nel|dal|em|в|с|до|von|de|between|zwischen|entre|tra)[ -]\Z",
    re.IGNORECASE,
)
_YEAR = lazy(
    r"(?P<year>(?:1[4-9]|20)\d\d)(?![\w/%]|[,.]\d|[-–]\d| (?:people|men|women|troops|jobs|homes|euros|dollars|pounds|metres|meters|miles|km|workers)\b)"
)
_SPAN = lazy(
    r"(?:between|from|zwischen|von|entre|de|tra|dal) (?P<year>(?:1[4-9]|20)\d\d) (?:and|to|until|und|bis|et|à|y|a|e|al) "
    r"(?P<last>(?:1[4-9]|20)\d\d)(?!\w|[,.]\d)",
    re.IGNORECASE,
)
_SPANNING = lazy(r"(?<![\w-])(?:between|from|zwischen|von|entre|de|tra|dal) \Z", re.IGNORECASE)
_EAST_SIGNS = frozenset("年년月월")
_TIED = frozenset(".,:/$£€-–")
_AHEAD = 32  # characters from a number on that hold the first letters of its month
_BACK = 20  # characters before a number that may hold a month or a preposition
_HISTORY = lazy(r",? (?:\w+ )?(?:attacks?|massacre|terror|assault|revolution|uprising|riots?|coup|anniversary)\b")
_NEAR = 92  # days round publication in which a day without a year is certain


class Found(NamedTuple):
    """A date in a paragraph."""

    start: int
    end: int
    value: str | None
    to: str | None
    rule: str
    confidence: float


def found(article: Article, read: Iterable[Passage]) -> tuple[StatedDate, ...]:
    """The dates of an article's body by value, those without one last; a date stated twice is one."""
    language = (article.language or "en").partition("-")[0].lower()
    today = published(article)
    every = [(one, passage) for passage in read for one in _dates(passage, language, today)]
    valued = {passage.text[one.start : one.end]: one for one, passage in every if one.value}
    seen: dict[tuple[str, str | None], tuple[Found, Passage, list[Segment]]] = {}
    for one, passage in every:
        text = passage.text[one.start : one.end]
        if one.value is None and text in valued:  # what "May 1" means is certain once
            one = valued[text]._replace(start=one.start, end=one.end)  # noqa: PLW2901
        places = seen.setdefault((one.value or text, one.to), (one, passage, []))[2]
        places.append((passage.block, passage.offset + one.start, passage.offset + one.end))
    dates = (_date(*found) for found in seen.values())
    return tuple(sorted(dates, key=lambda one: (one.value is None, one.value or "", one.segments[0])))


def _date(one: Found, passage: Passage, segments: list[Segment]) -> StatedDate:
    return StatedDate(
        text=passage.text[one.start : one.end],
        value=one.value,
        to=one.to,
        sentence=passage.sentence(one.start),
        rule=one.rule,
        confidence=one.confidence,
        segments=tuple(segments),
    )


def published(article: Article) -> date | None:
    """The day of publication, where the article states it in full."""
    value = (article.published.value or "") if article.published else ""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 else None
    except ValueError:
        return None


def _dates(passage: Passage, language: str, today: date | None) -> list[Found]:
    """The dates of a paragraph in order, the fuller of two that overlap."""
    every = list(_stated(passage, language, today)) if passage.digits else []
    if language == "en" and today:
        every += [Found(*one) for one in _relative.dates(passage, today)]
    if not every:
        return every
    every.sort(key=lambda one: (one.start, -one.end))
    kept: list[Found] = []
    for one in every:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def _stated(passage: Passage, language: str, today: date | None) -> Iterator[Found]:
    text = passage.text
    plain = text.isascii()
    for start, end in passage.digits:
        if not plain and (text[end : end + 1] in _EAST_SIGNS or text[end + 1 : end + 2] in _EAST_SIGNS):
            if match := _EAST.match(text, start):
                yield from _eastern(passage, match, today)
        elif end - start == 4:
            yield from _yearly(text, start, language)
        elif end - start <= 2:
            yield from _daily(passage, start, language, today)


def _yearly(text: str, start: int, language: str) -> Iterator[Found]:
    """What begins or ends with a number of four digits."""
    back = max(0, start - _BACK)
    if match := _ISO.match(text, start):
        yield from _certain(match, match["year"], int(match["month"]), match["day"])
    elif (
        _may_hold_month(text, back, start, language)
        and (match := _behind(_NAMED, _MONTH_YEAR, text, start))
        and (number := _month(match["name"], language))
    ):
        yield Found(*match.span(), f"{match['year']}-{number:02}", None, "a month with its year", 0.95)
    elif (match := _behind(_SPANNING, _SPAN, text, start)) and match["year"] < match["last"]:
        yield Found(*match.span(), match["year"], match["last"], "from one year to another", 0.9)
    elif (match := _YEAR.match(text, start)) and _LED.search(text, back, start):
        yield Found(start, match.end(), match["year"], None, "a year after a preposition", 0.9)


def _daily(passage: Passage, start: int, language: str, today: date | None) -> Iterator[Found]:
    """What has a day of the month: the name of the month follows it, or stands before."""
    text = passage.text
    tied = start and text[start - 1] in _TIED
    match = (
        None if tied or not _may_hold_month(text, start, start + _AHEAD, language) else _DAY_FIRST.match(text, start)
    )
    if match and (number := _month(match["name"], language)):
        first, last = (match["first"], match["day"]) if match["first"] else (match["day"], None)
        yield from _day(passage, match, number, first, last, today)
    led = _may_hold_month(text, max(0, start - _BACK), start, language)
    match = _behind(_NAMED, _MONTH_FIRST, text, start) if led else None
    if match and (number := _month(match["name"], language)):
        yield from _day(passage, match, number, match["day"], match["last"], today)


def _may_hold_month(text: str, start: int, end: int, language: str) -> bool:
    """Whether some words beside a number can hold a month."""
    if language != "en":
        return True
    beside = text[start:end].lower()
    for stem in _STEMS:  # noqa: SIM110 - a generator takes three times as long
        if stem in beside:
            return True
    return False


def _behind(before: re.Pattern[str], whole: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The match of a pattern that begins with the words right before a number; a space parts them from it."""
    if text[start - 1 : start] != " ":
        return None
    led = before.search(text, max(0, start - _BACK), start)
    return whole.match(text, led.start()) if led else None


def _eastern(passage: Passage, match: re.Match[str], today: date | None) -> Iterator[Found]:
    if match["month_"]:
        yield from _day(passage, match, int(match["month_"]), match["day_"], None, today)
    elif match["day"]:
        yield from _certain(match, match["year"], int(match["month"]), match["day"])
    elif match["month"]:
        if 1 <= int(match["month"]) <= 12:
            yield Found(*match.span(), f"{match['year']}-{int(match['month']):02}", None, "a month with its year", 0.95)
    else:
        yield Found(*match.span(), match["year"], None, "a year", 0.9)


def _certain(match: re.Match[str], year: str, month: int, day: str, last: str | None = None) -> Iterator[Found]:
    value = iso(int(year), month, int(day))
    to = iso(int(year), month, int(last)) if last else None
    if value and (to or not last):
        yield Found(*match.span(), value, to, "a date in full", 0.97)


def _day(
    passage: Passage, match: re.Match[str], month: int, day: str, last: str | None, today: date | None
) -> Iterator[Found]:
    """A day and its month: with the year certain, without it only near the day of publication."""
    if year := match.groupdict().get("year"):
        yield from _certain(match, year, month, day, last)
        return
    if not iso(2000, month, int(day)) or (last and int(last) <= int(day)):
        return
    near = None
    if today and not _HISTORY.match(passage.text, match.end()):
        years = (
            date(y, month, int(day)) for y in (today.year - 1, today.year, today.year + 1) if iso(y, month, int(day))
        )
        near = min(years, key=lambda one: abs((one - today).days))
        tense = _relative.tense(passage, match.start())
        wrong = (tense == "past" and near > today) or (tense == "future" and near < today)
        near = None if wrong or abs((near - today).days) > _NEAR else near
    if near is None:
        yield Found(*match.span(), None, None, "a day without its year", 0.6)
        return
    to = iso(near.year, month, int(last)) if last else None
    yield Found(*match.span(), near.isoformat(), to, "a day without its year, near the day of publication", 0.85)


def iso(year: int, month: int, day: int) -> str | None:
    """The ISO 8601 form of a day; None where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str, language: str) -> int | None:
    """The month that a word names in the language of the article; in English only with a capital."""
    if language == "en":
        return _ENGLISH.get(name.lower()) if name[0].isupper() else None
    from newsexport.datewords import fold, month, primary

    return month(fold(name), primary(language))
