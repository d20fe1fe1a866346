"""The organisations and places that an article names, the most mentioned first.

Read in English, where capitals tell names; in other languages only what everybody writes alike (EU, Nato), an acronym
behind its name in brackets, and the place of the dateline. What may be a person's name is neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from newsexport.analysis import _bodywords as bodies
from newsexport.analysis import _placewords as places
from newsexport.analysis._facts import Mention, Segment
from newsexport.analysis._sentences import Passage
from newsexport.model import Article
from newsexport.patterns import lazy
from newsexport.records import NamedTuple, Record, field

_CAP = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČĆ]"
_REST = r"[\w&-]*(?:(?:['’](?!s\b)(?=\w)|\.(?=\w)|(?<=\b[A-Z])\.(?=[A-Z]))[\w&-]*)*"
_NAME = rf"{_CAP}{_REST}"
_RUN = lazy(
    rf"{_CAP}(?<![\w@#/–-].){_REST}(?:(?: (?:of|for|on)(?: the)?)? {_NAME}| & {_NAME}| plc\b| and (?=Tobago|Herzegovina){_NAME}|(?<=\b[A-Z]\.[A-Z])\.){{0,12}}"
)
_JOINT = lazy(r" (?:of|for|on)(?: the)? ")
_MORE = lazy(rf"(?:, {_NAME})*,? and {_NAME}(?: {_NAME})*")
_BRACKETED = lazy(r" \((?P<letters>[A-Z][A-Za-z]{1,8})\)")
_ACRONYM = lazy(r"[A-Z]{2,7}s?|(?:[A-Z]\.){2,5}")
_SETTLED = lazy(
    r"(?:\b(?:city|town|village|port|capital|province|region|district|county|state|island|suburb|municipality|valley)(?: city)? of )\Z"
)
_IN = lazy(
    r"\b(?:in|near|outside|across|around|throughout|[Ii]n (?:northern|southern|eastern|western|central|downtown|nearby|neighbouring|neighboring))[ ]\Z",
    re.IGNORECASE,
)
_IN_ENDS = frozenset(("in ", "ar ", "de ", "ss ", "nd ", "ut ", "rn ", "al ", "wn ", "by ", "ng "))  # how it ends
_TOWARDS = lazy(
    r"\b(?:in|near|from|to|at|across|over|outside|of|with|between|into|leave|left|against|and|through) \Z",
    re.IGNORECASE,
)
_COUNTRY = lazy(rf", (?P<state>{_NAME}(?: {_NAME})?)")
_LED = lazy(r"[\w-]{1,60}-(?:based|controlled|administered|backed|led|run|owned|occupied|born) ")
_ACTING = lazy(
    r"(?:['’]s)? (?:said|says|announced|told|reported|confirmed|warned|added|officials?|spokes|chief|president|director|chair|members|investigators|"
    r"agents|troops|forces|leaders?|statement|report)\b"
)
_OPENERS = frozenset(
    """The A An In On At But And For From With When While If As After Before Since Until Under Over His Her Their Its Our My This That These Those There
    He She It They We You I Some Many Most All Both Each What Who How Why Where However Meanwhile Although Because Despite During According Not One
    Two Three Last Next Mr Mrs Ms Dr Sir By To Of So Yet Or Nor Then Now Also Here Earlier Later Today Yesterday Asked Former Speaking Among Between
    Against Across Only Even Like Nearly About Around Within Without Through Every Another Other Such More Several Following Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December""".split()
)
_NO_PLACE = frozenset(
    """January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Spring Summer
    Autumn Winter Christmas Easter Ramadan English French German Spanish Russian Chinese Arabic Hebrew Islam God Parliament Congress Senate Court Heaven
    Parliamentary Internet Facebook Twitter""".split()
)
_HALF = lazy(rf"({_NAME}) and \Z")  # of "Finance and Accounting Service" the front is missing
_WORDS = 7  # words of an organisation's name
_REPEATED = 2  # times that "in Vale" makes Vale a place


class _Named(Record, frozen=False):
    """A name, the forms it is printed in, and where."""

    forms: dict[str, int] = field(default_factory=dict)
    segments: list[Segment] = field(default_factory=list)
    unseen: int = 0  # mentions that stand in no block: the dateline

    def add(self, form: str, segment: Segment) -> None:
        self.forms[form] = self.forms.get(form, 0) + 1
        self.segments.append(segment)

    def mention(self) -> Mention:
        """The value: by its longest form."""
        name = max(self.forms, key=len)
        return Mention(name=name, count=len(self.segments) + self.unseen, segments=tuple(self.segments))


class _Run(NamedTuple):
    """Words in capitals, and where they stand in their paragraph."""

    passage: Passage
    start: int
    end: int
    text: str

    @property
    def segment(self) -> Segment:
        """Where they stand in the article."""
        return self.passage.block, self.passage.offset + self.start, self.passage.offset + self.end


def found(
    article: Article, read: Iterable[Passage], people: Iterable[Mention]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The organisations, and the places."""
    english = (article.language or "en").partition("-")[0].lower() == "en"
    runs = [run for passage in read if not passage.text.isupper() for run in _runs(passage)]
    aliases = dict(_introduced(runs, english=english))
    persons = {word for person in people for word in person.name.split()}
    organisations = _organisations(runs, aliases, persons, english=english)
    bodily = {form for one in organisations.values() for form in one.forms}
    taken = {segment for one in organisations.values() for segment in one.segments}
    rest = [run for run in runs if run.text not in bodily or run.segment not in taken]
    return _ordered(organisations), _ordered(_places(article, rest, persons) if english else _filed(article))


def _ordered(named: dict[str, _Named]) -> tuple[Mention, ...]:
    return tuple(sorted((one.mention() for one in named.values()), key=lambda one: (-one.count, one.segments[:1])))


def _runs(passage: Passage) -> Iterator[_Run]:
    """The names of a paragraph, without the word that only opens a sentence."""
    text = passage.text
    for match in _RUN.finditer(text):
        start, end = match.span()
        run = match[0]
        if " " not in run and "-" not in run:
            if run not in _OPENERS:
                yield _Run(passage, start, end, run)
            continue
        while (word := text[start:end].partition(" ")[0]) in _OPENERS and not text.startswith("The Hague", start):
            start += len(word) + 1
            if start >= end:
                break
        if "-" in run and (led := _LED.match(text, start, end)):
            start = led.end()
        if start >= end:
            continue
        if text[start:end].partition(" ")[0] in bodies.HEADS and (
            " of " in text[start:end] or " for " in text[start:end]
        ):
            more = _MORE.match(text, end)
            end = more.end() if more and more.end() - end < 60 else end
        yield from _cut(passage, start, end)


def _cut(passage: Passage, start: int, end: int) -> Iterator[_Run]:
    """The run as one name; parted at "of" or "for" where no organisation goes over it: "Roe of Vale"."""
    text = passage.text[start:end]
    joint = _JOINT.search(text) if " of " in text or " for " in text or " on " in text else None
    if (
        joint
        and text.partition(" ")[0] not in bodies.HEADS
        and text not in bodies.WELL_KNOWN
        and text not in places.KNOWN
    ) and bodies.HEADS.isdisjoint(text[: joint.start()].split()):
        yield _Run(passage, start, start + joint.start(), text[: joint.start()])
        yield from _cut(passage, start + joint.end(), end)
        return
    yield _Run(passage, start, end, text)


def _introduced(runs: Iterable[_Run], *, english: bool) -> Iterator[tuple[str, str]]:
    """Acronyms that stand in brackets behind their name: `Harbour Workers Union (HWU)`."""
    for run in runs:
        if not run.passage.text.startswith(" (", run.end):
            continue
        match = _BRACKETED.match(run.passage.text, run.end)
        words = [
            word for word in run.text.replace("-", " ").split() if word not in {"of", "for", "the", "and", "on", "&"}
        ]
        if (
            match
            and len(words) > 1
            and run.text not in places.KNOWN
            and "".join(word[0] for word in words).upper() == match["letters"].upper()
        ) and (not english or words[-1] in bodies.TAILS or words[0] in bodies.HEADS):
            yield match["letters"], run.text


# ------------------------------------------------------------------ organisations


def _organisations(runs: list[_Run], aliases: dict[str, str], persons: set[str], *, english: bool) -> dict[str, _Named]:
    named: dict[str, _Named] = {}
    doubtful: dict[str, _Named] = {}
    acting: set[str] = set()
    full = set(aliases.values())
    for run in runs:
        text = run.text
        key = aliases.get(text) or bodies.KNOWN.get(text)
        if key or text in full or text in bodies.WELL_KNOWN or (english and " " in text and _is_body(run, persons)):
            named.setdefault(key or text, _Named()).add(text, run.segment)
        elif (
            english
            and not text[1:2].islower()
            and _ACRONYM.fullmatch(text)
            and text.rstrip("s").replace(".", "") not in bodies.NO_BODY
        ):
            doubtful.setdefault(text, _Named()).add(text, run.segment)
            acting |= {text} if _acts(run) else set()
    return named | {name: one for name, one in doubtful.items() if name in acting and name not in places.KNOWN}


def _acts(run: _Run) -> bool:
    """Whether an acronym does what only a body does: it says, it has a chief."""
    return len(run.text) > 2 and bool(_ACTING.match(run.passage.text, run.end))


def _is_body(run: _Run, persons: set[str]) -> bool:
    """Whether words say by themselves that they are a body."""
    words = run.text.split()
    if not 2 <= len(words) <= _WORDS or run.text in places.KNOWN or run.text in bodies.ROOMS:
        return False
    if words[0] in bodies.HEADS and words[1] in {"of", "for"}:
        return True
    if words[-1] not in bodies.TAILS or persons.issuperset(words):
        return False
    half = _HALF.search(run.passage.text, max(0, run.start - 24), run.start)
    return not half or half[1] in bodies.TAILS


# ------------------------------------------------------------------ places


def _filed(article: Article) -> dict[str, _Named]:
    """The places of the dateline."""
    if not article.dateline:
        return {}
    sure = bool(article.dateline.agency) or article.dateline.raw.rstrip()[-1:] in "-–—_"
    filed = (place.title() if place.isupper() and len(place) > 3 else place for place in article.dateline.places)
    named = {
        place: _Named({place: 1}, [], 1) for place in filed if place in places.KNOWN or (sure and place[:1].isupper())
    }
    return {places.SAME.get(place, place): one for place, one in named.items()}


def _places(article: Article, runs: list[_Run], persons: set[str]) -> dict[str, _Named]:
    named = _filed(article)
    behind = [run for run in runs if run.passage.text[run.start - 1 : run.start] == " "]  # a word
    within = [run for run in behind if _is_entered(run)]
    entered = Counter(run.text for run in within)
    settled = {run.text for run in behind if _is_called_place(run)} | {run.text for run in within if _in_country(run)}
    for run in runs:
        name = run.text
        if name in places.DOUBTFUL:
            towards = _TOWARDS.search(run.passage.text, max(0, run.start - 16), run.start)
            known = name not in persons and bool(towards)
        elif name in places.KNOWN:
            known = name in places.STATES or name not in persons
        else:
            often = entered.get(name, 0) >= _REPEATED and len(name.split()) <= 3
            known = (often or name in settled or name in named) and _may_be_place(name, persons)
        if known:
            named.setdefault(places.SAME.get(name, name), _Named()).add(name, run.segment)
    return named


def _is_entered(run: _Run) -> bool:
    """Whether a name stands after "in", "near" or the like."""
    text, start = run.passage.text, run.start
    led = text[start - 3 : start].lower() if start > 2 else ""
    return led in _IN_ENDS and bool(_IN.search(text, max(0, start - 24), start))


def _is_called_place(run: _Run) -> bool:
    """Whether the words before a name call it a place: "the town of Vale"."""
    text, start = run.passage.text, run.start
    return text.endswith("of ", 0, start) and bool(_SETTLED.search(text, max(0, start - 24), start))


def _in_country(run: _Run) -> bool:
    """Whether a country or state follows a name: "Vale, Norway"."""
    after = _COUNTRY.match(run.passage.text, run.end)
    return bool(after) and (after["state"] in places.KNOWN or after["state"].split()[0] in places.KNOWN)  # type: ignore[index]


def _may_be_place(name: str, persons: set[str]) -> bool:
    words = name.split()
    if _ACRONYM.fullmatch(name) or not persons.isdisjoint(words) or not _NO_PLACE.isdisjoint(words):
        return False
    return len(name) > 2 and words[-1] not in bodies.TAILS and words[0] not in bodies.HEADS
