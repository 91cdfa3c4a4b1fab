"""Reads times that are counted from an anchor: yesterday, last week, two days later, the past three years."""

from reportedly.extract import time_fields as field
from reportedly.extract.time_fields import Parts
from reportedly.extract.time_nouns import TimeBase, TimeExpression, TimeForm, TimeUnit
from reportedly.knowledge.time_rules import time_rules
from reportedly.schema import Span

_EDGES = frozenset(["end", "beginning", "start", "middle"])
_AHEAD = frozenset(["later", "after", "afterwards", "afterward", "on", "following", "since"])


def day_word(parts: Parts, span: Span) -> TimeExpression:
    """Today, yesterday, tonight, last night, the day before yesterday."""
    shift, day = parts.get("shift"), parts.get("unit")
    evening = None
    if day is not None:
        count = time_rules().days[day.words[0]]
        evening = "NI" if day.words[0].startswith("toni") else None
    elif shift and shift.words[-1] in ("yesterday", "tomorrow"):
        count = -2 if shift.words[-1] == "yesterday" else 2
    else:
        count = -1 if shift and shift.words[0] == "last" else 0
    return TimeExpression(span=span, form=TimeForm.SHIFT, unit=TimeUnit.DAY, count=count, part=evening)


def ago(parts: Parts, span: Span) -> TimeExpression:
    """Three days ago, a few weeks ago, long ago."""
    if parts["unit"].words[-1] == "ago":
        return TimeExpression(span=span, form=TimeForm.SHIFT, direction=-1)
    count = field.count(parts.get("count"))
    day = parts.get("from")
    return TimeExpression(
        span=span,
        form=TimeForm.SHIFT,
        unit=field.unit(parts["unit"]),
        count=None if count is None else -count,
        direction=-1,
        day=time_rules().days[day.words[0]] if day else None,
    )


def day_number(parts: Parts, span: Span) -> TimeExpression:
    """The day of a month that the words do not name: "on the 13th"."""
    return TimeExpression(span=span, form=TimeForm.DAY_NUMBER, day=field.number(parts["day"]))


def later(parts: Parts, span: Span) -> TimeExpression:
    """Two days later, a month earlier, the day before."""
    direction = 1 if parts["shift"].words[0] in _AHEAD else -1
    counted = "count" in parts or not field.is_plural(parts["unit"])
    count = field.count(parts.get("count")) if counted else None
    return TimeExpression(
        span=span,
        form=TimeForm.SHIFT,
        unit=field.unit(parts["unit"]),
        count=None if count is None else direction * count,
        direction=direction,
        base=TimeBase.PREVIOUS,
        part="NI" if parts["unit"].words[-1] == "night" else None,
    )


def next_unit(parts: Parts, span: Span) -> TimeExpression:
    """The next day, that year, the same week: counted from the date named before."""
    part = time_rules().parts.get(parts["unit"].words[-1])
    return TimeExpression(
        span=span,
        form=TimeForm.SHIFT,
        unit=TimeUnit.DAY if part else field.unit(parts["unit"]),
        count=field.direction(parts.get("shift")) or 0,
        base=TimeBase.PREVIOUS,
        part=part,
    )


def this_unit(parts: Parts, span: Span) -> TimeExpression:
    """Last week, earlier this month, the end of the year, the weekend."""
    shift, unit = parts.get("shift"), field.unit(parts["unit"])
    direction = field.direction(shift)
    narrative = direction is None and unit is not TimeUnit.WEEKEND
    return TimeExpression(
        span=span,
        form=TimeForm.SHIFT,
        unit=unit,
        count=direction or 0,
        base=TimeBase.PREVIOUS if narrative else TimeBase.PUBLISHED,
        modifier=field.modifier(shift) if shift and shift.words[0] in _EDGES else None,
        edge=field.is_edge(shift),
    )


def period(parts: Parts, span: Span) -> TimeExpression:
    """The past three years, the coming months, the first week."""
    unit = field.unit(parts["unit"])
    count = field.count(parts["count"]) if "count" in parts else None if field.is_plural(parts["unit"]) else 1
    if "edge" in parts and "year" in parts:
        modifier = field.modifier(parts["edge"])
        return TimeExpression(span=span, form=TimeForm.DATE, year=field.year(parts["year"]), modifier=modifier)
    if "edge" in parts:
        return TimeExpression(span=span, form=TimeForm.DURATION, unit=unit, count=count)
    narrative = parts["shift"].words[0] in ("following", "preceding", "ensuing")
    return TimeExpression(
        span=span,
        form=TimeForm.PERIOD,
        unit=unit,
        count=count,
        direction=field.direction(parts["shift"]),
        base=TimeBase.PREVIOUS if narrative else TimeBase.PUBLISHED,
    )


def leading(parts: Parts, span: Span) -> TimeExpression:
    """The days leading up to something, the years after something."""
    return TimeExpression(
        span=span,
        form=TimeForm.PERIOD,
        unit=field.unit(parts["unit"]),
        direction=1 if parts["shift"].words[0] in _AHEAD else -1,
        base=TimeBase.PREVIOUS,
    )


def every(parts: Parts, span: Span) -> TimeExpression:
    """Daily, every week, every other week, every three days, once a month, every Monday, on Mondays."""
    if "weekday" in parts:
        day = time_rules().weekdays[parts["weekday"].words[0].removesuffix("s")]
        return TimeExpression(span=span, form=TimeForm.SET, unit=TimeUnit.WEEK, count=1, weekday=day)
    unit = TimeUnit(time_rules().sets[parts["set"].words[0]]) if "set" in parts else field.unit(parts["unit"])
    count = 2 if "other" in parts else field.count(parts.get("count"))
    return TimeExpression(span=span, form=TimeForm.SET, unit=unit, count=count)


def ahead(parts: Parts, span: Span) -> TimeExpression:
    """Two weeks from now, in two days' time."""
    return TimeExpression(
        span=span, form=TimeForm.SHIFT, unit=field.unit(parts["unit"]), count=field.count(parts["count"]), direction=1
    )


def duration(parts: Parts, span: Span) -> TimeExpression | None:
    """Three days, for years; "a second" and "three quarters" are no times."""
    unit = field.unit(parts["unit"])
    ordinal = parts["unit"].words[-1] == "second" and parts["count"].words[0] not in ("one", "1")
    if unit is TimeUnit.QUARTER or ordinal:
        return None
    count = field.count(parts["count"]) if "count" in parts else None if field.is_plural(parts["unit"]) else 1
    return TimeExpression(span=span, form=TimeForm.DURATION, unit=unit, count=count)


def part(_parts: Parts, span: Span) -> TimeExpression:
    """A part of the day, or a time of day, without the day."""
    return TimeExpression(span=span, form=TimeForm.PART)


def now(parts: Parts, span: Span) -> TimeExpression:
    """Now, currently, recently."""
    direction = -1 if parts["now"].words[0] == "recently" else 0
    return TimeExpression(span=span, form=TimeForm.NOW, direction=direction)
