"""A new exporter plugin: a folder that installs, exports and tests at once."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

from newsexport.errors import OptionError

_NAME = re.compile(r"[a-z][a-z0-9]{0,31}\Z")

_PYPROJECT = Template("""[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "newsexport-$name"
version = "0.1.0"
description = "newsexport $name: one more format for newsexport."
requires-python = ">=3.11"
dependencies = ["newsexport>=0.1,<1"]

[project.optional-dependencies]
test = ["newsexport[test]"]

[project.entry-points."newsexport.exporters"]
$name = "newsexport_$name:exporter"

[tool.hatch.build.targets.wheel]
only-include = ["newsexport_$name.py"]
""")

_MODULE = Template('''"""newsexport $name: editions as .$name files."""

from newsexport.exporter import Edition, Exporter, Line, NoOptions, Part, Style, story
from newsexport.model import texts


def write(edition: Edition, style: Style, options: NoOptions) -> bytes:
    """The edition as a .$name file; pure: no clock, no disk, no print."""
    articles = ("\\n\\n".join(map(shown, story(article))) for article in edition.articles)
    return "\\n\\n\\n".join(articles).encode("utf-8", "replace") + b"\\n"


def shown(part: Part) -> str:
    """One part of an article: a line of its front or back matter, or a block of its body."""
    if isinstance(part, Line):
        return part.text
    return "\\n".join(text for text, _ in texts(part))


exporter = Exporter(extension=".$name", summary="A $name file.", write=write)
''')

_TEST = Template('''"""The promises of every newsexport format, held to this one."""

from newsexport.testing import ExporterConformance
from newsexport_$name import exporter


class TestConformance(ExporterConformance):
    """Everything is said, in order; nothing is touched; the same bytes everywhere; losses are warned."""

    exporter = exporter

    def text_of(self, output: bytes) -> str:
        """Read the format back: what a reader of the file sees."""
        return output.decode()
''')

_README = Template("""# newsexport-$name

    pip install -e '.[test]'
    newsexport $name article.txt
    pytest
""")


def new_plugin(name: str, folder: Path) -> list[Path]:
    """The files of a new plugin `newsexport-NAME`, written under `folder`; OptionError where it stands already."""
    if not _NAME.match(name):
        raise OptionError(
            f"{name!r} cannot be a format's name", hint="use lower-case letters and digits, such as 'rtf'"
        )
    home = folder / f"newsexport-{name}"
    try:
        home.mkdir(parents=True)
    except FileExistsError:
        raise OptionError("is there already", path=home, hint="choose another name or folder") from None
    files = {
        "pyproject.toml": _PYPROJECT,
        f"newsexport_{name}.py": _MODULE,
        f"test_newsexport_{name}.py": _TEST,
        "README.md": _README,
    }
    for file, template in files.items():
        (home / file).write_text(template.substitute(name=name), encoding="utf-8")
    return [home / file for file in files]
