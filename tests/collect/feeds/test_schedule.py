"""When a feed is looked at next: laws, and the rule itself."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.collect.feeds import schedule
from reportedly.schema import Fetch, FetchOutcome, Poll, PollState
from reportedly.settings import CollectSettings

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
MONTH = timedelta(days=33)

moments = st.integers(0, 32_000 * 86_400).map(
    lambda seconds: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
outcomes = st.sampled_from(FetchOutcome)


@st.composite
def polls(draw: st.DrawFn, at: st.SearchStrategy[datetime] = moments) -> Poll:
    items = draw(st.integers(0, 500))
    return Poll(
        feed="f",
        at=draw(at),
        outcome=draw(outcomes),
        items=items,
        new=draw(st.integers(0, items)),
        undated=draw(st.integers(0, items)),
        newest=draw(st.none() | moments),
        continuous=draw(st.sampled_from([None, True, False])),
        elapsed=draw(st.floats(0, 100)),
        problem=draw(st.sampled_from([None, "a page, not a feed"])),
    )


@st.composite
def fetches(draw: st.DrawFn) -> Fetch:
    return Fetch(
        asked="https://news.example/",
        url="https://news.example/",
        at=draw(moments),
        outcome=FetchOutcome.UNCHANGED,
        etag=draw(st.none() | st.just('"e"')),
        retry_at=draw(st.none() | moments),
    )


states = st.builds(
    PollState,
    feed=st.just("f"),
    interval=st.floats(0, 10**9),
    next_at=moments,
    failures=st.integers(0, 100),
    ok_at=st.none() | moments,
    new_at=st.none() | moments,
)


@given(states, polls(), st.none() | fetches(), st.floats(0, 10**6))
def test_the_interval_stays_within_bounds_and_the_next_poll_in_the_future(
    state: PollState, poll: Poll, fetch: Fetch | None, delay: float
) -> None:
    after = schedule.after(state, poll, fetch, CollectSettings(delay=delay))
    assert schedule.SHORTEST <= after.interval <= schedule.LONGEST
    assert timedelta(seconds=schedule.SHORTEST) <= after.next_at - poll.at <= MONTH
    if not schedule.failed(poll):
        assert after.next_at - poll.at <= timedelta(seconds=schedule.LONGEST)
        assert (after.failures, after.ok_at) == (0, poll.at)
    else:
        assert after.failures == state.failures + 1
        assert (after.ok_at, after.new_at, after.etag) == (state.ok_at, state.new_at, state.etag)
    assert schedule.after(state, poll, fetch, CollectSettings(delay=delay)) == after


@given(st.lists(polls(), max_size=20), moments)
def test_a_clock_that_jumps_never_stops_the_polling(given_polls: list[Poll], as_of: datetime) -> None:
    state = schedule.first("f", as_of)
    for poll in given_polls:
        state = schedule.after(state, poll)
    rectified = schedule.rectified(state, as_of)
    assert schedule.due(rectified, as_of + MONTH)
    assert rectified.next_at - as_of <= MONTH
    assert schedule.due(state, as_of) == (rectified.next_at <= as_of)


def test_new_feeds_do_not_all_begin_at_once() -> None:
    states = [schedule.first(f"f{number}", NOW, seed=1) for number in range(50)]
    assert all(NOW <= state.next_at <= NOW + timedelta(minutes=1) for state in states)
    assert len({state.next_at for state in states}) == 50
    assert states == [schedule.first(f"f{number}", NOW, seed=1) for number in range(50)]
    assert states != [schedule.first(f"f{number}", NOW, seed=2) for number in range(50)]


def _state(interval: float = 7200.0, new_at: datetime | None = NOW - timedelta(days=3), **given: object) -> PollState:
    return PollState(feed="f", interval=interval, next_at=NOW, new_at=new_at, **given)


def _poll(items: int, new: int, outcome: FetchOutcome = FetchOutcome.OK, **given: object) -> Poll:
    return Poll(feed="f", at=NOW, outcome=outcome, items=items, new=new, **given)


@pytest.mark.parametrize(
    ("items", "new", "continuous", "before", "expected"),
    [
        (100, 0, True, 7200, 8400),  # all seen before: 20 minutes more
        (100, 50, True, 3000, 3000),  # half of it: as it is
        (100, 90, True, 3000, 3000 - 1200 * (1 / 3 - 0.1) * 3),  # hardly any: less
        (100, 100, False, 3000, 1500),  # none: something may have been missed
        (100, 1, True, 7200, 3600),  # one new one among a hundred is news as well
        (0, 0, None, 7200, 8400),
        (100, 0, True, 86_400, 86_400),
        (100, 100, False, 700, 600),
    ],
)
def test_the_rule(items: int, new: int, continuous: bool | None, before: float, expected: float) -> None:
    after = schedule.after(_state(before), _poll(items, new, continuous=continuous))
    assert after.interval == pytest.approx(expected)
    assert abs((after.next_at - NOW).total_seconds() - after.interval) <= 0.1 * after.interval + 1


def test_the_first_look_is_all_new_and_changes_nothing() -> None:
    after = schedule.after(schedule.first("f", NOW), _poll(50, 50, continuous=True))
    assert after.interval == 1800
    assert after.new_at == NOW


def test_nothing_changed_is_a_sign_of_life_and_keeps_the_tag() -> None:
    answer = Fetch(asked="u", url="u", at=NOW, outcome=FetchOutcome.UNCHANGED, etag=None, last_modified="Mon")
    after = schedule.after(_state(etag='"e"', failures=4), _poll(0, 0, FetchOutcome.UNCHANGED), answer)
    assert (after.etag, after.last_modified, after.failures, after.ok_at) == ('"e"', "Mon", 0, NOW)
    assert after.interval == 8400


def test_an_answer_that_is_no_feed_leaves_no_tag_behind() -> None:
    answer = Fetch(asked="u", url="u", at=NOW, outcome=FetchOutcome.OK, etag='"page"', body=b"<html>")
    after = schedule.after(_state(etag='"e"'), _poll(0, 0, problem="a page, not a feed"), answer)
    assert (after.etag, after.failures) == ('"e"', 1)


def test_failures_back_off_until_dead() -> None:
    state, at, waits = _state(1200.0), NOW, []
    for _ in range(31):
        state = schedule.after(state, Poll(feed="f", at=at, outcome=FetchOutcome.FAILED))
        waits.append((state.next_at - at).total_seconds())
        at = state.next_at
    assert waits[0] == pytest.approx(1200, rel=0.11)
    assert waits[3] == pytest.approx(9600, rel=0.11)
    assert max(waits[:29]) <= 86_400
    assert waits[29] >= 27 * 86_400
    assert state.interval == 1200
    back = schedule.after(state, Poll(feed="f", at=at, outcome=FetchOutcome.OK, items=9, new=9, continuous=False))
    assert back.failures == 0
    assert back.next_at - at <= timedelta(minutes=30)


def test_the_server_says_when_to_come_again() -> None:
    limited = _poll(0, 0, FetchOutcome.LIMITED)
    for wait, expected in ((timedelta(hours=5), timedelta(hours=5)), (timedelta(days=900), timedelta(days=30))):
        answer = Fetch(
            asked="u", url="u", at=NOW, outcome=FetchOutcome.LIMITED, retry_at=NOW + wait, problem="p", remedy="r"
        )
        assert schedule.after(_state(600.0), limited, answer).next_at - NOW == expected
    past = Fetch(
        asked="u", url="u", at=NOW, outcome=FetchOutcome.LIMITED, retry_at=NOW - MONTH, problem="p", remedy="r"
    )
    assert schedule.after(_state(600.0), limited, past).next_at > NOW


def test_what_robots_forbid_is_asked_again_after_a_day() -> None:
    after = schedule.after(_state(600.0), _poll(0, 0, FetchOutcome.ROBOTS))
    assert after.next_at - NOW > timedelta(hours=20)
