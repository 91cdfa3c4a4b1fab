"""Stretches of time between two ISO 8601 prefixes, and whether they cover a day that is asked about."""

import re
from enum import IntEnum
from typing import Annotated, Final, NamedTuple

import msgspec

from reportedly.schema import Noun

PREFIX: Final = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
"""A year, a month or a day as ISO 8601 writes them."""

Day = Annotated[str, msgspec.Meta(pattern=f"^{PREFIX}$")]
"""An ISO 8601 prefix of a date; anything else is an error when it is loaded."""

_YEARS: Final = re.compile(r"(?=.*\d)(\d{4})?-(\d{4})?")
_EARLIEST: Final = "0000-01-01"
_LATEST: Final = "9999-12-31"


class Cover(IntEnum):
    """Whether a stretch covers what is asked about; `MAYBE` where its ends are not known to the day."""

    NO = 0
    MAYBE = 1
    YES = 2


class Period(NamedTuple):
    """The first and the last day that a date may mean, as `YYYY-MM-DD`."""

    first: str
    last: str


class Stretch(Noun, frozen=True, kw_only=True):
    """From `since` to `until`, both included.

    Attributes:
        since: when it began; None where that is not known.
        until: when it ended; None while it lasts.
        seen: the last time at which it is known to have lasted; None where `until` says so, or nothing does.

    Raises:
        ValueError: it ends before it begins.
    """

    since: Day | None = None
    until: Day | None = None
    seen: Day | None = None

    def __post_init__(self) -> None:
        for end in (self.until, self.seen):
            if end is not None and self.since is not None and last_day(end) < first_day(self.since):
                raise ValueError(f"{end!r} lies before {self.since!r}")

    def covers(self, period: Period) -> Cover:
        """Whether all of `period` lies inside (`YES`), or only may (`MAYBE`); a period that it meets is `MAYBE`."""
        if period.last < first_day(self.since or _EARLIEST) or period.first > last_day(self.until or _LATEST):
            return Cover.NO
        begun = self.since or self.seen
        lasts = self.until or self.seen or (_LATEST if self.since is not None else None)
        if begun is None or lasts is None:
            return Cover.MAYBE
        sure = period.first >= _settled_by(begun, self.since) and period.last <= first_day(lasts)
        return Cover.YES if sure else Cover.MAYBE


def years(text: str) -> Stretch:
    """The stretch that `2014-2021`, or the open `2014-` and `-2021`, means.

    Raises:
        ValueError: `text` is written otherwise.
    """
    match = _YEARS.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no stretch of years such as '2017-2021' or '2025-'")
    return Stretch(since=match[1], until=match[2])


def period(value: str) -> Period:
    """The days that an ISO 8601 prefix may mean.

    Examples:
        >>> period("2019-02")
        Period(first='2019-02-01', last='2019-02-31')
    """
    return Period(first_day(value), last_day(value))


def first_day(prefix: str) -> str:
    """The first day of a year, month or day."""
    return prefix + _EARLIEST[len(prefix) :]


def last_day(prefix: str) -> str:
    """A day that no day of the year, month or day comes after; it need not be in the calendar."""
    return prefix + _LATEST[len(prefix) :]


def _settled_by(begun: str, since: str | None) -> str:
    """The day by which a stretch has surely begun: the last of its first month or year, or when it was seen."""
    return last_day(begun) if since is not None else first_day(begun)
