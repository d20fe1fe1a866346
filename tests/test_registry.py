"""Exporters are found by entry point; a broken one never hides others."""

import importlib
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from newsexport import registry
from newsexport.errors import PluginError

GOOD = """
from newsexport.exporter import Exporter
exporter = Exporter(extension=".good", summary="Good.", write=lambda edition, style, options: b"good")
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a package with one entry point on the path, as an installer would."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def put(package: str, name: str, module: str, code: str) -> None:
        (tmp_path / f"{module}.py").write_text(code, encoding="utf-8")
        info = tmp_path / f"{package.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[{registry.GROUP}]\n{name} = {module}:exporter\n", encoding="utf-8")
        importlib.invalidate_caches()

    yield put
    for module in [name for name in sys.modules if name.startswith("ne_test_")]:
        del sys.modules[module]


def test_the_static_table_is_what_the_installed_entry_points_say():
    installed = {
        point.name: point.value for point in entry_points(group=registry.GROUP) if point.dist.name == "newsexport"
    }
    assert installed == registry.BUILT_IN


def test_the_static_table_is_what_pyproject_says():
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["entry-points"][registry.GROUP] == registry.BUILT_IN


@pytest.mark.parametrize("name", list(registry.BUILT_IN))
def test_every_built_in_loads_and_has_the_ending_of_its_name(name):
    assert registry.load(name).extension == f".{name}"


def test_a_plugin_is_found_and_loaded_by_name(install):
    install("ne-good", "good", "ne_test_good", GOOD)

    assert "good" in registry.names()
    assert registry.load("good").write(None, None, None) == b"good"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("import no_such_module_at_all", "ModuleNotFoundError"),
        ("def (", "SyntaxError"),
        ("", "AttributeError"),
        ("exporter = 7", "is a int, not an Exporter"),
    ],
)
def test_a_broken_plugin_is_an_error_only_when_it_is_asked_for(install, code, said):
    install("ne-broken", "broken", "ne_test_broken", code)
    install("ne-good", "good", "ne_test_good", GOOD)

    assert registry.load("good")
    with pytest.raises(PluginError) as caught:
        registry.load("broken")
    assert said in str(caught.value)
    assert "ne-broken" in str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_signal_that_comes_while_a_format_is_loaded_ends_the_run(install):
    install("ne-slow", "slow", "ne_test_slow", "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)")
    code = (
        "import sys; from newsexport import cli, registry; from newsexport.cli import _terminal\n"
        f"sys.path[:0] = {sys.path!r}; _terminal.prepare(); registry.load('slow')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (143, "")


def test_of_two_packages_with_one_name_neither_wins(install):
    install("ne-one", "twice", "ne_test_one", GOOD)
    install("ne-two", "twice", "ne_test_two", GOOD)

    with pytest.raises(PluginError, match="offered by ne-one and ne-two"):
        registry.load("twice")


def test_a_built_in_wins_over_a_plugin_of_its_name(install):
    install("ne-thief", "txt", "ne_test_thief", GOOD)

    assert registry.load("txt").extension == ".txt"
    assert registry.names().count("txt") == 1


@pytest.mark.parametrize("name", ["../../x", "\x1b[31mred", "Upper", "a b", "x" * 33])
def test_a_name_that_no_command_could_have_is_left_out(install, name):
    install("ne-odd", name, "ne_test_odd", GOOD)

    assert name not in registry.names()


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(PluginError, match="known formats: pdf, docx, epub, txt, json"):
        registry.load("pfd")
