"""What docs/security.md promises and no other test holds; and that the tests it names are there."""

import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from newsexport import briefing, reader, registry
from newsexport.batch import _save
from newsexport.errors import NewsexportError
from newsexport.exporter import Style
from newsexport.model import Article, Edition, Moment
from newsexport.style import Colour, Length, load

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "security.md"
BUILT_IN = ("pdf", "docx", "epub", "txt", "json")
NO_END = "x = {" + "a." * 20_000 + "b = 1}"


def run(
    *arguments: str, cwd: Path, code: str = "-m newsexport", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *(code.split() if code.startswith("-m") else ["-c", code]), *arguments]
    return subprocess.run(
        command, cwd=cwd, env=dict(os.environ) | environment, capture_output=True, timeout=60, check=False
    )


@pytest.fixture
def story(tmp_path):
    file = tmp_path / "été 港.txt"
    file.write_text("Ferry “sold”\n\n12 May 2024\n\nThe ferry was sold to 港 on Sunday.\n", encoding="utf-8")
    return file


def test_the_page_names_tests_that_are_there():
    code = "\n".join(
        path.read_text("utf-8") for folder in (TESTS, TESTS.parent / "src") for path in folder.rglob("*.py")
    )
    named = re.findall(r"`(test_\w+)`", PAGE.read_text("utf-8"))
    assert len(named) > 100
    assert {name for name in named if f"def {name}(" not in code} == set()


def test_no_library_that_parses_markup_is_loaded(tmp_path):
    code = (
        "import sys\nfrom newsexport import registry\nfrom newsexport.exporter import Style\nfrom newsexport.testing import CORPUS\n"
        "for name in sys.argv[1:]:\n"
        "    exporter = registry.load(name)\n"
        "    exporter.write(CORPUS['a book'], Style(), exporter.options())\n"
        "print(*sys.modules)"
    )
    done = run(*BUILT_IN, cwd=tmp_path, code=code)
    loaded = set(done.stdout.decode().split())
    assert {"reportlab.pdfbase.pdfdoc", "docx.opc.package", "ebooklib.epub"} <= loaded, done.stderr.decode()
    parsers = ("reportlab.platypus", "reportlab.lib.fontfinder", "reportlab.lib.styles", "lxml.html", "rich", "yaml")
    assert [name for name in loaded if name.startswith(parsers)] == []


def test_digits_without_end_are_text():
    many = "9" * 6000
    text = (
        f"Ferry sold for ${many} million\n\nIt cost {many} million euros on {many} May {many}. ² ³ ½ ٢٠٢٤ people, {'1,' * 5000}000 dollars, "
        f"the {many}th time, at {many}:30 p.m., {many}%.\n"
    )
    edition = Edition.of(*(briefing.view(article, "briefing") for article in reader.read_bytes(text.encode())))
    for name in BUILT_IN:
        exporter = registry.load(name)
        assert exporter.write(edition, Style(), exporter.options())


@pytest.mark.parametrize("read", [Colour.parse, Length.parse, load], ids=["colour", "length", "style"])
@pytest.mark.parametrize("value", ["#112233", "11pt", "briefing"])
def test_a_value_with_a_line_feed_is_no_value(read, value):
    with pytest.raises((ValueError, NewsexportError)):
        read(f"{value}\n")


def test_an_offset_is_reckoned_into_the_dates_of_a_document():
    exporter = registry.load("docx")
    edition = Edition.of(Article(headline="Fog", published=Moment("1 March", "2024-03-01T01:00:00+05:00")))
    with zipfile.ZipFile(BytesIO(exporter.write(edition, Style(), exporter.options()))) as package:
        assert ">2024-02-29T20:00:00Z<" in package.read("docProps/core.xml").decode()


@pytest.mark.parametrize(
    ("arguments", "name", "text"),
    [
        (["txt", "story.txt", "--style", "./odd.toml"], "odd.toml", NO_END),
        (["txt", "story.txt"], "newsexport.toml", NO_END),
        (["txt", "odd.toml"], "odd.toml", f'title = "x"\narticles = ["story.txt"]\n{NO_END}'),
        (["check", "odd.txt"], "odd.txt", f"+++\n{NO_END}\n+++\n\nFerry sold\n\nThe ferry was sold on Sunday.\n"),
    ],
    ids=["style", "settings", "book", "front matter"],
)
def test_hostile_toml_is_refused_wherever_it_is_read(tmp_path, story, arguments, name, text):
    story.rename(tmp_path / "story.txt")
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run(*arguments, cwd=tmp_path)
    said = (done.stdout + done.stderr).decode()
    assert "Traceback" not in said
    if name == "odd.txt":
        assert "The ferry was sold on Sunday." in said
    else:
        assert "a key of more than 32 parts" in said
        assert done.returncode in {1, 2}


def test_a_fault_of_our_own_is_one_line(tmp_path, story):
    breaks = "import sys, newsexport.reader as reader\ndef fails(*a, **k): raise RecursionError('no end')\n"
    check = f"{breaks}reader.read_bytes = fails\nfrom newsexport.cli import main\nmain(sys.argv[1:])"
    done = run("check", story.name, "nowhere.txt", cwd=tmp_path, code=check)
    lines = done.stderr.decode().splitlines()
    assert [line.partition(":")[0] for line in lines] == ["error", "hint", "error", "hint"]
    assert "reading failed: RecursionError: no end" in lines[0]
    assert done.returncode == 1
    assert b"Traceback" in run("check", story.name, "--debug", cwd=tmp_path, code=check).stderr

    formats = f"{breaks}from newsexport import registry\nregistry.plugins = fails\nfrom newsexport.cli import main\nmain(sys.argv[1:])"
    done = run("formats", cwd=tmp_path, code=formats)
    assert done.stderr.decode().splitlines()[0] == "error: newsexport failed: RecursionError: no end"
    assert done.returncode == 1


@pytest.mark.parametrize("coding", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_a_terminal_without_unicode_is_no_obstacle(tmp_path, story, coding):
    done = run("txt", story.name, "neant-é.txt", cwd=tmp_path, LC_ALL="C", **coding)
    assert b"Traceback" not in done.stderr
    assert done.stderr.isascii()
    assert done.stdout.isascii()
    assert "“sold”" in (tmp_path / "dist" / story.name).read_text(encoding="utf-8")
    done = run("txt", story.name, "-o", "-", cwd=tmp_path, LC_ALL="C", **coding)
    assert "“sold”" in done.stdout.decode("utf-8")


def test_a_file_in_the_making_cannot_be_planted(tmp_path, monkeypatch):
    (tmp_path / "victim").write_text("mine")
    names = iter([b"\0" * 6, b"\0" * 6, b"\1" * 6])
    monkeypatch.setattr(_save.os, "urandom", lambda count: next(names))
    beside = tmp_path / f"{_save._BESIDE}{_save._mark()}-{os.getpid()}-{'00' * 6}.tmp"
    beside.symlink_to(tmp_path / "victim")
    _save.save(tmp_path / "new.txt", b"new")
    assert (tmp_path / "victim").read_text() == "mine"
    assert (tmp_path / "new.txt").read_bytes() == b"new"
    assert not (tmp_path / "new.txt").is_symlink()


def test_front_matter_that_is_no_toml_stays_text():
    text = f"+++\n{NO_END}\n+++\n\nFerry sold\n\nThe ferry was sold on Sunday.\n"
    account = reader.account(reader.read_bytes(text.encode()), reader.source_text(text.encode()))
    assert (account.lost, account.invented) == (0, 0)
