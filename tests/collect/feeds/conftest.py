"""Feeds that the tests share, and a door to what is made of them."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from reportedly.collect.feeds import FeedPage, parse
from reportedly.schema import Item

AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
URL = "https://news.example/feed"

ITEM = (
    "<item><title>Shelling at Ostrel, part {0}</title><link>https://news.example/a/{0}</link>"
    '<guid isPermaLink="false">g{0}</guid><description>Four were taken to hospital.</description>'
    "<pubDate>Mon, 25 May 2026 10:00:00 GMT</pubDate></item>"
)


@pytest.fixture
def page() -> Callable[..., FeedPage]:
    """What the bytes or the text of a feed hold."""

    def read(body: str | bytes, *, most: int = 500, url: str = URL, **given: str | None) -> FeedPage:
        data = body.encode() if isinstance(body, str) else body
        return parse(data, url=url, as_of=AS_OF, most=most, **given)

    return read


@pytest.fixture
def rss() -> Callable[..., str]:
    """A feed in RSS 2.0 with those items, and what else is given in its channel."""

    def build(*items: str, head: str = "<title>Ostrel Gazette</title>") -> str:
        return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'

    return build


@pytest.fixture
def item(page: Callable[..., FeedPage], rss: Callable[..., str]) -> Callable[..., Item]:
    """The one item that comes of what stands between `<item>` and `</item>`."""

    def read(inside: str, *, link: str = "<link>https://news.example/a</link>", **given: str) -> Item:
        found = page(rss(f"<item>{link}{inside}</item>", **given))
        assert len(found.items) == 1, found.issues
        return found.items[0]

    return read
