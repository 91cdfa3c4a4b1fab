"""How a feed does, with the reasons: no silence is taken for calm."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from statistics import median
from typing import Final

from reportedly.collect.feeds.schedule import DEAD_AFTER, failed
from reportedly.schema import FetchOutcome, Poll, PollState
from reportedly.schema.base import Noun

_FAILING_AFTER: Final = 3
_SLOW_ANSWER: Final = 10.0
_LATE: Final = timedelta(hours=1)
_MOST_UNDATED: Final = 0.5
_OLD: Final = timedelta(days=30)
_SHORT_SILENCE: Final = timedelta(hours=6)
_UNKNOWN_HABIT: Final = timedelta(days=7)
_EMPTY_LOOKS: Final = 2
_RECENT: Final = 10


class HealthLevel(StrEnum):
    """How a feed does, in one word."""

    OK = "ok"
    NEW = "new"  # never looked at
    SLOW = "slow"  # answers slowly, or is looked at later than planned
    UNDATED = "undated"  # most of its items say no date, so that nothing can be alerted on
    SILENT = "silent"  # answers, and has brought nothing for much longer than it used to
    EMPTY = "empty"  # answers, and holds no items
    FAILING = "failing"  # the last three attempts failed
    DEAD = "dead"  # thirty attempts failed; it is looked at once a month


_WORST_FIRST: Final = (
    HealthLevel.DEAD,
    HealthLevel.FAILING,
    HealthLevel.EMPTY,
    HealthLevel.SILENT,
    HealthLevel.UNDATED,
    HealthLevel.SLOW,
)


class Health(Noun, frozen=True, kw_only=True):
    """How a feed does: the worst that is true of it, and all reasons there are, the worst first."""

    level: HealthLevel
    reasons: tuple[str, ...] = ()


def of(state: PollState, polls: Sequence[Poll], as_of: datetime) -> Health:
    """How the feed with this state does at `as_of`.

    Args:
        state: where its polling stands.
        polls: the looks at it, in any order; the more there are, the better its habit is known.
        as_of: the present, aware; where the clock has jumped back, nothing is taken to be late.
    """
    ordered = sorted(polls, key=lambda poll: poll.at)
    if not ordered:
        return Health(level=HealthLevel.NEW, reasons=("never looked at",))
    answered = [poll for poll in ordered if not failed(poll)]
    found = (
        *_failures(state, ordered),
        *_emptiness(answered),
        *_silence(answered),
        *_datelessness(answered),
        *_slowness(state, answered, ordered[-1], as_of),
    )
    level = next((each for each in _WORST_FIRST if any(each is named for named, _ in found)), HealthLevel.OK)
    return Health(level=level, reasons=tuple(reason for _, reason in found))


def _failures(state: PollState, polls: Sequence[Poll]) -> Iterator[tuple[HealthLevel, str]]:
    last = polls[-1]
    if not failed(last) and not state.failures:
        return
    why = last.problem or f"{last.outcome}{f' ({last.status})' if last.status else ''}"
    if state.failures >= DEAD_AFTER:
        yield HealthLevel.DEAD, f"failed {state.failures} times in a row: {why}"
    elif state.failures >= _FAILING_AFTER:
        yield HealthLevel.FAILING, f"failed {state.failures} times in a row: {why}"
    else:
        yield HealthLevel.OK, f"failed the last time: {why}"


def _emptiness(answered: Sequence[Poll]) -> Iterator[tuple[HealthLevel, str]]:
    held = [poll for poll in answered if poll.outcome is FetchOutcome.OK][-_EMPTY_LOOKS:]
    if held and not any(poll.items for poll in held):
        yield HealthLevel.EMPTY, f"held no items, last at {_when(held[-1].at)}"


def _silence(answered: Sequence[Poll]) -> Iterator[tuple[HealthLevel, str]]:
    """Nothing new for longer than three usual waits and any wait before; measured up to the last answer."""
    if not any(poll.items for poll in answered):
        return
    last = answered[-1].at
    news = [poll.at for poll in answered if poll.new]
    quiet = last - (news[-1] if news else answered[0].at)
    gaps = [after - before for before, after in pairwise(news)]
    if len(gaps) >= _FAILING_AFTER:
        usual = timedelta(seconds=median(gap.total_seconds() for gap in gaps))
        limit = max(_SHORT_SILENCE, 3 * usual, 1.5 * max(gaps))
        habit = f"it used to bring something every {_span(usual)}"
    else:
        limit, habit = _UNKNOWN_HABIT, "its habit is not yet known"
    if quiet > limit:
        yield HealthLevel.SILENT, f"answers, but brought nothing new for {_span(quiet)}; {habit}"
        return
    newest = max((poll.newest for poll in answered if poll.newest is not None), default=None)
    if newest is not None and last - newest > max(_OLD, limit):
        yield HealthLevel.SILENT, f"answers, but its newest item is of {newest:%Y-%m-%d}"


def _datelessness(answered: Sequence[Poll]) -> Iterator[tuple[HealthLevel, str]]:
    held = next((poll for poll in reversed(answered) if poll.items), None)
    if held is not None and held.undated > _MOST_UNDATED * held.items:
        yield HealthLevel.UNDATED, f"{held.undated} of {held.items} items say no date that can be believed"


def _slowness(
    state: PollState, answered: Sequence[Poll], last: Poll, as_of: datetime
) -> Iterator[tuple[HealthLevel, str]]:
    late = as_of - max(state.next_at, last.at)
    if late > max(_LATE, timedelta(seconds=min(state.interval, _LATE.total_seconds() * 24))):
        yield HealthLevel.SLOW, f"not looked at since {_when(last.at)}, {_span(late)} later than planned"
    took = [poll.elapsed for poll in answered[-_RECENT:]]
    if took and median(took) > _SLOW_ANSWER:
        yield HealthLevel.SLOW, f"takes {median(took):.0f} seconds to answer"


def _span(span: timedelta) -> str:
    hours = span.total_seconds() / 3600
    if hours < 1:
        return f"{max(1, round(hours * 60))} min"
    return f"{hours:.0f} h" if hours < 72 else f"{hours / 24:.0f} days"


def _when(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
