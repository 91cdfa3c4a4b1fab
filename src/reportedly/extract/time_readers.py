"""Turns what a time rule found into an expression; here also the readers of calendar dates."""

import re
from collections.abc import Callable

from reportedly.extract import time_deictic
from reportedly.extract import time_fields as field
from reportedly.extract.time_fields import Fields, Parts
from reportedly.extract.time_nouns import TimeBase, TimeExpression, TimeForm, TimeUnit
from reportedly.extract.wordrules import Hit
from reportedly.knowledge.time_rules import time_rules
from reportedly.schema import Span

_LONGEST_YEARS = 150


def expression(hit: Hit) -> TimeExpression | None:
    """The expression that a rule found, None where its parts make no time (a range that runs back, "24/7")."""
    parts = hit.parts
    fields = _READERS[hit.rule](parts)
    if fields is None:
        return None
    span = Span(hit.start, hit.end)
    if "until" in fields:
        start = min((part.start for name, part in parts.items() if name.endswith("2")), default=hit.start)
        fields["until"] = TimeExpression(span=Span(start, hit.end), **fields["until"])
    if "part" in parts and "part" not in fields:
        fields["part"] = time_rules().parts.get(parts["part"].words[-1])
    if "mod" in parts and "modifier" not in fields:
        fields["modifier"] = field.modifier(parts["mod"])
    if "clock" in parts:
        fields["clock"] = " ".join(parts["clock"].words)
    return TimeExpression(span=span, **fields)


def _date(parts: Parts) -> Fields:
    shift = parts.get("shift")
    fields: Fields = {
        "form": TimeForm.DATE,
        "year": field.year(parts.get("year")),
        "month": field.month(parts.get("month")),
        "day": field.number(parts.get("day")),
        "direction": field.direction(shift),
        "base": field.base(shift),
    }
    if "units" in parts:  # the first week of June
        fields.update(direction=None, base=TimeBase.PUBLISHED, modifier=field.modifier(shift))
    if "yearof" in parts:
        of = parts["yearof"]
        fields.update(unit=TimeUnit.YEAR, count=field.direction(of) or 0, base=field.base(of))
    if "weekday" in parts:
        fields["weekday"] = time_rules().weekdays[parts["weekday"].words[0]]
    return fields


def _numeric(parts: Parts) -> Fields | None:
    if "iso" in parts:
        year, month, *day = (int(piece) for piece in re.split("[-/]", parts["iso"].words[0]))
        return {"form": TimeForm.DATE, "year": year, "month": month, "day": day[0] if day else None}
    written = parts["numeric"].words[0]
    first, second, year = (int(piece) for piece in re.split(r"[./]", written))
    if "/" in written and first != second and max(first, second) <= 12:  # which is the month depends on the country
        return {"form": TimeForm.DATE, "year": year}
    day_of, month = (second, first) if second > 12 else (first, second)
    return {"form": TimeForm.DATE, "year": year, "month": month, "day": day_of} if month <= 12 else None


def _known(parts: Parts) -> Fields | None:
    """The one date that news writes with a slash and no year."""
    nine_eleven = parts["known"].words[0] == "9/11"
    return {"form": TimeForm.DATE, "year": 2001, "month": 9, "day": 11} if nine_eleven else None


def _day_range(parts: Parts) -> Fields | None:
    fields = _date(parts)
    last = field.number(parts["day2"])
    if last is None or last <= (fields["day"] or 0):
        return None
    return {**fields, "until": {**fields, "day": last}}


def _date_range(parts: Parts) -> Fields:
    last_year, last_month = field.year(parts.get("year2")), field.month(parts["month2"])
    last = {
        "form": TimeForm.DATE,
        "year": last_year,
        "month": last_month,
        "day": field.number(parts.get("day2")),
    }
    fields = _date(parts)
    if fields["year"] is None and last_year is not None:
        fields["year"] = last_year - ((fields["month"] or 0) > (last_month or 0))
    return {**fields, "until": last}


def _year_range(parts: Parts) -> Fields | None:
    first, digits = parts["year"].words[0], parts["year2"].words[0].strip("'’")
    if not digits.isdigit():
        return None
    last = int(first[: -len(digits)] + digits) if len(digits) < 4 else int(digits)
    if not int(first) < last <= int(first) + _LONGEST_YEARS:
        return None
    return {"form": TimeForm.DATE, "year": int(first), "until": {"form": TimeForm.DATE, "year": last}}


def _era_year(parts: Parts) -> Fields:
    digits = re.sub(r"\D", "", parts["year"].words[0])
    return {"form": TimeForm.DATE, "year": -int(digits)}


def _season(parts: Parts) -> Fields:
    season = time_rules().seasons[parts["season"].words[-1]]
    return {**_date(parts), "form": TimeForm.SEASON, "season": season}


def _quarter(parts: Parts) -> Fields | None:
    fields = {**_date(parts), "form": TimeForm.HALF if "half" in parts else TimeForm.QUARTER}
    if "half" in parts:
        return {**fields, "quarter": 1 if parts["half"].words[0] == "first" else 2}
    if parts["quarter"].words[0] in ("last", "final"):
        return {**fields, "quarter": 4} if "year" in parts else None
    which = field.number(parts["quarter"])
    return {**fields, "quarter": which} if which and which <= 4 else None


def _holiday(parts: Parts) -> Fields:
    name = " ".join(parts["holiday"].words).replace(" '", "'").replace(" ’", "’").replace(" - ", "-")
    return {**_date(parts), "form": TimeForm.HOLIDAY, "holiday": name}


def _decade(parts: Parts) -> Fields:
    first = field.number(parts["decade"]) or time_rules().decades[parts["decade"].words[0]]
    return {"form": TimeForm.DECADE, "decade": first if first > 100 else 1900 + first}


def _century(parts: Parts) -> Fields | None:
    which = field.number(parts["century"])
    return {"form": TimeForm.CENTURY, "century": which} if which and which <= 30 else None


def _weekday(parts: Parts) -> Fields:
    shift = parts.get("shift")
    return {
        "form": TimeForm.WEEKDAY,
        "weekday": time_rules().weekdays[parts["weekday"].words[0]],
        "direction": field.direction(shift),
        "base": field.base(shift),
    }


_READERS: dict[str, Callable[[Parts], Fields | None]] = {
    "numeric": _numeric,
    "known": _known,
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
    "day_word": time_deictic.day_word,
    "ago": time_deictic.ago,
    "later": time_deictic.later,
    "next_unit": time_deictic.next_unit,
    "this_unit": time_deictic.this_unit,
    "period": time_deictic.period,
    "leading": time_deictic.leading,
    "every": time_deictic.every,
    "duration": time_deictic.duration,
    "part": time_deictic.part,
    "now": time_deictic.now,
}
