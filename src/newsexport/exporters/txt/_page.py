"""The parts of an article as lines: head, body and back matter as they stand on the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsexport.exporter import Edition, Line, Part, Style, story
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
    Separator,
    Subheading,
    title_of,
)
from newsexport.records import record
from newsexport.style import TextStyle
from newsexport.wording import words

_TIGHT = {("kicker", "headline"), ("source", "source"), ("Figure", "Figure")}  # no blank line between


@record
class Sheet:
    """What the lines are set on: the house style, the columns of a line, the signs for rules and bullets."""

    style: Style
    width: int
    flowed: bool = False
    ascii: bool = False
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
        return Sheet(style, width, flowed, True, "=", "-", "| ", "| ", "*", "[]", "--")
    return Sheet(style, width, flowed)


def edition_lines(edition: Edition, on: Sheet) -> Iterator[str]:
    """Every line of an edition; several articles stand behind a list of contents."""
    several = len(edition.articles) > 1
    if several:
        yield from _contents(edition, on)
    for number, article in enumerate(edition.articles, 1):
        if several:
            yield from ("", "", _divider(number, on), "")
        yield from _article(article, on)


def _contents(edition: Edition, on: Sheet) -> Iterator[str]:
    """The title of an edition, where it has one of its own, and the numbered headlines of its articles."""
    first = edition.articles[0]
    ours = words(first.language).contents
    if edition.title == title_of(first):
        yield from _headed(ours, (), on.style.headline, on, on.strong, None)
    else:
        yield from _headed(edition.title, (), on.style.headline, on, on.strong, None)
        yield from ("", ours)
    yield from _list([Item(title_of(article)) for article in edition.articles], 1, on)


def _divider(number: int, on: Sheet) -> str:
    """The strong rule above an article of several, with its number in the contents."""
    head = f"{on.strong * 2} {number} "
    return head + on.strong * (on.width - len(head))


def _article(article: Article, on: Sheet) -> Iterator[str]:
    """Every part of an article, set apart by blank lines."""
    before = ""
    for part in story(article):
        role = part.role if isinstance(part, Line) else type(part).__name__
        lines = list(_part(part, on, article.language))
        if not any(lines):
            continue
        if before:
            yield from _gap(before, role, on)
        yield from lines
        before = role


def _gap(before: str, role: str, on: Sheet) -> Sequence[str]:
    if (before, role) in _TIGHT:
        return ()
    if role == "source":
        return ("", on.light * min(24, on.width), "")
    return ("", "") if role == "Subheading" else ("",)


def _part(part: Part, on: Sheet, language: str | None) -> Iterator[str]:
    match part:
        case Line():
            yield from _line(part, on, language)
        case Paragraph(text, marks):
            yield from _prose(text, marks, on)
        case Subheading(text, marks):
            yield from _headed(text, marks, on.style.subheading, on, on.light, language)
        case ListBlock(items, ordered, first):
            yield from _list(items, first if ordered else None, on)
        case PullQuote(text, attribution, marks):
            yield from _barred(text, marks, on, "  " + on.quote)
            if attribution:
                dash = "" if attribution[:1] in "-–—―" else on.dash + " "
                yield from _hanging(attribution, (), on, f"  {on.quote}{dash}", "  " + on.quote)
        case Figure(caption, credit, marks):
            yield from _hanging(caption, marks, on, f"  {on.picture} ")
            yield from _hanging(credit or "", (), on, " " * (3 + len(on.picture)))
        case Factbox(title, items):
            yield from _factbox(title, items, on)
        case Preformatted(text):
            yield from (line.expandtabs().rstrip() for line in _verbatim(text, on).split("\n"))
        case Separator(text):
            yield from _aligned([_words(text, (), on).strip() or "* * *"], "center", on)
        case Note(text, _, marks):
            yield from _hanging(text, marks, on, "  ")


def _line(line: Line, on: Sheet, language: str | None) -> Iterator[str]:
    look: TextStyle = getattr(on.style, line.role)
    if line.role == "headline":
        yield from _headed(line.text, line.marks, look, on, on.strong, language)
        return
    lines = _lines(_words(line.text, line.marks, on, look, language), on.width)
    if look.rule == "above":
        yield on.light * on.width
    yield from _aligned(lines, look.align, on)
    if look.rule == "below":
        yield on.light * on.width


def _prose(text: str, marks: tuple[Mark, ...], on: Sheet) -> Iterator[str]:
    if not on.flowed:
        yield from _lines(_words(text, marks, on), on.width)
        return
    for stretch in _words(text, marks, on).split("\n"):
        lines = wrap(stretch.strip(), on.width - 1, hyphens=False)
        yield from lines[:-1]  # a space at the end says that the line goes on
        yield lines[-1]


def _headed(
    text: str, marks: tuple[Mark, ...], look: TextStyle, on: Sheet, sign: str, language: str | None
) -> Iterator[str]:
    """A heading, underlined as wide as its longest line."""
    lines = _lines(_words(text, marks, on, look, language), on.width)
    widest = min(on.width, max(map(columns, lines), default=0))
    yield from _aligned([*lines, sign * widest], look.align, on)


def _list(items: Sequence[Item], first: int | None, on: Sheet) -> Iterator[str]:
    labels = [on.bullet if first is None else f"{first + place}." for place in range(len(items))]
    room = max(map(len, labels), default=0)
    for label, item in zip(labels, items, strict=True):
        yield from _hanging(item.text, item.marks, on, f"  {label:>{room}} ")


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


def _lines(text: str, width: int) -> list[str]:
    """The text wrapped, without spaces at line ends; nothing where there is no text."""
    if len(text) <= width and text.isascii() and "\n" not in text:
        return [text.strip()] if text.strip() else []
    stretches = (stretch.strip() for stretch in text.split("\n"))
    return [line.rstrip(" \u200b") for stretch in stretches if stretch for line in wrap(stretch, width)]


def _aligned(lines: list[str], align: str, on: Sheet) -> list[str]:
    if align not in ("center", "end"):
        return lines
    share = 2 if align == "center" else 1
    return [" " * max(0, (on.width - columns(line)) // share) + line for line in lines]
