"""A house style file that says more than its name."""

from __future__ import annotations

from pathlib import Path

from newsexport.codec import Problems, decode
from newsexport.errors import StyleError
from newsexport.records import fields, replace
from newsexport.style import FontFiles, Style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def decoded(data: dict[str, Any], path: str) -> Style:
    """The style that a file's data say; StyleError lists every mistake with its key."""
    problems = Problems()
    style: Style = decode(Style, data, problems, base=Style())
    if not problems.found:
        files = {
            family: _located(family, found, Path(path).parent, problems) for family, found in style.fonts.files.items()
        }
        style = replace(style, fonts=replace(style.fonts, files=files))
    if problems.found:
        raise StyleError(
            "; ".join(problems.found), path=path, hint="the README shows a house style; 'newsexport styles' lists them"
        )
    return style


def _located(family: str, files: FontFiles, folder: Path, problems: Problems) -> FontFiles:
    found = {part.name: folder / path for part in fields(files) if isinstance(path := getattr(files, part.name), Path)}
    for name, file in found.items():
        if not file.is_file():
            problems.say(f"fonts.files.{family}.{name}", f"no such font file: {file}")
    return replace(files, **found)
