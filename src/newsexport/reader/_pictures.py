"""Captions and credits of pictures, on one line, on two, or behind a page's words for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsexport.model import Figure
from newsexport.patterns import lazy
from newsexport.reader import _captions
from newsexport.reader._draft import differing
from newsexport.reader._lines import Chunk, weight
from newsexport.reader._links import links

LONGEST = 250  # letters of a caption whose credit stands on the next line
LONGEST_LABEL = 40
_LABEL = lazy(
    r"[\[(]?(?:image |photo |picture )?(?:caption|bildunterschrift|légende|pie de foto|didascalia)\s?[,:]?[\])]?\Z",
    re.IGNORECASE,
)


def picture(chunks: Sequence[Chunk], at: int, *, apart: bool) -> tuple[Figure, int] | None:
    """The picture that a caption, a credit or both describe, and how many chunks say so.

    `apart`: whether the chunk is set apart from what stands above it, as a caption is whose credit is the line below.
    """
    chunk = chunks[at]
    below = chunks[at + 1] if at + 1 < len(chunks) else None
    if len(chunk.text) <= LONGEST_LABEL and below is not None and _LABEL.match(chunk.text):
        return _figure([chunk, below], below.text, None), 2
    if found := _captions.photo(chunk.text):
        caption, credit = found
        raw = differing(chunk.text, chunk.raw) or (chunk.raw if credit else None)
        return Figure(caption, credit, links(caption), chunk.lines, raw), 1
    if (
        below is not None
        and apart
        and below.gap == 0
        and weight(chunk.text) <= LONGEST
        and _captions.credit(below.text)
    ):
        return _figure([chunk, below], chunk.text, below.text), 2
    return None


def plain_caption(chunk: Chunk) -> Figure:
    """The picture that a chunk describes without a word for it."""
    return Figure(chunk.text, None, links(chunk.text), chunk.lines, differing(chunk.text, chunk.raw))


def _figure(chunks: list[Chunk], caption: str, credit: str | None) -> Figure:
    raw = "\n".join(chunk.raw for chunk in chunks)
    return Figure(caption, credit, links(caption), (chunks[0].lines[0], chunks[-1].lines[1]), raw)
