"""Where lines end: hyphens, addresses, East Asian rules, long words; and how long that takes."""

import time
import warnings
from dataclasses import replace
from itertools import accumulate

import pytest

from newsexport.exporters.pdf import _type
from newsexport.exporters.pdf._bidi import base_of, levels, visual
from newsexport.exporters.pdf._breaks import cuts, hyphenator
from newsexport.exporters.pdf._copy import capitals, clean
from newsexport.exporters.pdf._draw import _Text
from newsexport.exporters.pdf._lines import _rows, balanced_lines, break_lines
from newsexport.exporters.pdf._measure import Measure
from newsexport.exporters.pdf._pen import Case
from newsexport.exporters.pdf._setting import Setting, Span
from newsexport.exporters.pdf._shape import fount
from newsexport.exporters.pdf._type import Typesetter
from newsexport.model import Article, Byline, Dateline, Edition, Emphasis, Link, Moment, Paragraph
from newsexport.style import Colour, Fonts, Length, Style, TextStyle, load
from tests.pdf.pages import QUAY, SCRIPTS, drawn, pdf, plain, text


def parts(token):
    """A token with its break opportunities shown as |."""
    found = cuts(token)
    return "|".join(token[a:b] for a, b in zip((0, *found), (*found, len(token)), strict=True))


@pytest.mark.parametrize(
    "shown",
    [
        "state-|of-|the-|art",
        "and/|or",
        "2020–21",
        "-5",
        "self—|contained",
        "https://|oakport.|example/|quay/|plan-|b|?page=|2",
        "co\u00ad|op",
        "港|口|委|员|会，|“没|有|人”，|他|说。",
        "「会|議」|は|きゃっ|とー",
        "ordinary",
    ],
)
def test_a_line_may_end_at(shown):
    assert parts(shown.replace("|", "")) == shown


HEADLINES = {
    "zh": "老码头夜市下周六重新开张|全部摊位改用电灶和新式冷柜",
    "zh 2": "港口委员会决定，|用两个夏天重建东部码头",
    "ja": "港の防波堤を二年で建て直す|大型船はしばらく北岸に着く",
    "ja 2": "旧市場の夜店が再開、|電気コンロに切り替え",
}


@pytest.mark.parametrize("name", HEADLINES)
def test_a_headline_in_chinese_or_japanese_parts_between_phrases_and_rather_between_clauses(name):
    pytest.importorskip("budoux", reason="the extra newsexport[thai] is not installed")
    shown = HEADLINES[name]
    rows = drawn(plain("一。", headline=shown.replace("|", ""), language=name[:2]))
    assert [row.partition(": ")[2] for row in rows if " H1 " in row] == shown.split("|")


def test_a_meta_line_parts_between_its_entries():
    article = replace(
        plain(), byline=Byline("Words by Ilse Marchant and Tomas Brandreth"), dateline=Dateline("OAKPORT and SKERRY HAVEN"),
        updated=Moment("15 October 2024, 16:20 GMT", None),
    )  # fmt: skip
    rows = [row.partition(": ")[2] for row in drawn(article) if " 9:" in row]
    assert rows == [
        "Words by Ilse Marchant and Tomas Brandreth ·",
        "OAKPORT and SKERRY HAVEN · Updated 15 October 2024, 16:20 GMT",
    ]


@pytest.mark.parametrize("words", range(14, 40))
def test_a_headline_in_chinese_never_leaves_one_character_alone(words, monkeypatch):
    monkeypatch.setattr(_type, "phrases", lambda text, language: None)  # as where no segmenter is installed
    rows = drawn(plain("一。", headline="港" * words, language="zh"))
    lines = [row.partition(": ")[2] for row in rows if " H1 " in row]
    assert len(lines) == 1 or len(lines[-1]) > 0.6 * len(lines[0])


def test_a_long_word_is_cut_at_the_measure_and_keeps_its_marks():
    rows = [row.partition(": ")[2] for row in drawn(plain("e\u0301" * 300))[2:]]
    assert len(rows) > 3
    assert "".join(rows) == "e\u0301" * 300
    assert all(row[0] == "e" for row in rows)
    assert max(map(len, rows[:-1])) - min(map(len, rows[:-1])) <= 2


@pytest.mark.parametrize("width", range(15_000, 26_000, 500))
def test_an_even_headline_cuts_no_word_that_its_measure_holds(width):
    headline = "Hafenbehördenvorsitzender Veddersen zurückgetreten – wer nun den Umbau der Kais leiten soll"
    face = fount(Fonts(), "display", bold=True, italic=False, language="de", upper=False, system=False)
    setting = Setting(headline, [Span(0, len(headline), face, Colour("#000000"))], base=0)
    lines = balanced_lines(setting, Measure(width, width))
    assert [headline[line.next - 1] for line in lines[:-1]] == [" "] * (len(lines) - 1)


@pytest.mark.parametrize(
    ("language", "token", "shown"),
    [
        ("en", "“unquestionable”,", "“un~ques~tion~able”,"),
        ("en", "version.pdf", "version.pdf"),
        ("en", "NATO-ESA", "NATO-ESA"),
        ("de", "Hafenbehörde", "Ha~fen~be~hörde"),
    ],
)
def test_words_are_hyphenated_by_language_with_two_letters_before_and_three_behind(language, token, shown):
    points = hyphenator(language)(token)
    assert "~".join(token[a:b] for a, b in zip((0, *points), (*points, len(token)), strict=True)) == shown


def test_without_a_language_nothing_is_hyphenated():
    assert hyphenator(None) is None
    assert hyphenator("tlh") is None


def test_no_three_lines_in_a_row_end_with_a_hyphen():
    rows = drawn(plain("internationalisation " * 90))
    assert "~" in "".join(rows)
    assert not any(all(row.endswith("~") for row in rows[at : at + 3]) for at in range(len(rows) - 2))


@pytest.mark.parametrize("word", ["المدينة", "كشتی", "ܫܠܡܐ", "בית"])
def test_letters_join_across_the_border_of_a_link_or_of_emphasis(word):
    def glyphs(*marks):
        setter = Typesetter(Edition.of(plain(language="ar")), Style(), "ar", own=0, system=False)
        copy = setter.set(f"و {word} و", marks, Style().body, None)
        atoms = copy.setting.atoms(2, 2 + len(word))
        return [glyph.id for atom in atoms for part in atom.word.parts for glyph in part.glyphs]

    whole = glyphs()
    for at in range(1, len(word)):
        assert glyphs(Link(2 + at, 9, "https://oakport.example/")) == whole, "in another colour"
        strong = glyphs(Emphasis(2, 2 + at, strong=True))
        assert strong[at:] == whole[at:], "beside another weight"


def test_lines_of_right_to_left_text_are_ordered_by_levels():
    text = "שלום 12 abc"
    found = levels(text, 1)
    order = "".join(text[at] for at in visual(found))
    assert order == "abc 12 םולש"


def test_the_direction_of_a_paragraph():
    assert base_of("נתניהו (Netanyahu) said", rtl=False) == 0
    assert base_of("פסקה שלמה בעברית", rtl=False) == 1
    assert base_of("Netanyahu אמר", rtl=True) == 1
    assert base_of("English only", rtl=True) == 0


def test_capitals_follow_the_language():
    def shown(text, language):
        return "".join(char for char, _ in capitals(text, language))

    assert shown("istanbul", "tr") == "İSTANBUL"
    assert shown("Άνθρωποι", "el") == "ΑΝΘΡΩΠΟΙ"
    assert shown("Straße", "de") == "STRAẞE"
    assert shown("ქართული", "ka") == "ქართული"


def test_what_a_pdf_must_not_hold_is_dropped_and_marks_move_along():
    text, marks = clean("a\x00b\u202ec\ud800\nd\ufeffe", (Emphasis(2, 6),))
    assert text == "abc\ufffd de"
    assert text[marks[0].start : marks[0].end] == "bc\ufffd"


@pytest.mark.parametrize("piece", ["word ", "x", "港", "e\u0301\u0316", "سلام ", "a/", "- ", "\u00ad"])
def test_time_grows_with_the_length_of_a_paragraph(piece):
    def spent(count):
        article = plain(piece * count)
        start = time.process_time()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pdf(article)
        return time.process_time() - start

    spent(200)
    small, large = min(spent(2_000), spent(2_000)), spent(16_000)
    assert large < 8 * small * 3 + 0.2


def test_a_headline_leaves_no_word_alone_on_its_last_line():
    headline = "The harbour office will sell tickets for the night ferry from Monday"
    rows = [row.partition(": ")[2].strip() for row in drawn(plain("It will.", headline=headline)) if " H1 " in row]

    assert " ".join(rows) == headline
    assert len(rows) >= 2
    assert min(map(len, rows)) >= 0.6 * max(map(len, rows))


JUSTIFIED = Style(body=TextStyle(align="justify", hyphenate=True, indent=Length(12)))


def _filled(text, width=20_000, *, first=19_000, language="en"):
    """The lines of a justified text, each with the part of a space's width by which its spaces open."""
    face = fount(Fonts(), "text", bold=False, italic=False, language=language, upper=False, system=False)
    setting = Setting(text, [Span(0, len(text), face, Colour("#000000"))], base=base_of(text, rtl=False))
    lines = break_lines(setting, Measure(first, width, hyphenator(language), loose=0.7))
    rooms = [first] + [width] * len(lines)
    opened = [
        (room - line.width) / line.gaps / setting.space
        for room, line in zip(rooms, lines[:-1], strict=False)
        if line.gaps
    ]
    return lines, opened


def test_a_justified_paragraph_is_broken_as_a_whole():
    lines, opened = _filled(f"{QUAY} {QUAY} {QUAY}")
    assert len(lines) > 12
    assert max(opened) < 1.2
    assert min(opened) > -0.25
    assert sum(line.hyphen for line in lines) <= 3


def test_spaces_of_a_justified_line_close_a_little_rather_than_open_wide():
    words = "the ferry to Oakport leaves at nine"
    (alone,), _ = _filled(words)
    room = alone.width - 100

    lines, opened = _filled(f"{words} {words} while the tide is in", room, first=room)

    assert len(lines) == 3
    assert -0.25 < opened[0] < 0


@pytest.mark.parametrize("name", SCRIPTS)
def test_justified_text_of_any_script_is_said_whole(name, tmp_path):
    article = SCRIPTS[name]
    ragged = text(pdf(article), tmp_path)
    justified = text(pdf(article, style=JUSTIFIED), tmp_path)
    assert sorted(justified) == sorted(ragged)


def test_a_justified_paragraph_that_cannot_be_filled_is_set_all_the_same():
    for hard in ("x" * 400, "a " + "W" * 79 + " b", "Wwwwwwwwwwwwwwwwwwwwww " * 30, " begins with a space", ""):
        lines, _ = _filled(hard)
        assert lines[-1].last
        assert [line.start for line in lines[1:]] == [line.next for line in lines[:-1]]


def test_no_three_lines_of_a_justified_paragraph_end_with_a_hyphen():
    lines, _ = _filled("internationalisation " * 200)
    cut = "".join("-" if line.hyphen else " " for line in lines)
    assert "-" in cut
    assert "---" not in cut


def test_the_last_line_of_a_justified_paragraph_is_never_wider_than_the_measure():
    for count in range(1, 60):
        lines, _ = _filled("herons " * count + "end")
        assert lines[-1].width <= 20_000.01


@pytest.mark.parametrize("piece", ["word ", "unquestionable ", "x", "港", "a/", "\u00ad", "سلام "])
def test_time_grows_with_the_length_of_a_justified_paragraph(piece):
    def spent(count):
        start = time.process_time()
        _filled(piece * count)
        return time.process_time() - start

    spent(200)
    small, large = min(spent(4_000), spent(4_000)), spent(32_000)
    assert large < 8 * small * 3 + 0.2


def test_no_line_ends_between_a_word_and_a_sign_that_french_sets_apart():
    words = "Le quai coûte 4 % de plus : « Trop cher ! » dit le maire ; et alors ? " * 12
    for width in range(6_000, 24_000, 700):
        for loose in (0.0, 0.7):
            face = fount(Fonts(), "text", bold=False, italic=False, language="fr", upper=False, system=False)
            setting = Setting(words, [Span(0, len(words), face, Colour("#000000"))], base=0)
            lines = break_lines(setting, Measure(width, width, hyphenator("fr"), loose=loose))
            shown = [words[line.start : line.end] for line in lines]
            assert not [row for row in shown if row[:1] in "%:;?!»" or row[-1:] == "«"], (width, loose)
            assert [line.gaps for line in lines] == [row.count(" ") for row in shown]


def test_quotation_marks_in_chinese_are_as_wide_as_characters_and_in_english_are_not():
    def width(text, language):
        return fount(Fonts(), "text", bold=False, italic=False, language=language, upper=False, system=True).word(text)

    if width("港", "zh").missing:
        pytest.skip("this machine has no font for Chinese")
    assert width("“", "zh").width == width("”", "zh-Hant").width == width("港", "zh").width
    assert width("“", "en").width < 0.6 * width("港", "zh").width
    assert len({part.face for part in width("港”", "zh").parts}) == 1


@pytest.mark.parametrize("path", ["whole", "_stretches"])
def test_words_drawn_at_once_are_drawn_as_they_are_one_by_one(path, monkeypatch):
    said = "The pilot  station “kept” its lamp lit in a half-light, and the café at the quay sold tea ﬁrst. " * 9
    marks = (Emphasis(4, 9, strong=True), Link(30, 44, "https://oakport.example/lamp"), Emphasis(60, 75))
    article = Article(blocks=(*plain(said, QUAY, QUAY * 4).blocks, Paragraph(said, marks=marks)), language="en")
    styles = [load("briefing"), load("broadsheet")]
    at_once = [pdf(article, style=style) for style in styles]
    monkeypatch.setattr(_Text, path, lambda *_: None)
    assert [pdf(article, style=style) for style in styles] == at_once


def test_a_page_asks_for_the_codes_of_its_own_words_only(monkeypatch):
    asked, codes = [], Case.codes
    monkeypatch.setattr(
        Case, "codes", lambda self, fount, words: (asked.append(len(words)), codes(self, fount, words))[1]
    )
    words = "the pilot kept its lamp lit and sold tea".split() * 500
    assert pdf(Article(blocks=(Paragraph(" ".join(words)),), language="en")).count(b"/Type/Page/") > 5
    assert len(words) <= sum(asked) < 1.1 * len(words)


def test_the_rows_of_words_are_counted_as_they_are_filled():
    face = fount(Fonts(), "text", bold=False, italic=False, language="en", upper=False, system=False)
    setting = Setting(QUAY, [Span(0, len(QUAY), face, Colour("#000000"))], base=0)
    sums = [0.0, *accumulate(setting.spaced(setting.words))]
    for width in range(8_000, 40_000, 1_100):
        measure = Measure(width - 2_000, width)
        assert _rows(sums, measure, setting.space) == len(break_lines(setting, measure))
    assert _rows(sums, Measure(10, 10), setting.space) == 0  # no word fits
