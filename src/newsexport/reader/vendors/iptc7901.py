"""IPTC 7901: a header line and a keyword line, then the text under lines that end with "=" (dpa, AFP, Reuters and others)."""

from __future__ import annotations

import re

from newsexport.model import Article, Byline, Moment
from newsexport.patterns import lazy
from newsexport.reader import _bylines, _marks
from newsexport.reader._dates import find_date
from newsexport.reader._draft import Draft
from newsexport.reader._formats import Source
from newsexport.reader._lines import Chunk, Line, filled, is_capitals, weight
from newsexport.reader.vendors._export import keep, paragraphs, placed, story, understood
from newsexport.reader.vendors._wire import Message, check_whole, received, shown_as

_SNIFF = lazy("[^\x01\x02\x03]{0,40}\x01[^\x01\x02\x03]{0,400}\x02[^^]")
# 7901 clause 4: source and number, priority, category, words, then what the agency likes.
_HEADER = lazy(r"[A-Za-z]{0,6}[0-9]{1,6} +[0-9] +[A-Za-z]{1,5} +[0-9]{1,5}\b(?P<rest>.{0,80})")
_AGENCY = lazy(r"(?P<agency>[A-Za-z][A-Za-z-]{1,12}) +[0-9]{1,6} *\Z")
_SENT = lazy(
    r"(?P<day>[0-3][0-9])(?P<hour>[0-2][0-9])(?P<minute>[0-5][0-9]) (?:(?:GMT|UTC|Z) )?(?P<month>[^\W\d_]{3,4})\.? (?P<year>[0-9]{2})\b"
)
_INTERNAL = lazy(
    r"(?:#{1,2} )?(?:[a-z]{2,5}[ -])?(?:notebook|notizblock)\Z|.{0,60}not (?:intended )?for publication|.{0,60}nicht zur veröffentlichung",
    re.IGNORECASE,
)
_INITIALS = lazy(r"[a-z]{2,5}(?: [a-z]{2,4}){1,6}\Z")
_BY = ("by ", "von ", "par ", "por ", "di ")
_TITLES = 14  # lines between the beginning of the text and the sign that ends the titles


def sniff(text: str) -> bool:
    """Whether SOH opens a header, and STX a text whose first line has no ANPA mark."""
    return bool(_SNIFF.match(text[:600]))


def parse(source: Source) -> tuple[Article, ...]:
    """Every message as an article."""
    export, messages = received(source)
    found = []
    for message in messages:
        draft = export.draft()
        _heading(draft, message)
        body = _titles(draft, message.text)
        if body is None:
            story(draft, message.text, export, headed=False)
        else:
            chunks = _story(draft, paragraphs(draft, body, export))
            placed(draft, understood(draft, chunks))
        _trailer(draft, message)
        check_whole(draft, message)
        found.append(export.article(draft, message.lines, "IPTC 7901 wire"))
    return tuple(found)


def _heading(draft: Draft, message: Message) -> None:
    """Header and keyword lines; the first is the header, however an agency fills it."""
    for at, line in enumerate(filled(message.heading)):
        header = _HEADER.match(line.text)
        if header or at == 0:
            agency = _AGENCY.search(header["rest"]) if header else None
            if agency:
                draft.fields.setdefault("source", agency["agency"])
            draft.mark("wire header", (line.number, line.number), line.raw, "number, priority, category, words, agency")
        elif line.text and not draft.has("slug"):
            draft.take("slug", line.text.rstrip("/ "), Chunk.of([line]), "the keyword line of the transmission")
        else:
            keep(draft, [line], "wire header", "stands in the heading of the transmission")


def _titles(draft: Draft, lines: list[Line]) -> list[Line] | None:
    """The lines below the titles, when those are taken; None when no sign ends them."""
    shown = list(filled(lines))[:_TITLES]
    last = next((at for at, line in enumerate(shown) if line.text.endswith("=")), None)
    if last is None:
        return None
    titles = [shown_as(line, line.text.rstrip("= ")) for line in shown[: last + 1]]
    names: list[Chunk] = []
    for at, title in enumerate(titles):
        last_title = at == len(titles) - 1
        if names and last_title and title.text.casefold().startswith(_BY):
            authors = _bylines.people(title.text.partition(" ")[2], sure=True)
            draft.take("byline", Byline(title.text, authors), title, "a word for authorship below the headline")
        elif not _beside(draft, title, last=last_title and not names):
            names.append(title)
    if names:
        draft.take("headline", " ".join(name.text for name in names), names[0], "the title lines above the sign =")
    for name in names[1:]:
        draft.mark("headline", name.lines, name.raw, "goes on with the headline")
    below = lines.index(shown[last]) + 1
    return lines[below:]


def _beside(draft: Draft, title: Chunk, *, last: bool) -> bool:
    """Take a line of the titles that is a kicker, a note of the desk or the byline."""
    text = title.text
    if not text:
        draft.mark("title mark", title.lines, title.raw, "ends the titles")
    elif last:
        return False
    elif made := _bylines.byline(text):
        draft.take("byline", made, title, "a word for authorship among the titles")
    elif text[0] == "(" and text[-1] == ")":
        draft.note(title, "editor", "in brackets above the headline")
    elif is_capitals(text) and weight(text) <= 30 and not draft.has("headline"):
        above = draft.fields.get("kicker")
        draft.take("kicker", f"{above} {text}" if above else text, title, "a few words in capitals above the headline")
    else:
        return False
    return True


def _story(draft: Draft, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks above what the desk adds for its customers only; that becomes notes."""
    at = next((at for at, chunk in enumerate(chunks) if at and _INTERNAL.match(chunk.head)), len(chunks))
    drawn = at < len(chunks) and _marks.rule(chunks[at - 1].text)
    for chunk in chunks[at:]:
        if _INITIALS.match(chunk.head) and not draft.has("signoff"):
            draft.take("signoff", chunk.text, chunk, "initials of a desk")
        else:
            draft.note(chunk, "editor", "the desk's notes for its customers")
    if drawn:
        rule = chunks[at - 1]
        draft.mark("rule", rule.lines, rule.raw, "parts the story from the desk's notes")
    return chunks[: at - 1 if drawn else at]


def _trailer(draft: Draft, message: Message) -> None:
    """The time of the transmission, day first: 212101 GMT Nov 18 is the 21st, 21:01."""
    for line in filled(message.trailer):
        found = _SENT.match(line.text)
        day = find_date(f"{found['day']} {found['month']} 20{found['year']}") if found else None
        if found and day and day.value and not draft.has("published"):
            moment = Moment(found.group(), f"{day.value}T{found['hour']}:{found['minute']}Z")
            draft.take("published", moment, Chunk.of([line]), "when the transmission was sent", 0.9)
        else:
            keep(draft, [line], "wire trailer", "stands below the transmission")
