"""The same bytes from the command line for any user, folder, time zone and hash seed, of bundles too; SOURCE_DATE_EPOCH."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

FORMATS = ["pdf", "docx", "epub", "txt", "json"]
_BOOK = 'title = "Morning"\ndate = 2031-10-07\ncover = true\n[[sections]]\ntitle = "Sea"\narticles = ["tide.txt", "ebb.txt"]\n'
_ARTICLES = {
    "tide.txt": "The tide turned at noon\n\nBy Una Tarn\n\n“It was slow,” said Ivo Prell, the keeper. Nine boats waited.\n",
    "ebb.txt": "Отлив начался\n\nЛодки ждали до полудня, сказал смотритель.\n",
    "book.toml": _BOOK,
}


def written(folder: Path, name: str, *sources: str, **environ: str) -> bytes:
    """What a process of its own writes in a folder of its own."""
    folder.mkdir(parents=True)
    for file, text in _ARTICLES.items():
        (folder / file).write_text(text, encoding="utf-8")
    known = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [sys.executable, "-m", "newsexport", name, *sources, "-o", f"out.{name}"],
        cwd=folder, env=known | {"PYTHONPATH": os.pathsep.join(sys.path)} | environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return (folder / f"out.{name}").read_bytes()


@pytest.mark.parametrize("sources", [["tide.txt"], ["book.toml"]], ids=["article", "book"])
@pytest.mark.parametrize("name", FORMATS)
def test_the_same_bytes_for_another_user_elsewhere(tmp_path, name, sources):
    first = written(tmp_path / "a", name, *sources, TZ="Asia/Kathmandu", PYTHONHASHSEED="1", HOME=str(tmp_path), USER="una", LC_ALL="C")  # fmt: skip
    second = written(tmp_path / "b" / "deep er", name, *sources, TZ="America/St_Johns", PYTHONHASHSEED="2", USER="ivo", LC_ALL="C.UTF-8")  # fmt: skip
    assert first == second


@pytest.mark.parametrize("name", ["docx", "epub"])
def test_an_article_without_a_date_has_that_of_source_date_epoch(tmp_path, name):
    made = [
        written(tmp_path / zone, name, "tide.txt", TZ=zone, SOURCE_DATE_EPOCH="1700000000") for zone in ("EAST-14", "WEST+12")
    ]  # fmt: skip
    assert made[0] == made[1] != written(tmp_path / "none", name, "tide.txt")
    with zipfile.ZipFile(BytesIO(made[0])) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}
        about = archive.read({"docx": "docProps/core.xml", "epub": "EPUB/content.opf"}[name])
    assert b"2023-11-14T22:13:20Z" in about


def test_a_pdf_has_the_date_of_source_date_epoch(tmp_path):
    made = [written(tmp_path / zone, "pdf", "tide.txt", TZ=zone, SOURCE_DATE_EPOCH="1700000000") for zone in ("EAST-14", "WEST+12")]  # fmt: skip
    assert made[0] == made[1] != written(tmp_path / "none", "pdf", "tide.txt")
    assert b"2023-11-14T22:13:20" in made[0]
