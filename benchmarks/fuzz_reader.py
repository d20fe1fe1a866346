"""Coverage-guided fuzzing of the reader: `python benchmarks/fuzz_reader.py [--runs 100000] [--seconds 1800] [--findings FOLDER]`.

Needs atheris (`pip install atheris`). The seeds are our samples and test exports; inputs are mutated byte by byte and line by
line. Each input must be read or refused with a SourceError, within a second, without a character lost or invented, and what is
read must survive its own JSON. What does not is written to the findings folder, once for each place in the code, and
belongs, made small, into tests/reader/findings. Prints how many inputs ran and what they found; exits with 1 for findings.
"""

from __future__ import annotations

import argparse
import json
import time

import atheris
from _fuzzing import SlowError, fuzz

with atheris.instrument_imports(include=["newsexport"]):
    from newsexport import reader
    from newsexport.codec import decode_edition, edition_data
    from newsexport.errors import SourceError
    from newsexport.model import Edition

SLOW = 1.0  # CPU seconds


class LostError(AssertionError):
    """A character of the source is nowhere, or one is somewhere that the source has not."""


class ChangedError(AssertionError):
    """The JSON of an article is another article."""


def check(data: bytes) -> str:
    """Put one input through the reader; what became of it; anything wrong is raised."""
    start = time.process_time()
    try:
        articles = reader.read_bytes(data, name="fuzz")
    except SourceError:
        return "refused"
    account = reader.account(articles, reader.source_text(data))
    if account.lost or account.invented:
        raise LostError(str(account))
    edition = Edition.of(*articles)
    if decode_edition(json.dumps(edition_data(edition)), name="fuzz").articles != edition.articles:
        raise ChangedError
    if time.process_time() - start > SLOW:
        raise SlowError(f"{time.process_time() - start:.1f} s for {len(data)} bytes")
    return "read"


if __name__ == "__main__":
    fuzz(check, argparse.ArgumentParser(description=__doc__), 100_000)
