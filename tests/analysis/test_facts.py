"""What `newsexport json` says of an article beside the article itself."""

import json
from dataclasses import replace

import jsonschema
import pytest

from newsexport import analysis, briefing, codec
from newsexport.analysis import Facts
from newsexport.exporters.json import exporter
from newsexport.model import Article, Edition, Paragraph
from newsexport.style import Style

STORY = Article(headline="Bridge opens", blocks=(Paragraph("It opened. “We will,” she said, “not wait.”"),))


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
def computed(monkeypatch):
    """The articles whose facts were computed."""
    asked, facts = [], analysis.facts
    monkeypatch.setattr(analysis, "_facts", {})
    monkeypatch.setattr(analysis, "facts", lambda article: asked.append(article) or facts(article))
    return asked


def test_the_facts_of_an_article_are_computed_once_for_all_views_and_formats(computed):
    glanced = briefing.view(STORY, "briefing")
    exporter.write(Edition.of(glanced), Style(), exporter.options())
    exporter.write(Edition.of(briefing.view(STORY, "article")), Style(), exporter.options())

    assert computed == [STORY]


def test_an_article_with_other_words_has_facts_of_its_own(computed):
    other = replace(STORY, blocks=(Paragraph("It closed."),))
    assert analysis.known(STORY) != analysis.known(other)
    assert analysis.known(STORY).words == 8
    assert computed == [STORY, other]


def test_only_the_facts_of_the_last_articles_are_kept(computed):
    for number in range(300):
        analysis.known(Article(headline=f"Bridge {number} opens", blocks=(Paragraph("It opened."),)))
    assert len(analysis._facts) < 150
