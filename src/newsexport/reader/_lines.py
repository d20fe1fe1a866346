"""Source lines and stretches of them: what every recogniser looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from newsexport.model import Lines
from newsexport.patterns import lazy, leaves
from newsexport.records import NamedTuple

CAP = 2000  # characters of a line that a regular expression may see (a pattern on 100 kB is a way to hang a machine)
_DENSE = lazy("[\u0e00-\u0eff\u3040-\u9fff\U00020000-\U0003ffff]")  # Thai and Lao, and East Asia's
# High bytes of UTF-16: to compile a set of thousands of characters takes milliseconds, and few articles need one.
_WEST = bytes(range(0x30))
_SPACED = bytes({*range(256)} - {0x0E, *range(0x30, 0xA0), *range(0xD8, 0xDC)})
_IDEOGRAPH = lazy("[\u3040-\u9fff\U00020000-\U0003ffff]")
ENDS = frozenset(".!?…。！？｡۔؟।॥։።")
CLOSERS = "\"'”’»“›)]}」』）】〉》"
_BEHIND = CLOSERS + " "
_INVISIBLE = "\u200b\u2060\u200e\u200f\u061c"
_UNSHOWN = _INVISIBLE + "\u00ad"


def show(raw: str) -> str:
    """The text as it is read: every white space one space, soft hyphens gone, nothing invisible at the ends."""
    if raw.isprintable() and "  " not in raw:
        return raw.strip()  # most lines, five times faster: no white space but the plain one, nothing invisible
    return " ".join(raw.replace("\u00ad", "").split()).strip(_INVISIBLE).strip()


# Neither is changed once it is made; they are plain classes, made fast: there are hundreds of them in an article.
class Line:
    """One line of the source: its number from 1, its characters, what they show, its indentation in columns."""

    __slots__ = ("indent", "number", "raw", "text")

    def __init__(self, number: int, raw: str, text: str, indent: int = 0) -> None:
        self.number = number
        self.raw = raw
        self.text = text
        self.indent = indent

    @classmethod
    def of(cls, number: int, raw: str) -> Line:
        """The line made of these characters."""
        if not raw[:1].isspace():
            return cls(number, raw, show(raw))
        bare = raw.lstrip()
        indent = len(raw[: len(raw) - len(bare)].expandtabs(8)) if bare else 0
        return cls(number, raw, show(raw), indent)

    @property
    def blank(self) -> bool:
        """Whether nothing but white space is on it."""
        return not self.text and (not self.raw or self.raw.isspace())


class Part(NamedTuple):
    """The lines of one article, and the rule below it that parts it from the next."""

    lines: list[Line]
    rule: Line | None = None


class Chunk:
    """Lines that belong together: a paragraph, a heading. `gap` counts the blank lines before it."""

    __slots__ = ("gap", "parts", "text")

    def __init__(self, parts: tuple[Line, ...], text: str, gap: int = 0) -> None:
        self.parts = parts
        self.text = text
        self.gap = gap

    @classmethod
    def of(cls, parts: Sequence[Line], gap: int = 0, *, join: str = " ") -> Chunk:
        """The chunk of these lines."""
        text = parts[0].text if len(parts) == 1 else join.join(part.text for part in parts)
        return cls(tuple(parts), text, gap)

    @property
    def lines(self) -> Lines:
        """Its first and last line number."""
        return self.parts[0].number, self.parts[-1].number

    @property
    def raw(self) -> str:
        """Its source text, line feeds included."""
        return self.parts[0].raw if len(self.parts) == 1 else "\n".join([part.raw for part in self.parts])

    @property
    def head(self) -> str:
        """As much of its text as a pattern may see."""
        return self.text[:CAP]

    def split(self, end: int) -> tuple[Chunk, Chunk | None]:
        """Its first `end` shown characters and what is behind them, each with its own source text."""
        cut = _raw_offset(self.raw, self.text[:end])
        before, after = self.raw[:cut], self.raw[cut:]
        first = Chunk(tuple(numbered(before, self.lines[0])), self.text[:end].strip(), self.gap)
        rest = self.text[end:].strip()
        if not rest:
            return self, None
        return first, Chunk(tuple(numbered(after, self.lines[0] + before.count("\n"))), rest, 0)


def _raw_offset(raw: str, shown: str) -> int:
    """How many characters of the source a beginning of the shown text stands for."""
    left = sum(not (char.isspace() or char in _UNSHOWN) for char in shown)
    for at, char in enumerate(raw):
        if left == 0:
            return at
        left -= not (char.isspace() or char in _UNSHOWN)
    return len(raw)


def numbered(text: str, first: int = 1) -> list[Line]:
    """Every line of a cleaned text, numbered from `first`."""
    return [Line.of(number, raw) for number, raw in enumerate(text.split("\n"), first)]


def filled(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines that are not blank."""
    return (line for line in lines if not line.blank)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing marks aside."""
    return text[-1:] in ENDS or text[-8:].rstrip(_BEHIND)[-1:] in ENDS


def is_capitals(text: str) -> bool:
    """Whether the text has letters of a script with cases, and no small one."""
    head = text[:CAP]
    return head.upper() == head and head.lower() != head


def starts_small(text: str) -> bool:
    """Whether the text's first letter is a small one: it continues something."""
    for char in text[:8]:
        if char.isalnum():
            return char.islower()
    return False


def is_eastern(text: str) -> bool:
    """Whether a character of East Asia may be in the text: patterns that need one are not asked of other texts."""
    return leaves(text, _WEST)


def is_dense(text: str) -> bool:
    """Whether the text is written without spaces between words (Chinese, Japanese, Thai ...)."""
    sample = text[:200]
    return leaves(sample, _SPACED) and len(_DENSE.findall(sample)) * 3 > len(sample)


def weight(text: str) -> int:
    """How long the text reads, in letters of an alphabet: an ideograph says as much as about 2.5 letters."""
    if text.isascii() or not _is_ideographic(text[:100]):
        return len(text)
    return len(text) * 5 // 2


@lru_cache(maxsize=256)  # of a paragraph it is asked five times
def _is_ideographic(sample: str) -> bool:
    return is_eastern(sample) and len(_IDEOGRAPH.findall(sample)) * 3 > len(sample)
