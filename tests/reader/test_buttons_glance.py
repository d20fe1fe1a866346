"""The glance at a line's last word refuses no line of buttons."""

from hypothesis import given
from hypothesis import strategies as st

from newsexport.reader import _buttons

BUTTONS = st.sampled_from(sorted(_buttons._SURE | _buttons._WEAK))
APART = st.sampled_from([" ", " | ", ", ", "/", "  ", " 12 ", ". ", "! "])
TAILS = st.sampled_from(["", ".", "!", " .", " !", " |", " 12", " 12."])


@given(st.lists(BUTTONS, min_size=1, max_size=4), APART, TAILS)
def test_a_line_of_buttons_is_still_one(words, between, tail):
    line = between.join(words) + tail
    glance = _buttons._may_end(line)
    try:
        _buttons._may_end, kept = (lambda text: True), _buttons._may_end
        assert glance or not _buttons.buttons(line)
    finally:
        _buttons._may_end = kept
