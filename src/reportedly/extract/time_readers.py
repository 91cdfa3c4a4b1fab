"""Turns what a time rule found into an expression; here also the readers of calendar dates."""

import re
from collections.abc import Callable

from msgspec import structs

from reportedly.extract import time_deictic
from reportedly.extract import time_fields as field
from reportedly.extract.time_fields import Parts
from reportedly.extract.time_nouns import TimeBase, TimeExpression, TimeForm, TimeUnit
from reportedly.extract.wordrules import Hit
from reportedly.knowledge.time_rules import time_rules
from reportedly.schema import Span

_LONGEST_YEARS = 150
_BESIDE = {"before": -1, "after": 1}


def expression(hit: Hit) -> TimeExpression | None:
    """The expression that a rule found, None where its parts make no time (a range that runs back, "24/7")."""
    parts = hit.parts
    read = _READERS[hit.rule](parts, Span(hit.start, hit.end))
    if read is None:
        return None
    clock, part = parts.get("clock"), parts.get("part")
    return structs.replace(
        read,
        part=read.part or (time_rules().parts.get(part.words[-1]) if part else None),
        modifier=read.modifier or field.modifier(parts.get("mod")),
        edge=read.edge or field.is_edge(parts.get("mod")),
        clock=" ".join(clock.words) if clock else None,
    )


def _date(parts: Parts, span: Span) -> TimeExpression:
    shift, year_of, weekday = parts.get("shift"), parts.get("yearof"), parts.get("weekday")
    part_of = "units" in parts  # the first week of June
    return TimeExpression(
        span=span,
        form=TimeForm.DATE,
        year=field.year(parts.get("year")),
        month=field.month(parts.get("month")),
        day=field.number(parts.get("day")),
        weekday=time_rules().weekdays[weekday.words[0]] if weekday else None,
        direction=None if part_of else field.direction(shift),
        base=TimeBase.PUBLISHED if part_of else field.base(year_of or shift),
        modifier=field.modifier(shift) if part_of else None,
        unit=TimeUnit.YEAR if year_of else None,
        count=field.direction(year_of) or 0 if year_of else None,
    )


def _numeric(parts: Parts, span: Span) -> TimeExpression | None:
    day: int | None
    if "iso" in parts:
        year, month, *days = (int(piece) for piece in re.split("[-/]", parts["iso"].words[0]))
        day = days[0] if days else None
        return TimeExpression(span=span, form=TimeForm.DATE, year=year, month=month, day=day)
    written = parts["numeric"].words[0]
    first, second, year = (int(piece) for piece in re.split(r"[./]", written))
    if "/" in written and first != second and max(first, second) <= 12:  # which is the month depends on the country
        return TimeExpression(span=span, form=TimeForm.DATE, year=year)
    day, month = (second, first) if second > 12 else (first, second)
    return TimeExpression(span=span, form=TimeForm.DATE, year=year, month=month, day=day) if month <= 12 else None


def _known(parts: Parts, span: Span) -> TimeExpression | None:
    """The one date that news writes with a slash and no year."""
    if parts["known"].words[0] != "9/11":
        return None
    return TimeExpression(span=span, form=TimeForm.DATE, year=2001, month=9, day=11)


def _day_range(parts: Parts, span: Span) -> TimeExpression | None:
    first, last = _date(parts, span), field.number(parts["day2"])
    if last is None or last <= (first.day or 0):
        return None
    until = structs.replace(first, span=Span(parts["day2"].start, span.end), day=last)
    return structs.replace(first, until=until)


def _date_range(parts: Parts, span: Span) -> TimeExpression:
    first, start = _date(parts, span), parts.get("day2", parts["month2"]).start
    until = TimeExpression(
        span=Span(min(start, parts["month2"].start), span.end),
        form=TimeForm.DATE,
        year=field.year(parts.get("year2")),
        month=field.month(parts["month2"]),
        day=field.number(parts.get("day2")),
    )
    year = first.year
    if year is None and until.year is not None:
        year = until.year - ((first.month or 0) > (until.month or 0))
    return structs.replace(first, year=year, until=until)


def _year_range(parts: Parts, span: Span) -> TimeExpression | None:
    first, digits = parts["year"].words[0], parts["year2"].words[0].strip("'’")
    if not digits.isdigit():
        return None
    last = int(first[: -len(digits)] + digits) if len(digits) < 4 else int(digits)
    if not int(first) < last <= int(first) + _LONGEST_YEARS:
        return None
    until = TimeExpression(span=Span(parts["year2"].start, span.end), form=TimeForm.DATE, year=last)
    return TimeExpression(span=span, form=TimeForm.DATE, year=int(first), until=until)


def _era_year(parts: Parts, span: Span) -> TimeExpression:
    digits = re.sub(r"\D", "", parts["year"].words[0])
    return TimeExpression(span=span, form=TimeForm.DATE, year=-int(digits))


def _season(parts: Parts, span: Span) -> TimeExpression:
    season = time_rules().seasons[parts["season"].words[-1]]
    return structs.replace(_date(parts, span), form=TimeForm.SEASON, season=season)


def _quarter(parts: Parts, span: Span) -> TimeExpression | None:
    read = _date(parts, span)
    if "half" in parts:
        half = 1 if parts["half"].words[0] == "first" else 2
        return structs.replace(read, form=TimeForm.HALF, quarter=half)
    final = parts["quarter"].words[0] in ("last", "final")
    which = (4 if "year" in parts else None) if final else field.number(parts["quarter"])
    return structs.replace(read, form=TimeForm.QUARTER, quarter=which) if which and which <= 4 else None


def _holiday(parts: Parts, span: Span) -> TimeExpression:
    name = " ".join(parts["holiday"].words).replace(" '", "'").replace(" ’", "’").replace(" - ", "-")
    return structs.replace(_date(parts, span), form=TimeForm.HOLIDAY, holiday=name)


def _decade(parts: Parts, span: Span) -> TimeExpression:
    first = field.number(parts["decade"]) or time_rules().decades[parts["decade"].words[0]]
    return TimeExpression(span=span, form=TimeForm.DECADE, decade=first if first > 100 else 1900 + first)


def _century(parts: Parts, span: Span) -> TimeExpression | None:
    which = field.number(parts["century"])
    return TimeExpression(span=span, form=TimeForm.CENTURY, century=which) if which and which <= 30 else None


def _weekday(parts: Parts, span: Span) -> TimeExpression:
    shift = parts.get("shift")
    near = _BESIDE.get(shift.words[0]) if shift else None  # the Monday before
    return TimeExpression(
        span=span,
        form=TimeForm.WEEKDAY,
        weekday=time_rules().weekdays[parts["weekday"].words[0]],
        direction=-2 if "before" in parts else near or field.direction(shift),
        base=TimeBase.PREVIOUS if near else field.base(shift),
        count=-1 if "into" in parts else None,
    )


_READERS: dict[str, Callable[[Parts, Span], TimeExpression | None]] = {
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
    "day_number": time_deictic.day_number,
    "day_word": time_deictic.day_word,
    "ago": time_deictic.ago,
    "later": time_deictic.later,
    "ahead": time_deictic.ahead,
    "next_unit": time_deictic.next_unit,
    "this_unit": time_deictic.this_unit,
    "period": time_deictic.period,
    "leading": time_deictic.leading,
    "every": time_deictic.every,
    "duration": time_deictic.duration,
    "part": time_deictic.part,
    "now": time_deictic.now,
}
"""The reader of each rule of `timex_rules.yaml`, by its name."""

READABLE = frozenset(_READERS)
"""The names that a rule may have."""
