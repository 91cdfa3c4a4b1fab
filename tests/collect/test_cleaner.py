from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from reportedly.collect.cleaner import StandardCleaner
from reportedly.errors import UsageError
from reportedly.schema import Article, Capture, DatePrecision, DateSource, Issue

GIVEN = datetime(2026, 3, 14, 12, 30, tzinfo=timezone(timedelta(hours=2)))


def clean(cleaner: StandardCleaner, body: str, media_type: str = "text/plain", id_: str | None = "x") -> Article:
    (found,) = cleaner.articles(Capture(name="x", id=id_, media_type=media_type, body=body.encode()))
    assert isinstance(found, Article)
    return found


def test_what_is_given_fills_what_the_input_does_not_say() -> None:
    found = clean(StandardCleaner(outlet="The Ostrel Courier", published_at=GIVEN), "Shells fell.")
    assert found.outlet == "The Ostrel Courier"
    assert found.published_at == datetime(2026, 3, 14, 10, 30, tzinfo=UTC)
    assert found.published_at.tzinfo is UTC
    assert (found.date_source, found.date_precision) == (DateSource.GIVEN, DatePrecision.TIME)


def test_midnight_sharp_means_the_day() -> None:
    cleaner = StandardCleaner(published_at=datetime(2026, 3, 14, tzinfo=UTC))
    assert clean(cleaner, "Shells fell.").date_precision == DatePrecision.DAY


def test_what_is_given_overrides_nothing(page: Callable[..., str]) -> None:
    cleaner = StandardCleaner(outlet="Other", published_at=GIVEN)
    line = '{"id": "a", "text": "Shells fell.", "outlet": "Courier", "published_at": "2026-01-02"}'
    head = "<meta property='og:site_name' content='Courier'><meta name='date' content='2026-01-02'>"
    for found in (clean(cleaner, line, "application/json"), clean(cleaner, page(head=head), "text/html")):
        assert found.outlet == "Courier"
        assert found.published_at == datetime(2026, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize("name", ["published_at", "as_of"])
def test_a_time_without_a_zone_is_refused(name: str) -> None:
    naive = GIVEN.replace(tzinfo=None)
    with pytest.raises(UsageError, match=name):
        StandardCleaner(**{name: naive})


def test_an_article_without_a_name_gets_an_id_from_its_address_and_text(page: Callable[..., str]) -> None:
    cleaner = StandardCleaner()
    one, again, other = (clean(cleaner, text, id_=None).id for text in ("Shells.", "Shells.", "Shots."))
    assert one == again != other
    assert len(one) == 16
    head = "<link rel='canonical' href='https://example.org/{}'>"
    here, there = (clean(cleaner, page(head=head.format(n)), "text/html", None).id for n in "ab")
    assert here != there


def test_an_unknown_media_type_is_an_issue() -> None:
    (found,) = StandardCleaner().articles(Capture(name="x", media_type="image/png", body=b"x"))
    assert isinstance(found, Issue)
    assert "image/png" in found.problem


def test_the_capture_says_what_the_future_is(page: Callable[..., str]) -> None:
    body = page(head="<meta name='date' content='2026-05-05'>").encode()
    for captured, expected in ((datetime(2026, 6, 1, tzinfo=UTC), True), (datetime(2026, 4, 1, tzinfo=UTC), False)):
        capture = Capture(name="x", media_type="text/html", body=body, captured_at=captured)
        (found,) = StandardCleaner().articles(capture)
        assert isinstance(found, Article)
        assert (found.published_at is not None) is expected
