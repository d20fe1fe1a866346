"""Only regular files of a bounded size are read; everything else is an error with a hint, at once."""

import os
import socket
from pathlib import Path

import pytest

from newsexport.errors import SourceError
from newsexport.reader._open import load


def test_a_file_is_read_whole_and_untranslated(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_bytes(b"Harbour reopens\r\n\x1a\xff\n")
    assert load(article) == b"Harbour reopens\r\n\x1a\xff\n"


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes(b"Harbour reopens")
    (tmp_path / "link.txt").symlink_to("article.txt")
    assert load(tmp_path / "link.txt") == b"Harbour reopens"


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_bytes(b"x" * 100)
    assert len(load(article, limit=100)) == 100
    with pytest.raises(SourceError, match="larger than 99 bytes"):
        load(article, limit=99)


def test_a_file_that_claims_no_size_is_still_bounded() -> None:
    endless = Path("/proc/self/maps")
    if not endless.exists():
        pytest.skip("no /proc on this system")
    with pytest.raises(SourceError, match="larger than 10 bytes"):
        load(endless, limit=10)


def _make_folder(path: Path) -> None:
    path.mkdir()


def _make_socket(path: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    home = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may have 100 bytes only
    server.bind(path.name)
    os.chdir(home)
    server.close()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_make_folder, "this is a folder"),
        (os.mkfifo, "this is a named pipe"),
        (_make_socket, "this is a socket"),
        (lambda path: path.symlink_to("/dev/zero"), "this is a device"),
        (lambda path: path.symlink_to(path), "this file cannot be read"),
        (lambda path: None, "there is no such file"),
    ],
    ids=["folder", "pipe", "socket", "device", "circle", "missing"],
)
def test_what_is_no_file_is_refused_without_waiting(make, message: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    make(path)
    with pytest.raises(SourceError, match=message) as caught:
        load(path)
    assert caught.value.path == str(path)
    assert caught.value.hint


def test_a_file_without_the_right_to_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"secret")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(SourceError, match="may not be read"):
        load(path)


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        load(Path("article\0.txt"))


def test_no_descriptor_stays_open(tmp_path: Path) -> None:
    count = Path("/proc/self/fd")
    if not count.exists():
        pytest.skip("no /proc on this system")
    before = len(list(count.iterdir()))
    for _ in range(20):
        with pytest.raises(SourceError):
            load(tmp_path)
    assert len(list(count.iterdir())) == before
