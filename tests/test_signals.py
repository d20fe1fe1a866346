"""A signal ends a run with its own exit code and leaves nothing behind."""

import signal
import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 1)])
def test_a_signal_leaves_no_debris(tmp_path, name, code):
    command = [sys.executable, "-m", "newsexport", "txt", "-", "-o", "out.txt"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as run:
        run.stdin.write(b"Bridge opens\n\n")
        run.stdin.flush()
        wait_for_reading(run)
        run.send_signal(getattr(signal, name))
        said = run.stdout.read().decode()

    assert run.returncode == code
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def wait_for_reading(run):
    """Until the process sleeps in a read of its standard input, or, where that cannot be seen, for a while."""
    try:
        run.wait(timeout=4)
    except subprocess.TimeoutExpired:
        return
    pytest.fail("it ended before the signal came")
