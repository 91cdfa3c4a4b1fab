"""Calendar arithmetic: the first and last day of a day, month, season, year, decade or century."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from reportedly.extract.time_nouns import TimeUnit

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

EARLIEST, LATEST = date(100, 1, 1), date(9900, 12, 31)
"""No time is read that lies outside; so weeks and winters around a day are always in the calendar."""
_MONTHS = {TimeUnit.MONTH: 1, TimeUnit.QUARTER: 3, TimeUnit.YEAR: 12, TimeUnit.DECADE: 120, TimeUnit.CENTURY: 1200}
_DAYS = {TimeUnit.DAY: 1, TimeUnit.WEEK: 7, TimeUnit.WEEKEND: 7}


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
    """The same day of the month so many months on, or that month's last day.

    Raises:
        OverflowError: the year would lie outside the calendar.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"year {year} lies outside the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, unit: TimeUnit, count: float) -> date:
    """The day so many units on; half months and years are rounded to months.

    A result outside the years that are read (`EARLIEST` to `LATEST`) is the nearest day inside.
    """
    try:
        if unit in _MONTHS:
            return _inside(add_months(day, round(_MONTHS[unit] * count)))
        return _inside(day + timedelta(days=round(_DAYS.get(unit, 0) * count)))
    except OverflowError:
        return LATEST if count > 0 else EARLIEST


def _inside(day: date) -> date:
    return min(max(day, EARLIEST), LATEST)


def unit_days(day: date, unit: TimeUnit) -> Days:
    """The day, week, month, quarter, year, decade or century around `day`."""
    if unit in (TimeUnit.WEEK, TimeUnit.WEEKEND):
        week = week_days(day)
        return week if unit is TimeUnit.WEEK else Days(week.first + timedelta(days=5), week.last)
    if unit in (TimeUnit.MONTH, TimeUnit.QUARTER):
        months = _MONTHS[unit]
        return month_days(day.year, (day.month - 1) // months * months + 1, months)
    years = _MONTHS.get(unit, 0) // 12
    if not years:
        return Days(day, day)
    first = day.year // years * years
    return Days(date(first, 1, 1), date(first + years - 1, 12, 31))


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The first, second ... weekday (1 for Monday) of a month; -1 is the last."""
    days = month_days(year, month)
    if which < 0:
        return days.last - timedelta(days=(days.last.isoweekday() - weekday) % 7)
    return days.first + timedelta(days=(weekday - days.first.isoweekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian rule (Meeus, *Astronomical Algorithms*)."""
    golden, century = year % 19, year // 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    month, day = divmod(moon + sunday - 7 * ((golden + 11 * moon + 22 * sunday) // 451) + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the orthodox churches in the Gregorian calendar (the Julian rule of Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
