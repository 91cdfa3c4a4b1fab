"""Times that are counted in units from an anchor, stretches and durations."""

from datetime import date, timedelta

from msgspec import structs

from reportedly.extract.days import Days, add, unit_days
from reportedly.extract.time_anchors import Anchors, of_day, over_night, prefix, valued
from reportedly.extract.time_nouns import (
    FINE,
    Tense,
    TimeBase,
    TimeExpression,
    TimeForm,
    TimeModifier,
    TimeUnit,
    TimeValue,
)

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
_COARSE = frozenset([TimeUnit.MONTH, TimeUnit.YEAR, TimeUnit.DECADE])
_VAGUE_DAYS = {TimeUnit.DAY: 10, TimeUnit.WEEK: 56, TimeUnit.WEEKEND: 28, TimeUnit.MONTH: 330}
"""At most how many days "a few" of a unit reach back or ahead."""
_STARTS = {
    TimeUnit.WEEK: TimeUnit.MONTH,
    TimeUnit.MONTH: TimeUnit.MONTH,
    TimeUnit.QUARTER: TimeUnit.MONTH,
    TimeUnit.YEAR: TimeUnit.YEAR,
    TimeUnit.DECADE: TimeUnit.YEAR,
    TimeUnit.CENTURY: TimeUnit.YEAR,
}
"""How precisely the start of a stretch is known, by the unit it is measured in; else to the day."""


def read_shift(expression: TimeExpression, anchors: Anchors) -> TimeValue:
    """So many units before or after the anchor: yesterday, last week, two days later."""
    ahead = (expression.direction or expression.count or 0) >= 0
    base, unit = anchors.day(expression.base, ahead=ahead), expression.unit
    if expression.count is None or unit is None:
        return _vague(expression, base)
    if expression.day is not None and base is not None:  # a year ago today
        day = add(base + timedelta(days=expression.day), unit, expression.count)
        return valued(Days(day, day), TimeUnit.DAY, expression, expression.base)
    if base is None:
        return TimeValue(timex3="XXXX-XX-XX" if unit is TimeUnit.DAY else None)
    previous = anchors.previous if expression.base is TimeBase.PREVIOUS else None
    if previous is not None and previous.granularity in _COARSE and unit in (TimeUnit.DAY, *FINE):
        return structs.replace(previous, modifier=TimeModifier.APPROX, anchor=TimeBase.PREVIOUS)
    if unit in FINE:
        return valued(Days(base, base), TimeUnit.DAY, expression, expression.base)
    if unit is TimeUnit.WEEKEND and not expression.count:
        return _of_unit(_nearest_weekend(base, anchors), unit, expression)
    day = add(base, unit, expression.count)
    if unit is TimeUnit.WEEK and previous is not None and previous.granularity is TimeUnit.DAY:
        return valued(Days(day, day), TimeUnit.DAY, expression, expression.base)
    return _of_unit(day, unit, expression)


def _nearest_weekend(base: date, anchors: Anchors) -> date:
    """A day of the weekend that has come, or, where the clause looks ahead, of the one to come."""
    comes = unit_days(base, TimeUnit.WEEKEND).first > base
    return base - timedelta(days=7 * (comes and anchors.tense is not Tense.FUTURE))


def _of_unit(day: date, unit: TimeUnit, expression: TimeExpression) -> TimeValue:
    """The week, month ... around `day`. A week's value is the month that holds most of it (codebook, ruling 10)."""
    days = unit_days(day, unit)
    year, week, _ = days.first.isocalendar()
    if unit in (TimeUnit.WEEK, TimeUnit.WEEKEND):
        tail = "-WE" if unit is TimeUnit.WEEKEND else ""
        value = valued(days, TimeUnit.MONTH, expression, expression.base, f"{year:04d}-W{week:02d}{tail}")
        middle = days.last if tail else days.first + timedelta(days=3)
        return structs.replace(value, value=prefix(middle, TimeUnit.MONTH))
    if unit is TimeUnit.QUARTER:
        timex3 = f"{days.first.year:04d}-Q{days.first.month // 3 + 1}"
        return valued(days, TimeUnit.MONTH, expression, expression.base, timex3)
    short = {TimeUnit.DECADE: 3, TimeUnit.CENTURY: 2}.get(unit)
    return valued(days, unit, expression, expression.base, f"{day.year:04d}"[:short] if short else None)


def read_period(expression: TimeExpression, anchors: Anchors) -> TimeValue:
    """A stretch that ends or begins at the anchor; its value is its start."""
    direction, unit = expression.direction or 0, expression.unit or TimeUnit.DAY
    base = anchors.day(expression.base, ahead=direction >= 0)
    if expression.count is None or direction == 0:
        return _vague(expression, base)
    timex3 = _duration_text(expression.count, unit)
    if base is None:
        return TimeValue(timex3=timex3)
    days_long = expression.count / 24 if unit is TimeUnit.HOUR else 0
    far = add(base, *((TimeUnit.DAY, direction * days_long) if unit in FINE else (unit, direction * expression.count)))
    days = Days(min(base, far), max(base, far))
    return valued(days, _STARTS.get(unit, TimeUnit.DAY), expression, expression.base, timex3)


def read_duration(expression: TimeExpression, _anchors: Anchors) -> TimeValue:
    """How long or how often, not when: no days."""
    unit = expression.unit or TimeUnit.DAY
    if expression.weekday is not None:
        return TimeValue(timex3=f"XXXX-WXX-{expression.weekday}", granularity=TimeUnit.DAY)
    return TimeValue(timex3=_duration_text(expression.count, unit), granularity=unit)


def read_part(expression: TimeExpression, anchors: Anchors) -> TimeValue:
    """A time of day is on the day named last."""
    previous = anchors.previous
    hour = of_day(expression, TimeUnit.DAY)
    if previous is None or previous.granularity is not TimeUnit.DAY or previous.value is None:
        return TimeValue(timex3=f"XXXX-XX-XX{hour}" if hour else None)
    day = previous.value
    on = date.fromisoformat(day)
    last = over_night(Days(on, on), expression).last.isoformat()
    return structs.replace(
        previous, timex3=day + hour, until=None, earliest=day, latest=last, modifier=None, anchor=TimeBase.PREVIOUS
    )


def read_now(expression: TimeExpression, _anchors: Anchors) -> TimeValue:
    """Now or recently: no days."""
    return TimeValue(timex3=_reference(expression.direction or 0))


def _vague(expression: TimeExpression, base: date | None) -> TimeValue:
    """"A few weeks ago", "the coming months": the days they are within, and the month or year at the anchor."""
    direction, unit = expression.direction or 0, expression.unit
    stretch = expression.form is TimeForm.PERIOD and unit is not None
    timex3 = _duration_text(None, unit) if stretch and unit else _reference(direction)
    if base is not None and unit in FINE and direction:
        return valued(Days(base, base), TimeUnit.DAY, expression, expression.base, timex3)
    reach = _VAGUE_DAYS.get(unit) if unit else None
    if base is None or reach is None or direction == 0:
        return TimeValue(timex3=timex3)
    far = base + timedelta(days=direction * reach)
    grain = TimeUnit.YEAR if unit is TimeUnit.MONTH else TimeUnit.MONTH
    value = valued(Days(min(base, far), max(base, far)), grain, expression, expression.base, timex3)
    return structs.replace(value, value=prefix(base, grain))


def _reference(direction: int) -> str:
    return "PAST_REF" if direction < 0 else "FUTURE_REF" if direction > 0 else "PRESENT_REF"


def _duration_text(count: float | None, unit: TimeUnit) -> str:
    number = "X" if count is None else f"{count:g}"
    return f"P{'T' if unit in FINE else ''}{number}{_LETTERS[unit]}"
