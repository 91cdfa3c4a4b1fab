from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.dates import believable, from_iso, from_text
from reportedly.schema import DatePrecision

DAY, TIME = DatePrecision.DAY, DatePrecision.TIME


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("2026-03-14", "2026-03-14T00:00", DAY),
        ("20260314", "2026-03-14T00:00", DAY),
        ("2026-03-14T10:30:00Z", "2026-03-14T10:30", TIME),
        ("2026-03-14 10:30:15.123456 UTC", "2026-03-14T10:30:15", TIME),
        ("2026-03-14T10:30+05:30", "2026-03-14T05:00", TIME),
        ("20260314T103000Z", "2026-03-14T10:30", TIME),
        ("2026-03-14T22:30:00-0500", "2026-03-15T03:30", TIME),
        ("2026-03-14T10:30:00+01", "2026-03-14T09:30", TIME),
        (" 2026-03-14T10:30:00Z ", "2026-03-14T10:30", TIME),
    ],
)
def test_iso_dates(text: str, expected: str, precision: DatePrecision) -> None:
    moment = from_iso(text)
    assert moment is not None
    assert (moment.at, moment.precision) == (datetime.fromisoformat(expected).replace(tzinfo=UTC), precision)


@pytest.mark.parametrize("text", ["2026-03-14T22:30:00", "2026-03-14 22:30"])
def test_a_time_without_a_zone_is_dropped(text: str) -> None:
    moment = from_iso(text)
    assert moment is not None
    assert (moment.at, moment.precision) == (datetime(2026, 3, 14, tzinfo=UTC), DAY)


@pytest.mark.parametrize("text", ["2026-03-14T00:00:00+05:30", "2026-03-14T00:00:00Z"])
def test_midnight_sharp_is_the_day_that_is_written(text: str) -> None:
    moment = from_iso(text)
    assert moment is not None
    assert (moment.at, moment.precision) == (datetime(2026, 3, 14, tzinfo=UTC), DAY)


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-03", "2026-02-30", "2026-13-01", "yesterday", "1773480600", "2026-03-14T", "x 2026-03-14"],
)
def test_what_is_no_iso_date(text: str) -> None:
    assert from_iso(text) is None


def test_a_moment_beyond_the_calendar_is_none() -> None:
    assert from_iso("9999-12-31T23:00:00-05:00") is None
    assert from_iso("0001-01-01T01:00:00+05:00") is None


def test_an_hour_that_is_none_leaves_the_day() -> None:
    moment = from_iso("2026-03-14T25:00:00Z")
    assert moment is not None
    assert moment.precision == DAY


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("March 14, 2026", "2026-03-14T00:00", DAY),
        ("Published: Sat 14 Mar 2026", "2026-03-14T00:00", DAY),
        ("14th of March, 2026", "2026-03-14T00:00", DAY),
        ("Sept. 3, 2026", "2026-09-03T00:00", DAY),
        ("14-Mar-2026", "2026-03-14T00:00", DAY),
        ("14/03/2026", "2026-03-14T00:00", DAY),
        ("03/14/2026", "2026-03-14T00:00", DAY),
        ("14.03.2026", "2026-03-14T00:00", DAY),
        ("Sat, 14 Mar 2026 10:30:00 GMT", "2026-03-14T10:30", TIME),
        ("March 14, 2026 at 10:30 p.m. EDT", "2026-03-15T02:30", TIME),
        ("March 14, 2026 | 12:05 AM UTC", "2026-03-14T00:05", TIME),
        ("March 14, 2026 10:30 PM IST", "2026-03-14T00:00", DAY),
        ("March 14, 2026 10:30", "2026-03-14T00:00", DAY),
    ],
)
def test_english_dates(text: str, expected: str, precision: DatePrecision) -> None:
    moment = from_text(text)
    assert moment is not None
    assert (moment.at, moment.precision) == (datetime.fromisoformat(expected).replace(tzinfo=UTC), precision)


@pytest.mark.parametrize("text", ["03/04/2026", "March 2026", "March 34, 2026", "14/15/2026", "in May", "1.2.3.2026"])
def test_what_could_be_two_days_or_none_is_no_date(text: str) -> None:
    assert from_text(text) is None


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    for moment in (from_iso(text), from_text(text)):
        assert moment is None or moment.at.tzinfo is UTC


@given(st.datetimes(timezones=st.just(UTC)).filter(lambda when: when.year >= 1990))
def test_every_iso_date_is_read_back(when: datetime) -> None:
    moment = from_iso(when.isoformat())
    assert moment is not None
    assert moment.at == when.replace(microsecond=0)


def test_what_is_believable() -> None:
    as_of = datetime(2026, 3, 14, tzinfo=UTC)
    answers = {"2026-03-14": True, "2026-03-15": True, "2026-03-16": False, "1989-12-31": False, "1990-01-01": True}
    for text, answer in answers.items():
        moment = from_iso(text)
        assert moment is not None
        assert believable(moment, as_of) is answer
