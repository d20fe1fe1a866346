"""The parts of an article as lines: head, glance, body and back matter as they stand on the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsexport.exporter import Line, Part, Style
from newsexport.exporters._places import regions
from newsexport.exporters.txt._plain import clean, spoken, to_ascii
from newsexport.exporters.txt._wrap import columns, wrap
from newsexport.model import (
    Article,
    Factbox,
    Figure,
    Item,
    ListBlock,
    Mark,
    Note,
    Paragraph,
    Preformatted,
    PullQuote,
    Reference,
    Separator,
    Subheading,
)
from newsexport.records import Record
from newsexport.style import TextStyle

_TIGHT = {("kicker", "headline"), ("source", "source"), ("Figure", "Figure"), ("about", "ListBlock")}  # no blank line
_MOST_EVEN = 6  # lines of a heading: what is longer is a paragraph
_FLOWING = {"standfirst", "signoff", "source"}


class Sheet(Record):
    """What the lines are set on: the house style, the columns of a line, the signs for rules and bullets."""

    style: Style
    width: int
    flowed: bool = False
    ascii: bool = False
    double: str = "═"
    strong: str = "━"
    light: str = "─"
    quote: str = "┃ "
    box: str = "│ "
    bullet: str = "•"
    picture: str = "▣"
    dash: str = "—"


def sheet(style: Style, width: int, *, ascii_only: bool, flowed: bool) -> Sheet:
    """The sheet for these options."""
    if ascii_only:
        return Sheet(style, width, flowed, True, "=", "=", "-", "| ", "| ", "*", "[]", "--")
    return Sheet(style, width, flowed)


def article_lines(article: Article, on: Sheet, labels: Mapping[int, str]) -> Iterator[str]:
    """Every part of an article, set apart by blank lines; the glance stands between rules.

    `labels` are those that references give to blocks, by the block's number from 0: each stands at the end of the line
    above its block.
    """
    parts = regions(article)
    lines = list(_region(parts.head, "", on, article.language))
    glance = list(_region(parts.glance, "", on, article.language))
    rule = on.light * on.width
    if glance:
        opening = () if lines[-1] == rule else ("", rule)
        lines += [*opening, "", *glance, "", rule]
    yield from lines
    named = {number: f"{to_ascii(label) if on.ascii else label}" for number, label in labels.items()}
    yield from _region((*parts.body, *parts.foot), "rule", on, article.language, named)


def _region(
    parts: Sequence[Part], before: str, on: Sheet, language: str | None, labels: Mapping[int, str] | None = None
) -> Iterator[str]:
    """The lines of these parts; `before` says what stands above them."""
    for number, part in enumerate(parts):
        role = _role(part)
        lines = list(_part(part, on, language))
        if not any(lines):
            continue
        gap = _gap(before, role, on) if before else ()
        if labels and (label := labels.get(number)):
            gap = (*gap[:-1], label.rjust(on.width))
        yield from gap
        yield from lines
        before = role


def _role(part: Part) -> str:
    if isinstance(part, Line):
        return part.role
    return "about" if isinstance(part, Subheading) and part.role else type(part).__name__


def _gap(before: str, role: str, on: Sheet) -> Sequence[str]:
    if (before, role) in _TIGHT:
        return ()
    if role == "source":
        return ("", on.light * min(24, on.width), "")
    return ("", "") if role == "Subheading" else ("",)


def _part(part: Part, on: Sheet, language: str | None) -> Iterable[str]:
    match part:
        case Paragraph(text, marks):
            return _prose(text, marks, on)
        case Line():
            return _line(part, on, language)
        case Subheading():
            return _subheading(part, on, language)
        case ListBlock(items, role=role):
            labels = _labels(part)
            return listed(items if labels or not role else list(map(_numbered, items)), labels, on)
        case PullQuote():
            return _quote(part, on)
        case Figure():
            return _figure(part, on)
        case Factbox(title, items):
            return _factbox(title, items, on)
        case Preformatted(text):
            return [line.expandtabs().rstrip() for line in _verbatim(text, on).split("\n")]
        case Separator(text):
            return _aligned([_words(text, (), on).strip() or "* * *"], "center", on)
        case Note(text, _, marks):
            return _hanging(text, marks, on, "  ")


def _quote(block: PullQuote, on: Sheet) -> Iterator[str]:
    yield from _barred(block.text, block.marks, on, "  " + on.quote)
    if block.attribution:
        dash = "" if block.attribution[:1] in "-–—―" else on.dash + " "
        yield from _hanging(block.attribution, (), on, f"  {on.quote}{dash}", "  " + on.quote)


def _figure(block: Figure, on: Sheet) -> Iterator[str]:
    yield from _hanging(block.caption, block.marks, on, f"  {on.picture} ")
    yield from _hanging(block.credit or "", (), on, " " * (3 + len(on.picture)))


def _line(line: Line, on: Sheet, language: str | None) -> Iterator[str]:
    look: TextStyle = getattr(on.style, line.role)
    if line.role == "headline":
        yield from headed(line.text, line.marks, look, on, on.strong, language)
        return
    if on.flowed and line.role in _FLOWING and look.align in ("start", "justify"):
        yield from _prose(line.text, line.marks, on)
        return
    lines = _lines(_words(line.text, line.marks, on, look, language), on.width)
    if look.rule == "above":
        yield on.light * on.width
    yield from _aligned(lines, look.align, on)
    if look.rule == "below":
        yield on.light * on.width


def _prose(text: str, marks: tuple[Mark, ...], on: Sheet, label: str = "") -> list[str]:
    """The text in lines that a mail program may fill anew, or else in lines of the sheet."""
    said = _words(text, marks, on)
    if not on.flowed:
        return _lines(said, on.width)
    made: list[str] = []
    for number, stretch in enumerate(said.split("\n")):
        lines = wrap(label * (not number) + stretch.strip(), on.width - 1, hyphens=False)
        # A space at the end says that the line goes on; two hyphens and a space would begin a signature.
        made += (line if line != "-- " else "--" for line in lines[:-1])
        made.append(lines[-1])
    return made


def headed(
    text: str, marks: tuple[Mark, ...], look: TextStyle, on: Sheet, sign: str, language: str | None
) -> Iterator[str]:
    """A heading in even lines, underlined as wide as its longest."""
    lines = _even(_words(text, marks, on, look, language), on.width)
    widest = min(on.width, max(map(columns, lines), default=0))
    yield from _aligned([*lines, sign * widest], look.align, on)


def _subheading(block: Subheading, on: Sheet, language: str | None) -> Iterable[str]:
    if block.role:
        return _lines(_words(block.text, block.marks, on, on.style.glance_heading, language), on.width)
    return headed(block.text, block.marks, on.style.subheading, on, on.light, language)


def titled(text: str, on: Sheet, *, align: bool = True) -> list[str]:
    """A title of the edition or of a section, aligned as headlines are."""
    lines = _lines(_words(text, (), on), on.width)
    return _aligned(lines, on.style.headline.align, on) if align else lines


def listed(items: Sequence[Item], labels: Sequence[str] | None, on: Sheet) -> Iterator[str]:
    """The items behind their labels, which stand right aligned; without any behind bullets."""
    marks = labels or [on.bullet] * len(items)
    room = max(map(len, marks), default=0)
    for label, item in zip(marks, items, strict=True):
        yield from _hanging(item.text, item.marks, on, f"  {label:>{room}} ")


def _labels(block: ListBlock) -> list[str] | None:
    """The numbers of an ordered list; for one of articles or sources those that they have in the contents; else None."""
    if block.ordered:
        return [f"{block.first + place}." for place in range(len(block.items))]
    if block.role not in {"articles", "sources"}:
        return None
    led = [_led(item) for item in block.items]
    return [f"{numbers[0]}." for numbers in led] if all(led) else None


def _led(item: Item) -> list[int]:
    """The numbers in the contents of the articles that an item's references lead to, each once."""
    return list(
        dict.fromkeys(
            mark.article + 1 for mark in item.marks if isinstance(mark, Reference) and mark.article is not None
        )
    )


def _numbered(item: Item) -> Item:
    """The item of an index with the numbers of its articles behind it: a page of text has no links."""
    numbers = ", ".join(map(str, _led(item)))
    return Item(f"{item.text} [{numbers}]", item.marks) if numbers else item


def _factbox(title: str | None, items: Sequence[Item], on: Sheet) -> Iterator[str]:
    if title:
        yield from _barred(title, (), on, on.box)
        yield on.box + on.light * min(columns(_words(title, (), on)), on.width - 2)
    for place, item in enumerate(items):
        if place:
            yield on.box.rstrip()
        yield from _barred(item.text, item.marks, on, on.box)


def _barred(text: str, marks: tuple[Mark, ...], on: Sheet, bar: str) -> Iterator[str]:
    return _hanging(text, marks, on, bar, bar)


def _hanging(text: str, marks: tuple[Mark, ...], on: Sheet, label: str, below: str | None = None) -> Iterator[str]:
    """The text behind a label, its further lines under its first."""
    if on.flowed and below is None and text.strip():
        yield from _prose(text, marks, on, label)
        return
    margin = below if below is not None else " " * columns(label)
    for place, line in enumerate(_lines(_words(text, marks, on), on.width - columns(label))):
        yield (margin if place else label) + line


def _words(
    text: str, marks: tuple[Mark, ...], on: Sheet, look: TextStyle | None = None, language: str | None = None
) -> str:
    said = spoken(text, marks, look is not None and look.caps == "upper", language)
    return to_ascii(said) if on.ascii else said


def _verbatim(text: str, on: Sheet) -> str:
    return to_ascii(clean(text)) if on.ascii else clean(text)


def _even(text: str, width: int) -> list[str]:
    """The text in as few lines as fit, in the narrowest width that holds as many: no word is left alone on the last."""
    lines = _lines(text, width)
    if not 1 < len(lines) <= _MOST_EVEN or "\n" in text:
        return lines
    low, high = max([width // 2, *(size for size in map(columns, text.split()) if size < width)]), width
    while low < high - 1:
        middle = (low + high) // 2
        narrower = _lines(text, middle)
        if len(narrower) == len(lines):
            lines, high = narrower, middle
        else:
            low = middle
    return lines


def _lines(text: str, width: int) -> list[str]:
    """The text wrapped, without spaces at line ends; nothing where there is no text."""
    if len(text) <= width and text.isascii() and "\n" not in text:
        return [text.strip()] if text.strip() else []
    if "\n" in text:
        return [line for stretch in text.split("\n") for line in _lines(stretch, width)]
    bare = text.strip()
    return [line.rstrip(" \u200b") for line in wrap(bare, width)] if bare else []


def _aligned(lines: list[str], align: str, on: Sheet) -> list[str]:
    if align not in ("center", "end"):
        return lines
    share = 2 if align == "center" else 1
    return [" " * max(0, (on.width - columns(line)) // share) + line for line in lines]
