"""`newsexport plugin new NAME` writes a plugin that exports and passes the conformance suite as it stands."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsexport.errors import OptionError
from newsexport.scaffold import new_plugin


def test_a_new_plugin_passes_its_own_tests(tmp_path):
    new_plugin("plain", tmp_path)

    found = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path / "newsexport-plain",
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )

    assert found.returncode == 0, found.stdout + found.stderr
    assert " passed" in found.stdout


def test_an_existing_folder_is_not_touched(tmp_path):
    first = new_plugin("plain", tmp_path)
    first[0].write_text("mine", encoding="utf-8")

    with pytest.raises(OptionError, match="is there already"):
        new_plugin("plain", tmp_path)
    assert first[0].read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["../x", "Upper", "", "a-b", "1x", "x\n"])
def test_a_name_that_no_command_could_have_is_refused(tmp_path, name):
    with pytest.raises(OptionError, match="cannot be a format's name"):
        new_plugin(name, tmp_path)
    assert list(Path(tmp_path).iterdir()) == []
