from datetime import timedelta

import pytest

from hands import START, HandClock
from reportedly.keep.followed import Followed
from reportedly.keep.line import Line, host_of, later
from reportedly.schema import FetchOutcome, Item, Subscription
from reportedly.store import Store


def queue(store: Store, *links: str) -> None:
    with store.batch() as batch:
        batch.enqueue("f", *(Item(link=link, guid=link) for link in links))


def taken(line: Line, busy: frozenset[str] = frozenset()) -> list[str]:
    return [queued.link for _, queued in line.ready(lambda host, _: host not in busy)]


def test_hosts_take_turns_and_none_waits_for_another(store: Store) -> None:
    queue(store, "https://a.example/1", "https://a.example/2", "https://a.example/3", "https://b.example/1")
    line = Line(store, HandClock())
    line.refresh()
    assert len(line) == 4
    assert taken(line) == ["https://a.example/1", "https://b.example/1"]
    assert taken(line, frozenset({"a.example"})) == []
    assert taken(line) == ["https://a.example/2"]


def test_what_is_in_hand_is_not_handed_out_again(store: Store) -> None:
    queue(store, "https://a.example/1")
    line = Line(store, HandClock())
    line.refresh()
    assert taken(line) == ["https://a.example/1"]
    line.refresh(now=True)
    assert taken(line) == []
    line.done("https://a.example/1")
    line.refresh(now=True)
    assert taken(line) == ["https://a.example/1"]


def test_the_queue_is_looked_at_now_and_then(store: Store) -> None:
    clock = HandClock()
    line = Line(store, clock)
    line.refresh()
    queue(store, "https://a.example/1")
    line.refresh()
    assert len(line) == 0
    clock.wait(31)
    line.refresh()
    assert len(line) == 1


def test_a_link_that_failed_comes_when_it_is_time(store: Store) -> None:
    clock = HandClock()
    queue(store, "https://a.example/1")
    with store.batch() as batch:
        batch.dequeued("https://a.example/1", FetchOutcome.FAILED, again_at=START + timedelta(minutes=5))
    line = Line(store, clock)
    line.refresh(now=True)
    assert len(line) == 0
    clock.wait(301)
    line.refresh(now=True)
    assert len(line) == 1


@pytest.mark.parametrize(("tries", "minutes"), [(0, 5), (1, 20), (2, 80), (3, 360), (4, None), (9, None)])
def test_a_link_is_tried_five_times(tries: int, minutes: int | None) -> None:
    wanted = None if minutes is None else START + timedelta(minutes=minutes)
    assert later(tries, START, None) == wanted
    hour = START + timedelta(hours=10)
    assert later(tries, START, hour) == (None if minutes is None else hour)


def test_the_host_of_an_address() -> None:
    assert host_of("https://News.example:8080/a") == "news.example"
    assert host_of("nonsense") == "nonsense"


def follow(store: Store, count: int) -> None:
    with store.batch() as batch:
        for number in range(count):
            batch.subscribe(Subscription(id=f"f{number}", url=f"https://h{number}.example/rss"))


def test_few_new_feeds_are_due_at_once_and_many_within_a_minute(store: Store) -> None:
    clock = HandClock()
    follow(store, 3)
    followed = Followed(store, clock)
    followed.refresh()
    assert len(list(followed.due(lambda *_: True))) == 3
    follow(store, 60)
    clock.wait(61)
    followed.refresh()
    now = len(list(followed.due(lambda *_: True)))
    clock.wait(61)
    assert now + len(list(followed.due(lambda *_: True))) == 57
    assert now < 20


def test_a_feed_that_is_removed_meanwhile_is_forgotten(store: Store) -> None:
    clock = HandClock()
    follow(store, 1)
    followed = Followed(store, clock)
    followed.refresh()
    ((_, feed, state),) = followed.due(lambda *_: True)
    with store.batch() as batch:
        batch.unsubscribe(feed.id, START)
    clock.wait(61)
    followed.refresh()
    followed.settled(feed.id, state)
    assert len(followed) == 0


def test_a_clock_that_jumps_back_leaves_no_feed_waiting_for_years(store: Store) -> None:
    clock = HandClock()
    follow(store, 1)
    followed = Followed(store, clock)
    followed.refresh()
    ((_, feed, state),) = followed.due(lambda *_: True)
    followed.settled(feed.id, state)
    clock.moment = START - timedelta(days=800)
    assert len(list(followed.due(lambda *_: True))) == 1
