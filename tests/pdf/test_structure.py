"""What assistive technology meets: the tree and its text, languages, links, outline and metadata."""

import re
import subprocess
from dataclasses import replace

import pytest

from newsexport.exporters.pdf._reportlab import pdfdoc
from newsexport.exporters.pdf._strings import text_string
from newsexport.model import Article, Author, Byline, Link, Moment, Paragraph
from newsexport.story import said
from tests.pdf.pages import FULL, QUAY, SCRIPTS, bare, pdf, plain, structure, text, tool

TREE = """\
Document
  Art
    P: The Oakport Courier · 21 April 2024
    P: Harbours
    H1: Oakport will rebuild its eastern quay
    P: The council found a majority of one.
    P: By Ana Lopez · OAKPORT (Coastal News) · 1 min read
    P: The harbour council of
      Link: Oakport
      = voted on Tuesday to rebuild the eastern quay, a decision that ends eleven years of argument about money, herons and the width of a lorry.
    H2: What the money buys
    L Disc
      LI
        Lbl: •
        LBody: A wall of 420 metres
      LI
        Lbl: •
        LBody: A crane
    BlockQuote
      P: We have agreed to disagree in concrete.
      P: Marta Lind
    L Decimal
      LI
        Lbl: 9.
        LBody: Close one berth
      LI
        Lbl: 10.
        LBody: Open another
    P: The quay at low tide.
    P: Photograph: Jo Quill
    Sect
      P: In figures
      P: 420 metres
      P: Two summers
    P: Berth  Opens
      =  1    May
    P: The harbour council of Oakport voted on Tuesday to rebuild the eastern quay, a decision that ends eleven years of argument about money, herons and the width of a lorry.
    P: The width of the lorry was wrong.
    P: Ana Lopez reports on harbours.
    P
      Link: https://courier.example/quay
    P: Keywords: harbour, ferry
    P: © The Oakport Courier"""


def outline_of(rows):
    """Poppler's rows with each element's text beside it."""
    made = []
    for row in rows:
        shown = row.strip()
        if quoted := re.match('"(.*)"$', shown):
            if quoted[1] == "":
                continue
            if ":" not in made[-1].lstrip().split(" ")[0] and not made[-1].lstrip().startswith("="):
                made[-1] += f": {quoted[1]}"
            else:
                made.append(" " * (len(row) - len(row.lstrip())) + f"={quoted[1]}")
        elif numbering := re.match("/ListNumbering /(.*)", shown):
            made[-1] += f" {numbering[1]}"
        elif not shown.startswith("Object"):
            made.append(row)
    return made


def test_every_block_has_its_element(tmp_path):
    shown = [row.rstrip() for row in outline_of(structure(pdf(FULL), tmp_path))]
    assert shown == list(TREE.splitlines())


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_tree_says_every_string_in_any_script(name, tmp_path):
    read, at = text(pdf(SCRIPTS[name]), tmp_path), 0
    for string in map(bare, said(SCRIPTS[name])):
        assert string in read[at:], string
        at = read.index(string, at) + len(string)


def test_capitals_by_style_are_read_as_they_were_written(tmp_path):
    article = replace(plain("Text."), kicker="Straßen und Plätze", language="de")
    assert bare("Straßen und Plätze") in text(pdf(article), tmp_path)


def test_a_paragraph_over_two_pages_is_one_element(tmp_path):
    data = pdf(plain(" ".join([QUAY] * 40)))
    rows = structure(data, tmp_path)
    assert [row.strip() for row in rows if row.strip() == "P"] == ["P"] * 2  # the meta line and the paragraph
    assert text(data, tmp_path).count(bare(QUAY)) == 40


def test_words_at_line_ends_do_not_run_together(tmp_path):
    rows = structure(pdf(plain(QUAY)), tmp_path)
    assert any(QUAY in row for row in rows)


def test_a_hyphen_that_breaks_a_word_is_a_soft_one():
    assert b"<00AD>".lower() in _cmaps(pdf(plain(" ".join(["unquestionable counterrevolutionaries"] * 12)))).lower()


def test_an_article_in_another_language_says_so():
    data = pdf(plain("English."), plain("Deutsch.", language="de"))
    assert b"/Lang(de)" in data.replace(b" ", b"")
    assert data.count(b"/S/Art") == 2


def test_an_unknown_or_wrong_language_is_undetermined():
    assert b"(und)" in pdf(plain("Text.", language=None))
    assert b"(und)" in pdf(plain("Text.", language="no language) /JS ("))


def test_a_link_leads_to_its_address_and_no_other_scheme_exists():
    data = pdf(FULL)
    assert re.findall(rb"/URI\s*\(([^)]*)\)", data) == [b"https://oakport.example/", b"https://courier.example/quay"]
    assert not re.search(rb"/JavaScript|/Launch|/GoToR", data)


def test_an_address_beyond_ascii_is_escaped():
    article = Article(headline="A", blocks=(Paragraph("See", (Link(0, 3, "https://example.org/größe"),)),))
    assert b"(https://example.org/gr%C3%B6\xc3\x9fe)" not in pdf(article)
    assert b"(https://example.org/gr%C3%B6%C3%9Fe)" in pdf(article)


def test_a_link_in_right_to_left_text_has_its_place():
    article = plain("انظر الموقع الجديد للمجلس هنا", language="ar")
    block = replace(article.blocks[0], marks=(Link(5, 18, "https://example.org/"),))
    data = pdf(replace(article, blocks=(block,)))
    left, _, right, _ = map(float, re.search(rb"/Rect\s*\[([^\]]*)\]", data)[1].split())
    assert 105 < left < right < 490


def test_bookmarks_are_the_headline_and_the_subheadings():
    data = pdf(FULL)
    titles = re.findall(rb"/Title\s*\(([^)]*)\)", data)
    assert titles.count(b"Oakport will rebuild its eastern quay") == 2  # Info and outline
    assert b"What the money buys" in titles


def test_the_file_says_the_same_of_itself_in_both_places():
    article = replace(FULL, byline=Byline("By A and B", (Author("Ana Ruß"), Author("B & C"))))
    data = pdf(article)
    assert b"(D:20240421000000Z)" in data
    assert b"<xmp:CreateDate>2024-04-21T00:00:00Z</xmp:CreateDate>" in data
    assert "<rdf:li>Ana Ruß</rdf:li><rdf:li>B &amp; C</rdf:li>".encode() in data
    assert b"<rdf:li>harbour</rdf:li><rdf:li>ferry</rdf:li>" in data
    assert b"<dc:source>https://courier.example/quay</dc:source>" in data
    assert '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© The Oakport Courier</rdf:li>'.encode() in data


def test_without_a_date_the_file_takes_source_date_epoch_and_never_the_clock(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert b"(D:20000101000000Z)" in pdf(plain("Text."))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert b"(D:19700102000000Z)" in pdf(plain("Text."))
    dated = replace(plain("Text."), published=Moment("today", "2024-05-06T07:08+02:00"))
    assert b"(D:20240506050800Z)" in pdf(dated)


def test_metadata_is_bounded_and_clean():
    data = pdf(plain("Text.", headline="A\x00\ud800\u202e " + "long " * 400))
    title = re.search(b'<dc:title>.*?default">(.*?)</rdf:li>', data)[1].decode()
    assert len(title) == 300
    assert title.startswith("A \ufffd long")


def test_poppler_opens_it_without_complaint(tmp_path):
    file = tmp_path / "full.pdf"
    file.write_bytes(pdf(FULL))
    done = subprocess.run([tool("pdftotext"), str(file), "-"], capture_output=True, check=True)
    assert done.stderr == b""


def _cmaps(data):
    import zlib

    streams = re.findall(rb"stream\n(.*?)\nendstream", data, re.DOTALL)
    unpacked = []
    for packed in streams:
        try:
            unpacked.append(zlib.decompress(packed))
        except zlib.error:
            continue
    return b"".join(one for one in unpacked if b"begincmap" in one)


def test_a_string_is_written_as_reportlab_writes_it():
    from reportlab.pdfbase import pdfmetrics  # noqa: F401 - knows the encoding

    def theirs(text: str) -> bytes:
        return bytes(pdfdoc.format(pdfdoc.PDFString(text), pdfdoc.DummyDoc()))

    single = [chr(code) for code in range(0x3000) if code != 0x0B]
    for words in [*single, "Vale (West) \\ “Ferry” – £14m", "a\U0001f6a2b", "", "harbour", "港口"]:
        assert text_string(words) == theirs(words)
