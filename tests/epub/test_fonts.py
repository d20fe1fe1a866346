"""The fonts of a book: embedded where a script needs them, and only what it needs."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
import uharfbuzz as hb

from newsexport.model import Article, Edition, Paragraph
from newsexport.style import Fonts, Style
from newsexport.testing import CORPUS
from tests.epub.reading import members, write

FILES = ["EPUB/scripts.ttf", "EPUB/scripts-bold.ttf"]


def fonts(edition, **options):
    return [name for name in members(write(edition, **options)) if name.endswith(".ttf")]


@pytest.mark.parametrize("name", ["arabic", "hebrew", "devanagari", "thai"])
def test_a_script_that_readers_lack_brings_its_letters_and_no_others(name):
    edition = CORPUS[name]
    parts = members(write(edition))
    text = {char for block in edition.articles[0].blocks for char in block.text if char.isalpha() and ord(char) > 0x58F}
    for file in FILES:
        letters = {chr(code) for code in hb.Face(hb.Blob(parts[file])).unicodes}
        assert text <= letters
        assert len(letters) < len(text) + 40
        assert "a" not in letters
        assert len(parts[file]) < 150_000
    css = parts["EPUB/house.css"].decode()
    assert css.count("@font-face") == 2
    assert 'font-family: "Noto Serif", "Georgia", "FiraGO of the house", serif' in css


@pytest.mark.parametrize("name", ["plain", "accents", "cyrillic", "greek", "chinese", "japanese", "korean", "emoji"])
def test_other_scripts_bring_none(name):
    assert fonts(CORPUS[name]) == []
    assert "@font-face" not in members(write(CORPUS[name]))["EPUB/house.css"].decode()


def test_one_word_is_enough_and_a_house_or_a_user_can_say_no():
    edition = Edition.of(Article(headline="Salaam", language="en", blocks=(Paragraph("They said سلام to all."),)))
    assert fonts(edition) == FILES
    assert fonts(edition, fonts=False) == []
    assert fonts(edition, style=replace(Style(), fonts=Fonts(fallback=()))) == []


def test_a_latin_book_loads_no_font():
    code = (
        "import sys; from tests.epub.reading import write; from newsexport.testing import CORPUS; write(CORPUS['accents']);"
        "print({'uharfbuzz', 'pymupdf_fonts'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
