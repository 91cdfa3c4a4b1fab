"""What comes back, by what the server does."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from reportedly import __version__
from reportedly.collect.fetch import PoliteFetcher
from reportedly.errors import SettingsError
from reportedly.protocols import Fetcher
from reportedly.schema import FetchOutcome
from web_server import Reply, WebServer, conditional, feed, page, redirect, squeezed

Make = Callable[..., PoliteFetcher]


def test_a_page_comes_with_what_the_server_says_of_it(server: WebServer, fetcher: Make) -> None:
    server.routes["/a"] = page("<p>Wörter</p>", **{"ETag": '"7"', "Last-Modified": "Sun, 01 Mar 2026 10:00:00 GMT"})
    with fetcher() as fetching:
        got = fetching.fetch(server.url("/a?x=ü#top"))
    assert (got.outcome, got.status, got.body) == (FetchOutcome.OK, 200, "<p>Wörter</p>".encode())
    assert (got.asked, got.url) == (server.url("/a?x=ü#top"), server.url("/a?x=%C3%BC"))
    assert (got.media_type, got.charset) == ("text/html", "utf-8")
    assert (got.etag, got.last_modified) == ('"7"', "Sun, 01 Mar 2026 10:00:00 GMT")
    assert (got.problem, got.remedy, got.retry_at, got.redirects) == (None, None, None, ())
    assert got.size == 14
    assert 0.0 < got.elapsed < 5.0
    assert got.at == datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_it_says_who_it_is(server: WebServer, fetcher: Make) -> None:
    server.routes["/a"] = page("words")
    fetcher().fetch(server.url("/a"))
    fetcher(contact="https://house.example/crawler").fetch(server.url("/a"))
    fetcher(contact=None, crawl=False).fetch(server.url("/a"))
    agents = [one.headers["user-agent"] for one in server.requests]
    assert agents[::2] == agents[1::2]  # robots.txt and the page
    assert agents[::2] == [
        f"reportedly/{__version__} (+mailto:desk@example.org)",
        f"reportedly/{__version__} (+https://house.example/crawler)",
        f"reportedly/{__version__}",
    ]
    assert server.requests[0].headers["accept-encoding"] == "gzip, deflate"
    assert "cookie" not in server.requests[0].headers


def test_nothing_is_crawled_without_a_contact(fetcher: Make) -> None:
    with pytest.raises(SettingsError, match="contact ="):
        fetcher(contact=None)


def test_it_is_a_fetcher(fetcher: Make) -> None:
    kept: Fetcher = fetcher()
    assert kept.fetch("nothing").outcome is FetchOutcome.REFUSED


def test_what_is_known_already_is_unchanged(server: WebServer, fetcher: Make) -> None:
    server.routes["/f"] = conditional(feed("<rss/>"))
    fetching = fetcher()
    first = fetching.fetch(server.url("/f"))
    second = fetching.fetch(server.url("/f"), etag=first.etag, last_modified="Sun, 01 Mar 2026 10:00:00 GMT")
    assert (second.outcome, second.status, second.body) == (FetchOutcome.UNCHANGED, 304, None)
    assert (second.etag, second.last_modified) == ('"one"', "Sun, 01 Mar 2026 10:00:00 GMT")
    assert (second.problem, second.remedy) == (None, None)
    asked = server.asked("/f")[1].headers
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"one"', "Sun, 01 Mar 2026 10:00:00 GMT")


def test_unchanged_is_no_answer_to_who_knows_nothing(server: WebServer, fetcher: Make) -> None:
    server.routes["/f"] = Reply(status=304)
    assert fetcher().fetch(server.url("/f")).outcome is FetchOutcome.FAILED


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server: WebServer, fetcher: Make, status: int) -> None:
    elsewhere = f"//127.0.0.1:{server.port}/d"
    server.routes |= {"/a": redirect("b/c", status), "/b/c": redirect(elsewhere), "/d": page("x")}
    got = fetcher().fetch(server.url("/a"))
    assert (got.outcome, got.url, got.redirects) == (
        FetchOutcome.OK, server.url("/d"), (server.url("/b/c"), server.url("/d")),
    )  # fmt: skip


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw-deflate"])
def test_a_folded_body_is_unfolded(server: WebServer, fetcher: Make, coding: str) -> None:
    server.routes["/a"] = squeezed(b"<p>many words</p>" * 50_000, coding)
    got = fetcher().fetch(server.url("/a"))
    assert got.body == b"<p>many words</p>" * 50_000
    assert got.size < 10_000


def test_a_sitemap_that_is_a_file_of_gzip_is_unfolded(server: WebServer, fetcher: Make) -> None:
    body = squeezed(b"<urlset/>").body
    server.routes["/s.xml.gz"] = Reply(body, headers={"Content-Type": "application/x-gzip"})
    assert fetcher().fetch(server.url("/s.xml.gz")).body == b"<urlset/>"


@pytest.mark.parametrize(
    ("status", "outcome", "again"),
    [
        (401, FetchOutcome.FORBIDDEN, False), (403, FetchOutcome.FORBIDDEN, False),
        (451, FetchOutcome.FORBIDDEN, False), (402, FetchOutcome.PAYWALL, False),
        (404, FetchOutcome.GONE, False), (410, FetchOutcome.GONE, False),
        (429, FetchOutcome.LIMITED, True), (400, FetchOutcome.FAILED, False), (418, FetchOutcome.FAILED, False),
        (408, FetchOutcome.FAILED, True), (500, FetchOutcome.FAILED, True), (503, FetchOutcome.FAILED, True),
        (302, FetchOutcome.FAILED, False), (206, FetchOutcome.FAILED, False),
    ],
)  # fmt: skip
def test_every_status_has_its_outcome(
    server: WebServer, fetcher: Make, status: int, outcome: FetchOutcome, again: bool
) -> None:
    server.routes["/a"] = Reply(b"so it is", status=status)
    got = fetcher().fetch(server.url("/a"))
    assert (got.outcome, got.status, got.body) == (outcome, status, None)
    assert got.problem
    assert got.remedy
    assert (got.retry_at is not None) is again


def test_the_next_attempt_is_later_after_each_failure(server: WebServer, fetcher: Make) -> None:
    server.routes["/a"] = Reply(status=500)
    fetching = fetcher()
    waits = [(got.retry_at or got.at) - got.at for got in (fetching.fetch(server.url("/a")) for _ in range(6))]
    assert timedelta(seconds=30) <= waits[0] <= timedelta(seconds=90)
    assert timedelta(minutes=16) <= waits[5] <= timedelta(minutes=48)
    server.routes["/a"] = page("words")
    assert fetching.fetch(server.url("/a")).outcome is FetchOutcome.OK
    server.routes["/a"] = Reply(status=500)
    last = fetching.fetch(server.url("/a"))
    assert (last.retry_at or last.at) - last.at <= timedelta(seconds=90)
