"""Calendar arithmetic: the first and last day of a day, month, season, year, decade or century."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.extract.time_nouns import TimeUnit

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Days(NamedTuple):
    """A stretch of whole days, both ends included."""

    first: date
    last: date


def year_days(year: int) -> Days:
    """The days of a year from 1 to 9999."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def month_days(year: int, month: int, months: int = 1) -> Days:
    """The days of so many months from the given one on."""
    first = date(year, month, 1)
    end = add_months(first, months - 1)
    return Days(first, date(end.year, end.month, monthrange(end.year, end.month)[1]))


def week_days(day: date) -> Days:
    """The days from Monday to Sunday around `day`."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, unit: TimeUnit, count: float) -> date:
    """The day so many units on; half months and years count in days.

    A result outside the years 1 to 9999 is the nearest day inside.
    """
    months = {TimeUnit.MONTH: 1, TimeUnit.QUARTER: 3, TimeUnit.YEAR: 12, TimeUnit.DECADE: 120, TimeUnit.CENTURY: 1200}
    days = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7, TimeUnit.WEEKEND: 7}
    try:
        if unit in months:
            return add_months(day, round(months[unit] * count))
        return day + timedelta(days=round(days.get(unit, 0) * count))
    except OverflowError:
        return date.max if count > 0 else date.min


def unit_days(day: date, unit: TimeUnit) -> Days:
    """The day, week, month, quarter, year, decade or century around `day`."""
    if unit is TimeUnit.WEEK:
        return week_days(day)
    if unit is TimeUnit.WEEKEND:
        monday = week_days(day).first
        return Days(monday + timedelta(days=5), monday + timedelta(days=6))
    if unit is TimeUnit.MONTH:
        return month_days(day.year, day.month)
    if unit is TimeUnit.QUARTER:
        return month_days(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    if unit is TimeUnit.YEAR:
        return year_days(day.year)
    if unit in (TimeUnit.DECADE, TimeUnit.CENTURY):
        size = 10 if unit is TimeUnit.DECADE else 100
        first = max(day.year // size * size, 1)
        return Days(date(first, 1, 1), date(min(first + size - 1, 9999), 12, 31))
    return Days(day, day)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The first, second ... weekday (1 for Monday) of a month; -1 is the last."""
    days = month_days(year, month)
    if which < 0:
        return days.last - timedelta(days=(days.last.isoweekday() - weekday) % 7)
    return days.first + timedelta(days=(weekday - days.first.isoweekday()) % 7 + 7 * (which - 1))
