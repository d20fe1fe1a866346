"""Coverage-guided fuzzing of everything: `python benchmarks/fuzz_exports.py [--runs 5000] [--samples FOLDER]`.

Needs atheris (`pip install atheris`). Each input is read, understood, and written as a briefing in every format, twice: the
same bytes each time, all that the article says in its order in TXT, DOCX and EPUB, the same articles in the JSON, within three
seconds. Every fiftieth input and its outputs are kept in the samples folder, for the judges (veraPDF, EPUBCheck, the Open
XML SDK) and for `benchmarks/said.py`. Findings are kept as by benchmarks/fuzz_reader.py.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

import atheris
from _fuzzing import checked, fuzz

with atheris.instrument_imports(include=["newsexport"]):
    from newsexport import briefing, registry
    from newsexport.codec import decode_edition
    from newsexport.model import Article, Edition
    from newsexport.style import load
    from newsexport.testing import letters

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.test_conformance import TestDocx, TestEpub, TestTxt

SAMPLES: Path | None = None
SLOW = 3.0  # CPU seconds
ONE_OF = 50
STYLE = load("briefing")
EXPORTERS = {name: registry.load(name) for name in registry.BUILT_IN}
HELD = {"txt": TestTxt(), "docx": TestDocx(), "epub": TestEpub()}


class LostError(AssertionError):
    """Something that the article says is not in an output."""


class ChangedError(AssertionError):
    """The same edition gave other bytes, or the JSON holds another edition."""


def judged(data: bytes, articles: list[Article]) -> str:
    """What every exporter makes of the articles as briefings, twice; anything wrong is raised."""
    edition = Edition.of(*(briefing.view(article, "briefing") for article in articles))
    outputs = {name: written(name, edition) for name in EXPORTERS}
    judge(edition, outputs)
    keep(data, outputs)
    return "written"


def written(name: str, edition: Edition) -> bytes:
    exporter = EXPORTERS[name]
    first, second = (exporter.write(edition, STYLE, exporter.options()) for _ in range(2))
    if first != second:
        raise ChangedError(name)
    return first


def judge(edition: Edition, outputs: dict[str, bytes]) -> None:
    """What a judge of each format would see at once."""
    if decode_edition(outputs["json"].decode(), name="fuzz").articles != edition.articles:
        raise ChangedError("json")
    for name, exporter in HELD.items():
        lost = exporter.lost(edition, outputs[name])
        if name == "txt" and lost:  # reading back drops addresses in <>, which may be words of the article
            whole = letters(outputs[name].decode())
            lost = [string for string in lost if letters(string) not in whole]
        if lost:
            raise LostError(f"{name}: {lost[:3]}")
    assert outputs["pdf"].startswith(b"%PDF-")
    assert outputs["pdf"].rstrip().endswith(b"%%EOF")


def keep(data: bytes, outputs: dict[str, bytes]) -> None:
    """Keep every so manieth input with its outputs."""
    name = hashlib.sha256(data).hexdigest()
    if SAMPLES and int(name, 16) % ONE_OF == 0:
        SAMPLES.mkdir(parents=True, exist_ok=True)
        for extension, output in (*outputs.items(), ("input", data)):
            (SAMPLES / f"{name[:12]}.{extension}").write_bytes(output)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--samples", type=Path)
    SAMPLES = arguments.parse_known_args(sys.argv)[0].samples
    fuzz(checked(judged, SLOW), arguments, 5000)
