"""The frame of a page: the running head with section and short headline, the foot with the folio; pages of contents."""

from __future__ import annotations

from newsexport.exporters.pdf._copy import clean
from newsexport.exporters.pdf._draw import ARTIFACT, Drawing
from newsexport.exporters.pdf._pen import Case, line_of
from newsexport.exporters.pdf._place import Place, baseline
from newsexport.exporters.pdf._setting import Setting
from newsexport.exporters.pdf._tree import Sheet
from newsexport.exporters.pdf._type import Copy, Typesetter
from newsexport.records import NamedTuple
from newsexport.style import Style
from newsexport.wording import number, words

_DEEP = 0.58  # of its margin: how far from the edge the rule of head or foot lies
_HEADER = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"
_FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"
_GAP = 2  # points between text and rule
_DOT, _APART = 0.9, 5  # points: the dots that lead to a page of the contents
_SHARE = 0.35  # of the head is the most that a section takes


class Head(NamedTuple):
    """What a running head says: the section on the side where lines start, the headline behind it."""

    section: str
    title: str


def frame(sheet: Sheet, setter: Typesetter, case: Case, *, book: Typesetter, total: int, head: Head | None) -> None:
    """Draws the foot, with the folio in the language and on the far side of the book, and the head where there is one."""
    style, look = setter.style, setter.style.running
    page = style.page
    left = float(page.margin_end if setter.rtl else page.margin_start)
    right = float(page.width - (page.margin_start if setter.rtl else page.margin_end))
    drawing = Drawing(sheet, case)
    folio = book.plain(_folio(sheet.number + 1, total, book.language), look)
    low = page.margin_bottom * _DEEP
    _rule(sheet, style, left, right, low, _FOOTER)
    x = left if book.rtl else right - _wide(folio, style)
    drawing.setting(folio, look, x, baseline(low - _GAP, look), kind=_FOOTER)
    if head is None:
        return
    high = page.height - page.margin_top * _DEEP
    _rule(sheet, style, left, right, high, _HEADER)
    y, room = baseline(high + _GAP + look.leading, look), right - left
    if head.section:
        section = fitted(head.section, setter, room * _SHARE)
        drawing.setting(section, look, right - _wide(section, style) if setter.rtl else left, y, kind=_HEADER)
        room -= _wide(section, style) + 2 * look.size
    short = fitted(head.title, setter, room)
    at_left = setter.rtl is bool(head.section)
    drawing.setting(short, look, left if at_left else right - _wide(short, style), y, kind=_HEADER)


def folio(sheet: Sheet, copy: Copy, place: Place, setter: Typesetter, case: Case, *, page: int, wide: float) -> None:
    """Draws the page of an entry of the contents at the far side of its last line, as a part of its link.

    Dots lead there from the end of the text, which is `wide` points.
    """
    look, (target, link) = copy.style, next(iter(copy.links.items()))
    shown = setter.plain(number(page + 1, setter.language), look)
    room, y = shown.extent * look.size / 1000, baseline(place.top, look)
    x = place.left if setter.rtl else place.right - room
    ends = (place.left + room, place.right - wide) if setter.rtl else (place.left + wide, place.right - room)
    if ends[1] - ends[0] > 3 * look.size:
        dots = f"{ends[0] + look.size:.2f} {y:.2f} m {ends[1] - look.size:.2f} {y:.2f} l S"
        sheet.code += [ARTIFACT, "q", line_of(look.rule_colour, _DOT), f"1 J [0 {_APART}] 0 d", dots, "Q", "EMC"]
    Drawing(sheet, case).setting(shown, look, x, y, element=link)
    sheet.link((x, y - 0.25 * look.size, x + room, y + 0.8 * look.size), target.to, link)


def fitted(text: str, setter: Typesetter, room: float) -> Setting:
    """The text on one line, cut at the width (in points) with an ellipsis."""
    style = setter.style
    text = clean(text)[0].strip()[:300]
    whole = setter.plain(text, style.running)
    if _wide(whole, style) <= room:
        return whole
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        cut = setter.plain(text[:middle].rstrip() + "…", style.running)
        low, high = (middle, high) if _wide(cut, style) <= room else (low, middle - 1)
    return setter.plain(text[:low].rstrip() + "…", style.running)


def _wide(setting: Setting, style: Style) -> float:
    return setting.extent * style.running.size / 1000


def _rule(sheet: Sheet, style: Style, left: float, right: float, y: float, kind: str) -> None:
    look = style.running
    if look.rule in {"above", "below"}:
        drawn = f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
        sheet.code += [kind, line_of(look.rule_colour, look.rule_width), drawn, "EMC"]


def _folio(page: int, total: int, language: str | None) -> str:
    return words(language).page.format(n=number(page, language), total=number(total, language))
