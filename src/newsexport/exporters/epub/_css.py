"""The house style as a style sheet: every role of text is a class of the same name.

Sizes and distances are in em, so that the reader's own size rules; the page's colours are left to the reader, and an
accent is changed until it keeps its contrast on white, sepia and dark paper.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from newsexport.exporters.epub._fonts import FAMILY, UNICODE_RANGE, WEIGHTS
from newsexport.exporters.epub._scripts import square, upright
from newsexport.looks import small_capitals
from newsexport.records import replace
from newsexport.style import Colour, Style, TextStyle
from newsexport.style.contrast import contrast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_AA = 4.5  # WCAG 2.2, 1.4.3
_WHITE, _GREY = Colour("#ffffff"), 0.1  # grey: so little lies between the red, green and blue of a colour
# The darkest light and the lightest dark paper in common use, each behind the veil of a glance.
_SEPIA, _NIGHT = Colour("#e4d9c4"), Colour("#2d2d2b")
_SCREEN = 12  # points in 16 CSS pixels, the size that readers start from
_OPENER = 1.5  # times the kicker's size is the title of a section, as in PDF
_SECTIONS = ".section_title, nav li > span"
_LARGE = 1.75  # times the body: what is larger shrinks on a telephone
_GENERIC = frozenset({"serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"})
_GROUND = """\
@namespace epub "http://www.idpf.org/2007/ops";
:root { color-scheme: light dark; }
article, nav, .page, .opener { max-width: 34em; margin: 0 auto; overflow-wrap: break-word; }
h1, h2, p, ul, ol, blockquote, pre { margin: 0; padding: 0; }
h1, h2 { font-size: 1em; font-weight: normal; break-inside: avoid; break-after: avoid; page-break-after: avoid; }
p, li { widows: 2; orphans: 2; }
blockquote { break-inside: avoid; page-break-inside: avoid; }
header { break-after: avoid; page-break-after: avoid; }
footer { margin-top: 1.6em; }
pre { white-space: pre-wrap; tab-size: 8; }
"""
_FINISH = """\
.list, .glance { margin: 0.6em 0; }
.list { padding-inline-start: 0.4em; }
.quote footer { margin-top: 0.5em; font-size: 0.75em; font-style: normal; font-weight: normal; }
.factbox { margin-top: 1.4em; margin-bottom: 1.4em; }
.factbox .title { font-weight: bold; }
.factbox :last-child { margin-bottom: 0; }
.at_a_glance { margin: 1em 0 1.6em; padding: 0.7em 0.9em 0.6em; background: rgba(128, 118, 96, 0.12); break-inside: avoid; }
.at_a_glance > :first-child { margin-top: 0; }
.at_a_glance > :last-child { margin-bottom: 0; }
.glance { padding-inline-start: 0; }
li[dir] { list-style-position: inside; }
.separator { width: 3em; height: 0; margin: 1.5em auto; border: 0; border-top: 1px solid currentColor; }
.masthead, .meta, .source { overflow-wrap: anywhere; }
.headline, .standfirst, .quote p { text-wrap: balance; }
.phrases { word-break: keep-all; overflow-wrap: anywhere; }
nav h2 { padding-bottom: 0.4em; border-bottom: 1px solid currentColor; font-size: 1.5em; font-weight: bold; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav li { margin: 0.9em 0; font-weight: bold; }
nav li li { margin: 0.3em 0; padding-inline-start: 1.2em; font-size: 0.9em; font-weight: normal; }
.cover { margin: 0; padding: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 98vh; }
nav li > span { display: block; margin-top: 1.6em; }
nav li > span + ol > li { margin: 0.6em 0; padding: 0; font-size: 1em; font-weight: bold; }
nav a { color: inherit; text-decoration: none; }
nav[epub|type~="landmarks"] { display: none; }
[dir="rtl"] *, :lang(hi) { letter-spacing: normal; }
"""


class _Same:
    """A style as a cache's key: equal to itself alone, since a style holds mappings and has no hash."""

    def __init__(self, style: Style) -> None:
        self.style = style

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.style is other.style

    def __hash__(self) -> int:
        return id(self.style)


def stylesheet(style: Style, *, embedded: bool = False) -> str:
    """The CSS of a whole book, with `embedded` fonts or without; made once for each style that a process meets."""
    return _sheet(_Same(style), embedded)


@lru_cache(16)
def _sheet(same: _Same, embedded: bool) -> str:
    style = _with_ours(same.style) if embedded else same.style
    roles = {name: text for name, text in style.roles().items() if name != "body"}
    rules = [
        _GROUND,
        *(_faces() if embedded else ()),
        _body(style),
        f"a {{ color: {_on_light(style.link)}; }}",
        *(_rule(f".{name}", _declarations(text, style)) for name, text in roles.items()),
        _rule(".headline.capitals", _capitals(style)),
        f".quote footer {{ font-family: {stack(style.fonts.label)}; }}",
        f"nav h2 {{ font-family: {stack(style.fonts.display)}; }}",
        *_sections(style),
        _spread("list", "li", style.list, style.body.after),
        _spread("glance", "li", style.glance, style.body.after),
        _spread("factbox", "p", style.factbox, style.body.after),
        _FINISH,
        upright(),
        square(style),
        _block("(max-width: 30em)", _narrow(style)),
        _block("(prefers-color-scheme: dark)", _night(roles, style)),
    ]
    return "\n".join(filter(None, rules)) + "\n"


def _faces() -> Iterator[str]:
    """The fonts that a book brings along, for the scripts that they are there for."""
    for weight, (name, _) in WEIGHTS.items():
        yield (
            f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; src: url({name}); '
            f"unicode-range: {UNICODE_RANGE}; }}"
        )


def _with_ours(style: Style) -> Style:
    """The style with the embedded family in each stack, before what a reader may take for it."""
    stacks: dict[str, Any] = {
        name: tuple(sorted((*getattr(style.fonts, name), FAMILY), key=lambda family: family in _GENERIC))
        for name in ("text", "display", "label", "mono")
    }
    return replace(style, fonts=replace(style.fonts, **stacks))


@lru_cache(64)
def stack(families: tuple[str, ...]) -> str:
    """The families as the value of `font-family`."""
    return ", ".join(name if name in _GENERIC else '"' + _quoted(name) + '"' for name in families)


def _body(style: Style) -> str:
    """The ground that every role stands on: large print starts larger, no style starts smaller than the reader."""
    text = style.body
    ground = [
        f"font-size: {_em(max(1, text.size / _SCREEN))}",
        f"font-family: {_fonts(text, style)}",
        f"line-height: {text.leading / text.size:.3g}",
        "font-weight: bold" if text.bold else "",
        "font-style: italic" if text.italic else "",
        "margin: 0",
        "padding: 1em 4%",
        "text-align: start",
        "-webkit-hyphens: manual; hyphens: manual",
    ]
    following = [f"text-indent: {_em(text.indent / text.size)}"] if text.indent else []
    rules = [_rule("body", ground), _rule(".body", [*_flow(text), *_margins(text, 0)])]
    return "\n".join([*rules, _rule(".body + .body", following)]).rstrip()


def _declarations(text: TextStyle, style: Style) -> list[str]:
    base = style.body
    return [
        f"font-size: {_em(text.size / base.size)}",
        f"line-height: {text.leading / text.size:.3g}",
        f"font-family: {_fonts(text, style)}" if text.font != base.font else "",
        f"font-weight: {'bold' if text.bold else 'normal'}" if text.bold or base.bold else "",
        f"font-style: {'italic' if text.italic else 'normal'}" if text.italic or base.italic else "",
        "text-transform: uppercase" if text.caps == "upper" else "",
        f"letter-spacing: {_em(text.tracking / text.size)}" if text.tracking else "",
        f"text-indent: {_em(text.indent / text.size)}" if text.indent else "",
        f"color: {_on_light(text.colour)}" if text.colour != base.colour else "",
        *_flow(text),
        *_margins(text, base.after),
        *_drawn_rule(text, base),
    ]


def _capitals(style: Style) -> list[str]:
    size, tracking = small_capitals(style.headline)
    return [f"font-size: {_em(size / style.body.size)}", f"letter-spacing: {_em(tracking / size)}"]


def _fonts(text: TextStyle, style: Style) -> str:
    families: Sequence[str] = getattr(style.fonts, text.font)
    return stack(families)


def _flow(text: TextStyle) -> Iterator[str]:
    if text.align != "start":
        yield f"text-align: {text.align}"
    if text.hyphenate:
        yield "-webkit-hyphens: auto; hyphens: auto"


def _sections(style: Style) -> Iterator[str]:
    """The title of a section, above its first article and in the contents: a large kicker below a strong rule."""
    kicker, ink = style.kicker, _on_light(style.kicker.colour)
    look = [
        f"font-family: {_fonts(kicker, style)}",
        "font-weight: bold" if kicker.bold else "",
        "text-transform: uppercase" if kicker.caps == "upper" else "",
        f"letter-spacing: {_em(kicker.tracking / kicker.size)}" if kicker.tracking else "",
        f"color: {ink}",
    ]
    size = _em(_OPENER * kicker.size / style.body.size)
    opener = [f"font-size: {size}", f"border-top: 2.5pt solid {ink}", "padding-top: 0.4em", "margin-bottom: 1.6em"]
    yield _rule(_SECTIONS, look)
    yield _rule(".section_title", opener)
    yield _rule("nav li > span", [f"font-size: {_em(kicker.size / style.body.size)}"])


def _spread(role: str, item: str, text: TextStyle, after: float) -> str:
    """The distance that a role asks after each paragraph goes to the items; their box keeps the body's distance."""
    box = _rule(f".{role}", [f"margin-bottom: {_em(max(after, text.after) / text.size)}"])
    return f"{box}\n.{role} {item} {{ margin-bottom: {_em(text.after / text.size)}; }}"


def _margins(text: TextStyle, after: float) -> Iterator[str]:
    # Margins of neighbours collapse to the larger one, on paper they add up: most often the neighbour is a paragraph.
    yield f"margin-top: {_em((text.before + after if text.before else 0) / text.size)}"
    yield f"margin-bottom: {_em(text.after / text.size)}"
    inset = "padding" if text.rule == "start" else "margin"
    if text.start:
        yield f"{inset}-inline-start: {_em(text.start / text.size)}"
    if text.end:
        yield f"margin-inline-end: {_em(text.end / text.size)}"


def _drawn_rule(text: TextStyle, base: TextStyle) -> Iterator[str]:
    sides = {"above": "top", "below": "bottom", "start": "inline-start"}
    if text.rule == "none":
        return
    side = sides[text.rule]
    colour = "currentColor" if text.rule_colour == base.colour else text.rule_colour
    yield f"border-{side}: {max(text.rule_width, 0.75):g}pt solid {colour}"
    if text.rule != "start":
        yield f"padding-{side}: 0.55em"


def _narrow(style: Style) -> Iterator[str]:
    for name, text in style.roles().items():
        times = text.size / style.body.size
        if times > _LARGE:
            yield _rule(f".{name}", [f"font-size: {_em(_LARGE + (times - _LARGE) / 4)}"])


def _night(roles: dict[str, TextStyle], style: Style) -> Iterator[str]:
    yield f"a {{ color: {_on_dark(style.link)}; }}"
    ink = _on_dark(style.kicker.colour)
    yield _rule(_SECTIONS, [f"color: {ink}", f"border-color: {ink}"])
    for name, text in roles.items():
        if text.colour != style.body.colour:
            yield _rule(f".{name}", [f"color: {_on_dark(text.colour)}"])
        if text.rule != "none" and text.rule_colour != style.body.colour:
            yield _rule(f".{name}", [f"border-color: {_on_dark(text.rule_colour)}"])


def _rule(selector: str, declarations: Sequence[str]) -> str:
    said = "; ".join(filter(None, declarations))
    return f"{selector} {{ {said}; }}" if said else ""


def _block(query: str, rules: Iterator[str]) -> str:
    return f"@media {query} {{\n" + "".join(f"  {rule}\n" for rule in rules if rule) + "}"


def _quoted(name: str) -> str:
    # CSS Syntax, 4.3.7: whatever could end the string is written as its code point.
    return "".join(char if char.isalnum() or char in " -_." else f"\\{ord(char):x} " for char in name)


def _em(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") + "em" if value else "0"


@cache
def _on_light(ink: Colour) -> Colour:
    return _until_read(ink, _SEPIA, 0, _AA)


@cache
def _on_dark(ink: Colour) -> Colour:
    # A grey keeps its rank among the greys; a colour stays as strong as it can.
    grey = max(ink.rgb) - min(ink.rgb) < _GREY
    return _until_read(ink, _NIGHT, 255, max(_AA, contrast(ink, _WHITE) * 3 / 4) if grey else _AA)


def _until_read(ink: Colour, paper: Colour, limit: int, enough: float) -> Colour:
    """The ink moved towards black (0) or white (255) in twentieths until its contrast with the paper is enough."""
    parts = [int(ink[at : at + 2], 16) for at in (1, 3, 5)]

    def mixed(step: int) -> Colour:
        return Colour("#" + "".join(f"{round(part + (limit - part) * step / 20):02x}" for part in parts))

    return mixed(bisect_left(range(20), True, key=lambda step: contrast(mixed(step), paper) >= enough))
