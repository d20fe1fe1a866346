"""docs/reading.md names only cases, tests and exports that there are, and every case of the reader."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "reading.md").read_text("utf-8")
NAMED = set(re.findall(r"`([^`]+)`", re.sub(r"(?s)\A.*?## A\.", "", PAGE)))
CASES = {
    f"{path.stem}: {title}"
    for path in (TESTS / "reader" / "cases").glob("*.md")
    for title in re.findall("^## (.+)$", path.read_text("utf-8"), re.MULTILINE)
}


def test_every_case_that_the_page_names_is_there() -> None:
    files = {path.stem for path in (TESTS / "reader" / "cases").glob("*.md")}
    assert {name for name in NAMED if name.partition(":")[0] in files} <= CASES


def test_every_test_and_export_that_the_page_names_is_there() -> None:
    code = "\n".join(path.read_text("utf-8") for path in TESTS.rglob("test_*.py"))
    tests = {name for name in NAMED if name.startswith("test_")}
    assert {name for name in tests if f"def {name}(" not in code} == set()
    exports = {path.name for path in (TESTS / "vendors" / "exports").iterdir()}
    assert {name for name in NAMED if name.endswith(".txt")} <= exports


def test_the_page_names_nearly_every_case() -> None:
    assert len(CASES - NAMED) <= len(CASES) // 10, sorted(CASES - NAMED)
