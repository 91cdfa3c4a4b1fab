"""Resolves the times of an article in the order of reading, each with what stood before it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from msgspec import structs

from reportedly.extract.tense import happened, looks_back, tense_around
from reportedly.extract.time_anchors import NIGHT, Told
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
from reportedly.extract.time_told import told
from reportedly.extract.time_values import resolve
from reportedly.knowledge.time_rules import time_rules

_CARRIED = frozenset([TimeForm.DATE, TimeForm.SEASON, TimeForm.QUARTER, TimeForm.HALF, TimeForm.HOLIDAY])
_TOO_COARSE = frozenset([TimeUnit.DECADE, TimeUnit.CENTURY])
_FINE = frozenset([TimeUnit.DAY, TimeUnit.MONTH])
_OPENS = re.compile(r"(?:[.!?\n]\s*|\A)(?:(?:In|By|During|From|Since|Until)\s+)?$")
_SENTENCE = re.compile(r"[.!?]\s|\n")
_NEAR = 60
_ON = re.compile(r"\b(?:before|after|since|following|preceding|up)$", re.IGNORECASE)
_BEHIND = re.compile(r"\s(?:to\s)?(?:he|she|it|they|we|the|a|an|his|her|its|their|that|[A-Z][\w’'-]+)\b")
_OF = re.compile(r"\b(?:on|in|of|’s|'s)\s(?:the\s)?$")
_WORDS_BEHIND = re.compile(r"(?: [A-Za-z]+(?:-[a-z]+)?){1,3}")
_OPEN = frozenset([TimeForm.DATE, TimeForm.WEEKDAY, TimeForm.DAY_NUMBER])
_TO_COME = frozenset([TimeModifier.UNTIL, TimeModifier.BEFORE])
_OVERNIGHT = "overnight"
_OF_TODAY = frozenset(["dawn", "daybreak", "sunrise", "noon", "midday"])
_NEAR_UNITS = frozenset([TimeUnit.DAY, TimeUnit.WEEK, TimeUnit.WEEKEND])
_STORY_YEARS = 4
_STORY_SHARE = 0.7
_STORY_NEWS = 0.5
"""Half as many times that count from publication in days or weeks as old years make it news, no narrative."""


def resolve_all(
    text: str, expressions: Iterable[TimeExpression], published: date | None
) -> tuple[TimeValue, ...]:
    """The days of every expression of an article, in the order given.

    What was said or first reported on a day that the sentence names counts from that day. An article whose dates are
    mostly years old is read as a narrative: a bare "12 November" is in the year of
    the date before it. Elsewhere that holds only within a paragraph, after a date that names its year and month.

    Args:
        text: the article's text.
        expressions: its times in the order of the text.
        published: the day the article appeared; None where nothing says.
    """
    listed = tuple(expressions)
    values = _in_order(text, listed, published, {})
    said = told(text, listed, values, published)
    return _in_order(text, listed, published, said) if said else values


def _in_order(
    text: str, listed: Sequence[TimeExpression], published: date | None, said: Mapping[int, Told]
) -> tuple[TimeValue, ...]:
    story = _is_story(listed, published)
    memory = _Memory(story or published is None, published)
    found: list[TimeValue] = []
    end = 0
    for i, expression in enumerate(listed):
        gap = text[end : expression.span.start]
        if "\n" in gap:
            memory.paragraph()
        end = expression.span.end
        asked = memory.rebased(_remembered(text, _aimed(text, expression), published), text)
        previous = memory.before(asked) or (_ahead(listed, i) if published is None else None)
        if asked.form is TimeForm.DAY_NUMBER and not story and _SENTENCE.search(gap):
            previous = None
        if asked.form is TimeForm.PART and published is not None and not story:
            previous = _on_publication(text, asked, published, None if _SENTENCE.search(gap) else previous, previous)
        if _points_on(text, asked):
            loose = _SENTENCE.search(gap) if asked.form is TimeForm.PERIOD else not story
            previous = _counted_from(text, listed[i : i + 2], published, memory) or (None if loose else previous)
        tense = tense_around(text, expression.span) if _needs_tense(asked) else None
        if tense is Tense.PAST and asked.form in _OPEN and not _happened(text, asked):
            tense = None
        when = said.get(i)
        if when is not None:
            previous = None
        value = resolve(asked, published=published, tense=tense, previous=previous, told=when)
        opens = _OPENS.search(text, max(0, expression.span.start - 12), expression.span.start) is not None
        memory.keep(asked, value, opens=opens)
        found.append(value)
    return tuple(found)


class _Memory:
    """The dates that a later one may count from."""

    def __init__(self, story: bool, published: date | None) -> None:
        self._story = story
        self._published = published
        self._named: TimeValue | None = None
        self._year: TimeValue | None = None
        self._day: TimeValue | None = None
        self._written: TimeValue | None = None

    def paragraph(self) -> None:
        """A new paragraph: outside a narrative, bare months no longer take an old year."""
        if not self._story:
            self._year = None

    def rebased(self, expression: TimeExpression, text: str) -> TimeExpression:
        """In a narrative "the next spring" counts from the date before it; "the end of the year" only there."""
        if self._story and self._year and expression.form in _CARRIED and expression.direction is not None:
            return structs.replace(expression, base=TimeBase.PREVIOUS)
        edge = expression.modifier in (TimeModifier.START, TimeModifier.MID, TimeModifier.END)
        if not edge or expression.form is not TimeForm.SHIFT or expression.count:
            return expression
        if self._year and (self._story or tense_around(text, expression.span) is not Tense.FUTURE):
            return expression
        return structs.replace(expression, base=TimeBase.PUBLISHED)

    def before(self, expression: TimeExpression) -> TimeValue | None:
        """The date to count this expression from."""
        if expression.form is TimeForm.PART:
            return self._day
        if expression.base is TimeBase.PREVIOUS and not expression.count:
            if expression.unit is TimeUnit.YEAR and not self._story:  # that year
                return self._written or self._named
            if expression.unit is TimeUnit.DAY and expression.form is TimeForm.SHIFT:  # that day
                return self._day or self._named
        carried = expression.form in _CARRIED and expression.direction is None and expression.unit is None
        return self._year if carried else self._named

    def keep(self, expression: TimeExpression, value: TimeValue, *, opens: bool) -> None:
        """Remember a date that was just resolved."""
        if value.earliest is None or value.granularity in _TOO_COARSE:
            return
        if value.granularity is TimeUnit.DAY and expression.part == NIGHT:
            value = structs.replace(value, latest=value.earliest)  # the day after a night is that after its evening
        self._named = value
        if value.granularity is TimeUnit.DAY:
            self._day = value
        if expression.year is not None:
            self._written = value
        if self._moves(expression, value, opens):
            self._year = value

    def _moves(self, expression: TimeExpression, value: TimeValue, opens: bool) -> bool:
        """Whether later bare months are in this date's year."""
        if expression.form not in _CARRIED and value.anchor is not TimeBase.PREVIOUS:
            return False
        if value.anchor is TimeBase.PUBLISHED or value.earliest is None:
            return False
        if self._story:
            return value.granularity in _FINE or self._year is None or opens
        if expression.lead is TimeModifier.SINCE:
            return False  # what holds since then holds today
        old = self._published is None or _year(value) < self._published.year
        return old and value.granularity in _FINE


def _needs_tense(expression: TimeExpression) -> bool:
    if expression.unit is TimeUnit.WEEKEND:
        return True
    dated = expression.form in _CARRIED or expression.form in (TimeForm.WEEKDAY, TimeForm.DAY_NUMBER)
    return dated and expression.year is None and expression.direction is None


def _aimed(text: str, expression: TimeExpression) -> TimeExpression:
    """"In two weeks" behind a verb that looks ahead is when, not how long."""
    if expression.form is not TimeForm.DURATION or expression.count is None or expression.unit in FINE:
        return expression
    led = text[max(0, expression.span.start - 4) : expression.span.start].lower() == " in "
    if not led or tense_around(text, expression.span) is not Tense.FUTURE:
        return expression
    return structs.replace(expression, form=TimeForm.SHIFT, direction=1)


def _happened(text: str, expression: TimeExpression) -> bool:
    """Whether a bare date lies behind for sure; of whole months that is so after any verb that looks back."""
    if expression.lead in _TO_COME and expression.day is None and expression.form is TimeForm.DATE:
        return looks_back(text, expression.span)
    return happened(text, expression.span)


def _year(value: TimeValue) -> int:
    return int((value.earliest or "0000")[:4])


def _is_story(expressions: Sequence[TimeExpression], published: date | None) -> bool:
    years = [expression.year for expression in expressions if expression.year is not None]
    if published is None:
        return False
    old = sum(year < published.year - 1 for year in years)
    news = sum(map(_is_news, expressions))
    return len(years) >= _STORY_YEARS and old > _STORY_SHARE * len(years) and news < _STORY_NEWS * old


def _is_news(expression: TimeExpression) -> bool:
    """Whether the words only make sense on the day of publication: Tuesday, yesterday, last week."""
    if expression.base is not TimeBase.PUBLISHED:
        return False
    near = expression.form is TimeForm.SHIFT and expression.unit in _NEAR_UNITS and expression.count is not None
    return near or expression.form is TimeForm.WEEKDAY


def _on_publication(
    text: str, expression: TimeExpression, published: date, inside: TimeValue | None, previous: TimeValue | None
) -> TimeValue | None:
    """The day of a bare time of day: the night to publication for "overnight", publication where no day is named.

    Args:
        inside: the day named before in the same sentence.
        previous: the day named last.
    """
    word = expression.span.of(text).split()[-1].lower()
    if word == _OVERNIGHT and inside is None:
        return _whole(published - timedelta(days=1))
    if previous is None and word in _OF_TODAY:
        return _whole(published)
    return previous


def _whole(day: date) -> TimeValue:
    written = day.isoformat()
    return TimeValue(value=written, earliest=written, latest=written, granularity=TimeUnit.DAY)


def _remembered(text: str, expression: TimeExpression, published: date | None) -> TimeExpression:
    """"The Sept. 11 attacks" with the year that goes without saying, where the article is later."""
    if published is None or expression.year is not None or expression.month is None or expression.day is None:
        return expression
    year = time_rules().remembered.get(f"{expression.month:02d}-{expression.day:02d}")
    if year is None or date(year, expression.month, expression.day) > published:
        return expression
    words = _WORDS_BEHIND.match(text, expression.span.end)
    named = words is not None and not time_rules().remembered_by.isdisjoint(words[0].lower().split())
    return structs.replace(expression, year=year) if named else expression


def _points_on(text: str, expression: TimeExpression) -> bool:
    """Whether it counts from what stands behind it: "the days leading up to", "three days after the"."""
    if expression.base is not TimeBase.PREVIOUS or expression.form not in (TimeForm.PERIOD, TimeForm.SHIFT):
        return False
    return _ON.search(expression.span.of(text)) is not None and _BEHIND.match(text, expression.span.end) is not None


def _counted_from(
    text: str, pair: Sequence[TimeExpression], published: date | None, memory: "_Memory"
) -> TimeValue | None:
    """The date that "three days before the vote on 3 May" names behind itself: the second of the pair."""
    if len(pair) < 2 or pair[1].form not in _CARRIED | {TimeForm.WEEKDAY}:
        return None
    gap = text[pair[0].span.end : pair[1].span.start]
    if len(gap) > _NEAR or _SENTENCE.search(gap) or not (gap.isspace() or _OF.search(gap)):
        return None
    tense = tense_around(text, pair[1].span)
    return resolve(pair[1], published=published, tense=tense, previous=memory.before(pair[1]))


def _ahead(expressions: Sequence[TimeExpression], at: int) -> TimeValue | None:
    """The next date that names year and month, for a bare month with nothing before it to count from."""
    if expressions[at].form is not TimeForm.DATE or expressions[at].month is None:
        return None
    for later in expressions[at + 1 :]:
        if later.year is not None and later.month is not None:
            value = resolve(structs.replace(later, until=None), published=None)
            return structs.replace(value, granularity=TimeUnit.YEAR)
    return None
