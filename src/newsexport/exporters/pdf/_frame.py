"""The frame of a page: the running head with the short headline, and the foot with the folio."""

from __future__ import annotations

from newsexport.exporters.pdf._copy import clean
from newsexport.exporters.pdf._draw import Drawing, baseline
from newsexport.exporters.pdf._parts import Composer
from newsexport.exporters.pdf._pen import Case, line_of
from newsexport.exporters.pdf._setting import Setting
from newsexport.exporters.pdf._tree import Sheet
from newsexport.model import title_of
from newsexport.style import Style
from newsexport.wording import number, words

_DEEP = 0.58  # of its margin: how far from the edge the rule of head or foot lies
_HEADER = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"
_FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"
_GAP = 2  # points between text and rule


def frame(sheet: Sheet, composer: Composer, style: Style, case: Case, *, total: int, first: bool) -> None:
    """Draws the foot, with the folio on the far side; on later pages of an article the head, with its headline."""
    page, look = style.page, style.running
    left = float(page.margin_end if composer.rtl else page.margin_start)
    right = float(page.width - (page.margin_start if composer.rtl else page.margin_end))
    drawing = Drawing(sheet, case)
    folio = composer.plain(_folio(sheet.number + 1, total, composer.language), look)
    wide = folio.extent * look.size / 1000
    low = page.margin_bottom * _DEEP
    _rule(sheet, style, left, right, low, _FOOTER)
    drawing.setting(folio, look, left if composer.rtl else right - wide, baseline(low - _GAP, look), kind=_FOOTER)
    if first:
        return
    high = page.height - page.margin_top * _DEEP
    short = fitted(composer, style, right - left)
    x = right - short.extent * look.size / 1000 if composer.rtl else left
    _rule(sheet, style, left, right, high, _HEADER)
    drawing.setting(short, look, x, baseline(high + _GAP + look.leading, look), kind=_HEADER)


def fitted(composer: Composer, style: Style, room: float) -> Setting:
    """The headline, cut at the width (in points) with an ellipsis."""
    look = style.running
    text = clean(title_of(composer.article))[0].strip()[:300]
    whole = composer.plain(text, look)
    if whole.extent * look.size / 1000 <= room:
        return whole
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        cut = composer.plain(text[:middle].rstrip() + "…", look)
        low, high = (middle, high) if cut.extent * look.size / 1000 <= room else (low, middle - 1)
    return composer.plain(text[:low].rstrip() + "…", look)


def _rule(sheet: Sheet, style: Style, left: float, right: float, y: float, kind: str) -> None:
    look = style.running
    if look.rule in {"above", "below"}:
        drawn = f"{left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
        sheet.code += [kind, line_of(look.rule_colour, look.rule_width), drawn, "EMC"]


def _folio(page: int, total: int, language: str | None) -> str:
    return words(language).page.format(n=number(page, language), total=number(total, language))
