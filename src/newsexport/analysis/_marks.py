"""The marks of a paragraph, and what stands left and right of each: quotation marks told from apostrophes and inches."""

from __future__ import annotations

from newsexport.analysis.length import has_dense
from newsexport.patterns import lazy, places
from newsexport.records import NamedTuple, Record

_DOUBLED = frozenset({"``", "''"})
SINGLE = frozenset("'’‘‚`´＇")
ANY = frozenset("\"„“”‟«»‹›「」『』《》〈〉｢｣〝〞〟＂״'’‘‚`´＇")
_BEFORE = frozenset("([{¿¡—–-―/|_*")
_AFTER = frozenset(".,;:!?…)]}—–-―/|_*،؛؟。，、！？；：）】।")
_ADJACENT = 3  # marks in a row that are looked past


class Mark(NamedTuple):
    """A mark, and whether what opens (space, bracket) stands left and what closes (space, stop) stands right of it."""

    sign: str
    start: int
    left: bool
    right: bool
    before: str
    after: str

    @property
    def end(self) -> int:
        """Where the text after the mark begins."""
        return self.start + len(self.sign)

    @property
    def opening(self) -> bool:
        """Whether it stands as only an opening mark does."""
        return self.left and not self.right

    @property
    def closing(self) -> bool:
        """Whether it stands as only a closing mark does."""
        return self.right and not self.left


def marks(text: str) -> list[Mark]:
    """The marks of a text in order; apostrophes inside words are not among them."""
    found: list[Mark] = []
    end = 0
    for start in places(text, ANY):
        if start >= end:
            end = start + (2 if text[start : start + 2] in _DOUBLED else 1)
            if end - start == 2 or text[start] not in SINGLE or not _inside_word(text, start):
                found.append(_mark(text, start, text[start:end]))
    return found


def _inside_word(text: str, place: int) -> bool:
    """Whether a mark stands between two letters, of a script that writes with spaces."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if before.isascii() and after.isascii():
        return before.isalpha() and after.isalpha()
    return _letter(before) and _letter(after) and not (has_dense(before) or has_dense(after))


def _letter(char: str) -> bool:
    return char.isalnum() and not char.isdecimal()


def _mark(text: str, start: int, sign: str) -> Mark:
    end = start + len(sign)
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before in ANY or after in ANY:
        before, after = _past(text, start - 1, -1), _past(text, end, 1)
    left = not before or before.isspace() or before in _BEFORE
    right = not after or after.isspace() or after in _AFTER
    return Mark(sign, start, left, right, before, after)


def _past(text: str, place: int, step: int) -> str:
    """The first character that is no mark, going by `step`; empty at the end of the text."""
    for _ in range(_ADJACENT):
        if not 0 <= place < len(text):
            return ""
        if text[place] not in ANY:
            break
        place += step
    return text[place] if 0 <= place < len(text) else ""


# ------------------------------------------------------------------ single marks and apostrophes

_ELIDED = frozenset("em tis twas til till cause cos cuz coz bout round neath fraid ere un n s t k m ndrangheta".split())
_WORD = lazy(r"\w*")
_YEAR = lazy(r".\d\d(?!\d)")
_OWNING = ("s", "x", "z", "in", "an")  # ends of words after which a mark may be an apostrophe: owners', goin', an'
_SHORT = lazy(r"\b(?:p?o|th)\Z")  # words: o', po', th'
_SENTENCE_END = lazy(r"[.!?]\s")
_LOOSE = 80  # characters that a straight mark and a doubtful close may hold


class Singles(Record, frozen=False):
    """Which single marks of a paragraph open, and which close which: `partner` leads from a close to its opening."""

    text: str
    opens: set[int]
    partner: dict[int, int]
    typed: bool
    _open: Mark | None = None
    _doubtful: Mark | None = None
    _weak: bool = False

    def see(self, mark: Mark) -> None:
        """Take the next single mark of the text."""
        if self._open and self._closes(mark):
            if not self._possessive(mark):
                self._pair(mark)
            elif not self._weak:
                self._doubtful = self._doubtful or mark
        elif self._begins(mark) and not self._elided(mark):
            self._begin(mark)

    def _begin(self, mark: Mark) -> None:
        weak = mark.sign in "’´" or bool(_YEAR.match(self.text, mark.start))
        if weak and (self._open or (self.typed and mark.sign == "’")):
            return
        self.settle("")
        self._open, self._doubtful, self._weak = mark, None, weak

    def _begins(self, mark: Mark) -> bool:
        if mark.sign in "‘‚":
            return not mark.closing
        if mark.sign == "`":
            return mark.opening and "'" in self.text
        return mark.opening or (not mark.left and not mark.right and _dense(mark))

    def _closes(self, mark: Mark) -> bool:
        if not self._open or mark.sign in "‚`" or mark.opening:
            return False
        if mark.sign == "‘":
            return self._open.sign == "‚" or mark.closing
        if mark.before.isdigit() and mark.after and self.text[mark.end : mark.end + 2].strip()[:1].isdigit():
            return False
        return mark.right or _dense(mark)

    def _possessive(self, mark: Mark) -> bool:
        if not mark.after.isspace():
            return False
        word = self.text[max(0, mark.start - 3) : mark.start].lower()
        return word.endswith(_OWNING) or (word.endswith(("o", "th")) and bool(_SHORT.search(word)))

    def _elided(self, mark: Mark) -> bool:
        """Whether a mark stands for letters left out: 'twas, the '90s."""
        found = _WORD.match(self.text, mark.end)
        word = found[0].lower() if found else ""
        return word in _ELIDED or (word[:2].isdecimal() and word[2:] == "s")

    def _pair(self, mark: Mark) -> None:
        if self._open:
            self.opens.add(self._open.start)
            self.partner[mark.start] = self._open.start
        self._open = self._doubtful = None

    def settle(self, following: str) -> None:
        """End a stretch: a doubtful close counts if nothing better came; an opening without one stays if speech begins.

        `following` is how the next paragraph begins: with the same mark, the quotation runs on.
        """
        opened, doubtful = self._open, self._doubtful
        if not opened or self._weak:
            self._open = None
        elif following == opened.sign:
            self.opens.add(opened.start)
        elif doubtful and self._near(opened, doubtful):
            self._pair(doubtful)
        elif not doubtful and self._speech(opened):
            self.opens.add(opened.start)
        self._open = None

    def _near(self, opened: Mark, doubtful: Mark) -> bool:
        if opened.sign in "‘‚":
            return True
        within = self.text[opened.end : doubtful.start]
        return len(within) <= _LOOSE and not _SENTENCE_END.search(within)

    def _speech(self, opened: Mark) -> bool:
        head = self.text[max(0, opened.start - 3) : opened.start].rstrip()
        return (not opened.before or head[-1:] in {":", ","}) and opened.after.isalpha() and not opened.after.islower()


def singles(text: str, found: list[Mark], following: str) -> Singles:
    """The single marks among those found that are quotation marks."""
    result = Singles(text, set(), {}, "‘" in text)
    for mark in found:
        if mark.sign in SINGLE:
            result.see(mark)
    result.settle(following)
    return result


def _dense(mark: Mark) -> bool:
    return any("\u0e00" <= char <= "\u0e7f" or "\u3040" <= char <= "\ud7af" for char in (mark.before, mark.after))
