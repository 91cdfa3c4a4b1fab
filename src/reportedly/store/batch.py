"""What a batch can put into the store: the only door through which anything comes in."""

from collections.abc import Iterable
from datetime import datetime

from reportedly.schema import (
    Article,
    Capture,
    Fetch,
    FetchOutcome,
    Issue,
    Item,
    Judgement,
    Poll,
    PollState,
    Reading,
    Subscription,
)
from reportedly.store import evidence, following, versions
from reportedly.store.keys import article_key
from reportedly.store.tables import articles
from reportedly.store.writer import Writer


class Batch:
    """One transaction: all of it is kept at its end, or nothing.

    Ids and keys are content-addressed, 32 hexadecimal digits: whatever is added again has the id that it had, and
    changes nothing. A text with half of a surrogate pair is refused (`CodecError`) before anything is written, and the
    batch can go on; after a `StoreError` it cannot.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    @property
    def recorded_at(self) -> datetime:
        """The moment at which all of this batch counts as known; later than that of every batch before."""
        return self._writer.recorded_at

    def capture(self, capture: Capture) -> str:
        """Keeps a capture; its id, over address (or name), media type and body."""
        return evidence.add_capture(self._writer, capture)

    def article(self, article: Article, *, capture: str | None = None, seen_at: datetime | None = None) -> str:
        """Keeps an article; its key, over all of it.

        Args:
            article: what was published.
            capture: the id of the capture that it was cleaned from.
            seen_at: when it was captured; the first answer stays.

        Raises:
            StoreError: there is no such capture.
        """
        return evidence.add_article(self._writer, article, capture, seen_at)

    def has_article(self, article: Article) -> bool:
        """Whether the store, or this batch, holds this very article."""
        return self._writer.find(articles, "key", article_key(article)) is not None

    def reading(self, reading: Reading, *, article: str) -> str:
        """Keeps a reading of the article with the key `article`; its key, over that and the provenance without moment.

        A reading by the same reader of the same piece (id and text) no longer holds from now on. A second reading by
        the very same machine is not kept; where it says something else, that is an issue.

        Raises:
            StoreError: there is no such article, or the reading is of another one.
        """
        return versions.add_reading(self._writer, reading, article)

    def judgement(self, judgement: Judgement) -> str:
        """Keeps a judgement; its id, over all of it."""
        return evidence.add_judgement(self._writer, judgement)

    def issue(self, issue: Issue, *, at: datetime) -> str:
        """Keeps an issue; its id, over it and its moment."""
        return evidence.add_issue(self._writer, issue, at)

    def fetch(self, fetch: Fetch, *, capture: str | None = None) -> str:
        """Logs a fetch without its body; its id. `capture` is the id of the capture that came of it."""
        return evidence.add_fetch(self._writer, fetch, capture)

    def subscribe(self, subscription: Subscription) -> None:
        """Follows a feed, or changes what is known of one that is followed."""
        following.subscribe(self._writer, subscription)

    def unsubscribe(self, feed: str, at: datetime) -> bool:
        """Follows a feed no longer; what came through it stays. Whether it was followed."""
        return following.unsubscribe(self._writer, feed, at)

    def poll(self, poll: Poll, state: PollState) -> str:
        """Keeps a poll and sets where the polling of its feed stands; the id of the poll."""
        following.set_state(self._writer, state)
        return evidence.add_poll(self._writer, poll)

    def seen(self, feed: str, guids: Iterable[str]) -> int:
        """Notes that items of a feed have been seen; how many of them had not been."""
        return following.mark_seen(self._writer, feed, guids)

    def enqueue(self, feed: str, *items: Item) -> int:
        """Puts what items point to into the queue; how many of the links had never been in it."""
        return following.enqueue(self._writer, feed, items)

    def dequeued(self, link: str, outcome: FetchOutcome, *, again_at: datetime | None = None) -> bool:
        """Notes what became of a link in the queue, where it stays if it is to be tried again; whether it was there."""
        return following.dequeued(self._writer, link, outcome, again_at)

    def position(self, source: str, fingerprint: str, done: int, finished: bool) -> None:
        """Sets how far an archive is done: so many captures of the file with this fingerprint."""
        following.set_position(self._writer, source, fingerprint, done, finished=finished)
