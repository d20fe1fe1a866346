"""A recogniser that is not asked would not have taken the chunk."""

from hypothesis import given
from hypothesis import strategies as st

from newsexport.reader import _blocks
from newsexport.reader._lines import Chunk, Line

WORDS = st.sampled_from(
    ["Ferry", "the", "bridge", "reopened.", "“We", "sail”", "1.", "(2)", "-", "•", "**Vale**", "# Talks", "***", "ADVERTISEMENT",
     "Photo:", "AFP", "Key", "facts", "—", "Ana", "2024", "\t", "   ", "图", "«Да»"]
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join).filter(str.strip)


@given(st.lists(st.tuples(TEXTS, st.integers(0, 2)), min_size=1, max_size=8))
def test_only_recognisers_that_would_pass_are_left_out(given_chunks):
    body = [Chunk.of([Line.of(at + 1, raw)], gap) for at, (raw, gap) in enumerate(given_chunks)]
    for at, chunk in enumerate(body):
        asked = _blocks._asked(chunk.text)
        assert [one for one in _blocks.RECOGNISERS if one not in asked and one(body, at)] == []
        assert asked[-1] is _blocks.paragraph
