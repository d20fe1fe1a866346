"""What nobody should feed the program: one clear line, in bounded time and memory, nothing lost in silence."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from newsexport.reader import account, read_bytes, source_text

VENDORS = Path(__file__).parent.parent / "vendors" / "exports"
SECONDS = 12  # of CPU for the whole process; most cases take half a second
MEBIBYTES = 450
BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

pytestmark = pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell what a process used")


class Run(NamedTuple):
    """How a process ended, and what it used."""

    code: int
    seconds: float
    mebibytes: float
    said: str


# Started by a small process: a process begins with the greatest memory of the one that started it (getrusage(2)).
_MEASURED = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
with open(sys.argv[1], "w", encoding="utf-8") as told:
    json.dump([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024], told)
"""


def run(path: Path, folder: Path, *more: str) -> Run:
    """`newsexport txt` on one file."""
    command = [
        sys.executable,
        "-m",
        "newsexport",
        "txt",
        str(path),
        "--view",
        "article",
        "-o",
        str(folder / "out.txt"),
        *more,
    ]
    told = folder / "used.json"
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, str(told), *command],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    return Run(*json.loads(told.read_text(encoding="utf-8")), said=done.stderr.decode())


def _line_of_100_mb(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"sheep and " * 100_000)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        home = Path.cwd()
        os.chdir(path.parent)  # the name of a socket may have 100 bytes only
        server.bind(path.name)
        os.chdir(home)


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "a line of 100 MB": (_line_of_100_mb, "larger than 50,000,000 bytes"),
    "a million blank lines": (lambda path: path.write_bytes(b"\n" * 1_000_000), "the file is empty"),
    "nothing": (lambda path: path.write_bytes(b""), "the file is empty"),
    "NUL bytes": (lambda path: path.write_bytes(bytes(1_000_000)), "looks like binary data"),
    "a pipe": (os.mkfifo, "a named pipe"),
    "a socket": (_socket, "a socket"),
    "a device without end": (lambda path: path.symlink_to("/dev/zero"), "a device"),
    "a folder": (Path.mkdir, "a folder"),
    "a link to itself": (lambda path: path.symlink_to(path), "cannot be read"),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), "no such file"),
    "a gzip bomb": (lambda path: path.write_bytes(b"\x1f\x8b" + bytes(1000)), "a gzip archive"),
    "a billion laughs": (
        lambda path: path.write_text(f'<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY l0 "ha">{BOMB}]><nitf><body>&l9;</body></nitf>'),
        "declares entities",
    ),
    "an entity of a file": (
        lambda path: path.write_text('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body>&x;</body></nitf>'),
        "declares entities",
    ),
    "100,000 elements in one another": (
        lambda path: path.write_text(f"<nitf><body>{'<block>' * 100_000}</body></nitf>"),
        "depth",
    ),
    "100,000 lists in one another": (lambda path: path.write_text('{"headline":' + "[" * 100_000), "deep"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_line_at_once(name: str, tmp_path: Path) -> None:
    make, message = REFUSED[name]
    path = tmp_path / "article.txt"
    make(path)
    found = run(path, tmp_path)
    assert found.code == 1
    lines = found.said.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["error", "hint"], found.said
    assert message in lines[0]
    assert str(path) in lines[0]
    assert not (tmp_path / "out.txt").exists()
    assert found.seconds < SECONDS / 4
    assert found.mebibytes < MEBIBYTES / 2


READ: dict[str, bytes] = {
    "a line of 10 MB": b"Bridge opens\n\n" + b"sheep and " * 1_000_000,
    "a million blank lines": b"Bridge opens\n" + b"\n" * 1_000_000 + b"It reopened on Monday.",
    "a million lines of spaces": b"Bridge opens\n" + b"  \n" * 1_000_000 + b"It reopened on Monday.",
    "NUL bytes among words": b"Bridge opens\n\n" + b"The bridge re\0opened on Monday, and the ferry was sold to nobody at all. " * 1,
    "a megabyte of quotation marks": b"Bridge opens\n\n" + "“‘’” ".encode() * 80_000,
    "a megabyte of combining marks": b"Bridge opens\n\n" + "a\u0301\u0327".encode() * 200_000,
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_it_is_read_in_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(READ[name])
    found = run(path, tmp_path)
    assert found.code == 0, found.said
    assert "Traceback" not in found.said
    assert found.seconds < SECONDS
    assert found.mebibytes < MEBIBYTES


@pytest.mark.parametrize("name", ["NUL bytes among words", "a million blank lines"])
def test_nothing_of_it_is_lost_in_silence(name: str) -> None:
    data = READ[name]
    articles = read_bytes(data, name="article.txt")
    found = account(articles, source_text(data))
    assert not found.lost
    assert not found.invented
    if b"\0" in data:
        assert articles[0].provenance.dropped == (f"U+0000 ×{data.count(0)}",)


@pytest.mark.parametrize("path", sorted(VENDORS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_truncated_export_is_read_as_far_as_it_goes(path: Path) -> None:
    data = path.read_bytes()
    for end in (len(data) // 3, len(data) // 2, len(data) - 7):
        cut = data[:end]
        articles = read_bytes(cut, name=path.name)
        found = account(articles, source_text(cut))
        assert not (found.lost)
        assert not (found.invented)
