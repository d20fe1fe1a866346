"""The plain-text briefing: what a reader of a terminal or a mail sees."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from newsexport.errors import ExportWarning
from newsexport.exporter import Style
from newsexport.exporters.txt import Options, exporter
from newsexport.exporters.txt._wrap import columns, wrap
from newsexport.model import (
    Article,
    Byline,
    Edition,
    Factbox,
    Figure,
    Item,
    Link,
    ListBlock,
    Moment,
    Note,
    Paragraph,
    Preformatted,
    PullQuote,
    Separator,
    Subheading,
)
from newsexport.style import load

LONG = (
    "The lantern makers of Orrel Quay met on Monday to agree the colours of the harbour lights for the coming winter."
)


def page(*blocks, style=None, width=72, ascii=False, flowed=False, **fields):  # noqa: A002 - the option's name
    edition = Edition.of(Article(blocks=blocks, **({"headline": "Tide"} | fields)))
    return exporter.write(edition, style or Style(), Options(width, ascii, flowed)).decode()


def body(*blocks, **more):
    """The lines below the head of an article (masthead, headline, meta line)."""
    lines = page(*blocks, **more).split("\n")
    last = max((place for place, line in enumerate(lines[:6]) if line and line == line[0] * len(line)), default=0)
    return "\n".join(lines[last + 1 :]).strip("\n")


@pytest.mark.parametrize(
    "headline", [LONG, "灯塔工匠周一开会讨论今年冬天港口灯光的颜色" * 2, "Lantern makers " * 6 + "meet"]
)
def test_a_headline_of_several_lines_is_even(headline):
    lines = page(headline=headline).split("\n")
    lines = lines[: next(place for place, line in enumerate(lines) if line.startswith("━"))]
    assert len(lines) == 2
    assert columns(lines[1]) > 0.75 * columns(lines[0])
    assert "".join(lines).replace(" ", "") == headline.replace(" ", "")


def test_the_head_shows_the_roles_of_the_house_style():
    shown = page(
        Paragraph("One."),
        headline="Lanterns lit on Orrel Quay",
        kicker="Harbour",
        standfirst="A short winter is promised.",
        byline=Byline("By Una Tarn"),
        source="The Quay",
        published=Moment("3 May 2031"),
    )
    rule = "─" * 72
    assert shown == (
        f"THE QUAY · 3 MAY 2031\n{rule}\n\n"
        f"HARBOUR\nLanterns lit on Orrel Quay\n{'━' * 26}\n\n"
        "A short winter is promised.\n\n"
        f"By Una Tarn · 1 min read\n{rule}\n\n"
        "One.\n"
    )


def test_a_centred_style_is_centred_in_text_too():
    assert "\n" + " " * 34 + "Tide\n" + " " * 34 + "━━━━\n" in "\n" + page(style=load("broadsheet"))


@pytest.mark.parametrize(
    ("kicker", "language", "shown"),
    [
        ("straße", "de", "STRASSE"),
        ("istanbul", "tr", "İSTANBUL"),
        ("Αθήνα", "el", "Αθήνα"),
        ("港口", "zh", "港口"),
    ],
)
def test_capitals_follow_the_script(kicker, language, shown):
    assert f"{shown}\nTide" in page(kicker=kicker, language=language)


def test_list_entries_hang_and_their_numbers_stand_right_aligned():
    items = (Item("first"), Item("The second is so long that it goes on below its own first word"))
    assert body(ListBlock(items), width=41) == (
        "  • first\n  • The second is so long that it goes on\n    below its own first word"
    )
    assert body(ListBlock(items, ordered=True, first=9), width=43) == (
        "   9. first\n  10. The second is so long that it goes on\n      below its own first word"
    )


def test_quotes_captions_and_boxes_are_told_apart():
    shown = body(
        Subheading("What next"),
        PullQuote("We kept the light.", "Una Tarn"),
        Figure("The quay at dusk.", "Photo: O. Pell"),
        Factbox("In numbers", (Item("Nine lamps."), Item("Two boats."))),
        Separator(),
        Note("Corrected on Friday."),
    )
    assert shown == (
        "What next\n─────────\n\n"
        "  ┃ We kept the light.\n  ┃ — Una Tarn\n\n"
        "  ▣ The quay at dusk.\n    Photo: O. Pell\n\n"
        "│ In numbers\n│ ──────────\n│ Nine lamps.\n│\n│ Two boats.\n\n"
        "                                 * * *\n\n"
        "  Corrected on Friday."
    )


def test_preformatted_lines_are_never_wrapped():
    table = "Lamp      Hours\nnorth        12\n" + "x" * 120
    assert body(Preformatted(table)) == table


def test_an_address_stands_behind_its_words_unless_it_is_the_words():
    link = Link(4, 11, "https://orrel.example/lamps-and-lights")
    assert body(Paragraph("The lanterns glow.", (link,))) == (
        "The lantern <https://orrel.example/lamps-and-lights>s glow."
    )
    own = "https://orrel.example"
    assert body(Paragraph(own, (Link(0, len(own), own + "/"),))) == own


def test_an_address_is_never_broken():
    url = "https://orrel.example/" + "lamps-and-lights/" * 9
    assert f"<{url}>" in page(Paragraph("The lanterns.", (Link(4, 12, url),)), width=40)


def test_several_articles_stand_behind_a_list_of_contents():
    two = Edition.of(Article(headline="Tide"), Article(headline="Ebb"), title="The week")
    shown = exporter.write(two, Style(), Options()).decode()

    assert shown.startswith("The week\n━━━━━━━━\n\nContents\n  1. Tide\n  2. Ebb\n\n\n━━ 1 ━━━")
    assert shown.index("━━ 2 ━") > shown.index("━━ 1 ━")


def test_an_edition_named_after_its_first_article_shows_its_contents_only():
    shown = exporter.write(Edition.of(Article(headline="Tide"), Article(headline="Ebb")), Style(), Options()).decode()
    assert shown.startswith("Contents\n━━━━━━━━\n  1. Tide\n  2. Ebb\n")


def test_the_source_lines_close_the_page():
    shown = page(Paragraph("One."), url="https://orrel.example/a", rights="© 2031 The Quay", signoff="(Desk)")
    assert shown.endswith(f"One.\n\n(Desk)\n\n{'─' * 24}\n\nhttps://orrel.example/a\n© 2031 The Quay\n")


HOSTILE = "a\x00b\x1b[31m\x9bc\u202ed\u2066e\ud800f\ufffeg\u2028h\ti\r\nj\u00adk  l "


def test_no_control_character_and_no_space_at_a_line_end_is_ever_written():
    article = Article(
        headline=HOSTILE,
        kicker=HOSTILE,
        slug=HOSTILE,
        blocks=(
            Paragraph(HOSTILE * 20),
            Subheading(HOSTILE),
            ListBlock((Item(HOSTILE),)),
            PullQuote(HOSTILE, HOSTILE),
            Figure(HOSTILE, HOSTILE),
            Factbox(HOSTILE, (Item(HOSTILE),)),
            Preformatted(HOSTILE),
            Separator(HOSTILE),
            Note(HOSTILE),
        ),
    )
    for ascii_only in (False, True):
        with pytest.warns(ExportWarning) if ascii_only else _nothing():
            shown = exporter.write(Edition.of(article, article), Style(), Options(ascii=ascii_only)).decode()
        unwanted = {char for char in shown if unicodedata.category(char) in ("Cc", "Cs", "Cn") and char != "\n"}
        assert not unwanted
        assert not {"\u202e", "\u2066", "\u2028", "\u00ad"} & set(shown)
        assert all(line == line.rstrip() for line in shown.split("\n"))
        assert shown.endswith("\n")
        assert not shown.endswith("\n\n")


def _nothing():
    from contextlib import nullcontext

    return nullcontext()


def test_an_article_that_says_nothing_has_a_head():
    assert exporter.write(Edition.of(Article()), Style(), Options()).decode() == "Untitled\n━━━━━━━━\n"


def test_ascii_has_plain_marks_and_names_what_it_keeps():
    text = "“It’s late” — 3 €…"
    with pytest.warns(ExportWarning, match="no ASCII form for €: kept as written"):
        shown = page(Paragraph(text), ascii=True)
    assert shown.endswith('"It\'s late" -- 3 €...\n')
    assert page(Paragraph("© 2031 Quay™"), ascii=True).endswith("(c) 2031 Quay(TM)\n")
    assert page(Paragraph("Plain."), kicker="A", source="B", section="C", ascii=True).isascii()


def test_flowed_lines_say_that_they_go_on_and_fill_again_to_the_paragraph():
    shown = page(Paragraph(LONG + " " + LONG), Paragraph("> not a quotation"), Paragraph("From here"), flowed=True)
    paragraph = shown.split("\n\n")[2].split("\n")

    assert "".join(paragraph) == LONG + " " + LONG
    assert all(line.endswith(" ") for line in paragraph[:-1])
    assert all(len(line) <= 72 for line in paragraph)
    assert "\n > not a quotation\n" in shown
    assert "\n From here\n" in shown


def test_flowed_text_without_spaces_keeps_every_character():
    shown = page(Paragraph("港" * 100), flowed=True)
    assert "".join(shown.split()).count("港") == 100
    assert "港 \n" not in shown


@pytest.mark.parametrize("width", [39, 201, 0, -1])
def test_a_width_that_no_one_can_read_is_refused(width):
    with pytest.raises(ValueError, match="width runs from 40 to 200 columns"):
        Options(width)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a long-standing row", ["a long-", "standing ", "row"]),
        ("1998-1999 and on", ["1998-1999 ", "and on"]),
        ("見よ「港」と。灯台", ["見よ「港」", "と。灯台"]),
        ("灯台の光は「港」へ", ["灯台の光は", "「港」へ"]),
        ("いろはにほ、へと", ["いろはに", "ほ、へと"]),
        ("abcdefghijklmno", ["abcdefghij", "klmno"]),
        ("e\u0301" * 12, ["e\u0301" * 10, "e\u0301" * 2]),
        ("👩‍🚀" * 6, ["👩‍🚀" * 5, "👩‍🚀"]),
        ("a b\u00a0c", ["a b\u00a0c"]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text, lines):
    assert wrap(text, 10) == lines


WORDS = st.text(st.sampled_from("ab -—“”’()港。「」、ー灯éж\u0301ก한ا👩\u200d\u200b\u00a0@…"), max_size=200)


@settings(max_examples=300, deadline=None)
@given(WORDS, st.integers(4, 40))
def test_wrapped_lines_are_the_text_and_fit(text, width):
    lines = wrap(text, width)

    assert "".join(lines) == text
    for line in lines:
        assert columns(line.rstrip(" \u200b")) <= width or "@" in line


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf"]), max_size=60))
def test_the_quick_measure_agrees_with_wcwidth(text):
    assert columns(text) == (measured if (measured := wcswidth(text)) >= 0 else len(text))


@pytest.mark.parametrize("unit", ["word ", "word’s 港 ", "x", "é港", "「", "。", "(", "\u0301", "ab-", "…", "港.", "ก"])
def test_time_grows_with_length_only(unit):
    def seconds(length):
        text = unit * (length // len(unit))
        began = time.process_time()
        page(Paragraph(text))
        return time.process_time() - began

    seconds(1000)
    assert seconds(400_000) < max(0.5, 40 * seconds(40_000))
