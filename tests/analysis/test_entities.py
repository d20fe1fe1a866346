"""Organisations and places: those that capitals and the words around them make sure, and nobody's name."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsexport.analysis import facts
from newsexport.model import Article, Dateline, Paragraph


def named(*paragraphs: str, language: str = "en", **fields: object) -> tuple[dict[str, int], dict[str, int]]:
    found = facts(Article(language=language, blocks=tuple(map(Paragraph, paragraphs)), **fields))
    return {one.name: one.count for one in found.organisations}, {one.name: one.count for one in found.places}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Health and Welfare closed it.", {"Ministry of Health and Welfare"}),
        ("A study of Vale University was read at the University of Brae.", {"Vale University", "University of Brae"}),
        (
            "Borvik Metals Ltd sued the Harbour Council and Harbour & Sons plc.",
            {"Borvik Metals Ltd", "Harbour Council", "Harbour & Sons plc"},
        ),
        ("The UN and the World Bank paid; the United Nations led.", {"United Nations", "World Bank"}),
        ("The Harbour Workers Union (HWU) called a strike. The HWU has 900 members.", {"Harbour Workers Union"}),
        ("The XRT said it would wait.", {"XRT"}),
        ("Vale-based Norland Railways lost money.", {"Norland Railways"}),
        ("The White House declined.", {"White House"}),
    ],
)
def test_what_is_an_organisation(text, expected):
    assert set(named(text)[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys from France and South Sudan met in Nairobi.", {"France", "South Sudan", "Nairobi"}),
        ("He lives in the town of Skerry Haven.", {"Skerry Haven"}),
        ("The talks in Torrin, Norway, failed.", {"Torrin", "Norway"}),
        ("It rained in Brae. Shops in Brae closed.", {"Brae"}),
        ("The U.S. and the UK agreed; the United States paid.", {"United States", "UK"}),
        ("Aid went to Jordan from Georgia.", {"Jordan", "Georgia"}),
        ("They met in The Hague.", {"The Hague"}),
    ],
)
def test_what_is_a_place(text, expected):
    assert set(named(text)[1]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Miles and Georgia Hale met Paris Doe.",
        "The CEO of the GDP panel spoke on TV about VAT.",
        "In May the Bridge Song was in English.",
        "It rained in Brae.",
        "The Oval Office was empty.",
        "Then Ms Roe met Mr Lund on Monday.",
        "THE COUNCIL OF THE UNION PARTY MET IN FRANCE",
        "Protein XRT binds XRT.",
    ],
)
def test_what_is_doubtful_is_neither(text):
    assert named(text) == ({}, {})


def test_the_place_of_the_dateline_counts_as_one_mention():
    filed = Dateline("VALE (Agency) —", ("VALE",), "Agency")
    found = facts(Article(language="en", dateline=filed, blocks=(Paragraph("The bridge of Vale is open."),))).places
    assert [(one.name, one.count, one.segments) for one in found] == [("Vale", 2, ((0, 14, 18),))]


def test_the_most_mentioned_comes_first_with_every_place_it_stands():
    found = facts(
        Article(language="en", blocks=(Paragraph("Norway sued France."), Paragraph("France lost. France paid.")))
    ).places
    assert [(one.name, one.count) for one in found] == [("France", 3), ("Norway", 1)]
    assert found[0].segments == ((0, 12, 18), (1, 0, 6), (1, 13, 19))


def test_other_languages_give_only_what_everybody_writes_alike():
    assert named("Die Ministerin traf in Brae die EU und die Nato.", language="de")[0].keys() == {"EU", "Nato"}


PIECES = st.sampled_from(
    [
        "The ",
        "Ministry ",
        "of ",
        "Health",
        " and ",
        "UN",
        " (HWU)",
        "in ",
        "Vale",
        ", ",
        "France",
        ". ",
        "& ",
        "J.R. ",
        "'s ",
        "U.S.",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_whatever_the_text_a_name_stands_where_it_says(text):
    found = facts(Article(language="en", blocks=(Paragraph(text),)))
    for one in (*found.organisations, *found.places):
        assert one.name in {text[start:end] for _, start, end in one.segments}
        assert one.count == len(one.segments)


@pytest.mark.parametrize(
    "piece",
    [
        "A ",
        "Ab ",
        "Ministry of ",
        "Ab, ",
        "U.",
        "and Ab ",
        "Ab & ",
        "Ab (AB) ",
        "in Ab ",
        "A-",
        "Ab's ",
        "The ",
        "of the Ab ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(size: int) -> float:
        story = Article(language="en", blocks=(Paragraph("Ministry of " + (piece * size)[:size]),))
        start = time.process_time()
        facts(story)
        return time.process_time() - start

    large = seconds(64_000)
    assert large < 1 or large < 100 * min(seconds(4_000), seconds(4_000))
