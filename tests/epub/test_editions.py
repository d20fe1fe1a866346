"""Briefings and books as EPUB: references, the glance, sections, the date, and what is said of their accessibility."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsexport.model import Article, Edition, Item, ListBlock, Moment, Paragraph, Reference, Section, Subheading
from tests.epub.books import ARABIC
from tests.epub.reading import chapters, drawn, members, package, parsed, write

POINTS = ListBlock((Item("The tide turned. ¶ 2", (Reference(17, 20, block=1),)), Item("It rained.")), role="key points")
TIDE = Article(
    headline="Tide",
    language="en",
    glance=(Subheading("Key points", role="key points"), POINTS),
    blocks=(
        Paragraph("It was Monday."),
        Paragraph("The tide turned at noon."),
        Subheading("Later"),
        Paragraph("It rained."),
    ),
)
FRONT = Article(
    headline="Today at a glance",
    language="en",
    kind="page",
    blocks=(
        Subheading("Sea", role="articles"),
        ListBlock(
            (Item("Tide", (Reference(0, 4, article=1),)), Item("Port", (Reference(0, 4, article=2, block=0),))),
            role="articles",
        ),
    ),
)
BOOK = Edition(
    "Morning",
    (FRONT, TIDE, ARABIC, Article(headline="Sources", language="en", kind="page")),
    date=Moment("7 October 2031", "2031-10-07"),
    sections=(Section("Sea & <sky>", 1),),
    cover=True,
)  # fmt: skip


def test_the_glance_is_a_region_named_by_its_headings():
    (chapter,) = chapters(write(Edition.of(TIDE)))
    assert drawn(chapter).splitlines()[4:8] == [
        "  section.at_a_glance role=doc-abstract",
        "    h2.glance_heading | Key points",
        "    ul.glance",
        "      li | The tide turned. <a #b2>¶ 2</>",
    ]
    region = chapter.find(".//{*}section")
    assert chapter.xpath(f"//*[@id='{region.get('aria-labelledby')}']/text()") == ["Key points"]


def test_a_reference_leads_to_its_block_and_only_what_is_referred_to_has_an_id():
    book = write(BOOK)
    first, second, third, _ = chapters(book)
    assert first.xpath("//@href")[1:] == ["c0002.xhtml", "c0003.xhtml#b1"]
    assert second.xpath("//*[local-name()='article']//@id") == ["g1", "b2", "b3"]
    assert second.xpath("//*[@id='b2']/text()") == ["The tide turned at noon."]
    assert "b1" in third.xpath("//@id")


@pytest.mark.parametrize("mark", [{"block": 9}, {"article": 7}, {"article": 7, "block": 0}, {"block": 4}])
def test_a_reference_that_leads_nowhere_is_text(mark):
    items = ListBlock((Item("See ¶ 9", (Reference(4, 7, **mark),)),))
    edition = Edition.of(replace(TIDE, glance=(items,), blocks=(*TIDE.blocks, Paragraph(" "))))
    assert "      li | See ¶ 9" in drawn(chapters(write(edition))[0]).splitlines()


def test_a_page_of_ours_is_no_article():
    kinds = [chapter.find("{*}body")[-1].tag.rpartition("}")[2] for chapter in chapters(write(BOOK))]
    assert kinds == ["section", "article", "article", "section"]


def test_a_section_has_its_title_above_its_first_article():
    titles = [chapter.xpath("//*[@class='section_title']/text()") for chapter in chapters(write(BOOK))]
    assert titles == [[], ["Sea & <sky>"], [], []]


def _entry(item):
    """An entry of the nav with the entries below it."""
    link, *inner = item
    return (link.get("href"), link.text, *(_entry(child) for child in (inner[0] if inner else ())))


def test_the_contents_nest_articles_in_sections_and_headings_in_articles():
    parts = members(write(BOOK))
    nav = parsed(parts["EPUB/nav.xhtml"])
    assert [_entry(item) for item in nav.xpath("//*[@role='doc-toc']/*[local-name()='ol']/*")] == [
        ("c0001.xhtml", "Today at a glance"),
        (
            None,
            "Sea & <sky>",
            ("c0002.xhtml", "Tide", ("c0002.xhtml#b3", "Later")),
            ("c0003.xhtml", ARABIC.headline, ("c0003.xhtml#b3", "الأسعار")),
        ),
        ("c0004.xhtml", "Sources"),
    ]
    points = parsed(parts["EPUB/toc.ncx"]).xpath("//*[local-name()='navMap']//*[local-name()='content']/@src")
    assert points == [
        "c0001.xhtml", "c0002.xhtml", "c0002.xhtml", "c0002.xhtml#b3", "c0003.xhtml", "c0003.xhtml#b3", "c0004.xhtml",
    ]  # fmt: skip


def test_the_day_of_a_book_is_its_own_on_the_cover_and_in_its_metadata():
    book = write(BOOK)
    assert "date: 2031-10-07" in package(book)
    assert parsed(members(book)["EPUB/cover.xhtml"]).find(".//{*}img").get("alt").endswith("Morning · 7 October 2031")


def test_what_is_said_of_accessibility_is_computed_from_the_book():
    def said(edition, *, cover=True):
        lines = [line.partition(": ") for line in package(write(edition, cover=cover)) if line.startswith("schema:")]
        return {value for _, _, value in lines}, lines[-1][2]

    plain, summary = said(Edition.of(Article(headline="Fog", blocks=(Paragraph("It lay."),))), cover=False)
    assert {"visual", "alternativeText", "index"} & plain == set()
    assert summary.startswith("Text with real headings in reading order, and")
    rich, summary = said(BOOK)
    assert {"visual", "alternativeText", "tableOfContents"} <= rich
    assert summary.startswith(
        "Text with real headings, lists, quotations and links between its parts in reading order, and"
    )
