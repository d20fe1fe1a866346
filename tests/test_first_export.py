"""What the first export of a plain article loads and compiles: all else waits until an edition needs it."""

import io
import subprocess
import sys
import zipfile

import pytest

import docx
from newsexport.exporters.docx import _file
from newsexport.style import Style

WATCH = """
import sys
from newsexport import patterns, reader, registry
from newsexport.model import Edition
from newsexport.style import load
name = sys.argv[1]
edition = Edition.of(*reader.read_bytes(sys.stdin.buffer.read()))
exporter, style = registry.load(name), load("briefing")
{"docx": "docx", "epub": "ebooklib.epub"}.get(name) and __import__({"docx": "docx", "epub": "ebooklib.epub"}[name])
before, compiled, compile_ = set(sys.modules), [], patterns.re.compile
patterns.re.compile = lambda source, flags=0: compiled.append(source) or compile_(source, flags)
exporter.write(edition, style, exporter.options())
print(*sorted(f"{len(source)}:{source!r}"[:30] for source in compiled), sep="\\t")
print(*sorted(set(sys.modules) - before))
"""
STORY = """12 May 2024, Sunday

Bridge opens to walkers a year early

SKERRY HAVEN – The first people to cross the new bridge on foot did so on Sunday, twelve months ahead of the timetable.

“We drilled 112 test holes before we drew a single pier,” Maren Oduya, the chief engineer, said.
"""
WAITING = {
    "docx": {"_contents", "_reference", "_restyle", "_sample"},
    "epub": set(),
    "txt": set(),
}
"""Modules for books and for the looks of another document."""


@pytest.fixture(scope="module", params=["docx", "epub", "txt"])
def seen(request):
    """The format, the patterns that it compiled, and the modules that it loaded beside its library."""
    command = [sys.executable, "-c", WATCH, request.param]
    run = subprocess.run(command, input=STORY.encode(), capture_output=True, check=True, timeout=60)
    patterns, modules = run.stdout.decode().splitlines()
    return request.param, patterns.split("\t") if patterns else [], set(modules.split())


def test_a_plain_article_loads_no_more_than_it_needs(seen):
    name, _, modules = seen
    assert modules & {f"newsexport.exporters.{name}.{one}" for one in WAITING[name]} == set()
    assert (
        modules
        & {
            "datetime",
            "encodings.cp437",
            "encodings.utf_16_be",
            "hashlib",
            "pathlib",
            "typing",
            "wcwidth",
            "budoux",
            "uharfbuzz",
            "csv",
        }
        == set()
    )


def test_a_plain_article_compiles_few_patterns(seen):
    name, patterns, _ = seen
    assert len(patterns) <= {"docx": 0, "epub": 0, "txt": 2}[name], patterns


def test_python_docx_is_given_what_it_writes_and_no_house_style(monkeypatch):
    given = []
    open_ = docx.Document
    monkeypatch.setattr(docx, "Document", lambda file: given.append(file.getvalue()) or open_(file))
    _file._written.__wrapped__(Style().page.paper)
    assert zipfile.ZipFile(io.BytesIO(given[0])).namelist() == [
        "[Content_Types].xml", "_rels/.rels", "word/document.xml", "docProps/core.xml",
    ]  # fmt: skip
