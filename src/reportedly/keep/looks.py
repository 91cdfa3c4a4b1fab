"""One look at a feed: fetch it, read what it holds, and say how it went."""

from typing import Final

import msgspec

from reportedly.collect.feeds import FeedPage, parse
from reportedly.collect.feeds.page import said
from reportedly.errors import InputError
from reportedly.keep.intake import BROKEN, broken
from reportedly.protocols import Fetcher
from reportedly.schema import FeedKind, Fetch, Issue, Item, Noun, Poll, PollState, Subscription

_CHILDREN: Final = 5
"""The children of an index of sitemaps that are looked at, the first ones, which are the newest."""

_UNKNOWN: Final = "nobody knows why"


class Look(Noun, frozen=True, kw_only=True):
    """What a look at a feed brought.

    Attributes:
        fetch: how the feed answered.
        page: what it says of itself; None where it gave nothing.
        items: what it holds, each guid once.
        issues: what was wrong with it.
        problem: why it gave nothing, where it did not; `fetch.outcome` may be `ok` all the same.
    """

    feed: Subscription
    state: PollState
    fetch: Fetch
    page: FeedPage | None = None
    items: tuple[Item, ...] = ()
    issues: tuple[Issue, ...] = ()
    problem: str | None = None


def look(feed: Subscription, state: PollState, fetcher: Fetcher, most: int) -> Look:
    """Look at a feed; never an exception for what the net or the feed does.

    Args:
        feed: what to look at.
        state: where its polling stands; what it says of the last answer makes the question conditional.
        fetcher: asks.
        most: the most items that are looked at.
    """
    fetch = fetcher.fetch(feed.url, etag=state.etag, last_modified=state.last_modified)
    if fetch.body is None:
        return Look(feed=feed, state=state, fetch=fetch, problem=fetch.problem)
    try:
        page = _page(fetch, most)
    except InputError as error:
        issue = Issue(where=feed.url, problem=error.problem, remedy=error.remedy)
        return Look(feed=feed, state=state, fetch=fetch, issues=(issue,), problem=error.problem)
    except BROKEN as error:
        issue = broken("reading of feeds", feed.url, error)
        return Look(feed=feed, state=state, fetch=fetch, issues=(issue,), problem=issue.problem)
    children = _children(page, fetcher, most) if page.kind is FeedKind.SITEMAP else ()
    pages = (page, *children)
    items: dict[str, Item] = {}
    for item in (item for one in pages for item in one.items):
        items.setdefault(item.guid, item)
    return Look(
        feed=feed,
        state=state,
        fetch=fetch,
        page=page,
        items=tuple(items.values())[:most],
        issues=tuple(issue for one in pages for issue in one.issues),
    )


def poll_of(look_: Look, new: int) -> Poll:
    """The poll that a look was, `new` of whose items had not been seen."""
    fetch, count = look_.fetch, len(look_.items)
    is_first = look_.state.ok_at is None
    return Poll(
        feed=look_.feed.id,
        at=fetch.at,
        outcome=fetch.outcome,
        status=fetch.status,
        items=count,
        new=new,
        undated=sum(said(item) is None for item in look_.items),
        newest=max((when for item in look_.items if (when := said(item)) is not None), default=None),
        continuous=(is_first or new < count) if count else None,
        size=fetch.size,
        elapsed=fetch.elapsed,
        problem=look_.problem,
    )


def confirmed(look_: Look) -> Subscription | None:
    """The subscription with what the feed says of itself, where a look shows for the first time that it is one."""
    feed, page = look_.feed, look_.page
    if page is None or feed.verified or not look_.items:
        return None
    return msgspec.structs.replace(
        feed,
        title=feed.title or page.title,
        home=feed.home or page.home,
        language=feed.language or page.language,
        kind=page.kind,
        verified=True,
    )


def _page(fetch: Fetch, most: int) -> FeedPage:
    return parse(
        fetch.body or b"",
        url=fetch.url,
        media_type=fetch.media_type,
        charset=fetch.charset,
        as_of=fetch.at,
        most=most,
    )


def _children(page: FeedPage, fetcher: Fetcher, most: int) -> tuple[FeedPage, ...]:
    """The first children of an index of sitemaps; one that cannot be had is an issue."""
    found: list[FeedPage] = []
    for url in page.more[:_CHILDREN]:
        fetch = fetcher.fetch(url)
        try:
            if fetch.body is None:
                raise InputError(url, fetch.problem or _UNKNOWN, fetch.remedy or "ask again later")
            found.append(_page(fetch, most))
        except InputError as error:
            issue = Issue(where=url, problem=error.problem, remedy=error.remedy)
            found.append(FeedPage(kind=page.kind, version=page.version, issues=(issue,)))
    return tuple(found)
