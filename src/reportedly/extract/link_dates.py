"""The days that a name's sentence tells of: at which date its bearer's role is asked for."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from datetime import date
from typing import Final

from reportedly.extract.time_nouns import TimeKind, TimeModifier, TimeValue
from reportedly.knowledge.spells import Period
from reportedly.schema import Article, Span

_SENTENCE: Final = re.compile(r"[.!?;](?<!\b[A-Z].)(?<!\b[ap]\.m.)[”\"’)]*\s|\n")
_BOUNDS: Final = frozenset([TimeModifier.SINCE, TimeModifier.UNTIL, TimeModifier.BEFORE, TimeModifier.AFTER])
_LONGEST: Final = 366
_FAR: Final = 300
"""A date farther off, in code points, governs nothing."""
_COUNTED: Final = 31
"""Longer stretches that are counted from another day are too vague to say who held an office."""


class EventDays:
    """The date that governs each stretch of one text.

    Args:
        text: the article's text.
        dates: its times with their values.
        published: the day of publication; a date after it governs no role.
    """

    def __init__(self, text: str, dates: Mapping[Span, TimeValue], published: date | None) -> None:
        self._text = text
        self._found = sorted((span, days) for span, value in dates.items() if (days := _days(value, published)))
        self._starts = [span.start for span, _ in self._found]

    def of(self, span: Span) -> Period | None:
        """The days of the date nearest to a span in its sentence, the one before it first; None where none stands."""
        at = bisect_left(self._starts, span.start)
        if at and self._joined(self._found[at - 1][0].end, span.start):
            return self._found[at - 1][1]
        if at < len(self._found) and self._joined(span.end, self._found[at][0].start):
            return self._found[at][1]
        return None

    def _joined(self, start: int, end: int) -> bool:
        """Whether no sentence ends between two places."""
        return end - start < _FAR and _SENTENCE.search(self._text, start, end) is None


def event_days(article: Article, dates: Mapping[Span, TimeValue]) -> EventDays:
    """The dates that govern the sentences of an article."""
    return EventDays(article.text, dates, article.published_at.date() if article.published_at else None)


def _days(value: TimeValue, published: date | None) -> Period | None:
    """The days of a date that may be an event's; None for a bound, a length, a long stretch, or what is to come."""
    if value.earliest is None or value.latest is None or value.modifier in _BOUNDS:
        return None
    if value.kind in (TimeKind.DURATION, TimeKind.SET):
        return None
    first, last = date.fromisoformat(value.earliest), date.fromisoformat(value.latest)
    longest = _LONGEST if value.anchor is None else _COUNTED
    if (last - first).days > longest or (published is not None and first > published):
        return None
    return Period(value.earliest, value.latest)
