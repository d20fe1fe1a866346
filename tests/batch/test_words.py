"""What a batch says on a terminal, and how it stays to watch a folder."""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.batch.faults import articles, command, hashes


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_terminal_shows_how_far_it_is_and_a_pipe_does_not(tmp_path):
    import pty

    source = articles(tmp_path / "source", 12)
    ours, theirs = pty.openpty()
    done = subprocess.run(
        command(source, "-o", tmp_path / "dist"), stdout=subprocess.PIPE, stderr=theirs, check=True, timeout=100
    )
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)

    assert "articles" in shown
    assert "12/12" in shown
    assert "a second" in shown
    assert done.stdout.decode().startswith("48 written")


def test_a_batch_that_watches_writes_what_comes_and_what_changes(tmp_path):
    if not importlib.util.find_spec("watchfiles"):
        pytest.skip("watchfiles is not installed")
    source = articles(tmp_path / "source", 2)
    output = tmp_path / "dist"
    with subprocess.Popen(command(source, "-o", output, "--watch"), stdout=subprocess.PIPE, text=True) as desk:
        try:
            assert desk.stdout.readline().startswith("8 written, 0 unchanged")
            put(source / "new.txt", "Ferry sails\n\nIt did.\n")
            assert desk.stdout.readline().startswith("4 written, 8 unchanged")
            put(source / "new.txt", "Ferry sails again\n\nIt did.\n")
            assert desk.stdout.readline().startswith("4 written, 8 unchanged")
        finally:
            desk.send_signal(signal.SIGINT)
            stopper = threading.Timer(20, desk.kill)
            stopper.daemon = True
            stopper.start()

    assert len(hashes(output)) == 12


def put(path: Path, text: str) -> None:
    """Put a file in its place in one piece, as an editor does."""
    beside = path.with_suffix(".part")
    beside.write_text(text, encoding="utf-8")
    beside.rename(path)


def test_only_the_first_warnings_are_printed_and_all_are_counted(tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    for number in range(30):
        (source / f"{number:02}.txt").write_bytes(
            b"Old mill " + str(number).encode() + " 橋 opens\n\nIt did.\n".encode()
        )
    words = [
        sys.executable,
        "-m",
        "newsexport",
        "batch",
        source,
        "-f",
        "txt",
        "-O",
        "txt.ascii=true",
        "-o",
        tmp_path / "dist",
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=100)

    assert done.stderr.count("warning: ") == 20
    assert ", 30 warnings in " in done.stdout


def test_a_warning_of_an_article_is_said_once_and_reported_of_each_output(tmp_path):
    (tmp_path / "ferry.txt").write_text("12 May 2024, Monday\n\nFerry sails\n\nIt did.\n", encoding="utf-8")
    words = [sys.executable, "-m", "newsexport", "batch", "ferry.txt", "-f", "txt,json,epub", "--report", "report.json"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=100)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    assert done.stderr.count("warning: ") == 1
    assert "3 written, 0 unchanged, 0 failed, 1 warning in" in done.stdout
    assert [len(job["warnings"]) for job in report["jobs"]] == [1, 1, 1]
    assert report["summary"]["warnings"] == 3


def test_a_batch_of_a_book_file_makes_the_book_and_reports_it_as_one(tmp_path):
    (tmp_path / "ferry.txt").write_text("Ferry sails\n\nIt sailed on Monday.\n", encoding="utf-8")
    (tmp_path / "gulls.txt").write_text("Gulls come back\n\nThey came on Sunday.\n", encoding="utf-8")
    (tmp_path / "week.toml").write_text('title = "The week"\narticles = ["*.txt", "fog.txt"]\n', encoding="utf-8")
    words = [sys.executable, "-m", "newsexport", "batch", "week.toml", "-f", "txt", "--report", "report.json"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=100)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    assert done.returncode == 1
    assert "week.toml: articles: there is no article 'fog.txt'" in done.stderr
    assert [(job["source"], job["status"], job["output"]) for job in report["jobs"]] == [
        ("week.toml", "failed", "week.txt")
    ]
    book = (tmp_path / "dist" / "week.txt").read_text(encoding="utf-8")
    assert "THE WEEK" in book.upper()
    assert book.index("Ferry sails") < book.index("Gulls come back")
