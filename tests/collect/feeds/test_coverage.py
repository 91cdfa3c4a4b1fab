"""Which hours of a feed were seen."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.feeds.coverage import Coverage, hours
from reportedly.schema import FetchOutcome, Poll

DAY = datetime(2026, 6, 1, tzinfo=UTC)
SEEN, PARTIAL, GAP = Coverage.SEEN, Coverage.PARTIAL, Coverage.GAP


def _poll(hour: float, outcome: FetchOutcome = FetchOutcome.OK, **given: object) -> Poll:
    return Poll(feed="f", at=DAY + timedelta(hours=hour), outcome=outcome, **given)


def _states(polls: list[Poll], until: int) -> list[Coverage]:
    return [each.state for each in hours(polls, DAY, DAY + timedelta(hours=until))]


def test_continuous_looks_see_all_between_them() -> None:
    polls = [_poll(hour, continuous=True) for hour in (1, 2.5, 4)]
    assert _states(polls, 6) == [GAP, SEEN, SEEN, SEEN, GAP, GAP]


def test_a_look_that_finds_everything_new_may_have_missed_something() -> None:
    found = hours([_poll(0, continuous=True), _poll(3, continuous=False)], DAY, DAY + timedelta(hours=3))
    assert [each.state for each in found] == [PARTIAL] * 3
    assert found[0].reason == "everything was new at the next look: something may have been missed"


def test_a_failure_is_no_gap_where_the_next_look_goes_on() -> None:
    failed = _poll(2, FetchOutcome.FAILED, problem="timeout")
    assert _states([_poll(0, continuous=True), failed, _poll(3, continuous=True)], 3) == [SEEN] * 3
    assert _states([_poll(0, continuous=True), failed, _poll(3, FetchOutcome.UNCHANGED)], 3) == [SEEN] * 3
    gap = hours([_poll(0, continuous=True), failed], DAY, DAY + timedelta(hours=4))
    assert [each.state for each in gap] == [GAP] * 4
    assert gap[3].reason == "timeout since 2026-06-01 00:00 UTC"


def test_an_hour_that_is_half_seen_is_partial() -> None:
    found = hours([_poll(0.5, continuous=True), _poll(1.5, continuous=True)], DAY, DAY + timedelta(hours=2))
    assert [each.state for each in found] == [PARTIAL, PARTIAL]
    assert [each.reason for each in found] == ["before the first look", "not looked at since 2026-06-01 01:30 UTC"]


def test_an_empty_feed_proves_nothing() -> None:
    assert _states([_poll(0, continuous=True), _poll(2)], 2) == [PARTIAL] * 2


def test_nothing_known() -> None:
    assert _states([], 2) == [GAP, GAP]
    assert _states([_poll(0, FetchOutcome.FAILED)], 2) == [GAP, GAP]
    assert hours([], DAY, DAY) == ()


offsets = st.floats(-10, 40, allow_nan=False)


@given(
    st.lists(
        st.builds(
            _poll,
            offsets,
            st.sampled_from(FetchOutcome),
            continuous=st.sampled_from([None, True, False]),
            problem=st.none() | st.just("no feed"),
        ),
        max_size=15,
        unique_by=lambda poll: poll.at,
    ),
    st.integers(0, 30),
)
def test_every_hour_has_a_state_and_no_gap_lacks_a_reason(polls: list[Poll], count: int) -> None:
    found = hours(polls, DAY, DAY + timedelta(hours=count))
    assert [each.hour for each in found] == [DAY + timedelta(hours=hour) for hour in range(count)]
    assert all((each.reason is None) == (each.state is SEEN) for each in found)
    if not any(poll.continuous or poll.outcome is FetchOutcome.UNCHANGED for poll in polls):
        assert SEEN not in {each.state for each in found}
    assert hours(polls[::-1], DAY, DAY + timedelta(hours=count)) == found
