"""Signs between numbers and months are no day, whatever they are."""

import pytest

from newsexport.reader._dates import find_date, is_date_line


@pytest.mark.parametrize(
    "text", ["of March - – 06", "-- 20. April", "--- 20 April 2024", "---  1 May 2024", "² May 2024", "May ³ 2024"]
)
def test_a_sign_beside_a_month_is_no_day(text):
    is_date_line(text)
    found = find_date(text, "en")

    assert found is None or found.value in {None, "2024-04-20", "2024-05-01"}
