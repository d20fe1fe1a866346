"""Briefings and books in Word: references, the glance, cover, contents by section, running heads."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace

import pytest

from newsexport.model import Article, Edition, Item, ListBlock, Moment, Paragraph, Reference, Section, Subheading
from newsexport.style import load
from newsexport.testing import CORPUS
from tests.docx.papers import HARBOUR
from tests.docx.reading import drawn, found, members, write

POINTS = ListBlock((Item("The tide turned. ¶ 2", (Reference(17, 20, block=1),)), Item("It rained.")), role="key points")
TIDE = Article(
    headline="Tide",
    language="en",
    glance=(Subheading("Key points", role="key points"), POINTS),
    blocks=(Paragraph("It was Monday."), Paragraph("The tide turned at noon."), Paragraph("It rained.")),
)
FRONT = Article(
    headline="Today at a glance",
    language="en",
    kind="page",
    blocks=(
        Subheading("Sea", role="articles"),
        ListBlock(
            (Item("Tide", (Reference(0, 4, article=1),)), Item("Port", (Reference(0, 4, article=2),))), role="articles"
        ),
    ),
)
BOOK = Edition(
    "Morning",
    (FRONT, TIDE, replace(HARBOUR, headline="ميناء"), Article(headline="Sources", language="en", kind="page")),
    date=Moment("7 October 2031", "2031-10-07"),
    sections=(Section("Sea & <sky>", 1),),
    cover=True,
)  # fmt: skip


def test_a_reference_leads_to_a_bookmark_and_only_what_is_referred_to_has_one():
    output = write(Edition.of(TIDE))
    assert "Glance | The tide turned. [<Hyperlink ¶ 2>]" in drawn(output).splitlines()
    assert found(output, "//w:hyperlink/@w:anchor") == ["_Ref00001_00002"]
    assert found(output, "//w:bookmarkStart/@w:name") == ["_Toc000000001", "_Ref00001_00002"]
    assert found(output, "//w:p[w:bookmarkStart/@w:name='_Ref00001_00002']//w:t/text()") == ["The tide turned at noon."]


def test_a_reference_to_an_article_leads_to_its_headline():
    output = write(BOOK)
    page = "//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'PageList')]"
    assert found(output, f"{page}/w:hyperlink/@w:anchor") == ["_Toc000000002", "_Toc000000003"]


@pytest.mark.parametrize("mark", [{"block": 9}, {"article": 7}, {"article": 7, "block": 0}, {"block": 3}])
def test_a_reference_that_leads_nowhere_is_text(mark):
    items = ListBlock((Item("See ¶ 9", (Reference(4, 7, **mark),)),))
    output = write(Edition.of(replace(TIDE, glance=(items,), blocks=(*TIDE.blocks, Paragraph(" ")))))
    assert not found(output, "//w:hyperlink")
    assert "ListBulletLast | See ¶ 9" in drawn(output).splitlines()


def test_every_bookmark_has_its_own_number_and_name_and_every_link_its_bookmark():
    output = write(BOOK)
    numbers, names = found(output, "//w:bookmarkStart/@w:id"), found(output, "//w:bookmarkStart/@w:name")
    assert len({*numbers}) == len(numbers) == len({*names})
    assert sorted(numbers) == sorted(found(output, "//w:bookmarkEnd/@w:id"))
    assert {*found(output, "//w:hyperlink/@w:anchor")} <= {*names}


def test_the_glance_is_one_box_and_stands_over_the_columns():
    assert [line for line in drawn(write(Edition.of(TIDE))).splitlines() if "Glance" in line] == [
        "GlanceHeading | Key points",
        "Glance | The tide turned. [<Hyperlink ¶ 2>]",
        "GlanceLast | It rained.",
    ]
    lines = drawn(write(Edition.of(TIDE), load("broadsheet"))).splitlines()
    assert [line.split(" ")[0] for line in lines if "sectPr" in line] == ["GlanceLast", "BodyTextFirstIndent"]
    # Word draws one box only round paragraphs of the same insets and borders.
    sheet = "word/styles.xml"
    for part in ("w:ind", "w:pBdr", "w:shd"):
        boxes = {
            str([sorted(child.attrib.items()) for child in element.iter()])
            for style in ("GlanceHeading", "Glance", "GlanceLast")
            for element in found(write(BOOK), f"//w:style[@w:styleId='{style}']//{part}", sheet)
        }
        assert len(boxes) <= 1
    # Its edges, which Word draws outside the insets, are those of the text round it.
    (inset,) = found(write(BOOK), "//w:style[@w:styleId='Glance']//w:ind", sheet)
    (edge,) = found(write(BOOK), "//w:style[@w:styleId='Glance']//w:pBdr/w:right/@w:space", sheet)
    start, end, hanging = (int(inset.get(f"{{{inset.nsmap['w']}}}{name}")) for name in ("left", "right", "hanging"))
    assert start - hanging == end == 20 * int(edge)


def test_a_book_opens_with_its_cover_and_its_contents_by_section():
    lines = drawn(write(BOOK)).splitlines()
    assert lines[:9] == [
        "CoverTitle | Morning",
        "Date +sectPr | 7 October 2031",
        "TOCHeading | Contents",
        r'TOC1 |  TOC \o "1-1" \n \h \z \b _Sec00001 [Today at a glance]',
        "TOCSection | [Sea & <sky>]",
        r'TOC1 |  TOC \o "1-1" \n \h \z \b _Sec00002 [Tide]',
        "TOC1Turned | [←ميناء]",
        r'TOC1 |  TOC \o "1-1" \n \h \z \b _Sec00003 [Sources]',
        "Closing +sectPr | ",
    ]
    assert lines[lines.index("SectionTitle | Sea & <sky>") + 1] == "Heading1 | Tide"
    cover = found(write(BOOK), "(//w:sectPr)[1]")[0]
    assert not [child for child in cover if child.tag.endswith("Reference")]


def test_without_a_cover_the_date_stands_below_the_title():
    lines = drawn(write(replace(BOOK, cover=False))).splitlines()
    assert lines[:3] == ["Title | Morning", "Date | 7 October 2031", "TOCHeading | Contents"]


def test_nothing_asks_to_be_updated():
    parts = members(write(BOOK))
    assert b"updateFields" not in parts["word/settings.xml"]
    assert b"w:dirty" not in parts["word/document.xml"]


def test_the_running_head_of_an_article_says_its_section_and_its_headline():
    output = write(BOOK)
    used = found(output, "//w:sectPr/w:headerReference/@*[local-name()='id']")
    parts = {rel.get("Id"): rel.get("Target") for rel in found(output, "//*[local-name()='Relationship']", "word/_rels/document.xml.rels")}  # fmt: skip
    heads = [
        "".join("→" if element.tag.endswith("}tab") else element.text or "" for element in found(output, "//w:r/*", f"word/{parts[head]}"))
        for head in used
    ]  # fmt: skip
    assert heads == ["Morning", "Today at a glance", "Sea & <sky>→Tide", "Sea & <sky>→ميناء", "Sources"]
    assert found(output, "//w:pStyle/@w:val", f"word/{parts[used[3]]}") == ["HeaderTurned"]


@pytest.mark.skipif(os.environ.get("CI") != "true" and not shutil.which("ooxml-validator"), reason="ooxml-validator is not installed")  # fmt: skip
@pytest.mark.timeout(300)
def test_the_open_xml_sdk_finds_no_error_in_a_book(tmp_path):
    for style in ("briefing", "broadsheet"):
        file = tmp_path / f"{style}.docx"
        file.write_bytes(write(BOOK, load(style)))
        judged = subprocess.run(["ooxml-validator", str(file)], capture_output=True, text=True, check=False)
        assert judged.returncode == 0, judged.stdout


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.timeout(300)
@pytest.mark.filterwarnings("ignore::newsexport.errors.ExportWarning")
def test_libreoffice_opens_a_book_and_shows_its_running_heads(tmp_path):
    if not shutil.which("pdftotext"):
        pytest.skip("poppler is not installed")
    long = replace(TIDE, blocks=tuple(Paragraph(f"Lamp {n} was lit. " * 20) for n in range(40)))
    names = {
        "book": replace(BOOK, articles=(FRONT, long, long)),
        "corpus": CORPUS["a book"],
        "every": CORPUS["every block"],
    }
    for name, edition in names.items():
        (tmp_path / f"{name}.docx").write_bytes(write(edition))
    files = [str(file) for file in sorted(tmp_path.iterdir())]
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files], check=True, capture_output=True)  # fmt: skip
    assert all((tmp_path / f"{name}.pdf").is_file() for name in names)
    pages = subprocess.run(["pdftotext", "-layout", tmp_path / "book.pdf", "-"], check=True, capture_output=True, text=True).stdout.split("\f")  # fmt: skip
    shown = [page.strip().split("\n")[0].split() for page in pages]
    assert shown[0] == ["Morning"]
    assert ["Sea", "&", "<sky>", "Tide"] in shown
