"""The cover: a drawing made of the house style and the book's own words, and the page that shows it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from newsexport.exporters._xml import line
from newsexport.exporters.epub._chapter import page
from newsexport.exporters.epub._css import stack
from newsexport.exporters.epub._language import attributes, direction
from newsexport.exporters.epub._text import escape
from newsexport.imprint import authors
from newsexport.imprint import language as main
from newsexport.model import Edition
from newsexport.segments import phrases
from newsexport.story import DOT
from newsexport.style import Colour, Style, TextStyle
from newsexport.wording import words

_WIDE, _HIGH, _EDGE = 600, 800, 56  # three to four, the shape of a reader's screen
_ROOM, _SPACE = _WIDE - 2 * _EDGE, 0.28
_SIZES = (60, 52, 44, 38, 32, 27)
_MOST = 430  # the height that a title may take
_LEADING = 1.18  # times the size


def cover(edition: Edition, style: Style) -> tuple[str, str]:
    """The page (XHTML) and the picture (SVG 1.1) of a book's cover; what the picture says is the page's alternative text."""
    language = main(edition) or "und"
    title = line(edition.title) or words(language).untitled
    head, foot = _head(edition), _foot(edition)
    spoken = DOT.join(filter(None, (head, title, foot)))
    picture = "".join(_drawing(title, head, foot, style, language))
    shown = f'<p><img src="cover.svg" alt="{escape(spoken)}"/></p>\n'
    return page(title, shown, language, kind="cover"), picture


def _head(edition: Edition) -> str:
    names = dict.fromkeys(line(article.source or "") for article in edition.articles if article.kind is None)
    return next(iter(names)) if len(names) == 1 else ""


def _foot(edition: Edition) -> str:
    if edition.date:
        return line(edition.date.raw)
    days = dict.fromkeys(line(article.published.raw) for article in edition.articles if article.published)
    names = authors(edition)
    return DOT.join(filter(None, [*names[:3], "…" * (len(names) > 3), next(iter(days)) if len(days) == 1 else ""]))


def _drawing(title: str, head: str, foot: str, style: Style, language: str) -> Iterator[str]:
    ink, accent = style.headline.colour, style.kicker.colour
    yield (
        f'<?xml version="1.0" encoding="utf-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"{attributes(language, svg=True)}'
        f' version="1.1" viewBox="0 0 {_WIDE} {_HIGH}" width="{_WIDE}" height="{_HIGH}">\n'
        f"<title>{escape(title)}</title>\n"
        f'<rect width="{_WIDE}" height="{_HIGH}" fill="{style.page.paper}"/>\n'
        f'<rect width="{_WIDE}" height="14" fill="{accent}"/>\n'
    )
    size, rows = _set(title, language)
    yield from _text(_rows(head, 19)[:1], style.masthead, style, language, size=19, top=92)
    yield _line(112, ink, 1) if head else ""
    yield from _text(rows, style.headline, style, language, size=size, top=190 + size * 0.6)
    last = _rows(foot, 19)[:3]
    yield _line(_HIGH - 84 - 26 * len(last), accent, 3) if last else ""
    yield from _text(last, style.meta, style, language, size=19, top=_HIGH - 50 - 26 * (len(last) - 1))
    yield "</svg>\n"


def _line(y: float, colour: Colour, thick: int) -> str:
    return f'<rect x="{_EDGE}" y="{y:g}" width="{_WIDE - 2 * _EDGE}" height="{thick}" fill="{colour}"/>\n'


def _text(
    rows: Sequence[str], text: TextStyle, style: Style, language: str, *, size: float, top: float
) -> Iterator[str]:
    right = direction(language) == "rtl"
    look = f' font-family="{escape(stack(getattr(style.fonts, text.font)))}" font-size="{size:g}" fill="{text.colour}"'
    look += ' font-weight="bold"' * text.bold + ' direction="rtl"' * right
    for n, row in enumerate(rows):
        at = f'x="{_WIDE - _EDGE if right else _EDGE}" y="{top + n * size * _LEADING:.1f}"'
        yield f"<text {at}{look}>{escape(row)}</text>\n"


def _set(title: str, language: str) -> tuple[int, list[str]]:
    """The largest size at which the title fits, and its rows, about equally long; the longest titles end in an ellipsis."""
    for size in _SIZES:
        room = _ROOM / size
        pieces = _pieces(title, room, language)
        rows = _filled(pieces, room)
        most = int(_MOST / (size * _LEADING))
        if len(rows) <= most:
            return size, _even(pieces, room, rows)
    return size, [*rows[: most - 1], rows[most - 1][:-1].rstrip() + "…"]


def _even(pieces: Sequence[tuple[str, float]], room: float, rows: list[str]) -> list[str]:
    """As many rows, in the least room that holds them: then they are about equally long."""
    least, most = 9, 20  # twentieths of the room
    while most - least > 1 and len(rows) > 1:
        middle = (least + most) // 2
        even = _filled(pieces, room * middle / 20)
        if len(even) == len(rows):
            rows, most = even, middle
        else:
            least = middle
    return rows


def _rows(text: str, size: float) -> list[str]:
    return _filled(_pieces(text, _ROOM / size), _ROOM / size)


def _filled(pieces: Sequence[tuple[str, float]], room: float) -> list[str]:
    """The pieces in rows of at most this many ems."""
    rows, used = [""], 0.0
    for piece, wide in pieces:
        if rows[-1] and used + wide > room:
            rows.append("")
            used = 0.0
        rows[-1] += piece
        used += wide + (_SPACE if piece[-1:] == " " else 0)
    return [row.strip() for row in rows if row.strip()]


def _pieces(text: str, room: float, language: str | None = None) -> list[tuple[str, float]]:
    """What a row may end between, with widths: words, phrases or ideographs, the letters of a word too long for any row."""
    found: list[tuple[str, float]] = []
    for word in text.split(" "):
        wide = _width(word)
        if wide <= room and (word.isascii() or not any(map(_ideograph, word))):
            found.append((word + " ", wide))
        else:
            found += ((part, _width(part)) for part in _parts(word, room, language))
            found.append((" ", 0))
    return found


def _parts(word: str, room: float, language: str | None) -> Iterator[str]:
    edges = (0, *sorted(phrases(word, language) or ()), len(word))
    for start, end in pairwise(edges):
        phrase = word[start:end]
        yield from [phrase] if len(edges) > 2 and _width(phrase) <= room else _clusters(phrase)


def _clusters(word: str) -> Iterator[str]:
    held = ""
    for char in word:
        if held and not unicodedata.category(char).startswith(("M", "P", "C")):
            yield held
            held = ""
        held += char
    yield held


@lru_cache(4096)
def _width(text: str) -> float:
    return sum(map(_char_width, text))


@lru_cache(4096)
def _char_width(char: str) -> float:
    """About how wide a bold character is, in ems: no font is at hand that a reading system would use."""
    if _ideograph(char):
        return 1.0
    return 0.0 if unicodedata.combining(char) else 0.74 if char.isupper() else 0.56


def _ideograph(char: str) -> bool:
    return unicodedata.east_asian_width(char) in {"W", "F"}
