import ssl
from collections.abc import Callable, Iterator

import pytest

from reportedly.collect.fetch import PoliteFetcher
from told_clock import ToldClock
from web_server import WebServer, serving


@pytest.fixture
def clock() -> ToldClock:
    return ToldClock()


@pytest.fixture
def server() -> Iterator[WebServer]:
    with serving() as running:
        yield running


@pytest.fixture
def fetcher(server: WebServer, clock: ToldClock) -> Callable[..., PoliteFetcher]:
    """Makes fetchers that may fetch from the server, under settings that are changed so."""

    def make(*, crawl: bool = True, tls: ssl.SSLContext | None = None, **changed: object) -> PoliteFetcher:
        settings = server.settings(**changed)
        return PoliteFetcher(settings, clock, crawl=crawl, tls=tls, resolve=lambda *_: ("127.0.0.1",))

    return make
