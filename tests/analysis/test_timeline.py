"""The dates that a text states: as printed, and a value only where it is certain."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsexport.analysis import facts
from newsexport.model import Article, Moment, Paragraph

SUNDAY = Moment("21 April 2024", "2024-04-21")


def dated(text: str, language: str = "en", published: Moment | None = SUNDAY) -> list[tuple[str, str | None]]:
    story = Article(language=language, published=published, blocks=(Paragraph(text),))
    return [(one.text, one.value if one.to is None else f"{one.value}/{one.to}") for one in facts(story).timeline]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The treaty was signed on 12 May 2019 in Vale.", [("12 May 2019", "2019-05-12")]),
        ("en", "The treaty was signed on May 12th, 2019.", [("May 12th, 2019", "2019-05-12")]),
        ("en", "It runs 12-14 May 2025.", [("12-14 May 2025", "2025-05-12/2025-05-14")]),
        ("en", "It opened on 2019-05-12.", [("2019-05-12", "2019-05-12")]),
        ("en", "Work began in September 2015.", [("September 2015", "2015-09")]),
        ("en", "The mine closed in 1998 and the mill by 2003.", [("1998", "1998"), ("2003", "2003")]),
        ("en", "Between 2015 and 2019 nothing was built.", [("Between 2015 and 2019", "2015/2019")]),
        ("de", "Der Vertrag vom 12. Mai 2019 gilt seit 2020.", [("12. Mai 2019", "2019-05-12"), ("2020", "2020")]),
        ("fr", "Le traité du 1er mai 2019 court depuis 2020.", [("1er mai 2019", "2019-05-01"), ("2020", "2020")]),
        ("es", "Se firmó el 12 de mayo de 2019.", [("12 de mayo de 2019", "2019-05-12")]),
        ("ru", "Договор подписан 12 мая 2019 года.", [("12 мая 2019", "2019-05-12")]),
        ("ar", "وقعت المعاهدة في 12 مايو 2019.", [("12 مايو 2019", "2019-05-12")]),
        ("zh", "条约于2019年5月12日签署，2020年生效。", [("2019年5月12日", "2019-05-12"), ("2020年", "2020")]),
        ("ja", "2019年5月に始まった。", [("2019年5月", "2019-05")]),
        ("pl", "Umowę podpisano 12 maja 2019 roku.", [("12 maja 2019", "2019-05-12")]),
    ],
)
def test_a_date_in_full_is_certain(language, text, expected):
    assert dated(text, language, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy left for Vale on Thursday.", [("Thursday", "2024-04-18")]),
        ("The envoy will leave for Vale on Thursday.", [("Thursday", "2024-04-25")]),
        ("The bridge opened on Sunday.", [("Sunday", "2024-04-21")]),
        ("The envoy left yesterday.", [("yesterday", "2024-04-20")]),
        ("The council meets tomorrow.", [("tomorrow", "2024-04-22")]),
        ("The panel reported in February.", [("February", "2024-02")]),
        ("The panel reported last November.", [("last November", "2023-11")]),
        ("Prices fell last month and last year.", [("last year", "2023"), ("last month", "2024-03")]),
        ("The deadline of May 1 is near.", [("May 1", "2024-05-01")]),
        ("The panel met on 3 March.", [("3 March", "2024-03-03")]),
    ],
)
def test_what_counts_from_the_day_of_publication_is_dated_where_the_tense_says_which_way(text, expected):
    assert dated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The council meets on Thursday.",
        "The office is closed on Mondays.",
        "Last Friday was cold and next Friday will be.",
        "“We left on Thursday,” she said.",
        "On a Monday they wrote headlines.",
        "It was the best day of the last year.",
        "Ms May met Mr March.",
        "It cost 2000 crowns and 2,019 people came.",
        "The 2019 Vale Open drew crowds.",
        "See page 2019.",
        "It took 12 marches and 5 May bugs.",
        "The score was 20-19, the code 2019/44.",
    ],
)
def test_what_is_doubtful_has_no_value(text):
    assert [value for _, value in dated(text) if value] == []


def test_without_a_day_of_publication_only_what_is_printed_counts():
    assert dated("The envoy left on Thursday, 3 March, last year.", published=None) == [("3 March", None)]


def test_a_day_that_names_what_happened_on_it_long_ago_has_no_year():
    assert dated("The September 11 attacks changed it.", published=Moment("1 September 2024", "2024-09-01")) == [
        ("September 11", None)
    ]


def test_dates_come_by_value_and_those_without_one_last():
    assert [
        text for text, _ in dated("It was on 9 August. In 2019 it began; on 3 May 2001 it was planned.", published=None)
    ] == [
        "3 May 2001",
        "2019",
        "9 August",
    ]


def test_a_date_stated_twice_is_one_with_both_places():
    blocks = (Paragraph("It opened on 12 May 2019."), Paragraph("On May 12, 2019 it rained."))
    (one,) = facts(Article(language="en", blocks=blocks)).timeline
    assert (one.text, one.sentence) == ("12 May 2019", "It opened on 12 May 2019.")
    assert one.segments == ((0, 13, 24), (1, 3, 15))


def test_an_impossible_day_is_none():
    assert dated("It was on 31 February 2019, on 2019-13-40.") == [("February 2019", "2019-02")]


PIECES = st.sampled_from(
    [
        "12",
        " May",
        " 2019",
        " Thursday",
        ", ",
        "last year",
        "-",
        "5月",
        "2019年",
        "31",
        "in ",
        "will ",
        "said. ",
        "“",
        "0",
        " de mayo",
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(["en", "es", "zh", None]))
def test_whatever_the_text_a_date_stands_where_it_says(text, language):
    for one in facts(Article(language=language, published=SUNDAY, blocks=(Paragraph(text),))).timeline:
        ((_, start, end), *_) = one.segments
        assert text[start:end] == one.text
        assert one.text in one.sentence


@pytest.mark.parametrize(
    "piece",
    [
        "12 May ",
        "May 12, ",
        "in 2019 ",
        "2019年",
        "Thursday ",
        "“Thursday ",
        "1 and 2 ",
        "last year ",
        "5月5日",
        "a 1 ",
        "Thursday. ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(size: int) -> float:
        story = Article(language="en", published=SUNDAY, blocks=(Paragraph((piece * size)[:size]),))
        start = time.process_time()
        facts(story)
        return time.process_time() - start

    large = seconds(64_000)
    assert large < 1 or large < 100 * min(seconds(4_000), seconds(4_000))
