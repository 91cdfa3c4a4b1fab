"""What times are counted from, and how days become a value."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

from reportedly.extract.days import Days, add_months, month_days
from reportedly.extract.time_nouns import Tense, TimeBase, TimeExpression, TimeModifier, TimeUnit, TimeValue

_DAY: Final = timedelta(days=1)
NIGHT: Final = "NI"
"""The part of the day that lies in two days."""
_YEAR_MONTHS: Final = 12
_TEN: Final = 10
"""Days in the first and in the middle part of a month."""
_CLOCK = re.compile(r"(?P<hour>\d{1,4})(?:[:.](?P<minute>\d\d))?(?::\d\d)?\s?(?:(?P<half>[ap])\.?\s?m\b)?")


class Told(NamedTuple):
    """When something was said or first reported: the days it may have been, and whether by a report or a voice."""

    days: Days
    base: TimeBase


class Anchors(NamedTuple):
    """What an expression may be counted from."""

    published: date | None
    tense: Tense | None
    previous: TimeValue | None

    def day(self, base: TimeBase, *, ahead: bool = True) -> date | None:
        """The day to count from: the last of the previous date where counting ahead, else its first."""
        if base is TimeBase.PUBLISHED:
            return self.published
        if self.previous is None:
            return None
        end = self.previous.latest if ahead else self.previous.earliest
        return date.fromisoformat(end) if end else None


def valued(
    days: Days, unit: TimeUnit, expression: TimeExpression, anchor: TimeBase | None, timex3: str | None = None
) -> TimeValue:
    """The value of `days`, written as precisely as `unit`, the modifier of `expression` applied to the days."""
    written = prefix(days.first, unit)
    narrowed = over_night(_narrowed(days, expression), expression)
    return TimeValue(
        value=written,
        earliest=narrowed.first.isoformat(),
        latest=narrowed.last.isoformat(),
        timex3=timex3 or (written and written + of_day(expression, unit)),
        granularity=unit,
        modifier=expression.modifier,
        anchor=anchor,
    )


def over_night(days: Days, expression: TimeExpression) -> Days:
    """A night reaches into the next morning: that of the 7th is the 7th and the 8th."""
    return Days(days.first, days.first + _DAY) if expression.part == NIGHT and days.first == days.last else days


def of_day(expression: TimeExpression, unit: TimeUnit) -> str:
    """The time of day as TIMEX3 writes it behind a day: `T17:30`, `TNI`; empty where none is told."""
    if unit is not TimeUnit.DAY:
        return ""
    hour = clock(expression.clock) if expression.clock else None
    return f"T{hour or expression.part}" if hour or expression.part else ""


def clock(words: str) -> str | None:
    """A time of day in hours and minutes: "5 p.m." is `17:00`; None where it is none.

    Examples:
        >>> clock("9:45am"), clock("0300 gmt"), clock("12 a.m.")
        ('09:45', '03:00', '00:00')
    """
    found = _CLOCK.match(words)
    if found is None:
        return None
    digits = found["hour"]
    hour, minute = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), int(found["minute"] or 0))
    half = found["half"]
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def prefix(day: date, unit: TimeUnit) -> str | None:
    """`day` as an ISO 8601 prefix down to `unit`; a decade is written as its first year."""
    if unit in (TimeUnit.YEAR, TimeUnit.DECADE):
        return f"{day.year:04d}"
    if unit is TimeUnit.MONTH:
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat() if unit is TimeUnit.DAY else None


def _narrowed(days: Days, expression: TimeExpression) -> Days:
    """The first, middle or last third of a stretch of days.

    Of a month these are the days 1 to 10, 11 to 20, or the rest, of longer stretches whole months, as far as they
    divide. The bare edge of a year or season ("the end of the year") is its first or last month.
    """
    first, last = days
    modifier = expression.modifier
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    full = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if full and 3 <= months <= _YEAR_MONTHS:
        return _in_months(first, months, expression)
    whole = full and months == 1
    third = timedelta(days=_TEN if whole else ((last - first).days + 1) // 3)
    if not third:
        return days
    second, end = first + third, first + 2 * third if whole else last - third + _DAY
    if modifier is TimeModifier.START:
        return Days(first, second - _DAY)
    if modifier is TimeModifier.MID:
        return Days(second, end - _DAY)
    return Days(end, last) if modifier is TimeModifier.END else days


def _in_months(first: date, months: int, expression: TimeExpression) -> Days:
    """The first, middle or last months of a stretch of whole months; all of them without such a word."""
    part = 1 if expression.edge else months // 3
    starts = {TimeModifier.START: 0, TimeModifier.MID: months // 3, TimeModifier.END: months - part}
    modifier = expression.modifier
    if modifier not in starts:
        return month_days(first.year, first.month, months)
    length = months - 2 * (months // 3) if modifier is TimeModifier.MID else part
    start = add_months(first, starts[modifier])
    return month_days(start.year, start.month, length)
