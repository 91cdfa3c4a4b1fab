"""What one look at a feed gave: its items, what it says of itself, and what was wrong."""

from datetime import datetime

from reportedly.schema import FeedKind, Issue, Item
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
