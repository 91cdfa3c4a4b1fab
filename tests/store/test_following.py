"""What changes: subscriptions, polls and their states, guids seen, the queue, positions."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from reportedly.schema import FetchOutcome, Item, Poll, PollState, Subscription
from reportedly.store import Store

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
MAIL = Subscription(id="mail", url="https://mail.example/rss")
POST = Subscription(id="post", url="https://post.example/rss")
STATE = PollState(feed="mail", interval=600, next_at=NOON)
POLL = Poll(feed="mail", at=NOON, outcome=FetchOutcome.OK, items=3, new=2)


def item(number: int) -> Item:
    return Item(link=f"https://mail.example/{number}", guid=str(number))


def test_a_feed_is_followed_changed_and_left(store: Store) -> None:
    with store.batch() as batch:
        batch.subscribe(POST)
        batch.subscribe(MAIL)
        batch.subscribe(replace(MAIL, title="The Mail"))
    assert store.subscriptions() == (replace(MAIL, title="The Mail"), POST)
    with store.batch() as batch:
        assert batch.unsubscribe("mail", NOON)
        assert not batch.unsubscribe("mail", NOON)
    assert store.subscriptions() == (POST,)
    assert store.counts().feeds == 1


def test_a_feed_is_due_before_its_first_poll_and_when_its_time_has_come(store: Store) -> None:
    with store.batch() as batch:
        batch.subscribe(MAIL)
        batch.subscribe(POST)
        batch.poll(POLL, STATE)
    assert store.due(NOON - HOUR) == (POST,)
    assert store.due(NOON) == (POST, MAIL)
    assert store.state("mail") == STATE
    assert store.state("post") is None
    with store.batch() as batch:
        batch.poll(replace(POLL, at=NOON + HOUR), replace(STATE, next_at=NOON + 2 * HOUR))
    assert store.due(NOON + HOUR) == (POST,)
    assert [poll.at for poll in store.polls("mail")] == [NOON, NOON + HOUR]
    assert [poll.at for poll in store.polls("mail", since=NOON + HOUR)] == [NOON + HOUR]


def test_guids_are_told_apart_by_feed(store: Store) -> None:
    guids = [str(number) for number in range(1200)]
    with store.batch() as batch:
        assert batch.seen("mail", guids[:700]) == 700
        assert batch.seen("mail", guids[600:800]) == 100
    assert store.unseen("mail", [*guids[750:], "1", "900"]) == tuple(guids[800:])
    assert store.unseen("post", ["1", "2", "1"]) == ("1", "2")


def test_a_link_is_queued_once_and_fetched_when_its_time_has_come(store: Store) -> None:
    with store.batch() as batch:
        assert batch.enqueue("mail", item(1), item(2), item(1)) == 2
        assert batch.enqueue("post", item(2), item(3)) == 1
    assert [(each.feed, each.link[-1], each.tries) for each in store.queue(NOON, 9)] == [
        ("mail", "1", 0), ("mail", "2", 0), ("post", "3", 0),
    ]  # fmt: skip
    with store.batch() as batch:
        assert batch.dequeued(item(1).link, FetchOutcome.OK)
        assert batch.dequeued(item(2).link, FetchOutcome.LIMITED, again_at=NOON + HOUR)
        assert not batch.dequeued(item(1).link, FetchOutcome.OK)
        assert batch.enqueue("mail", item(1)) == 0
    assert [each.item for each in store.queue(NOON, 9)] == [item(3)]
    assert [(each.link[-1], each.tries) for each in store.queue(NOON + HOUR, 9)] == [("3", 0), ("2", 1)]
    assert len(store.queue(NOON + HOUR, 1)) == 1
    assert store.counts().queued == 2


def test_a_position_is_kept_with_what_it_counts(store: Store) -> None:
    assert store.position("a.warc.gz") is None
    with store.batch() as batch:
        batch.position("a.warc.gz", "f1", 20, False)
        batch.position("a.warc.gz", "f1", 40, True)
    found = store.position("a.warc.gz")
    assert found is not None
    assert (found.fingerprint, found.done, found.finished) == ("f1", 40, True)
