"""What fuzzing found (benchmarks/fuzz_reader.py), made small: read without a crash, and nothing lost."""

from pathlib import Path

import pytest

from newsexport import reader

FINDINGS = sorted((Path(__file__).parent / "findings").iterdir())


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda path: path.stem)
def test_a_finding_is_read_and_nothing_of_it_is_lost(finding: Path) -> None:
    data = finding.read_bytes()
    account = reader.account(reader.read_bytes(data), reader.source_text(data))
    assert (account.lost, account.invented) == (0, 0)
