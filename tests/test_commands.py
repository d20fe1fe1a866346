"""Plays the console sessions of tests/commands/*.md and of the README, each file in a folder of its own."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.sessions import play, steps

HERE = Path(__file__).parent
SESSIONS = sorted((HERE / "commands").glob("*.md"))
README = HERE.parent / "README.md"


@pytest.fixture
def desk(tmp_path):
    """A newsroom's folder with our samples in it."""
    shutil.copytree(HERE.parent / "source", tmp_path / "source")
    return tmp_path


def environ() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("NEWSEXPORT_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return kept | {"PATH": path, "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "COLUMNS": "100", "PYTHONWARNINGS": "error"}


@pytest.mark.parametrize("session", SESSIONS, ids=lambda path: path.stem)
def test_a_session_prints_what_it_says(session, desk):
    for step in steps(session.read_text(encoding="utf-8")):
        play(step, desk, environ())


def test_the_readme_is_true(desk):
    text = README.read_text(encoding="utf-8")
    for name, content in re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", text, re.DOTALL):
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / name).write_text(content, encoding="utf-8")
    sessions = re.findall(r"<!-- session -->\n(```console\n.*?```)", text, re.DOTALL)
    assert len(sessions) >= 2
    for step in steps("\n".join(sessions)):
        play(step, desk, environ())


def test_the_readmes_plugin_is_a_whole_exporter():
    from newsexport.model import Article, Edition, Paragraph
    from newsexport.style import Style

    code = re.search(r"<!-- plugin -->\n```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)[1]
    names = {}
    exec(code, names)  # noqa: S102 - it is our own README
    exporter = names["exporter"]
    edition = Edition.of(Article(headline="Bridge opens", blocks=(Paragraph("At last."),)))
    assert exporter.write(edition, Style(), exporter.options()).decode() == "Bridge opens\n\n1 min read\n\nAt last."
