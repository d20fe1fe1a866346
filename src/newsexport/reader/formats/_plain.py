"""A body that is plain text, understood by the reader's own recognisers."""

from __future__ import annotations

from newsexport.model import NOWHERE
from newsexport.reader._blocks import blocks
from newsexport.reader._draft import Draft
from newsexport.reader._head import head
from newsexport.reader._lines import numbered
from newsexport.reader._shape import chunked, shape
from newsexport.reader._tail import tail
from newsexport.reader.formats._record import Placed, Record
from newsexport.records import replace


def plain(record: Record, raw: str, reason: str, *, whole: bool = False) -> None:
    """Add a plain text to the record: its paragraphs, sign-off and small print; `whole` when it may have a head as well."""
    lines = numbered(record.clean(raw))
    draft = Draft(fields=dict(record.fields))
    chunks = chunked(lines, shape(lines))
    if chunks:
        chunks = tail(chunks, draft)
        chunks = head(chunks, draft) if whole and chunks else chunks
    opening = draft.blocks
    for found in blocks(chunks):
        draft.place(found.block, found.role, found.reason, found.confidence)
    opening.sort(key=lambda block: block.lines)
    _merge(record, draft, reason)


def _merge(record: Record, draft: Draft, reason: str) -> None:
    """Everything of the draft, without line numbers: they count from the text's own first line."""
    record.fields.update(draft.fields)
    told = {entry.lines: entry for entry in draft.trace if entry.raw is None}
    for spoken, kept in ((draft.blocks, record.body), (draft.notes, record.notes)):
        for block in spoken:
            entry = told[block.lines]
            kept.append(
                Placed(replace(block, lines=NOWHERE), entry.role, f"{reason}: {entry.reason}", entry.confidence)
            )
    record.unparsed.extend(replace(left, lines=NOWHERE) for left in draft.unparsed)
    entries = sorted((entry for entry in draft.trace if entry.raw), key=lambda entry: entry.lines)
    record.trace.extend(replace(entry, lines=NOWHERE, reason=f"{reason}: {entry.reason}") for entry in entries)
    record.warnings.extend(draft.warnings)
