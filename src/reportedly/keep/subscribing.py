"""Which feeds are followed: added, removed, found at an address, and how each of them does."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from reportedly.collect import addresses
from reportedly.collect.feeds import discover, health, parse, subscription_id
from reportedly.collect.feeds.coverage import CoverageHour, hours
from reportedly.collect.feeds.health import Health
from reportedly.collect.feeds.page import FeedPage
from reportedly.collect.feeds.schedule import first
from reportedly.errors import InputError, UsageError
from reportedly.keep.writing import stored
from reportedly.knowledge.outlets import by_domain
from reportedly.protocols import Clock, Fetcher
from reportedly.schema import Fetch, Noun, Subscription
from reportedly.store import Store
from reportedly.store.batch import Batch

_HABIT = timedelta(days=60)
"""How far back polls are looked at to tell how a feed does."""


class Followed(Noun, frozen=True, kw_only=True):
    """A feed that is followed, how it does, and when it was last looked at and next will be."""

    feed: Subscription
    health: Health
    last: datetime | None = None
    next: datetime | None = None


def subscribe(store: Store, feeds: Iterable[Subscription], clock: Clock) -> int:
    """Follow feeds, in one transaction; how many of them were not followed before.

    One that is followed already keeps what is known of it.
    """
    known = {feed.id for feed in store.subscriptions()}
    fresh = {feed.id: feed for feed in feeds if feed.id not in known}

    def write(batch: Batch) -> None:
        for feed in fresh.values():
            batch.subscribe(feed)

    stored(store, clock, write)
    return len(fresh)


def unsubscribe(store: Store, named: str, clock: Clock) -> Subscription:
    """Follow a feed no longer; what came through it stays.

    Args:
        store: holds the feeds.
        named: id or address of the feed.
        clock: says when.

    Raises:
        UsageError: no such feed is followed.
    """
    feed = followed(store, named)
    stored(store, clock, lambda batch: batch.unsubscribe(feed.id, clock.now()))
    return feed


def followed(store: Store, named: str) -> Subscription:
    """The feed with this id or address.

    Raises:
        UsageError: none is followed.
    """
    wanted = {named, subscription_id(named)}
    for feed in store.subscriptions():
        if feed.id in wanted:
            return feed
    raise UsageError(f"no feed {named} is followed; see reportedly feeds list")


def found(url: str, fetcher: Fetcher, as_of: datetime) -> tuple[Subscription, ...]:
    """The feed at an address, or those that the page at it names or that lie where feeds usually do, best first.

    Candidates that a page does not name are only given where they turn out to be feeds.

    Args:
        url: of a feed or a page.
        fetcher: asks, once for the address and once for each candidate until one is a feed.
        as_of: now.

    Raises:
        InputError: nothing answers there, or there is no feed.
    """
    fetch = fetcher.fetch(url)
    if fetch.body is None:
        raise InputError(url, fetch.problem or str(fetch.outcome), fetch.remedy or "check the address")
    page = _feed_at(fetch, as_of)
    if page is not None:
        return (_subscription(fetch.url, page),)
    made: list[Subscription] = []
    for candidate in discover(fetch.body, fetch.url):
        answer = fetcher.fetch(candidate)
        page = None if answer.body is None else _feed_at(answer, as_of)
        if page is not None:
            made.append(_subscription(answer.url, page))
    if not made:
        raise InputError(url, "a page that names no feed", "give the address of the feed itself")
    return tuple({feed.id: feed for feed in made}.values())


def overview(store: Store, as_of: datetime) -> tuple[Followed, ...]:
    """Every feed that is followed, with how it does, in the order of their groups and titles."""
    feeds = sorted(store.subscriptions(), key=lambda feed: (feed.group or "", feed.title or feed.url))
    return tuple(_followed(store, feed, as_of) for feed in feeds)


def coverage(store: Store, feed: Subscription, since: datetime, until: datetime) -> tuple[CoverageHour, ...]:
    """Which hours of a feed were seen; a poll before and after the range tells of its edges."""
    return hours(tuple(store.polls(feed.id, since - _HABIT)), since, until)


def _followed(store: Store, feed: Subscription, as_of: datetime) -> Followed:
    polls = tuple(store.polls(feed.id, as_of - _HABIT))
    state = store.state(feed.id)
    return Followed(
        feed=feed,
        health=health.of(state or first(feed.id, as_of), polls, as_of),
        last=polls[-1].at if polls else None,
        next=None if state is None else state.next_at,
    )


def _feed_at(fetch: Fetch, as_of: datetime) -> FeedPage | None:
    try:
        return parse(
            fetch.body or b"", url=fetch.url, media_type=fetch.media_type, charset=fetch.charset, as_of=as_of, most=50
        )
    except InputError:
        return None


def _subscription(url: str, page: FeedPage) -> Subscription:
    outlet = outlet_at(url) or (outlet_at(page.home) if page.home else None)
    return Subscription(
        id=subscription_id(url),
        url=url,
        title=page.title,
        home=page.home,
        outlet=outlet,
        language=page.language,
        kind=page.kind,
        verified=bool(page.items),
    )


def outlet_at(url: str) -> str | None:
    """The id of the outlet that publishes at an address, where that is known."""
    host = addresses.host(url)
    known = by_domain(host) if host else None
    return known.id if known is not None else None
