"""The order in which every format tells an article."""

from dataclasses import replace

import pytest

from newsexport.model import (
    Article,
    Author,
    Byline,
    Dateline,
    Item,
    Link,
    ListBlock,
    Moment,
    Note,
    Paragraph,
    Reference,
    Separator,
    Subheading,
    Unparsed,
)
from newsexport.runs import runs
from newsexport.story import Line, said, story

FULL = Article(
    headline="Ferry to run all winter",
    kicker="Harbour",
    standfirst="The last boat leaves at nine.",
    byline=Byline("By Ana Lopez", (Author("Ana Lopez"),)),
    dateline=Dateline("VALE (Newsline) —", ("Vale",), "Newsline"),
    published=Moment("21 April 2024, Sunday", "2024-04-21"),
    updated=Moment("22 April 2024", "2024-04-22"),
    language="en",
    source="The Vale Courier",
    section="News",
    slug="ferry",
    url="https://vale.example/ferry",
    keywords=("ferry", "winter"),
    rights="© The Vale Courier",
    blocks=(Paragraph("It is late."), Separator("* * *"), Paragraph("It is cold.")),
    signoff="(Editing by Jo Kim)",
    notes=(Note("Corrected the hour."),),
    unparsed=(Unparsed("@@", "no letters"),),
)


def test_front_matter_body_back_matter():
    assert list(said(FULL)) == [
        "The Vale Courier · News · 21 April 2024, Sunday",
        "Harbour",
        "Ferry to run all winter",
        "The last boat leaves at nine.",
        "By Ana Lopez · VALE (Newsline) · Updated 22 April 2024 · 1 min read",
        "It is late.",
        "It is cold.",
        "(Editing by Jo Kim)",
        "Corrected the hour.",
        "@@",
        "https://vale.example/ferry",
        "Keywords: ferry, winter",
        "ferry",
        "© The Vale Courier",
    ]


@pytest.mark.parametrize(
    ("article", "headline"),
    [(Article(), "Untitled"), (Article(slug="BC-VALE"), "BC-VALE"), (Article(language="fr"), "Sans titre")],
)
def test_there_is_always_one_headline(article, headline):
    lines = [part.text for part in story(article) if isinstance(part, Line) and part.role == "headline"]
    assert lines == [headline]


@pytest.mark.parametrize(
    ("raw", "shown"), [("2024-06-18T14:30Z", "18 juin 2024, 14:30 UTC"), ("18 June 2024, 14:30", "18 June 2024, 14:30")]
)
def test_a_machines_date_is_shown_as_people_read_it(raw, shown):
    assert next(said(Article(published=Moment(raw), language="fr"))) == shown


def test_what_a_briefing_adds_stands_between_the_front_matter_and_the_body():
    points = ListBlock((Item("It is late. ¶ 1", (Reference(12, 15, block=0),)),), role="key points")
    briefed = replace(FULL, glance=(Subheading("Key points", role="key points"), points))
    assert list(said(briefed))[4:8] == [
        "By Ana Lopez · VALE (Newsline) · Updated 22 April 2024 · 1 min read",
        "Key points",
        "It is late. ¶ 1",
        "It is late.",
    ]


def test_a_page_of_our_own_says_nothing_of_minutes():
    page = Article(headline="Sources", language="en", kind="page", blocks=(Paragraph("The Vale Courier"),))
    assert list(said(page)) == ["Sources", "The Vale Courier"]


def test_a_run_knows_the_link_or_the_reference_over_it():
    marks = (Reference(0, 9, article=2), Link(4, 9, "https://vale.example/"))
    assert [(run.text, run.reference, run.link) for run in runs("boat late today", marks)] == [
        ("boat", marks[0], None),
        (" late", None, marks[1]),
        (" today", None, None),
    ]


def test_a_reference_counts_from_zero():
    with pytest.raises(ValueError, match="from 0"):
        Reference(0, 1, block=-1)
