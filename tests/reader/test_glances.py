"""A glance at a text's signs, before a costly pattern is tried, passes by nothing that the pattern would find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsexport import datewords
from newsexport.datewords import fold
from newsexport.datewords._names import MONTHS
from newsexport.reader import (
    _binary,
    _clean,
    _clock,
    _datearound,
    _dateforms,
    _datelabels,
    _datelines,
    _dateworded,
    _days,
    _decode,
    _pictures,
)

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
    assert _days.may_state_clock(text) or not _clock._TIME.search(text)


@given(DAYS)
def test_a_day_in_numbers(text):
    found = any(
        pattern.search(text) for pattern in (_dateforms._YEAR_FIRST, _dateforms._YEAR_LAST, _dateforms._COMPACT)
    )
    assert _days.may_be_parted(text) or not found


@given(CREDITS.map("".join))
def test_a_picture_s_credit(text):
    assert _pictures._is_signed(text) or not _pictures._CREDIT.search(text)


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


@given(st.text("AP Vale.\u00a0á", max_size=12).map(str.strip))
def test_the_initials_of_an_agency_at_the_end(text):
    found = re.search(r"\s([A-Z]{2,5})\Z", text)
    last = _datelines._trailing(text)
    assert (found and [text[: found.start()].strip(), found[1]]) == last


@given(
    st.lists(
        st.sampled_from(["Vale", " ", ",", ";", "/", "،", "、", " and ", " et ", "und", " y ", " и "]), max_size=6
    ).map("".join)
)
def test_what_parts_places(text):
    assert _datelines._split(text) == _datelines._SPLIT.split(text)


@given(st.text('aé12 .,|«»·_-"\\', max_size=16).filter(bool))
def test_the_tokens_of_a_latin_line(line):
    assert [found.span() for found in _dateworded.tokens(line)] == [
        found.span() for found in _dateworded._TOKEN.finditer(line)
    ]


@pytest.mark.parametrize("words", [datewords.LINKS, datewords.YEAR_WORDS, _datearound._LINKS, _datelabels._labels()])
def test_the_words_beside_a_date_are_written_as_they_are_looked_up(words):
    assert {word for word in words if fold(word) != word} == set()


def test_data_that_is_no_text_is_known_by_what_opens_it():
    kinds = {*_binary._MAGIC, _binary._ZIP}
    assert {magic for magic in kinds if not magic.startswith(_decode._BINARY)} == set()
    assert {sign for sign in _decode._BINARY if not any(magic.startswith(sign) for magic in kinds)} == set()
