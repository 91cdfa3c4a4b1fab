"""What one look at a feed gave: its items, what it says of itself, and what was wrong."""

from collections.abc import Collection
from datetime import datetime

from reportedly.schema import FeedKind, Fetch, Issue, Item, Poll
from reportedly.schema.base import Noun


class FeedPage(Noun, frozen=True, kw_only=True):
    """A feed, a sitemap or an index of sitemaps as it stood at one moment.

    Attributes:
        version: which format it is in, such as `RSS 2.0`.
        home: the page whose feed it is, absolute.
        language: IETF tag, such as `en-GB`.
        items: in the order given; a sitemap's newest first.
        issues: what could not be used, one each kind, with how often.
        more: addresses where the rest is: the children of an index of sitemaps, the next page of a feed.
    """

    kind: FeedKind
    version: str
    title: str | None = None
    home: str | None = None
    language: str | None = None
    items: tuple[Item, ...] = ()
    issues: tuple[Issue, ...] = ()
    more: tuple[str, ...] = ()


def said(item: Item) -> datetime | None:
    """When the feed says an item came out: published, else changed; None where it is undated."""
    return item.published_at or item.updated_at


def poll_of(
    feed: str,
    fetch: Fetch,
    page: FeedPage | None,
    unseen: Collection[str] = (),
    *,
    first: bool,
    problem: str | None = None,
) -> Poll:
    """The record of one look at a feed.

    Args:
        feed: id of the subscription.
        fetch: the answer.
        page: what it held; None where there was nothing to read, or it was no feed.
        unseen: the guids of its items that had not been seen before.
        first: whether it is the first answer with items: then nothing can have been missed.
        problem: what is wrong with an answer that is no feed; else that of `fetch` is taken.
    """
    items = page.items if page is not None else ()
    new = sum(item.guid in unseen for item in items)
    dates = [date for item in items if (date := said(item)) is not None]
    return Poll(
        feed=feed,
        at=fetch.at,
        outcome=fetch.outcome,
        status=fetch.status,
        items=len(items),
        new=new,
        undated=len(items) - len(dates),
        newest=max(dates, default=None),
        continuous=(first or new < len(items)) if items else None,
        size=fetch.size,
        elapsed=fetch.elapsed,
        problem=problem or fetch.problem,
    )
