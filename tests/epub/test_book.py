"""What is in a book: its parts, its chapters, its metadata."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsexport.errors import ExportError, ExportWarning
from newsexport.model import Article, Author, Byline, Edition, Emphasis, Link, Moment, Paragraph, Subheading
from newsexport.style import load
from tests.epub.books import ARABIC, EDITIONS, FERRY, HOSTILE
from tests.epub.reading import chapters, drawn, expected, members, package, parsed, words, write

FERRY_DRAWN = """\
article
  header
    p.masthead | The Sallow Courier · Islands · 3 March 2025
    p.kicker | Transport
    h1.headline | Ferry to Marrow Island runs again after eleven years
    p.standfirst | The crossing takes forty minutes and, for the first winter, costs nothing at all.
    p.meta | By Ines Okafor and Tom Brandt · PORT SALLOW (Harbour Wire) · Updated 4 March 2025, 09:30 · 1 min read
  p.body | The <em>first </><strong><em>boat</></><strong> left </>at dawn with ninety people, six bicycles and a goat on \
board, and a crowd on the quay that sang until it was out of sight. The <a https://harbour.example/times>harbour office</> \
calls the timetable provisional.
  p.body | “We have waited longer than some of these children have lived,” said Agnes Pell, who keeps the shop.
  h2.subheading | What it costs
  ul.list
    li | Nothing until the first of May
    li | <em>Four</> crowns a crossing after that
  ol.list start=3
    li | Buy a card at the quay
    li | Show it on board
  blockquote.quote
    p | An island without a boat is only a view.
    footer | Agnes Pell, shopkeeper
  p.caption | The Petrel at the new pier, photographed on Monday. <span>Photo: Lev Amsel / Harbour Wire</>
  aside.factbox
    p.title | The crossing
    p | Distance: 14 miles
    p | Boats: 2, of 1998 and 2024
  h2.subheading | The timetable
  pre.preformatted | Quay     Island⏎07:10    07:50⏎12:10    12:50⏎17:40    18:20
  hr.separator
  p.body | The council will look at the figures in June.
  p.note.correction role=note | An earlier version gave the distance as 40 miles.
  footer
    p.signoff | (Reporting by Ines Okafor; editing by Sol Wren)
    p.note.contact role=note | Harbour office: +00 555 0100
    p.note.other role=note | ~~ 7 ~~
    p.source | <a https://courier.example/islands/ferry?day=3&page=2>https://courier.example/islands/ferry?day=3&page=2</>
    p.source | Keywords: ferries, Marrow Island, winter
    p.source | ferry-returns
    p.source | © 2025 The Sallow Courier"""

FERRY_METADATA = """\
dcterms:modified: 2025-03-04T08:30:00Z
generator: newsexport
identifier: urn:uuid:
title: Ferry to Marrow Island runs again after eleven years
language: en-GB
creator: Ines Okafor
creator: Tom Brandt
publisher: The Sallow Courier
source: https://courier.example/islands/ferry?day=3&page=2
subject: ferries
subject: Marrow Island
subject: winter
rights: © 2025 The Sallow Courier
description: The crossing takes forty minutes and, for the first winter, costs nothing at all.
date: 2025-03-03
role: aut
role: aut
schema:accessMode: textual
schema:accessModeSufficient: textual
schema:accessibilityFeature: tableOfContents
schema:accessibilityFeature: readingOrder
schema:accessibilityFeature: structuralNavigation
schema:accessibilityFeature: displayTransformability
schema:accessibilityHazard: none
schema:accessibilitySummary: Text with real headings, lists, quotations and boxes in reading order, and a table of contents; \
fonts, sizes and colours follow the reader's settings."""


def test_every_part_of_an_article_has_its_element_and_the_class_of_its_role():
    (chapter,) = chapters(write(Edition.of(FERRY)))
    assert drawn(chapter) == FERRY_DRAWN


def test_the_package_document_says_what_a_library_needs_to_know():
    said = "\n".join(package(write(Edition.of(FERRY), cover=False)))
    assert re.sub(r"urn:uuid:\S+", "urn:uuid:", said) == FERRY_METADATA


def test_a_book_holds_its_parts_in_a_fixed_order():
    assert list(members(write(EDITIONS["right to left"]))) == [
        "mimetype",
        "META-INF/container.xml",
        "EPUB/content.opf",
        "EPUB/toc.ncx",
        "EPUB/nav.xhtml",
        "EPUB/house.css",
        "EPUB/scripts.ttf",
        "EPUB/scripts-bold.ttf",
        "EPUB/cover.svg",
        "EPUB/cover.xhtml",
        "EPUB/c0001.xhtml",
        "EPUB/c0002.xhtml",
        "EPUB/c0003.xhtml",
    ]


@pytest.mark.parametrize("name", EDITIONS)
def test_everything_said_is_in_its_chapter_in_order(name):
    edition = EDITIONS[name]
    found = chapters(write(edition))
    assert len(found) == len(edition.articles)
    for article, chapter in zip(edition.articles, found, strict=True):
        text, at = words(chapter), 0
        for string in expected(article):
            at = text.index(string, at) + len(string)


@pytest.mark.parametrize("name", EDITIONS)
def test_every_entry_of_both_tables_of_contents_leads_somewhere_and_has_a_label(name):
    parts = members(write(EDITIONS[name]))
    nav, ncx = parsed(parts["EPUB/nav.xhtml"]), parsed(parts["EPUB/toc.ncx"])
    links = [(link.get("href"), link.text) for link in nav.iter("{*}a")]
    points = [
        (point.findtext("{*}navLabel/{*}text"), point.find("{*}content").get("src"))
        for point in ncx.iter("{*}navPoint")
    ]
    assert {target for _, target in points} <= {target for target, _ in links}
    for target, text in [*links, *((target, text) for text, target in points)]:
        name, _, anchor = target.partition("#")
        assert text.strip()
        assert not anchor or anchor in parsed(parts[f"EPUB/{name}"]).xpath("//@id")


def test_subheadings_are_the_second_level_of_the_table_of_contents():
    nav = parsed(members(write(EDITIONS["every block"]))["EPUB/nav.xhtml"])
    inner = nav.xpath("//*[@role='doc-toc']//*[local-name()='li']//*[local-name()='li']/*/text()")
    assert inner == ["What it costs", "The timetable"]


def test_an_entry_in_another_language_than_the_book_says_so():
    nav = parsed(members(write(EDITIONS["several"]))["EPUB/nav.xhtml"])
    langs = [(link.get("lang"), link.get("dir")) for link in nav.xpath("//*[@role='doc-toc']/*/*/*[local-name()='a']")]
    assert langs == [
        (None, None),
        ("ar", "rtl"),
        ("he", "rtl"),
        ("zh", "ltr"),
        ("ja", "ltr"),
        ("und", None),
    ]


def test_hostile_text_becomes_no_element_and_no_address():
    book = write(EDITIONS["hostile"])
    (chapter,) = chapters(book)
    ours = {
        "html",
        "head",
        "title",
        "link",
        "body",
        "article",
        "header",
        "footer",
        "h1",
        "h2",
        "p",
        "a",
        "em",
        "strong",
        "br",
        "pre",
        "aside",
    }
    assert {etree.QName(element).localname for element in chapter.iter()} <= ours
    assert [link.get("href") for link in chapter.iter("{*}a")] == [
        "https://a.example/?q=%22%3E%3Cb%3E%7C%7B%7D%5E%60%5C%25zz#x%23y%5B1%5D",
        "mailto:a@b.example?subject=x&body=%3Cy%3E",
        "https://xn--bcher-kva.example/%C3%B6",
        "http://a.example/",
        "http://b.example/",
    ]
    assert chapter.findtext("{*}head/{*}title") == HOSTILE.headline


def test_an_address_no_browser_can_open_is_text_and_a_warning():
    edition = Edition.of(Article(headline="x", blocks=(Paragraph("see here", (Link(4, 8, "http://[::1/x"),)),)))
    with pytest.warns(ExportWarning, match="no link was made to http://"):
        book = write(edition)
    assert "p.body | see here" in drawn(chapters(book)[0])


def test_what_xml_cannot_hold_is_replaced_or_left_out_with_a_warning():
    edition = Edition.of(Article(headline="a\x07b\x07", blocks=(Paragraph("c\x0bd\ud800e\x9b\uffff\r\nf"),)))
    with pytest.warns(ExportWarning, match=r"U\+0007 ×2, U\+009B, U\+D800, U\+FFFF"):
        book = write(edition)
    (chapter,) = chapters(book)
    assert "h1.headline | ab" in drawn(chapter)
    assert words(chapter).endswith("c d\ufffde f")


@pytest.mark.parametrize(
    ("marks", "drawing"),
    [
        ((), "abcdef"),
        ((Emphasis(0, 6),), "<em>abcdef</>"),
        ((Emphasis(0, 4), Emphasis(2, 6, strong=True)), "<em>ab</><strong><em>cd</></><strong>ef</>"),
        ((Link(0, 6, "http://a.example"), Emphasis(2, 3)), "<a http://a.example>ab<em>c</>def</>"),
        ((Link(0, 6, "http://a.example"), Link(2, 4, "http://b.example")), "<a http://a.example>ab</><a http://b.example>cd</><a http://a.example>ef</>"),
        ((Emphasis(4, 2), Emphasis(3, 3), Emphasis(5, 99), Emphasis(-9, 1)), "<em>a</>bcde<em>f</>"),
    ],
)  # fmt: skip
def test_marks_that_overlap_are_split_and_lose_nothing(marks, drawing):
    (chapter,) = chapters(write(Edition.of(Article(headline="x", language="en", blocks=(Paragraph("abcdef", marks),)))))
    assert f"  p.body | {drawing}" in drawn(chapter).splitlines()


def test_a_paragraph_that_runs_against_its_article_says_so():
    (chapter,) = chapters(write(Edition.of(ARABIC)))
    assert chapter.get("dir") == "rtl"
    assert "  p.body dir=ltr | The harbour office calls the timetable provisional." in drawn(chapter).splitlines()
    english = Edition.of(
        Article(headline="x", language="en", blocks=(Paragraph("قال: OK"), Paragraph("OK: قال he said")))
    )
    (chapter,) = chapters(write(english))
    assert drawn(chapter).splitlines()[-2:] == ["  p.body dir=rtl | قال: OK", "  p.body | OK: قال he said"]


@pytest.mark.parametrize(
    ("language", "tag", "progression"),
    [
        ("en_gb", "en-GB", "ltr"),
        ("ZH-HANS-cn", "zh-Hans-CN", "ltr"),
        ("sr-latn", "sr-Latn", "ltr"),
        ("de-1996", "de-1996", "ltr"),
        ("he", "he", "rtl"),
        ("ar_EG", "ar-EG", "rtl"),
        ("uz-Arab", "uz-Arab", "rtl"),
        ("english", "und", "ltr"),
        ("e", "und", "ltr"),
        ("en-", "und", "ltr"),
        ("", "und", "ltr"),
        (None, "und", "ltr"),
    ],
)
def test_a_language_is_a_tag_of_bcp_47_or_undetermined(language, tag, progression):
    parts = members(write(Edition.of(Article(headline="x", language=language))))
    opf = parsed(parts["EPUB/content.opf"])
    assert opf.findtext("{*}metadata/{*}language") == tag
    assert opf.get("{http://www.w3.org/XML/1998/namespace}lang") == tag
    assert opf.find("{*}spine").get("page-progression-direction") == progression
    assert parsed(parts["EPUB/c0001.xhtml"]).get("lang") == tag


@pytest.mark.parametrize(
    ("published", "updated", "epoch", "modified", "date"),
    [
        ("2025-03-03", None, "0", "2025-03-03T00:00:00Z", "2025-03-03"),
        ("2025-03-03T23:30-02:00", None, None, "2025-03-04T01:30:00Z", "2025-03-03"),
        ("2025-03-03", "2025-03-05T10:00:00Z", None, "2025-03-05T10:00:00Z", "2025-03-03"),
        ("2025-03", None, None, "2025-03-01T00:00:00Z", "2025-03"),
        ("2025", None, None, "2025-01-01T00:00:00Z", "2025"),
        ("2025-02-31", None, "86400", "1970-01-02T00:00:00Z", None),
        ("0001-01-01", None, "x", "2000-01-01T00:00:00Z", None),
        (None, None, None, "2000-01-01T00:00:00Z", None),
    ],
)
def test_dates_come_from_the_article_or_the_environment_never_the_clock(
    published, updated, epoch, modified, date, monkeypatch
):
    if epoch is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    moments = {"published": Moment("one day", published), "updated": Moment("later", updated)}
    said = package(write(Edition.of(Article(headline="x", **moments))))
    assert said[0] == f"dcterms:modified: {modified}"
    assert [line for line in said if line.startswith("date:")] == [f"date: {date}"] * bool(date)


def test_the_identifier_follows_the_words_and_not_the_style_or_the_file():
    def identifier(article, style="briefing"):
        return next(line for line in package(write(Edition.of(article), load(style))) if line.startswith("identifier"))

    moved = replace(FERRY, provenance=replace(FERRY.provenance, file="elsewhere.txt"))
    assert identifier(FERRY) == identifier(FERRY, "broadsheet") == identifier(moved)
    assert identifier(FERRY) != identifier(replace(FERRY, signoff="(Reporting by nobody)"))


def test_authors_are_named_once_each_however_many_articles_they_wrote():
    byline = Byline("By A and B", (Author("Ada"), Author("Bo"), Author("Ada"), Author(" ")))
    edition = Edition.of(Article(headline="x", byline=byline), Article(headline="y", byline=byline))
    assert [line for line in package(write(edition)) if line.startswith("creator")] == ["creator: Ada", "creator: Bo"]


def test_an_edition_without_articles_is_refused():
    with pytest.raises(ExportError, match="without articles"):
        write(Edition("Nothing", ()))


_TEXT = st.text(max_size=40)
_MARKS = st.lists(
    st.builds(Emphasis, st.integers(-3, 45), st.integers(-3, 45), st.booleans())
    | st.builds(Link, st.integers(-3, 45), st.integers(-3, 45), st.sampled_from(["https://a.example/<&>", "http://[", "mailto:x@y.z"])),
    max_size=4,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(_TEXT, st.lists(st.tuples(_TEXT, _MARKS), max_size=4), _TEXT)
def test_any_text_with_any_marks_is_well_formed_and_read_back(headline, paragraphs, language):
    blocks = tuple(Paragraph(text, tuple(marks)) for text, marks in paragraphs)
    article = Article(headline=headline, language=language, blocks=(*blocks, Subheading(headline)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ExportWarning)
        (chapter,) = chapters(write(Edition.of(article)))
    controls = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]")
    text, at = words(chapter), 0
    for string in expected(article):
        legal = " ".join(re.sub("[\ud800-\udfff]", "\ufffd", controls.sub("", string)).split())
        at = text.index(legal, at) + len(legal)


def test_books_of_one_plan_share_what_ebooklib_made_and_none_of_their_words():
    from newsexport.exporters.epub import _package

    first = Edition.of(
        Article(headline='Ferry & "goat" <sold>', blocks=(Subheading("What it costs"), Paragraph("Less.")))
    )
    second = Edition.of(Article(headline="Bridge shut", blocks=(Paragraph("It is."), Subheading("Why"))))
    one = members(write(first))
    made = _package._package_once.cache_info().misses
    other = members(write(second))
    assert _package._package_once.cache_info().misses == made
    for name in ("EPUB/content.opf", "EPUB/nav.xhtml", "EPUB/toc.ncx"):
        told, else_told = ("".join(parsed(book[name]).itertext()) for book in (one, other))
        assert 'Ferry & "goat" <sold>' in told
        assert "Bridge shut" in else_told
        assert "Ferry" not in other[name].decode()
    guide = parsed(one["EPUB/content.opf"]).findall(".//{*}reference")
    assert guide[0].get("title") == 'Ferry & "goat" <sold>'
    assert 'src="c0001.xhtml#b1"' in one["EPUB/toc.ncx"].decode()
    assert 'src="c0001.xhtml#b2"' in other["EPUB/toc.ncx"].decode()


def test_an_author_with_a_control_character_is_named_without_it():
    edition = Edition.of(Article(headline="Ferry sold", byline=Byline("By A", (Author("Ana\x07 Lopez"),))))
    assert "creator: Ana Lopez" in package(write(edition))
