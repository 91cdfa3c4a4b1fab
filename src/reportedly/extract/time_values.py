"""Ties an expression to the days that it means, from the day of publication and what stood before it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from msgspec import structs

from reportedly.extract.days import (
    SEASON_MONTHS,
    Days,
    add,
    month_days,
    nth_weekday,
    unit_days,
    year_days,
)
from reportedly.extract.time_nouns import (
    Tense,
    TimeBase,
    TimeExpression,
    TimeForm,
    TimeModifier,
    TimeUnit,
    TimeValue,
)
from reportedly.knowledge.time_rules import time_rules

_LETTERS = {
    TimeUnit.SECOND: "S",
    TimeUnit.MINUTE: "M",
    TimeUnit.HOUR: "H",
    TimeUnit.DAY: "D",
    TimeUnit.WEEKEND: "WE",
    TimeUnit.WEEK: "W",
    TimeUnit.MONTH: "M",
    TimeUnit.QUARTER: "Q",
    TimeUnit.YEAR: "Y",
    TimeUnit.DECADE: "DE",
    TimeUnit.CENTURY: "CE",
}
_FINE = frozenset([TimeUnit.SECOND, TimeUnit.MINUTE, TimeUnit.HOUR])


def resolve(
    expression: TimeExpression,
    *,
    published: date | None,
    tense: Tense | None = None,
    previous: TimeValue | None = None,
) -> TimeValue:
    """The days that `expression` means.

    Args:
        expression: as `timex.find` gives it.
        published: the day the article appeared; None where nothing says.
        tense: whether the clause looks back or ahead; back where None.
        previous: the date named last before this one, in background paragraphs: a bare "12 November" takes the
            year of the narrative. Where None, the year is the nearest one before publication (after it in the
            future tense).

    A vague expression has no `value`; one that nothing ties to the calendar has no days either.
    """
    anchors = _Anchors(published, tense, previous)
    value = _RESOLVERS[expression.form](expression, anchors)
    if expression.until is not None:
        end = resolve(expression.until, published=published, tense=tense, previous=value)
        value = _joined(value, end)
    return value


class _Anchors(NamedTuple):
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


def _value(
    days: Days, unit: TimeUnit, expression: TimeExpression, anchor: TimeBase | None, timex3: str | None = None
) -> TimeValue:
    prefix = _prefix(days.first, unit)
    narrowed = _narrowed(days, expression.modifier)
    clock = f"T{expression.part}" if expression.part and unit is TimeUnit.DAY else ""
    return TimeValue(
        value=prefix,
        earliest=narrowed.first.isoformat(),
        latest=narrowed.last.isoformat(),
        timex3=timex3 or (prefix + clock if prefix else None),
        granularity=unit,
        modifier=expression.modifier,
        anchor=anchor,
    )


def _prefix(day: date, unit: TimeUnit) -> str | None:
    if unit is TimeUnit.YEAR:
        return f"{day.year:04d}"
    if unit is TimeUnit.MONTH:
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat() if unit is TimeUnit.DAY else None


def _narrowed(days: Days, modifier: TimeModifier | None) -> Days:
    """The first, middle or last third of a stretch of days."""
    third = ((days.last - days.first).days + 1) // 3
    if third == 0 or modifier is None:
        return days
    step = timedelta(days=third)
    if modifier is TimeModifier.START:
        return Days(days.first, days.first + step)
    if modifier is TimeModifier.END:
        return Days(days.last - step, days.last)
    return Days(days.first + step, days.last - step) if modifier is TimeModifier.MID else days


def _joined(first: TimeValue, last: TimeValue) -> TimeValue:
    """A range: the value of its start, the days of both ends."""
    latest = last.latest if last.latest and (first.earliest is None or last.latest >= first.earliest) else first.latest
    return structs.replace(first, latest=latest)


def _year(expression: TimeExpression, month: int | None, day: int, anchors: _Anchors) -> tuple[int | None, TimeBase | None]:
    """The year that an expression is in, and what it was taken from."""
    if expression.year is not None:
        return expression.year, None
    base = anchors.day(expression.base)
    if expression.unit is TimeUnit.YEAR and expression.count is not None:
        return (base.year + int(expression.count) if base else None), expression.base
    month = month or 1
    if expression.direction is not None and base is not None:
        return _directed_year(expression, month, base), expression.base
    if anchors.previous is not None and anchors.previous.earliest is not None:
        return _narrative_year(month, anchors.previous), TimeBase.PREVIOUS
    if anchors.published is None:
        return None, None
    return _nearest_year(month, day, anchors.published, anchors.tense), TimeBase.PUBLISHED


def _directed_year(expression: TimeExpression, month: int, base: date) -> int:
    """The year of "last May", "this May", "next May"."""
    if expression.direction == 0:
        return base.year
    if expression.direction == 1:
        return base.year if month > base.month else base.year + 1
    return base.year if month < base.month else base.year - 1


def _narrative_year(month: int, previous: TimeValue) -> int:
    """The year of a bare month after an explicit date: that date's, or the next where a winter lies between."""
    before = date.fromisoformat(previous.earliest or "")
    if previous.granularity not in (TimeUnit.DAY, TimeUnit.MONTH, TimeUnit.WEEK):
        return before.year
    if before.month >= 10 and month <= 3:
        return before.year + 1
    return before.year


def _nearest_year(month: int, day: int, published: date, tense: Tense | None) -> int:
    if tense is Tense.FUTURE:
        return published.year + ((month, day) < (published.month, published.day if day > 1 else 1))
    return published.year - ((month, day) > (published.month, published.day))


def _date(expression: TimeExpression, anchors: _Anchors) -> TimeValue:
    if expression.year is not None and expression.year < 0:
        return TimeValue(timex3=f"BC{-expression.year:04d}", granularity=TimeUnit.YEAR)
    day = expression.day
    if expression.month is None and day is None and expression.year is None:
        return TimeValue()
    month = expression.month
    year, anchor = _year(expression, month, day or 1, anchors)
    if year is None:
        tail = "" if month is None else f"-{month:02d}" + ("" if day is None else f"-{day:02d}")
        return TimeValue(timex3="XXXX" + tail, modifier=expression.modifier)
    if month is None:
        return _value(year_days(year), TimeUnit.YEAR, expression, anchor)
    days = month_days(year, month)
    if day is None:
        return _value(days, TimeUnit.MONTH, expression, anchor)
    if day > days.last.day:
        return TimeValue()
    exact = date(year, month, day)
    return _value(Days(exact, exact), TimeUnit.DAY, expression, anchor)


def _weekday(expression: TimeExpression, anchors: _Anchors) -> TimeValue:
    base = anchors.day(expression.base)
    if base is None or expression.weekday is None:
        return TimeValue()
    direction = expression.direction
    if direction is None:
        direction = 1 if anchors.tense is Tense.FUTURE else -1
        gap = (direction * (expression.weekday - base.isoweekday())) % 7
    elif direction == 0:
        gap, direction = expression.weekday - base.isoweekday(), 1
    else:
        gap = (direction * (expression.weekday - base.isoweekday())) % 7 or 7
    day = base + timedelta(days=direction * gap)
    return _value(Days(day, day), TimeUnit.DAY, expression, expression.base)


def _season(expression: TimeExpression, anchors: _Anchors) -> TimeValue:
    season = expression.season or "SU"
    start = SEASON_MONTHS[season]
    year, anchor = _year(expression, start, 1, anchors)
    if year is None:
        return TimeValue(timex3=f"XXXX-{season}", modifier=expression.modifier)
    days = month_days(year, start, 3)
    timex3 = f"{year:04d}-{season}"
    if season == "WI":
        return structs.replace(_value(Days(date(year, 1, 1), days.last), TimeUnit.YEAR, expression, anchor, timex3))
    return _value(days, TimeUnit.MONTH, expression, anchor, timex3)


def _quarter(expression: TimeExpression, anchors: _Anchors) -> TimeValue:
    months = 3 if expression.form is TimeForm.QUARTER else 6
    number = expression.quarter or 1
    start = months * (number - 1) + 1
    year, anchor = _year(expression, start, 1, anchors)
    letter = "Q" if months == 3 else "H"
    if year is None:
        return TimeValue(timex3=f"XXXX-{letter}{number}")
    return _value(month_days(year, start, months), TimeUnit.MONTH, expression, anchor, f"{year:04d}-{letter}{number}")


def _holiday(expression: TimeExpression, anchors: _Anchors) -> TimeValue:
    rule = time_rules().holidays[expression.holiday or ""]
    month, day = (rule[0], rule[1]) if len(rule) == 2 else (rule[0], 7 * rule[2] if rule[2] > 0 else 28)
    year, anchor = _year(expression, month, day, anchors)
    if year is None:
        return TimeValue()
    exact = date(year, month, day) if len(rule) == 2 else nth_weekday(year, *rule)
    return _value(Days(exact, exact), TimeUnit.DAY, expression, anchor)


def _decade(expression: TimeExpression, _anchors: _Anchors) -> TimeValue:
    first = expression.decade or 1900
    days = Days(date(first, 1, 1), date(first + 9, 12, 31))
    return _value(days, TimeUnit.DECADE, expression, None, str(first // 10))


def _century(expression: TimeExpression, _anchors: _Anchors) -> TimeValue:
    number = expression.century or 20
    first = max(100 * (number - 1), 1)
    days = Days(date(first, 1, 1), date(100 * (number - 1) + 99, 12, 31))
    return _value(days, TimeUnit.CENTURY, expression, None, f"{number - 1:02d}")


def _shift(expression: TimeExpression, anchors: _Anchors) -> TimeValue:
    ahead = (expression.direction or expression.count or 0) >= 0
    base, unit = anchors.day(expression.base, ahead=ahead), expression.unit
    if expression.count is None or unit is None:
        return _vague(expression, base)
    if base is None:
        return TimeValue(timex3="XXXX-XX-XX" if unit is TimeUnit.DAY else None)
    if unit in _FINE:
        return _value(Days(base, base), TimeUnit.DAY, expression, expression.base)
    day = add(base, unit, expression.count)
    days = unit_days(day, unit)
    if unit is TimeUnit.WEEK:
        exact = expression.base is TimeBase.PREVIOUS and expression.direction is not None
        if exact and anchors.previous is not None and anchors.previous.granularity is TimeUnit.DAY:
            return _value(Days(day, day), TimeUnit.DAY, expression, expression.base)
        return _week(days, expression)
    if unit is TimeUnit.WEEKEND:
        year, week, _ = days.first.isocalendar()
        return _value(days, TimeUnit.DAY, expression, expression.base, f"{year:04d}-W{week:02d}-WE")
    if unit in (TimeUnit.DECADE, TimeUnit.CENTURY):
        size = 3 if unit is TimeUnit.DECADE else 2
        return _value(days, unit, expression, expression.base, f"{day.year:04d}"[:size])
    if unit is TimeUnit.QUARTER:
        quarter = f"{days.first.year:04d}-Q{days.first.month // 3 + 1}"
        return _value(days, TimeUnit.MONTH, expression, expression.base, quarter)
    return _value(days, unit, expression, expression.base)


def _week(days: Days, expression: TimeExpression) -> TimeValue:
    """A week is its month, or its Monday where it reaches over the month's end (codebook, ruling 10)."""
    year, week, _ = days.first.isocalendar()
    unit = TimeUnit.MONTH if days.first.month == days.last.month else TimeUnit.DAY
    return _value(days, unit, expression, expression.base, f"{year:04d}-W{week:02d}")


_VAGUE = {TimeUnit.DAY: 10, TimeUnit.WEEK: 56, TimeUnit.WEEKEND: 28, TimeUnit.MONTH: 330}
"""At most how many days "a few" of a unit reach back or ahead."""


def _vague(expression: TimeExpression, base: date | None) -> TimeValue:
    """"A few weeks ago", "the coming months": days where they are bounded, a year where it is sure."""
    direction = expression.direction or 0
    timex3 = "PAST_REF" if direction < 0 else "FUTURE_REF" if direction > 0 else "PRESENT_REF"
    reach = _VAGUE.get(expression.unit) if expression.unit else None
    if expression.form is TimeForm.PERIOD and expression.unit:
        timex3 = f"PX{_LETTERS[expression.unit]}"
    if base is None or reach is None or direction == 0:
        return TimeValue(timex3=timex3)
    far = base + timedelta(days=direction * reach)
    days = Days(min(base, far), max(base, far))
    unit = TimeUnit.MONTH if reach <= 10 else TimeUnit.YEAR
    return structs.replace(_value(days, unit, expression, expression.base, timex3), value=_prefix(base, unit))


def _period(expression: TimeExpression, anchors: _Anchors) -> TimeValue:
    direction, unit = expression.direction or 0, expression.unit or TimeUnit.DAY
    base = anchors.day(expression.base, ahead=direction >= 0)
    if expression.count is None or direction == 0:
        return _vague(expression, base)
    timex3 = _duration_text(expression.count, unit)
    if base is None:
        return TimeValue(timex3=timex3)
    far = add(base, unit, direction * expression.count)
    days = Days(min(base, far), max(base, far))
    if unit in _FINE:
        back = timedelta(hours=expression.count if unit is TimeUnit.HOUR else 0)
        days = Days(base - back, base) if direction < 0 else Days(base, base + back)
    grain = {TimeUnit.MONTH: TimeUnit.MONTH, TimeUnit.WEEK: TimeUnit.MONTH, TimeUnit.QUARTER: TimeUnit.MONTH}
    years = (TimeUnit.YEAR, TimeUnit.DECADE, TimeUnit.CENTURY)
    return _value(days, TimeUnit.YEAR if unit in years else grain.get(unit, TimeUnit.DAY), expression, expression.base, timex3)


def _duration_text(count: float | None, unit: TimeUnit) -> str:
    number = "X" if count is None else f"{count:g}"
    return f"P{'T' if unit in _FINE else ''}{number}{_LETTERS[unit]}"


def _duration(expression: TimeExpression, _anchors: _Anchors) -> TimeValue:
    unit = expression.unit or TimeUnit.DAY
    return TimeValue(timex3=_duration_text(expression.count, unit), granularity=unit)


def _part(expression: TimeExpression, anchors: _Anchors) -> TimeValue:
    """A time of day is on the day named last."""
    previous = anchors.previous
    if previous is None or previous.granularity is not TimeUnit.DAY or previous.value is None:
        return TimeValue(timex3=f"XXXX-XX-XXT{expression.part}" if expression.part else None)
    return structs.replace(previous, modifier=None, anchor=TimeBase.PREVIOUS)


def _now(expression: TimeExpression, _anchors: _Anchors) -> TimeValue:
    direction = expression.direction or 0
    return TimeValue(timex3="PAST_REF" if direction < 0 else "FUTURE_REF" if direction > 0 else "PRESENT_REF")


_RESOLVERS: dict[TimeForm, Callable[[TimeExpression, _Anchors], TimeValue]] = {
    TimeForm.DATE: _date,
    TimeForm.WEEKDAY: _weekday,
    TimeForm.SEASON: _season,
    TimeForm.QUARTER: _quarter,
    TimeForm.HALF: _quarter,
    TimeForm.HOLIDAY: _holiday,
    TimeForm.DECADE: _decade,
    TimeForm.CENTURY: _century,
    TimeForm.SHIFT: _shift,
    TimeForm.PERIOD: _period,
    TimeForm.DURATION: _duration,
    TimeForm.SET: _duration,
    TimeForm.PART: _part,
    TimeForm.NOW: _now,
}
