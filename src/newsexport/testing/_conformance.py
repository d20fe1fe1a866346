"""What every exporter is held to. Subclass it, say how to read your format back, run pytest."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
import unicodedata
import warnings
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

import pytest

from newsexport import style as styles
from newsexport.exporter import Edition, Exporter, ExportWarning, Style, said
from newsexport.options import click_options
from newsexport.testing import _elsewhere
from newsexport.testing._corpus import CORPUS

_PLACES = (
    {"TZ": "EAST-14", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
    {"TZ": "WEST+12", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"},  # always another day than in the first
)


class ExporterConformance:
    """The tests of one exporter: set `exporter`, write `text_of`.

    `complete` says that the format can hold every text; where it cannot, set it to False, and a loss needs an
    ExportWarning. `corpus` may be extended with editions of your own: `corpus = CORPUS | {"mine": edition}`.
    """

    exporter: ClassVar[Exporter[Any]]
    complete: ClassVar[bool] = True
    corpus: ClassVar[Mapping[str, Edition]] = CORPUS
    apart: ClassVar[float] = 2.1  # seconds between the two processes: the times in a zip file go in steps of two

    def text_of(self, output: bytes) -> str:
        """The text that a reader of the file finds, in order: headings, body, lists; without the file's own syntax."""
        raise NotImplementedError("say how to read your format back")

    def find(self, wanted: str, text: str, start: int) -> int:
        """Where `wanted` ends in `text` at or after `start`, -1 where it is not; both are `letters()`.

        Override it only where reading back reorders what the file holds in order.
        """
        place = text.find(wanted, start)
        return place + len(wanted) if place >= 0 else -1

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """One test for each edition of the corpus."""
        if "edition_name" in metafunc.fixturenames:
            metafunc.parametrize("edition_name", list(self.editions()))

    def editions(self) -> dict[str, Edition]:
        """The editions that the format can hold."""
        return {
            name: edition
            for name, edition in self.corpus.items()
            if self.exporter.bundles or len(edition.articles) == 1
        }

    # ------------------------------------------------------------------ the claims

    def test_everything_is_said_in_order(self, edition_name: str) -> None:
        """Each string of `said(article)` is in the output, after the one before it. White space does not count."""
        output, warned = self.written(edition_name)
        lost = self.lost(self.corpus[edition_name], output)
        assert not lost or (warned and not self.complete), "\n".join(
            [f"{edition_name}: not said, or not in order:", *map(ascii, lost), "warned:", *warned]
        )

    @pytest.mark.parametrize("name", ["briefing", "broadsheet", "large-print"])
    def test_everything_is_said_in_every_house_style(self, name: str) -> None:
        """No house style leaves anything out."""
        output, warned = self.written("every block", styles.load(name))
        lost = self.lost(self.corpus["every block"], output)
        assert not lost or (warned and not self.complete), lost

    def test_the_same_bytes_elsewhere_and_nothing_touched(self, tmp_path: Path) -> None:
        """Two processes of another time zone, day, locale and hash seed write the same; no file, output or network."""
        began = time.monotonic()
        first = self.written_elsewhere(_PLACES[0], tmp_path)
        time.sleep(max(0.0, self.apart - (time.monotonic() - began)))
        second = self.written_elsewhere(_PLACES[1], tmp_path)
        differing = [name for name in first[0] if first[0][name] != second[0][name]]
        assert not differing, f"other bytes in another process, time zone, second or hash seed: {differing}"
        for _, touched, printed in (first, second):
            assert not touched, "a writer is pure, but this one did:\n" + "\n".join(touched)
            assert not printed, f"a writer prints nothing, but this one said:\n{printed}"

    def test_the_exporter_describes_itself(self) -> None:
        """Options are a frozen dataclass whose every field has a default and a line of help."""
        kind = self.exporter.options
        assert isinstance(self.exporter, Exporter)
        assert is_dataclass(kind), "options are a dataclass"
        assert kind.__dataclass_params__.frozen, "options are frozen"  # type: ignore[attr-defined]
        assert kind() == kind(), "options can be made without arguments"
        unsaid = [part.name for part in fields(kind) if not part.metadata["help"].strip()]
        assert not unsaid, f"options without help: {unsaid}"
        assert len(click_options(kind)) == len(fields(kind))
        assert self.exporter.summary.strip() == self.exporter.summary

    # ------------------------------------------------------------------ the tools

    def written(self, name: str, style: Style | None = None) -> tuple[bytes, list[str]]:
        """The bytes of one edition, and its ExportWarnings; any other warning is an error."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("error")
            warnings.simplefilter("always", ExportWarning)
            output = self.exporter.write(self.corpus[name], style or Style(), self.exporter.options())
        assert type(output) is bytes
        return output, [str(warning.message) for warning in caught]

    def lost(self, edition: Edition, output: bytes) -> list[str]:
        """What the articles of the edition say that the output does not say in its place."""
        text, place, missing = letters(self.text_of(output)), 0, []
        for string in (string for article in edition.articles for string in said(article)):
            end = self.find(letters(string), text, place)
            if end < 0:  # a lone surrogate may have become "?", as str.encode("utf-8", "replace") writes it
                end = self.find(letters(string.encode("utf-8", "replace").decode()), text, place)
            if end < 0:
                missing.append(string)
            else:
                place = end
        return missing

    def written_elsewhere(self, place: Mapping[str, str], folder: Path) -> tuple[dict[str, bytes], list[str], str]:
        """All editions written by a new process, what it touched, what it printed."""
        answer = folder / place["TZ"]
        asked = pickle.dumps((self.exporter, self.editions(), Style(), str(answer)))
        process = subprocess.run(  # noqa: S603 - our own interpreter, our own script
            [sys.executable, _elsewhere.__file__],
            input=pickle.dumps([str(Path(entry).resolve()) for entry in sys.path]) + asked,
            env={**os.environ, **place},
            cwd=folder,
            capture_output=True,
            check=False,
        )
        printed = (process.stdout + process.stderr).decode("utf-8", "replace")
        assert process.returncode == 0, f"writing in another process failed:\n{printed}"
        outputs, touched = pickle.loads(answer.read_bytes())  # noqa: S301 - just written by our child
        return outputs, touched, printed


def letters(text: str) -> str:
    """The text as it is compared: without white space, controls and invisible format characters, without case, in NFC.

    A house style may set a line in capitals, and a page may break a word; U+FFFD stands for what no format can hold.
    """
    kept = "".join(filter(_counts, unicodedata.normalize("NFC", text)))
    # The Turkish capitals of i and ı are İ and I.
    folded = kept.casefold().replace("i\u0307", "i").replace("ı", "i")
    return unicodedata.normalize("NFC", folded)


@lru_cache(65536)
def _counts(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Cn") and char != "\ufffd"
