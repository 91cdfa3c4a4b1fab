from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.fetch.backoff import LONGEST, after, asked

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        (None, None), ("", None), ("soon", None), ("-5", None), ("1.5", None), ("٣", None), ("0", 0.0), (" 90 ", 90.0),
        ("999999", LONGEST), ("Sun, 01 Mar 2026 12:05:00 GMT", 300.0), ("Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        ("Sun, 01 Mar 2026 14:05:00 +0200", 300.0), ("Mon, 01 Mar 2027 12:00:00 GMT", LONGEST),
        ("Sun, 99 Mar 2026 12:00:00 GMT", None), ("Sun, 01 Mar 99999 12:00:00 GMT", None),
    ],
)  # fmt: skip
def test_what_a_server_asks_for(said: str | None, seconds: float | None) -> None:
    assert asked(said, NOW) == seconds


@given(st.text(max_size=40))
def test_no_text_breaks_it(said: str) -> None:
    wait = asked(said, NOW)
    assert wait is None or 0.0 <= wait <= LONGEST


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001 - made aware below
def test_a_date_means_the_time_until_then(moment: datetime) -> None:
    aware = moment.replace(microsecond=0, tzinfo=UTC)
    until = (aware - NOW) / timedelta(seconds=1)
    assert asked(format_datetime(aware, usegmt=True), NOW) == min(max(0.0, until), LONGEST)


@given(st.integers(0, 10_000), st.integers(), st.text(max_size=20))
def test_a_wait_doubles_with_chance_and_has_an_end(failures: int, seed: int, host: str) -> None:
    wait = after(failures, seed=seed, host=host)
    assert wait == after(failures, seed=seed, host=host)
    exact = min(60.0 * 2.0 ** min(max(failures, 1) - 1, 12), LONGEST / 0.5)
    assert min(0.5 * exact, LONGEST) <= wait <= min(1.5 * exact, LONGEST)


def test_hosts_that_failed_together_are_not_asked_together() -> None:
    assert len({after(1, seed=0, host=f"h{number}.example") for number in range(50)}) == 50
