"""House styles: complete without a file, checked as a whole, shipped in every installation."""

from dataclasses import replace
from pathlib import Path

import pytest

from newsexport import style
from newsexport.errors import StyleError
from newsexport.style import Colour, Length, Style, load
from newsexport.style.contrast import contrast, faint


@pytest.mark.parametrize(("text", "points"), [("11pt", 11), ("1in", 72), ("25.4mm", 72), ("2.54 cm", 72), ("-3pt", -3)])
def test_a_length_is_read_in_points(text, points):
    assert Length.parse(text) == pytest.approx(points)


@pytest.mark.parametrize("text", ["11", "3 parsecs", "11pt\n", "nanpt", "1e3pt", ""])
def test_a_bare_number_is_no_length(text):
    with pytest.raises(ValueError, match="not a length"):
        Length.parse(text)


@pytest.mark.parametrize("text", ["red", "#fff", "#1234567", "#12345g", "rgb(0,0,0)"])
def test_a_colour_is_six_hex_digits(text):
    with pytest.raises(ValueError, match="not a colour"):
        Colour.parse(text)


def test_the_house_style_has_enough_contrast():
    assert faint(Style()) == []


def test_black_on_white_has_the_greatest_contrast():
    assert contrast(Colour("#000000"), Colour("#ffffff")) == pytest.approx(21)


def test_the_shipped_styles_load_and_differ():
    found = {name: load(name) for name in ("briefing", "broadsheet", "large-print")}

    assert found["briefing"] == Style()
    assert found["broadsheet"].page.columns == 2
    assert found["broadsheet"].body.align == "justify"
    assert min(text.size for text in found["large-print"].roles().values()) >= 16
    assert (
        min(contrast(text.colour, found["large-print"].page.paper) for text in found["large-print"].roles().values())
        >= 7
    )


def test_a_file_says_only_what_differs(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text('[headline]\nsize = "29pt"\n', encoding="utf-8")

    found = load(file)

    assert (found.name, found.headline.size, found.headline.bold) == ("mine", 29, True)
    assert found.body == Style().body


def test_the_working_folder_hides_a_shipped_style(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("styles").mkdir()
    Path("styles/briefing.toml").write_text('[body]\nsize = "12pt"\n', encoding="utf-8")

    assert load("briefing").body.size == 12
    assert "broadsheet" in style.names()


def test_all_mistakes_are_reported_together(tmp_path):
    file = tmp_path / "bad.toml"
    file.write_text(
        'headlien = 1\nlink = "blue"\n[page]\nmargin_top = "3 parsecs"\ncolumns = 7\n[body]\nsize = 3\n'
        '[headline]\nsize = "300pt"\n[meta]\nalign = "left"\n',
        encoding="utf-8",
    )

    with pytest.raises(StyleError) as caught:
        load(file)

    for said in (
        "headlien: unknown key, did you mean 'headline'?",
        "link: 'blue' is not a colour",
        "page.margin_top: '3 parsecs' is not a length",
        "page.columns: 7 is not one of 1, 2",
        "body.size: 3 must be written in quotation marks",
        "headline: size runs from 4pt to 200pt, got 300pt",
        "meta.align: 'left' is not one of 'start', 'justify', 'center', 'end'",
    ):
        assert said in str(caught.value)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[body]\ncolour = "#999999"\n', "body.colour #999999 on #ffffff has contrast 2.8, WCAG AA asks for 4.5"),
        ('[body]\nleading = "5pt"\n', "leading runs from 1 to 4 times the size"),
        ('[page]\nmargin_start = "120mm"\n', "margins run from 5mm to 84mm on A4"),
        ('[fonts.files."Vale Serif"]\nregular = "vale.ttf"\n', "no such font file"),
        ("[body]\nsize = nan\n", "must be written in quotation marks"),
        ("body = true\n", "expected a table"),
        ("]", "not readable as TOML"),
        ("a" * 70_000, "larger than 65,536 bytes"),
        ("[" * 60_000, "not readable as TOML"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(tmp_path, toml, said):
    file = tmp_path / "bad.toml"
    file.write_text(toml, encoding="utf-8")

    with pytest.raises(StyleError) as caught:
        load(file)

    assert said in str(caught.value)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize("name", ["nope", "../secret", "BRIEFING", "", "a" * 100, "nope.toml", "x\x1b[31m"])
def test_an_unknown_style_names_the_known_ones(name):
    with pytest.raises(StyleError, match="broadsheet"):
        load(name)


def test_text_on_a_ground_of_its_own_must_stand_out_from_it():
    with pytest.raises(ValueError, match=r"glance\.colour #1a1a1a on #333333 has contrast 1\.4"):
        Style(glance=replace(Style().glance, fill=Colour("#333333")))
    with pytest.raises(ValueError, match=r"glance_heading\.colour #8a1c1c on #777777"):
        Style(glance=replace(Style().glance, fill=Colour("#777777")))


@pytest.mark.parametrize(
    "text",
    ['# ours\nname = "plain"\n', 'name = "plain"\n', '# é\nname = "plain"', 'name = "plain"\n\n[page]\nsize = "A5"\n', "name = 'plain'\n"],
)  # fmt: skip
def test_a_style_is_read_the_same_with_and_without_the_parser(tmp_path, text):
    (tmp_path / "plain.toml").write_text(text, encoding="utf-8")
    found = load(tmp_path / "plain.toml")
    assert found.name == "plain"
    assert found.page.size == ("A5" if "page" in text else "A4")


def test_a_bare_name_said_twice_is_a_mistake(tmp_path):
    (tmp_path / "twice.toml").write_text('name = "a"\nname = "b"\n', encoding="utf-8")
    with pytest.raises(StyleError, match="not readable as TOML"):
        load(tmp_path / "twice.toml")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ('name = "dusk"\n', "dusk"),
        ('# Ours.\n#\n# Theirs.\nname = "dusk"\n', "dusk"),
        ('# "Ours", a name = "x"\nname = "dusk"\n', "dusk"),
        ('name = "At dusk"\n', "At dusk"),
        ('\n  # Ours.\nname = "dusk" # or dawn\n', "dusk"),
        ('# Ours.\r\nname = "dusk"\r\n', "dusk"),
        ("# Nothing.\n", "house"),
    ],
)
def test_a_file_may_say_a_name_alone(tmp_path, said, name):
    (tmp_path / "house.toml").write_bytes(said.encode())
    assert load(tmp_path / "house.toml") == Style(name)


@pytest.mark.parametrize("said", ['# \x07\nname = "dusk"\n', 'name name = "dusk"\n', '#\x1c# \nname = "dusk"\n'])
def test_a_name_in_a_file_that_is_no_toml_is_a_mistake(tmp_path, said):
    (tmp_path / "house.toml").write_bytes(said.encode())
    with pytest.raises(StyleError, match="not readable as TOML"):
        load(tmp_path / "house.toml")
