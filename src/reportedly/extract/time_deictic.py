"""Reads times that are counted from an anchor: yesterday, last week, two days later, the past three years."""

from reportedly.extract import time_fields as field
from reportedly.extract.time_fields import Fields, Parts
from reportedly.extract.time_nouns import TimeBase, TimeForm, TimeUnit
from reportedly.knowledge.time_rules import time_rules

_EDGES = frozenset(["end", "beginning", "start", "middle"])


def day_word(parts: Parts) -> Fields:
    """Today, yesterday, tonight, last night, the day before yesterday."""
    shift, day = parts.get("shift"), parts.get("unit")
    fields: Fields = {"form": TimeForm.SHIFT, "unit": TimeUnit.DAY}
    if day is not None:
        evening = {"part": "NI"} if day.words[0].startswith("toni") else {}
        return {**fields, "count": time_rules().days[day.words[0]], **evening}
    if shift and shift.words[-1] in ("yesterday", "tomorrow"):
        return {**fields, "count": -2 if shift.words[-1] == "yesterday" else 2}
    return {**fields, "count": -1 if shift and shift.words[0] == "last" else 0}


def ago(parts: Parts) -> Fields:
    """Three days ago, a few weeks ago, long ago."""
    if parts["unit"].words[-1] == "ago":
        return {"form": TimeForm.SHIFT, "direction": -1}
    count = field.count(parts.get("count"))
    unit = field.unit(parts["unit"])
    return {"form": TimeForm.SHIFT, "unit": unit, "count": None if count is None else -count, "direction": -1}


def later(parts: Parts) -> Fields:
    """Two days later, a month earlier, the day before."""
    ahead = parts["shift"].words[0] in ("later", "after", "afterwards", "afterward", "on")
    counted = "count" in parts or not field.is_plural(parts["unit"])
    count = field.count(parts.get("count")) if counted else None
    return {
        "form": TimeForm.SHIFT,
        "unit": field.unit(parts["unit"]),
        "count": None if count is None else count if ahead else -count,
        "direction": 1 if ahead else -1,
        "base": TimeBase.PREVIOUS,
    }


def next_unit(parts: Parts) -> Fields:
    """The next day, that year, the same week: counted from the date named before."""
    part = time_rules().parts.get(parts["unit"].words[-1])
    return {
        "form": TimeForm.SHIFT,
        "unit": TimeUnit.DAY if part else field.unit(parts["unit"]),
        "count": field.direction(parts.get("shift")) or 0,
        "base": TimeBase.PREVIOUS,
        "part": part,
    }


def this_unit(parts: Parts) -> Fields:
    """Last week, earlier this month, the end of the year."""
    shift = parts.get("shift")
    direction = field.direction(shift)
    fields: Fields = {"form": TimeForm.SHIFT, "unit": field.unit(parts["unit"]), "count": direction or 0}
    if fields["unit"] is TimeUnit.WEEKEND:
        return fields
    if direction is None:
        fields["base"] = TimeBase.PREVIOUS
        if shift and shift.words[0] in _EDGES:
            fields["modifier"] = field.modifier(shift)
    return fields


def period(parts: Parts) -> Fields:
    """The past three years, the coming months, the first week."""
    unit = field.unit(parts["unit"])
    count = field.count(parts["count"]) if "count" in parts else None if field.is_plural(parts["unit"]) else 1
    if "edge" in parts:
        if "year" in parts:
            modifier = field.modifier(parts["edge"])
            return {"form": TimeForm.DATE, "year": field.year(parts["year"]), "modifier": modifier}
        return {"form": TimeForm.DURATION, "unit": unit, "count": count}
    word = parts["shift"].words[0]
    return {
        "form": TimeForm.PERIOD,
        "unit": unit,
        "count": count,
        "direction": field.direction(parts["shift"]),
        "base": TimeBase.PREVIOUS if word in ("following", "preceding", "ensuing") else TimeBase.PUBLISHED,
    }


def leading(parts: Parts) -> Fields:
    """The days leading up to something, the years after something."""
    ahead = parts["shift"].words[0] in ("following", "after", "since")
    unit = field.unit(parts["unit"])
    return {"form": TimeForm.PERIOD, "unit": unit, "direction": 1 if ahead else -1, "base": TimeBase.PREVIOUS}


def every(parts: Parts) -> Fields:
    """Daily, every week."""
    unit = TimeUnit(time_rules().sets[parts["set"].words[0]]) if "set" in parts else field.unit(parts["unit"])
    return {"form": TimeForm.SET, "unit": unit, "count": 1}


def duration(parts: Parts) -> Fields | None:
    """Three days, for years; "a second" and "three quarters" are no times."""
    unit = field.unit(parts["unit"])
    words = parts["unit"].words
    if unit is TimeUnit.QUARTER or (words[-1] == "second" and parts["count"].words[0] not in ("one", "1")):
        return None
    count = field.count(parts["count"]) if "count" in parts else None if field.is_plural(parts["unit"]) else 1
    return {"form": TimeForm.DURATION, "unit": unit, "count": count}


def part(_parts: Parts) -> Fields:
    """A part of the day, or a time of day, without the day."""
    return {"form": TimeForm.PART}


def now(parts: Parts) -> Fields:
    """Now, currently, recently."""
    return {"form": TimeForm.NOW, "direction": -1 if parts["now"].words[0] == "recently" else 0}

