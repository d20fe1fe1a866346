"""The page: its sections, its running head, and its foot with real page numbers."""

from __future__ import annotations

import unicodedata
from typing import Literal, TypeAlias

from newsexport.exporters._xml import line
from newsexport.exporters.docx._tongue import Tongue, stretches
from newsexport.exporters.docx._xml import DECLARED, PROLOGUE, words
from newsexport.style import Style
from newsexport.wording import words as wording

Start: TypeAlias = Literal["nextPage", "continuous"]
HEAD, FOOT = "head", "foot"  # relationship ids
_DEEP = 0.58  # of its margin: how far from the edge head and foot stand, as on the PDF's page
_LEAST = 12  # points between head or foot and the edge of the paper
_DROP = 0.3  # of the page's height lies above the title of a cover, as in PDF
_LETTER = 0.52  # of the size: the width of an average letter


def section(
    style: Style,
    *,
    rtl: bool,
    columns: int = 1,
    starts: Start = "nextPage",
    head: str = HEAD,
) -> str:
    """A section's properties; each names its head and foot, so that it can be moved alone. The first page has no head."""
    edges = (
        f'<w:headerReference w:type="default" r:id="{head}"/><w:footerReference w:type="default" r:id="{FOOT}"/>'
        f'<w:footerReference w:type="first" r:id="{FOOT}"/>'
    )
    return _section(style, edges, style.page.margin_top, rtl=rtl, columns=columns, starts=starts)


def cover_section(style: Style, *, rtl: bool) -> str:
    """The section of a cover: no head, no foot, and the title where the eye looks first."""
    return _section(style, "", style.page.height * _DROP, rtl=rtl, columns=1, starts="nextPage")


def _section(style: Style, edges: str, top: float, *, rtl: bool, columns: int, starts: Start) -> str:
    page = style.page
    left, right = (page.margin_end, page.margin_start) if rtl else (page.margin_start, page.margin_end)
    head, foot = (
        max(side * _DEEP - style.running.leading - 2, _LEAST) for side in (page.margin_top, page.margin_bottom)
    )
    margins = {"top": top, "right": right, "bottom": page.margin_bottom, "left": left, "header": head, "footer": foot}
    sides = " ".join(f'w:{side}="{_twips(length)}"' for side, length in margins.items())
    return (
        f'<w:sectPr>{edges}<w:type w:val="{starts}"/>'
        f'<w:pgSz w:w="{_twips(page.width)}" w:h="{_twips(page.height)}"/><w:pgMar {sides} w:gutter="0"/>'
        f'<w:cols w:num="{columns}" w:space="{_twips(page.gap)}"/><w:titlePg/>{"<w:bidi/>" * rtl}</w:sectPr>'
    )


def head(style_id: str, *shown: str) -> str:
    """The running head: what it says where lines start and on the far side, as finished runs."""
    inner = "<w:r><w:tab/></w:r>".join(shown)
    return f'{PROLOGUE}<w:hdr {DECLARED}><w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{inner}</w:p></w:hdr>'


def foot(tongue: Tongue) -> str:
    """The foot: the page's number and their total on the far side."""
    return (
        f'{PROLOGUE}<w:ftr {DECLARED}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f"<w:r><w:tab/></w:r>{_folio(tongue)}</w:p></w:ftr>"
    )


def short(title: str, style: Style, share: float = 1) -> str:
    """The title as it fits on this share of a line, cut at a word with an ellipsis."""
    page = style.page
    room = share * (page.width - page.margin_start - page.margin_end) / (style.running.size * _LETTER)
    whole = line(title)
    used = 0.0
    for at, char in enumerate(whole):
        used += 1.9 if unicodedata.east_asian_width(char) in "WF" else 1.3 if style.running.caps == "upper" else 1
        if used > room:
            kept = whole[:at]
            return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:–—-") + "…"
    return whole


def _folio(tongue: Tongue) -> str:
    before, _, rest = wording(tongue.main).page.partition("{n}")
    # In Korean the total comes first.
    if "{total}" in before:
        first, _, between = before.partition("{total}")
        pieces = [first, _field("NUMPAGES", tongue), between, _field("PAGE", tongue), rest]
    else:
        between, _, last = rest.partition("{total}")
        pieces = [before, _field("PAGE", tongue), between, _field("NUMPAGES", tongue), last]
    return "".join(piece if piece.startswith("<") else _text(piece, tongue) for piece in pieces if piece)


def _field(name: str, tongue: Tongue) -> str:
    turn = "<w:rPr><w:rtl/></w:rPr>" if tongue.rtl else ""
    inner = ('<w:fldChar w:fldCharType="begin"/>', f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
             '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>')  # fmt: skip
    return "".join(f"<w:r>{turn}{part}</w:r>" for part in inner)


def _text(text: str, tongue: Tongue) -> str:
    hint = '<w:rFonts w:hint="eastAsia"/>' if tongue.upright else ""
    return "".join(
        f"<w:r><w:rPr>{hint}{turn}</w:rPr>{words(piece)}</w:r>" for piece, turn in stretches(text, rtl=tongue.rtl)
    )


def _twips(length: float) -> int:
    return round(length * 20)
