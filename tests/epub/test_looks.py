"""How a book looks: its style sheet and its cover."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace

import pytest

from newsexport.model import Article, Edition
from newsexport.style import Colour, Fonts, Style, load, names
from newsexport.style.contrast import contrast
from tests.epub.books import EDITIONS, FERRY
from tests.epub.reading import members, parsed, write

SEPIA, NIGHT = Colour("#f0e6d2"), Colour("#222222")


def _css(style: Style) -> tuple[str, str]:
    """The style sheet for light and for dark paper."""
    css = members(write(Edition.of(FERRY), style))["EPUB/house.css"].decode()
    light, _, dark = css.partition("@media (prefers-color-scheme: dark)")
    return light, dark


@pytest.mark.parametrize("name", names())
def test_every_role_of_a_house_style_is_a_class(name):
    light, _ = _css(load(name))
    assert [role for role in load(name).roles() if f".{role} {{" not in light] == []


@pytest.mark.parametrize("name", names())
def test_every_text_colour_reads_on_white_sepia_and_dark_paper(name):
    light, dark = (re.findall(r"(?<!-)color: (#\w+)", css) for css in _css(load(name)))
    assert len(light) == len(dark) > 0
    assert all(contrast(Colour(ink), SEPIA) >= 4.5 for ink in light)
    assert all(contrast(Colour(ink), NIGHT) >= 4.5 for ink in dark)


def test_body_text_keeps_the_readers_own_colours():
    light, dark = _css(Style())
    assert not re.search(r"\.body[^}]*color", light + dark)
    # A glance is set apart by a veil, through which any paper shows.
    assert re.findall(r"background[^;]*", light + dark) == ["background: rgba(128, 118, 96, 0.12)"]


def test_sizes_follow_the_reader_and_large_print_starts_larger():
    assert "body { font-size: 1em;" in _css(Style())[0]
    assert "body { font-size: 1.5em;" in _css(load("large-print"))[0]
    assert not re.search(r"font-size: [\d.]+(?:pt|px)", "".join(_css(Style())))


def test_a_font_name_cannot_leave_its_string():
    hostile = replace(Style(), fonts=Fonts(text=('a"} body { display: none } "', "serif")))
    assert 'font-family: "a\\22 \\7d  body \\7b  display\\3a  none \\7d  \\22 ", serif' in _css(hostile)[0]


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Rain", ["Rain"]),
        ("Ferry to Marrow Island runs again after eleven years", ["Ferry to", "Marrow", "Island runs", "again after", "eleven years"]),
        ("停航十一年后，前往苦岛的渡轮恢复运行", ["停航十一年后，", "前往苦岛的渡轮", "恢复运行"]),
    ],
)  # fmt: skip
def test_the_cover_breaks_a_title_into_even_rows(title, rows):
    assert _rows(Edition.of(Article(headline=title))) == rows


def test_the_longest_title_ends_in_an_ellipsis_on_the_cover_and_is_whole_in_its_text():
    title = "word " * 400
    parts = members(write(Edition.of(Article(headline=title))))
    drawn = _rows(Edition.of(Article(headline=title)))
    assert drawn[-1].endswith("…")
    assert len(drawn) <= 14
    assert parsed(parts["EPUB/cover.xhtml"]).find(".//{*}img").get("alt") == title.strip()


def test_a_cover_parts_a_title_in_chinese_between_phrases():
    pytest.importorskip("budoux", reason="the extra newsexport[thai] is not installed")
    title = "港口委员会决定重建东部码头"
    rows = _rows(Edition.of(Article(headline=title, language="zh")))
    assert "".join(rows) == title
    assert rows == ["港口委员会决定", "重建东部码头"]


def test_a_cover_says_in_words_what_it_shows():
    page = parsed(members(write(EDITIONS["every block"]))["EPUB/cover.xhtml"])
    assert page.find(".//{*}img").get("alt") == (
        "The Sallow Courier · Ferry to Marrow Island runs again after eleven years · Ines Okafor · Tom Brandt · 3 March 2025"
    )


def test_loading_the_exporter_loads_no_library():
    code = "import sys, newsexport.exporters.epub; print({'ebooklib', 'lxml', 'zipfile', 'uuid'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


def _rows(edition: Edition) -> list[str]:
    picture = parsed(members(write(edition))["EPUB/cover.svg"])
    return [row.text for row in picture.iter("{*}text") if float(row.get("font-size")) > 20]
