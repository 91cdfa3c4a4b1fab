"""Politeness: one request a host at a time, a delay between two, and hosts that want to be left alone are."""

import itertools
import threading
from collections.abc import Callable
from datetime import timedelta
from email.utils import format_datetime

from reportedly.collect.clock import FastClock
from reportedly.collect.fetch import PoliteFetcher
from reportedly.schema import Fetch, FetchOutcome
from told_clock import ToldClock
from web_server import Reply, WebServer, hanging, in_turn, page, redirect, robots

Make = Callable[..., PoliteFetcher]


def at_once(fetching: PoliteFetcher, urls: list[str]) -> list[Fetch]:
    got: list[Fetch] = []
    threads = [threading.Thread(target=lambda url=url: got.append(fetching.fetch(url))) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60.0)
    assert len(got) == len(urls)
    return got


def test_a_delay_lies_between_two_requests_to_a_host(server: WebServer, fetcher: Make, clock: ToldClock) -> None:
    server.routes["/a"] = page("words")
    fetching = fetcher(delay=5.0)
    fetching.fetch(server.url("/a"))
    assert clock.waits == [5.0]  # between robots.txt and the page
    clock.move(3.0)
    fetching.fetch(server.url("/a"))
    assert clock.waits == [5.0, 2.0]
    clock.move(60.0)
    fetching.fetch(server.url("/a"))
    fetching.fetch(server.url("/a", host="other.example"))
    assert clock.waits == [5.0, 2.0, 5.0]


def test_a_redirect_waits_its_turn_too(server: WebServer, fetcher: Make, clock: ToldClock) -> None:
    server.routes |= {"/a": redirect("/b"), "/b": page("words")}
    assert fetcher(delay=5.0).fetch(server.url("/a")).outcome is FetchOutcome.OK
    assert clock.waits == [5.0, 5.0]


def test_one_page_that_a_person_asks_for_comes_at_once_the_next_one_waits(
    server: WebServer, fetcher: Make, clock: ToldClock
) -> None:
    server.routes |= {"/a": redirect("/b"), "/b": page("words")}
    fetching = fetcher(delay=5.0, crawl=False, contact=None)
    assert fetching.fetch(server.url("/a")).outcome is FetchOutcome.OK
    assert clock.waits == []
    clock.move(1.0)
    assert fetching.fetch(server.url("/a")).outcome is FetchOutcome.OK
    assert clock.waits == [4.0]


def test_when_a_host_may_be_asked_next(server: WebServer, fetcher: Make, clock: ToldClock) -> None:
    server.routes["/a"] = page("words")
    fetching = fetcher(delay=5.0)
    assert fetching.ready_at(server.url("/a")) == clock.now()
    fetching.fetch(server.url("/a"))
    assert fetching.ready_at(server.url("/b")) == clock.now() + timedelta(seconds=5)
    assert fetching.ready_at(server.url("/b", host="other.example")) == clock.now()
    assert fetching.ready_at("nonsense") == clock.now()


def test_while_a_host_is_asked_it_is_not_ready(server: WebServer, fetcher: Make, clock: ToldClock) -> None:
    gate, reached = threading.Event(), threading.Event()

    def held(_: object) -> Reply:
        reached.set()
        return hanging(gate)

    server.routes["/a"] = held
    fetching = fetcher(delay=5.0)
    thread = threading.Thread(target=fetching.fetch, args=(server.url("/a"),))
    thread.start()
    assert reached.wait(timeout=30.0)
    assert fetching.ready_at(server.url("/a")) == clock.now() + timedelta(seconds=5)
    gate.set()
    thread.join(timeout=30.0)


def test_many_threads_keep_to_one_connection_a_host_and_to_the_delay(server: WebServer) -> None:
    """Five hosts, eight requests each, all at once, on a fast clock: the server's own notes are the proof."""
    server.routes["/a"] = page("words")
    hosts = [f"h{number}.example" for number in range(5)]
    clock = FastClock(100.0)
    fetching = PoliteFetcher(server.settings(delay=5.0), clock, resolve=lambda *_: ("127.0.0.1",))
    urls = [server.url("/a", host=host) for host in hosts for _ in range(8)]
    assert {one.outcome for one in at_once(fetching, urls)} == {FetchOutcome.OK}
    assert set(server.busiest.values()) == {1}
    for host in hosts:
        moments = sorted(one.moment for one in server.requests if one.host == host)
        assert len(moments) == 9  # one of them for robots.txt, whoever came first
        assert all(after - before >= 0.05 for before, after in itertools.pairwise(moments))


def test_no_more_hosts_are_asked_at_once_than_is_set(server: WebServer, fetcher: Make) -> None:
    lock = threading.Lock()
    busy, most = 0, 0
    full = threading.Event()

    def counted(_: object) -> Reply:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
            if busy == 2:
                full.set()
        full.wait(timeout=30.0)
        with lock:
            busy -= 1
        return page("words")

    server.routes["/a"] = counted
    urls = [server.url("/a", host=f"h{number}.example") for number in range(6)]
    assert {one.outcome for one in at_once(fetcher(connections=2), urls)} == {FetchOutcome.OK}
    assert most == 2


def test_a_host_that_asks_to_be_left_alone_is(server: WebServer, fetcher: Make, clock: ToldClock) -> None:
    server.routes["/a"] = in_turn(Reply(status=429, headers={"Retry-After": "300"}), page("words"))
    fetching = fetcher()
    first = fetching.fetch(server.url("/a"))
    assert (first.outcome, first.retry_at) == (FetchOutcome.LIMITED, clock.now() + timedelta(seconds=300))
    clock.move(100.0)
    second = fetching.fetch(server.url("/b"))
    assert (second.outcome, second.status) == (FetchOutcome.LIMITED, None)
    assert second.retry_at == clock.now() + timedelta(seconds=200)
    assert fetching.ready_at(server.url("/b")) == second.retry_at
    assert len(server.asked()) == 1
    clock.move(200.0)
    assert fetching.fetch(server.url("/a")).outcome is FetchOutcome.OK


def test_it_may_name_a_date_and_is_held_to_a_day(server: WebServer, fetcher: Make, clock: ToldClock) -> None:
    for host, said, wait in (
        ("a.example", format_datetime(clock.now() + timedelta(seconds=90), usegmt=True), 90),
        ("b.example", "99999999999999", 24 * 3600),
        ("c.example", "Fri, 31 Dec 9999 23:59:59 GMT", 24 * 3600),
    ):
        server.routes[f"//{host}/a"] = Reply(status=503, headers={"Retry-After": said})
        got = fetcher().fetch(server.url("/a", host=host))
        assert (got.outcome, got.retry_at) == (FetchOutcome.LIMITED, clock.now() + timedelta(seconds=wait))


def test_a_short_wait_that_is_asked_for_is_waited(server: WebServer, fetcher: Make, clock: ToldClock) -> None:
    server.routes["/a"] = in_turn(Reply(status=429, headers={"Retry-After": "8"}), page("words"))
    fetching = fetcher(delay=10.0)
    fetching.fetch(server.url("/a"))
    assert fetching.fetch(server.url("/a")).outcome is FetchOutcome.OK
    assert clock.waits == [10.0, 10.0]


def test_whoever_waits_for_its_turn_is_let_go_when_the_clock_is_stopped(server: WebServer) -> None:
    server.routes |= {"/a": page("words"), "/robots.txt": robots("User-agent: *\nCrawl-delay: 120\n")}
    clock = FastClock(1.0)
    fetching = PoliteFetcher(server.settings(delay=3600.0), clock, resolve=lambda *_: ("127.0.0.1",))
    got: list[Fetch] = []
    thread = threading.Thread(target=lambda: got.append(fetching.fetch(server.url("/a"))))
    thread.start()
    clock.stop()
    thread.join(timeout=30.0)
    assert [(one.outcome, one.problem) for one in got] == [(FetchOutcome.FAILED, "stopped before it was asked")]
    assert got[0].retry_at == got[0].at


def test_a_calendar_that_jumps_changes_no_delay(server: WebServer, fetcher: Make, clock: ToldClock) -> None:
    server.routes["/a"] = page("words")
    fetching = fetcher(delay=5.0)
    fetching.fetch(server.url("/a"))
    clock.jump(-timedelta(days=400))
    fetching.fetch(server.url("/a"))
    clock.jump(timedelta(days=800))
    fetching.fetch(server.url("/a"))
    assert clock.waits == [5.0, 5.0, 5.0]


def test_hosts_that_are_long_idle_are_forgotten() -> None:
    from reportedly.collect.fetch import turns

    clock = ToldClock()
    kept = turns.Turns(clock, 5.0)
    for number in range(turns.MOST_HOSTS):
        kept.seen(f"h{number}.example").last = clock.elapsed()
    clock.move(60.0)
    kept.seen("h7.example").last = clock.elapsed()
    kept.seen("new.example")
    assert kept.free_in("h7.example") == 5.0
    assert len(kept) == 2
