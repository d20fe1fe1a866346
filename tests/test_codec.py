"""The canonical model as JSON: a round trip is the identity, mistakes are named with their path."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsexport import codec
from newsexport.errors import SourceError
from newsexport.model import (
    Article,
    Author,
    Byline,
    Dateline,
    Edition,
    Emphasis,
    Factbox,
    Figure,
    Item,
    Link,
    ListBlock,
    Moment,
    Note,
    Paragraph,
    Preformatted,
    Provenance,
    PullQuote,
    Separator,
    Subheading,
    Trace,
    Unparsed,
)
from tests import renew_schema

FULL = Edition(
    "Harbour news",
    (
        Article(
            headline="Bridge opens",
            kicker="Transport",
            standfirst="After nine years.",
            byline=Byline("By Ana Lopez", (Author("Ana Lopez", "Editor"),)),
            dateline=Dateline("VALE (Newsline) —", ("Vale",), "Newsline", "2024-04-21"),
            published=Moment("21 April 2024", "2024-04-21"),
            updated=Moment("yesterday"),
            language="en",
            source="The Vale Courier",
            section="News",
            slug="bridge",
            url="https://vale.example/bridge",
            keywords=("bridge", "harbour"),
            rights="© Vale",
            blocks=(
                Paragraph("See vale.example now", (Link(4, 16, "https://vale.example"), Emphasis(0, 3, True)), (5, 6), "See\n"),
                Subheading("Costs"),
                ListBlock((Item("one", (Emphasis(0, 3),)), Item("two")), ordered=True, first=3),
                PullQuote("We did it", "the mayor"),
                Figure("The bridge", "J. Roe"),
                Factbox("In brief", (Item("9 years"),)),
                Preformatted("a   b\nc   d"),
                Separator("* * *"),
                Note("Corrected.", "correction"),
            ),
            signoff="(Reporting by Ana Lopez)",
            notes=(Note("For editors", "contact"),),
            unparsed=(Unparsed("@@@", "no letters", (9, 9)),),
            provenance=Provenance(
                "a.txt", "00", "utf-8", "strict UTF-8", "plain", (1, 9), ("U+0007 ×2",), ("doubtful",),
                (Trace("headline", (1, 1), "first line", 0.9, "Bridge opens"),),
            ),
        ),
        Article(),
    ),
)  # fmt: skip


def printed(edition):
    return json.dumps(codec.edition_data(edition), ensure_ascii=False)


def test_a_round_trip_is_the_identity():
    assert codec.decode_edition(printed(FULL)) == FULL


TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
BLOCKS = st.lists(
    st.one_of(
        st.builds(Paragraph, TEXT, lines=st.tuples(st.integers(), st.integers())),
        st.builds(Subheading, TEXT),
        st.builds(Preformatted, TEXT),
        st.builds(ListBlock, st.lists(st.builds(Item, TEXT)).map(tuple), st.booleans()),
    ),
    max_size=5,
).map(tuple)


@given(st.builds(Article, headline=st.none() | TEXT, blocks=BLOCKS, keywords=st.lists(TEXT).map(tuple)), TEXT)
def test_a_round_trip_of_any_article_is_the_identity(article, title):
    edition = Edition(title, (article,))
    assert codec.decode_edition(printed(edition)) == edition


def test_keys_stand_in_the_order_of_the_design():
    keys = list(codec.edition_data(FULL)["articles"][0])
    design = [
        "headline",
        "kicker",
        "standfirst",
        "byline",
        "dateline",
        "published",
        "updated",
        "language",
        "source",
        "section",
        "url",
        "keywords",
        "rights",
        "blocks",
        "signoff",
        "notes",
        "unparsed",
        "provenance",
    ]
    assert [key for key in keys if key in design] == design


def test_a_full_edition_follows_the_schema():
    import jsonschema

    jsonschema.Draft202012Validator(codec.schema()).validate(json.loads(printed(FULL)))


def test_the_schema_refuses_an_unknown_key():
    import jsonschema

    data = json.loads(printed(FULL))
    data["articles"][0]["headlien"] = "x"
    with pytest.raises(jsonschema.ValidationError, match="headlien"):
        jsonschema.Draft202012Validator(codec.schema()).validate(data)


def test_the_published_schema_is_the_generated_one():
    assert renew_schema.SCHEMA.read_text(encoding="utf-8") == renew_schema.text(), "run: python -m tests.renew_schema"


def test_facts_are_ignored_when_read_back():
    data = json.loads(printed(FULL))
    data["articles"][0]["facts"] = {"words": 7}
    assert codec.decode_edition(json.dumps(data)) == FULL


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("[", "not readable as JSON"),
        ("[" * 100_000, "not readable as JSON"),
        ("{}", '"newsexport": "1" is missing'),
        ('{"newsexport": "1", "title": "x", "articles": []}', "at least one article"),
        ('{"newsexport": "1", "title": 1, "articles": [{}]}', "title: expected text, got 1"),
        ('{"newsexport": "1", "title": "x", "articles": [{"headlien": "x"}]}', "did you mean 'headline'"),
        (
            (
                '{"newsexport": "1", "title": "x", "articles": [{"blocks": [{"type": "paragraph", "text": "x", "marks": '
                '[{"type": "link", "start": 0, "end": 1, "url": "javascript:alert(1)"}]}]}]}'
            ),
            "articles[0].blocks[0].marks[0]: 'javascript:alert(1)' is not an http, https or mailto address",
        ),
        (
            '{"newsexport": "1", "title": "x", "articles": [{"blocks": [{"type": "script", "text": "x"}]}]}',
            "type 'script' is not one of paragraph, subheading",
        ),
    ],
)
def test_bad_json_gets_one_clear_message(data, said):
    with pytest.raises(SourceError) as caught:
        codec.decode_edition(data, name="a.json")

    assert said in str(caught.value)
    assert str(caught.value).startswith("a.json: ")


@pytest.mark.parametrize(
    "url", ["javascript:x", "file:///etc/passwd", "http://", "https://a b", "data:x", "\\\\evil", "http://x\n"]
)
def test_a_link_takes_no_other_scheme(url):
    with pytest.raises(ValueError, match="not an http, https or mailto address"):
        Link(0, 1, url)
