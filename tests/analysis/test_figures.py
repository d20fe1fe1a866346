"""Key figures: the labelled set, how they are ranked and joined, and that no text makes them slow or wrong in place."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis import figures_set

from newsexport.analysis import facts
from newsexport.model import Article, Item, ListBlock, Paragraph


def article(*paragraphs: str, **fields: str) -> Article:
    return Article(blocks=tuple(map(Paragraph, paragraphs)), language="en", **fields)


def test_precision_and_recall_on_the_labelled_set():
    total, wrong = figures_set.counts()
    right, found, labelled = (sum(count[name] for count in total.values()) for name in ("right", "found", "labelled"))
    assert labelled >= 150
    assert right / found >= 0.97, wrong
    assert right / labelled >= 0.92, wrong


TRAPS = [case for case in figures_set.cases() if case.heading == "traps"]


@pytest.mark.parametrize("case", TRAPS, ids=lambda case: case.sentence)
def test_a_trap_holds_no_figure(case):
    assert figures_set.found(case) == []


def test_what_the_beginning_and_the_headline_say_comes_first():
    story = article(
        "The bridge cost £4.5bn.", "Some 300 people came.", "A ticket costs £3.", headline="Bridge for £4.5bn opens"
    )
    assert [figure.text for figure in facts(story).figures][:2] == ["£4.5bn", "Some 300 people"]


def test_deaths_come_before_other_counts():
    assert facts(article("The blast wrecked 80 houses and left 14 dead.")).figures[0].text == "14 dead"


def test_the_same_figure_printed_twice_is_one_with_both_places():
    (figure,) = facts(article("It cost £4.5bn.", "The £4.5 billion came late.")).figures
    assert figure.value == 4.5e9
    assert [block for block, _, _ in figure.segments] == [0, 1]
    assert figure.sentence == "It cost £4.5bn."


def test_segments_of_a_list_count_in_its_entries_joined_by_line_feeds():
    (figure,) = facts(Article(language="en", blocks=(ListBlock((Item("The quay"), Item("It cost £3m"))),))).figures
    assert figure.segments == ((0, 17, 20),)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "It cost £1,234.", 1234.0),
        ("en", "It weighs 1.234 tonnes.", 1.234),
        ("de", "Es kostet 1.234 Euro.", 1234.0),
        ("de", "Es kostet 1.234,50 Euro.", 1234.5),
        ("de-CH", "Es kostet 1'234 Euro.", 1234.0),
        ("fr", "Il coûte 1 234,5 euros.", 1234.5),
        ("en-IN", "It cost ₹1,50,000.", 150000.0),
        ("fr", "Il a 2 billions d'euros.", 2e12),
        ("en", "It cost $2 billion.", 2e9),
    ],
)
def test_stops_commas_and_scales_are_read_as_the_language_writes_them(language, text, value):
    (figure,) = facts(Article(language=language, blocks=(Paragraph(text),))).figures
    assert figure.value == value


@pytest.mark.parametrize(("language", "unit"), [("en", "USD"), ("en-AU", "AUD"), ("en-CA", "CAD"), (None, "USD")])
def test_a_dollar_is_that_of_the_region(language, unit):
    assert facts(Article(language=language, blocks=(Paragraph("It cost $3m."),))).figures[0].unit == unit


def test_dollars_of_another_country_are_not_american():
    (figure,) = facts(Article(language="fr", blocks=(Paragraph("Il a 5 milliards de dollars de Taïwan."),))).figures
    assert (figure.text, figure.unit) == ("5 milliards de dollars de Taïwan", None)


def test_an_unknown_language_gives_only_what_signs_say():
    found = facts(Article(language="sw", blocks=(Paragraph("Bei ni $4.5 na 12%, watu 300."),))).figures
    assert {figure.text for figure in found} == {"$4.5", "12%"}


PIECES = st.sampled_from(
    ["12", "3,400", "1.5", "£", "$", "%", " percent", " to ", "-", "–", " people", "from ", "rose ", "by ", "bn", " million", "two ", "a ", " and ",
     "between ", "voted ", ". ", "万", "人", "млн ", "٣", ",", "2019", "May "]
)  # fmt: skip


@given(
    st.lists(st.lists(PIECES, max_size=14).map("".join), max_size=3),
    st.sampled_from(["en", "de", "zh", "ru", "ar", None]),
)
def test_whatever_the_text_a_figure_stands_where_it_says(paragraphs, language):
    story = Article(language=language, blocks=tuple(map(Paragraph, paragraphs)))
    for figure in facts(story).figures:
        block, start, end = figure.segments[0]
        assert paragraphs[block][start:end] == figure.text
        assert figure.text.strip() == figure.text
        assert figure.text.split()[0] in figure.sentence


WORST = [
    "1 ",
    "1,",
    "1.000.",
    "$1 ",
    "1-",
    "a million ",
    "from 1 to 2 ",
    "1万",
    "over ",
    "two ",
    "12 people. ",
    "rose by ",
    "£3m and £4m ",
    "3%",
]


@pytest.mark.parametrize("piece", WORST)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(size: int) -> float:
        story = article((piece * size)[:size])
        start = time.process_time()
        facts(story)
        return time.process_time() - start

    large = seconds(64_000)
    assert large < 1 or large < 100 * min(seconds(4_000), seconds(4_000))


def test_the_published_table_is_today_s():
    page = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")
    assert figures_set.table() in page
