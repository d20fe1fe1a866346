"""The runs of a paragraph: its text cut where a mark, a script or a direction begins or ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from newsexport.exporters.docx._links import Links
from newsexport.exporters.docx._tongue import is_asian, spoken, stretches
from newsexport.exporters.docx._xml import words
from newsexport.model import Mark
from newsexport.runs import Run, runs
from newsexport.wording import tag

CAPITALS = "HeadlineCapitals"  # the character style of a headline that was written in capitals


class Voice:
    """Writes the runs of article number `at`, in its language where that is not the document's."""

    def __init__(self, language: str | None, main: str | None, links: Links, at: int = 0) -> None:
        own = tag(language)
        self.links, self.at = links, at
        self.lang = spoken(own) if own != main else ""
        # So that quotation marks and dashes between ideographs are as wide as they are.
        self.fonts = '<w:rFonts w:hint="eastAsia"/>' if is_asian(own) else ""
        # An ideograph must not slant where the styles do: they are upright only in a document of its own language.
        self.upright = is_asian(own) and not is_asian(main)
        self.fonts += '<w:i w:val="0"/>' * self.upright
        self._openings: dict[tuple[str, str], str] = {}

    def runs(self, text: str, marks: Sequence[Mark] = (), *, rtl: bool, style: str = "") -> str:
        """A text with its links and emphasis, without any in a style; of two links over one stretch the inner one wins."""
        if not marks:
            return self._run(text, style, rtl=rtl)
        made = []
        for link, pieces in groupby(runs(text, marks), key=lambda run: run.link or run.reference):
            target = self.links.target(link, self.at)
            inner = "".join(self._run(run.text, self._style(run, linked=bool(target)), rtl=rtl) for run in pieces)
            made.append(f'<w:hyperlink {target} w:history="1">{inner}</w:hyperlink>' if target else inner)
        return "".join(made)

    def _style(self, run: Run, *, linked: bool) -> str:
        emphasised, strong = run.emphasis, run.strong
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
    weight = "EmphasisStrong" if emphasised and strong else "Emphasis" if emphasised else "Strong" if strong else ""
    return f"Hyperlink{weight}" if linked else weight
