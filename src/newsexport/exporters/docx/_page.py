"""The page: its sections, its running head, and its foot with real page numbers."""

from __future__ import annotations

import unicodedata

from newsexport.exporters._xml import line
from newsexport.exporters.docx._tongue import Tongue, stretches
from newsexport.exporters.docx._xml import DECLARED, PROLOGUE, words
from newsexport.records import Literal, Record
from newsexport.style import Style
from newsexport.wording import words as wording

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Start: TypeAlias = Literal["nextPage", "continuous"]
HEAD, FOOT = "head", "foot"  # relationship ids
_DEEP = 0.58  # of its margin: how far from the edge head and foot stand, as on the PDF's page
_LEAST = 12  # points between head or foot and the edge of the paper
_DROP = 0.3  # of the page's height lies above the title of a cover, as in PDF
_LETTER = 0.52  # of the size: the width of an average letter


class Paper(Record):
    """A sheet and its margins, and how far from the edge head and foot stand, in points."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float


def paper(style: Style, *, rtl: bool) -> Paper:
    """The paper of a house style; its sides turn with the direction of the text."""
    page = style.page
    left, right = (page.margin_end, page.margin_start) if rtl else (page.margin_start, page.margin_end)
    head, foot = (
        max(side * _DEEP - style.running.leading - 2, _LEAST) for side in (page.margin_top, page.margin_bottom)
    )
    return Paper(page.width, page.height, page.margin_top, right, page.margin_bottom, left, head, foot)


class Sections:
    """Writes the properties of sections: on the paper of a house style, or else on that of a reference."""

    def __init__(self, style: Style, sheet: Paper | None = None) -> None:
        self.style, self.sheet = style, sheet

    def section(self, *, rtl: bool, columns: int = 1, starts: Start = "nextPage", head: str = HEAD) -> str:
        """A section; it names its head and foot, so that it can be moved alone. The first page has no head."""
        edges = (
            f'<w:headerReference w:type="default" r:id="{head}"/><w:footerReference w:type="default" r:id="{FOOT}"/>'
            f'<w:footerReference w:type="first" r:id="{FOOT}"/>'
        )
        return self._section(edges, rtl=rtl, columns=columns, starts=starts)

    def cover(self, *, rtl: bool) -> str:
        """The section of a cover: no head, no foot, and the title where the eye looks first."""
        return self._section("", rtl=rtl, columns=1, starts="nextPage")

    def _section(self, edges: str, *, rtl: bool, columns: int, starts: Start) -> str:
        on = self.sheet or paper(self.style, rtl=rtl)
        top = on.top if edges else on.height * _DROP
        margins = {"top": top, "right": on.right, "bottom": on.bottom, "left": on.left, "header": on.header, "footer": on.footer}  # fmt: skip
        sides = " ".join(f'w:{side}="{_twips(length)}"' for side, length in margins.items())
        turned = ' w:orient="landscape"' * (on.width > on.height)
        return (
            f'<w:sectPr>{edges}<w:type w:val="{starts}"/>'
            f'<w:pgSz w:w="{_twips(on.width)}" w:h="{_twips(on.height)}"{turned}/><w:pgMar {sides} w:gutter="0"/>'
            f'<w:cols w:num="{columns}" w:space="{_twips(self.style.page.gap)}"/><w:titlePg/>{"<w:bidi/>" * rtl}</w:sectPr>'
        )

    def short(self, title: str, share: float = 1) -> str:
        """The title as it fits on this share of a line of the running head, cut at a word with an ellipsis."""
        on, running = self.sheet or paper(self.style, rtl=False), self.style.running
        room = share * (on.width - on.left - on.right) / (running.size * _LETTER)
        return _short(title, room, upper=running.caps == "upper")


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


def _short(title: str, room: float, *, upper: bool) -> str:
    """The title in a room of so many letters."""
    whole = line(title)
    used = 0.0
    for at, char in enumerate(whole):
        used += 1.9 if unicodedata.east_asian_width(char) in "WF" else 1.3 if upper else 1
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
