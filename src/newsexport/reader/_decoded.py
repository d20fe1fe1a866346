"""What decoding answers, whichever way it went."""

from __future__ import annotations

from newsexport.records import record


@record
class Decoded:
    """Text, and how it was read: `encoding` is a Python codec's name, `confidence` runs from 0 to 1."""

    text: str
    encoding: str
    reason: str
    confidence: float = 1.0
    warnings: tuple[str, ...] = ()
