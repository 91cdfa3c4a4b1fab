"""Turns the named parts of a time rule into the fields of an expression."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from reportedly.extract.numerals import worth
from reportedly.extract.time_nouns import TimeBase, TimeExpression, TimeForm, TimeModifier, TimeUnit
from reportedly.extract.wordrules import Hit, Part
from reportedly.knowledge.time_rules import time_rules
from reportedly.schema import Span

Fields = dict[str, Any]
Parts = Mapping[str, Part]

_DIGITS = re.compile(r"\d+")
_PREVIOUS = frozenset(["same", "that", "following", "previous", "preceding", "ensuing", "subsequent", "very"])


def expression(hit: Hit) -> TimeExpression | None:
    """The expression that a rule found, None where its parts make no time (31 June, a range that runs back)."""
    fields = _READERS[hit.rule](hit.parts)
    if fields is None:
        return None
    span = Span(hit.start, hit.end)
    until = fields.pop("until", None)
    if until is not None:
        fields["until"] = TimeExpression(span=span, **until)
    part = hit.parts.get("part")
    if part is not None and "part" not in fields:
        fields["part"] = time_rules().parts.get(part.words[-1])
    if "mod" in hit.parts and "modifier" not in fields:
        fields["modifier"] = _modifier(hit.parts["mod"])
    if "clock" in hit.parts:
        fields["clock"] = " ".join(hit.parts["clock"].words)
    return TimeExpression(span=span, **fields)


def _modifier(part: Part) -> TimeModifier | None:
    name = time_rules().modifiers.get(part.words[0])
    return TimeModifier(name) if name else None


def _number(part: Part | None) -> int | None:
    if part is None:
        return None
    digits = _DIGITS.search(part.words[0])
    return int(digits.group()) if digits else time_rules().ordinals.get(part.words[0])


def _year(part: Part | None) -> int | None:
    if part is None:
        return None
    year = int(_DIGITS.findall(part.words[0])[0])
    if part.words[0][0].isdigit():
        return year
    return year + (1900 if year > 30 else 2000)


def _month(part: Part | None) -> int | None:
    return time_rules().months[part.words[-1]] if part else None


def _direction(part: Part | None) -> int | None:
    if part is None:
        return None
    return next((time_rules().shifts[word] for word in reversed(part.words) if word in time_rules().shifts), None)


def _base(part: Part | None) -> TimeBase:
    return TimeBase.PREVIOUS if part and _PREVIOUS.intersection(part.words) else TimeBase.PUBLISHED


def _unit(part: Part) -> TimeUnit:
    word = part.words[-1]
    name = time_rules().units.get(word, "day")
    if name == "fortnight":
        return TimeUnit.WEEK
    return TimeUnit("day" if name == "night" else "minute" if name == "moment" else name)


def _count(part: Part | None) -> float | None:
    """How many; None where the words only guess ("a few", "several")."""
    if part is None:
        return 1
    words = [word for word in part.words if word not in ("the", "of", "-", "–")]
    if set(words) & set(time_rules().guesses) and "dozen" not in words:
        return None
    if words[-1] == "half":
        return worth(words[:-2]).low + 0.5 if len(words) > 2 else 0.5
    if words[0] == "half":
        return 0.5
    return worth(words).low


def _date(parts: Parts) -> Fields | None:
    shift = parts.get("shift")
    fields: Fields = {
        "form": TimeForm.DATE,
        "year": _year(parts.get("year")),
        "month": _month(parts.get("month")),
        "day": _number(parts.get("day")),
        "direction": _direction(shift),
        "base": _base(shift),
    }
    if "yearof" in parts:
        fields.update(unit=TimeUnit.YEAR, count=_direction(parts["yearof"]) or 0, base=_base(parts["yearof"]))
    if "weekday" in parts:
        fields["weekday"] = time_rules().weekdays[parts["weekday"].words[0]]
    return fields


def _numeric(parts: Parts) -> Fields | None:
    if "iso" in parts:
        numbers = [int(piece) for piece in parts["iso"].words[0].split("-")]
        year, month, day = (*numbers, None)[:3]
        return {"form": TimeForm.DATE, "year": year, "month": month, "day": day}
    first, second, year = (int(piece) for piece in re.split(r"[./]", parts["numeric"].words[0]))
    day, month = (second, first) if second > 12 else (first, second)
    return {"form": TimeForm.DATE, "year": year, "month": month, "day": day} if month <= 12 else None


def _day_range(parts: Parts) -> Fields | None:
    fields = _date(parts)
    last = _number(parts["day2"])
    if fields is None or last is None or last <= (fields["day"] or 0):
        return None
    return {**fields, "until": {**fields, "day": last}}


def _date_range(parts: Parts) -> Fields | None:
    year2 = _year(parts.get("year2"))
    first = {"year": _year(parts.get("year")), "month": _month(parts["month"]), "day": _number(parts.get("day"))}
    last = {"year": year2, "month": _month(parts["month2"]), "day": _number(parts.get("day2"))}
    if first["year"] is None and year2 is not None:
        first["year"] = year2 - (1 if (first["month"] or 0) > (last["month"] or 0) else 0)
    return {"form": TimeForm.DATE, **first, "until": {"form": TimeForm.DATE, **last}}


def _year_range(parts: Parts) -> Fields | None:
    first = _year(parts["year"]) or 0
    digits = parts["year2"].words[0]
    last = int(str(first)[: -len(digits)] + digits) if len(digits) < 4 and digits.isdigit() else _year(parts["year2"])
    if not last or not first < last <= first + 150:
        return None
    return {"form": TimeForm.DATE, "year": first, "until": {"form": TimeForm.DATE, "year": last}}


def _era_year(parts: Parts) -> Fields | None:
    return {"form": TimeForm.DATE, "year": -int(parts["year"].words[0].replace(",", "").split(".")[0]), "modifier": None}


def _season(parts: Parts) -> Fields | None:
    season = time_rules().seasons[parts["season"].words[-1]]
    return {**(_date({k: v for k, v in parts.items() if k != "month"}) or {}), "form": TimeForm.SEASON, "season": season}


def _quarter(parts: Parts) -> Fields | None:
    fields = {key: value for key, value in (_date(parts) or {}).items() if key not in ("form", "month", "day")}
    if "half" in parts:
        half = 1 if parts["half"].words[0] == "first" else 2
        return {**fields, "form": TimeForm.HALF, "quarter": half}
    if parts["quarter"].words[0] in ("last", "final"):
        return {**fields, "form": TimeForm.QUARTER, "quarter": 4} if "year" in parts else None
    number = _number(parts["quarter"])
    return {**fields, "form": TimeForm.QUARTER, "quarter": number} if number and number <= 4 else None


def _holiday(parts: Parts) -> Fields | None:
    name = " ".join(parts["holiday"].words).replace(" '", "'").replace(" ’", "’").replace(" - ", "-")
    shift = parts.get("shift")
    return {
        "form": TimeForm.HOLIDAY,
        "holiday": name,
        "year": _year(parts.get("year")),
        "direction": _direction(shift),
    }


def _decade(parts: Parts) -> Fields | None:
    word = parts["decade"].words[0]
    digits = _DIGITS.search(word)
    start = int(digits.group()) if digits else time_rules().decades[word]
    return {"form": TimeForm.DECADE, "decade": start if start > 100 else 1900 + start}


def _century(parts: Parts) -> Fields | None:
    return {"form": TimeForm.CENTURY, "century": _number(parts["century"])}


def _weekday(parts: Parts) -> Fields | None:
    shift = parts.get("shift")
    weekday = time_rules().weekdays[parts["weekday"].words[0]]
    return {
        "form": TimeForm.WEEKDAY,
        "weekday": weekday,
        "direction": _direction(shift),
        "base": _base(shift),
    }


def _day_word(parts: Parts) -> Fields | None:
    shift, day = parts.get("shift"), parts.get("unit")
    fields: Fields = {"form": TimeForm.SHIFT, "unit": TimeUnit.DAY}
    if day is not None:
        tonight = {"part": "NI"} if day.words[0].startswith("toni") else {}
        return {**fields, "count": time_rules().days[day.words[0]], **tonight}
    if shift and shift.words[-1] in ("yesterday", "tomorrow"):
        return {**fields, "count": -2 if shift.words[-1] == "yesterday" else 2}
    return {**fields, "count": -1 if shift and shift.words[0] == "last" else 0}


def _ago(parts: Parts) -> Fields | None:
    if parts["unit"].words[-1] == "ago":
        return {"form": TimeForm.SHIFT, "direction": -1}
    count = _count(parts.get("count"))
    return {
        "form": TimeForm.SHIFT,
        "unit": _unit(parts["unit"]),
        "count": None if count is None else -count,
        "direction": -1,
    }


def _later(parts: Parts) -> Fields | None:
    ahead = parts["shift"].words[0] in ("later", "after", "afterwards", "afterward")
    if "same" in parts:
        return {"form": TimeForm.SHIFT, "unit": _unit(parts["same"]), "count": 0, "base": TimeBase.PREVIOUS}
    count = _count(parts.get("count"))
    return {
        "form": TimeForm.SHIFT,
        "unit": _unit(parts["unit"]),
        "count": None if count is None else count if ahead else -count,
        "direction": 1 if ahead else -1,
        "base": TimeBase.PREVIOUS,
    }


def _next_unit(parts: Parts) -> Fields | None:
    word = parts["unit"].words[-1]
    part = time_rules().parts.get(word)
    unit = TimeUnit.DAY if part else _unit(parts["unit"])
    return {
        "form": TimeForm.SHIFT,
        "unit": unit,
        "count": _direction(parts["shift"]),
        "base": TimeBase.PREVIOUS,
        "part": part,
    }


_EDGES = {"end": TimeModifier.END, "beginning": TimeModifier.START, "start": TimeModifier.START, "middle": TimeModifier.MID}


def _this_unit(parts: Parts) -> Fields | None:
    shift = parts.get("shift")
    direction = _direction(shift)
    fields: Fields = {"form": TimeForm.SHIFT, "unit": _unit(parts["unit"]), "count": direction or 0}
    if direction is None:
        fields["base"] = TimeBase.PREVIOUS
        if shift and shift.words[0] in _EDGES:
            fields["modifier"] = _EDGES[shift.words[0]]
    return fields


def _period(parts: Parts) -> Fields | None:
    direction = _direction(parts["shift"])
    unit = _unit(parts["unit"])
    plural = parts["unit"].words[-1].endswith("s")
    if "month" in parts or "year" in parts:
        return {**(_date(parts) or {}), "direction": None, "base": TimeBase.PUBLISHED}
    count = _count(parts["count"]) if "count" in parts else (None if plural else 1)
    base = TimeBase.PREVIOUS if parts["shift"].words[0] in ("following", "preceding", "ensuing") else TimeBase.PUBLISHED
    if direction is None:
        return {"form": TimeForm.DURATION, "unit": unit, "count": count}
    return {"form": TimeForm.PERIOD, "unit": unit, "count": count, "direction": direction, "base": base}


def _leading(parts: Parts) -> Fields | None:
    ahead = parts["shift"].words[0] in ("following", "after", "since")
    return {
        "form": TimeForm.PERIOD,
        "unit": _unit(parts["unit"]),
        "direction": 1 if ahead else -1,
        "base": TimeBase.PREVIOUS,
    }


def _every(parts: Parts) -> Fields | None:
    unit = TimeUnit(time_rules().sets[parts["set"].words[0]]) if "set" in parts else _unit(parts["unit"])
    return {"form": TimeForm.SET, "unit": unit, "count": 1}


def _duration(parts: Parts) -> Fields | None:
    plural = parts["unit"].words[-1].endswith("s")
    count = _count(parts["count"]) if "count" in parts else None if plural else 1
    return {"form": TimeForm.DURATION, "unit": _unit(parts["unit"]), "count": count}


def _part(_parts: Parts) -> Fields | None:
    return {"form": TimeForm.PART}


def _now(parts: Parts) -> Fields | None:
    word = parts["now"].words[0]
    direction = -1 if word == "recently" else 1 if word in ("soon", "shortly") else 0
    return {"form": TimeForm.NOW, "direction": direction}


_READERS: dict[str, Callable[[Parts], Fields | None]] = {
    "numeric": _numeric,
    "day_range": _day_range,
    "date_range": _date_range,
    "year_range": _year_range,
    "date": _date,
    "month": _date,
    "year": _date,
    "era_year": _era_year,
    "season": _season,
    "quarter": _quarter,
    "holiday": _holiday,
    "decade": _decade,
    "century": _century,
    "weekday": _weekday,
    "day_word": _day_word,
    "ago": _ago,
    "later": _later,
    "next_unit": _next_unit,
    "this_unit": _this_unit,
    "period": _period,
    "leading": _leading,
    "every": _every,
    "duration": _duration,
    "part": _part,
    "now": _now,
}
