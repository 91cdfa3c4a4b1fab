"""What is collected and how that went: items of feeds, subscriptions, fetches and polls."""

from datetime import datetime, timedelta
from enum import StrEnum

from reportedly.schema.base import Noun


class FetchOutcome(StrEnum):
    """What became of the fetch of one address."""

    OK = "ok"
    UNCHANGED = "unchanged"  # 304: a sign of life
    REFUSED = "refused"  # the address must not be fetched: scheme, port, user name, or a network that is not public
    ROBOTS = "robots"  # the host's robots.txt forbids it, or cannot be had
    CONSENT = "consent"  # a consent wall in place of the page
    CAPTCHA = "captcha"  # a check against robots in place of the page
    PAYWALL = "paywall"  # a login or subscription wall in place of the page
    FORBIDDEN = "forbidden"  # 401, 403, 451
    GONE = "gone"  # 404, 410
    LIMITED = "limited"  # 429, or 503 that says when to come again
    FAILED = "failed"  # the network, the server, a limit of size, time or redirects


class Fetch(Noun, frozen=True, kw_only=True):
    """One address as it answered, at one moment; never an exception, for the net does what it wants.

    Attributes:
        asked: the address as it was asked for.
        url: the address that answered, after redirects.
        at: when the answer was complete, aware, in UTC.
        status: of HTTP; None where no answer came.
        media_type: without parameters, in lower case; None where the server names none.
        charset: as the server names it.
        etag: as the server gave it, for the next conditional fetch; `last_modified` likewise.
        retry_at: when the server, or our own caution, wants the next attempt.
        size: bytes that came over the net.
        elapsed: seconds from the request to the end of the answer, waiting in our own queue left out.
        problem: what is wrong, in a few words; None for `ok` and `unchanged`.
        remedy: what can be done about it; None exactly where `problem` is None.
        body: the bytes, decompressed; None unless the outcome is `ok`.
    """

    asked: str
    url: str
    at: datetime
    outcome: FetchOutcome
    status: int | None = None
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    retry_at: datetime | None = None
    redirects: tuple[str, ...] = ()
    size: int = 0
    elapsed: float = 0.0
    problem: str | None = None
    remedy: str | None = None
    body: bytes | None = None

    def __post_init__(self) -> None:
        _check_utc("a fetch", at=self.at, retry_at=self.retry_at)
        if (self.problem is None) != (self.remedy is None):
            raise ValueError("problem and remedy of a fetch go together")
        if (self.body is not None) != (self.outcome is FetchOutcome.OK):
            raise ValueError(f"a fetch has a body exactly where it is ok, got {self.outcome}")


class FeedKind(StrEnum):
    """In which form a feed gives its items."""

    FEED = "feed"  # RSS, Atom, JSON Feed
    SITEMAP = "sitemap"
    LINKS = "links"  # lists of addresses, such as GDELT's


class Item(Noun, frozen=True, kw_only=True):
    """What a feed, a sitemap or a list of links says of one piece.

    Attributes:
        link: where the piece is, absolute.
        guid: what the feed tells it apart by; the link where it names nothing.
        kind: in which form the feed is that says so.
        outlet: who publishes it, where the feed says so (`<source>` of RSS, `news:publication` of a sitemap).
        outlet_url: the address of that outlet.
        wire: the agency credited with it, as printed.
    """

    link: str
    guid: str
    kind: FeedKind = FeedKind.FEED
    title: str | None = None
    summary: str | None = None
    author: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    outlet: str | None = None
    outlet_url: str | None = None
    wire: str | None = None

    def __post_init__(self) -> None:
        _check_utc("an item", published_at=self.published_at, updated_at=self.updated_at)


class Subscription(Noun, frozen=True, kw_only=True):
    """A feed that is followed.

    Attributes:
        id: stable and short, from its address.
        outlet: id of the outlet whose feed it is, as in the knowledge files.
        language: IETF tag, such as `en`.
        group: where it stands in an OPML file, such as `Middle East`.
        verified: whether it was ever fetched and held items.
    """

    id: str
    url: str
    title: str | None = None
    home: str | None = None
    outlet: str | None = None
    language: str | None = None
    group: str | None = None
    kind: FeedKind = FeedKind.FEED
    verified: bool = False


class Poll(Noun, frozen=True, kw_only=True):
    """One look at a feed: kept for ever, so that a gap is a gap and silence is seen.

    Attributes:
        feed: id of the subscription.
        items: how many items the feed held; `new` of them had not been seen before, `undated` said no date.
        newest: the latest date that any item gave.
        continuous: whether one of the items had been seen before, or the feed is new: nothing can have been missed
            since the poll before. None where there were no items to tell by.
    """

    feed: str
    at: datetime
    outcome: FetchOutcome
    status: int | None = None
    items: int = 0
    new: int = 0
    undated: int = 0
    newest: datetime | None = None
    continuous: bool | None = None
    size: int = 0
    elapsed: float = 0.0
    problem: str | None = None

    def __post_init__(self) -> None:
        _check_utc("a poll", at=self.at, newest=self.newest)
        if not 0 <= self.new <= self.items:
            raise ValueError(f"a poll cannot have {self.new} new items of {self.items}")


class PollState(Noun, frozen=True, kw_only=True):
    """Where the polling of one feed stands: the only thing about it that changes.

    Attributes:
        interval: seconds between two polls, as adapted so far.
        next_at: when it is due.
        failures: how many polls in a row have failed.
        ok_at: the last poll that was answered; `new_at` the last that brought something new.
    """

    feed: str
    interval: float
    next_at: datetime
    failures: int = 0
    etag: str | None = None
    last_modified: str | None = None
    ok_at: datetime | None = None
    new_at: datetime | None = None

    def __post_init__(self) -> None:
        _check_utc("a poll's state", next_at=self.next_at, ok_at=self.ok_at, new_at=self.new_at)


def _check_utc(what: str, **moments: datetime | None) -> None:
    for name, moment in moments.items():
        if moment is not None and moment.utcoffset() != timedelta(0):
            raise ValueError(f"{name} of {what} must be aware and in UTC")
