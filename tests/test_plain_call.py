"""The plain call does without click what click's command does: the same words, the same bytes, the same exit code."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newsexport.cli._plain import plain_call

SAMPLES = Path(__file__).parent.parent / "source"
AS_CLICKS = "--no-debug"  # an option that the plain call leaves to click, and that changes nothing


@pytest.fixture
def desk(tmp_path):
    shutil.copytree(SAMPLES, tmp_path / "source")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "doubtful.txt").write_bytes(
        b"Bridge opens early\n\nThe bridge caf\xe9 opened, and \xff\xfe stayed.\n" * 9
    )
    return tmp_path


def ran(desk, arguments, stdin=b""):
    """Exit code, printed bytes and written files of a run; the files are gone afterwards."""
    environ = {key: value for key, value in os.environ.items() if not key.startswith("NEWSEXPORT_")}
    command = [sys.executable, "-m", "newsexport", *arguments]
    done = subprocess.run(command, cwd=desk, env=environ, input=stdin, capture_output=True, timeout=60, check=False)
    written = {}
    for path in [*desk.glob("dist/**/*"), *desk.glob("out*")]:
        if path.is_file():
            written[path.name] = path.read_bytes()
            path.unlink()
    return done.returncode, done.stdout, done.stderr, written


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["txt", "source/harbour-bridge.txt"], 0),
        (["json", "source/harbour-bridge.txt", "source/river-treaty.txt"], 0),
        (["txt", "source/harbour-bridge.txt", "-q", "-o", "out.txt"], 0),
        (["txt", "-o", "-", "source/river-treaty.txt", "--style", "broadsheet"], 0),
        (["txt", "source/river-treaty.txt", "--view", "digest"], 0),
        (["txt", "-"], 0),
        (["txt", "doubtful.txt"], 0),
        (["txt", "source/harbour-bridge.txt", "no-such.txt", "empty.txt"], 1),
        (["txt", "source/harbour-bridge.txt", "-s", "no-such-style"], 2),
        (["txt", "source/harbour-bridge.txt", "source/river-treaty.txt", "-o", "out.txt"], 2),
    ],
)
def test_a_plain_call_is_clicks_call(desk, arguments, code):
    assert plain_call(arguments)
    assert plain_call([*arguments, AS_CLICKS]) is None
    story = (SAMPLES / "harbour-bridge.txt").read_bytes()
    ours, clicks = (ran(desk, [*arguments, *more], story) for more in ([], [AS_CLICKS]))
    assert ours == clicks
    assert ours[0] == code


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["--help"], ["check", "a.txt"], ["txt"], ["txt", "--help"], ["txt", "a.txt", "-o"], ["txt", "a.txt", "--width", "60"],
        ["txt", "a.txt", "-oout"], ["txt", "--output=out", "a.txt"], ["txt", "--", "a.txt"], ["txt", "a.txt", "--view", "all"], ["markdown-of-a-plugin", "a.txt"],
    ],
)  # fmt: skip
def test_all_other_calls_are_clicks(arguments):
    assert plain_call(arguments) is None


def test_completion_is_clicks(monkeypatch):
    monkeypatch.setenv("_NEWSEXPORT_COMPLETE", "bash_source")
    assert plain_call(["txt", "a.txt"]) is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("more", [[], [AS_CLICKS]])
def test_a_full_or_closed_standard_output_is_an_error(desk, more):
    command = [sys.executable, "-m", "newsexport", "txt", "source/harbour-bridge.txt", "-o", "-", *more]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=desk, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode in {1, 120}  # the interpreter's own code where it tidies up a full stream
    assert b"standard output cannot be written" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
@pytest.mark.parametrize("more", [[], [AS_CLICKS]])
def test_a_reader_who_leaves_is_no_error_of_ours(desk, more):
    command = [sys.executable, "-m", "newsexport", "txt", "source/harbour-bridge.txt", "-o", "-", *more]
    with subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 1
