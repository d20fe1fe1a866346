"""Nothing vanishes: each character of a source is in a block, in a field or mark, or unparsed with a reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsexport.errors import SourceError
from newsexport.model import Article, Provenance, texts
from newsexport.reader import account, read, read_bytes, source_text
from newsexport.reader._article import articles
from newsexport.reader._clean import clean
from newsexport.reader._draft import source_text as block_source
from newsexport.reader._lines import show

CORPUS = Path(os.environ.get("NEWSEXPORT_CORPUS", "no corpus"))

LINES = st.sampled_from(
    [
        "", "", "", "---", "+++", "* * *", "-" * 40, "\f", "ENDS", "-30-", "###", "| 21 April 2024, Sunday |", "21 April 2024",
        "Bridge over the Vale reopens after two years", "ANALYSIS: Why the Vale floods", "By Ana Lopez and Jo Kim", "by", "Ana Lopez",
        "VALE (Newsline) — The bridge over the Vale reopened on Sunday, and the first to cross it was a herd of sheep.",
        "The bridge over the Vale\u00a0reopened  on Sunday after two years of repairs, and the first to cross it was a herd of sheep.",
        "The recon-", "struction of the bridge began on Sunday under a low sky, and the", "engineers of the lower town said so.",
        "\u200b", "\u00ad", "soft\u00adhyphen", "- one", "- two", "1. one", "2. two", "• point", "Ward          Yes     No", "North   12  4",
        "Title: Old mill", "Date: 2024-04-21", "title: Old mill", "mood: bright", "tags:", "  - mill", "a = 1", 'b = """', "**Author:** Ana",
        "© 2024 Vale Courier. All rights reserved.", "(Reporting by Ana Lopez)", "PHOTO: The bridge. Credit: J. Roe/Newsline",
        "“We have waited long enough for this day”", "— Jane Roe, mayor of Vale", "READ MORE: How the bridge was built", "# Old mill", "## Wheel",
        "https://vale.example/bridge", "Source: Vale Courier", "nln0124 3 i 93  nln 1888", "Vale/bridge/", "Old mill =", "ZCZC", "#Vale", ":Mill",
        "W1645asian", "b a BC-VL--Bridge     04-21 0358", "^BC-VL--Bridge,17<", "^By ANA LOPEZ=", "                    1 of 2 DOCUMENTS",
        "                    Vale Courier", "Notes to editors", "About Vale", "Vale - News - Old mill becomes a library", "Old mill becomes a library",
        "新华社北京4月21日电（记者 王明）桥在星期日重新开放。", "قال رئيس البلدية إن الجسر أعيد فتحه.", "    The engineers agreed with the mayor, as before.",
    ]
)  # fmt: skip
SOURCES = st.lists(st.one_of(LINES, LINES, LINES, st.text(max_size=60)), min_size=1, max_size=40).map("\n".join)


def understood(text: str) -> tuple[str, tuple[Article, ...]]:
    cleaned = clean(text).text
    return cleaned, articles(cleaned, Provenance())


@settings(max_examples=400, deadline=None)
@given(SOURCES)
def test_no_character_is_lost_and_none_invented(text: str) -> None:
    cleaned, found = understood(text)
    there = account(found, cleaned)
    assert (there.lost, there.invented) == (0, 0)
    assert there.characters == there.blocks + there.fields + there.unparsed + there.white_space


@settings(max_examples=200, deadline=None)
@given(SOURCES)
def test_every_line_with_something_on_it_is_in_the_trace_with_a_reason(text: str) -> None:
    cleaned, found = understood(text)
    traced = {
        line
        for article in found
        for entry in article.provenance.trace
        for line in range(entry.lines[0], entry.lines[1] + 1)
    }
    missing = [number for number, line in enumerate(cleaned.split("\n"), 1) if line.strip() and number not in traced]
    assert missing == []
    assert all(entry.reason for article in found for entry in article.provenance.trace)


@settings(max_examples=200, deadline=None)
@given(SOURCES)
def test_a_block_shows_what_its_source_says(text: str) -> None:
    _, found = understood(text)
    for article in found:
        for block in (*article.blocks, *article.notes):
            shown = "".join("".join(text.split()) for text, _ in texts(block))
            source = show(block_source(block)).replace(" ", "")
            assert all(char in source for char in shown)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_source_error(data: bytes) -> None:
    try:
        found = read_bytes(data, name="any.txt")
    except SourceError as refused:
        said = str(refused)
    else:
        said = f"any.txt: {account(found, source_text(data)).lost} lost"
    assert said.startswith("any.txt")
    assert "lost" not in said or "0 lost" in said


@pytest.mark.skipif(not CORPUS.is_dir(), reason="NEWSEXPORT_CORPUS names no folder of articles")
def test_no_character_of_a_corpus_is_lost() -> None:
    lost = {}
    for path in sorted(CORPUS.rglob("*.txt")):
        there = account(read(path), source_text(path.read_bytes()))
        if there.lost or there.invented:
            lost[path.name] = str(there)
    assert lost == {}
