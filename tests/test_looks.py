"""What a text asks of its look beyond its house style, in every format: headlines in capitals, text of East Asia."""

import re

import pytest

from newsexport import looks
from newsexport.exporters import docx, epub
from newsexport.exporters.pdf._parts import Composer
from newsexport.exporters.pdf._tree import Element
from newsexport.model import Article, Edition, Item, ListBlock, Paragraph
from newsexport.style import Style, load
from tests.docx.reading import drawn as told
from tests.docx.reading import found
from tests.epub.reading import members
from tests.pdf.pages import drawn

SHOUT = "COUNCIL VOTES TO REBUILD EASTERN QUAY"


def edition(headline):
    return Edition.of(Article(headline=headline, language="en", blocks=(Paragraph("It did."),)))


@pytest.mark.parametrize(
    ("text", "shouts"),
    [
        (SHOUT, True), ("ΤΟ ΣΥΜΒΟΥΛΙΟ ΑΠΟΦΑΣΙΣΕ", True), ("„DER KAI WIRD GEBAUT“: 12 JAHRE", True),
        ("Council votes to rebuild EASTERN QUAY", False), ("NATO", False), ("NATO, EU", False), ("UNQUESTIONABLE", False),
        ("港口委员会 决定重建东部码头的计划", False), ("قرر المجلس إعادة بناء الرصيف", False), ("", False),
    ],
)  # fmt: skip
def test_what_is_written_in_capitals(text, shouts):
    assert looks.in_capitals(text) is shouts


def test_a_headline_in_capitals_is_set_smaller_and_wider_and_a_long_one_smaller():
    look = Style().headline
    assert looks.fitting(look, "Council votes") is look
    shout, long = looks.fitting(look, SHOUT), looks.fitting(look, "word " * 40)
    assert shout.size == long.size == pytest.approx(0.8 * look.size)
    assert shout.tracking > long.tracking == look.tracking
    assert looks.fitting(look, SHOUT * 4).size == pytest.approx(0.64 * look.size)


def test_pdf_sets_it_so():
    rows = [row for row in drawn(edition(SHOUT).articles[0]) if " H1 " in row]
    assert " ".join(row.partition(": ")[2] for row in rows) == SHOUT
    assert {row.split(" ")[2] for row in rows} == {"20:"}


def test_word_has_a_style_for_it():
    data = docx.exporter.write(edition(SHOUT), Style(), docx.Options())
    assert f"Heading1 | <HeadlineCapitals {SHOUT}>" in told(data).splitlines()
    (size,) = found(data, "//w:style[@w:styleId='HeadlineCapitals']//w:sz/@w:val", "word/styles.xml")
    assert int(size) == 40
    assert "HeadlineCapitals" not in told(docx.exporter.write(edition("Quay"), Style(), docx.Options()))


def test_a_book_has_a_class_for_it():
    parts = members(epub.exporter.write(edition(SHOUT), Style(), epub.Options()))
    assert f'<h1 class="headline capitals">{SHOUT}</h1>'.encode() in parts["EPUB/c0001.xhtml"]
    assert re.search(rb"\.headline\.capitals { font-size: 1\.9\w*em; letter-spacing: 0\.04em", parts["EPUB/house.css"])


def test_a_book_parts_a_headline_in_chinese_between_phrases():
    pytest.importorskip("budoux", reason="the extra newsexport[thai] is not installed")
    article = Article(headline="港口委员会决定", language="zh", blocks=(Paragraph("好。"),))
    parts = members(epub.exporter.write(Edition.of(article), Style(), epub.Options()))
    assert "港口<wbr/>委员会<wbr/>决定</h1>" in parts["EPUB/c0001.xhtml"].decode()
    assert b".phrases { word-break: keep-all" in parts["EPUB/house.css"]


@pytest.mark.parametrize("language", ["zh", "zh-Hant", "ja", "ko", "en", None])
def test_running_text_in_chinese_and_japanese_is_even_on_both_sides_in_every_format(language):
    edition = Edition.of(Article(headline="一", language=language, blocks=(Paragraph("港" * 90),)))
    even = language not in {"ko", "en", None}
    assert looks.running(Style().body, language).align == ("justify" if even else "start")
    assert looks.running(Style().quote, language) is Style().quote
    word = docx.exporter.write(edition, Style(), docx.Options())
    assert found(word, "//w:style[@w:styleId='BodyText']//w:jc/@w:val", "word/styles.xml") == [
        "both" if even else "left"
    ]
    composer = Composer(edition, 0, Style(), Element("Document"), language or "und", system=False)
    assert [copy.style.align for copy in composer.copies()][-1] == ("justify" if even else "start")


def test_a_book_says_so_of_its_languages():
    css = members(epub.exporter.write(edition("Quay"), Style(), epub.Options()))["EPUB/house.css"].decode()
    assert ".body:lang(zh), .body:lang(ja), .list li:lang(zh), .list li:lang(ja) { text-align: justify; }" in css
    ragged = members(epub.exporter.write(edition("Quay"), load("large-print"), epub.Options()))["EPUB/house.css"]
    assert b"justify" not in ragged, "large print stays as it is"


def test_a_page_of_ours_has_the_points_of_a_glance_in_every_format():
    lists = (ListBlock((Item("Quay"), Item("Crane")), role="articles"),)
    edition = Edition.of(Article(headline="Today", kind="page", language="en", blocks=lists))
    composer = Composer(edition, 0, Style(), Element("Document"), "en", system=False)
    assert [copy.style.font for copy in composer.copies() if copy.label] == ["label", "label"]
    rows = told(docx.exporter.write(edition, Style(), docx.Options())).splitlines()
    assert rows[-2:] == ["PageList | Quay", "PageListLast | Crane"]
    chapter = members(epub.exporter.write(edition, Style(), epub.Options()))["EPUB/c0001.xhtml"].decode()
    assert '<ul class="glance">' in chapter
    assert "at_a_glance" not in chapter
