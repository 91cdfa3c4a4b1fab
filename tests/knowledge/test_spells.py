"""Stretches of time between dates of different precision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.knowledge.spells import Cover, Stretch, period, years

DAYS = st.dates().map(lambda day: day.isoformat())


@pytest.mark.parametrize(
    ("since", "until", "seen", "day", "expected"),
    [
        ("2018-10-25", "2020-05-07", None, "2019-06", Cover.YES),
        ("2018-10-25", "2020-05-07", None, "2018-10", Cover.MAYBE),
        ("2018-10-25", "2020-05-07", None, "2018-10-25", Cover.YES),
        ("2018-10-25", "2020-05-07", None, "2018-10-24", Cover.NO),
        ("2018", "2020", None, "2018-06-01", Cover.MAYBE),
        ("2018", "2020", None, "2019-06-01", Cover.YES),
        ("2018", None, None, "2030", Cover.YES),
        ("2018", None, "2025-12", "2025-06", Cover.YES),
        ("2018", None, "2025-12", "2027", Cover.MAYBE),
        (None, "2020", None, "2010", Cover.MAYBE),
        (None, None, "2020-05", "2020-05-01", Cover.YES),
        (None, None, "2020-05", "2019", Cover.MAYBE),
    ],
)
def test_what_a_stretch_covers(since: str, until: str, seen: str, day: str, expected: Cover) -> None:
    assert Stretch(since=since, until=until, seen=seen).covers(period(day)) is expected


def test_years() -> None:
    assert years("2014-2021") == Stretch(since="2014", until="2021")
    assert years("2014-") == Stretch(since="2014")
    with pytest.raises(ValueError, match="no stretch of years"):
        years("since 2014")
    with pytest.raises(ValueError, match="lies before"):
        years("2021-2014")


@given(DAYS, DAYS, DAYS)
def test_a_day_is_covered_where_it_lies_between_the_ends(one: str, other: str, day: str) -> None:
    since, until = sorted((one, other))
    inside = since <= day <= until
    assert (Stretch(since=since, until=until).covers(period(day)) is Cover.YES) is inside


@given(DAYS, st.sampled_from([4, 7, 10]), DAYS)
def test_a_vaguer_start_never_turns_no_into_yes(since: str, size: int, day: str) -> None:
    exact, vague = (Stretch(since=each).covers(period(day)) for each in (since, since[:size]))
    assert vague is not Cover.NO or exact is Cover.NO
    assert vague is not Cover.YES or exact is Cover.YES
