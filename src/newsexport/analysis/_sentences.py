"""The sentences of an article's body, in any script that marks their end, and where they stand."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator

from newsexport.analysis._kinds import CUES
from newsexport.model import Article, Factbox, ListBlock, Paragraph, texts
from newsexport.patterns import lazy, typed
from newsexport.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

_STOPS = r"[.!?…\u0964\u0965\u06d4\u061f\u1362\u104b\u0589\u17d4。！？｡\n]"
_CLOSING = r"(?:[\u00a0\u202f ]?»|[\"'”’“)\]）」』»›》])*"
_END = lazy(rf"{_STOPS}{_STOPS}*+{_CLOSING}")
_PLAIN_END = lazy(r"[.!?\n][.!?\n]*+[\"')\]]*")  # the same in ASCII, found and made ready faster
_DENSE = frozenset("。！？｡")
_DIGITS = lazy(r"\d+")
_PLAIN_DIGITS = lazy(r"[0-9]+")  # the same in ASCII, looked up faster
_WORD = lazy(r"[^\W\d_]+")
_LEADING = " \t\n\r\u00a0\u2009\u202f\"'“‘«„¿¡(["  # before the word after a stop
_TRAILING = ",.;:!?’'"  # what ends it
_BEFORE = 24  # characters of the word before a stop
_LONG = 1200  # characters of a sentence that are shown
_REACH = 40  # characters after a quotation that hold `she asked`

# Never the last word of a sentence, and seldom: then the next word decides.
_TITLES = frozenset(
    "mr mrs ms drs dr profs prof sens sen reps rep govs gov gen col lt sgt capt cmdr adm maj rev hon st ste mt ft no nos vs art pp cf ca vol fig hr "
    "nr bzw abs sog vgl ggf usw inkl dipl ing sr sra dra dña mme mlle mm me avv dott sig им ул проф см рис стр акад".split()
)
_ABBREVIATED = frozenset(
    "inc ltd co corp bros jr etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun approx est dept "
    "ave blvd rd tel ext mio mrd mld bn тыс млн млрд трлн руб долл гг".split()
)
_STARTERS = frozenset(
    "the a an it he she they we i you this that these those there in on at but and for from with when while if as after "
    "before since until under over his her their its our my no not one some many most all both each more about what who "
    "how why where however meanwhile although because despite during according".split()
)
# Languages that write "12." for "12th".
_ORDINAL = frozenset("de da no nb nn fi cs sk hu pl sl hr sr bs et lv lt is lb sq az".split())


class Passage(NamedTuple):
    """A paragraph or an entry of a list: its block, where it begins in the block's text, its sentences and runs of digits.

    `plain` is its text as a typewriter has it, character by character.
    """

    block: int
    offset: int
    text: str
    plain: str
    sentences: tuple[Span, ...]
    item: bool
    digits: list[Span]

    def around(self, place: int) -> Span:
        """The sentence that a character stands in."""
        at = bisect(self.sentences, (place, len(self.text)))
        before = self.sentences[at - 1]
        return before if at and before[1] > place else self.sentences[min(at, len(self.sentences) - 1)]

    def sentence(self, place: int) -> str:
        """The words of that sentence; of one without end, those around the character."""
        start, end = self.around(place)
        if end - start > _LONG:
            start, end = max(start, place - _LONG // 2), min(end, place + _LONG // 2)
        return self.text[start:end]


def passages(article: Article) -> list[Passage]:
    """The paragraphs and entries of lists that have text, in reading order."""
    short = (article.language or "").partition("-")[0].lower()
    return [
        Passage(block, offset, text, plain, tuple(sentences(text, short, plain)), item, digits(plain))
        for block, offset, text, item in _pieces(article)
        if not text.isspace()
        for plain in [typed(text)]
    ]


def digits(text: str) -> list[Span]:
    """Where the runs of digits of a text stand."""
    plain = text.isascii()
    if plain:
        for digit in "1203456789":  # looking for ten signs is faster than looking at each
            if digit in text:
                break
        else:
            return []
    return [run.span() for run in (_PLAIN_DIGITS if plain else _DIGITS).finditer(text)]


def _pieces(article: Article) -> Iterator[tuple[int, int, str, bool]]:
    for number, block in enumerate(article.blocks):
        if isinstance(block, Paragraph):
            if block.text:
                yield number, 0, block.text, False
        elif isinstance(block, ListBlock | Factbox):
            offset = 0
            for place, (text, _) in enumerate(texts(block)):
                if text and not (place == 0 and isinstance(block, Factbox) and block.title):
                    yield number, offset, text, True
                offset += len(text) + 1


def sentences(text: str, language: str = "", plain: str = "") -> Iterator[Span]:
    """The spans of a text's sentences, without the white space between them; in linear time.

    `plain` is the text as a typewriter has it, where that is known.
    """
    start, plain = 0, plain or text
    for stop in (_PLAIN_END if plain.isascii() else _END).finditer(plain):
        at, end = stop.span()
        if _ends(text, at, end, language):
            if span := _trimmed(text, start, end):
                yield span
            start = end
    if start < len(text) and (span := _trimmed(text, start, len(text))):
        yield span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    if text[start] == " " and end - start > 1:
        start += 1
    if not (text[start].isspace() or text[end - 1].isspace()):
        return start, end
    piece = text[start:end].lstrip()
    return (end - len(piece), end - len(piece) + len(piece.rstrip())) if piece else None


def _ends(text: str, start: int, end: int, language: str) -> bool:
    """Whether the stop at `start` ends a sentence, and not an abbreviation, an ordinal or speech that goes on."""
    sign, after, last = text[start], text[end : end + 1], text[end - 1]
    if not after:
        return True
    if sign in _DENSE:
        return last in _DENSE or not after.isalnum()
    if sign == "\n" or last == "\n":
        return True
    if not after.isspace():
        return False
    if sign not in ".!?…":
        return True
    first = text[end + 1 : end + 2]
    if not first.isalpha():
        first = _following(text, end)[:1]
    if first.islower():
        return False
    if end - start > 1 and last in "\"'”’“»" and _cue(text, end):
        return False
    return sign != "." or text[start + 1 : start + 2] == "." or not _abbreviates(text, start, end, language)


def _following(text: str, end: int) -> str:
    """The word that follows a stop which ends at `end`, the marks before it left out."""
    word = (text[end : end + 60].lstrip(_LEADING).split(None, 1) or [""])[0]
    for sign in _TRAILING:
        word = word[:1] + word[1:].partition(sign)[0]
    return word


def _cue(text: str, end: int) -> bool:
    return not CUES.isdisjoint(_WORD.findall(text, end, end + _REACH)[:4])


def _abbreviates(text: str, stop: int, end: int, language: str) -> bool:
    """Whether the word before a stop is an abbreviation or an ordinal; `end` is where the stop and its marks end."""
    before = text[max(0, stop - _BEFORE) : stop].rsplit(None, 1)
    word = before[-1].lstrip("(\"“‘'«[") if before else ""
    if len(word) == 1 and word.isalpha():
        return _following(text, end).lower() not in _STARTERS
    if word.isdecimal():
        return len(word) <= 2 and language in _ORDINAL
    lower = word.lower()
    if lower in _TITLES:
        return True
    if lower in _ABBREVIATED or ("." in word and not word[0].isdigit()):
        return _following(text, end).lower() not in _STARTERS
    return False
