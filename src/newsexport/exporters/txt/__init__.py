"""Plain text for mail and terminals: UTF-8, one measure, the head, lists and quotes of the other formats.

Text stays in logical order, as RFC 3676 and every terminal want it. Emphasis has no form here: signs round a word would
be read as the article's own.
"""

from __future__ import annotations

from newsexport.exporter import Edition, Exporter, Style, option
from newsexport.records import Record


class Options(Record):
    """How the lines are set."""

    width: int = option(72, "Columns of a line, 40 to 200.")
    ascii: bool = option(False, "Plain quotation marks, dashes and rules, for systems without Unicode.")
    flowed: bool = option(False, "Soft line ends that mail programs fill anew (RFC 3676).")

    def __post_init__(self) -> None:
        if not 40 <= self.width <= 200:
            raise ValueError(f"width runs from 40 to 200 columns, got {self.width}")


def write(edition: Edition, style: Style, options: Options) -> bytes:
    r"""The edition as text in UTF-8, lines ended by "\n"; several articles stand behind a list of contents."""
    from newsexport.exporters.txt._book import edition_lines
    from newsexport.exporters.txt._page import sheet
    from newsexport.exporters.txt._plain import warn_of_rest

    on = sheet(style, options.width, ascii_only=options.ascii, flowed=options.flowed)
    lines = list(edition_lines(edition, on))
    if options.flowed:
        lines = [_stuffed(line) for line in lines]
    text = "\n".join(lines) + "\n"
    if options.ascii:
        warn_of_rest(text)
    return text.encode("utf-8")


def _stuffed(line: str) -> str:
    """The line as RFC 3676, 4.4 sends it: a space before what a mail program would take for a quotation or a header."""
    return f" {line}" if line.startswith((" ", ">", "From ")) else line


exporter = Exporter(extension=".txt", summary="Plain text for mail and terminals.", write=write, options=Options)
