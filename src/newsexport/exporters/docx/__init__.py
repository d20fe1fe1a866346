"""DOCX: an edition as a Word document whose every paragraph has a named style of the house."""

from __future__ import annotations

from newsexport.errors import ExportError
from newsexport.exporter import Edition, Exporter, Style, option
from newsexport.records import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from newsexport.exporters.docx._reference import House


class Options(Record):
    """Whose styles the document has."""

    reference: Path | None = option(None, "A Word document whose styles and page are taken: see 'styles --sample'.")


def write(edition: Edition, style: Style, options: Options) -> bytes:
    """The edition as Office Open XML (ISO/IEC 29500 Transitional); ExportError where it has no article."""
    from newsexport.exporters.docx._file import document

    if not edition.articles:
        raise ExportError("an edition without articles cannot be a Word document", hint="give at least one article")
    return document(edition, style, _house(options.reference) if options.reference else None)


def _house(reference: Path) -> House:
    from newsexport.exporters.docx._reference import house

    return house(reference)


def sample(style: Style) -> bytes:
    """A document that shows every style of the house, to be restyled in Word and given back as a reference."""
    from newsexport.exporters.docx._sample import edition

    return write(edition(), style, Options())


exporter = Exporter(extension=".docx", summary="A Word document in named styles.", write=write, options=Options)
