"""The example plugin installs, adds its command, and passes the suite that we pass."""

import importlib
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from newsexport import registry
from newsexport.model import Article, Edition, Item, Link, ListBlock, Paragraph, Preformatted, Subheading
from newsexport.style import Style
from newsexport.testing import ExporterConformance

ROOT = Path(__file__).parent.parent
PLUGIN = ROOT / "docs" / "examples" / "newsexport-md"
PROJECT = tomllib.loads((PLUGIN / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def install(folder: Path) -> None:
    """Put the plugin's module and its metadata where an installer would, without a network or a build."""
    (folder / "newsexport_md.py").write_bytes((PLUGIN / "newsexport_md.py").read_bytes())
    info = folder / f"newsexport_md-{PROJECT['version']}.dist-info"
    info.mkdir()
    head = f"Metadata-Version: 2.1\nName: {PROJECT['name']}\nVersion: {PROJECT['version']}\n"
    (info / "METADATA").write_text(head, encoding="utf-8")
    groups = PROJECT["entry-points"].items()
    sections = (
        "\n".join([f"[{group}]", *(f"{name} = {point}" for name, point in found.items())]) for group, found in groups
    )
    (info / "entry_points.txt").write_text("\n".join(sections) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder on the path that holds the installed plugin."""
    folder = tmp_path_factory.mktemp("site")
    install(folder)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    yield folder
    sys.path.remove(str(folder))
    sys.modules.pop("newsexport_md", None)


class TestMarkdown(ExporterConformance):
    """The suite, over the plugin as the registry finds it."""

    @pytest.fixture(autouse=True)
    def _load(self, installed, monkeypatch):
        monkeypatch.setattr(type(self), "exporter", registry.load("md"), raising=False)

    def editions(self):
        return dict(self.corpus)

    def text_of(self, output):
        """The Markdown as a reader sees it: without signs at line starts, without addresses, escapes undone."""
        text = re.sub(r"^(#+|>|-|\d+\.) |^\* \* \*$", "", output.decode(), flags=re.MULTILINE)
        text = re.sub(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)", r"\1", text)
        return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def test_the_example_is_a_page_that_one_can_read_at_once():
    lines = (PLUGIN / "newsexport_md.py").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 30
    assert max(map(len, lines)) <= 120


def test_what_is_special_in_markdown_is_escaped_and_marks_become_links(installed):
    link = Link(4, 8, "https://quay.example/lamps_and_oil")
    article = Article(
        headline="5 * 3 < 20",
        blocks=(
            Paragraph("See them", (link,)),
            Paragraph("1. no list"),
            Subheading("# no heading"),
            ListBlock((Item("a"), Item("b")), ordered=True, first=3),
            Preformatted("a *b*\n  c"),
        ),
    )
    exporter = registry.load("md")
    shown = exporter.write(Edition.of(article), Style(), exporter.options()).decode()

    assert shown == (
        "# 5 \\* 3 \\< 20\n\n1 min read\n\nSee [them](<https://quay.example/lamps_and_oil>)\n\n1\\. no list\n\n"
        "## \\# no heading\n\n3. a\n\n3. b\n\n    a *b*\n      c\n"
    )


def test_installing_it_adds_the_command(installed, tmp_path):
    (tmp_path / "tide.txt").write_text("Tide turns\n\nThe tide turned on Monday.\n", encoding="utf-8")
    paths = os.pathsep.join(map(str, filter(None, [installed, *sys.path])))
    done = subprocess.run(
        [sys.executable, "-m", "newsexport", "md", "tide.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / done.stdout.strip()).read_text(encoding="utf-8").startswith("# Tide turns\n")
