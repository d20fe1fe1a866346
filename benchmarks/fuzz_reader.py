"""Coverage-guided fuzzing of the reader: `python benchmarks/fuzz_reader.py [--runs 100000] [--seconds 1800] [--findings FOLDER]`.

Needs atheris (`pip install atheris`). The seeds are our samples and test exports; inputs are mutated byte by byte and line by
line. Each input must be read or refused with a SourceError, within a second, without a character lost or invented, and what is
read must survive its own JSON. What does not is written to the findings folder, once for each place in the code, and
belongs, made small, into tests/reader/findings. Prints how many inputs ran and what they found; exits with 1 for findings.
"""

from __future__ import annotations

import argparse
import json

import atheris
from _fuzzing import checked, fuzz

with atheris.instrument_imports(include=["newsexport"]):
    from newsexport import reader
    from newsexport.codec import decode_edition, edition_data
    from newsexport.model import Article, Edition

SLOW = 1.0  # CPU seconds


class LostError(AssertionError):
    """A character of the source is nowhere, or one is somewhere that the source has not."""


class ChangedError(AssertionError):
    """The JSON of an article is another article."""


def judged(data: bytes, articles: list[Article]) -> str:
    """The account of every character, and the way through JSON and back; anything wrong is raised."""
    account = reader.account(articles, reader.source_text(data))
    if account.lost or account.invented:
        raise LostError(str(account))
    edition = Edition.of(*articles)
    if decode_edition(json.dumps(edition_data(edition)), name="fuzz").articles != edition.articles:
        raise ChangedError
    return "read"


if __name__ == "__main__":
    fuzz(checked(judged, SLOW), argparse.ArgumentParser(description=__doc__), 100_000)
