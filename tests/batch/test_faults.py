"""Nothing torn, nothing lost, whatever happens to a batch; the long version is benchmarks/faults.py."""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsexport.batch import _save
from tests.batch.faults import articles, batch, command, debris, hashes, kill_again_and_again, workers
from tests.batch.plugins import install

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals and limits")


@pytest.fixture
def source(tmp_path):
    return articles(tmp_path / "source", 40)


def test_kills_at_random_instants_tear_and_lose_nothing(tmp_path):
    counts = kill_again_and_again(tmp_path, count=60, kills=6)

    assert counts.tried == 6
    assert (counts.torn, counts.lost, counts.left) == (0, 0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only /proc tells")
def test_what_a_process_left_that_nobody_waits_for_is_cleared(tmp_path):
    with subprocess.Popen(["true"], stdout=subprocess.PIPE) as gone:
        assert gone.stdout.read() == b""  # it has ended, or is about to
        for number in (gone.pid, os.getpid()):
            (tmp_path / f"{_save._BESIDE}{_save._mark()}-{number}-x.tmp").touch()
        until = time.monotonic() + 20
        while not _save.sweep(tmp_path) and time.monotonic() < until:
            time.sleep(0.05)
    assert len(debris(tmp_path)) == 1


@pytest.mark.parametrize("habit", ["dies", "killed", "hangs", "stuck", "raises", "leaves"])
def test_a_plugin_that_misbehaves_costs_its_own_article_only(tmp_path, habit):
    said = run_plugin(tmp_path, habit)

    assert said.returncode == 1
    assert said.stdout.startswith("12 written, 0 unchanged, 1 failed")
    assert said.stderr.count("error: ") == 1
    assert "source/bad.txt: " in said.stderr
    assert "Traceback" not in said.stderr
    assert debris(tmp_path / "dist") == []


@pytest.mark.parametrize("habit", ["prints", "interrupts"])
def test_a_plugin_that_prints_or_sends_a_signal_breaks_no_output(tmp_path, habit):
    said = run_plugin(tmp_path, habit)

    assert said.returncode == 0
    assert said.stdout.startswith("13 written, 0 unchanged, 0 failed")
    assert said.stdout.count("\n") == 1
    assert ("noise" in said.stderr) == (habit == "prints")


def run_plugin(tmp_path: Path, habit: str) -> subprocess.CompletedProcess[str]:
    """A batch of twelve good articles and one that makes the plugin misbehave."""
    source = tmp_path / "source"
    source.mkdir()
    for number in range(12):
        (source / f"{number:02}.txt").write_text(f"Bridge opens at {number}\n\nIt did.\n", encoding="utf-8")
    (source / "bad.txt").write_text(f"Bridge {habit}\n\nIt did.\n", encoding="utf-8")
    words = [sys.executable, "-m", "newsexport", "batch", "source", "-f", "bad", "--timeout", "3", "--jobs", "2"]
    environ = install(tmp_path / "installed")
    return subprocess.run(words, cwd=tmp_path, env=environ, capture_output=True, text=True, timeout=100, check=False)


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", 1)])
def test_a_signal_leaves_whole_files_and_the_next_run_goes_on(tmp_path, name, code):
    source, output = articles(tmp_path / "source", 400), tmp_path / "dist"
    with subprocess.Popen(
        command(source, "-o", output, "--jobs", "2", "--report", tmp_path / "r.json"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as run:
        until(lambda: len(hashes(output)) > 4)
        pids = workers(run.pid)
        run.send_signal(getattr(signal, name))
        said = run.stdout.read().decode()
    before = hashes(output)

    assert run.returncode == code, said
    assert "Traceback" not in said
    assert debris(output) == []
    until(lambda: not any(map(alive, pids)))
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["complete"] is False

    after = batch(source, "-o", output)
    assert after.returncode == 0
    written, unchanged = (int(part.split()[0]) for part in after.stdout.split(", ")[:2])
    assert written + unchanged == 1600
    assert unchanged >= len(before) // 2  # all that was on the desks, but for a chunk in the driver's hands
    assert before.items() <= hashes(output).items()


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", 1)])
def test_a_signal_that_comes_while_a_worker_is_forked_is_heard(tmp_path, name, code):
    source, output = articles(tmp_path / "source", 400), tmp_path / "dist"
    words = [str(word) for word in command(source, "-o", output, "--jobs", "2")]
    script = (
        f"import os, signal, sys\nfrom newsexport.cli import main\n"
        f"signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.{name}))\nmain(sys.argv[1:])"
    )
    words = [sys.executable, "-c", script, *words[words.index("batch") :]]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == code, done.stderr
    assert 0 < len(hashes(output)) < 1600
    assert debris(output) == []


def until(true, seconds: float = 60) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def alive(process: int) -> bool:
    try:
        return "zombie" not in Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return False


def test_workers_end_with_their_killed_driver_and_the_next_run_finds_the_lock_free(tmp_path, source):
    output = tmp_path / "dist"
    with subprocess.Popen(command(source, "-o", output, "--jobs", "2"), stdout=-3, stderr=-3) as run:
        until(lambda: len(workers(run.pid)) == 2)
        pids = workers(run.pid)
        run.kill()

    after = batch(source, "-o", output)
    assert after.returncode == 0, after.stderr
    assert not any(map(alive, pids))
    assert len(hashes(output)) == 160
    assert debris(output) == []


def test_two_runs_at_once_do_not_disturb_each_other(tmp_path, source):
    output = tmp_path / "dist"
    with subprocess.Popen(command(source, "-o", output, "-q"), stdout=-1, stderr=-1) as first:
        until((output / ".newsexport" / "state.db").exists)
        os.kill(first.pid, signal.SIGSTOP)
        second = batch(source, "-o", output)
        os.kill(first.pid, signal.SIGCONT)

    assert second.returncode == 2
    assert f"another batch is writing to {output} (process {first.pid})" in second.stderr
    assert first.returncode == 0
    assert len(hashes(output)) == 160


def test_a_full_disk_is_said_and_the_next_run_completes(tmp_path, source):
    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (6_000, 6_000))

    output = tmp_path / "dist"
    whole = hashes_of_a_quiet_run(tmp_path, source)
    batch("nothing", "-o", output)  # the state file is there before the disk is full
    full = batch(source, "-o", output, "--jobs", "1", preexec_fn=small)

    assert full.returncode in {1, 2}
    assert "Traceback" not in full.stderr
    assert "File too large" in full.stderr or "disk" in full.stderr
    assert debris(output) == []
    assert hashes(output).items() <= whole.items()

    assert batch(source, "-o", output).returncode == 0
    assert hashes(output) == whole


def hashes_of_a_quiet_run(tmp_path: Path, source: Path) -> dict[str, str]:
    batch(source, "-o", tmp_path / "quiet", "--jobs", "1").check_returncode()
    return hashes(tmp_path / "quiet")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_small_disk_that_fills_up(tmp_path, source):
    output = tmp_path / "dist"
    output.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "none", output], check=False, stderr=-3)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        full = batch(source, "-o", output, "--jobs", "2")
        assert full.returncode in {1, 2}
        assert "Traceback" not in full.stderr
        assert debris(output) == []
        subprocess.run(["mount", "-o", "remount,size=50m", output], check=True)
        assert batch(source, "-o", output).returncode == 0
        assert hashes(output) == hashes_of_a_quiet_run(tmp_path, source)
    finally:
        subprocess.run(["umount", output], check=True)


def powerless() -> None:
    """Take from root what lets it pass every permission."""
    if os.geteuid() == 0:
        for power in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, power, 0, 0, 0)  # PR_CAPBSET_DROP


@pytest.mark.skipif(sys.platform != "linux", reason="permissions are dropped as Linux does it")
def test_missing_permissions_are_said(tmp_path):
    source = articles(tmp_path / "source", 3)
    (source / "000" / "000001.txt").chmod(0)
    (tmp_path / "locked").mkdir(mode=0o555)

    locked = batch(source, "-o", tmp_path / "locked" / "dist", preexec_fn=powerless)
    assert (locked.returncode, locked.stderr.count("error: ")) == (2, 1)
    assert "Permission denied" in locked.stderr

    some = batch(source, "-o", tmp_path / "open" / "dist", preexec_fn=powerless)
    assert some.returncode == 1
    assert "000001.txt: this file may not be read" in some.stderr
    assert len(hashes(tmp_path / "open" / "dist")) == 8


def test_a_closed_standard_output_stops_nothing(tmp_path, source):
    output = tmp_path / "dist"
    words = " ".join(f"'{word}'" for word in command(source, "-o", output))
    closed = subprocess.run(["sh", "-c", f"{words} >&-"], check=False, capture_output=True, text=True)

    assert "Traceback" not in closed.stderr
    assert len(hashes(output)) == 160


def test_a_clock_that_jumps_changes_nothing(tmp_path, source):
    output = tmp_path / "dist"
    batch(source, "-o", output).check_returncode()
    for number, path in enumerate(sorted(source.rglob("*.txt"))):
        os.utime(path, (10**9, 10**9) if number % 2 else (4 * 10**9, 4 * 10**9))
    for path in output.rglob("*.txt"):
        os.utime(path, (0, 0))

    assert batch(source, "-o", output).stdout.startswith("0 written, 160 unchanged, 0 failed")


def test_a_change_that_keeps_size_and_time_is_seen(tmp_path, source):
    output = tmp_path / "dist"
    batch(source, "-o", output).check_returncode()
    path = source / "000" / "000007.txt"
    old, times = path.read_text(encoding="utf-8"), path.stat()
    path.write_text(old.replace("part 7", "part 8"), encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert batch(source, "-o", output).stdout.startswith("4 written, 156 unchanged, 0 failed")
