"""No pattern of the reader can hang: each is timed on its own worst inputs, 100 kB where nothing caps the line before it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time

import pytest

import newsexport.reader
from newsexport.patterns import Lazy
from newsexport.reader import read_bytes
from newsexport.reader._lines import CAP

LIMIT = 0.25  # seconds; a pattern that is not linear takes minutes
SEEDS = (
    "a", "A", "By ", "By A", "A b ", "A, ", "(a) ", "1", "1. ", "-", "- ", "--", " ", "\t", ".", "…", "a@", "a@b.", "https://", "http://a/", "(", ")", "((", "[",
    "“a” ", "\"", "’", "|", "a|", "·", "#", "# ", "*", "**a", "=", ":", "a: ", "记者", "北京", "新华社北京", "기자 ", "á", "é ", "©", "Photo: ", "Photo ", "AFP/", "contributed ",
    "A/", "A and ", "A, B (C) - ", "Ana Lopez, ", "VALE, April 21 (AGENCY) ", "21 April 2024 ", "\u00a0", "\u0301", "x-", "nln0124 3 ", "^BC-",
)  # fmt: skip


def patterns() -> list[object]:
    found = {}
    for module in pkgutil.iter_modules(newsexport.reader.__path__):
        room = importlib.import_module(f"newsexport.reader.{module.name}")
        for name, value in vars(room).items():
            if isinstance(value, re.Pattern | Lazy) and isinstance(value.pattern, str):
                found[value.pattern] = pytest.param(value, id=f"{module.name}.{name}")
    return list(found.values())


@pytest.mark.parametrize("pattern", patterns())
def test_a_pattern_takes_no_time_on_a_capped_line(pattern: re.Pattern[str]) -> None:
    worst = 0.0
    for seed in SEEDS:
        for text in ((seed * CAP)[:CAP], (seed * CAP)[: CAP - 1] + "\n", (seed * CAP)[: CAP - 1] + "!"):
            start = time.process_time()
            pattern.match(text)
            pattern.search(text)
            worst = max(worst, time.process_time() - start)
    assert worst < LIMIT


@pytest.mark.parametrize("seed", SEEDS)
def test_a_line_of_100_kb_is_read_in_time(seed: str) -> None:
    start = time.process_time()
    line = (seed * 100_000)[:100_000]
    read_bytes(f"Bridge over the Vale\n\n{line}\n\nThe end of it.\n{line}".encode(), name="worst.txt")
    assert time.process_time() - start < 8 * LIMIT


@pytest.mark.parametrize(
    "lines",
    [
        "\n",
        "a\n",
        "- a\n",
        "Bridge: a\n",
        "– a b.\n",
        "-a b\n",
        "a b c\n",
        "1. a\n",
        "***\n",
        "By Ana Lopez\n\n",
        "    a b   c\n",
        "\u200b\n",
    ],
)
def test_a_file_of_many_short_lines_is_read_in_time(lines: str) -> None:
    start = time.process_time()
    read_bytes(f"Bridge over the Vale\n\n{lines * 20_000}The bridge reopened.".encode(), name="many.txt")
    assert time.process_time() - start < 6
