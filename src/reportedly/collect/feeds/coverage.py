"""Which hours of a feed were seen, so that a gap is a gap and no calm."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import Final, NamedTuple

from reportedly.collect.feeds.schedule import failed
from reportedly.schema import FetchOutcome, Poll
from reportedly.schema.base import Noun

_HOUR: Final = timedelta(hours=1)


class Coverage(StrEnum):
    """How much of an hour was seen."""

    SEEN = "seen"  # whatever the feed brought in it is known
    PARTIAL = "partial"  # a part of it is, or something may have been missed
    GAP = "gap"  # nothing is known of it


class CoverageHour(Noun, frozen=True, kw_only=True):
    """One hour of one feed, with the reason where it was not seen whole."""

    hour: datetime
    state: Coverage
    reason: str | None = None


class _Stretch(NamedTuple):
    since: datetime
    until: datetime
    state: Coverage
    reason: str | None


def hours(polls: Sequence[Poll], since: datetime, until: datetime) -> tuple[CoverageHour, ...]:
    """The hours from `since` to `until`, each with how much of it was seen.

    A look at which an item stood there that was known already, or at which nothing had changed, proves that nothing
    was missed since the answer before it, also over a failure. One at which everything was new proves nothing of the
    time between; what came before the first look, and what comes after the last answer, is a gap.

    Args:
        polls: of one feed, in any order.
        since: aware; the hour that holds it is the first.
        until: aware; hours that begin before it are given.
    """
    stretches = list(_stretches(sorted(polls, key=lambda poll: poll.at)))
    hour = since.replace(minute=0, second=0, microsecond=0)
    found: list[CoverageHour] = []
    first = 0
    while hour < until:
        while first < len(stretches) and stretches[first].until <= hour:
            first += 1
        found.append(_hour(hour, stretches, first))
        hour += _HOUR
    return tuple(found)


def _stretches(polls: Sequence[Poll]) -> Iterator[_Stretch]:
    """The time between answers, each with what the later one proves, and the gap after the last of them."""
    answer: datetime | None = None
    problem = "not looked at"
    for poll in polls:
        if failed(poll):
            problem = poll.problem or str(poll.outcome)
        elif answer is not None and poll.at > answer:
            yield _Stretch(answer, poll.at, *_proof(poll))
        if not failed(poll):
            answer, problem = poll.at, "not looked at"
    if answer is None:
        if polls:
            yield _Stretch(polls[0].at, _far(polls[0].at), Coverage.GAP, problem)
        return
    yield _Stretch(answer, _far(answer), Coverage.GAP, f"{problem} since {answer:%Y-%m-%d %H:%M} UTC")


def _proof(poll: Poll) -> tuple[Coverage, str | None]:
    if poll.outcome is FetchOutcome.UNCHANGED or poll.continuous:
        return Coverage.SEEN, None
    if poll.continuous is None:
        return Coverage.PARTIAL, "the feed held no items to tell by"
    return Coverage.PARTIAL, "everything was new at the next look: something may have been missed"


def _hour(hour: datetime, stretches: Sequence[_Stretch], first: int) -> CoverageHour:
    end = hour + _HOUR
    within: list[_Stretch] = []
    for stretch in islice(stretches, first, None):
        if stretch.since >= end:
            break
        within.append(stretch)
    if not within:
        return CoverageHour(hour=hour, state=Coverage.GAP, reason="before the first look")
    whole = within[0].since <= hour
    reason = next((each.reason for each in within if each.reason is not None), None)
    if all(each.state is Coverage.SEEN for each in within) and whole:
        return CoverageHour(hour=hour, state=Coverage.SEEN)
    if all(each.state is Coverage.GAP for each in within) and whole:
        return CoverageHour(hour=hour, state=Coverage.GAP, reason=reason)
    return CoverageHour(hour=hour, state=Coverage.PARTIAL, reason=reason or "before the first look")


def _far(at: datetime) -> datetime:
    return datetime.max.replace(tzinfo=at.tzinfo)
