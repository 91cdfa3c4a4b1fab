"""How a feed does, in words."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.feeds import health
from reportedly.collect.feeds.health import HealthLevel
from reportedly.schema import FetchOutcome, Poll, PollState

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def _poll(hours_ago: float, new: int = 0, items: int = 20, **given: object) -> Poll:
    at = NOW - hours_ago * HOUR
    outcome = given.pop("outcome", FetchOutcome.OK)
    return Poll(feed="f", at=at, items=items, new=new, newest=given.pop("newest", at), outcome=outcome, **given)


def _state(**given: object) -> PollState:
    return PollState(feed="f", interval=3600, next_at=given.pop("next_at", NOW + HOUR), **given)


def _lively(until: int = 0) -> list[Poll]:
    """Something new every two hours, up to `until` hours ago."""
    return [_poll(hours, new=2) for hours in range(60, until - 1, -2)]


@pytest.mark.parametrize(
    ("level", "state", "polls"),
    [
        (HealthLevel.NEW, _state(), []),
        (HealthLevel.OK, _state(), _lively()),
        (HealthLevel.OK, _state(failures=1), [*_lively(2), _poll(0, outcome=FetchOutcome.FAILED, items=0)]),
        (HealthLevel.FAILING, _state(failures=3), [_poll(0, outcome=FetchOutcome.FORBIDDEN, items=0, status=403)]),
        (HealthLevel.FAILING, _state(failures=5), [_poll(0, items=0, problem="a page, not a feed")]),
        (HealthLevel.DEAD, _state(failures=30), [_poll(0, outcome=FetchOutcome.GONE, items=0)]),
        (HealthLevel.EMPTY, _state(), [_poll(4, items=0), _poll(0, items=0)]),
        (HealthLevel.UNDATED, _state(), [_poll(2, new=2, undated=20, newest=None)]),
        (HealthLevel.SLOW, _state(), [_poll(hours, new=1, elapsed=25.0) for hours in range(8)]),
        (HealthLevel.SLOW, _state(next_at=NOW - 9 * HOUR), _lively(10)),
        (HealthLevel.SILENT, _state(), [*_lively(20), *(_poll(hours) for hours in range(18, -1, -2))]),
        (HealthLevel.SILENT, _state(), [*_lively(20), _poll(0, items=0, outcome=FetchOutcome.UNCHANGED)]),
        (HealthLevel.SILENT, _state(), [_poll(0, new=20, newest=NOW - timedelta(days=400))]),
        (HealthLevel.SILENT, _state(), [_poll(24 * 9, new=20), _poll(0)]),
        (HealthLevel.OK, _state(), [*_lively(5), *(_poll(hours) for hours in range(4, -1, -1))]),
    ],
)
def test_levels(level: HealthLevel, state: PollState, polls: list[Poll]) -> None:
    found = health.of(state, polls, NOW)
    assert found.level is level, found
    assert (found.reasons == ()) == (level is HealthLevel.OK and state.failures == 0)
    assert health.of(state, polls[::-1], NOW) == found


def test_reasons_are_words() -> None:
    polls = [*_lively(20), _poll(0)]
    assert health.of(_state(), polls, NOW).reasons == (
        "answers, but brought nothing new for 20 h; it used to bring something every 2 h",
    )
    failing = health.of(_state(failures=4), [_poll(0, outcome=FetchOutcome.FORBIDDEN, items=0, status=403)], NOW)
    assert failing.reasons == ("failed 4 times in a row: forbidden (403)",)


def test_the_worst_comes_first_and_nothing_is_left_out() -> None:
    polls = [_poll(24 * 9, new=20, undated=20, elapsed=30.0), _poll(0, undated=20, elapsed=30.0)]
    found = health.of(_state(failures=3), [*polls, _poll(0, outcome=FetchOutcome.FAILED, items=0)], NOW)
    assert found.level is HealthLevel.FAILING
    assert len(found.reasons) == 4


moments = st.integers(0, 32_000 * 86_400).map(
    lambda seconds: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


@st.composite
def polls(draw: st.DrawFn) -> Poll:
    items = draw(st.integers(0, 50))
    return Poll(
        feed="f",
        at=draw(moments),
        outcome=draw(st.sampled_from(FetchOutcome)),
        items=items,
        new=draw(st.integers(0, items)),
        undated=draw(st.integers(0, items)),
        newest=draw(st.none() | moments),
        elapsed=draw(st.floats(0, 10**6)),
        problem=draw(st.none() | st.just("no feed")),
    )


@given(
    st.lists(polls(), max_size=12),
    st.builds(PollState, feed=st.just("f"), interval=st.floats(0, 10**6), next_at=moments, failures=st.integers(0, 60)),
    moments,
)
def test_health_is_told_of_any_polls(given_polls: list[Poll], state: PollState, as_of: datetime) -> None:
    found = health.of(state, given_polls, as_of)
    assert found.level is HealthLevel.OK or found.reasons
    assert found.level is not HealthLevel.NEW or not given_polls
    answered = [
        poll for poll in given_polls if poll.outcome in (FetchOutcome.OK, FetchOutcome.UNCHANGED) and not poll.problem
    ]
    if not answered:
        assert found.level is not HealthLevel.SILENT
