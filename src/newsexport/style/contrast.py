"""Whether text is told from its ground (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from functools import lru_cache

from newsexport.style import Colour, Style


def contrast(ink: Colour, paper: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(ink), _luminance(paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint(style: Style) -> list[str]:
    """What of a style has too little contrast, each in words."""
    paper, ground = style.page.paper, style.glance.fill or style.page.paper
    inks = [(f"{role}.colour", text.colour, text.fill or paper) for role, text in style.roles().items()]
    inks.append(("link", style.link, paper))
    if ground != paper:  # headings and links of a glance stand on its ground
        inks += [("link", style.link, ground), ("glance_heading.colour", style.glance_heading.colour, ground)]
    return [
        f"{name} {ink} on {under} has contrast {ratio:.1f}, WCAG AA asks for 4.5"
        for name, ink, under in inks
        if (ratio := contrast(ink, under)) < 4.5
    ]


@lru_cache(256)
def _luminance(colour: Colour) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
