"""The marks of a paragraph, and what stands left and right of each: quotation marks told from apostrophes and inches."""

from __future__ import annotations

import re

from newsexport.analysis.length import DENSE, has_dense
from newsexport.patterns import lazy
from newsexport.records import NamedTuple, open_record

_LETTER = r"[^\W\d_]"
# A single mark between two letters is an apostrophe, but in scripts that write without spaces.
_SIGN = "[\"„“”‟«»‹›「」『』《》〈〉｢｣〝〞〟＂״'’‘‚`´＇]"
_APART = rf"(?<=`)`|(?<=')'|(?<!['’‘‚`´＇])|(?<!{_LETTER}.)|(?!{_LETTER})"
_MARK = lazy(f"{_SIGN}(?:{_APART})")
_DENSE_MARK = lazy(f"{_SIGN}(?:{_APART}|(?={DENSE})|(?<={DENSE}.))")
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
    pattern = _DENSE_MARK if has_dense(text) else _MARK
    return [_mark(text, found.start(), found[0]) for found in pattern.finditer(text)]


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

_ELIDED = lazy(
    r".(?:\d0s|\d\ds|em|tis|twas|til|till|cause|cos|cuz|coz|bout|round|neath|fraid|ere|un|n|s|t|k|m|ndrangheta)\b",
    re.IGNORECASE,
)
_YEAR = lazy(r".\d\d(?!\d)")
_POSSESSIVE = lazy(r"(?:[sxz]|in|an|\bo|\bpo|\bth)\Z", re.IGNORECASE)
_SENTENCE_END = lazy(r"[.!?]\s")
_LOOSE = 80  # characters that a straight mark and a doubtful close may hold


@open_record
class Singles:
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
        elif self._begins(mark) and not _ELIDED.match(self.text, mark.start):
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
        return bool(_POSSESSIVE.search(self.text[max(0, mark.start - 3) : mark.start]))

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
