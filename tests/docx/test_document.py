"""What stands in a Word document: its paragraphs, fields, links, lists and properties."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsexport.errors import ExportError, ExportWarning
from newsexport.exporter import said
from newsexport.exporters._xml import href
from newsexport.model import Article, Author, Byline, Edition, Item, Link, ListBlock, Moment, Paragraph, Preformatted
from newsexport.style import Length, Style, load
from tests.docx.papers import DEEPAK, HARBOUR, LAMP, LAMP_DRAWN, LANTERN, TWO
from tests.docx.reading import W, drawn, found, members, opened, part, write


def alone(*blocks, **fields) -> Edition:
    return Edition.of(Article(headline="Lamp", blocks=blocks, **fields))


def test_every_part_of_an_article_has_the_style_of_its_role():
    assert drawn(write(Edition.of(LAMP))) == LAMP_DRAWN


def test_python_docx_reads_back_what_is_said_in_order():
    text = "\n".join(paragraph.text for paragraph in opened(write(Edition.of(LAMP))).paragraphs)
    at = 0
    for line in said(LAMP):
        at = text.index(line, at) + len(line)


def test_a_paragraph_has_a_style_and_no_formatting_of_its_own():
    for element in found(write(TWO), "//w:body//w:pPr/*"):
        assert element.tag.removeprefix(W) in {"pStyle", "numPr", "sectPr"}
    for element in found(write(TWO), "//w:rPr/*"):
        assert element.tag.removeprefix(W) in {"rStyle", "lang", "rtl", "cs"}


def test_an_indented_body_begins_flush_after_anything_else():
    style = replace(Style(), body=replace(Style().body, indent=Length(12)))
    lines = drawn(write(alone(Paragraph("One."), Paragraph("Two."), Preformatted("-"), Paragraph("Three.")), style))
    assert [line.split(" | ")[0] for line in lines.splitlines()[2:]] == [
        "BodyText",
        "BodyTextFirstIndent",
        "Preformatted",
        "BodyText",
    ]


def test_each_numbered_list_counts_from_its_own_first_number():
    output = write(Edition.of(LAMP))
    used = found(output, "//w:pPr/w:numPr/w:numId/@w:val")
    starts = dict(
        zip(
            found(output, "//w:num[w:lvlOverride]/@w:numId", "word/numbering.xml"),
            found(output, "//w:startOverride/@w:val", "word/numbering.xml"),
            strict=True,
        )
    )
    assert [starts[number] for number in used] == ["3", "3", "1"]


def test_a_number_that_word_cannot_count_to_is_warned_of():
    with pytest.warns(ExportWarning, match="a list from 40000 was numbered from 32767"):
        write(alone(ListBlock((Item("One"),), ordered=True, first=40_000)))


def test_an_address_has_one_relationship_however_often_it_is_linked():
    output = write(Edition.of(LAMP))
    links = [rel.target_ref for rel in opened(output).part.rels.values() if rel.is_external]
    assert links == ["https://tern.example/roof", "https://tern.example/lamp"]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/b c", "https://a.example/b%20c"),
        ("http://müll.example/ä?q=ü#é", "http://xn--mll-hoa.example/%C3%A4?q=%C3%BC#%C3%A9"),
        ("HTTPS://a.example/%zz", "https://a.example/%25zz"),
        ("https://a.example/#a#b", "https://a.example/#a%23b"),
        ("http://[::1", None),
        ("http://a.example:99999/", None),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("javascript:alert(1)", None),
        ("file:///etc", None),
    ],
)
def test_an_address_becomes_a_uri_or_no_link(url, address):
    assert href(url) == address


@pytest.mark.parametrize("url", ["http://[::1", "https://a.example/" + "ä" * 1000])
def test_a_link_that_word_cannot_open_is_warned_of_and_stays_text(url):
    with pytest.warns(ExportWarning, match="no link was made to http"):
        output = write(alone(Paragraph("There", (Link(0, 5, url),))))
    assert drawn(output).splitlines()[-1] == "BodyText | There"


def test_the_template_forgets_the_links_of_the_edition_before():
    assert b"example" in members(write(Edition.of(LAMP)))["word/_rels/document.xml.rels"]
    assert b"example" not in members(write(alone(Paragraph("No link."))))["word/_rels/document.xml.rels"]


def test_the_foot_counts_the_pages_itself():
    foot = found(write(Edition.of(LAMP)), "//w:r", "word/footer1.xml")
    assert "".join("→" if run.find(f"{W}tab") is not None else "".join(run.itertext()) for run in foot) == "→Page  PAGE 1 of  NUMPAGES 1"  # fmt: skip


def test_later_pages_have_the_headline_at_their_head():
    output = write(Edition.of(LAMP))
    assert "".join(found(output, "//w:t/text()", "word/header1.xml")) == "The lamp on Gannet Rock burns again"
    assert found(output, "//w:headerReference/@w:type") == ["default"] * len(found(output, "//w:sectPr"))
    assert found(output, "//w:titlePg")


def test_a_long_title_is_cut_at_a_word_in_the_head():
    title = "Lamps and ropes " * 20
    text = "".join(found(write(alone(Paragraph("Text."), kicker=title).of(replace(LAMP, headline=title))), "//w:t/text()", "word/header1.xml"))  # fmt: skip
    assert re.match(r"Lamps and ropes .{40,90}(ropes|and|Lamps)…\Z", text)


def test_several_articles_are_listed_first_and_begin_on_new_pages():
    output = write(TWO)
    lines = drawn(output).splitlines()
    assert lines[:6] == [
        "Title | The Friday file",
        "TOCHeading | Contents",
        r'TOC1 |  TOC \o "1-1" \n \h \z \u [The lamp on Gannet Rock burns again]',
        "TOC1Turned | [←عاد المصباح]",
        "Closing +sectPr | ",
        "Masthead | The Tern · North · 7 June 2024",
    ]
    assert [line.split(" | ")[0] for line in lines if "sectPr" in line] == ["Closing +sectPr", "Source +sectPr"]
    assert found(output, "//w:sectPr/w:type/@w:val") == ["nextPage"] * 3
    assert found(output, "//w:hyperlink/@w:anchor") == found(output, "//w:bookmarkStart/@w:name")
    kinds = found(output, "//w:fldChar/@w:fldCharType")
    assert kinds == ["begin", "separate", "end"]


def test_columns_are_a_section_between_what_is_over_and_under_the_body():
    lines = drawn(write(Edition.of(LAMP), load("broadsheet"))).splitlines()
    assert [line.split(" ")[0] for line in lines if "sectPr" in line] == ["Meta", "Note"]
    assert found(write(Edition.of(LAMP), load("broadsheet")), "//w:cols/@w:num") == ["1", "2", "1"]
    two = write(TWO, load("broadsheet"))
    assert found(two, "//w:sectPr/w:type/@w:val") == ["nextPage"] + (["nextPage"] + ["continuous"] * 2) * 2
    assert [len(found(two, f"(//w:sectPr)[{n}]/w:bidi")) for n in range(1, 8)] == [0, 0, 0, 0, 1, 1, 1]


def test_columns_come_out_even_where_nothing_stands_under_the_body():
    lines = drawn(write(alone(Paragraph("One."), Paragraph("Two.")), load("broadsheet"))).splitlines()
    assert lines[-2:] == ["BodyTextFirstIndent +sectPr | Two.", "Closing | "]
    assert "Closing" not in drawn(write(alone(Paragraph("One."))))


def test_right_to_left_is_marked_on_runs_and_left_to_right_words_in_it_are_not():
    assert drawn(write(Edition.of(HARBOUR))).splitlines()[2:] == [
        "BodyText | ←أضاءته Oda Wren 2← يوم الجمعة (7).",
        "BodyTextTurned | The keeper said nothing at all.",
        "QuoteAttributed | ←المصباح وعد.",
        "QuoteAttribution | ←إيفو",
    ]
    assert found(write(Edition.of(HARBOUR)), "//w:pPrDefault//w:bidi", "word/styles.xml")


def test_complex_scripts_are_marked_on_runs():
    assert drawn(write(Edition.of(DEEPAK))).splitlines()[-1] == "BodyText | ↔रात में Tern 2 ↔दिखा।"


def test_each_article_speaks_its_own_language():
    output = write(Edition("File", (LAMP, LANTERN)))
    assert found(output, "//w:r[contains(w:t, '灯塔')]/w:rPr/w:lang/@w:val") == ["zh-CN", "zh-CN"]
    assert found(output, "//w:rPrDefault//w:lang/@*", "word/styles.xml") == ["en-GB", "zh-CN", "en-GB"]
    assert not found(write(Edition.of(LANTERN)), "//w:r/w:rPr/w:lang")


def test_an_ideograph_never_slants():
    mixed = write(Edition("File", (LAMP, LANTERN)))
    assert drawn(mixed).splitlines()[-1] == "BodyText | <Strong “承诺”>——他说。"
    assert not found(write(Edition.of(LANTERN)), "//w:i", "word/styles.xml")


def test_the_core_properties_are_the_article_s():
    core = opened(write(Edition.of(LAMP))).core_properties
    assert (core.title, core.author, core.subject) == (LAMP.headline, "Oda Wren; Pim Stahl", LAMP.standfirst)
    assert (core.keywords, core.category, core.language) == ("lamps, rocks", "North", "en-GB")
    assert core.created == datetime(2024, 6, 7, 5, tzinfo=UTC)
    assert core.modified == datetime(2024, 6, 8, tzinfo=UTC)
    assert (core.last_modified_by, core.revision) == ("", 1)
    assert core.identifier.startswith("urn:uuid:")


def test_the_properties_of_one_edition_do_not_reach_the_next():
    write(Edition.of(LAMP))
    core = opened(write(alone(Paragraph("Text.")))).core_properties
    assert (core.author, core.subject, core.keywords, core.category, core.language) == ("",) * 5
    assert core.created == datetime(2000, 1, 1, tzinfo=UTC)


def test_long_properties_are_cut():
    long = replace(LAMP, headline="x" * 400, byline=Byline("x", (Author("y" * 400),)), keywords=("z",) * 3)
    core = opened(write(Edition.of(long))).core_properties
    assert len(core.title) == len(core.author) == 254
    assert core.title.endswith("x…")


def test_nothing_of_the_library_s_template_is_left():
    everything = b"".join(members(write(Edition.of(LAMP))).values())
    assert b"python-docx" not in everything
    assert b"2013" not in everything
    assert b"Macintosh" not in everything
    assert b"<Application>newsexport</Application>" in everything
    assert len(write(Edition.of(LAMP))) < 12_000


def test_source_date_epoch_dates_what_has_no_date(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    undated = replace(LAMP, published=None, updated=Moment("some day"))
    assert opened(write(Edition.of(undated))).core_properties.created == datetime.fromtimestamp(1_700_000_000, UTC)


def test_an_edition_without_articles_is_refused():
    with pytest.raises(ExportError, match="without articles"):
        write(Edition("Empty", ()))


def test_what_xml_cannot_hold_is_dropped_and_named():
    hostile = "a\x00b\x1b[31m\ufffec\ud800d<w:p/>&amp;]]>"
    with pytest.warns(ExportWarning, match=r"U\+0000.*U\+001B.*U\+D800.*U\+FFFE"):
        output = write(alone(Paragraph(hostile), Preformatted(" \t two\r\nlines ")))
    texts = [paragraph.text for paragraph in opened(output).paragraphs]
    assert texts[-2:] == ["ab[31mc\ufffdd<w:p/>&amp;]]>", " \t two\nlines "]


@settings(max_examples=60)
@given(st.lists(st.text(alphabet=st.characters(), max_size=40), min_size=1, max_size=6), st.sampled_from(["en", "ar", "hi", None, "\x00"]))  # fmt: skip
def test_any_text_makes_a_document_that_opens(texts, language):
    article = Article(headline=texts[0], language=language, keywords=tuple(texts), blocks=tuple(map(Paragraph, texts)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ExportWarning)
        output = write(Edition.of(article))
    assert opened(output).paragraphs[0].style.name in {
        "Heading 1",
        "Heading 1 (right to left)",
        "Heading 1 (left to right)",
    }


def test_text_longer_than_a_text_node_may_be_opens_again():
    output = write(alone(Paragraph("lamp " * 2_200_000)))
    assert sum(map(len, part(output).itertext())) > 11_000_000


def test_twenty_thousand_paragraphs_with_three_thousand_links_are_soon_written():
    blocks = tuple(
        Paragraph(f"Number {n} has a lamp.", (Link(0, 6, f"https://a.example/{n % 3000}"),)) for n in range(20_000)
    )
    assert len(opened(write(alone(*blocks))).paragraphs) == 20_002
