"""Words and minutes: what a reader would count, in scripts with and without spaces."""

import re

import pytest

from newsexport.analysis import facts, reading_minutes
from newsexport.analysis.length import WORDS_A_MINUTE
from newsexport.model import Article, Factbox, Item, Paragraph, PullQuote

BY_PATTERN = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


def words(text: str) -> int:
    return facts(Article(blocks=(Paragraph(text),))).words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("The bridge opened on Friday.", 5),
        ("“We don’t know,” she said.", 5),
        ("A well-known mayor of Vale-on-Sea", 5),
        ("It cost 1,250.50 crowns, or 12%.", 6),
        ("The bridge — nine years late—opened - at last.", 8),
        ("« Nous irons », dit-elle ; « demain ».", 4),
        ("Line one\nline two\tend", 5),
        ("新しい橋", 4),
        ("Vale 新橋 opened", 4),
        ("สะพานใหม่", 9),
        ("다리가 열렸다", 6),
        ("Мост открыт в Вале.", 4),
        ("الجسر الجديد مفتوح", 3),
        ("* * *", 0),
        ("🙂 The bridge", 3),
    ],
)
def test_words_are_counted_as_a_reader_would(text, expected):
    assert words(text) == expected


def test_ordinary_prose_counts_the_same_as_letter_by_letter():
    prose = (
        "VALE (Newsline) — The mayor's office said on Friday, April 21, that the well-known bridge, closed since 2015, "
        "would open “before the end of the year”. It cost 4.5 million crowns (about 1,200 a day). “We’re late,” she said."
    )
    assert words(prose) == len(BY_PATTERN.findall(prose.replace("—", " ")))


def test_words_of_every_block_are_read():
    blocks = (Paragraph("one two"), PullQuote("three", "four five"), Factbox("six", (Item("seven eight"),)))
    assert facts(Article(blocks=blocks)).words == 8


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 1), (WORDS_A_MINUTE, 1), (4 * WORDS_A_MINUTE, 4)])
def test_reading_takes_a_minute_at_least_unless_there_is_nothing_to_read(count, expected):
    article = Article(blocks=(Paragraph("word " * count),))
    assert reading_minutes(article) == facts(article).reading_minutes == expected


def test_a_lone_surrogate_is_no_obstacle():
    assert words("The \ud800 bridge") == 3
