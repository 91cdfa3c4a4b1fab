"""The store: an open database, what is put into it by batches, and what is read back."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from reportedly.schema import Article, Judgement, Poll, PollState, Provenance, Reading, Subscription
from reportedly.store import feeds, looking
from reportedly.store.batch import Batch
from reportedly.store.database import reading_from, writing_to
from reportedly.store.rebuild import rebuild
from reportedly.store.records import Counts, Noted, Position, Queued
from reportedly.store.writer import Writer


class Store:
    """An open store; safe to use from several threads. A context manager.

    Whatever goes wrong in the database, in any method, is a `StoreError` that says what to do.

    Attributes:
        name: its address, as it may be shown: without a password.
        engine: for queries of one's own.
        now: what tells when something is recorded.
    """

    def __init__(self, engine: Engine, name: str, now: Callable[[], datetime]) -> None:
        self.engine = engine
        self.name = name
        self.now = now

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    @property
    def on_postgresql(self) -> bool:
        """Whether it is kept in PostgreSQL; else in a file of SQLite."""
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A connection in one transaction that only reads: it sees one state of the store throughout."""
        with reading_from(self.engine) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """The one transaction that writes; kept at the end, taken back where an error comes.

        Raises:
            StoreError: another process writes, and did not end in time.
        """
        with writing_to(self.engine) as connection, connection.begin():
            writer = Writer(connection, self.now())
            yield writer
            writer.finish()

    @contextmanager
    def batch(self) -> Iterator[Batch]:
        """What puts things in: one transaction, kept at the end of the block, taken back where an error leaves it.

        Raises:
            StoreError: another process writes and did not end in time, the disk is full, or the server is gone.
        """
        with self.writing() as writer:
            yield Batch(writer)

    def rebuild(self) -> int:
        """Makes all projections and the words of the search anew, from evidence; how many readings they are of."""
        with self.writing() as writer:
            return rebuild(writer)

    def article(self, key: str) -> Article:
        """The article with a key.

        Raises:
            StoreError: there is none, or its text was dropped.
        """
        with self.looking() as connection:
            return looking.article(connection, key)

    def reading(self, key: str) -> Reading:
        """The reading with a key.

        Raises:
            StoreError: there is none, or the text of its article was dropped.
        """
        with self.looking() as connection:
            return looking.reading(connection, key)

    def readings_of(self, article: str) -> tuple[Reading, ...]:
        """All readings of the article with the key `article`, in the order in which they came in."""
        with self.looking() as connection:
            return looking.readings_of(connection, article)

    def has_reading(self, article: str, provenance: Provenance) -> bool:
        """Whether the article with that key has been read by this very machine, whenever that was."""
        with self.looking() as connection:
            return looking.has_reading(connection, article, provenance)

    def unread(self, provenance: Provenance) -> Iterator[tuple[str, Article]]:
        """Key and article of all that this machine has not read, in the order in which they came in.

        Between two of them the caller may write: what is added meanwhile comes as well.
        """
        last = 0
        while True:
            with self.looking() as connection:
                some = looking.unread(connection, provenance, last)
            if not some:
                return
            for last, key, article in some:  # noqa: B007 - where the next page begins
                yield key, article

    def export(
        self, as_of: datetime | None = None, provenance: Provenance | None = None, *, current: bool = False
    ) -> Iterator[Reading]:
        """Readings in the order of (article id, key): a stream in which memory stays flat.

        Args:
            as_of: only what was recorded by then.
            provenance: only what this very machine read.
            current: only what holds (or held at `as_of`): no reading that another followed.
        """
        with self.looking() as connection:
            yield from looking.export(connection, as_of, provenance, current=current)

    def judgements(self, item: str | None = None) -> tuple[Judgement, ...]:
        """The judgements about the thing with that id, or all, in the order in which they came in."""
        with self.looking() as connection:
            return looking.judgements_of(connection, item)

    def issues(self, since: datetime | None = None) -> Iterator[Noted]:
        """Issues from a moment on, the oldest first."""
        with self.looking() as connection:
            yield from looking.issues_since(connection, since)

    def counts(self) -> Counts:
        """How much there is of everything."""
        with self.looking() as connection:
            return looking.counts(connection)

    def digest(self) -> str:
        """A hash over all evidence, the same whatever the order and the moments in which it came in."""
        with self.looking() as connection:
            return looking.digest(connection)

    def subscriptions(self) -> tuple[Subscription, ...]:
        """The feeds that are followed, in the order of their ids."""
        with self.looking() as connection:
            return feeds.followed(connection)

    def state(self, feed: str) -> PollState | None:
        """Where the polling of a feed stands; None before its first poll."""
        with self.looking() as connection:
            return feeds.state(connection, feed)

    def due(self, as_of: datetime) -> tuple[Subscription, ...]:
        """The feeds that are followed and to be polled by then: those never polled, then the longest due."""
        with self.looking() as connection:
            return feeds.due(connection, as_of)

    def polls(self, feed: str, since: datetime | None = None) -> Iterator[Poll]:
        """The polls of a feed from a moment on, the oldest first."""
        with self.looking() as connection:
            yield from feeds.polls_of(connection, feed, since)

    def unseen(self, feed: str, guids: Iterable[str]) -> tuple[str, ...]:
        """Which of the guids have not been seen in the feed, each once, in the order given."""
        with self.looking() as connection:
            return feeds.unseen(connection, feed, guids)

    def queue(self, as_of: datetime, limit: int) -> tuple[Queued, ...]:
        """The first links that wait to be fetched and may be by then, in the order in which they came."""
        with self.looking() as connection:
            return feeds.waiting(connection, as_of, limit)

    def position(self, source: str) -> Position | None:
        """How far an archive is done; None where it was never begun."""
        with self.looking() as connection:
            return feeds.position(connection, source)
