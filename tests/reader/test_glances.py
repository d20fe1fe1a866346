"""A glance at a text's signs, before a costly pattern is tried, passes by nothing that the pattern would find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsexport import datewords
from newsexport.datewords._names import MONTHS
from newsexport.reader import _captions, _clean, _clock, _dateforms, _datelines

DASHES = st.text("- –—_:.)/(,a1", max_size=16)
TIMES = st.lists(
    st.sampled_from(["10", "9", "1030", ":30", ".30", "h", " ", ".", "am", "p.m.", "Uhr", "uhr", "hrs", "น", "GMT", "est", "T", "x"]),
    max_size=7,
)  # fmt: skip
DAYS = st.text("0123456789./- ", max_size=16)
CREDITS = st.lists(
    st.sampled_from(["Ana Lopez", "ANA LOPEZ", "AGP", "APA", "dpa", "AP", "Getty Images", "picture alliance", "Photo", "Foto:", "Symbolbild", "by", ":",
                     "/", " / ", "(", ")", "[", "]", ".", "©", " ", "Vale", "via Getty Images", "Handout", "at the quay", "graphic", "Pic: "]),
    max_size=8,
)  # fmt: skip
TORN = st.text(["\r", "\n", "a", "\x85", "\u2028"], max_size=12)


@given(DASHES)
def test_a_dateline_s_dash(text):
    assert [dash.span() for dash in _datelines._dashes(text)] == [
        dash.span() for dash in _datelines._DASH.finditer(text)
    ]


@given(TIMES.map("".join))
def test_a_time_of_day(text):
    assert _clock._MAYBE.search(text) or not _clock._TIME.search(text)


@given(DAYS)
def test_a_day_in_numbers(text):
    found = any(
        pattern.search(text) for pattern in (_dateforms._YEAR_FIRST, _dateforms._YEAR_LAST, _dateforms._COMPACT)
    )
    assert _dateforms._PARTED.search(text) or not found


@given(CREDITS.map("".join))
def test_a_picture_s_credit(text):
    assert _captions._is_signed(text) or not _captions._CREDIT.search(text)


@given(TORN)
def test_the_ends_of_lines(text):
    assert _clean.clean(text).text == _clean._LINE_END.sub("\n", text)


@pytest.mark.parametrize("word", ["may", "listopad", "de gener", "کانون الثانی", "council", "a", ""])
def test_a_month_by_its_row_and_by_the_index(word):
    rows, index = datewords._Table("MONTHS", 1), datewords._Table("MONTHS", 1)
    index.left = 0
    assert (
        rows(word)
        == index(word)
        == {
            language: number
            for language, row in MONTHS.items()
            for number, names in enumerate(row.split("|"), 1)
            if word and word in names.split(",")
        }
    )
