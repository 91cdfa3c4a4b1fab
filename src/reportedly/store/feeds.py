"""Reads back what changes: which feeds are followed and due, their polls, the queue, positions in archives."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from reportedly.schema import Item, Poll, PollState, Subscription
from reportedly.store.keys import guid_key
from reportedly.store.packing import unpack
from reportedly.store.records import Position, Queued
from reportedly.store.tables import findable, polls, positions, queue, seen, states, subscriptions

_PAGE: Final = 500


def followed(connection: Connection) -> tuple[Subscription, ...]:
    """The feeds that are followed, in the order of their ids."""
    wanted = select(subscriptions.c.data).where(subscriptions.c.until.is_(None)).order_by(subscriptions.c.id)
    return tuple(unpack(data, Subscription) for data in connection.scalars(wanted))


def state(connection: Connection, feed: str) -> PollState | None:
    """Where the polling of a feed stands; None before its first poll."""
    data = connection.scalar(select(states.c.data).where(states.c.feed == findable(feed)))
    return None if data is None else unpack(data, PollState)


def due(connection: Connection, as_of: datetime) -> tuple[Subscription, ...]:
    """The feeds that are followed and to be polled by then: those never polled, then the longest due."""
    wanted = (
        select(subscriptions.c.data)
        .join(states, states.c.feed == subscriptions.c.id, isouter=True)
        .where(subscriptions.c.until.is_(None), states.c.feed.is_(None) | (states.c.next_at <= as_of))
        .order_by(states.c.next_at.asc().nulls_first(), subscriptions.c.id)
    )
    return tuple(unpack(data, Subscription) for data in connection.scalars(wanted))


def polls_of(connection: Connection, feed: str, since: datetime | None) -> Iterator[Poll]:
    """The polls of a feed from a moment on, the oldest first."""
    wanted = select(polls.c.data).where(polls.c.feed == findable(feed)).order_by(polls.c.at, polls.c.row)
    if since is not None:
        wanted = wanted.where(polls.c.at >= since)
    with connection.execute(wanted, execution_options={"yield_per": _PAGE}) as found:
        for each in found:
            yield unpack(each.data, Poll)


def unseen(connection: Connection, feed: str, guids: Iterable[str]) -> tuple[str, ...]:
    """Which of the guids have not been seen in the feed, each once, in the order given."""
    by_key: dict[str, str] = {}
    for guid in guids:
        by_key.setdefault(guid_key(guid), guid)
    asked = list(by_key)
    known: set[str] = set()
    for start in range(0, len(asked), _PAGE):
        some = asked[start : start + _PAGE]
        known |= set(
            connection.scalars(select(seen.c.guid).where(seen.c.feed == findable(feed), seen.c.guid.in_(some)))
        )
    return tuple(by_key[key] for key in asked if key not in known)


def waiting(connection: Connection, as_of: datetime, limit: int) -> tuple[Queued, ...]:
    """The first links of the queue that may be fetched by then, in the order in which they came."""
    wanted = (
        select(queue.c.feed, queue.c.data, queue.c.tries)
        .where(queue.c.ready_at <= as_of)
        .order_by(queue.c.ready_at, queue.c.row)
        .limit(limit)
    )
    found = connection.execute(wanted)
    return tuple(Queued(feed=each.feed, item=unpack(each.data, Item), tries=each.tries) for each in found)


def position(connection: Connection, source: str) -> Position | None:
    """How far an archive is done; None where it was never begun."""
    found = connection.execute(select(positions).where(positions.c.source == findable(source))).one_or_none()
    if found is None:
        return None
    return Position(source=source, fingerprint=found.fingerprint, done=found.done, finished=found.finished, at=found.at)
