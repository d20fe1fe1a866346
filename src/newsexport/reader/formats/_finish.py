"""The last look at a body of paragraphs: rules, small print and the dateline that runs into the first sentence."""

from __future__ import annotations

from collections.abc import Sequence

from newsexport.model import Dateline, Mark, Note, Paragraph, Separator
from newsexport.reader._datelines import Found, leading
from newsexport.reader._lines import Chunk, Line
from newsexport.reader._marks import rights, small_print
from newsexport.reader.formats._record import Placed, Record
from newsexport.records import replace

SURE = 0.9  # how sure a dateline in running text must be
_TAIL = 8  # blocks at the end that may be small print


def finish(record: Record, places: Sequence[str] = (), reason: str = "") -> None:
    """Understand what the markup does not tell; `places` are where the format says that the story was filed."""
    _standfirst(record)
    _dateline(record, places, reason)
    end = len(record.body) - _TAIL
    record.body = [kept for at, placed in enumerate(record.body) if (kept := _read(record, placed, last=at >= end))]


def _standfirst(record: Record) -> None:
    """Take a first paragraph for the standfirst when the dateline opens only the second: a story begins with its dateline."""
    blocks = record.blocks[:2]
    if len(blocks) < 2 or not all(isinstance(block, Paragraph) for block in blocks) or "standfirst" in record.fields:
        return
    first, second = (block for block in blocks if isinstance(block, Paragraph))
    found = leading(second.text)
    if found and found.confidence >= SURE and not first.marks and not leading(first.text):
        record.text("standfirst", first.text, "stands above the paragraph that the dateline opens")
        del record.body[0]


def _read(record: Record, placed: Placed, *, last: bool) -> Placed | None:
    """What a block really is, None when it became a field or only a mark."""
    block = placed.block
    if not isinstance(block, Paragraph):
        return placed
    found = small_print(Chunk.of([Line.of(0, block.text)]))
    if found and found.role == "rule":
        return Placed(Separator(block.text), "rule", found.reason, found.confidence)
    if found and found.role == "note":
        note = Note(block.text, found.kind, block.marks)
        return Placed(note, f"note {found.kind}", found.reason, found.confidence)
    if not last or block.marks:
        return placed
    if found and found.role == "signoff" and "signoff" not in record.fields:
        record.text("signoff", block.text, found.reason)
    elif found and found.role in {"end mark", "more mark"}:
        record.mark(found.role, block.text, found.reason)
    elif rights(block.text) and "rights" not in record.fields:
        record.text("rights", block.text, "states the copyright")
    else:
        return placed
    return None


def _dateline(record: Record, places: Sequence[str], reason: str) -> None:
    """Set the dateline from the body's opening, else from the places that the format states."""
    first = record.blocks[0] if record.blocks else None
    found = leading(first.text) if isinstance(first, Paragraph) else None
    stated = record.fields.get("dateline")
    if isinstance(first, Paragraph) and found and found.confidence >= SURE and _same(found.dateline, stated):
        _lift(record, first, found, stated)
    elif not stated:
        record.dateline(", ".join(filter(None, places)), reason, places)
        return
    for place in places:
        record.mark("metadata", place, reason)


def _same(found: Dateline, stated: Dateline | None) -> bool:
    """Whether the printed dateline is the one that the format states, or the only one."""
    if stated is None:
        return True
    return any(place.casefold() in stated.raw.casefold() for place in found.places)


def _lift(record: Record, first: Paragraph, found: Found, stated: Dateline | None) -> None:
    line = found.dateline
    if stated:
        line = replace(line, places=line.places or stated.places, date=line.date or stated.date)
    record.fields["dateline"] = line
    record.mark("dateline", line.raw, found.reason, found.confidence)
    raw = first.raw and first.raw[found.end :]
    record.body[0].block = replace(
        first, text=first.text[found.end :], marks=_shifted(first.marks, -found.end), raw=raw
    )


def _shifted(marks: Sequence[Mark], by: int) -> tuple[Mark, ...]:
    """The marks moved by some characters; what would stand before the text is cut off."""
    return tuple(replace(mark, start=max(0, mark.start + by), end=mark.end + by) for mark in marks if mark.end + by > 0)
