"""Holidays and feasts: on which days of a year they are, and which one is meant."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import structs

from reportedly.extract.days import EARLIEST, LATEST, Days, easter, nth_weekday, orthodox_easter
from reportedly.extract.time_anchors import Anchors, prefix, valued
from reportedly.extract.time_nouns import Tense, TimeBase, TimeExpression, TimeModifier, TimeUnit, TimeValue
from reportedly.knowledge.feasts import EasterRule, Feast, feasts
from reportedly.knowledge.time_rules import time_rules


class _Day(NamedTuple):
    """One year's feast: its days, and the feast that moves, None for a holiday of the calendar."""

    days: Days
    feast: Feast | None = None


def read_holiday(expression: TimeExpression, anchors: Anchors) -> TimeValue:
    """A holiday: that of the year told, else the one nearest to what it counts from, before or after.

    A feast of a year that no table holds has no days.
    """
    name = expression.holiday or ""
    if expression.year is not None:
        found = _nearest(_of_year(name, expression.year), date(expression.year, 7, 1))
        return _value(found, expression, None)
    narrative = anchors.previous is not None and expression.unit is None and expression.direction is None
    base = TimeBase.PREVIOUS if narrative else expression.base
    day = anchors.day(base, ahead=False)
    if day is None:
        return TimeValue(modifier=expression.modifier)
    if expression.unit is TimeUnit.YEAR and expression.count is not None:
        day = date(min(max(day.year + int(expression.count), EARLIEST.year), LATEST.year), 7, 1)
    if narrative or expression.unit is TimeUnit.YEAR:
        return _value(_nearest(_of_year(name, day.year), day), expression, base)
    around = [one for step in (-1, 0, 1) for one in _of_year(name, day.year + step)]
    return _value(_nearest(_aimed(around, expression, day, anchors.tense), day), expression, base)


def _aimed(around: list[_Day], expression: TimeExpression, day: date, tense: Tense | None) -> list[_Day]:
    """Those that "last", "this" or "next", or a clause that looks ahead, leaves over."""
    if expression.direction == 0:
        return [one for one in around if one.days.first.year == day.year]
    if expression.direction is not None:
        return [one for one in around if expression.direction * (one.days.first - day).days > 0]
    if tense is Tense.FUTURE:
        return [one for one in around if one.days.last >= day]
    return around


def _nearest(found: list[_Day], day: date) -> _Day | None:
    return min(found, key=lambda one: abs((one.days.first - day).days), default=None)


def _value(found: _Day | None, expression: TimeExpression, anchor: TimeBase | None) -> TimeValue:
    if found is None:
        return TimeValue(modifier=expression.modifier)
    days, feast = found
    if feast is None or not feast.slack:
        return valued(days, TimeUnit.DAY, expression, anchor)
    slack = timedelta(days=feast.slack)
    unit = TimeUnit(feast.unit)
    modifier = expression.modifier or (TimeModifier.APPROX if unit is TimeUnit.DAY else None)
    wide = Days(days.first - slack, days.last + slack)
    value = valued(wide, unit, structs.replace(expression, modifier=modifier), anchor)
    written = prefix(days.first, unit)
    return structs.replace(value, value=written, timex3=written)


def _of_year(name: str, year: int) -> list[_Day]:
    """The days of that name that begin in a year: one of most, none or two of some."""
    if not EARLIEST.year < year < LATEST.year:
        return []
    rule = time_rules().holidays.get(name)
    if rule is not None:
        day = _fixed(rule, year)
        return [_Day(Days(day, day))]
    return [
        _Day(Days(first, first + timedelta(days=feast.days - 1)), feast)
        for feast in feasts().get(name, ())
        for first in _starts(feast, year)
    ]


def _starts(feast: Feast, year: int) -> Iterator[date]:
    if feast.easter is None:
        yield from (day for day in feast.starts if day.year == year)
        return
    sunday = easter(year) if feast.rule is EasterRule.WESTERN else orthodox_easter(year)
    yield sunday + timedelta(days=feast.easter)


def _fixed(rule: tuple[int, ...], year: int) -> date:
    if len(rule) == 2:
        return date(year, rule[0], rule[1])
    month, weekday, which = rule
    return nth_weekday(year, month, weekday, which)
