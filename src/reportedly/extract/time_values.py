"""Ties an expression to the days that it means, from the day of publication and what stood before it."""

from collections.abc import Callable
from datetime import date

from msgspec import structs

from reportedly.extract import time_calendar, time_feasts, time_shifts
from reportedly.extract.days import EARLIEST, LATEST
from reportedly.extract.time_anchors import Anchors, Told
from reportedly.extract.time_nouns import Tense, TimeBase, TimeExpression, TimeForm, TimeModifier, TimeValue

_READERS: dict[TimeForm, Callable[[TimeExpression, Anchors], TimeValue]] = {
    TimeForm.DATE: time_calendar.read_date,
    TimeForm.WEEKDAY: time_calendar.read_weekday,
    TimeForm.DAY_NUMBER: time_calendar.read_day_number,
    TimeForm.SEASON: time_calendar.read_season,
    TimeForm.QUARTER: time_calendar.read_quarter,
    TimeForm.HALF: time_calendar.read_quarter,
    TimeForm.HOLIDAY: time_feasts.read_holiday,
    TimeForm.DECADE: time_calendar.read_decade,
    TimeForm.CENTURY: time_calendar.read_century,
    TimeForm.SHIFT: time_shifts.read_shift,
    TimeForm.PERIOD: time_shifts.read_period,
    TimeForm.DURATION: time_shifts.read_duration,
    TimeForm.SET: time_shifts.read_duration,
    TimeForm.PART: time_shifts.read_part,
    TimeForm.NOW: time_shifts.read_now,
}


def resolve(
    expression: TimeExpression,
    *,
    published: date | None,
    tense: Tense | None = None,
    previous: TimeValue | None = None,
    told: Told | None = None,
) -> TimeValue:
    """The days that `expression` means.

    Args:
        expression: as `timex.find` gives it.
        published: the day the article appeared; None where nothing says.
        tense: whether the clause looks back or ahead; back where None.
        previous: the date named last before this one, for "two days later", and in background paragraphs: a bare
            "12 November" takes the year of the narrative. Where None, the year is the nearest one before
            publication (after it in the future tense).
        told: when the words were said or first reported, where that is not when the article appeared; what would
            count from publication counts from there.

    A vague expression has no `value`; one that nothing ties to the calendar has no days either.
    """
    if told is None:
        value = _resolved(expression, Anchors(_usable(published), tense, previous))
    else:
        first, last = (
            _resolved(expression, Anchors(_usable(day), tense, previous)) for day in (told.days.first, told.days.last)
        )
        value = _either(first, last)
        if value.anchor is TimeBase.PUBLISHED:
            value = structs.replace(value, anchor=told.base)
    kind, modifier = expression.kind, value.modifier or expression.lead
    if kind is value.kind and modifier is value.modifier:
        return value
    return structs.replace(value, kind=kind, modifier=modifier)


def _usable(day: date | None) -> date | None:
    return day if day is not None and EARLIEST < day < LATEST else None


def _either(first: TimeValue, last: TimeValue) -> TimeValue:
    """What holds of both values: of the words said in May, "last week" may be any week until then."""
    if first == last or first.earliest is None or last.latest is None or first.earliest > last.latest:
        return first
    if first.value == last.value:
        return structs.replace(first, latest=max(first.latest or "", last.latest))
    return TimeValue(earliest=first.earliest, latest=last.latest, modifier=TimeModifier.APPROX, anchor=first.anchor)


def _resolved(expression: TimeExpression, anchors: Anchors) -> TimeValue:
    if expression.until is not None:
        return _range(expression, expression.until, anchors)
    return _READERS[expression.form](expression, anchors)


def _range(expression: TimeExpression, until: TimeExpression, anchors: Anchors) -> TimeValue:
    """A range: the value of its start, the days of both ends. A start without a year is the last before the end."""
    read = _READERS[expression.form]
    if until.year is None and expression.year is None:
        last = read(until, anchors)
        year = int(last.earliest[:4]) - _runs_over(expression, until) if last.earliest else None
        first = read(structs.replace(expression, year=year, until=None), anchors)
        first = structs.replace(first, anchor=last.anchor)
    else:
        first = read(expression, anchors)
        year = int(first.earliest[:4]) + _runs_over(expression, until) if first.earliest else None
        last = read(until if until.year is not None else structs.replace(until, year=year), anchors)
    if first.earliest is None or last.latest is None or last.latest < first.earliest:
        return first
    return structs.replace(first, latest=last.latest, until=last.value)


def _runs_over(expression: TimeExpression, until: TimeExpression) -> int:
    """1 where the range runs over a new year ("November to March")."""
    first, last = (expression.month or 1, expression.day or 1), (until.month or 12, until.day or 31)
    return int(first > last)
