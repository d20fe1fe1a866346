"""DOCX: an edition as a Word document whose every paragraph has a named style of the house."""

from __future__ import annotations

from newsexport.errors import ExportError
from newsexport.exporter import Edition, Exporter, NoOptions, Style


def write(edition: Edition, style: Style, options: NoOptions) -> bytes:  # noqa: ARG001 - the signature of a writer
    """The edition as Office Open XML (ISO/IEC 29500 Transitional); ExportError where it has no article."""
    from newsexport.exporters.docx._file import document

    if not edition.articles:
        raise ExportError("an edition without articles cannot be a Word document", hint="give at least one article")
    return document(edition, style)


exporter = Exporter(extension=".docx", summary="A Word document in named styles.", write=write)
