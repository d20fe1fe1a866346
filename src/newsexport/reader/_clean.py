"""Text with one kind of line end and no character that a format, a terminal or a normaliser could choke on (gate 2).

Kept because scripts need them: NBSP, tab, soft hyphen, ZWJ and ZWNJ, LRM, RLM and ALM, variation selectors, tags.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from newsexport.patterns import lazy
from newsexport.records import NamedTuple

MARKS = 8  # combining marks in a row; Unicode's stream-safe format allows 30, no orthography needs more than 5

# Teletypes end a line with CR CR LF.
_LINE_END = lazy("\r\r?\n|[\r\x0b\x85\u2028\u2029]")
_PAIR = lazy("[\ud800-\udbff][\udc00-\udfff]")
_SURROGATE = lazy("[\ud800-\udfff]")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
# C0 and C1 controls but tab, line feed and form feed; DEL; bidi embeddings, overrides and isolates; annotation; BOM.
_DROP = lazy(f"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufeff{_NONCHARACTERS}]")
_PAGE_BREAK = lazy("(?<=[^\n])(?=\f)|(?<=\f)(?=[^\n])")
# Combining marks are no word characters, so only such runs can hide too many of them.
# A set of characters alone at the beginning lets the search pass over all others quickly.
_MANY_MARKS = lazy(rf"[^\x00-\x7f\w][^\x00-\x7f\w]{{{MARKS},}}+")
# NFC would replace the rare forms of ideographs that names are written with.
_COMPOSABLE = lazy("[^\uf900-\ufaff\U0002f800-\U0002fa1f]++")


class Cleaned(NamedTuple):
    """Clean text, and what was taken out of it: "U+0007 ×2", sorted by code point."""

    text: str
    dropped: tuple[str, ...]


def clean(text: str) -> Cleaned:
    r"""The text in NFC, its lines ended by "\n", page breaks ("\f") on lines of their own, no dangerous characters.

    Lone surrogates become U+FFFD; at most eight combining marks stay in a row (UAX 15: more make NFC quadratic).
    Every character taken out is counted. Cleaning clean text changes nothing; the time is linear.
    """
    gone: Counter[str] = Counter()
    if "\r\n" in text and "\r\r" not in text:
        text = text.replace("\r\n", "\n")  # ten times faster than the pattern
    if any(map(text.__contains__, "\r\x0b\x85\u2028\u2029")):
        text = _LINE_END.sub("\n", text)
    if not is_plain(text):
        text = _page_breaks(_harmless(text, gone))
    if not text.isascii():
        text = _clamped(text, gone)
        if not unicodedata.is_normalized("NFC", text):
            text = _clamped(_COMPOSABLE.sub(lambda run: unicodedata.normalize("NFC", run[0]), text), gone)
    return Cleaned(text, tuple(f"U+{ord(char):04X} ×{gone[char]}" for char in sorted(gone)))


def is_plain(text: str) -> bool:
    """Whether a text holds only what can be printed and ends of lines, as most do: nothing is to be taken out of it."""
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ").replace("\xa0", " ").isprintable()


def _harmless(text: str, gone: Counter[str]) -> str:
    """The text without dangerous characters, looked for among those that it has and that cannot be printed."""
    strange = _strange(text)
    torn = any("\ud800" <= char <= "\udfff" for char in strange)
    if torn:
        text = _paired(text)
        strange = _strange(text)
    for char in filter(_DROP.match, strange):
        gone[char] += text.count(char)
        text = text.replace(char, "")
    return _whole(text, gone) if torn else text


def _strange(text: str) -> set[str]:
    return {char for char in set(text) if not char.isprintable()}


def _paired(text: str) -> str:
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)


def _whole(text: str, gone: Counter[str]) -> str:
    gone.update(_SURROGATE.findall(text))
    return _SURROGATE.sub("\ufffd", text)


def _page_breaks(text: str) -> str:
    return _PAGE_BREAK.sub("\n", text) if "\f" in text else text


def _clamped(text: str, gone: Counter[str]) -> str:
    def clamp(run: re.Match[str]) -> str:
        kept, marks = [], 0
        for char in run[0]:
            marks = marks + 1 if unicodedata.combining(char) else 0
            if marks > MARKS:
                gone[char] += 1
            else:
                kept.append(char)
        return "".join(kept)

    if b"?" * (MARKS + 1) not in text.encode("ascii", "replace"):
        return text  # no such run of other characters than ASCII's
    return _MANY_MARKS.sub(clamp, text)
