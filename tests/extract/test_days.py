from datetime import date

import pytest

from reportedly.extract.days import (
    EARLIEST,
    LATEST,
    Days,
    add,
    add_months,
    month_days,
    nth_weekday,
    unit_days,
    week_days,
    year_days,
)
from reportedly.extract.time_nouns import TimeUnit


def test_stretches_of_the_calendar() -> None:
    assert year_days(2020) == Days(date(2020, 1, 1), date(2020, 12, 31))
    assert month_days(2020, 2) == Days(date(2020, 2, 1), date(2020, 2, 29))
    assert month_days(2020, 12, 3) == Days(date(2020, 12, 1), date(2021, 2, 28))
    assert week_days(date(2025, 6, 22)) == Days(date(2025, 6, 16), date(2025, 6, 22))


def test_months_end_on_their_last_day() -> None:
    assert add_months(date(2020, 1, 31), 1) == date(2020, 2, 29)
    assert add_months(date(2020, 3, 31), -13) == date(2019, 2, 28)
    with pytest.raises(OverflowError, match="calendar"):
        add_months(date(2020, 1, 1), 12 * 9000)


@pytest.mark.parametrize(
    ("unit", "count", "day"),
    [
        (TimeUnit.DAY, -3, date(2020, 2, 26)),
        (TimeUnit.WEEK, 2, date(2020, 3, 14)),
        (TimeUnit.MONTH, -1, date(2020, 1, 29)),
        (TimeUnit.YEAR, 0.5, date(2020, 8, 29)),
        (TimeUnit.DECADE, 1, date(2030, 2, 28)),
        (TimeUnit.CENTURY, -1, date(1920, 2, 29)),
        (TimeUnit.YEAR, 1_000_000, LATEST),
        (TimeUnit.DAY, -10_000_000_000, EARLIEST),
        (TimeUnit.YEAR, -1990, EARLIEST),
    ],
)
def test_counting_units_stays_in_the_calendar(unit: TimeUnit, count: float, day: date) -> None:
    assert add(date(2020, 2, 29), unit, count) == day


@pytest.mark.parametrize(
    ("unit", "first", "last"),
    [
        (TimeUnit.DAY, date(2016, 5, 18), date(2016, 5, 18)),
        (TimeUnit.WEEKEND, date(2016, 5, 21), date(2016, 5, 22)),
        (TimeUnit.WEEK, date(2016, 5, 16), date(2016, 5, 22)),
        (TimeUnit.MONTH, date(2016, 5, 1), date(2016, 5, 31)),
        (TimeUnit.QUARTER, date(2016, 4, 1), date(2016, 6, 30)),
        (TimeUnit.YEAR, date(2016, 1, 1), date(2016, 12, 31)),
        (TimeUnit.DECADE, date(2010, 1, 1), date(2019, 12, 31)),
        (TimeUnit.CENTURY, date(2000, 1, 1), date(2099, 12, 31)),
    ],
)
def test_the_unit_around_a_day(unit: TimeUnit, first: date, last: date) -> None:
    assert unit_days(date(2016, 5, 18), unit) == Days(first, last)


def test_weekdays_of_a_month() -> None:
    assert nth_weekday(2016, 11, 4, 4) == date(2016, 11, 24)
    assert nth_weekday(2016, 5, 1, -1) == date(2016, 5, 30)
