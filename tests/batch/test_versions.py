"""What makes an output out of date beside its source: the code that writes it, whether or not its version says so."""

import os
import subprocess
import sys

from newsexport.cli import _versions
from tests.batch.plugins import install


def test_a_plugin_that_was_changed_without_a_new_version_writes_anew(tmp_path):
    environ = install(tmp_path / "installed")
    (tmp_path / "ferry.txt").write_text("Ferry sails\n\nIt did.\n", encoding="utf-8")

    def batch() -> str:
        words = [sys.executable, "-m", "newsexport", "batch", "ferry.txt", "-f", "bad,txt"]
        return subprocess.run(words, cwd=tmp_path, env=environ, capture_output=True, text=True, check=True).stdout

    assert batch().startswith("2 written, 0 unchanged")
    assert batch().startswith("0 written, 2 unchanged")
    plugin = tmp_path / "installed" / "ne_bad.py"
    plugin.write_text(plugin.read_text(encoding="utf-8").replace(".encode()", ".upper().encode()"), encoding="utf-8")
    assert batch().startswith("1 written, 1 unchanged")
    assert (tmp_path / "dist" / "ferry.bad").read_bytes() == b"FERRY SAILS"


def test_code_is_known_by_its_content_not_by_its_times_or_what_is_compiled_of_it(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    package = tmp_path / "ne_paper"
    (package / "inner" / "__pycache__").mkdir(parents=True)
    for name in ("__init__.py", "inner/words.mo", "inner/notes.txt"):
        (package / name).write_text("1", encoding="utf-8")

    def code() -> str:
        _versions.code.cache_clear()
        return _versions.code("ne_paper")

    first = code()
    os.utime(package / "__init__.py", (0, 0))
    (package / "inner" / "__pycache__" / "x.cpython-311.pyc").write_bytes(b"1")
    (package / "inner" / "notes.txt").write_text("2", encoding="utf-8")
    assert code() == first
    seen = {first}
    for name in ("__init__.py", "inner/words.mo", "inner/new.py"):
        (package / name).write_text("3", encoding="utf-8")
        seen.add(code())
    assert len(seen) == 4
    assert _versions.code("ne_no_such_package") == ""


def test_what_reads_pages_and_parts_thai_words_counts_and_what_only_tests_does_not():
    packages = dict(_versions.libraries())
    assert {"reportlab", "lxml", "trafilatura", "budoux"} <= set(packages)
    assert not {"pytest", "ruff", "distributed"} & set(packages)
