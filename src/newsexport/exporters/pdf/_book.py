"""An edition to the bytes of a PDF: its articles laid out one after another, then the frames of the pages."""

from __future__ import annotations

import warnings

from newsexport.errors import ExportWarning
from newsexport.exporters.pdf._attach import data
from newsexport.exporters.pdf._draw import ARTIFACT, Drawing
from newsexport.exporters.pdf._flow import Flow, Layout, Rule
from newsexport.exporters.pdf._frame import frame
from newsexport.exporters.pdf._parts import Composer
from newsexport.exporters.pdf._pen import Case, ink, line_of
from newsexport.exporters.pdf._script import is_east_asian
from newsexport.exporters.pdf._tagged import publish
from newsexport.exporters.pdf._tree import Bookmark, Element, Sheet
from newsexport.exporters.pdf._xmp import VARIANTS, card, line
from newsexport.model import Article, Edition, title_of
from newsexport.style import Style

_NAMED = 12  # characters that a warning names


def bind(edition: Edition, style: Style, *, variant: str, system: bool) -> bytes:
    """The file. What no font has is named in one ExportWarning."""
    about = card(edition)
    case, tree = Case(), Element("Document")
    sheets: list[Sheet] = []
    framed: list[tuple[Composer, int]] = []
    missing: dict[str, Article] = {}
    for article in edition.articles:
        composer = Composer(article, style, tree, about.language, system=system)
        layout = Flow(style, mirrored=composer.rtl).lay(composer.copies())
        for nth in range(len(layout.pages)):
            sheets.append(Sheet(len(sheets)))
            framed.append((composer, nth))
            _draw(sheets[-1], layout, nth, style, case)
        missing |= {char: article for char in case.missing if char not in missing}
    for sheet, (composer, nth) in zip(sheets, framed, strict=True):
        frame(sheet, composer, style, case, total=len(sheets), first=nth == 0)
    _warn(missing)
    size = (style.page.width, style.page.height)
    kept = VARIANTS[variant]
    return publish(sheets, tree, case.embeddings.values(), about, kept, size, data(edition) if kept.attaches else None)


def _draw(sheet: Sheet, layout: Layout, nth: int, style: Style, case: Case) -> None:
    stretches, rules = layout.pages[nth]
    if style.page.paper != "#ffffff":
        sheet.code += [
            ARTIFACT,
            ink(style.page.paper),
            f"0 0 {style.page.width:.2f} {style.page.height:.2f} re f",
            "EMC",
        ]
    drawing = Drawing(sheet, case)
    for copy, numbers, place in stretches:
        if copy.outline is not None and numbers.start == 0:
            sheet.bookmarks.append(Bookmark(copy.title, copy.outline, place.top))
        drawing.copy(copy, layout.lines[copy], numbers, place)
    for rule in rules:
        _rule(sheet, rule)


def _rule(sheet: Sheet, rule: Rule) -> None:
    style = rule.box.style
    line = f"{rule.x0:.2f} {rule.y0:.2f} m {rule.x1:.2f} {rule.y1:.2f} l S"
    sheet.code += [ARTIFACT, line_of(style.rule_colour, style.rule_width), line, "EMC"]


def _warn(missing: dict[str, Article]) -> None:
    if not missing:
        return
    named = ", ".join(f"U+{ord(char):04X}" for char in list(missing)[:_NAMED])
    more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    titles = dict.fromkeys(line(title_of(article)) for article in missing.values())
    where = "; ".join(repr(title[:80]) for title in list(titles)[:3])
    remedy = (
        "install a font that has them, such as Noto CJK (Debian: fonts-noto-cjk)"
        if any(map(is_east_asian, missing))
        else "install a font that has them"
    )
    warnings.warn(
        f"no font has {named}{more}, in {where}: shown as U+FFFD; {remedy}, or name its file in [fonts.files] of the style",
        ExportWarning,
        stacklevel=4,
    )
