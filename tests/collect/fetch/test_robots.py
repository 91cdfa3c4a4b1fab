"""robots.txt is kept to, whatever it says and however it comes."""

import time
from collections.abc import Callable

import pytest

from reportedly.collect.fetch import PoliteFetcher
from reportedly.collect.fetch.answer import Answer
from reportedly.collect.fetch.robots import LONGEST_DELAY, read
from reportedly.schema import FetchOutcome
from told_clock import ToldClock
from web_server import Reply, WebServer, hanging, page, redirect, robots

Make = Callable[..., PoliteFetcher]
DAY = 24 * 3600.0


@pytest.fixture
def open_server(server: WebServer) -> WebServer:
    server.routes |= {"/a": page("words"), "/inner/b": page("words"), "/inner/open": page("words")}
    return server


def test_what_is_forbidden_is_not_asked_for(open_server: WebServer, fetcher: Make) -> None:
    open_server.routes["/robots.txt"] = robots("User-agent: *\nDisallow: /inner/\nAllow: /inner/open\n")
    fetching = fetcher()
    got = fetching.fetch(open_server.url("/inner/b"))
    assert (got.outcome, got.problem, got.status) == (FetchOutcome.ROBOTS, "robots.txt forbids it", None)
    assert (got.retry_at, got.url) == (None, open_server.url("/inner/b"))
    assert fetching.fetch(open_server.url("/inner/open")).outcome is FetchOutcome.OK
    assert fetching.fetch(open_server.url("/a")).outcome is FetchOutcome.OK
    assert [one.path for one in open_server.requests] == ["/robots.txt", "/inner/open", "/a"]


def test_a_rule_for_us_by_name_holds(open_server: WebServer, fetcher: Make) -> None:
    open_server.routes["/robots.txt"] = robots("User-agent: *\nAllow: /\n\nUser-agent: Reportedly\nDisallow: /\n")
    assert fetcher().fetch(open_server.url("/a")).outcome is FetchOutcome.ROBOTS
    open_server.routes["/robots.txt"] = robots("User-agent: *\nDisallow: /\n\nUser-agent: reportedly\nAllow: /\n")
    assert fetcher().fetch(open_server.url("/a")).outcome is FetchOutcome.OK


def test_where_a_redirect_leads_its_own_rules_hold(open_server: WebServer, fetcher: Make) -> None:
    open_server.routes |= {
        "/go": redirect(open_server.url("/a", host="other.example")),
        "//other.example/robots.txt": robots("User-agent: *\nDisallow: /a\n"),
    }
    got = fetcher().fetch(open_server.url("/go", host="news.example"))
    assert (got.outcome, got.url) == (FetchOutcome.ROBOTS, open_server.url("/a", host="other.example"))
    assert [one.path for one in open_server.asked()] == ["/go"]


@pytest.mark.parametrize("status", [400, 404, 410, 418])
def test_no_rules_let_in(open_server: WebServer, fetcher: Make, status: int) -> None:
    open_server.routes["/robots.txt"] = Reply(b"nothing", status=status)
    assert fetcher().fetch(open_server.url("/a")).outcome is FetchOutcome.OK


@pytest.mark.parametrize(("status", "may_pass"), [(401, False), (403, False), (429, True), (500, True), (503, True)])
def test_rules_that_cannot_be_had_keep_out(
    open_server: WebServer, fetcher: Make, status: int, may_pass: bool
) -> None:
    open_server.routes["/robots.txt"] = Reply(b"nothing", status=status)
    got = fetcher().fetch(open_server.url("/a"))
    assert got.outcome is FetchOutcome.ROBOTS
    assert f"status {status}" in (got.problem or "")
    assert (got.retry_at is not None) is may_pass
    assert open_server.asked() == []


def test_a_host_whose_rules_hang_is_asked_again_later(
    open_server: WebServer, fetcher: Make, clock: ToldClock
) -> None:
    open_server.routes["/robots.txt"] = hanging()
    fetching = fetcher(timeout=0.5)
    got = fetching.fetch(open_server.url("/a"))
    assert (got.outcome, got.problem) == (FetchOutcome.FAILED, "robots.txt cannot be had: silent for 0.5 s")
    open_server.routes["/robots.txt"] = robots("")
    assert fetching.fetch(open_server.url("/a")).outcome is FetchOutcome.FAILED
    assert len(open_server.requests) == 1
    clock.move(90.0)
    assert fetching.fetch(open_server.url("/a")).outcome is FetchOutcome.OK


def test_rules_are_asked_for_once_a_day(open_server: WebServer, fetcher: Make, clock: ToldClock) -> None:
    open_server.routes["/robots.txt"] = robots("User-agent: *\nDisallow:\n")
    fetching = fetcher()
    for _ in range(3):
        fetching.fetch(open_server.url("/a"))
    assert len(open_server.asked("/robots.txt")) == 1
    clock.move(DAY + 1)
    open_server.routes["/robots.txt"] = robots("User-agent: *\nDisallow: /\n")
    assert fetching.fetch(open_server.url("/a")).outcome is FetchOutcome.ROBOTS


def test_redirects_to_the_rules_are_followed(open_server: WebServer, fetcher: Make) -> None:
    open_server.routes |= {
        "/robots.txt": redirect("/two"), "/two": redirect(open_server.url("/three", host="other.example")),
        "/three": robots("User-agent: *\nDisallow: /\n"),
    }  # fmt: skip
    assert fetcher().fetch(open_server.url("/a")).problem == "robots.txt forbids it"


@pytest.mark.parametrize("to", ["/robots.txt", "http://169.254.169.254/robots.txt", "http://localhost/robots.txt"])
def test_rules_that_lead_astray_keep_out(open_server: WebServer, fetcher: Make, to: str) -> None:
    open_server.routes["/robots.txt"] = redirect(to)
    got = fetcher().fetch(open_server.url("/a"))
    assert got.outcome is FetchOutcome.ROBOTS
    assert (got.problem or "").startswith("robots.txt cannot be had: ")
    assert open_server.asked() == []


def test_the_delay_that_a_host_asks_for_is_kept(open_server: WebServer, fetcher: Make, clock: ToldClock) -> None:
    open_server.routes["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 20\n")
    fetching = fetcher(delay=5.0)
    for _ in range(3):
        fetching.fetch(open_server.url("/a"))
    assert clock.waits == [20.0, 20.0, 20.0]


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("Crawl-delay: 30", 30.0), ("Crawl-delay: 99999", LONGEST_DELAY), ("Crawl-delay: inf", 0.0),
        ("Crawl-delay: soon", 0.0), ("Crawl-delay: -3", 0.0), ("Request-rate: 1/10", 10.0), ("Request-rate: 0/10", 0.0),
    ],
)  # fmt: skip
def test_delays_are_bounded(text: str, delay: float) -> None:
    body = f"User-agent: *\n{text}\nDisallow: /x\n".encode()
    rules = read(Answer(status=200, headers={}, body=body), 100.0, 160.0)
    assert (rules.delay, rules.until) == (delay, 100.0 + DAY)
    assert rules.allows("http://news.example/a")
    assert not rules.allows("http://news.example/x")


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe\x00nonsense", b"<html><body>not found</body></html>", b"Disallow", b"User-agent\n: *", b"\0" * 99,
        b"User-agent: *\nDisallow: /" + b"*a" * 2000 + b"\n", b"User-agent: *\n" + b"Disallow: /*x*y*z$\n" * 9000,
    ],
)  # fmt: skip
def test_nonsense_neither_breaks_nor_delays(body: bytes) -> None:
    started = time.monotonic()
    rules = read(Answer(status=200, headers={}, body=body), 0.0, 60.0)
    assert rules.allows("http://news.example/" + "a" * 1500 + "b")
    assert time.monotonic() - started < 5.0
