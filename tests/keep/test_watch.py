import io
import json
import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from kept_pages import Counted, page
from reportedly.collect import addresses
from reportedly.collect.clock import FastClock
from reportedly.collect.feeds import subscription_id
from reportedly.collect.fetch import PoliteFetcher
from reportedly.errors import StoreError
from reportedly.keep.journal import LOGGER, JsonLines
from reportedly.keep.metrics import Metrics
from reportedly.keep.watch import Watch
from reportedly.pipeline import Pipeline
from reportedly.schema import FetchOutcome, Subscription
from reportedly.store import Store, open_store
from web_server import Answer, Reply, Request, WebServer, bomb, endless, feed, hanging, redirect, serving

FACTOR = 20_000.0
PATIENCE = 60.0


def rss(server: WebServer, host: str, numbers: range) -> Reply:
    """A feed of pages of that host, the newest first."""
    items = "".join(
        f"<item><title>Report {n}</title><link>{server.url(f'/{n}', host)}</link><guid>{host}-{n}</guid></item>"
        for n in reversed(numbers)
    )
    return feed(f"<rss version='2.0'><channel><title>{host}</title>{items}</channel></rss>")


@dataclass
class World:
    """A server that is many hosts, a store, and a watch over it."""

    server: WebServer
    address: str
    clock: FastClock = field(default_factory=lambda: FastClock(FACTOR))
    reader: Counted = field(default_factory=Counted)
    metrics: Metrics = field(default_factory=Metrics)
    asked: threading.Event = field(default_factory=threading.Event)

    def host(self, name: str, answer: Answer | None = None, pages: range = range(3)) -> Subscription:
        """A host with a feed of pages; each page in words of its own."""
        host = f"{name}.example"
        self.server.routes[f"//{host}/feed"] = answer or rss(self.server, host, pages)
        for number in pages:
            self.server.routes[f"//{host}/{number}"] = Reply(
                page(hash_of(name) + number), headers={"Content-Type": "text/html; charset=utf-8"}
            )
        url = self.server.url("/feed", host)
        return Subscription(id=subscription_id(url), url=url)

    def follow(self, *feeds: Subscription) -> None:
        with open_store(self.address) as store, store.batch() as batch:
            for each in feeds:
                batch.subscribe(each)

    def watch(self, until: Callable[[Store], bool]) -> None:
        """Watch until something holds of the store, then as SIGTERM does."""
        settings = self.server.settings(delay=5.0, connections=4, timeout=2.0)
        fetcher = PoliteFetcher(settings, self.clock, resolve=lambda *_: ("127.0.0.1",))
        over = threading.Event()
        with open_store(self.address) as store:
            watch = Watch(
                store,
                Pipeline(reader=self.reader),
                fetcher,
                self.clock,
                settings,
                stop=self.asked.is_set,
                halt=self.clock.stop,
                metrics=self.metrics,
            )

            def look() -> None:
                left = round(PATIENCE / 0.05)
                with open_store(self.address) as mine:
                    while left and not over.wait(0.05) and not until(mine):
                        left -= 1
                    self.asked.set()
                    self.clock.stop()

            looking = threading.Thread(target=look)
            looking.start()
            try:
                watch.run()
            finally:
                over.set()
                looking.join()
            assert watch.health().in_hand == 0


def hash_of(name: str) -> int:
    return sum(ord(letter) * 1000**place for place, letter in enumerate(name)) * 10


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with serving() as server:
        yield World(server, str(tmp_path / "store.db"))


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    written = io.StringIO()
    logger, handler = logging.getLogger(LOGGER), logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield written
    logger.removeHandler(handler)
    logger.setLevel(logging.NOTSET)


def read(count: int) -> Callable[[Store], bool]:
    return lambda store: store.counts().readings >= count


def test_what_feeds_bring_is_fetched_read_and_kept_once(world: World, log: io.StringIO) -> None:
    world.follow(*(world.host(name) for name in ("a", "b", "c")))
    world.watch(read(9))
    with open_store(world.address) as store:
        counts = store.counts()
        assert (counts.articles, counts.readings, counts.queued) == (9, 9, 0)
        assert all(feed.verified and feed.title for feed in store.subscriptions())
        assert {reading.article.feed for reading in store.export()} == {one.id for one in store.subscriptions()}
    for name in "abc":
        for number in range(3):
            assert sum(r.host == f"{name}.example" and r.path == f"/{number}" for r in world.server.requests) == 1
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert {line["action"] for line in lines} == {"start", "poll", "page", "stop"}
    assert sum(line["action"] == "page" and line["readings"] == 1 for line in lines) == 9
    assert b'reportedly_articles_total{state="new"} 9.0' in world.metrics.text()


def test_items_that_come_later_are_found_and_nothing_twice(world: World) -> None:
    grown = world.host("a", pages=range(6))
    few, all_ = rss(world.server, "a.example", range(3)), rss(world.server, "a.example", range(6))
    looks: list[Request] = []

    def answer(request: Request) -> Reply:
        looks.append(request)
        return few if len(looks) < 3 else all_

    world.server.routes["//a.example/feed"] = answer
    world.follow(grown)
    world.watch(read(6))
    with open_store(world.address) as store:
        polls = list(store.polls(grown.id))
        assert store.counts().articles == 6
    assert [poll.new for poll in polls[:3]] == [3, 0, 3]
    assert all(poll.continuous for poll in polls[:3])


def test_unchanged_is_a_sign_of_life(world: World) -> None:
    a = world.host("a")
    whole = rss(world.server, "a.example", range(3))

    def answer(request: Request) -> Reply:
        if request.headers.get("if-none-match") == '"one"':
            return Reply(status=304)
        return feed(whole.body, ETag='"one"')  # type: ignore[arg-type]

    world.server.routes["//a.example/feed"] = answer
    world.follow(a)
    world.watch(lambda store: len(list(store.polls(a.id))) >= 3)
    with open_store(world.address) as store:
        outcomes = [poll.outcome for poll in store.polls(a.id)]
    assert outcomes[:3] == [FetchOutcome.OK, FetchOutcome.UNCHANGED, FetchOutcome.UNCHANGED]


def test_a_feed_that_has_moved_is_followed_and_the_log_says_where_to(world: World, log: io.StringIO) -> None:
    world.host("new")
    new = world.server.url("/feed", "new.example")
    world.follow(world.host("old", redirect(new, 301)))
    world.watch(read(3))
    polls = [line for line in map(json.loads, log.getvalue().splitlines()) if line["action"] == "poll"]
    assert polls[0]["url"] == world.server.url("/feed", "old.example")
    assert polls[0]["moved_to"] == new


def test_bad_feeds_stop_no_good_one(world: World) -> None:
    bad: dict[str, Answer] = {
        "html": Reply(b"<html><body>no feed</body></html>", headers={"Content-Type": "text/html"}),
        "reset": Reply(reset=True),
        "circle": redirect("/feed"),
        "laughs": feed("<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><rss><channel><item>&b;</channel>"),
        "empty": feed(""),
        "down": Reply(status=503),
        "hangs": hanging(),
        "endless": endless(),
        "bomb": bomb(),
    }
    world.follow(world.host("good"), *(world.host(name, answer) for name, answer in bad.items()))
    ids = [subscription_id(world.server.url("/feed", f"{name}.example")) for name in bad]
    world.watch(lambda store: store.counts().readings == 3 and all(list(store.polls(feed)) for feed in ids))
    with open_store(world.address) as store:
        assert {addresses.host(reading.article.url or "") for reading in store.export()} == {"good.example"}
        for id_ in ids:
            state = store.state(id_)
            assert state is not None
            assert state.failures > 0


def test_pages_that_cannot_be_had_are_recorded_and_those_that_may_come_are_asked_again(world: World) -> None:
    a = world.host("a", pages=range(4))
    world.server.routes["//a.example/0"] = Reply(status=404)
    later = [Reply(status=500), Reply(status=500), world.server.routes["//a.example/1"]]
    world.server.routes["//a.example/1"] = lambda _: later.pop(0) if len(later) > 1 else later[0]  # type: ignore[return-value]
    world.server.routes["//a.example/2"] = Reply(
        b"<html><title>Subscribe to continue</title><body>Subscribe to continue reading.</body></html>",
        headers={"Content-Type": "text/html"},
    )
    world.follow(a)
    world.watch(lambda store: store.counts().queued == 0 and store.counts().readings == 2)
    with open_store(world.address) as store:
        assert store.counts().articles == 2
        issues = {noted.issue.where.rpartition("/")[2]: noted.issue.problem for noted in store.issues()}
    assert set(issues) == {"0", "2"}
    assert sum(request.path == "/1" for request in world.server.requests) == 3


def test_a_watch_that_is_started_again_goes_on_where_it_was(world: World) -> None:
    world.follow(world.host("a", pages=range(5)))
    world.watch(lambda store: store.counts().readings >= 2)
    again = World(world.server, world.address)
    again.watch(read(5))
    with open_store(world.address) as store:
        assert (store.counts().articles, store.counts().queued) == (5, 0)
    for number in range(5):
        assert len(world.server.asked(f"/{number}")) == 1


def test_one_request_a_host_at_a_time_and_a_delay_between(world: World) -> None:
    world.clock = FastClock(400.0)
    world.follow(*(world.host(name, pages=range(4)) for name in ("a", "b")))
    world.watch(read(8))
    assert all(most == 1 for most in world.server.busiest.values())
    for name in ("a.example", "b.example"):
        moments = [r.moment for r in world.server.requests if r.host == name]
        gaps = [after - before for before, after in pairwise(moments)]
        assert min(gaps) * 400.0 >= 4.9


def test_a_store_that_can_no_longer_be_written_to_stops_it_with_one_error(
    world: World, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.follow(world.host("a"))
    real, calls = Store.batch, []

    def batch(self: Store) -> object:
        calls.append(1)
        if len(calls) > 2:
            raise StoreError("the disk is full; make room")
        return real(self)

    with monkeypatch.context() as patch, pytest.raises(StoreError, match="disk is full"):
        patch.setattr(Store, "batch", batch)
        world.watch(lambda _: False)
    last = json.loads(log.getvalue().splitlines()[-1])
    assert (last["level"], last["action"], last["problem"]) == ("error", "stop", "the disk is full; make room")
    with open_store(world.address) as store:
        assert store.counts().queued + store.counts().readings == 3
