"""EPUB 3: each article a chapter, in the house style, for readers on any screen and with any assistive technology."""

from __future__ import annotations

from newsexport.errors import ExportError
from newsexport.exporter import Edition, Exporter, Style, option
from newsexport.records import Record


class Options(Record):
    """How the book is made up."""

    cover: bool = option(True, "Open the book with a cover, drawn from the house style.")
    fonts: bool = option(True, "Embed a font where a script needs it: Arabic, Hebrew, Devanagari, Thai, Georgian.")


def write(edition: Edition, style: Style, options: Options) -> bytes:
    """The edition as an EPUB 3.3 with one chapter for each article; ExportError where there is none."""
    from newsexport.exporters.epub._book import book
    from newsexport.exporters.epub._chapter import chapters
    from newsexport.exporters.epub._cover import cover
    from newsexport.exporters.epub._css import stylesheet
    from newsexport.exporters.epub._fonts import embedded

    if not edition.articles:
        raise ExportError("an edition without articles cannot be an EPUB", hint="give at least one article")
    told = chapters(edition)
    fonts = embedded((text for one in told for text in one.words), style.fonts) if options.fonts else []
    css = stylesheet(style, embedded=bool(fonts))
    return book(edition, told, css, fonts, cover(edition, style) if options.cover else None)


exporter = Exporter(
    extension=".epub", summary="An EPUB 3 book, one chapter for each article.", write=write, options=Options
)
