"""A document in the styles of a user's own Word file: what is taken from it, and what never is."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from dataclasses import replace

import pytest

import docx
from newsexport.errors import ExportError
from newsexport.exporters.docx import Options, exporter, sample
from newsexport.model import Edition
from newsexport.style import Style, load
from tests.docx.papers import EVERY, HARBOUR, LAMP, LANTERN, TWO
from tests.docx.reading import found, members, opened
from tests.docx.reading import write as plainly
from tests.docx.test_styles import look

STYLES, BODY = "word/styles.xml", "word/document.xml"


def changed(path, *changes, source=None):
    """A copy of the sample, or of another file, in which each (member, old, new) has taken place."""
    parts = members(source or sample(Style()))
    for name, old, new in changes:
        assert not old or old.encode() in parts[name]
        parts[name] = parts[name].replace(old.encode(), new.encode()) if old else new.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def write(edition, path, style=None):
    return exporter.write(edition, style or Style(), Options(path))


def styled(path, id_, *, name, flow="", face="", parent="Normal"):
    """The sample with another look of one of its styles."""
    xml = members(sample(Style()))[STYLES].decode()
    start = xml.index(f'<w:style w:type="paragraph" w:styleId="{id_}"')
    old = xml[start : xml.index("</w:style>", start) + len("</w:style>")]
    new = (
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/><w:basedOn w:val="{parent}"/>'
        f"<w:pPr>{flow}</w:pPr><w:rPr>{face}</w:rPr></w:style>"
    )
    return changed(path, (STYLES, old, new))


def test_the_sample_as_it_is_changes_nothing_of_the_looks(tmp_path):
    path = changed(tmp_path / "house.docx")
    for style in ("Heading1", "BodyText", "Quote", "Glance", "ListBullet", "SectionTitle"):
        assert look(write(TWO, path), style) == look(plainly(TWO), style)
    assert found(write(TWO, path), "//w:pgSz/@*") == found(plainly(TWO), "//w:pgSz/@*")


def test_the_sample_uses_every_paragraph_style_that_a_document_may_have():
    output = sample(load("briefing"))
    used = {*found(output, "//w:pStyle/@w:val")} | {"Header", "Footer"}
    known = {*found(output, "//w:style[@w:type='paragraph']/@w:styleId", STYLES)}
    assert known - used <= {"Normal", "Title", "BodyTextFirstIndent"}


def test_a_style_that_was_changed_in_word_is_taken_and_one_that_is_missing_is_ours(tmp_path):
    path = styled(tmp_path / "a.docx", "Heading1", name="heading 1", flow='<w:jc w:val="center"/>', face='<w:color w:val="00AA00"/><w:sz w:val="80"/>')  # fmt: skip
    known = look(write(Edition.of(LAMP), path), "Heading1")
    assert (known["jc.val"], known["color.val"], known["sz.val"]) == ("center", "00AA00", "80")
    assert "keepNext" not in known
    bare = docx.Document()
    bare.save(tmp_path / "bare.docx")
    output = write(Edition.of(LAMP), tmp_path / "bare.docx")
    assert look(output, "Standfirst") == look(plainly(Edition.of(LAMP)), "Standfirst")
    assert look(output, "Heading1")["color.val"] == "365F91"
    assert "w:numPr" not in look(output, "Heading1")


def test_a_style_is_known_by_its_name_where_word_gave_it_an_id_of_another_language(tmp_path):
    xml = members(sample(Style()))[STYLES].decode()
    for old, new in (("Heading1", "berschrift1"), ("Normal", "Standard"), ("BodyText", "Textkrper")):
        xml = xml.replace(f'w:styleId="{old}"', f'w:styleId="{new}"').replace(f'w:val="{old}"/>', f'w:val="{new}"/>')
    xml = xml.replace('<w:name w:val="Standard"/>', '<w:name w:val="Normal"/>').replace(
        'w:val="8A1C1C"', 'w:val="123456"'
    )
    xml = xml.replace('w:val="50"', 'w:val="66"')
    output = write(Edition.of(LAMP), changed(tmp_path / "de.docx", (STYLES, "", xml)))
    assert look(output, "Heading1")["sz.val"] == "66"
    assert look(output, "Kicker")["color.val"] == "123456"
    known = found(output, "//w:style/@w:styleId", STYLES)
    assert len(known) == len({*known})
    assert {*found(output, "//w:basedOn/@w:val | //w:next/@w:val", STYLES)} <= {*known}


def test_what_a_style_is_based_on_comes_along_and_no_circle_does(tmp_path):
    house = '<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House Base"/><w:basedOn w:val="{}"/><w:rPr><w:sz w:val="44"/></w:rPr></w:style></w:styles>'  # fmt: skip
    path = styled(tmp_path / "a.docx", "Heading1", name="heading 1", parent="House")
    changed(tmp_path / "b.docx", (STYLES, "</w:styles>", house.format("Normal")), source=path.read_bytes())
    output = write(Edition.of(LAMP), tmp_path / "b.docx")
    assert found(output, "//w:style[@w:styleId='Heading1']/w:basedOn/@w:val", STYLES) == ["House"]
    assert look(output, "House")["sz.val"] == "44"
    changed(tmp_path / "c.docx", (STYLES, "</w:styles>", house.format("Heading1")), source=path.read_bytes())
    output = write(Edition.of(LAMP), tmp_path / "c.docx")
    assert not found(output, "//w:style[@w:styleId='Heading1']/w:basedOn", STYLES)


def test_the_fonts_of_a_theme_are_named(tmp_path):
    theme = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Quill &amp; Co"/><a:ea typeface=""/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'  # fmt: skip
    path = styled(tmp_path / "a.docx", "BodyText", name="Body Text", face='<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:color w:val="222222" w:themeColor="text1"/>')  # fmt: skip
    parts = members(path.read_bytes()) | {"word/theme/theme1.xml": theme.encode()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    known = look(write(Edition.of(LAMP), path), "BodyText")
    assert (known["rFonts.ascii"], known["rFonts.hAnsi"], known["color.val"]) == ("Quill & Co", "Quill & Co", "222222")
    assert not [key for key in known if "heme" in key]


def test_the_page_is_the_reference_s(tmp_path):
    file = docx.Document()
    section = file.sections[0]
    section.page_width, section.page_height = docx.shared.Mm(250), docx.shared.Mm(180)
    section.left_margin = docx.shared.Mm(41)
    file.save(tmp_path / "wide.docx")
    shown = opened(write(TWO, tmp_path / "wide.docx"))
    assert {(round(one.page_width.mm), round(one.page_height.mm), round(one.left_margin.mm)) for one in shown.sections} == {(250, 180, 41)}  # fmt: skip


def test_languages_directions_and_lists_stay_the_article_s(tmp_path):
    path = changed(tmp_path / "house.docx")
    output = write(Edition.of(HARBOUR), path)
    assert found(output, "//w:pPrDefault//w:bidi", STYLES)
    assert found(output, "//w:rPrDefault//w:lang/@w:val", STYLES) == ["ar-SA"]
    assert found(write(Edition.of(LANTERN), path), "//w:rPrDefault//w:rFonts/@w:eastAsia", STYLES) == ["SimSun"]
    assert look(write(Edition.of(LAMP), path), "ListBullet")["numId.val"] == "1"


def test_nothing_else_of_a_reference_reaches_a_document(tmp_path):
    file = docx.Document()
    file.add_paragraph("Secret words")
    file.sections[0].header.paragraphs[0].text = "Secret head"
    file.part.relate_to("https://spy.example/pixel.png", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", is_external=True)  # fmt: skip
    file.core_properties.author = "Secret author"
    file.save(tmp_path / "spy.docx")
    parts = members(write(Edition.of(LAMP), tmp_path / "spy.docx"))
    assert not [name for name, content in parts.items() if b"ecret" in content or b"spy.example" in content]
    assert {*parts} == {*members(plainly(Edition.of(LAMP)))}


def test_a_reference_that_was_changed_since_is_read_again(tmp_path):
    path = styled(tmp_path / "a.docx", "Heading1", name="heading 1", face='<w:sz w:val="80"/>')
    first = write(Edition.of(LAMP), path)
    styled(path, "Heading1", name="heading 1", face='<w:sz w:val="81"/><w:szCs w:val="80"/>')
    os.utime(path, ns=(1, 1))
    assert (look(first, "Heading1")["sz.val"], look(write(Edition.of(LAMP), path), "Heading1")["sz.val"]) == (
        "80",
        "81",
    )
    assert look(plainly(Edition.of(LAMP)), "Heading1")["sz.val"] == "50"


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (lambda path: path.unlink(), "cannot be read"),
        (lambda path: path.write_bytes(b"no zip"), "is no Word document"),
        (lambda path: (path.unlink(), path.mkdir()), "is no file"),
        (lambda path: zipfile.ZipFile(path, "w").close(), "is no Word document"),
        (lambda path: changed(path, (STYLES, "</w:styles>", "<!--" + " " * 3_000_000 + "--></w:styles>")), "unpacks to more"),
        (lambda path: changed(path, (BODY, "<w:document", '<!DOCTYPE x [<!ENTITY e "x">]><w:document')), "holds a document type"),
        (lambda path: changed(path, (STYLES, "</w:styles>", "")), "no XML: word/styles.xml"),
    ],
    ids=["missing", "text", "folder", "empty", "bomb", "entity", "cut off"],
)  # fmt: skip
def test_a_reference_that_is_none_is_refused_in_one_line(tmp_path, spoil, complaint):
    path = changed(tmp_path / "house.docx")
    spoil(path)
    with pytest.raises(ExportError, match=complaint) as caught:
        write(Edition.of(LAMP), path)
    assert caught.value.path == str(path)


@pytest.mark.skipif(os.environ.get("CI") != "true" and not shutil.which("ooxml-validator"), reason="ooxml-validator is not installed")  # fmt: skip
@pytest.mark.timeout(300)
def test_the_open_xml_sdk_finds_no_error_in_a_restyled_document(tmp_path):
    docx.Document().save(tmp_path / "word.docx")
    changed(tmp_path / "house.docx")
    made = {name: write(EVERY, tmp_path / f"{name}.docx") for name in ("word", "house")}
    made["columns"] = write(EVERY, tmp_path / "word.docx", replace(load("broadsheet"), name="columns"))
    made["sample"] = sample(Style())
    for name, output in made.items():
        (tmp_path / f"out-{name}.docx").write_bytes(output)
        judged = subprocess.run(["ooxml-validator", str(tmp_path / f"out-{name}.docx")], capture_output=True, text=True, check=False)  # fmt: skip
        assert judged.returncode == 0, f"{name}: {judged.stdout}"


def test_a_restyled_document_is_the_same_every_time(tmp_path):
    path = changed(tmp_path / "house.docx")
    assert write(EVERY, path) == write(EVERY, path)
