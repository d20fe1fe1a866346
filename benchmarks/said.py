"""What a reader of each file finds of what its article says: `python benchmarks/said.py FILE-OR-FOLDER... [--style NAME]`.

Every article is exported in every format and read back by a tool that is not ours: PDF by `pdfinfo -struct-text`
(poppler), DOCX and EPUB by pandoc (PyPI `pypandoc_binary`), TXT as it is. Prints, by language and format, the share of
the strings of `said(article)` that are found, each after the one before it; white space, case and invisible characters
do not count. Losses are listed with `--lost`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import warnings
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from newsexport import reader, registry
from newsexport import style as styles
from newsexport.errors import NewsexportError
from newsexport.exporter import said
from newsexport.model import Edition
from newsexport.testing import letters

FORMATS = ("pdf", "docx", "epub", "txt")
_QUOTED = re.compile(r'^ *"(.*)"$', re.MULTILINE)
# pandoc writes three dots and straight marks in plain text only where the document has them; it drops soft hyphens.
_PANDOC = ["-t", "plain", "--wrap=none"]


def read_back(name: str, file: Path) -> str:
    """The text that a foreign reader finds in a file."""
    if name == "txt":
        return re.sub("^ *[┃│]", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)  # bars beside quotations
    if name == "pdf":
        shown = subprocess.run(["pdfinfo", "-enc", "UTF-8", "-struct-text", file], capture_output=True, check=True)
        return "".join(_QUOTED.findall(shown.stdout.decode("utf-8", "replace")))
    import pypandoc

    command = [pypandoc.get_pandoc_path(), "-f", name, *_PANDOC, str(file)]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def missing(strings: list[str], text: str) -> list[str]:
    """The strings that do not stand in the text after the one before."""
    place, gone = 0, []
    for string in strings:
        found = text.find(wanted := letters(string), place)
        if found < 0:
            gone.append(string)
        else:
            place = found + len(wanted)
    return gone


def articles(paths: list[Path]) -> Iterator[tuple[Path, Edition]]:
    files = [file for path in paths for file in (sorted(path.rglob("*.*")) if path.is_dir() else [path])]
    for file in files:
        try:
            yield file, Edition.of(*reader.read(file))
        except NewsexportError as error:
            print(error, file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--style", default="briefing")
    parser.add_argument("--lost", action="store_true", help="print each string that is not found")
    given = parser.parse_args()
    style = styles.load(given.style)
    table: dict[str, dict[str, list[int]]] = defaultdict(lambda: {name: [0, 0] for name in FORMATS})
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        for file, edition in articles(given.paths):
            strings = [string for article in edition.articles for string in said(article) if letters(string)]
            language = (edition.articles[0].language or "?").partition("-")[0]
            for name in FORMATS:
                exporter = registry.load(name)
                made = Path(folder) / f"a{exporter.extension}"
                made.write_bytes(exporter.write(edition, style, exporter.options()))
                gone = missing(strings, letters(read_back(name, made)))
                for row in (table[language][name], table["all"][name]):
                    row[0] += len(strings) - len(gone)
                    row[1] += len(strings)
                if given.lost:
                    print(
                        *(f"{file.name} {name}: {string[:150]!r}" for string in gone), sep="\n", end="\n" * bool(gone)
                    )
    print("language  " + "".join(f"{name:>22}" for name in FORMATS))
    for language, row in sorted(table.items(), key=lambda item: (item[0] == "all", item[0])):
        cells = "".join(f"{found:>9}/{total}={found / max(total, 1):.4f}".rjust(22) for found, total in row.values())
        print(f"{language:<10}{cells}")


if __name__ == "__main__":
    main()
