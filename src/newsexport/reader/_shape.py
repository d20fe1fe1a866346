"""How a text is laid out: a paragraph a line, or lines broken at a column; and the chunks that follow from it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from newsexport.patterns import lazy
from newsexport.reader._labels import label
from newsexport.reader._lines import Chunk, Line, ends_sentence, is_dense, starts_small
from newsexport.records import NamedTuple

NARROWEST, WIDEST = 30, 132
CENTRED = 16  # columns of white space that no paragraph opens with
_MARKER = lazy(r"(?:[-•*●▪◦‣·∙■□►▶➤✓–—+>]\s+|(?:\(?[0-9]{1,3}[.)]|\(?[a-z][.)])\s+)\S")
_HYPHEN = lazy(r"[^\W\d_]{2}[-\u2010]\Z")
_EDGES = ".,;:!?…\"'“”‘’«»„()[]-\u2010"


class Shape(NamedTuple):
    """The layout: is a line of the source only part of a paragraph, at which column it breaks, what opens a paragraph."""

    wrapped: bool = False
    width: int = 0
    indented: bool = False
    margin: int = 0

    @property
    def name(self) -> str:
        """The layout in words, for the record."""
        if not self.wrapped:
            return "one paragraph a line" + (", indented" if self.indented else "")
        return f"wrapped at {self.width} columns" + (", paragraphs indented" if self.indented else "")


def shape(lines: Sequence[Line]) -> Shape:
    """The shape that the runs of consecutive lines show."""
    runs = list(_runs(lines))
    steps = (step for run in runs for step in itertools.pairwise(run))
    pairs = [(a, b) for a, b in steps if not is_marked(b) and not is_table(a) and a.indent < CENTRED]
    prose = [line for run in runs for line in run if len(line.text) >= NARROWEST]
    indented = _indented(prose)
    margin = _margin(pairs) if indented else 0
    pairs = [(a, b) for a, b in pairs if not indented or b.indent < margin + 2]
    if not pairs or not prose:
        return Shape(indented=indented)
    joined = [a for a, _ in pairs if len(a.text) >= NARROWEST] or [pairs[0][0]]
    lengths = sorted(len(line.text) for line in joined)
    width = lengths[min(len(lengths) - 1, len(lengths) * 95 // 100)]
    if not NARROWEST <= width <= WIDEST or sum(len(line.text) > width * 1.5 for line in prose) * 4 > len(prose):
        return Shape(indented=indented)
    full = [(a, b) for a, b in pairs if _full(a, b, width)]
    broken = [a for a, b in full if not ends_sentence(a.text) or starts_small(b.text)]
    wrapped = len(full) * 5 >= len(pairs) * 3 and len(broken) * 2 > len(full) and _continues(full)
    return Shape(wrapped, width if wrapped else 0, indented, margin)


def _margin(pairs: list[tuple[Line, Line]]) -> int:
    """The indentation that most lines below another have: what stands further in opens a paragraph."""
    return Counter(b.indent for _, b in pairs).most_common(1)[0][0] if pairs else 0


def _continues(pairs: list[tuple[Line, Line]]) -> bool:
    """Whether a line goes on with a small letter, or three lines of a script without small letters go on."""
    if any(starts_small(b.text) for _, b in pairs):
        return True
    sample = "".join(b.text[:40] for _, b in pairs[:8])
    return len(pairs) > 2 and sum(char.upper() != char.lower() for char in sample) * 3 < sum(map(str.isalpha, sample))


def _full(a: Line, b: Line, width: int) -> bool:
    """Whether the first word of b would not have fitted on a."""
    first = 1 if is_dense(b.text) else len(b.text.split(" ", 1)[0])
    return len(a.text) + a.indent + 1 + first > width * 0.88 and len(a.text) + a.indent <= width + 12


def _indented(prose: list[Line]) -> bool:
    with_indent = sum(2 <= line.indent <= 12 for line in prose)
    return len(prose) > 2 and len(prose) * 0.15 < with_indent


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    run: list[Line] = []
    for line in lines:
        if not line.text and line.blank:
            if run:
                yield run
            run = []
        else:
            run.append(line)
    if run:
        yield run


def is_marked(line: Line) -> bool:
    """Whether a list marker opens the line."""
    if line.text[:1].isalpha() and line.text[1:2] not in {".", ")"}:
        return False  # most lines
    return bool(_MARKER.match(line.text[:40]))


def is_table(line: Line) -> bool:
    """Whether columns are set with spaces or tabs inside the line."""
    if "   " not in line.raw and "\t" not in line.raw:
        return False
    inner = line.raw.strip()[:2000]
    return "   " in inner or "\t" in inner


def chunked(lines: Sequence[Line], form: Shape) -> list[Chunk]:
    """The lines as chunks: joined where the layout broke a paragraph, else one each."""
    chunks: list[Chunk] = []
    group: list[Line] = []
    gap = 0
    known = _vocabulary(lines) if form.wrapped else frozenset()
    for line in lines:
        if group and not _joins(group, line, form):
            chunks.append(_chunk(group, gap, known))
            group, gap = [], 0
        if line.text:
            group.append(line)
        elif line.blank:
            gap += 1
    if group:
        chunks.append(_chunk(group, gap, known))
    return chunks


def _joins(group: list[Line], line: Line, form: Shape) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    if not form.wrapped or not line.text:
        return False
    last = group[-1]
    if is_table(line) or is_table(last):
        return False
    if is_marked(line) and (is_marked(group[0]) or line.indent != last.indent or not _full(last, line, form.width)):
        return False
    if is_marked(group[0]):
        return line.indent >= group[0].indent
    if label(line.text[:80]):
        return False
    if form.indented and line.indent >= 2 and line.indent > last.indent:
        return False
    if form.indented and line.indent >= form.margin + 2 and ends_sentence(last.text):
        return False
    if len(last.text) + last.indent < form.width * 0.6:
        return starts_small(line.text) and not ends_sentence(last.text)
    return _full(last, line, form.width) or (not ends_sentence(last.text) and not label(last.text[:80]))


def _vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """The words of a text in which a line ends with a hyphen: they decide what the hyphen was for."""
    if not any(line.text.endswith(("-", "\u2010")) for line in lines):
        return frozenset()
    return frozenset(word.strip(_EDGES).casefold() for line in lines for word in line.text.split())


def _chunk(group: list[Line], gap: int, known: frozenset[str]) -> Chunk:
    text = group[0].text
    for line in group[1:]:
        text = _joined(text, line.text, known)
    return Chunk(tuple(group), text, gap)


def _joined(before: str, after: str, known: frozenset[str]) -> str:
    """Two lines as one: no space in dense scripts; a hyphen goes where the text has the word without it elsewhere."""
    if _HYPHEN.search(before[-4:]):
        word = before[-60:].rsplit(" ", 1)[-1].strip(_EDGES) + after.split(" ", 1)[0].strip(_EDGES)
        return before[:-1] + after if word.casefold() in known else before + after
    if is_dense(before[-8:]) and is_dense(after[:8]) and not (before[-1].isascii() and after[0].isascii()):
        return before + after
    return f"{before} {after}"
