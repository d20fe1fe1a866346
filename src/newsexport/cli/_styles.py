"""`newsexport styles`: the house styles, what one sets, and which of its fonts show a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsexport.errors import ExportError, printable

if TYPE_CHECKING:
    from newsexport.style import Style

_NAMED = 8  # characters that a line names


@click.command()
@click.argument("style", required=False)
@click.option(
    "--fonts", "article", is_flag=False, flag_value="", metavar="[ARTICLE]",
    help="Show which fonts STYLE asks for, or which of them show the characters of ARTICLE in PDF.",
)  # fmt: skip
@click.option(
    "--sample", type=click.Path(path_type=Path), metavar="HOUSE.DOCX",
    help="Write a Word document with every style of STYLE: restyle it, give it to 'docx --reference'.",
)  # fmt: skip
def styles(style: str | None, article: str | None, sample: Path | None) -> None:
    """List the house styles, or check STYLE and show what it sets."""
    from newsexport import style as house

    if sample:
        _write_sample(house.load(style or "briefing"), sample)
    elif article:
        _coverage(house.load(style or "briefing"), Path(article))
    elif article is not None:
        _families(house.load(style or "briefing"))
    elif style is None:
        for name, path in house.names().items():
            click.echo(f"{printable(name):<16} {printable(str(path))}")
    else:
        found = house.load(style)
        click.echo(f"{found.name}: {found.page.size}, {found.page.columns} column(s)")
        for role, text in found.roles().items():
            face = f"{text.font}{' bold' if text.bold else ''}{' italic' if text.italic else ''}"
            click.echo(f"  {role:<14} {text.size:g}/{text.leading:g}pt {face}, {text.colour}")


def _write_sample(style: Style, path: Path) -> None:
    """Write the sample document, unless a file is in its place."""
    from newsexport.batch import save
    from newsexport.exporters.docx import sample

    if path.exists():
        raise ExportError("is there already", path=path, hint="choose another name")
    save(path, sample(style))
    click.echo(printable(str(path)))


def _families(style: Style) -> None:
    """Print the families of each role, most wanted first, and the files that the style gives them."""
    for role in ("text", "display", "label", "mono", "fallback"):
        click.echo(f"{role:<10}{printable(', '.join(getattr(style.fonts, role)))}")
    for family, files in style.fonts.files.items():
        click.echo(printable(f"{family}: {files.regular}"))


def _coverage(style: Style, path: Path) -> None:
    """Print the faces that show the articles of a file, and name what none has."""
    from newsexport import reader
    from newsexport.exporters.pdf import Options, coverage
    from newsexport.model import Edition

    edition = Edition.of(*reader.read(path))
    for face, chars in coverage(edition, style, Options()):
        click.echo(printable(f"{face or 'no font':<34}{sum(chars.values()):>8}  {_sample(chars, named=not face)}"))


def _sample(chars: Mapping[str, int], *, named: bool) -> str:
    """The most frequent characters; those that nothing shows by code point and name."""
    often = sorted(chars, key=lambda char: (-chars[char], char))[:_NAMED]
    shown = [f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip() if named else char for char in often]
    more = f" and {len(chars) - _NAMED} more" if len(chars) > _NAMED else ""
    return (", " if named else " ").join(shown) + more
