"""What `newsexport json` says of an article beside the article itself."""

import json
from dataclasses import replace

import jsonschema
import pytest

from newsexport import analysis, briefing, codec
from newsexport.analysis import Facts, _sentences
from newsexport.briefing import _glance
from newsexport.exporters.json import exporter
from newsexport.model import Article, Edition, Paragraph
from newsexport.style import Style

STORY = Article(headline="Bridge opens", blocks=(Paragraph("It opened. “We will,” she said, “not wait.”"),))

SENTENCES = [
    f"The {ferry} ferry of the harbour carried more people over the bay this year than in any year before it, the council"
    " of the island has told a meeting in the town hall."
    for ferry in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
]


def view(article: Article) -> Article:
    return briefing.view(article, "briefing")


def exported() -> dict:
    return json.loads(exporter.write(Edition.of(STORY), Style(), exporter.options()))


def test_quotations_stand_in_the_facts():
    assert exported()["articles"][0]["facts"] == {
        "words": 8,
        "reading_minutes": 1,
        "quotes": [
            {
                "text": "We will, not wait.",
                "kind": "direct",
                "closed": True,
                "speaker": None,
                "style": "“”",
                "rule": "split by its speaker",
                "confidence": 0.95,
                "segments": [[0, 11, 21], [0, 32, 43]],
                "attribution": None,
            }
        ],
        "figures": [],
        "key_points": [],
        "timeline": [],
        "people": [],
        "organisations": [],
        "places": [],
    }


def test_what_is_exported_follows_the_published_schema():
    jsonschema.Draft202012Validator(codec.schema(Facts)).validate(exported())


@pytest.fixture
def read(monkeypatch):
    """The articles whose passages were read, as key points, figures, dates, organisations and places need them."""
    asked, passages = [], _sentences.passages
    monkeypatch.setattr(analysis, "_notebooks", {})
    monkeypatch.setattr(_sentences, "passages", lambda article: asked.append(article) or passages(article))
    return asked


def test_the_facts_of_an_article_are_computed_once_for_all_views_and_formats(read):
    glanced = briefing.view(STORY, "briefing")
    exporter.write(Edition.of(glanced), Style(), exporter.options())
    exporter.write(Edition.of(briefing.view(STORY, "article")), Style(), exporter.options())

    assert read == [STORY]


def test_an_article_with_other_words_has_facts_of_its_own(read):
    other = replace(STORY, blocks=(Paragraph("It closed."),))
    assert analysis.known(STORY).facts != analysis.known(other).facts
    assert analysis.known(STORY).words == 8
    assert read == [STORY, other]


def test_what_no_glance_prints_is_not_found(read):
    brief = view(STORY)
    assert brief.glance == ()
    assert read == []

    long = replace(STORY, blocks=tuple(Paragraph(f"{text} In Vale a second ferry opened.") for text in SENTENCES))
    assert view(long).glance
    assert read == [long]
    assert "_named" not in vars(analysis.known(long))
    assert analysis.known(long).places == analysis.facts(long).places != ()


def test_dates_that_no_time_is_left_for_are_not_found(read, monkeypatch):
    monkeypatch.setattr(_glance, "_LONGEST", 9.0)  # seconds
    long = replace(STORY, blocks=tuple(map(Paragraph, SENTENCES)))
    assert {block.role for block in view(long).glance} == {"key points"}
    assert "timeline" not in vars(analysis.known(long))


def test_only_the_facts_of_the_last_articles_are_kept(read):
    for number in range(300):
        analysis.known(Article(headline=f"Bridge {number} opens", blocks=(Paragraph("It opened."),)))
    assert len(analysis._notebooks) < 150


def test_of_long_articles_fewer_are_kept(read):
    for number in range(9):
        long = tuple(Paragraph(f"Bridge {number} opened {nth} times.") for nth in range(2000))
        analysis.known(Article(headline=f"Bridge {number}", blocks=long))
    assert len(analysis._notebooks) == 3
