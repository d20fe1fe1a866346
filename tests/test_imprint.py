"""What every format says of an edition."""

import uuid
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsexport import imprint
from newsexport.model import Article, Edition, Moment


@pytest.mark.parametrize("words", [(), ("The ferry sails.", "Ä 港 \ud800")])
def test_the_identifier_is_the_uuid_of_the_library(words):
    edition = Edition.of(Article(headline="Ferry sold"))
    name = "newsexport:" + "\x1f".join(("Ferry sold", *words))
    assert imprint.identifier(edition, words) == uuid.uuid5(uuid.NAMESPACE_URL, name.replace("\ud800", "?")).urn


@pytest.mark.parametrize(
    ("stated", "time", "day"),
    [
        ("2024", "2024-01-01T00:00:00Z", "2024"), ("2024-05", "2024-05-01T00:00:00Z", "2024-05"),
        ("2024-02-29", "2024-02-29T00:00:00Z", "2024-02-29"), ("2000-02-29", "2000-02-29T00:00:00Z", "2000-02-29"),
        ("2024-04-30", "2024-04-30T00:00:00Z", "2024-04-30"), ("1601-12-31", "1601-12-31T00:00:00Z", "1601-12-31"),
        ("2024-05-12T01:30:07+02:00", "2024-05-11T23:30:07Z", "2024-05-12"), ("2024-05-12T01:30", "2024-05-12T01:30:00Z", "2024-05-12"),
        ("2023-02-29", None, None), ("1900-02-29", None, None), ("2024-04-31", None, None), ("2024-13-01", None, None),
        ("2024-00-10", None, None), ("2024-05-00", None, None), ("1600-12-31", None, None), ("2024-05-12T25:00", None, None),
        ("2024-05-123", "2024-05-01T00:00:00Z", "2024-05"), ("2024-1", "2024-01-01T00:00:00Z", "2024"), ("20240512", None, None), ("9999-12-31T23:59:59-01:00", None, None), ("soon", None, None), ("", None, None),
    ],
)  # fmt: skip
def test_a_moment_is_its_utc_time_or_the_first_of_its_day_month_or_year(stated, time, day):
    found = imprint.moment(Moment(stated, stated))
    assert (imprint.w3c(found) if found else None, imprint.day(Moment(stated, stated))) == (time, day)


@given(st.dates(date(1601, 1, 1)), st.integers(0, 40))
def test_a_day_is_one_where_the_calendar_of_the_library_has_it(some, day):
    stated = f"{some:%Y-%m}-{day:02}"
    try:
        known = datetime.fromisoformat(stated).timetuple()[:6]
    except ValueError:
        known = None
    assert imprint.moment(Moment(stated, stated)) == known


@pytest.mark.parametrize(
    ("epoch", "time"),
    [("0", (1970, 1, 1, 0, 0, 0)), ("1700000000", (2023, 11, 14, 22, 13, 20)), ("", (2000, 1, 1, 0, 0, 0)), ("-1", (2000, 1, 1, 0, 0, 0)), ("soon", (2000, 1, 1, 0, 0, 0))],
)  # fmt: skip
def test_an_edition_without_a_date_is_of_source_date_epoch(monkeypatch, epoch, time):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    edition = Edition.of(Article(headline="Fog"))
    assert imprint.created(edition) == imprint.modified(edition) == time
