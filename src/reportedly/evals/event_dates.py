"""Owns the task of dates: the gold gives the events and the words of their dates, the reader the days.

A date is *exact* where its value is the gold's, and *within* where it is exact or one of the two stretches of days
lies in the other ("last week" read as its month, where the gold has the Monday). A date that the gold leaves open
is not counted.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from reportedly.evals.gold import GoldArticle
from reportedly.evals.metrics import Share
from reportedly.schema import EventDate, Noun, Span

ReadDates = Callable[[str, date | None], Sequence[EventDate]]
"""A text and the day it was published -> every time in it, with its days."""


class DateScore(Noun, frozen=True, kw_only=True):
    """How many of the dates that the gold ties to the calendar are right."""

    exact: Share = Share()
    within: Share = Share()

    def __add__(self, other: "DateScore") -> "DateScore":
        return DateScore(exact=self.exact + other.exact, within=self.within + other.within)


def score(articles: Iterable[GoldArticle], read: ReadDates) -> DateScore:
    """What `read` makes of the dates of the events in the articles."""
    return sum((_count(article, read) for article in articles), start=DateScore())


def _count(article: GoldArticle, read: ReadDates) -> DateScore:
    wanted = [event.date for event in article.gold.events if event.date and _days(event.date.value)]
    if not wanted:
        return DateScore()
    told = article.gold.published
    found = read(article.text, datetime.fromisoformat(told).date() if told else None)
    pairs = [(gold, _best(gold.span, found)) for gold in wanted]
    return DateScore(
        exact=Share(hit=sum(said is not None and gold.value == said.value for gold, said in pairs), n=len(pairs)),
        within=Share(hit=sum(said is not None and _is_within(gold, said) for gold, said in pairs), n=len(pairs)),
    )


def _best(span: Span, found: Sequence[EventDate]) -> EventDate | None:
    """Of the times that overlap the words one with a value, and the one that shares most of them."""
    near = [one for one in found if one.span.overlaps(span)]
    return max(near, key=lambda one: (one.value is not None, _shared(one.span, span)), default=None)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _is_within(gold: EventDate, said: EventDate) -> bool:
    days = _days(gold.value)
    if gold.value == said.value:
        return True
    if days is None or said.earliest is None or said.latest is None:
        return False
    first, last = days
    return (first <= said.earliest and said.latest <= last) or (said.earliest <= first and last <= said.latest)


def _days(value: str | None) -> tuple[str, str] | None:
    """The first and last day of an ISO 8601 prefix of a year, a month or a day; None of anything else."""
    parts = (value or "").split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return None
    if len(parts) == 3:
        return f"{value}", f"{value}"
    if len(parts) == 1:
        return f"{value}-01-01", f"{value}-12-31"
    year, month = map(int, parts)
    return f"{value}-01", f"{value}-{monthrange(year, month)[1]:02d}"
