"""Pages from the net: an address is fetched, and what answered becomes a capture or says why there is none."""

import os
from collections.abc import Iterable, Iterator
from os import PathLike
from typing import Final

from reportedly.collect import formats
from reportedly.collect.files import FileFeed
from reportedly.errors import InputError
from reportedly.protocols import Fetcher
from reportedly.schema import Capture, Fetch, FetchOutcome, Issue, Item

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_NAMELESS: Final = "page"
BLOCKED: Final = frozenset(
    {
        FetchOutcome.ROBOTS,
        FetchOutcome.CONSENT,
        FetchOutcome.CAPTCHA,
        FetchOutcome.PAYWALL,
        FetchOutcome.FORBIDDEN,
    }
)
"""What keeps a page from us on purpose; it is not asked for again."""

PASSING: Final = frozenset({FetchOutcome.FAILED, FetchOutcome.LIMITED})
"""What may be over the next time."""


class PageFeed:
    """Captures of inputs among which there are addresses of pages; implements `protocols.Feed`.

    Args:
        inputs: what `FileFeed` takes, and addresses that begin with http:// or https://.
        fetcher: gets the pages.
    """

    def __init__(self, inputs: Iterable[str | PathLike[str]], fetcher: Fetcher) -> None:
        self._inputs = tuple(os.fspath(given) for given in inputs)
        self._fetcher = fetcher

    def captures(self) -> Iterator[Capture | Issue]:
        """The captures, in the order given; a page that cannot be had is an `Issue` in its place."""
        for given in self._inputs:
            if is_address(given):
                yield captured(self._fetcher.fetch(given))
            else:
                yield from FileFeed([given]).captures()


def was_never_asked(fetch: Fetch) -> bool:
    """Whether no answer came at all; after a stop that is because nobody was asked any more."""
    return fetch.outcome is FetchOutcome.FAILED and fetch.status is None


def is_address(given: str) -> bool:
    """Whether an input is meant as an address on the web."""
    return given.lower().startswith(("http://", "https://"))


def captured(fetch: Fetch, *, item: Item | None = None, feed: str | None = None) -> Capture | Issue:
    """The capture of a fetch that brought a page; else the issue that says why it did not.

    Args:
        fetch: what became of the address.
        item: what the feed said of it.
        feed: id of the feed.
    """
    if fetch.body is None:
        return Issue(
            where=fetch.asked,
            problem=fetch.problem or f"there is no page ({fetch.outcome})",
            remedy=fetch.remedy or "ask again later",
        )
    try:
        media_type = _media_type(fetch, fetch.body)
    except InputError as error:
        return Issue(where=fetch.asked, problem=error.problem, remedy=error.remedy)
    return Capture(
        name=fetch.asked,
        url=fetch.url,
        captured_at=fetch.at,
        media_type=media_type,
        charset=fetch.charset,
        body=fetch.body,
        feed=feed,
        item=item,
    )


def _media_type(fetch: Fetch, body: bytes) -> str:
    """What the page is, by what the server says where that can be, and by its first bytes.

    Raises:
        InputError: it is no page and no text.
    """
    found = formats.detect(body[: formats.HEAD], _NAMELESS)
    if found == formats.LINES:
        raise InputError(fetch.asked, "JSON, which is no page", "give the address of the article itself")
    if fetch.media_type in _PAGES:
        return formats.PAGE
    if fetch.media_type is None or fetch.media_type == formats.TEXT:
        return found
    if fetch.media_type.startswith("text/") or found == formats.PAGE:
        return found
    problem = f"{fetch.media_type}, which is no page"
    raise InputError(fetch.asked, problem, "give the address of the article itself")
