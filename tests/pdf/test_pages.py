"""How pages look, drawn as text: lines, columns, what stays together, what a style changes."""

import re
import subprocess
from dataclasses import replace
from itertools import pairwise

import pytest

from newsexport.exporters.pdf._flow import Flow
from newsexport.exporters.pdf._parts import Composer
from newsexport.exporters.pdf._tree import Element
from newsexport.exporters.pdf._type import Typesetter
from newsexport.model import Edition, Item, ListBlock, Paragraph, Preformatted, PullQuote, Separator, Subheading
from newsexport.style import Length, Page, Style, load
from tests.pdf.pages import FULL, QUAY, drawn, pdf, plain, projected, text, tool

ONE_PAGE = """\
1 P 9: 1 min read
1 P 10.5: The harbour council of Oakport voted on Tuesday to rebuild the eastern
1 P 10.5: quay, a decision that ends eleven years of argument about money, herons
1 P 10.5: and the width of a lorry."""


def placed(article, style=None):
    """The layout of an article with our fonts."""
    style = style or Style()
    composer = Composer(Edition.of(article), 0, style, Element("Document"), "en", system=False)
    return Flow(style, mirrored=composer.type.rtl).lay(composer.copies())


def test_a_page_in_the_default_style():
    assert "\n".join(drawn(plain(QUAY))[1:]) == ONE_PAGE


GLANCE_PAGE = """\
1 108  98 NotoSerif-Regular bold 25: Quay vote passes
1 108 122 FiraGO-Regular 9: 1 min read
1 116 163 FiraGO-Bold bold 8.5: Key points
1 130 184 FiraGO-Regular 9.5: Herons stay.
1 122 184 FiraGO-Regular 9.5: •
1 108 223 NotoSerif-Regular 10.5: The harbour council of Oakport voted on Tuesday to rebuild the eastern
1 108 239 NotoSerif-Regular 10.5: quay, a decision that ends eleven years of argument about money, herons
1 108 254 NotoSerif-Regular 10.5: and the width of a lorry.
1 450 806 FiraGO-Regular 8: Page 1 of 1"""


def test_a_page_with_a_glance_stands_where_it_should():
    glance = (Subheading("Key points", role="key points"), ListBlock((Item("Herons stay."),), role="key points"))
    assert "\n".join(projected(Edition.of(replace(plain(QUAY), glance=glance)))) == GLANCE_PAGE


def test_lines_of_plain_paragraphs_keep_one_rhythm():
    rows = [row.split()[:3] for row in projected(Edition.of(plain(QUAY, QUAY, QUAY))) if "10.5:" in row]
    steps = {int(low[2]) - int(high[2]) for high, low in pairwise(rows)}
    assert steps <= {15, 16, 23, 24}, "one leading, and one more half between paragraphs"


def test_a_line_of_the_default_style_has_60_to_72_characters():
    lines = [row.partition(": ")[2] for row in drawn(plain(" ".join([QUAY] * 6)))[2:-1]]
    assert 60 <= round(sum(map(len, lines)) / len(lines)) <= 72


def test_no_paragraph_leaves_a_single_line_on_a_page():
    for words in range(1, 60, 7):
        pages = [row.split(" ")[0] for row in drawn(plain(*[QUAY] * 13, "word " * 60, "word " * (20 * words)))]
        for article_page in set(pages):
            assert pages.count(article_page) != 1


def test_no_page_ends_with_a_part_of_a_word():
    long = "internationalisation of counterrevolutionary misunderstandings " * 8
    rows = drawn(plain(*[long] * 40))
    ends = [row for row, following in pairwise(rows) if row.split(" ")[0] != following.split(" ")[0]]
    assert any(row.endswith("~") for row in rows)
    assert len(ends) > 3
    assert not [row for row in ends if row.endswith("~")]


def test_a_heading_never_ends_a_page():
    for paragraphs in range(8, 16):
        blocks = (*[Paragraph(QUAY)] * paragraphs, Subheading("Heads"), Paragraph(QUAY * 3))
        rows = drawn(replace(plain(), blocks=blocks))
        head = next(at for at, row in enumerate(rows) if "Heads" in row)
        assert rows[head + 2].split(" ")[0] == rows[head].split(" ")[0], "two lines follow it on its page"


def test_lists_hang_on_their_labels():
    items = ListBlock(tuple(Item(QUAY) for _ in range(2)), ordered=True, first=99)
    layout = placed(replace(plain(), blocks=(items,)))
    copies = [copy for stretches, _ in layout.pages for copy, _, _ in stretches if copy.label]
    assert [copy.label.setting.text for copy in copies] == ["99.", "100."]
    assert len({copy.inset for copy in copies}) == 1


def test_a_right_to_left_article_is_mirrored():
    page = replace(Page(), margin_start=Length.parse("20mm"), margin_end=Length.parse("60mm"))
    for language, left in (("en", 20), ("ar", 60)):
        layout = placed(plain("نص قصير", language=language), replace(Style(), page=page))
        assert layout.pages[0][0][0].place.left == pytest.approx(Length.parse(f"{left}mm"))


def test_a_broadsheet_sets_its_body_in_two_balanced_columns():
    layout = placed(plain(*[QUAY] * 12), load("broadsheet"))
    stretches = layout.pages[0][0]
    lefts = sorted({round(stretch.place.left) for stretch in stretches})
    assert len(layout.pages) == 1
    assert len(lefts) == 2
    lines = [sum(len(one.numbers) for one in stretches if round(one.place.left) == left) for left in lefts]
    assert abs(lines[0] - len(drawn(plain(*[QUAY] * 12), load("broadsheet"))) / 2) < 6


def grounds(layout):
    """The rectangles of each page that have a ground: left, top, right, bottom in points."""
    return [[(rule.x0, rule.y1, rule.x1, rule.y0) for rule in rules if rule.ground] for _, rules in layout.pages]


GLANCE = (
    Subheading("Key points", role="key points"), ListBlock((Item(QUAY), Item(QUAY)), role="key points"),
    Subheading("Key figures", role="key figures"), ListBlock((Item(QUAY), Item("Eleven.")), role="key figures"),
)  # fmt: skip


@pytest.mark.parametrize("name", ["briefing", "broadsheet", "large-print"])
def test_the_box_of_a_glance_is_as_wide_as_the_page_and_its_text_stands_within(name):
    style = load(name)
    layout = placed(replace(plain("The body."), glance=GLANCE), style)
    ((left, top, right, bottom),) = grounds(layout)[0]
    assert (left, right) == pytest.approx((style.page.margin_start, style.page.width - style.page.margin_end))
    for copy, numbers, place in layout.pages[0][0]:
        low = place.top - len(numbers) * copy.style.leading
        if copy.style in {style.glance, style.glance_heading}:
            assert left + 5 < place.left < place.right < right - 5
            assert bottom + 5 < low < place.top < top - 5
        elif copy.setting.text == "The body.":
            assert place.top <= bottom - style.body.leading + 0.01, "a line of white lies below it"


def test_a_broadsheet_sets_a_glance_over_its_columns_and_parts_it_at_a_heading():
    layout = placed(replace(plain(*[QUAY] * 9), glance=GLANCE), load("broadsheet"))
    at = {copy.setting.text: place for copy, _, place in layout.pages[0][0]}
    points, figures = at["Key points"], at["Key figures"]
    assert points.top == figures.top
    assert points.right < figures.left


@pytest.mark.parametrize(("items", "columns"), [(1, 1), (2, 2), (3, 2)])
def test_a_glance_of_one_heading_fills_the_columns_of_its_box(items, columns):
    points = ListBlock(tuple(Item(f"{QUAY} {n}") for n in range(items)), role="key points")
    layout = placed(replace(plain(QUAY, QUAY), glance=(*GLANCE[:1], points)), load("broadsheet"))
    assert len({round(place.left) for copy, _, place in layout.pages[0][0] if copy.label}) == columns


def test_a_glance_longer_than_a_page_goes_on_with_its_ground():
    items = ListBlock(tuple(Item(f"{QUAY} {n}") for n in range(90)), role="key points")
    for name in ("briefing", "broadsheet"):
        layout = placed(replace(plain(QUAY), glance=(*GLANCE[:1], items)), load(name))
        assert [len(page) for page in grounds(layout)[:2]] == [1, 1]
        lines = [copy.setting.text for stretches, _ in layout.pages for copy, _, _ in stretches]
        assert sum(text.startswith(QUAY) for text in lines) >= 91


ISLANDS = (
    ListBlock((Item(QUAY), Item("A crane"))), PullQuote("We have agreed to disagree in concrete.", "Marta Lind"),
    Subheading("What the money buys"), Separator("* * *"), Preformatted("Berth  Opens\n  1    May"),
)  # fmt: skip


def test_the_lines_of_both_columns_of_a_broadsheet_are_on_one_level_behind_whatever_stands_between():
    style = load("broadsheet")
    blocks = [block for island in ISLANDS for block in (*[Paragraph(QUAY)] * 3, island)]
    layout = placed(replace(plain(), glance=GLANCE, blocks=(*blocks, *blocks, *[Paragraph(QUAY)] * 3)), style)
    assert len(layout.pages) > 1
    for stretches, _ in layout.pages:
        tops = [
            place.top for copy, _, place in stretches if copy.style.leading == style.body.leading and not copy.label
        ]
        steps = [(tops[0] - top) / style.body.leading for top in tops]
        assert len(steps) > 4
        assert all(abs(step - round(step)) < 0.01 for step in steps), steps


@pytest.mark.parametrize(
    ("language", "align"),
    [("en", "justify"), ("fi", "start"), ("th", "start"), ("zh", "justify"), ("ar", "justify"), (None, "justify")],
)
def test_a_language_of_long_words_without_hyphens_or_of_few_spaces_is_not_justified(language, align):
    layout = placed(plain(QUAY, language=language), load("broadsheet"))
    assert layout.pages[0][0][-1].copy.style.align == align


def test_what_announces_a_list_stays_with_it():
    items = ListBlock(tuple(Item(f"Item {n}") for n in range(5)))
    for paragraphs in range(8, 18):
        blocks = (*[Paragraph(QUAY)] * paragraphs, Paragraph("It will have:"), items)
        rows = drawn(replace(plain(), blocks=blocks))
        at = next(at for at, row in enumerate(rows) if "It will have" in row)
        assert len({row.split(" ")[0] for row in rows[at : at + 3]}) == 1


def test_no_item_of_a_list_stands_alone_at_the_foot_or_the_head_of_a_page():
    items = ListBlock(tuple(Item(f"Item {n}") for n in range(5)))
    for paragraphs in range(8, 18):
        rows = drawn(replace(plain(), blocks=(*[Paragraph(QUAY)] * paragraphs, items, Paragraph(QUAY))))
        pages = [row.split(" ")[0] for row in rows if "Item" in row]
        assert all(pages.count(page) > 1 for page in pages), pages


@pytest.mark.parametrize(("width", "smaller"), [(40, False), (60, True), (200, False)])
def test_a_table_that_is_too_wide_for_its_column_is_set_smaller_where_it_can_still_be_read(width, smaller):
    style = load("broadsheet")
    table = Preformatted("\n".join(["Berth" + "May".rjust(width - 5), "North" + "June".rjust(20)]))
    rows = [row for row in drawn(replace(plain(), blocks=(table,)), style) if "Berth" in row or "North" in row]
    sizes = {float(row.split(" ")[2].strip(":")) for row in rows}
    assert len(rows) == 2
    assert len(sizes) == 1
    assert ({style.preformatted.size} == sizes) is not smaller
    assert all(size >= 5.5 for size in sizes)


def test_the_lines_of_a_pull_quote_are_even():
    article = replace(plain(), blocks=(PullQuote(" ".join(QUAY.split()[:11])),))
    lines = [row.partition(": ")[2] for row in drawn(article) if " 13.5:" in row]
    assert len(lines) == 2
    assert len(lines[1]) > 0.7 * len(lines[0])


def test_the_rows_of_a_short_table_stay_together():
    table = Preformatted("\n".join(f"Berth {n}   May" for n in range(9)))
    for paragraphs in range(9, 16):
        rows = drawn(replace(plain(), blocks=(*[Paragraph(QUAY)] * paragraphs, table)))
        assert len({row.split(" ")[0] for row in rows if "Berth" in row}) == 1


@pytest.mark.parametrize("name", ["briefing", "broadsheet", "large-print"])
def test_every_line_stays_within_its_column(name):
    layout = placed(
        replace(FULL, blocks=(*FULL.blocks, Paragraph("x" * 500 + " https://a.example/" + "path/" * 60))), load(name)
    )
    for stretches, _ in layout.pages:
        for copy, numbers, place in stretches:
            room = place.right - place.left - copy.inset - copy.style.end
            for nth in numbers:
                assert layout.lines[copy][nth].width * copy.style.size / 1000 <= room + 6, copy.setting.text[:40]


@pytest.mark.parametrize("name", ["briefing", "broadsheet", "large-print"])
def test_every_line_stays_on_its_page(name):
    style = load(name)
    layout = placed(replace(FULL, blocks=FULL.blocks * 5), style)
    for stretches, _ in layout.pages:
        for copy, numbers, place in stretches:
            assert place.top - len(numbers) * copy.style.leading >= 0.75 * style.page.margin_bottom - 0.1


def test_pages_are_a_line_deeper_where_that_saves_a_last_page_of_a_few_lines():
    style, sheets, deeper = load("briefing"), {}, []
    for paragraphs in range(1, 40):
        pages = placed(plain(*[QUAY] * paragraphs), style).pages
        sheets[paragraphs] = len(pages)
        low = min(place.top - len(rows) * copy.style.leading for found, _ in pages for copy, rows, place in found)
        deeper += [paragraphs] if low < style.page.margin_bottom - 0.1 else []
    assert deeper
    for paragraphs in deeper:
        assert paragraphs + 1 in deeper or sheets[paragraphs + 1] > sheets[paragraphs]


def test_every_field_of_a_text_style_changes_the_page():
    base = Style()
    changes = {
        "font": "mono", "size": Length(12), "leading": Length(20), "bold": True, "italic": True, "align": "justify",
        "caps": "upper", "tracking": Length(1), "before": Length(5), "after": Length(30), "indent": Length(20),
        "start": Length(20), "end": Length(20), "rule": "start",
    }  # fmt: skip
    article = plain(QUAY, QUAY)
    seen = pdf(article, style=base)
    for name, value in changes.items():
        body = replace(base.body, **{name: value})
        assert pdf(article, style=replace(base, body=body)) != seen, name


def test_the_running_head_shortens_the_headline():
    from newsexport.exporters.pdf._frame import fitted

    article = plain(QUAY, headline="A very long headline " * 9)
    setter = Typesetter(Edition.of(article), Style(), "en", own=0, system=False)
    short = fitted(article.headline, setter, 200)
    assert short.text.endswith("…")
    assert 150 < short.extent * Style().running.size / 1000 <= 200


def test_later_pages_have_a_running_head_and_every_page_its_folio(tmp_path):
    data = pdf(plain(*[QUAY] * 14))
    (tmp_path / "a.pdf").write_bytes(data)
    text = subprocess.run(
        [tool("pdftotext"), "-layout", "a.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    ).stdout
    first, second, *_ = (page.strip().split("\n") for page in text.decode().split("\f"))

    assert first[0].strip() == "Quay vote passes"
    assert first[-1].strip().startswith("Page 1 of ")
    assert second[0].strip() == "Quay vote passes"
    assert second[-1].strip().startswith("Page 2 of ")
    assert "Quay vote passes" not in "\n".join(first[1:])


def test_a_story_of_several_paragraphs_ends_with_a_square():
    def squares(article):
        return sum(copy.end_mark is not None for stretches, _ in placed(article).pages for copy, _, _ in stretches)

    glanced = (Subheading("Key points", role="key points"), ListBlock((Item("One."),), role="key points"))
    assert squares(plain(QUAY, QUAY)) == 1
    assert squares(replace(plain(QUAY, QUAY), glance=glanced)) == 1
    assert squares(plain(QUAY)) == 0
    assert squares(replace(plain(QUAY, QUAY), kind="page")) == 0
    assert squares(FULL) == 1


@pytest.mark.parametrize("name", ["briefing", "broadsheet", "large-print"])
def test_the_last_page_of_an_article_has_more_than_a_line_or_two(name):
    for paragraphs in range(1, 60):
        article = replace(plain(*[QUAY] * paragraphs), rights="© The Oakport Courier")
        pages = [row.split(" ")[0] for row in drawn(article, load(name))]
        assert pages.count(pages[-1]) >= 4 * load(name).page.columns or pages[-1] == "1", paragraphs


def test_a_paragraph_leaves_no_scrap_on_its_last_line_where_a_little_less_measure_helps():
    rows = [row.partition(": ")[2] for row in drawn(plain(*[f"{QUAY} {'of' * n} it." for n in range(24)]))[2:]]
    ends = [row for row in rows if row.endswith("it.")]
    assert len(ends) == 24
    assert sum(len(row) < 8 for row in ends) <= 2


def test_a_centred_quotation_is_as_even_as_a_headline():
    article = replace(plain(), blocks=(PullQuote(QUAY, "Marta Lind"),))
    rows = [row.partition(": ")[2].strip() for row in drawn(article, load("broadsheet")) if " 13:" in row]
    assert min(map(len, rows)) > 0.5 * max(map(len, rows))


def edges(data, folder):
    """The left and right side of each word on the first page as poppler sees them, in points."""
    (folder / "a.pdf").write_bytes(data)
    call = [tool("pdftotext"), "-bbox", "-l", "1", "a.pdf", "-"]
    shown = subprocess.run(call, cwd=folder, capture_output=True, check=True, encoding="utf-8").stdout
    found = re.findall(r'<word xMin="([\d.]+)" \S+ xMax="([\d.]+)" \S+>(.*?)</word>', shown)
    return {word: (float(left), float(right)) for left, right, word in found}


def test_opening_marks_hang_out_of_the_text_in_part_and_out_of_larger_type_in_full(tmp_path):
    article = plain("“Herons stay,” it said.", "Nobody laughed.", headline="“Quay” vote passes")
    at = edges(pdf(replace(article, blocks=(*article.blocks, PullQuote("“Concrete.”")))), tmp_path)
    margin = Style().page.margin_start
    assert at["Nobody"][0] == pytest.approx(margin, abs=0.1)
    assert margin - 4 < at["“Herons"][0] < margin - 2
    assert margin - 14 < at["“Quay”"][0] < margin - 9
    assert margin < at["“Concrete.”"][0] < margin + Style().quote.start - 5


@pytest.mark.parametrize(
    "article",
    [
        replace(plain(), blocks=(ListBlock((Item("“Herons stay.”"),)),)),
        plain("“هذا جدار.”", headline="“جدار”", language="ar"),
        plain("« Un quai. »", headline="Quai", language="fr"),
    ],
    ids=["an item of a list", "from the right", "in French"],
)
def test_marks_keep_off_what_is_beside_them(article, tmp_path):
    page = Style().page
    left, right = page.margin_start, page.width - page.margin_end
    assert all(left - 2.5 < low < high < right + 0.1 for low, high in edges(pdf(article), tmp_path).values())


@pytest.mark.parametrize("name", ["briefing", "large-print"])
def test_a_mark_that_hangs_keeps_off_the_rule_of_its_quotation(name, tmp_path):
    style = load(name)
    at = edges(pdf(replace(plain(), blocks=(PullQuote("“Concrete.”"),)), style=style), tmp_path)
    assert at["“Concrete.”"][0] > style.page.margin_start + style.quote.rule_width + 0.3 * style.quote.size


def test_stops_and_hyphens_hang_out_of_justified_text(tmp_path):
    style = replace(Style(), body=replace(Style().body, align="justify"))
    said = ", ".join(f"heron{n}" for n in range(150))
    data = pdf(plain(said), style=style)
    rights = [right for word, (_, right) in edges(data, tmp_path).items() if word != "1"]
    assert 0.5 < max(rights) - (style.page.width - style.page.margin_end) < 3
    assert said.replace(" ", "") in text(data, tmp_path), "read as it was written"


def test_a_very_long_headline_is_set_a_step_smaller():
    sizes = [row.split(" ")[2] for row in drawn(plain(QUAY, headline=QUAY)) if " H1 " in row]
    assert set(sizes) == {"20:"}
