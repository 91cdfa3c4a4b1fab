"""Walls are told from articles, and recorded without their pages."""

import time
from collections.abc import Callable

import pytest

from reportedly.collect.fetch import PoliteFetcher, walls
from reportedly.collect.fetch.answer import Answer
from reportedly.schema import FetchOutcome
from web_server import Reply, WebServer, page, redirect

Make = Callable[..., PoliteFetcher]
CONSENT, CAPTCHA, PAYWALL = FetchOutcome.CONSENT, FetchOutcome.CAPTCHA, FetchOutcome.PAYWALL
SENTENCE = "The army said that it had crossed the river near Ostrel at dawn, and that the bridge was still closed. "
BANNER = "<div>We value your privacy. We and our partners use cookies. <button>Accept all</button></div>"

GOOD_STATUS = [
    ("<title>Before you continue</title><p>We use cookies. <button>Accept all</button></p>", CONSENT),
    ("<title>courier.example</title><h1>We value your privacy</h1>" + "We and our 842 partners store. " * 40, CONSENT),
    ("<title>Just a moment...</title><p>Checking your browser before you reach the site.</p>", CAPTCHA),
    ("<h1>Are you a robot?</h1><script>var words = 'many';</script><p>Tick the box.</p>", CAPTCHA),
    ("<h1>River crossing</h1><p>Subscribe to continue reading. Already a subscriber? Log in</p>", PAYWALL),
]
ARTICLES = [
    f"<title>Crossing</title><p>{SENTENCE * 3}</p><p>{SENTENCE * 3}</p><p>{SENTENCE * 3}</p>{BANNER}",
    f"<title>Aid access denied, agency says</title><p>{SENTENCE * 3}</p><p>{SENTENCE}</p><p>{SENTENCE * 3}</p>",
    f'<meta property="og:type" content="article"><h1>River crossing</h1><p>{SENTENCE}</p><p>Subscribe to continue</p>',
    f'<script>{{"@type": "NewsArticle"}}</script><p>{SENTENCE}</p><p>Already a subscriber? Log in</p>',
    f"<title>Crossing</title><p>{SENTENCE * 40}</p><p>Subscribe to continue reading</p>",
    "<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>",
]
BY_HEADER = [
    (403, {"cf-mitigated": "challenge"}), (200, {"cf-mitigated": "challenge"}), (403, {"X-DataDome": "protected"}),
    (202, {"x-amzn-waf-action": "challenge"}), (405, {"x-amzn-waf-action": "captcha"}),
]  # fmt: skip


def wall(server: WebServer, fetching: PoliteFetcher, outcome: FetchOutcome, host: str = "127.0.0.1") -> None:
    got = fetching.fetch(server.url("/a", host=host))
    assert (got.outcome, got.body, got.retry_at) == (outcome, None, None)
    assert "in front of the page" in (got.problem or "")
    assert got.remedy == "open it in a browser, save the page and read the file"


@pytest.mark.parametrize(("body", "outcome"), GOOD_STATUS)
def test_a_wall_in_place_of_a_page(server: WebServer, fetcher: Make, body: str, outcome: FetchOutcome) -> None:
    server.routes["/a"] = page(f"<!doctype html><html><body>{body}</body></html>")
    wall(server, fetcher(), outcome)


@pytest.mark.parametrize("body", ARTICLES)
def test_an_article_is_no_wall(server: WebServer, fetcher: Make, body: str) -> None:
    server.routes["/a"] = page(f"<!doctype html><html><body>{body}</body></html>")
    assert fetcher().fetch(server.url("/a")).outcome is FetchOutcome.OK


@pytest.mark.parametrize(("status", "headers"), BY_HEADER)
def test_what_its_headers_give_away(server: WebServer, fetcher: Make, status: int, headers: dict[str, str]) -> None:
    server.routes["/a"] = Reply(b"<html>wait</html>", status=status, headers=headers)
    wall(server, fetcher(), CAPTCHA)


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        (403, "<html><title>Just a moment...</title></html>", CAPTCHA),
        (429, "<html><p>We saw unusual traffic from your network</p></html>", CAPTCHA),
        (401, "<html><p>Sign in to read this article</p></html>", PAYWALL),
        (402, "pay", PAYWALL),
        (403, "<html><title>Access Denied</title><h1>Access denied</h1></html>", FetchOutcome.FORBIDDEN),
        (404, "<html><title>Just a moment...</title></html>", FetchOutcome.GONE),
        (403, "<html>" + "x" * 300_000 + "</html>", FetchOutcome.FORBIDDEN),
    ],
)
def test_errors_that_are_walls(
    server: WebServer, fetcher: Make, status: int, body: str, outcome: FetchOutcome
) -> None:
    server.routes["/a"] = Reply(body.encode(), status=status)
    assert fetcher().fetch(server.url("/a")).outcome is outcome


@pytest.mark.parametrize(
    ("to", "outcome"),
    [
        ("https://consent.news.example/v2?continue=x", CONSENT), ("/cookie-wall?back=/a", CONSENT),
        ("https://www.search.example/sorry/index?q=x", CAPTCHA), ("/login?next=/a", PAYWALL),
        ("https://accounts.news.example/", PAYWALL), ("https://news.example/subscribe/", PAYWALL),
    ],
)  # fmt: skip
def test_a_redirect_to_a_wall_is_not_followed(
    server: WebServer, fetcher: Make, to: str, outcome: FetchOutcome
) -> None:
    server.routes["/a"] = redirect(to)
    wall(server, fetcher(), outcome)
    assert len(server.asked()) == 1


@pytest.mark.parametrize("to", ["/a/consent-decree.html", "/2026/03/registered-voters", "/subscribers-say", "/b"])
def test_other_redirects_are(server: WebServer, fetcher: Make, to: str) -> None:
    server.routes |= {"/a": redirect(to), to: page("words")}
    assert fetcher().fetch(server.url("/a")).outcome is FetchOutcome.OK


def test_feeds_are_not_looked_at() -> None:
    body = b"<rss><html><title>Just a moment...</title></html></rss>"
    assert walls.found(Answer(status=200, headers={"content-type": "application/rss+xml"}, body=body)) is None


@pytest.mark.parametrize(
    "hostile",
    [b"<" * 500_000, b'"@type":' + b" " * 500_000, b"<script>" * 60_000, b"<!--" * 120_000, b"<title " * 70_000,
     b"&" * 500_000, b"'og:type'" * 50_000, b"<script></script " * 30_000],
)  # fmt: skip
def test_no_page_takes_long(hostile: bytes) -> None:
    started = time.monotonic()
    walls.found(Answer(status=200, headers={"content-type": "text/html"}, body=b"<html>" + hostile))
    assert time.monotonic() - started < 3.0
