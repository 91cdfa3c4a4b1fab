"""When the words of a sentence were said: what "last week" counts from in "the Post reported on Monday that ..."."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from reportedly.extract.days import Days
from reportedly.extract.time_anchors import NIGHT, Told
from reportedly.extract.time_nouns import TimeBase, TimeExpression, TimeForm, TimeModifier, TimeUnit, TimeValue
from reportedly.knowledge.outlets import outlets
from reportedly.knowledge.time_rules import time_rules
from reportedly.schema import Span

_BEFORE, _AFTER = 90, 70
_STOP = re.compile(
    r"[.!?;](?<!\b[A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)(?<!\b[ap]\.m.)[”\"’)]*\s|\n"
)
_OPENS = re.compile(r"(?:\A|[.!?\n][”\"’)]*\s*)(?:(?:On|In|Late on|Early on|Earlier)\s+)?(?:the )?$")
_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?")
_JOINED = re.compile(r"[\s,–—-]*(?:and|or|to|until|through|then)?[\s,–—-]*")
_AFTERTHOUGHT = re.compile(r"(?:(?!\b(?:after|when|as|while|before|since|who|which)\b)[^,])*?,[”\"’]?\s")
_DATING = frozenset(
    [TimeForm.DATE, TimeForm.WEEKDAY, TimeForm.SHIFT, TimeForm.SEASON, TimeForm.QUARTER, TimeForm.HOLIDAY]
)
_BOUNDS = frozenset([TimeModifier.SINCE, TimeModifier.UNTIL, TimeModifier.BEFORE, TimeModifier.AFTER])
_LONGEST, _FARTHEST = 370, 400


def told(
    text: str, expressions: Sequence[TimeExpression], values: Sequence[TimeValue], published: date | None
) -> Mapping[int, Told]:
    """By its place in the row, each time that counts from the day on which it was said or first reported.

    Args:
        text: the article's text.
        expressions: its times in the order of the text.
        values: what each means if nothing is said at another time than the article appeared.
        published: the day the article appeared; None where nothing says.
    """
    days = {i: found for i, one in enumerate(expressions) if (found := _telling(text, one, values[i]))}
    if published is not None:
        days = {i: found for i, found in days.items() if found.days != Days(published, published)}
    if not days:
        return {}
    quotes = [Span(found.start(), found.end()) for found in _QUOTED.finditer(text)]
    places = sorted(days)
    result: dict[int, Told] = {}
    for i, one in enumerate(expressions):
        if i not in days and _is_relative(one):
            quote = _around(quotes, one.span)
            if quote is None and one.form is TimeForm.SHIFT and one.unit is TimeUnit.DAY and one.count == 0:
                continue  # "today" is the writer's, unless it is quoted
            at = next((at for at in _nearest(i, places) if _governs(text, expressions[at].span, one.span, quote)), None)
            if at is not None:
                result[i] = days[at]
    return result


def _nearest(i: int, places: Sequence[int]) -> Sequence[int]:
    """The place of the telling before `i`, then of that after."""
    after = bisect_left(places, i)
    return (*places[after - 1 : after], *places[after : after + 1]) if after else places[:1]


def _around(quotes: Sequence[Span], span: Span) -> Span | None:
    """The quotation, of ordered ones, that `span` stands in."""
    at = bisect_right(quotes, span.start, key=lambda quote: quote.start) - 1
    return quotes[at] if at >= 0 and quotes[at].covers(span) else None


def _telling(text: str, one: TimeExpression, value: TimeValue) -> Told | None:
    """The days on which something is told, where the expression says when that was."""
    if one.form not in _DATING or one.lead in _BOUNDS or one.until or not value.earliest or not value.latest:
        return None
    days = Days(date.fromisoformat(value.earliest), date.fromisoformat(value.latest))
    if one.part == NIGHT and (days.last - days.first).days == 1:
        days = Days(days.first, days.first)
    if (days.last - days.first).days > _LONGEST:
        return None
    start, end = one.span.start, one.span.end
    left = _STOP.split(text[max(0, start - _BEFORE) : start])[-1]
    cue = _patterns()[0].search(left)
    if cue is None and _OPENS.search(text, max(0, start - 20), start):
        cue = _patterns()[1].match(text, end, end + _AFTER)
    if cue is None:
        return None
    voice = left[: cue.start("cue")] if cue.string == left else text[end : cue.start("cue")]
    report = cue["cue"].lower() in time_rules().reports or _patterns()[2].search(voice) is not None
    return Told(days, TimeBase.ORIGINAL if report else TimeBase.QUOTATION)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A cue before its day, a cue after it, and what a report or an outlet is called."""
    known = time_rules()
    cue = rf"\b(?P<cue>{'|'.join(sorted((*known.sayings, *known.reports), key=len, reverse=True))})\b"
    words = "|".join(("to|in|for|at|by|a|an|the|its|his|her|their|state|local", *known.hearers))
    hearer = rf"(?:(?:{words}|[A-Z][\w.’'-]*)\s)"
    on = r"(?:(?:late|early|earlier|back|published|dated|posted|released|of|from|on|in)\s)"
    names = {name for outlet in outlets() for name in (outlet.name, *outlet.aliases, *outlet.ambiguous)}
    named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return (
        re.compile(rf"{cue},?\s{hearer}{{0,6}}{on}{{0,3}}(?:the\s)?$"),
        re.compile(rf",?\s(?:[^.;:,!?“”\"\n]{{0,50}}?\s)?{cue}"),
        re.compile(rf"\b(?:{named}|{'|'.join(known.reports)})\b"),
    )


def _is_relative(one: TimeExpression) -> bool:
    """Whether the days depend on the day on which the words are said."""
    if one.base is not TimeBase.PUBLISHED or one.until is not None:
        return False
    if one.form in (TimeForm.SHIFT, TimeForm.PERIOD, TimeForm.WEEKDAY):
        return True
    bare = one.year is None and (one.month is not None or one.form in (TimeForm.SEASON, TimeForm.HOLIDAY))
    return one.direction is not None or one.unit is TimeUnit.YEAR or bare


def _governs(text: str, said: Span, inner: Span, quote: Span | None) -> bool:
    """Whether `inner` stands in what was told on the day `said`: in one sentence with it, or in its quotation."""
    if quote is not None and quote.overlaps(said):
        quote = None
    whole = quote or inner
    if said.end <= whole.start:
        gap = text[said.end : whole.start]
        if len(gap) > _FARTHEST:
            return False
        return _STOP.search(gap) is None and (quote is not None or _JOINED.fullmatch(gap) is None)
    gap = text[whole.end : said.start]
    if whole.end > said.start or len(gap) > _FARTHEST or _STOP.search(gap):
        return False
    return quote is not None or _AFTERTHOUGHT.match(gap) is not None
