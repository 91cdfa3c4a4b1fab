import subprocess
import sys
from collections.abc import Callable

import pytest

from reportedly.collect.fetch import PoliteFetcher, system
from reportedly.schema import FetchOutcome
from told_clock import ToldClock
from web_server import WebServer, page


def test_the_system_knows_what_an_address_is() -> None:
    assert system("127.0.0.1", 80) == ("127.0.0.1",)


def test_the_next_address_is_tried_where_the_first_takes_no_connection(server: WebServer, clock: ToldClock) -> None:
    server.routes["/a"] = page("words")
    fetching = PoliteFetcher(server.settings(), clock, resolve=lambda *_: ("127.0.0.9", "127.0.0.1"))
    assert fetching.fetch(server.url("/a", host="news.example")).outcome is FetchOutcome.OK


def test_a_connection_serves_one_request_and_is_closed(
    server: WebServer, fetcher: Callable[..., PoliteFetcher]
) -> None:
    server.routes["/a"] = page("words")
    fetching = fetcher()
    for _ in range(3):
        fetching.fetch(server.url("/a"))
    assert server.connections == len(server.requests) == 4
    assert {one.headers["connection"] for one in server.requests} == {"close"}


def test_the_host_is_named_as_it_was_asked_for(server: WebServer, fetcher: Callable[..., PoliteFetcher]) -> None:
    server.routes["/a"] = page("words")
    fetcher().fetch(server.url("/a", host="News.Example."))
    assert {one.headers["host"] for one in server.requests} == {f"news.example:{server.port}"}


def test_proxies_of_the_environment_are_not_used(
    server: WebServer, fetcher: Callable[..., PoliteFetcher], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy would resolve the host itself, and nothing would have checked where that leads."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    server.routes["/a"] = page("words")
    assert fetcher().fetch(server.url("/a")).outcome is FetchOutcome.OK


def test_the_network_is_imported_only_where_it_is_used() -> None:
    heavy = "[name for name in ('httpx', 'httpcore', 'protego', 'idna') if name in sys.modules]"
    code = f"import sys, reportedly.collect.fetch; print({heavy})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
