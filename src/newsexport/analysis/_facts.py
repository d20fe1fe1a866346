"""What analysis derives from an article, as values."""

from __future__ import annotations

from newsexport.records import Literal, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Kind: TypeAlias = Literal["direct", "fragment", "scare", "title", "nested", "dialogue"]
FigureKind: TypeAlias = Literal["money", "percent", "points", "count", "vote", "measure", "range", "change"]
Segment: TypeAlias = tuple[int, int, int]


class Attribution(Record, kw_only=True):
    """Who says a quotation, as the article tells it, and the rule that found it.

    `name` is the longest form of the speaker's name in the article, of a role name the words as printed; None where a
    pronoun could mean several people: `candidate` is then the person named last. `cue` is the verb or sign of saying.
    `segment` is where the speaker's words stand, `rule` and `confidence` are those of the attribution.
    """

    name: str | None
    role: str | None = None
    candidate: str | None = None
    cue: str
    rule: str
    confidence: float
    segment: Segment


class Quotation(Record, kw_only=True):
    """Words of somebody else: what they are, who says them, the rule that found them and where they stand.

    `speaker` is as printed at the verb of saying, `attribution` who that is; both None where it is doubtful.
    `text` is without the outer marks; segments are joined by a space, or by a line feed where a paragraph ends.
    `style` is the pair of marks as printed; one that is not `closed` ends with its paragraph.
    A segment is block, start, end: characters of `Article.blocks[block]`, marks included, end exclusive. They count in
    the block's text; of a list or factbox, in its pieces (`model.texts`) joined by line feeds.
    """

    text: str
    kind: Kind
    closed: bool
    speaker: str | None = None
    style: str
    rule: str
    confidence: float
    segments: tuple[Segment, ...]
    attribution: Attribution | None = None


class Mention(Record, kw_only=True):
    """A person, organisation or place that an article names: the longest form of the name, how often, and where."""

    name: str
    role: str | None = None
    count: int
    segments: tuple[Segment, ...]


class KeyFigure(Record, kw_only=True):
    """A number that the story turns on, as printed and as understood.

    `value` is in whole units, the scale multiplied in ("£4.5bn" is 4500000000.0); `to` is the second value of a range,
    a vote ("312-208") or a change ("from 3% to 4%"); a change of one value ("down 12%") is signed. `unit` is an
    ISO 4217 code, "%", "pp" (percentage points), "bp" (basis points) or the symbol of a measure ("km"); `noun` is what a
    count counts ("people"). `segments` are all places where the same figure is printed; `sentence` is that of the first.
    """

    text: str
    kind: FigureKind
    value: float
    to: float | None = None
    unit: str | None = None
    noun: str | None = None
    sentence: str
    rule: str
    confidence: float
    segments: tuple[Segment, ...]


OWN_LIST = "the article's own list"  # the rule of key points that the writer gives


class KeyPoint(Record, kw_only=True):
    """A sentence of the article, word for word, that says what matters, and why it was chosen."""

    text: str
    rule: str
    confidence: float
    segments: tuple[Segment, ...]


class StatedDate(Record, kw_only=True):
    """A date that the text states: as printed, the sentence, and the ISO 8601 value where it is certain.

    `value` is as exact as the text is: "2024", "2024-05" or "2024-05-12"; `to` is the last day of a range.
    """

    text: str
    value: str | None = None
    to: str | None = None
    sentence: str
    rule: str
    confidence: float
    segments: tuple[Segment, ...]


class Facts(Record):
    """What an article's text tells.

    Words (scripts without spaces count by characters), minutes, quotations and key points in reading order, figures by
    rank, dates by value, names by how often they stand.
    """

    words: int
    reading_minutes: int
    quotes: tuple[Quotation, ...]
    figures: tuple[KeyFigure, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    timeline: tuple[StatedDate, ...] = ()
    people: tuple[Mention, ...] = ()
    organisations: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
