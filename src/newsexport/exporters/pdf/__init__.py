"""The article as PDF, tagged and archivable (PDF/UA-1 and PDF/A-2a), in any script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from newsexport.exporter import Edition, Exporter, Style, option
from newsexport.records import Record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class Options(Record):
    """Which standards the file keeps, and where its fonts may come from."""

    variant: Literal["ua1+a2a", "a3a", "ua2+a4"] = option(
        "ua1+a2a",
        "The standards to keep: PDF/UA-1 and PDF/A-2a; PDF/UA-1 and PDF/A-3a with the articles as JSON inside; or "
        "PDF/UA-2 and PDF/A-4 (PDF 2.0).",
    )
    font: tuple[Path, ...] = option(
        (), "A font file to ask for what the style's fonts lack, FILE#N for face N of a collection; may be repeated."
    )
    system_fonts: bool = option(True, "Ask this machine's fonts for what ours lack (Chinese, Japanese, Korean …).")


def write(edition: Edition, style: Style, options: Options) -> bytes:
    """The edition as PDF, each article from a new page; ExportWarning names what no font can show."""
    from newsexport.exporters.pdf._book import bind
    from newsexport.exporters.pdf._fonts import with_files

    if options.font:
        style = replace(style, fonts=with_files(style.fonts, options.font))
    return bind(edition, style, variant=options.variant, system=options.system_fonts)


def coverage(edition: Edition, style: Style, options: Options) -> Iterator[tuple[str, Mapping[str, int]]]:
    """The faces that show the words of an edition as text, each with the number of each character; "" shows none."""
    from newsexport.exporters.pdf._coverage import faces
    from newsexport.exporters.pdf._fonts import with_files

    return faces(edition, with_files(style.fonts, options.font), system=options.system_fonts)


exporter = Exporter(
    extension=".pdf", summary="Pages to print and to keep: accessible, archivable PDF.", write=write, options=Options
)
