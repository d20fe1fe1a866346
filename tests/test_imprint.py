"""What every format says of an edition."""

import uuid

import pytest

from newsexport import imprint
from newsexport.model import Article, Edition


@pytest.mark.parametrize("words", [(), ("The ferry sails.", "Ä 港 \ud800")])
def test_the_identifier_is_the_uuid_of_the_library(words):
    edition = Edition.of(Article(headline="Ferry sold"))
    name = "newsexport:" + "\x1f".join(("Ferry sold", *words))
    assert imprint.identifier(edition, words) == uuid.uuid5(uuid.NAMESPACE_URL, name.replace("\ud800", "?")).urn
