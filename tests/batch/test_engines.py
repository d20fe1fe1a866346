"""The same bytes whoever does the work: here, processes, threads, loky, Dask, somebody else's executor."""

import gc
import importlib.util
import json
import os
import pickle
import subprocess
import sys
import tomllib
from concurrent.futures import Executor, Future
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest

from newsexport.batch import _work, engines
from newsexport.batch._drive import Driver
from newsexport.batch._work import packed
from newsexport.errors import PluginError
from tests.batch.faults import articles, batch, hashes
from tests.batch.plugins import install

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """A folder of articles, and what one process makes of it."""
    desk = tmp_path_factory.mktemp("desk")
    source = articles(desk / "source", 30)
    batch(source, "-o", desk / "dist", "--jobs", "1").check_returncode()
    return source, hashes(desk / "dist")


@pytest.mark.parametrize("engine", ["process", "thread", "loky", "dask"])
def test_every_engine_writes_the_same_bytes(tmp_path, done, engine):
    needed = {"loky": "loky", "dask": "distributed"}.get(engine)
    if needed and not importlib.util.find_spec(needed):
        pytest.skip(f"{needed} is not installed")
    source, wanted = done
    said = batch(source, "-o", tmp_path / "dist", "--engine", engine, "--jobs", "2")

    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.startswith("120 written, 0 unchanged, 0 failed")
    assert hashes(tmp_path / "dist") == wanted


def test_dask_works_by_an_address(tmp_path, done):
    distributed = pytest.importorskip("distributed")
    source, wanted = done
    script = (
        "from distributed import LocalCluster\nimport sys\n"
        "with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:\n"
        "    print(cluster.scheduler_address, flush=True)\n    sys.stdin.read()\n"
    )
    guard = f"if __name__ == '__main__':\n    {script.replace(chr(10), chr(10) + '    ')}"
    (tmp_path / "cluster.py").write_text(guard, encoding="utf-8")
    words = [sys.executable, str(tmp_path / "cluster.py")]
    with subprocess.Popen(words, stdin=-1, stdout=-1, stderr=-3, text=True) as cluster:
        address = cluster.stdout.readline().strip()
        said = batch(source, "-o", tmp_path / "dist", "--engine", f"dask:{address}")
        cluster.stdin.close()

    assert distributed
    assert said.returncode == 0, said.stderr
    assert hashes(tmp_path / "dist") == wanted


def test_an_engine_of_somebody_else_is_found_by_its_entry_point(tmp_path, done):
    source, wanted = done
    environ = install(tmp_path / "installed")
    said = batch(source, "-o", tmp_path / "dist", "--engine", "theirs:somewhere", "-j", "3", env=environ)

    assert (said.returncode, said.stderr) == (0, "engine somewhere 3\n")
    assert hashes(tmp_path / "dist") == wanted


def test_the_static_table_is_what_pyproject_says():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["entry-points"][engines.GROUP] == engines.BUILT_IN


def test_an_engine_that_cannot_start_is_one_line():
    def refuses(argument, workers):
        raise ConnectionError("nobody there")

    wanted = "the engine cannot start: ConnectionError: nobody there"
    with pytest.raises(PluginError, match=wanted), engines.started(refuses, "", 1):
        pass


def test_output_to_an_address_and_back(tmp_path, done):
    pytest.importorskip("fsspec")
    source, wanted = done
    environ = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")}
    address = f"file://{tmp_path}/far"
    said = batch(f"file://{source}", "-o", address, env=environ)

    assert said.returncode == 0, said.stderr
    assert hashes(tmp_path / "far") == wanted
    assert batch(f"file://{source}", "-o", address, env=environ).stdout.startswith("0 written, 120 unchanged")
    check = [sys.executable, "-m", "newsexport", "verify", address]
    verified = subprocess.run(check, env=environ, capture_output=True, text=True, check=False)
    assert verified.stdout == "120 whole, 0 missing, 0 changed\n"


def test_a_report_follows_its_schema(tmp_path, done):
    source, wanted = done
    (source / "000" / "empty.txt").touch()
    batch(source, "-o", tmp_path / "dist", "--report", tmp_path / "report.json")
    (source / "000" / "empty.txt").unlink()
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "docs" / "batch-report.schema.json").read_text(encoding="utf-8"))

    jsonschema.validate(report, schema)
    assert {job["output"]: job["sha256"] for job in report["jobs"] if job["status"] == "written"} == wanted
    assert report["summary"]["written"] == 120
    assert report["summary"]["failed"] == 1
    assert report["complete"] is True


class Lazy(Executor):
    """Does the work when it is asked, and counts how much lies on its desk."""

    def __init__(self):
        self.most = self.waiting = 0

    def submit(self, work, /, *words, **more):
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        future = Future()
        future.set_result(work(*words))
        self.waiting -= 1
        return future


def test_tasks_are_taken_as_they_are_needed_and_chunks_grow():
    taken, chunks = [], []

    def tasks():
        for number in range(5000):
            taken.append(number)
            yield number

    def work(chunk):
        chunks.append(len(chunk))
        assert len(taken) - sum(chunks) <= 2 * max(chunks)
        return chunk

    driver = Driver(work, weigh=lambda task: 0, submitted=lambda: None, stopped=lambda: False)
    found = [task for task, result in driver.spread(tasks(), Lazy, 2) if task == result]

    assert sorted(found) == list(range(5000))
    assert chunks[0] == 2
    assert max(chunks) == 250
    assert chunks[-1] == 1


def test_a_style_is_unpacked_once_a_process_however_many_chunks_bring_it():
    setup = ("a house style", 11)
    data = packed(setup)

    assert _work._unpacked(data) is setup
    again = pickle.dumps(("another", 12))
    assert _work._unpacked(again) is _work._unpacked(bytes(bytearray(again)))


def test_what_is_planned_ahead_weighs_no_more_than_a_chunk():
    taken = []

    def tasks():
        for number in range(100):
            taken.append(number)
            yield number

    def work(chunk):
        assert len(taken) - sum(chunks) <= 6
        chunks.append(len(chunk))
        return chunk

    chunks = []
    driver = Driver(work, weigh=lambda task: 1_500_000, submitted=lambda: None, stopped=lambda: False)
    assert len(list(driver.spread(tasks(), Lazy, 2))) == 100


def test_a_chunk_that_would_weigh_too_much_is_cut():
    chunks = []

    def work(chunk):
        chunks.append(len(chunk))
        return chunk

    driver = Driver(work, weigh=lambda task: 1_500_000, submitted=lambda: None, stopped=lambda: False)
    assert len(list(driver.spread(iter(range(100)), Lazy, 1))) == 100
    assert max(chunks) <= 3


def test_a_worker_seldom_looks_for_garbage_and_leaves_the_collector_as_it_was(monkeypatch):
    usual, seen = gc.get_threshold(), []
    monkeypatch.setattr(_work, "_unpacked", lambda _data: SimpleNamespace(formats=()))
    monkeypatch.setattr(_work, "_timed", lambda _setup, _task: seen.append(gc.get_threshold()))
    _work.fulfil(b"", [None])
    assert seen[0] > usual
    assert gc.get_threshold() == usual
    monkeypatch.delattr(_work, "_timed")
    with pytest.raises(NameError):
        _work.fulfil(b"", [None])
    assert gc.get_threshold() == usual
