"""The runs of a paragraph: its text cut where a mark, a script or a direction begins or ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TypeAlias

from newsexport.exporters.docx._links import Links
from newsexport.exporters.docx._tongue import is_asian, spoken, stretches, tag
from newsexport.exporters.docx._xml import words
from newsexport.model import Emphasis, Link, Mark

Look: TypeAlias = tuple[Link | None, bool, bool]  # its link, whether emphasised, whether strong


class Voice:
    """Writes the runs of one article, in its language where that is not the document's."""

    def __init__(self, language: str | None, main: str | None, links: Links) -> None:
        own = tag(language)
        self.links = links
        self.lang = spoken(own) if own != main else ""
        # So that quotation marks and dashes between ideographs are as wide as they are.
        self.fonts = '<w:rFonts w:hint="eastAsia"/>' if is_asian(own) else ""
        # An ideograph must not slant where the styles do: they are upright only in a document of its own language.
        self.upright = is_asian(own) and not is_asian(main)
        self.fonts += '<w:i w:val="0"/>' * self.upright
        self._openings: dict[tuple[str, str], str] = {}

    def runs(self, text: str, marks: Sequence[Mark] = (), *, rtl: bool) -> str:
        """A text with its links and emphasis; of two links over one stretch the inner one wins."""
        if not marks:
            return self._run(text, "", rtl=rtl)
        made = []
        for link, pieces in groupby(looks(text, marks), key=lambda piece: piece[1][0]):
            relationship = self.links.id(link.url) if link else None
            inner = "".join(
                self._run(piece, self._style(linked=bool(relationship), emphasised=em, strong=strong), rtl=rtl)
                for piece, (_, em, strong) in pieces
            )
            opening = f'<w:hyperlink r:id="{relationship}" w:history="1">'
            made.append(f"{opening}{inner}</w:hyperlink>" if relationship else inner)
        return "".join(made)

    def _style(self, *, linked: bool, emphasised: bool, strong: bool) -> str:
        if self.upright:
            emphasised, strong = False, emphasised or strong
        return character_style(linked=linked, emphasised=emphasised, strong=strong)

    def _run(self, text: str, style: str, *, rtl: bool) -> str:
        return "".join(f"{self._opening(style, turn)}{words(piece)}</w:r>" for piece, turn in stretches(text, rtl=rtl))

    def _opening(self, style: str, turn: str) -> str:
        known = self._openings.get((style, turn))
        if known is None:
            name = f'<w:rStyle w:val="{style}"/>' if style else ""
            inner = name + self.fonts + turn + self.lang
            known = self._openings[style, turn] = f"<w:r><w:rPr>{inner}</w:rPr>" if inner else "<w:r>"
        return known


def character_style(*, linked: bool, emphasised: bool, strong: bool) -> str:
    """The id of the character style of a look; a run has one, so each mixture of marks has its own."""
    weight = "StrongEmphasis" if emphasised and strong else "Emphasis" if emphasised else "Strong" if strong else ""
    return f"Hyperlink{weight}" if linked else weight


def looks(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, Look]]:
    """The text cut at its marks, which may overlap and are cut to it; in linear time."""
    edges: dict[int, list[tuple[int, Mark]]] = {0: [], len(text): []}
    for number, mark in enumerate(sorted(marks, key=lambda mark: mark.start)):
        start, end = max(mark.start, 0), min(mark.end, len(text))
        if start < end:
            edges.setdefault(start, []).append((number, mark))
            edges.setdefault(end, []).append((number, mark))
    links: dict[int, Link] = {}
    weights: dict[bool, set[int]] = {False: set(), True: set()}
    order = sorted(edges)
    for at, end in pairwise(order):
        for number, mark in edges[at]:
            if isinstance(mark, Emphasis):
                weights[mark.strong] ^= {number}
            elif links.pop(number, None) is None:
                links[number] = mark
        inner = links[next(reversed(links))] if links else None
        yield text[at:end], (inner, bool(weights[False]), bool(weights[True]))
