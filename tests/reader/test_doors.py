"""The two doors of the reader: what they give, what they refuse, and that they say so in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsexport.codec import edition_data
from newsexport.errors import SourceError
from newsexport.model import Edition
from newsexport.reader import FORMATS, account, read, read_bytes, source_text

STORY = """Bridge over the Vale reopens
21 April 2024

The bridge over the Vale reopened on Sunday after two years of repairs, and the first to cross it was a herd of sheep.
"""


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n\x0c\n", "the file is empty"),
        ("\ufeff\n".encode(), "there is nothing to read in it"),
        ("\u200b\n\u00ad\n".encode(), "there is nothing to read in it"),
        (b"| 21 April 2024, Sunday |\n", "there is only a date, no article"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 4, "not plain text"),
        (b"----------\n\n* * *\n", "there is nothing to read in it"),
    ],
)
def test_what_holds_no_article_is_refused_with_its_name_and_a_hint(data: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message) as refused:
        read_bytes(data, name="article.txt")
    assert refused.value.path == "article.txt"
    assert refused.value.hint
    assert str(refused.value).count("\n") == 1


def test_a_file_is_read_with_its_name_hash_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(STORY, "utf-8")
    (article,) = read(path)
    record = article.provenance
    assert article.headline == "Bridge over the Vale reopens"
    assert (record.file, record.encoding, len(record.sha256 or ""), record.lines) == (path.name, "utf-8", 64, (1, 4))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.txt", tmp_path):
        with pytest.raises(SourceError) as refused:
            read(path)
        assert refused.value.path == str(path)


def test_the_language_that_the_caller_states_wins() -> None:
    assert read_bytes(STORY.encode(), language="cy")[0].language == "cy"
    assert read_bytes(STORY.encode())[0].language == "en"


def test_the_encoding_that_the_caller_states_wins() -> None:
    (article,) = read_bytes(
        "Møllen bliver til bibliotek\n\nDen gamle mølle bliver et bibliotek.".encode("cp1252"), encoding="cp1252"
    )
    assert article.headline == "Møllen bliver til bibliotek"


def test_the_canonical_json_is_read_by_the_same_door() -> None:
    (article,) = read_bytes(STORY.encode(), name="article.txt")
    data = json.dumps(edition_data(Edition.of(article))).encode()
    assert read_bytes(data, name="article.json") == (article,)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SourceError, match="'docx' is no input format") as refused:
        read_bytes(STORY.encode(), name="article.txt", source_format="docx")
    assert all(name in str(refused.value) for name in FORMATS)


def test_a_format_that_the_caller_states_wins_over_the_content() -> None:
    (article,) = read_bytes(b"# Bridge over the Vale\n\nIt *reopened* on Sunday.\n", source_format="text")
    assert any("*reopened*" in getattr(block, "text", "") for block in article.blocks)


@pytest.mark.parametrize("name", ["million blank lines", "one line of a megabyte", "a megabyte of short lines"])
def test_hostile_sizes_are_read_in_time(name: str) -> None:
    data = {
        "million blank lines": b"\n" * 1_000_000 + b"Bridge over the Vale\n\nIt reopened on Sunday.",
        "one line of a megabyte": b"Bridge over the Vale\n\n" + b"sheep " * 200_000,
        "a megabyte of short lines": b"Bridge over the Vale\n\n" + b"The sheep crossed it.\n" * 40_000,
    }[name]
    assert read_bytes(data)[0].headline == "Bridge over the Vale"


@pytest.mark.parametrize("encoding", [None, "ascii", "no-such-encoding"])
def test_what_is_read_can_be_accounted_for(encoding: str | None):
    padding = b"X-Relay: " + b"\0" * 4000 + b"\xe9\n"
    mail = b"From: Desk <desk@example.org>\nSubject: Ferry timetable changes\nMIME-Version: 1.0\n" + padding
    data = mail + b"Content-Type: text/plain\n\nThe last boat leaves at ten.\n"
    articles = read_bytes(data, encoding=encoding)
    there = account(articles, source_text(data, encoding=encoding))
    assert articles[0].headline == "Ferry timetable changes"
    assert (there.lost, there.invented) == (0, 0)
    assert there.markup > 0
