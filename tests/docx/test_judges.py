"""What others say of our Word files: the Open XML SDK, other threads, and the archive itself."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from newsexport.errors import ExportError
from newsexport.exporters import _zip as archives
from newsexport.exporters._zip import pack
from newsexport.model import Edition
from newsexport.style import Colour, Style, load
from newsexport.testing import CORPUS
from tests.docx.papers import EVERY, HARBOUR, LAMP
from tests.docx.reading import write

CI = os.environ.get("CI") == "true"
GREY = replace(Style(), page=replace(Style().page, paper=Colour("#f6f2ea"), size="Letter"))


@pytest.mark.skipif(not CI and not shutil.which("ooxml-validator"), reason="ooxml-validator is not installed")
@pytest.mark.timeout(300)
@pytest.mark.filterwarnings("ignore::newsexport.errors.ExportWarning")
def test_the_open_xml_sdk_finds_no_error(tmp_path):
    everything = Edition("Everything", tuple(article for edition in CORPUS.values() for article in edition.articles))
    made = {
        "lamp": write(Edition.of(LAMP)),
        "harbour": write(Edition.of(HARBOUR), load("broadsheet")),
        "every": write(EVERY, load("broadsheet")),
        "everything": write(everything, load("large-print")),
        "grey": write(EVERY, GREY),
    }
    for name, output in made.items():
        (tmp_path / f"{name}.docx").write_bytes(output)
    files = [str(file) for file in sorted(tmp_path.iterdir())]
    for file in files:
        judged = subprocess.run(["ooxml-validator", file], capture_output=True, text=True, check=False)
        assert judged.returncode == 0, judged.stdout + judged.stderr


def test_threads_write_the_bytes_of_one():
    editions = [Edition.of(LAMP), EVERY, Edition.of(HARBOUR)] * 4
    alone = [write(edition) for edition in editions]
    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(write, editions)) == alone


def test_an_archive_says_only_what_it_was_given(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    members = [("mimetype", b"application/zip"), ("b", b"lamp " * 900), ("a", b""), ("big", os.urandom(70_000))]
    with zipfile.ZipFile(io.BytesIO(pack(members, stored=("mimetype",)))) as archive:
        infos = archive.infolist()
        assert archive.testzip() is None
        assert [(info.filename, archive.read(info)) for info in infos] == members
    assert [info.compress_type for info in infos] == [0, 8, 0, 0]
    assert {(info.date_time, info.create_system, info.external_attr, info.flag_bits) for info in infos} == {
        ((1980, 1, 1, 0, 0, 0), 0, 0, 0)
    }


@pytest.mark.parametrize(
    ("epoch", "date"),
    [
        ("1700000000", (2023, 11, 14, 22, 13, 20)),
        ("0", (1980, 1, 1, 0, 0, 0)),
        ("soon", (1980, 1, 1, 0, 0, 0)),
        ("٣", (1980, 1, 1, 0, 0, 0)),
        ("99999999999", (1980, 1, 1, 0, 0, 0)),
    ],
)
def test_an_archive_is_dated_by_source_date_epoch(monkeypatch, epoch, date):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with zipfile.ZipFile(io.BytesIO(pack([("a", b"")]))) as archive:
        assert archive.infolist()[0].date_time == date


def test_an_archive_beyond_the_limits_of_zip_is_refused(monkeypatch):
    monkeypatch.setattr(archives, "_MOST_MEMBERS", 2)
    with pytest.raises(ExportError, match="too large for one file"):
        pack([(name, b"") for name in "abc"])
