"""Words are parted where Pyphen parts them, in every language that it knows."""

import random

import pyphen
import pytest

from newsexport.exporters.pdf import _hyphens

FILES = sorted(set(pyphen.LANGUAGES.values()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_patterns_are_pyphens(path):
    ours = _hyphens._read(path)
    if ours is None:  # left to Pyphen
        return
    theirs = pyphen.HyphDict(path).patterns
    chance = random.Random(7)  # noqa: S311 - a sample
    for letters in chance.sample(sorted(theirs), min(len(theirs), 2000)):
        assert ours.get(letters) == theirs[letters]
    assert {letters for letters in ours if letters.isalpha() and ours.get(letters)} <= theirs.keys()


def test_an_unknown_language_has_no_hyphens():
    assert _hyphens.positions("tlh", 2, 3) is None


def test_a_word_is_parted_and_kept_whole_at_its_ends():
    at = _hyphens.positions("en", 2, 3)
    theirs = pyphen.HyphDict(pyphen.LANGUAGES["en"]).positions("reconciliation")
    assert at("reconciliation") == [place for place in theirs if 2 <= place <= 11] != []
    assert at("ferry") == []


@pytest.mark.parametrize("language", ["en", "hu"])  # of our reading and of Pyphen's
def test_pyphen_keeps_no_words(language):
    at = _hyphens.positions(language, 2, 3)
    assert [at(f"lantern{chr(97 + n)}") for n in range(20)]
    assert not pyphen.hdcache[pyphen.LANGUAGES[pyphen.language_fallback(language)]].cache
