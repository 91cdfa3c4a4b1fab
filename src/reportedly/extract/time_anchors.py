"""What times are counted from, and how days become a value."""

from datetime import date, timedelta
from typing import NamedTuple

from reportedly.extract.days import Days
from reportedly.extract.time_nouns import Tense, TimeBase, TimeExpression, TimeModifier, TimeUnit, TimeValue


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
    narrowed = _narrowed(days, expression.modifier)
    part = f"T{expression.part}" if expression.part and unit is TimeUnit.DAY else ""
    return TimeValue(
        value=written,
        earliest=narrowed.first.isoformat(),
        latest=narrowed.last.isoformat(),
        timex3=timex3 or (written + part if written else None),
        granularity=unit,
        modifier=expression.modifier,
        anchor=anchor,
    )


def prefix(day: date, unit: TimeUnit) -> str | None:
    """`day` as an ISO 8601 prefix down to `unit`; a decade is written as its first year."""
    if unit in (TimeUnit.YEAR, TimeUnit.DECADE):
        return f"{day.year:04d}"
    if unit is TimeUnit.MONTH:
        return f"{day.year:04d}-{day.month:02d}"
    return day.isoformat() if unit is TimeUnit.DAY else None


def _narrowed(days: Days, modifier: TimeModifier | None) -> Days:
    """The first, middle or last third of a stretch of days."""
    third = timedelta(days=((days.last - days.first).days + 1) // 3)
    if not third or modifier not in (TimeModifier.START, TimeModifier.MID, TimeModifier.END):
        return days
    if modifier is TimeModifier.START:
        return Days(days.first, days.first + third)
    if modifier is TimeModifier.MID:
        return Days(days.first + third, days.last - third)
    return Days(days.last - third, days.last)
