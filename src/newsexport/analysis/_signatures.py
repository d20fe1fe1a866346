"""The speaker whose name stands under a quotation: the line of a pull quote, or a paragraph of a dash and a name."""

from __future__ import annotations

from newsexport.analysis._clauses import Source
from newsexport.analysis._phrases import phrase
from newsexport.analysis._tokens import Line
from newsexport.model import Block, Paragraph, PullQuote
from newsexport.patterns import lazy

_DASHED = lazy(r"\s*[—–―-]{1,2}\s?[^\W\d_]")
_LONGEST = 120  # characters of a paragraph that only signs


def signs(block: Block) -> bool:
    """Whether a block is nothing but a dash and what may be a name."""
    return isinstance(block, Paragraph) and len(block.text) <= _LONGEST and bool(_DASHED.match(block.text))


def signature(line: Line, block: Block) -> Source | None:
    """Who signs: in the last line of a pull quote, or in a paragraph that only signs."""
    start = len(block.text) if isinstance(block, PullQuote) and block.attribution else 0
    for at, begin in enumerate(line.starts):
        if begin >= start and line.words[at][0].isalpha():
            found = phrase(line, at, len(line.words))
            known = found and (found.name or isinstance(block, PullQuote))
            return Source(found, at, "signed") if found and known else None
    return None
