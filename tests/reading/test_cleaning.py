"""Clean text has one kind of line end, no dangerous character, and tells what was taken out."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsexport.reader._clean import MARKS, clean

KEPT = {
    "no-break space": "\xa0",
    "tab": "\t",
    "soft hyphen": "\xad",
    "zero-width joiner": "\u200d",
    "zero-width non-joiner": "\u200c",
    "left-to-right mark": "\u200e",
    "right-to-left mark": "\u200f",
    "Arabic letter mark": "\u061c",
    "variation selector": "☎\ufe0f",
    "emoji of three people": "👩\u200d👩\u200d👧",
    "a flag made of tags": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "a name's own form of an ideograph": "神社の\ufa19",
    "Thai vowels": "ที่",
    "typographic quotation marks": "“‘’”„«»",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_what_scripts_need_stays(text: str) -> None:
    assert clean(text).text == text
    assert clean(text).dropped == ()


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\r\r\n", "\x0b", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert clean(f"one{end}two").text == "one\ntwo"
    assert clean(f"one{end}two").dropped == ()


def test_two_line_ends_stay_two() -> None:
    assert clean("one\r\n\r\ntwo\r\rthree\n\rfour").text == "one\n\ntwo\n\nthree\n\nfour"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("one\ftwo", "one\n\f\ntwo"),
        ("one\n\ftwo", "one\n\f\ntwo"),
        ("one\f\ntwo", "one\n\f\ntwo"),
        ("\fone\f", "\f\none\n\f"),
        ("one\f\ftwo", "one\n\f\n\f\ntwo"),
    ],
)
def test_a_page_break_stands_on_a_line_of_its_own(text: str, cleaned: str) -> None:
    assert clean(text).text == cleaned


@pytest.mark.parametrize(
    ("text", "cleaned", "dropped"),
    [
        ("a\x07b\x07\x01", "ab", ("U+0001 ×1", "U+0007 ×2")),
        ("safe\u202etxt.exe\u202c", "safetxt.exe", ("U+202C ×1", "U+202E ×1")),
        ("\u2066x\u2069", "x", ("U+2066 ×1", "U+2069 ×1")),
        ("a\ufeffb", "ab", ("U+FEFF ×1",)),
        ("\x9b31m", "31m", ("U+009B ×1",)),
        ("\x7f", "", ("U+007F ×1",)),
        ("a\ufffeb\U0010ffff", "ab", ("U+FFFE ×1", "U+10FFFF ×1")),
        ("\ufff9base\ufffanote\ufffb", "basenote", ("U+FFF9 ×1", "U+FFFA ×1", "U+FFFB ×1")),
        ("lone \ud800 half", "lone \ufffd half", ("U+D800 ×1",)),
        ("\ud83d\ude00", "😀", ()),
        ("e\u0301", "é", ()),
        ("Z" + "\u0300" * 20 + "z", "Z" + "\u0300" * MARKS + "z", ("U+0300 ×12",)),
    ],
)
def test_what_goes_is_counted(text: str, cleaned: str, dropped: tuple[str, ...]) -> None:
    assert clean(text).text == cleaned
    assert clean(text).dropped == dropped


def test_every_code_point_there_is_becomes_text_that_xml_takes() -> None:
    every = "".join(map(chr, range(0x110000)))
    cleaned = clean(every)
    assert clean(cleaned.text).text == cleaned.text
    assert clean(cleaned.text).dropped == ()
    shown = cleaned.text.replace("\f", "")
    escaped = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert etree.fromstring(f"<t>{escaped}</t>", etree.XMLParser(huge_tree=True)).text == shown
    assert not set(cleaned.text) & set(
        map(chr, [*range(9), *range(14, 32), *range(0x7F, 0xA0), *range(0xD800, 0xE000)])
    )


HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.characters(codec=None, categories=["Cs", "Cc", "Cf", "Mn", "Zl", "Zp"]),
        st.sampled_from("\r\n\f\x0b\x85\u0344\u0315\u0300a\u1100\u1161"),
    ),
    max_size=200,
)


@given(HOSTILE)
def test_cleaning_clean_text_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once.text).text == once.text
    assert clean(once.text).dropped == ()


@given(HOSTILE)
def test_clean_text_is_safe(text: str) -> None:
    cleaned = clean(text).text
    assert not any(unicodedata.category(char) in {"Cs", "Zl", "Zp"} for char in cleaned)
    assert not any(unicodedata.category(char) == "Cc" and char not in "\t\n\f" for char in cleaned)
    unbroken = cleaned.replace("\f", "").replace("\n", "")
    assert unbroken.splitlines() in ([], [unbroken])


@given(st.text(st.characters(exclude_categories=["C", "M"], exclude_characters="\u2028\u2029"), max_size=200))
def test_ordinary_text_loses_nothing(text: str) -> None:
    assert clean(text).dropped == ()
    assert unicodedata.normalize("NFC", clean(text).text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["\r", "\f", "a\u0315\u0300", "\x07", "\ud800", "!\u0300", "\ufa19"])
def test_the_time_is_linear(text: str) -> None:
    began = time.process_time()
    clean(text * 100_000)
    assert time.process_time() - began < 5
