"""The peers: pandoc (PyPI `pypandoc_binary`), typst (PyPI `typst`), LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
HOME = HERE.parent / "build" / "peers"
PYTHON = str(HOME / "bin" / "python")
PANDOC = {"docx": "docx", "epub": "epub", "txt": "plain"}
FONTS = {"typst": "system", "typst, no system fonts": "own"}
_ONE = """import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], ignore_system_fonts=sys.argv[3] == "own")"""


def install() -> None:
    """Put the peers into a virtual environment of their own."""
    subprocess.run([sys.executable, "-m", "venv", HOME], check=True)
    subprocess.run([HOME / "bin" / "pip", "install", "-q", "pypandoc_binary", "typst"], check=True)


def pandoc() -> str | None:
    """The pandoc program inside the peers' environment."""
    found = sorted(HOME.glob("lib/*/site-packages/pypandoc/files/pandoc*"))
    return str(found[0]) if found else None


def versions() -> str:
    """What the peers are, and how many fonts typst finds, on which its start depends."""
    program = pandoc()
    if not program:
        return "no peers: --install puts them into build/peers"
    found = sorted(path.name.removesuffix(".dist-info") for path in HOME.glob("lib/*/site-packages/typst-*.dist-info"))
    said = [subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]]
    fonts = shutil.which("fc-list")
    if fonts:
        listed = subprocess.run([fonts], capture_output=True, text=True, check=True).stdout
        said.append(f"{len(listed.splitlines())} system fonts")
    return ", ".join([*said, *found])


def single(markdown: Path, out: Path) -> dict[tuple[str, str], list[str]]:
    """The whole process that makes one article, by format and peer."""
    program = pandoc()
    if not program:
        return {}
    found = {
        (name, "pandoc"): [program, str(markdown), "-f", "markdown", "-s", "-t", writer, "-o", str(out / f"p.{name}")]
        for name, writer in PANDOC.items()
    }
    chain = f'"{program}" "$1" -f markdown -s -t typst -o "$2" && "{PYTHON}" -c "$4" "$2" "$3" "$5"'
    for peer, fonts in FONTS.items():
        paths = [str(markdown), str(out / "p.typ"), str(out / "p.pdf")]
        found["pdf", f"pandoc + {peer}"] = ["/bin/sh", "-c", chain, "sh", *paths, _ONE, fonts]
    return found


def batch(markdown: Path, data: Path, out: Path, *, few: bool) -> dict[tuple[str, str], list[str]]:
    """One process that makes all articles, by format and peer; it prints the CPU milliseconds of its loop.

    LibreOffice opens every file before it writes the first, so that it takes part among `few` only.
    """
    program = pandoc()
    if not program:
        return {}
    found = {
        (name, "pandoc lua"): [program, "lua", str(HERE / "_pandoc.lua"), writer, str(markdown), str(out)]
        for name, writer in PANDOC.items()
    }
    for peer, fonts in FONTS.items():
        found["pdf", peer] = [PYTHON, str(HERE / "_typst.py"), str(data), str(out), fonts]
    if few and (office := shutil.which("soffice")):
        profile = f"-env:UserInstallation=file://{out}/profile"
        found["docx", "LibreOffice"] = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(out)]
    return found
