"""What is another thing on Windows, as far as it can be tried elsewhere."""

import errno
import ntpath
import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from newsexport.batch import _lock, _save, engines, plan, save, sources
from newsexport.batch._state import State
from newsexport.cli import _terminal
from newsexport.errors import ExportError, OptionError


@pytest.fixture
def windows(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    return monkeypatch


def test_a_file_that_a_scanner_holds_for_a_moment_is_replaced(windows, tmp_path):
    tries = []
    replace = os.replace

    def held(beside: str, path: Path) -> None:
        tries.append(path)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "Access is denied")
        replace(beside, path)

    windows.setattr(os, "replace", held)
    save(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert len(tries) == 3


def test_a_file_that_a_reader_has_open_is_said_and_stays(windows, tmp_path):
    def held(beside: str, path: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    (tmp_path / "a.pdf").write_bytes(b"old")
    windows.setattr(os, "replace", held)
    windows.setattr(_save, "_PAUSES", (0.0, 0.0))
    with pytest.raises(ExportError, match="cannot be written"):
        save(tmp_path / "a.pdf", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", b"old")]


def test_what_a_killed_run_left_is_cleared_once_it_is_old(windows, tmp_path):
    windows.setattr(os, "kill", None)  # signal 0 would be Ctrl-C
    old, fresh = (tmp_path / f"{_save._BESIDE}{_save._mark()}-{number}-x.tmp" for number in (1, 2))
    for path in (old, fresh):
        path.touch()
    os.utime(old, (time.time() - 100,) * 2)
    assert _save.sweep(tmp_path) == 1
    assert list(tmp_path.iterdir()) == [fresh]


def test_no_more_workers_than_windows_can_wait_for(windows):
    with engines.process("", 100) as executor:
        assert executor._max_workers == 61


def test_a_folder_is_the_same_in_any_case_and_another_drive_is_another(monkeypatch):
    with monkeypatch.context() as windows:
        windows.setattr(os, "path", ntpath)
        windows.setattr(os, "sep", "\\")
        found = [
            sources._inside(path, "C:\\News\\Dist")
            for path in ("c:\\news\\DIST\\a.txt", "C:\\News\\Dist", "C:\\News\\District", "D:\\News\\Dist\\a.txt")
        ]
    assert found == [True, True, False, False]


def test_a_reader_that_leaves_a_pipe_is_no_fault_of_ours(windows, capsys):
    left = []
    windows.setattr(_terminal, "forget_stdout", lambda: left.append(True))

    def work() -> bool:
        raise OSError(errno.EINVAL, "Invalid argument")

    assert _terminal.exit_code(work, debug=False) == 1
    assert left
    assert capsys.readouterr().err == ""


class Ranges(SimpleNamespace):
    """Locks on ranges of bytes, as msvcrt has them: no two files that are open at once may hold the same byte."""

    LK_NBLCK = 2

    def __init__(self):
        super().__init__(held=[])

    def locking(self, number, _mode, size):
        start, file = os.lseek(number, 0, os.SEEK_CUR), os.fstat(number).st_ino
        for other, theirs, first, count in self.held:
            if other == file and theirs != number and first < start + size and start < first + count:
                raise OSError(errno.EACCES, "Permission denied")
        self.held.append((file, number, start, size))

    def close(self, number, really=os.close):
        self.held = [one for one in self.held if one[1] != number]
        really(number)


def test_a_batch_is_alone_and_shards_are_not(monkeypatch, tmp_path):
    ranges = Ranges()
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", ranges)
    monkeypatch.setattr(os, "close", ranges.close)
    monkeypatch.setattr(_lock, "_PATIENCE", 0.0)

    with _lock.locked(tmp_path, "shard-1-of-2"), _lock.locked(tmp_path, "shard-2-of-2"):
        for second in ("shard-1-of-2", None):
            with pytest.raises(OptionError, match="another batch is writing"), _lock.locked(tmp_path, second):
                pass
    with _lock.locked(tmp_path, None):
        for second in ("shard-1-of-2", None):
            with (
                pytest.raises(OptionError, match=f"process {os.getpid()}"),
                _lock.locked(tmp_path, second),
            ):
                pass
    with _lock.locked(tmp_path, None):
        pass


def test_two_spellings_of_one_name_are_one_file_on_macos(tmp_path):
    with pytest.raises(OptionError, match="would both be written"):
        plan([Path("a/caf\u00e9.txt"), Path("b/cafe\u0301.txt")], ".pdf", output=f"{tmp_path}/")


def test_a_state_is_found_in_a_folder_of_any_name(tmp_path):
    folder = tmp_path / "50%25 #1?"
    folder.mkdir()
    state = State(folder / "state.db")
    state.begin()
    assert state.identify("a.txt", "/a.txt") == "a.txt"
    assert state.claim("a.txt", 1, "a") == "a"
    state.end()
    state.close()
    copy = State.copy(folder / "state.db")
    copy.begin()
    assert copy.claim("a.txt", 1, "a") == "a"
    assert copy.claim("b.txt", 1, "a") == "a-2"
    copy.close()
