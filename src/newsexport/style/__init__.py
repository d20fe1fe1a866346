"""House style: how each part of an article looks, one file for every format. `Style()` with no file is complete.

A table is a part of the article, never of a format: role = model word = TOML table = Word paragraph style = CSS class.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from newsexport.errors import StyleError
from newsexport.patterns import lazy
from newsexport.records import Literal, Record, field, fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, TypeAlias

Align: TypeAlias = Literal["start", "justify", "center", "end"]
_UNITS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_LENGTH = lazy(r"(-?[0-9]{1,6}(?:\.[0-9]{1,6})?) ?(pt|mm|cm|in)\Z")
_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-")
_MOST_BYTES = 65_536
_COLOURLESS = frozenset(("name", "fonts", "export"))
_OURS = "styles"  # the working folder's
_COLOUR = lazy(r"#[0-9a-fA-F]{6}\Z")


class Length(float):
    """A length in points, written "11pt", "20mm", "2cm" or "1in"; a bare number never means a length."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Length:
        """The length that `text` writes; ValueError says what a length looks like."""
        found = _LENGTH.match(text)
        if not found:
            raise ValueError(f"{text!r} is not a length such as '11pt' or '20mm'")
        return cls(float(found[1]) * _UNITS[found[2]])

    @property
    def mm(self) -> float:
        """The length in millimetres."""
        return self / _UNITS["mm"]


class Colour(str):
    """A colour written "#rrggbb"."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Colour:
        """The colour that `text` writes, in lower case; ValueError says what a colour looks like."""
        if not _COLOUR.match(text):
            raise ValueError(f"{text!r} is not a colour such as '#1a4a8a'")
        return cls(text.lower())

    @property
    def rgb(self) -> tuple[float, float, float]:
        """Red, green and blue, each from 0 to 1."""
        return tuple(int(self[i : i + 2], 16) / 255 for i in (1, 3, 5))  # type: ignore[return-value]


_pt = Length


def _mm(number: float) -> Length:
    return Length(number * _UNITS["mm"])


_PAPER = {
    "A4": (_mm(210), _mm(297)), "A5": (_mm(148), _mm(210)), "Letter": (_pt(612), _pt(792)), "Legal": (_pt(612), _pt(1008)),
}  # fmt: skip


class Page(Record):
    """The sheet: paper, margins, columns. `start` and `end` are the sides where a line starts and ends."""

    size: Literal["A4", "A5", "Letter", "Legal"] = "A4"
    margin_top: Length = _mm(26)
    margin_bottom: Length = _mm(28)
    margin_start: Length = _mm(38)
    margin_end: Length = _mm(38)
    columns: Literal[1, 2] = 1
    gap: Length = _mm(8)
    paper: Colour = Colour("#ffffff")

    def __post_init__(self) -> None:
        sides = (self.margin_top, self.margin_bottom, self.margin_start, self.margin_end)
        if any(not _mm(5) <= side <= self.width / 2.5 for side in sides):
            raise ValueError(f"margins run from 5mm to {Length(self.width / 2.5).mm:.0f}mm on {self.size}")

    @property
    def width(self) -> Length:
        """The width of the paper."""
        return _PAPER[self.size][0]

    @property
    def height(self) -> Length:
        """The height of the paper."""
        return _PAPER[self.size][1]


class FontFiles(Record):
    """The files of one font family; a missing face is taken from `regular`. `index` is the face of a collection."""

    regular: Path
    bold: Path | None = None
    italic: Path | None = None
    bold_italic: Path | None = None
    index: int = 0


class Fonts(Record):
    """Font families, most wanted first, as a CSS font stack; the last resort of each is a generic name.

    `files` gives a family its files (relative to the style file); Noto Serif, FiraGO and Cascadia Mono come with us.
    """

    text: tuple[str, ...] = ("Noto Serif", "Georgia", "serif")
    display: tuple[str, ...] = ("Noto Serif", "Georgia", "serif")
    label: tuple[str, ...] = ("FiraGO", "Fira Sans", "Arial", "sans-serif")
    mono: tuple[str, ...] = ("Cascadia Mono", "Consolas", "monospace")
    fallback: tuple[str, ...] = ("FiraGO",)
    files: Mapping[str, FontFiles] = field(default_factory=dict)


class TextStyle(Record):
    """How one role of text is set. Lengths are points; `indent` is the first line's, `start`/`end` the insets."""

    font: Literal["text", "display", "label", "mono"] = "text"
    size: Length = _pt(10.5)
    leading: Length = _pt(15.5)
    bold: bool = False
    italic: bool = False
    colour: Colour = Colour("#1a1a1a")
    align: Align = "start"
    hyphenate: bool = False
    caps: Literal["none", "upper"] = "none"
    tracking: Length = _pt(0)
    before: Length = _pt(0)
    after: Length = _pt(0)
    indent: Length = _pt(0)
    start: Length = _pt(0)
    end: Length = _pt(0)
    rule: Literal["none", "above", "below", "start"] = "none"
    rule_width: Length = _pt(0.6)
    rule_colour: Colour = Colour("#9a9a9a")
    fill: Colour | None = None  # the ground behind it

    def __post_init__(self) -> None:
        if not 4 <= self.size <= 200:
            raise ValueError(f"size runs from 4pt to 200pt, got {self.size:g}pt")
        if not self.size <= self.leading <= 4 * self.size:
            raise ValueError(f"leading runs from 1 to 4 times the size, got {self.leading:g}pt for {self.size:g}pt")
        for name, most in (("before", 144), ("after", 144), ("start", 144), ("end", 144), ("rule_width", 12)):
            if not 0 <= (value := getattr(self, name)) <= most:
                raise ValueError(f"{name} runs from 0pt to {most}pt, got {value:g}pt")
        if not (-72 <= self.indent <= 144 and -2 <= self.tracking <= 12):
            raise ValueError("indent runs from -72pt to 144pt, tracking from -2pt to 12pt")


def _label(size: float, leading: float, **more: Any) -> TextStyle:
    return TextStyle(font="label", size=_pt(size), leading=_pt(leading), **more)


_INK, _GREY, _ACCENT = Colour("#1a1a1a"), Colour("#595959"), Colour("#8a1c1c")


class Style(Record):
    """A whole house style. Every role of an article has a table of its own name."""

    name: str = "briefing"
    page: Page = Page()
    fonts: Fonts = field(default_factory=Fonts)
    masthead: TextStyle = _label(
        8.5, 12, colour=_GREY, caps="upper", tracking=_pt(0.7), after=_pt(20), rule="below", rule_colour=_INK
    )
    kicker: TextStyle = _label(9, 12, bold=True, colour=_ACCENT, caps="upper", tracking=_pt(0.9), after=_pt(6))
    headline: TextStyle = TextStyle(font="display", size=_pt(25), leading=_pt(30), bold=True, after=_pt(9))
    standfirst: TextStyle = TextStyle(size=_pt(13), leading=_pt(18.5), colour=Colour("#3d3d3d"), after=_pt(10))
    meta: TextStyle = _label(9, 13, colour=_GREY, after=_pt(16), rule="below", rule_width=_pt(0.4))
    glance_heading: TextStyle = _label(
        8.5, 12, bold=True, colour=_ACCENT, caps="upper", tracking=_pt(0.7), before=_pt(4), after=_pt(4)
    )
    glance: TextStyle = _label(9.5, 13.5, after=_pt(3), start=_pt(14), fill=Colour("#f5f2ec"))
    body: TextStyle = TextStyle(hyphenate=True, after=_pt(8))
    subheading: TextStyle = TextStyle(
        font="display", size=_pt(13), leading=_pt(17), bold=True, before=_pt(9), after=_pt(4)
    )
    list: TextStyle = TextStyle(hyphenate=True, after=_pt(3), start=_pt(16))
    quote: TextStyle = TextStyle(
        size=_pt(13.5), leading=_pt(19), italic=True, before=_pt(6), after=_pt(12), start=_pt(16), end=_pt(16),
        rule="start", rule_width=_pt(2), rule_colour=_ACCENT,
    )  # fmt: skip
    caption: TextStyle = _label(9, 13, colour=_GREY, before=_pt(4), after=_pt(10))
    factbox: TextStyle = _label(
        9.5, 14, before=_pt(8), after=_pt(12), start=_pt(12), end=_pt(12), rule="start", rule_width=_pt(2)
    )
    note: TextStyle = TextStyle(size=_pt(9.5), leading=_pt(14), italic=True, colour=_GREY, after=_pt(7))
    preformatted: TextStyle = TextStyle(font="mono", size=_pt(8.5), leading=_pt(12), after=_pt(9))
    separator: TextStyle = TextStyle(align="center", colour=_GREY, before=_pt(4), after=_pt(10))
    signoff: TextStyle = TextStyle(
        size=_pt(9.5), leading=_pt(14), italic=True, colour=_GREY, before=_pt(6), after=_pt(6)
    )
    source: TextStyle = _label(8.5, 12.5, colour=_GREY, after=_pt(3))
    running: TextStyle = _label(8, 11, colour=_GREY, rule="above", rule_width=_pt(0.4))
    link: Colour = Colour("#1a4a8a")
    export: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if all(part.name in _COLOURLESS or getattr(self, part.name) is part.default for part in fields(self)):
            return  # the colours of our own roles are a test's to judge
        from newsexport.style.contrast import faint

        if found := faint(self):
            raise ValueError("; ".join(found))

    def roles(self) -> dict[str, TextStyle]:
        """Every role of text by its name, in the order of the page."""
        return {part.name: value for part in fields(self) if isinstance(value := getattr(self, part.name), TextStyle)}


def load(name: str | os.PathLike[str]) -> Style:
    """The house style of a name or a file; StyleError lists every mistake of the file with its key.

    A name is looked up in the working folder's `styles/`, then among those that come with newsexport; anything with a
    separator or the ending `.toml` is a file.
    """
    path = find(name)
    data = {"name": os.path.splitext(os.path.basename(path))[0]} | _toml(path)
    if data.keys() == {"name"} and isinstance(data["name"], str):
        return Style(data["name"])
    from newsexport.style._decoded import decoded

    return decoded(data, path)


def names() -> dict[str, Path]:
    """The house styles that a name finds, with their files: the working folder's hide ours of the same name."""
    from pathlib import Path

    return {path.stem: path for folder in (_shipped(), _OURS) for path in sorted(Path(folder).glob("*.toml"))}


@cache
def _shipped() -> str:
    """The folder of the house styles that come with newsexport: in the package, or, of a checkout, at its top."""
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside, beside = (os.path.join(folder, "styles") for folder in (here, os.path.dirname(os.path.dirname(here))))
    return inside if os.path.isdir(inside) or not os.path.isdir(beside) else beside


def find(name: str | os.PathLike[str]) -> str:
    """The file of a style's name or path; StyleError where there is none."""
    text = os.fspath(name)
    if text.endswith(".toml") or os.sep in text or "/" in text:
        if os.path.isfile(text):
            return text
        raise StyleError(
            "no such house style", path=text, hint="give the path of a TOML file, or one of: " + ", ".join(names())
        )
    for folder in (_OURS, _shipped()) if _NAME.issuperset(text) else ():
        if os.path.isfile(path := os.path.join(folder, f"{text}.toml")):
            return path
    raise StyleError(f"no house style is called {text!r}", hint="known styles: " + ", ".join(names()))


def _toml(path: str) -> dict[str, Any]:
    try:
        with open(path, "rb") as file:
            raw = file.read(_MOST_BYTES + 1)
        if len(raw) > _MOST_BYTES:
            raise StyleError(f"larger than {_MOST_BYTES:,} bytes", path=path, hint="a house style is a short TOML file")
        if name := _nothing_else(text := raw.removeprefix(b"\xef\xbb\xbf").decode()):
            return {"name": name}
        from newsexport.toml import tables

        return tables(text)
    except (OSError, ValueError) as error:
        raise StyleError(f"not readable as TOML: {error}", path=path, hint="see https://toml.io") from None


def _nothing_else(text: str) -> str | None:
    """The name of a style whose file has comments above it and nothing else: no TOML parser is asked (5 ms)."""
    above, _, name = text.rpartition('name = "')
    plain = all(line[:1] == "#" and line.isprintable() for line in above.split("\n")[:-1]) and above[-1:] in {"", "\n"}
    return name[:-2] if plain and name[-2:] == '"\n' and _NAME.issuperset(name[:-2]) else None
