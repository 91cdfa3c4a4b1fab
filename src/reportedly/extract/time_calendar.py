"""Dates, weekdays, seasons and quarters: the year or week that they are in, and their days."""

from datetime import date, timedelta

from reportedly.extract.days import SEASON_MONTHS, Days, add, month_days, unit_days, year_days
from reportedly.extract.time_anchors import Anchors, valued
from reportedly.extract.time_nouns import (
    Tense,
    TimeBase,
    TimeExpression,
    TimeForm,
    TimeModifier,
    TimeUnit,
    TimeValue,
)

_BEFORE_LAST = -2
_AHEAD = frozenset([TimeModifier.UNTIL, TimeModifier.BEFORE])
_DECEMBER = 12
_HALF_YEAR = 183
_SOON = 60
"""A bare date that is at most so many days ahead is the one to come: who means the last writes its year."""
_Year = tuple[int | None, TimeBase | None]
"""A year, and what it was taken from; None where the text itself gives it."""


def read_date(expression: TimeExpression, anchors: Anchors) -> TimeValue:
    """A calendar date as far as it is given: a year, a month, a day."""
    month, day = expression.month, expression.day
    if expression.year is not None and expression.year <= 0:
        return TimeValue(timex3=f"BC{-expression.year:04d}", granularity=TimeUnit.YEAR)
    year, anchor = _year(expression, month or 1, day, anchors)
    if year is None:
        return TimeValue(timex3=_undated(month, day), modifier=expression.modifier)
    if month is None:
        return valued(year_days(year), TimeUnit.YEAR, expression, anchor)
    days = month_days(year, month)
    if day is None:
        return valued(days, TimeUnit.MONTH, expression, anchor)
    if day > days.last.day:
        return TimeValue(timex3=_undated(month, None))
    exact = date(year, month, day)
    return valued(Days(exact, exact), TimeUnit.DAY, expression, anchor)


def read_weekday(expression: TimeExpression, anchors: Anchors) -> TimeValue:
    """A weekday: the last one up to the anchor, or the next after it where the clause looks ahead."""
    base, weekday = anchors.day(expression.base), expression.weekday
    if base is None or weekday is None:
        return TimeValue()
    ahead = weekday - base.isoweekday()
    direction = expression.direction
    if direction == _BEFORE_LAST:
        gap = -(-ahead % 7 or 7) - 7
    elif direction is None:
        to_come = expression.lead is TimeModifier.UNTIL and anchors.tense is None
        gap = ahead % 7 if anchors.tense is Tense.FUTURE or to_come else -(-ahead % 7)
    elif direction == 0:
        gap = ahead
    else:
        gap = direction * ((direction * ahead) % 7 or 7)
    day = base + timedelta(days=gap + int(expression.count or 0))
    return valued(Days(day, day), TimeUnit.DAY, expression, expression.base)


def read_day_number(expression: TimeExpression, anchors: Anchors) -> TimeValue:
    """A day of a month that the words do not name: of the month named before in the sentence, else the last such
    day up to publication, or the next where the clause looks ahead.
    """
    number = expression.day or 1
    if anchors.previous is not None:
        base = anchors.day(TimeBase.PREVIOUS, ahead=False)
        day = _numbered(base, number) if base is not None else None
        return TimeValue() if day is None else valued(Days(day, day), TimeUnit.DAY, expression, TimeBase.PREVIOUS)
    base = anchors.published
    if base is None:
        return TimeValue()
    ahead = anchors.tense is Tense.FUTURE or expression.lead in _AHEAD
    day = _numbered(base, number)
    if day is None or (day < base if ahead else day > base):
        day = _numbered(add(base, TimeUnit.MONTH, 1 if ahead else -1), number)
    return TimeValue() if day is None else valued(Days(day, day), TimeUnit.DAY, expression, TimeBase.PUBLISHED)


def _numbered(around: date, number: int) -> date | None:
    """The day of that number in the month around a day; None where the month is too short."""
    days = unit_days(around, TimeUnit.MONTH)
    return days.first.replace(day=number) if 0 < number <= days.last.day else None


def read_season(expression: TimeExpression, anchors: Anchors) -> TimeValue:
    """A season by its months on the northern half of the globe; a winter reaches over the new year."""
    season = expression.season or "SU"
    start = SEASON_MONTHS[season]
    year, anchor = _year(expression, start, None, anchors)
    if year is None:
        return TimeValue(timex3=f"XXXX-{season}", modifier=expression.modifier)
    days, timex3 = month_days(year, start, 3), f"{year:04d}-{season}"
    if season == "WI" and anchor is not TimeBase.PUBLISHED:
        return valued(Days(date(year, 1, 1), days.last), TimeUnit.YEAR, expression, anchor, timex3)
    return valued(days, TimeUnit.MONTH, expression, anchor, timex3)


def read_quarter(expression: TimeExpression, anchors: Anchors) -> TimeValue:
    """A quarter or half of a year; its value is its first month."""
    months, letter = (3, "Q") if expression.form is TimeForm.QUARTER else (6, "H")
    number = expression.quarter or 1
    start = months * (number - 1) + 1
    year, anchor = _year(expression, start, None, anchors)
    if year is None:
        return TimeValue(timex3=f"XXXX-{letter}{number}")
    days = month_days(year, start, months)
    return valued(days, TimeUnit.MONTH, expression, anchor, f"{year:04d}-{letter}{number}")


def read_decade(expression: TimeExpression, _anchors: Anchors) -> TimeValue:
    """A decade by its first year; the value is that year."""
    first = expression.decade or 1900
    days = Days(date(first, 1, 1), date(first + 9, 12, 31))
    return valued(days, TimeUnit.DECADE, expression, None, f"{first // 10}")


def read_century(expression: TimeExpression, _anchors: Anchors) -> TimeValue:
    """A century has days, but no value."""
    number = expression.century or 20
    first = 100 * (number - 1)
    days = Days(date(max(first, 1), 1, 1), date(first + 99, 12, 31))
    return valued(days, TimeUnit.CENTURY, expression, None, f"{number - 1:02d}")


def _undated(month: int | None, day: int | None) -> str:
    return "XXXX" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def _year(expression: TimeExpression, month: int, day: int | None, anchors: Anchors) -> _Year:
    """The year that a month or season is in."""
    if expression.year is not None:
        return expression.year, None
    base = anchors.day(expression.base)
    if expression.unit is TimeUnit.YEAR and expression.count is not None:
        return (base.year + int(expression.count), expression.base) if base else (None, None)
    if expression.direction is not None and base is not None:
        length = 3 if expression.form is TimeForm.SEASON and month < _DECEMBER else 1
        return _directed(expression.direction, month, base, length), expression.base
    if anchors.previous is not None and anchors.previous.earliest is not None:
        return _carried(month, anchors.previous), TimeBase.PREVIOUS
    if anchors.published is None:
        return None, None
    return _nearest(month, day, anchors, expression.lead), TimeBase.PUBLISHED


def _directed(direction: int, month: int, base: date, length: int = 1) -> int:
    """The year of "last May", "this May", "next May"; a season that is not over is not the last."""
    if direction == 0:
        return base.year
    if direction > 0:
        return base.year + (month <= base.month)
    return base.year - (month + length - 1 >= base.month)


def _carried(month: int, previous: TimeValue) -> int:
    """The year of a bare month in a narrative: that of the date before, or the next over a new year."""
    before = date.fromisoformat(previous.earliest or "")
    fine = previous.granularity in (TimeUnit.DAY, TimeUnit.MONTH, TimeUnit.WEEK)
    return before.year + (fine and before.month >= 10 and month <= 3)


def _nearest(month: int, day: int | None, anchors: Anchors, lead: TimeModifier | None) -> int:
    """The year of a bare date: the last, or the next where the clause looks ahead or the date is close at hand."""
    published = anchors.published or date.min
    today = (published.month, published.day)
    if lead is TimeModifier.SINCE:
        return published.year - ((month, day or 1) > today)
    if anchors.tense is Tense.FUTURE:
        return published.year + ((month, day or 31) < today)
    last = published.year - ((month, day or 1) > today)
    length = month_days(last + 1, month).last.day
    ahead = (date(last + 1, month, min(day or 1, length)) - published).days
    soon = 0 if anchors.tense is Tense.PAST else _HALF_YEAR if lead in _AHEAD else _SOON
    return last + (0 < ahead <= soon)
