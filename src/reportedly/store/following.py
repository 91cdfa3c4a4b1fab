"""Writes what changes: subscriptions, states of polling, guids seen, the queue, positions in archives."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select, update

from reportedly.schema import FetchOutcome, Item, PollState, Subscription
from reportedly.store.feeds import unseen
from reportedly.store.keys import guid_key
from reportedly.store.packing import pack
from reportedly.store.tables import EPOCH, findable, positions, queue, seen, states, subscriptions
from reportedly.store.writer import Writer


def subscribe(writer: Writer, subscription: Subscription) -> None:
    """Follows a feed, or changes what is known of one that is followed."""
    key = {"id": findable(subscription.id)}
    values = {
        "url": findable(subscription.url),
        "outlet": findable(subscription.outlet),
        "data": pack(subscription),
        "until": None,
    }
    since = writer.connection.scalar(
        select(subscriptions.c.since).where(subscriptions.c.id == key["id"], subscriptions.c.until.is_(None))
    )
    writer.put(subscriptions, key, {**values, "since": since or writer.recorded_at})


def unsubscribe(writer: Writer, subscription: str, at: datetime) -> bool:
    """Follows a feed no longer; what came through it stays. Whether it was followed."""
    mine = (subscriptions.c.id == findable(subscription)) & subscriptions.c.until.is_(None)
    return writer.connection.execute(update(subscriptions).where(mine).values(until=at)).rowcount > 0


def set_state(writer: Writer, state: PollState) -> None:
    """Sets where the polling of a feed stands."""
    values = {
        "next_at": state.next_at,
        "interval": state.interval,
        "failures": state.failures,
        "data": pack(state),
    }
    writer.put(states, {"feed": findable(state.feed)}, values)


def mark_seen(writer: Writer, feed: str, guids: Iterable[str]) -> int:
    """Notes that items of a feed have been seen; how many of them had not been."""
    new = unseen(writer.connection, feed, guids)
    shared = {"feed": findable(feed), "at": writer.recorded_at}
    writer.add_all(seen, [{"guid": guid_key(guid), **shared} for guid in new])
    return len(new)


def enqueue(writer: Writer, feed: str, items: Iterable[Item]) -> int:
    """Puts what items point to into the queue; how many of the links were never in it."""
    new = 0
    for item in items:
        key = guid_key(item.link)
        if writer.find(queue, "id", key) is not None:
            continue
        values = {
            "row": writer.next_row(queue),
            "id": key,
            "link": findable(item.link),
            "feed": findable(feed),
            "data": pack(item),
            "queued_at": writer.recorded_at,
            "ready_at": EPOCH,
            "tries": 0,
        }
        writer.add_all(queue, [values])
        new += 1
    return new


def dequeued(writer: Writer, link: str, outcome: FetchOutcome, again_at: datetime | None) -> bool:
    """Notes what became of a link; it stays in the queue where it is to be tried again. Whether it was in it."""
    values = {
        "outcome": outcome.value,
        "tries": queue.c.tries + 1,
        "ready_at": again_at,
        "done_at": writer.recorded_at if again_at is None else None,
    }
    mine = (queue.c.id == guid_key(link)) & queue.c.ready_at.is_not(None)
    return writer.connection.execute(update(queue).where(mine).values(**values)).rowcount > 0


def set_position(writer: Writer, source: str, fingerprint: str, done: int, *, finished: bool) -> None:
    """Sets how far an archive is done."""
    values = {"fingerprint": fingerprint, "done": done, "finished": finished, "at": writer.recorded_at}
    writer.put(positions, {"source": findable(source)}, values)
