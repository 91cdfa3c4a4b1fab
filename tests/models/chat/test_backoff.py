from datetime import UTC, datetime

import pytest

from reportedly.models.chat.backoff import retry_after, waits

NOW = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)


def test_waits_grow_up_to_the_longest() -> None:
    made = list(waits(8, 20.0, "a"))
    assert len(made) == 8
    for number, wait in enumerate(made):
        most = min(20.0, 2.0**number)
        assert most / 2 <= wait <= most


def test_the_seed_decides() -> None:
    assert list(waits(4, 60, "a")) == list(waits(4, 60, "a"))
    assert list(waits(4, 60, "a")) != list(waits(4, 60, "b"))


def test_no_retries_are_no_waits() -> None:
    assert list(waits(0, 60, "a")) == []


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("7", 7.0),
        (" 0 ", 0.0),
        ("Wed, 11 Mar 2026 09:00:30 GMT", 30.0),
        ("Wed, 11 Mar 2026 09:00:30 -0000", 30.0),
        ("Wed, 11 Mar 2026 08:00:00 GMT", 0.0),
        ("soon", None),
        ("-3", None),
        ("²", None),
        ("", None),
    ],
)
def test_the_server_may_name_seconds_or_a_moment(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds
