"""What `newsexport json` says of an article beside the article itself."""

import json

import jsonschema

from newsexport import codec
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
