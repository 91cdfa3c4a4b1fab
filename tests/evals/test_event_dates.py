"""The dates of events that are given: equal, or one stretch of days in the other."""

from datetime import date

import pytest

from reportedly.evals.event_dates import score
from reportedly.evals.gold import GoldArticle
from reportedly.schema import EventDate, Span


def said(value: str | None, earliest: str | None, latest: str | None, span: Span) -> EventDate:
    return EventDate(span=span, value=value, earliest=earliest, latest=latest)


@pytest.mark.parametrize(
    ("value", "earliest", "latest", "exact", "within"),
    [
        ("2026-03-04", "2026-03-04", "2026-03-04", 1.0, 1.0),
        ("2026-03", "2026-03-02", "2026-03-08", 0.0, 1.0),
        ("2026-03-05", "2026-03-05", "2026-03-05", 0.0, 0.0),
        (None, None, None, 0.0, 0.0),
    ],
)
def test_a_date_is_exact_or_within(
    article: GoldArticle, value: str | None, earliest: str | None, latest: str | None, exact: float, within: float
) -> None:
    gold = next(event.date for event in article.gold.events if event.date)
    days: list[date | None] = []

    def read(text: str, published: date | None) -> list[EventDate]:
        days.append(published)
        return [said(value, earliest, latest, gold.span)] if text == article.text else []

    figures = score([article], read)
    assert (figures.exact.rate(), figures.within.rate(), figures.exact.n) == (exact, within, 1)
    assert days == [date(2026, 3, 10)]


def test_a_time_elsewhere_is_none_of_it(article: GoldArticle) -> None:
    elsewhere = said("2026-03-04", "2026-03-04", "2026-03-04", Span(0, 3))
    assert score([article], lambda *_: [elsewhere]).within.rate() == 0.0
