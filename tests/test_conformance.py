"""Every built-in exporter passes the suite that plugins pass; and the suite catches what it is there to catch."""

import json
import os
import re
import shutil
import subprocess
import time
import warnings
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from newsexport import registry
from newsexport.exporter import Exporter, ExportWarning, said
from newsexport.testing import CORPUS, ExporterConformance, letters

_ADDRESS = re.compile(r" ?<(?:https?://|mailto:)[^>]*>")
_BARS = re.compile(r"^ *[┃│] ?", re.MULTILINE)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XHTML = "{http://www.w3.org/1999/xhtml}"


class TestTxt(ExporterConformance):
    exporter = registry.load("txt")

    def text_of(self, output):
        """The lines without what the format adds: addresses behind link texts, bars beside quotes and boxes."""
        return _ADDRESS.sub("", _BARS.sub("", output.decode()).replace("\n", " "))


class TestJson(ExporterConformance):
    """JSON holds fields, not a page: what is said there in one line (masthead, meta) is read back from the model."""

    exporter = registry.load("json")

    def text_of(self, output):
        from newsexport.codec import decode_edition

        return "\n".join(line for article in decode_edition(output).articles for line in said(article))

    def test_nothing_is_escaped_that_is_text(self):
        output, _ = self.written("arabic")
        assert CORPUS["arabic"].articles[0].headline in output.decode()
        assert json.loads(output)["newsexport"] == "1"


class TestDocx(ExporterConformance):
    exporter = registry.load("docx")

    def text_of(self, output):
        """The text of every run of the document part, in order."""
        document = _parts(output, "word/document.xml")[0]
        texts = {f"{_W}t": None, f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}noBreakHyphen": "-"}
        return "".join((texts[part.tag] or part.text or "") for part in document.iter() if part.tag in texts)


class TestEpub(ExporterConformance):
    exporter = registry.load("epub")

    def text_of(self, output):
        """The text of the bodies of all chapters, in the order of the spine."""
        bodies = [chapter.find(f"{_XHTML}body") for chapter in _parts(output, *_spine(output))]
        return "".join("".join(body.itertext()) for body in bodies)


POPPLER = shutil.which("pdfinfo")


@pytest.mark.skipif(not POPPLER and os.environ.get("CI") != "true", reason="poppler's pdfinfo is not installed")
class TestPdf(ExporterConformance):
    """Read back through the tags, as a screen reader does: heads and feet are artifacts and do not count."""

    exporter = registry.load("pdf")

    def text_of(self, output):
        shown = subprocess.run(
            [POPPLER, "-struct-text", "-"], input=output, capture_output=True, check=True, timeout=60
        ).stdout.decode()
        return "\n".join(re.findall(r'^ *"(.*)"$', shown, re.MULTILINE))


def _parts(output: bytes, *names: str) -> list[ElementTree.Element]:
    with zipfile.ZipFile(BytesIO(output)) as book:
        return [ElementTree.fromstring(book.read(name)) for name in names]  # noqa: S314 - our own output


def _spine(output: bytes) -> list[str]:
    (container,) = _parts(output, "META-INF/container.xml")
    opf = next(part.attrib["full-path"] for part in container.iter() if part.tag.endswith("rootfile"))
    (package,) = _parts(output, opf)
    files = {part.get("id"): part.get("href") for part in package.iter() if part.tag.endswith("}item")}
    spine = [files[part.get("idref")] for part in package.iter() if part.tag.endswith("}itemref")]
    folder = opf.rpartition("/")[0]
    return [f"{folder}/{name}" if folder else name for name in spine]


# ------------------------------------------------------------------ the suite itself


def test_the_corpus_says_every_kind_of_thing():
    from typing import get_args

    from newsexport.model import Article, Block

    rich = CORPUS["every block"].articles[0]
    assert {type(block) for block in rich.blocks} == set(get_args(Block))
    empty = Article()
    fields = [name for name in Article.__dataclass_fields__ if name not in {"provenance", "glance", "kind"}]
    assert [name for name in fields if getattr(rich, name) == getattr(empty, name)] == []
    assert len(CORPUS["two articles"].articles) == 2
    assert CORPUS["at a glance"].articles[0].glance
    assert {article.kind for article in CORPUS["a book"].articles} == {None, "page"}


def _said(edition, *_):
    text = "\n".join(line for article in edition.articles for line in said(article))
    return re.sub("[\ud800-\udfff]", "\ufffd", text).encode()


def forgets(edition, *_):
    return _said(edition).replace(b"amber lamp is lit on Friday", b"")


def reorders(edition, *_):
    return b"\n".join(reversed(_said(edition).split(b"\n")))


def escapes_twice(edition, *_):
    return _said(edition).replace(b"&", b"&amp;")


def stamps(edition, *_):
    return _said(edition) + str(time.time()).encode()


def dates(edition, *_):
    return _said(edition) + time.strftime("%Y-%m-%d").encode()


def hashes(edition, *_):
    return _said(edition) + str(hash("seed")).encode()


def saves(edition, *_):
    Path("kept.txt").write_text("touched", encoding="utf-8")
    return _said(edition)


def reads(edition, *_):
    Path("/dev/zero").open("rb").close()
    return _said(edition)


def spawns(edition, *_):
    subprocess.run(["true"], check=True)
    return _said(edition)


def prints(edition, *_):
    print("written")  # noqa: T201 - that is the offence
    return _said(edition)


def loses_and_warns(edition, *_):
    warnings.warn("no Friday", ExportWarning, stacklevel=1)
    return forgets(edition)


def deprecates(edition, *_):
    warnings.warn("old", DeprecationWarning, stacklevel=1)
    return _said(edition)


def _suite(writer, **more):
    body = {
        "exporter": Exporter(extension=".x", summary="X.", write=writer),
        "text_of": lambda self, output: output.decode(),
    }
    return type("Suite", (ExporterConformance,), body | more)()  # fmt: skip


def test_a_plain_writer_passes(tmp_path):
    suite = _suite(_said, apart=0.0)
    for name in suite.editions():
        suite.test_everything_is_said_in_order(name)
    suite.test_the_same_bytes_elsewhere_and_nothing_touched(tmp_path)
    suite.test_the_exporter_describes_itself()


@pytest.mark.parametrize(("writer", "name"), [(forgets, "every block"), (reorders, "plain"), (escapes_twice, "markup")])
def test_what_is_lost_moved_or_changed_is_caught(writer, name):
    with pytest.raises(AssertionError, match="not said, or not in order"):
        _suite(writer).test_everything_is_said_in_order(name)


@pytest.mark.parametrize(
    ("writer", "complaint"),
    [
        (stamps, "other bytes"),
        (dates, "other bytes"),
        (hashes, "other bytes"),
        (saves, r"open\('kept.txt'"),
        (spawns, "subprocess.Popen"),
        (prints, "prints nothing"),
        (reads, r"open\('/dev/zero'"),
    ],
)
def test_what_is_not_pure_is_caught(writer, complaint, tmp_path):
    suite = _suite(writer, corpus={"plain": CORPUS["plain"]}, apart=0.0)
    with pytest.raises(AssertionError, match=complaint):
        suite.test_the_same_bytes_elsewhere_and_nothing_touched(tmp_path)


def test_a_loss_needs_a_warning_and_a_format_that_admits_it():
    with pytest.raises(AssertionError):
        _suite(loses_and_warns).test_everything_is_said_in_order("every block")
    _suite(loses_and_warns, complete=False).test_everything_is_said_in_order("every block")
    with pytest.raises(AssertionError):
        _suite(forgets, complete=False).test_everything_is_said_in_order("every block")


def test_a_warning_of_another_kind_is_an_error():
    with pytest.raises(DeprecationWarning):
        _suite(deprecates).test_everything_is_said_in_order("plain")


def test_a_format_of_single_articles_is_not_asked_for_two():
    single = Exporter(extension=".x", summary="X.", write=_said, bundles=False)
    assert "two articles" not in _suite(_said, exporter=single).editions()


@pytest.mark.parametrize(
    ("left", "right"),
    [("Straße", "STRASSE"), ("ışık", "IŞIK"), ("iki", "İKİ"), ("e\u0301", "é"), ("a\u00adb\u200b c", "abc"), ("\x00a\ud800", "a\ufffd")],
)  # fmt: skip
def test_letters_are_compared_without_case_space_and_what_cannot_be_seen(left, right):
    assert letters(left) == letters(right)
