"""Each file of `files/` is picked by its content and says what the text beside it in `expected/` says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsexport.model import Article
from newsexport.reader import formats
from tests.formats.shown import held, shown

HERE = Path(__file__).parent
FILES = sorted((HERE / "files").iterdir())
NAMES = {
    "feed.atom.xml": "feed",
    "feed.rdf.xml": "feed",
    "feed.rss.xml": "feed",
    "mail-html.eml": "email",
    "mail.eml": "email",
    "page.html": "html",
    "story.newsml-g2.xml": "newsml-g2",
    "story.newsml.xml": "newsml",
    "story.ninjs1.json": "ninjs",
    "story.ninjs3.json": "ninjs",
    "story.nitf.xml": "nitf",
}


def read(path: Path) -> tuple[Article, ...]:
    if path.suffix == ".html":
        pytest.importorskip("trafilatura")
    return formats.load(NAMES[path.name]).parse(path.read_bytes(), name=path.name, language=None)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_format_is_picked_by_content(path: Path) -> None:
    assert formats.pick(path.read_bytes()) == NAMES[path.name]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_articles_say_what_is_expected(path: Path) -> None:
    expected = (HERE / "expected" / f"{path.name}.txt").read_text("utf-8")
    assert "\n".join(shown(article) for article in read(path)) == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_provenance_names_file_hash_layout_and_a_reason_for_each_block(path: Path) -> None:
    for article in read(path):
        provenance = article.provenance
        assert provenance.file == path.name
        assert provenance.layout
        assert len(provenance.sha256 or "") == 64
        assert sum(entry.raw is None for entry in provenance.trace) == (
            len(article.blocks) + len(article.notes) + len(article.unparsed)
        )
        assert all(entry.reason for entry in provenance.trace)


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".xml"], ids=lambda path: path.name)
def test_no_word_of_an_xml_file_vanishes(path: Path) -> None:
    """Each text node of a story is in a block, a note, a field's raw text or unparsed; escaped markup is tested elsewhere."""
    from lxml import etree

    root = etree.fromstring(path.read_bytes(), etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False))
    stories = root.findall(".//{*}item") or root.findall(".//{*}entry") or root.findall(".//{*}newsItem") or [root]
    for envelope in root.findall("NewsEnvelope") + root.findall(".//media-object"):
        envelope.getparent().remove(envelope)
    articles = read(path)
    assert len(articles) == len(stories)
    for story, article in zip(stories, articles, strict=True):
        kept = words(" ".join(held(article)))
        said = words(" ".join(text for text in story.itertext() if "<" not in text and "&" not in text))
        assert said
        assert said <= kept


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


@pytest.mark.parametrize(
    "text",
    [
        "Mayor: no more cars\n\nThe mayor said so on Friday.\n",
        "From: Orla Finch\nDate: 6 March 2025\nSubject: gates\n\nThe gates held.\n",
        "<b>Not a page</b>, only a line that begins with a sign.\n",
        '{"newsexport": "1", "title": "x", "articles": [{"headline": "y"}]}',
        '{"name": "a file of settings", "version": 3}',
        "[Brae] The gates held.",
        "",
        "\ufeff",
        "<",
        "{",
    ],
)
def test_plain_text_and_foreign_data_are_no_structured_format(text: str) -> None:
    assert formats.pick(text.encode()) is None


def test_picking_never_raises_on_any_bytes() -> None:
    for data in (bytes(range(256)), b"<\0", b"\xff\xfe<", b"\0{", b"From ", b"<" * 5000, b"a:\n" * 3000):
        formats.pick(data)


def test_a_file_in_utf_16_is_picked_too() -> None:
    text = (HERE / "files" / "story.ninjs1.json").read_text("utf-8")
    assert formats.pick(text.encode("utf-16")) == "ninjs"
    assert formats.load("ninjs").parse(text.encode("utf-16"), name=None, language=None)[0].slug == "LOCK-GATES"


def test_picking_imports_no_heavy_library() -> None:
    code = (
        "import sys; from newsexport.reader import formats; formats.pick(b'<nitf>'); formats.pick(b'A line: of text');"
        "print(sorted({'lxml', 'trafilatura', 'email.message'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_stated_language_wins_over_the_files() -> None:
    path = HERE / "files" / "story.nitf.xml"
    assert formats.load("nitf").parse(path.read_bytes(), name=None, language="sv")[0].language == "sv"
