"""What the time reader gives: expressions as the text puts them, and the days that they mean."""

from enum import StrEnum

from reportedly.schema import Noun, Span, TimeBase, TimeKind, TimeModifier, TimeUnit
from reportedly.schema.values import check_days

__all__ = [
    "FINE",
    "Tense",
    "TimeBase",
    "TimeExpression",
    "TimeForm",
    "TimeKind",
    "TimeModifier",
    "TimeUnit",
    "TimeValue",
]


class TimeForm(StrEnum):
    """How an expression points at time."""

    DATE = "date"  # a calendar date, as far as it is given
    WEEKDAY = "weekday"
    DAY_NUMBER = "day_number"  # the day of a month that is not named: "on the 13th"
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


FINE = frozenset([TimeUnit.SECOND, TimeUnit.MINUTE, TimeUnit.HOUR])
"""Units that are shorter than a day."""


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
        edge: the modifier is a bare edge ("the end of"), which is narrower than a third ("late").
        lead: what the words before it make of it (since, until, before, after, approx).
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
    edge: bool = False
    lead: TimeModifier | None = None
    until: "TimeExpression | None" = None

    @property
    def kind(self) -> TimeKind:
        """The type by TIMEX3: a time of day is a TIME, a stretch that is measured in units a DURATION."""
        if self.form in (TimeForm.DURATION, TimeForm.PERIOD):
            return TimeKind.DURATION
        if self.form is TimeForm.SET:
            return TimeKind.SET
        fine = self.form is TimeForm.SHIFT and self.unit in FINE
        return TimeKind.TIME if self.part or self.clock or fine or self.form is TimeForm.PART else TimeKind.DATE


class TimeValue(Noun, frozen=True, kw_only=True):
    """The days that an expression means.

    Attributes:
        value: ISO 8601 prefix by the codebook (`2020`, `2023-10`, `2025-06-22`); None where it is vague.
        earliest: the first day it may mean, ISO 8601; None where nothing bounds it.
        latest: the last day it may mean, ISO 8601.
        until: ISO 8601 prefix of the end, for a range; `latest` is its last day.
        timex3: the value as TIMEX3 writes it (`2023-W41`, `P3D`); None where it has none.
        granularity: the unit of `value`, or of the number of units that a duration has.
        modifier: which part of the time is meant (the days are then narrowed), else how its words bound it
            (before, after, since, until, approx: the days are those of the time itself).
        anchor: what it was counted from; None where the text gives it whole, or nothing ties it to a day.

    Raises:
        ValueError: it begins after it ends, or has only one of the two days.
    """

    kind: TimeKind = TimeKind.DATE

    value: str | None = None
    until: str | None = None
    earliest: str | None = None
    latest: str | None = None
    timex3: str | None = None
    granularity: TimeUnit | None = None
    modifier: TimeModifier | None = None
    anchor: TimeBase | None = None

    def __post_init__(self) -> None:
        check_days(self.earliest, self.latest)
