"""When a feed is looked at next: adapted to how much of it is new, gentle after failures, never in the past.

The rule is that of Media Cloud's fetcher: between 10 minutes and 24 hours, shorter where less than a third of the items
had been seen before, longer where more than two thirds had, by 20 minutes at most. Two things are ours: where nothing
at all had been seen, something may have been missed, and the interval is halved; and a feed that brought something
within the last day is looked at every hour at least, for one new item among fifty is news as well.
"""

import random
from datetime import datetime, timedelta
from typing import Final

import msgspec

from reportedly.schema import Fetch, FetchOutcome, Poll, PollState
from reportedly.settings import CollectSettings

SHORTEST: Final = 600.0
LONGEST: Final = 86_400.0
LIVELY: Final = 3_600.0
"""The longest interval, in seconds, of a feed that brought something within the last day."""

MONTH: Final = 30 * 86_400.0
DEAD_AFTER: Final = 30
"""After so many failures in a row a feed is dead, and looked at once a month."""

_FIRST: Final = 1_800.0
_STEP: Final = 1_200.0
_FEW_SEEN, _MANY_SEEN = 1 / 3, 2 / 3
_SPREAD: Final = 60.0
_JITTER: Final = 0.1
_ANSWERED: Final = frozenset({FetchOutcome.OK, FetchOutcome.UNCHANGED})
_STANDING: Final = frozenset({FetchOutcome.REFUSED, FetchOutcome.ROBOTS})
"""What will not change within the hour: asked again after a day."""


def first(feed: str, as_of: datetime, seed: int = 0) -> PollState:
    """The state of a feed that is new: due within a minute, so that many new feeds do not all begin at once."""
    wait = random.Random(f"{seed}:{feed}").uniform(0, _SPREAD)  # noqa: S311 - no secret
    return PollState(feed=feed, interval=_FIRST, next_at=as_of + timedelta(seconds=wait))


def failed(poll: Poll) -> bool:
    """Whether a poll gave nothing to read: no answer, or one that is no feed."""
    return poll.outcome not in _ANSWERED or poll.problem is not None


def after(
    state: PollState, poll: Poll, fetch: Fetch | None = None, settings: CollectSettings | None = None
) -> PollState:
    """The state after a poll. `next_at` is always later than `poll.at`, by 30 days at most.

    Args:
        state: before the poll.
        poll: how it went.
        fetch: the answer, for its `etag` and `last_modified`, and for when the server wants to be asked again.
        settings: no feed is asked more often than `delay` allows.
    """
    if failed(poll):
        return _after_failure(state, poll, fetch)
    least = max(SHORTEST, min(LONGEST, settings.delay if settings is not None else 0.0))
    new_at = poll.at if poll.new else state.new_at
    interval = min(max(_adapted(state, poll, new_at), least), LONGEST)
    wait = min(max(interval * _jitter(state.feed, poll.at), least), LONGEST)
    unchanged = poll.outcome is FetchOutcome.UNCHANGED
    return PollState(
        feed=state.feed,
        interval=interval,
        next_at=_later(poll.at, wait, fetch, LONGEST),
        failures=0,
        etag=(fetch.etag if fetch else None) or (state.etag if unchanged else None),
        last_modified=(fetch.last_modified if fetch else None) or (state.last_modified if unchanged else None),
        ok_at=poll.at,
        new_at=new_at,
    )


def due(state: PollState, as_of: datetime) -> bool:
    """Whether a feed is to be looked at: its time has come, or it lies so far ahead that the clock has jumped back."""
    return state.next_at <= as_of or state.next_at - as_of > timedelta(seconds=MONTH * (1 + _JITTER))


def rectified(state: PollState, as_of: datetime) -> PollState:
    """The state as a clock that has jumped back needs it: due now where it lay further ahead than any rule puts it."""
    return msgspec.structs.replace(state, next_at=as_of) if due(state, as_of) and state.next_at > as_of else state


def _adapted(state: PollState, poll: Poll, new_at: datetime | None) -> float:
    interval = min(max(state.interval, SHORTEST), LONGEST)
    if poll.continuous is False and state.new_at is not None:
        return interval / 2
    seen = 1.0 if not poll.items else 1 - poll.new / poll.items
    if seen < _FEW_SEEN and state.new_at is not None:
        interval -= _STEP * (_FEW_SEEN - seen) / _FEW_SEEN
    elif seen > _MANY_SEEN:
        interval += _STEP * (seen - _MANY_SEEN) / (1 - _MANY_SEEN)
    lively = new_at is not None and timedelta(0) <= poll.at - new_at < timedelta(seconds=LONGEST)
    return min(interval, LIVELY) if lively else interval


def _after_failure(state: PollState, poll: Poll, fetch: Fetch | None) -> PollState:
    """Each failure doubles the wait, from the interval up to a day; the interval itself is kept for better days."""
    failures = state.failures + 1
    interval = min(max(state.interval, SHORTEST), LONGEST)
    if failures >= DEAD_AFTER:
        wait = most = MONTH
    else:
        most = LONGEST
        wait = LONGEST if poll.outcome in _STANDING else min(LONGEST, interval * 2 ** min(failures - 1, 10))
    wait = max(SHORTEST, min(most, wait * _jitter(state.feed, poll.at)))
    return msgspec.structs.replace(
        state, interval=interval, failures=failures, next_at=_later(poll.at, wait, fetch, MONTH)
    )


def _later(at: datetime, wait: float, fetch: Fetch | None, most: float) -> datetime:
    """`wait` seconds after `at`, or when the server wants to be asked again where that is later, within `most`."""
    if fetch is not None and fetch.retry_at is not None:
        wait = max(wait, min((fetch.retry_at - at).total_seconds(), most))
    return at + timedelta(seconds=wait)


def _jitter(feed: str, at: datetime) -> float:
    """Between 0.9 and 1.1, the same for the same feed and moment: no two feeds keep in step for long."""
    return random.Random(f"{feed}:{at.isoformat()}").uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311 - no secret
