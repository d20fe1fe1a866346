"""What tells a paragraph of a story from the lines of its head."""

from __future__ import annotations

from newsexport.reader import _datelines
from newsexport.reader._lines import ends_sentence, is_capitals, weight


def is_prose(text: str) -> bool:
    """Whether a chunk is a paragraph of the story and no headline: it has a dateline, sentences, or great length."""
    size = weight(text)
    if size >= 260 or (size >= 50 and _dated(text)):
        return True
    if not ends_sentence(text):
        return False
    quoted = text[-1] in "?!？！\"'”’»" or (text[-1] == ")" and size < 120)
    return size >= (170 if quoted else 100)


def _dated(text: str) -> bool:
    found = _datelines.leading(text)
    return found is not None and found.confidence > 0.7 and not is_capitals(text)
