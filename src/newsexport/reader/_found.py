"""What a recogniser of blocks gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsexport.model import Block
from newsexport.reader._lines import Chunk
from newsexport.records import open_record


@open_record
class Found:
    """A block, what it is called, how we know, how sure, and how many chunks it took."""

    block: Block
    role: str
    reason: str
    confidence: float = 0.9
    used: int = 1


Recogniser = Callable[[Sequence[Chunk], int], Found | None]
