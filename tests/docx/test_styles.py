"""How the house style looks in Word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsexport.model import Edition
from newsexport.style import Colour, Fonts, Length, Style, TextStyle, load
from tests.docx.papers import HARBOUR, LAMP, LANTERN, TWO
from tests.docx.reading import found, opened, write

EDITION = Edition.of(LAMP)
STYLES, SETTINGS, FONTS = "word/styles.xml", "word/settings.xml", "word/fontTable.xml"


def look(output: bytes, style: str) -> dict[str, str]:
    """The properties of a paragraph style: element or element.attribute → value."""
    known = {}
    for element in found(output, f"//w:style[@w:styleId='{style}']/*[self::w:pPr or self::w:rPr]//*", STYLES):
        name = element.tag.rpartition("}")[2]
        known[name] = ""
        known |= {f"{name}.{key.rpartition('}')[2]}": value for key, value in element.attrib.items()}
    return known


def quoted(**fields) -> dict[str, str]:
    return look(write(EDITION, replace(Style(), quote=TextStyle(**fields))), "Quote")


def test_every_role_of_the_house_style_is_a_style_of_word():
    known = " ".join(found(write(EDITION), "//w:style/w:name/@w:val | //w:style/w:aliases/@w:val", STYLES)).lower()
    assert [role for role in Style().roles() if role.replace("_", " ") not in known] == []


def test_every_style_is_based_on_and_followed_by_one_that_exists():
    output = write(TWO)
    known = set(found(output, "//w:style/@w:styleId", STYLES))
    assert len(known) == len(found(output, "//w:style", STYLES))
    assert {*found(output, "//w:basedOn/@w:val | //w:next/@w:val", STYLES)} <= known
    assert {*found(output, "//w:pStyle/@w:val | //w:rStyle/@w:val")} <= known


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"size": Length(11.5), "leading": Length(17)}, {"sz.val": "23", "szCs.val": "23", "spacing.line": "340", "spacing.lineRule": "exact"}),
        ({"bold": True}, {"b": "", "bCs": ""}),
        ({"italic": True}, {"i": ""}),
        ({"colour": Colour("#8a1c1c")}, {"color.val": "8A1C1C"}),
        ({"align": "end"}, {"jc.val": "right"}),
        ({"align": "justify", "hyphenate": True}, {"jc.val": "both"}),
        ({"hyphenate": True}, {"suppressAutoHyphens.val": "0"}),
        ({"caps": "upper"}, {"caps": ""}),
        ({"tracking": Length(0.7)}, {"spacing.val": "14"}),
        ({"before": Length(6), "after": Length(9)}, {"spacing.before": "120", "spacing.after": "180"}),
        ({"indent": Length(12), "start": Length(5), "end": Length(4)}, {"ind.firstLine": "240", "ind.left": "100", "ind.right": "80"}),
        ({"indent": Length(-12), "start": Length(12)}, {"ind.hanging": "240", "ind.left": "240"}),
        ({"rule": "start", "start": Length(12), "rule_width": Length(2)}, {"left.sz": "16", "left.space": "10", "left.color": "9A9A9A"}),
        ({"rule": "below", "rule_width": Length(1)}, {"bottom.sz": "8", "bottom.space": "5"}),
        ({"rule": "above"}, {"top.val": "single"}),
        ({"font": "mono"}, {"rFonts.ascii": "Cascadia Mono", "rFonts.hAnsi": "Cascadia Mono"}),
    ],
    ids=" ".join,
)  # fmt: skip
def test_every_field_of_a_text_style_is_honoured(fields, expected):
    known = quoted(**fields)
    assert {key: known.get(key) for key in expected} == expected
    plain = quoted()
    assert {key: plain.get(key) for key in expected} != expected


def test_what_a_style_does_not_ask_for_is_not_there():
    assert {"b", "i", "caps", "pBdr", "suppressAutoHyphens", "ind"}.isdisjoint(quoted())


def test_a_heading_stays_with_what_it_heads():
    for style, level in (("Heading1", "0"), ("Heading2", "1")):
        known = look(write(EDITION), style)
        assert {"keepNext", "keepLines"} <= known.keys()
        assert known["outlineLvl.val"] == level


def test_no_line_stands_alone_and_nothing_is_hyphenated_that_does_not_ask_for_it():
    assert found(write(EDITION), "//w:pPrDefault//w:widowControl", STYLES)
    assert found(write(EDITION), "//w:pPrDefault//w:suppressAutoHyphens", STYLES)


def test_the_language_of_a_document_stands_in_its_styles_and_its_settings():
    assert found(write(EDITION), "//w:rPrDefault//w:lang/@*", STYLES) == ["en-GB", "en-GB"]
    assert found(write(EDITION), "//w:themeFontLang/@*", SETTINGS) == ["en-GB", "en-GB"]
    assert found(write(Edition.of(HARBOUR)), "//w:rPrDefault//w:lang/@*", STYLES) == ["ar-SA", "ar-SA"]


def test_the_sheet_and_its_columns_are_the_house_s():
    section = opened(write(EDITION, load("broadsheet"))).sections[1]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (round(section.left_margin.mm), round(section.top_margin.mm)) == (18, 20)
    letter = replace(Style(), page=replace(Style().page, size="Letter", margin_end=Length(50)))
    assert round(opened(write(Edition.of(HARBOUR), letter)).sections[0].left_margin.pt) == 50


def test_a_style_that_hyphenates_lets_word_hyphenate():
    assert found(write(EDITION), "//w:autoHyphenation", SETTINGS)
    assert not found(write(EDITION, load("large-print")), "//w:autoHyphenation", SETTINGS)


def test_coloured_paper_is_shown():
    grey = replace(Style(), page=replace(Style().page, paper=Colour("#f6f2ea")))
    assert found(write(EDITION, grey), "//w:background/@w:color") == ["F6F2EA"]
    assert found(write(EDITION, grey), "//w:displayBackgroundShape", SETTINGS)


def test_a_missing_font_is_replaced_by_the_next_of_its_stack():
    fonts = Fonts(text=('Quill "&" Co', "Georgia", "Cambria", "serif"))
    output = write(EDITION, replace(Style(), fonts=fonts))
    entry = found(output, "//w:font[1]", FONTS)[0]
    assert list(entry.attrib.values()) == ['Quill "&" Co']
    assert [list(child.attrib.values()) for child in entry] == [["Georgia, Cambria"], ["roman"], ["variable"]]
    assert found(output, "//w:rPrDefault//w:rFonts/@w:cs", STYLES) == ["FiraGO"]


def test_each_east_asian_language_has_its_own_fonts():
    asked = "//w:rPrDefault//w:rFonts/@w:eastAsia"
    tags = {"zh": "SimSun", "zh-TW": "PMingLiU", "ja": "Yu Mincho", "ko": "Batang", "en": "Noto Serif"}
    for tag, name in tags.items():
        assert found(write(Edition.of(replace(LANTERN, language=tag))), asked, STYLES) == [name]


def test_right_to_left_mirrors_rules_and_spaces_no_joined_letters():
    output = write(Edition.of(HARBOUR))
    known = look(output, "Quote")
    assert (known["right.val"], known["left.val"]) == ("single", "nil")
    assert known["spacing.lineRule"] == "atLeast"
    assert "spacing.val" not in look(output, "Kicker")


def test_an_article_against_the_main_direction_has_sister_styles():
    known = look(write(TWO), "QuoteTurned")
    assert (known["right.val"], known["left.val"], known["bidi"]) == ("single", "nil", "")
    names = found(write(TWO), "//w:style/w:name/@w:val", STYLES)
    assert "Heading 1 (right to left)" in names
    assert "Heading 1 (right to left)" not in found(write(EDITION), "//w:style/w:name/@w:val", STYLES)


def test_two_house_styles_do_not_mix():
    large = load("large-print")
    first, second = write(EDITION), write(EDITION, large)
    assert (write(EDITION), write(EDITION, large)) == (first, second)
    assert look(second, "BodyText")["sz.val"] == "36"
