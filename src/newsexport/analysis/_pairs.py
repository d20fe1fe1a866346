"""Opening and closing marks of a paragraph, paired: every style, mixtures, nesting, and marks that have no partner."""

from __future__ import annotations

from newsexport.analysis._kinds import CUES
from newsexport.analysis._marks import SINGLE, Mark, marks, singles
from newsexport.analysis.length import has_dense
from newsexport.patterns import lazy
from newsexport.records import NamedTuple

# What closes an opening mark wherever it stands, and what does so where it does not stand as an opening mark.
_ALWAYS = {
    "“": "”〞",
    "„": "”‟",
    "‟": "”",
    "«": "»",
    "‹": "›",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "｢": "｣",
    "〝": "〟〞",
    "``": "''”",
    '"': "”",
}
_PERHAPS = {
    "“": '"',
    "”": '”"',
    "„": '“"',
    "‟": '"',
    "``": '"',
    '"': '"',
    "＂": "＂",
    "״": '״"',
    "''": "''",
    "»": "«»",
    "›": "‹›",
}
_SLOPPY = {
    ("“", "“"),
    ('"', "“"),
    ("”", "“"),
    ("«", "«"),
}  # typing slips: they close where only a closing mark can stand
_FIXED = frozenset("「『《〈｢〝") | {"``"}
_OPENING = frozenset("“„‟«‹")
_TURNED = frozenset("”»›")  # they open in Swedish, Finnish, German and Danish
_CONTINUED = {"«": "»", "“": "”"}  # French and Spanish begin the next paragraph with the closing mark
_FEET = lazy(r"\d\s?['’′]\s?\d{1,2}\Z")
_PREFIX = lazy(r"(?:\A|[\s(־-])[והבכלמש]{1,3}\Z")
_HEBREW = lazy(r"[\u05d0-\u05ea]{2}")
_DEPTH = 6  # quotations within quotations; an older opening mark is let go
_TAIL, _TAIL_WORDS = 60, 5  # characters and words of `, said the mayor of Vale.`
_AHEAD = 8  # marks to look ahead for a better close than `12"`


class Pair(NamedTuple):
    """A stretch of text between an opening mark at `start` and a closing one that ends at `end`.

    `inside` is the first and the last character between; `within` counts the pairs around it. A pair that is not
    `closed` ends with its paragraph; one that is `resumed` began in an earlier paragraph.
    """

    start: int
    end: int
    inside: tuple[int, int]
    style: str
    closed: bool = True
    resumed: bool = False
    within: int = 0


class _Opened(NamedTuple):
    mark: Mark
    sign: str
    weak: bool = False
    resumed: bool = False


def resumes(text: str, sign: str) -> bool:
    """Whether a paragraph takes up again the quotation that `sign` opened in the one before."""
    head = text.lstrip()
    return bool(sign) and (head.startswith(sign) or head[:1] == _CONTINUED.get(sign, " "))


def pairs(text: str, *, resumed: str = "", following: str = "", repeated: str = "") -> list[Pair]:
    """The pairs of a paragraph, outer ones before what they hold; at most one, an outer one, is not closed.

    `resumed` is the mark that an earlier paragraph left open and this one takes up, `following` the text of the next
    paragraph, `repeated` a mark that begins every line and so opens only once.
    """
    found = marks(text)
    if not found:
        return []
    pass_ = _Pass(text, found, following, repeated)
    if resumed and not text[: found[0].start].strip():
        pass_.take_up(resumed)
    return pass_.run()


class _Pass:
    """One walk over the marks of a paragraph with a stack of what is open."""

    def __init__(self, text: str, found: list[Mark], following: str, repeated: str) -> None:
        self.text, self.found, self.repeated = text, found, repeated
        self.following = following.lstrip()
        self.singles = singles(text, found, self.following[:1])
        self.stack: list[_Opened] = []
        self.done: list[Pair] = []
        self.first = 0

    def take_up(self, sign: str) -> None:
        """Begin within the quotation that an earlier paragraph left open."""
        self.stack.append(_Opened(self.found[0], sign, resumed=True))
        self.singles.opens.discard(self.found[0].start)
        self.first = 1

    def run(self) -> list[Pair]:
        """Every pair, sorted and with its depth."""
        for place in range(self.first, len(self.found)):
            mark = self.found[place]
            if mark.sign in SINGLE:
                self.single(mark)
            else:
                self.double(mark, place)
        self.leave()
        return _nested(self.done)

    def single(self, mark: Mark) -> None:
        """Open or close as the single marks were settled."""
        if mark.start in self.singles.opens:
            self.push(_Opened(mark, mark.sign))
            return
        start = self.singles.partner.get(mark.start)
        for place in range(len(self.stack) - 1, -1, -1):
            if self.stack[place].mark.start == start:
                self.close(place, mark)
                return

    def double(self, mark: Mark, place: int) -> None:
        """Close what a double mark can close, or open."""
        for at in range(len(self.stack) - 1, -1, -1):
            if _closes(self.stack[at], mark):
                if not self.inches(mark, place) and not _doubled(self.stack[at], mark):
                    self.close(at, mark)
                return
        if mark.sign == self.repeated and self.stack:
            return
        if (weak := self.weakness(mark)) is not None:
            self.push(_Opened(mark, mark.sign, weak))

    def inches(self, mark: Mark, place: int) -> bool:
        """Whether a straight mark after a digit measures: feet stand before it, or a better close comes next."""
        if mark.sign != '"' or not mark.before.isdigit():
            return False
        if _FEET.search(self.text, max(0, mark.start - 8), mark.start):
            return True
        later = self.found[place + 1 : place + 1 + _AHEAD]
        return next((other.closing for other in later if other.sign == '"'), False)

    def weakness(self, mark: Mark) -> bool | None:
        """None where the mark cannot open; else whether the opening is doubtful and falls without a close."""
        if mark.sign in _FIXED:
            return False
        if mark.sign in _OPENING:
            return (True if mark.sign == "«" and self.text[mark.start - 1] in "'’" else None) if mark.closing else False
        if mark.sign in _TURNED:
            return False if mark.opening else None
        if mark.sign not in _PERHAPS:
            return None
        return self.misplaced(mark) if mark.closing else self.straight(mark)

    def misplaced(self, mark: Mark) -> bool | None:
        """`he said," Go home"`: after a comma and before a capital a mark without a partner may open."""
        after = self.text[mark.end : mark.end + 2].lstrip()[:1]
        return True if mark.before in {",", ":"} and (after.isupper() or after == "[") else None

    def straight(self, mark: Mark) -> bool | None:
        if mark.left:
            return mark.right and not self.text[mark.end : mark.end + 1].startswith((".", "…"))
        if has_dense(mark.before) or has_dense(mark.after):
            return False
        if not mark.before.isalnum():
            return True
        if self.text[mark.start - 1] in "'’":  # l'"amico"
            return True
        if "\u0620" <= mark.before <= "\u06ff":
            return True
        before = self.text[max(0, mark.start - 4) : mark.start]
        return True if _PREFIX.search(before) and _HEBREW.match(self.text, mark.end) else None

    def push(self, opened: _Opened) -> None:
        """Open; past the deepest nesting the oldest opening mark is let go."""
        self.stack.append(opened)
        if len(self.stack) > _DEPTH:
            del self.stack[0]

    def close(self, place: int, mark: Mark) -> None:
        """Close the opening at `place`; what was opened after it and never closed is let go."""
        opened = self.stack[place]
        del self.stack[place:]
        inside = (opened.mark.end, mark.start)
        self.done.append(Pair(opened.mark.start, mark.end, inside, opened.sign + mark.sign, True, opened.resumed))

    def leave(self) -> None:
        """At the end of the paragraph keep the one opening mark that may run on; let odd ones go."""
        open_ = [opened for opened in self.stack if not opened.weak]
        if not open_:
            return
        single = open_[0].sign in SINGLE
        kept = next(opened for opened in reversed(open_) if (opened.sign in SINGLE) == single)
        end = _said(self.text, kept.mark.end) or len(self.text.rstrip())
        if self.odd(kept, end) and not kept.resumed and not resumes(self.following, kept.sign):
            return
        self.done.append(Pair(kept.mark.start, end, (kept.mark.end, end), kept.sign, False, kept.resumed))

    def odd(self, opened: _Opened, end: int) -> bool:
        """Whether a mark without a close is one too many: a like pair came after it, or another holds all its words."""
        later = [pair for pair in self.done if pair.start > opened.mark.start]
        return any(
            pair.style[0] == opened.sign[0] or (pair.start, pair.end) == (opened.mark.end, end) for pair in later
        )


def _said(text: str, start: int) -> int:
    """Where speech ends whose closing mark was forgotten before `, she said.` at the end of a paragraph; else 0."""
    comma = text.rfind(",", start, len(text) - 1)
    tail = text[comma + 1 :].rstrip(". \n").split() if comma >= max(start, len(text) - _TAIL) else []
    return comma + 1 if 1 < len(tail) <= _TAIL_WORDS and not CUES.isdisjoint((tail[0], tail[-1])) else 0


def _doubled(opened: _Opened, mark: Mark) -> bool:
    """Whether it stands at once after the opening mark, before a word: `“”We`."""
    return mark.start == opened.mark.end and not mark.right


def _closes(opened: _Opened, mark: Mark) -> bool:
    if mark.sign in _ALWAYS.get(opened.sign, ()):
        return True
    if mark.sign in _PERHAPS.get(opened.sign, ()):
        return not mark.opening and not _inside_word(mark)
    spaced = mark.left and mark.right and opened.mark.right
    return (mark.closing or spaced) and (opened.sign, mark.sign) in _SLOPPY


def _inside_word(mark: Mark) -> bool:
    """Hebrew writes initials with a mark before their last letter."""
    return "\u05d0" <= mark.before <= "\u05ea" and "\u05d0" <= mark.after <= "\u05ea"


def _nested(done: list[Pair]) -> list[Pair]:
    result: list[Pair] = []
    around: list[int] = []
    for pair in sorted(done, key=lambda pair: (pair.start, -pair.end)):
        while around and around[-1] <= pair.start:
            around.pop()
        result.append(pair._replace(within=len(around)) if around else pair)
        around.append(pair.end)
    return result
