"""The cleaner of the house: from the bytes of a capture to clean articles, whatever format they are in."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

import msgspec

from reportedly.collect import addresses, formats, items, jsonl, metadata, plain, wire
from reportedly.collect.files import issue
from reportedly.errors import InputError, UsageError
from reportedly.schema import Article, Capture, DatePrecision, DateSource, Issue


class StandardCleaner:
    """Cleans saved pages, plain text and lines of JSON.

    What the input says of itself is never overridden: `outlet` and `published_at` fill what it and its feed leave out.
    Only the date of a feed goes before the page's own, where `items.dated` believes it.

    Args:
        outlet: who publishes, for input that does not say.
        published_at: when it was published, for input that does not say; aware. Midnight sharp in UTC means
            that only the day is known. It is recorded as `given`.
        as_of: the present, aware: a page that claims to be published after it is taken not to say when. By
            default the time of its capture, else the clock.

    Raises:
        UsageError: `published_at` or `as_of` has no time zone.
    """

    def __init__(
        self,
        *,
        outlet: str | None = None,
        published_at: datetime | None = None,
        as_of: datetime | None = None,
    ) -> None:
        for name, moment in (("published_at", published_at), ("as_of", as_of)):
            if moment is not None and moment.utcoffset() is None:
                raise UsageError(f"{name} {moment.isoformat()} has no time zone; give it one, such as +00:00")
        self._outlet = outlet
        self._published_at = None if published_at is None else published_at.astimezone(UTC)
        self._as_of = as_of

    def articles(self, capture: Capture) -> Iterator[Article | Issue]:
        """The article of one capture; an `Issue` in its place where there is none, or it cannot be read."""
        try:
            article = self._article(capture)
        except InputError as error:
            yield issue(error)
        else:
            yield self._filled(article, capture)

    def _article(self, capture: Capture) -> Article:
        if capture.media_type == formats.PAGE:
            from reportedly.collect import html  # noqa: PLC0415 - its patterns take a while to compile

            return html.article(capture, self._present(capture))
        if capture.media_type == formats.TEXT:
            return plain.article(capture)
        if capture.media_type == formats.LINES:
            return jsonl.article(capture)
        raise InputError(capture.name, f"unknown format {capture.media_type}", "give HTML, plain text or JSON lines")

    def _present(self, capture: Capture) -> datetime:
        return self._as_of or capture.captured_at or datetime.now(UTC)

    def _filled(self, article: Article, capture: Capture) -> Article:
        """`article` with an id, with what its feed said, and with what the caller gave where neither says anything."""
        if capture.item is not None:
            article = items.joined(article, capture.item, capture.captured_at or self._present(capture))
        address = article.canonical_url or article.url
        outlet = _outlet(article, capture) or self._outlet
        return self._dated(
            msgspec.structs.replace(
                article,
                id=article.id or addresses.derived_id(address, article.text),
                outlet=outlet,
                owner=_owner(outlet, address),
                wire=wire.credited(article.text, article.byline) or article.wire,
                feed=capture.feed,
            )
        )

    def _dated(self, article: Article) -> Article:
        if article.published_at is not None or self._published_at is None:
            return article
        whole_day = self._published_at.time() == time()
        return msgspec.structs.replace(
            article,
            published_at=self._published_at,
            date_source=DateSource.GIVEN,
            date_precision=DatePrecision.DAY if whole_day else DatePrecision.TIME,
        )


def _outlet(article: Article, capture: Capture) -> str | None:
    """Who publishes: as the piece says, as its feed says, as its domain is known."""
    from_feed = capture.item.outlet if capture.item is not None else None
    return article.outlet or from_feed or metadata.outlet_of_domain(article.url)


def _owner(outlet: str | None, address: str | None) -> str | None:
    """Who owns an outlet, by its name, else by the address where it publishes."""
    from reportedly.knowledge import outlets  # noqa: PLC0415 - reads its table on first use

    known = outlets.by_name(outlet) if outlet is not None else None
    host = addresses.host(address) if address is not None else None
    if known is None and host is not None:
        known = outlets.by_domain(host)
    return None if known is None else known.owner
