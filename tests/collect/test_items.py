from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from reportedly.schema import Article, DatePrecision, DateSource, FeedKind, Item

AT = datetime(2026, 3, 12, 6, 15, tzinfo=UTC)
SEEN = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
META = "<meta property='article:published_time' content='{}'>"
LINK = "https://news.example/river"


def item(**given: object) -> Item:
    return Item(link=LINK, guid=LINK, **given)


@pytest.fixture
def with_item(article: Callable[..., Article], page: Callable[..., str]) -> Callable[..., Article]:
    def build(said: Item, head: str = "", **given: object) -> Article:
        before = given.pop("before", "")
        return article(page(head=head, before=before), item=said, captured_at=SEEN, url=LINK, **given)

    return build


@pytest.mark.parametrize("kind", [FeedKind.FEED, FeedKind.SITEMAP])
def test_the_date_of_the_feed_goes_before_that_of_the_page(with_item: Callable[..., Article], kind: FeedKind) -> None:
    for head in ("", META.format("2026-03-12T09:00:00Z")):
        found = with_item(item(published_at=AT, kind=kind), head)
        assert (found.published_at, found.date_precision) == (AT, DatePrecision.TIME)
        assert found.date_source is DateSource(kind.value)


@pytest.mark.parametrize(
    "at", [SEEN + timedelta(hours=2), datetime(1970, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)]
)
def test_a_date_that_cannot_be_is_not_believed(with_item: Callable[..., Article], at: datetime) -> None:
    assert with_item(item(published_at=at), META.format("2026-03-12T09:00:00Z")).date_source is DateSource.META
    assert with_item(item(published_at=at)).published_at is None


def test_clocks_may_differ_a_little(with_item: Callable[..., Article]) -> None:
    at = SEEN + timedelta(minutes=20)
    assert with_item(item(published_at=at)).published_at == at


def test_an_item_without_a_date_leaves_that_of_the_page(with_item: Callable[..., Article]) -> None:
    found = with_item(item(updated_at=AT), META.format("2026-03-12T09:00:00Z"))
    assert found.date_source is DateSource.META


def test_a_day_gives_way_to_a_time_on_it(with_item: Callable[..., Article]) -> None:
    day = item(published_at=AT.replace(hour=0, minute=0))
    found = with_item(day, META.format("2026-03-12T09:00:00Z"))
    assert (found.date_source, found.date_precision) == (DateSource.META, DatePrecision.TIME)
    alone = with_item(day)
    assert (alone.date_source, alone.date_precision) == (DateSource.FEED, DatePrecision.DAY)


@pytest.mark.parametrize(
    ("shown", "source"), [("2026-03-01T08:00:00Z", DateSource.META), ("2026-03-13T23:00:00Z", DateSource.FEED)]
)
def test_of_two_stated_dates_that_are_far_apart_the_earlier_counts(
    with_item: Callable[..., Article], shown: str, source: DateSource
) -> None:
    assert with_item(item(published_at=AT), META.format(shown)).date_source is source


def test_a_date_that_was_only_found_on_the_page_gives_way(with_item: Callable[..., Article]) -> None:
    found = with_item(item(published_at=AT), before="<p class='date'>1 February 2026</p>")
    assert found.date_source is DateSource.FEED


def test_what_the_item_says_fills_gaps_only(with_item: Callable[..., Article]) -> None:
    said = item(title="Other title", author="by Mara Quill", outlet="The Ostrel Courier", wire="AFP")
    found = with_item(said)
    assert found.title == "Varland troops cross the river at Ostrel"
    assert (found.byline, found.outlet, found.wire) == ("Mara Quill", "The Ostrel Courier", "AFP")
    head = "<meta property='og:site_name' content='Inland Herald'><meta name=author content='Ilo Brandt'>"
    found = with_item(said, head)
    assert (found.byline, found.outlet) == ("Ilo Brandt", "Inland Herald")


def test_the_outlet_of_the_item_goes_before_the_domain(
    article: Callable[..., Article], page: Callable[..., str]
) -> None:
    said = item(outlet="The Ostrel Courier")
    given = {"url": "https://www.reuters.com/world/river"}
    assert article(page(), item=said, **given).outlet == "The Ostrel Courier"
    assert article(page(), **given).outlet == "Reuters"


def test_a_text_takes_title_and_outlet_from_its_item(article: Callable[..., Article]) -> None:
    said = item(title="River crossed", outlet="The Ostrel Courier", published_at=AT)
    found = article("Troops crossed the river.", "text/plain", item=said, captured_at=SEEN)
    assert (found.title, found.outlet, found.published_at) == ("River crossed", "The Ostrel Courier", AT)


def test_feed_address_and_owner_are_kept_apart(with_item: Callable[..., Article]) -> None:
    head = "<link rel=canonical href='https://www.reuters.com/river'>"
    found = with_item(item(), head, feed="courier")
    assert (found.feed, found.url, found.canonical_url) == ("courier", LINK, "https://www.reuters.com/river")
    assert (found.outlet, found.owner) == ("Reuters", "Thomson Reuters")
    same = with_item(item(), f"<link rel=canonical href='{LINK}?utm_source=x'>")
    assert (same.url, same.canonical_url) == (LINK, None)
