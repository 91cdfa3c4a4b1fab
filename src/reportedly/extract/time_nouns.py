"""What the time reader gives: expressions as the text puts them, and the days that they mean."""

from enum import StrEnum

from reportedly.schema import Noun, Span


class TimeForm(StrEnum):
    """How an expression points at time."""

    DATE = "date"  # a calendar date, as far as it is given
    WEEKDAY = "weekday"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    HOLIDAY = "holiday"
    DECADE = "decade"
    CENTURY = "century"
    SHIFT = "shift"  # so many units from an anchor: yesterday, last week, two days later
    PERIOD = "period"  # a stretch that begins or ends at an anchor: the past three years
    DURATION = "duration"
    SET = "set"
    PART = "part"  # a part of an unnamed day: this says when in the day, not which
    NOW = "now"


class TimeUnit(StrEnum):
    """Units of time, the finer first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class TimeBase(StrEnum):
    """What an expression counts from."""

    PUBLISHED = "published"
    PREVIOUS = "previous"


class TimeModifier(StrEnum):
    """Which part of the time is meant, or on which side of it."""

    START = "start"
    MID = "mid"
    END = "end"
    APPROX = "approx"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


class Tense(StrEnum):
    """Whether the clause around an expression looks back or ahead."""

    PAST = "past"
    FUTURE = "future"


class TimeExpression(Noun, frozen=True, kw_only=True):
    """A time as the text puts it, not yet tied to a day.

    Attributes:
        span: the words, without a preposition before them.
        weekday: 1 for Monday to 7 for Sunday.
        season: SP, SU, FA or WI.
        part: part of the day: MO, AF, EV, NI, NOON, MIDNIGHT.
        clock: a time of day as printed.
        decade: the first year of the decade.
        century: 20 for the 20th.
        unit: what `count` counts.
        count: how many units; None where the text says only "a few" or "recent".
        direction: -1 back, 0 the current one, 1 ahead; None where the text does not say.
        lead: the preposition that bounds it (since, until, before, after).
        until: the other end of a range.
    """

    span: Span
    form: TimeForm
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    holiday: str | None = None
    decade: int | None = None
    century: int | None = None
    part: str | None = None
    clock: str | None = None
    unit: TimeUnit | None = None
    count: float | None = None
    direction: int | None = None
    base: TimeBase = TimeBase.PUBLISHED
    modifier: TimeModifier | None = None
    lead: TimeModifier | None = None
    until: "TimeExpression | None" = None


class TimeValue(Noun, frozen=True, kw_only=True):
    """The days that an expression means.

    Attributes:
        value: ISO 8601 prefix by the codebook (`2020`, `2023-10`, `2025-06-22`); None where it is vague.
        earliest: the first day it may mean, ISO 8601; None where nothing bounds it.
        latest: the last day it may mean, ISO 8601.
        timex3: the value as TIMEX3 writes it (`2023-W41`, `P3D`); None where it has none.
        granularity: the unit of `value`.
        anchor: what an expression that is not explicit was counted from.
    """

    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    timex3: str | None = None
    granularity: TimeUnit | None = None
    modifier: TimeModifier | None = None
    anchor: TimeBase | None = None

    def __post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"a time may not begin ({self.earliest}) after it ends ({self.latest})")
