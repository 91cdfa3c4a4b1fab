import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from reportedly.collect.fetch import PoliteFetcher
from web_server import WebServer, serving


class ToldClock:
    """A clock that moves only when somebody waits by it, or moves it; `waits` are all that was waited for."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.stopped = False
        self._start = datetime(2026, 3, 1, 12, tzinfo=UTC)
        self._passed = 0.0
        self._lock = threading.Lock()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._passed)

    def elapsed(self) -> float:
        return self._passed

    def wait(self, seconds: float) -> bool:
        with self._lock:
            if not self.stopped:
                self.waits.append(seconds)
                self._passed += seconds
            return self.stopped

    def move(self, seconds: float) -> None:
        with self._lock:
            self._passed += seconds


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

    def make(**changed: object) -> PoliteFetcher:
        return PoliteFetcher(server.settings(**changed), clock, resolve=lambda *_: ("127.0.0.1",))

    return make
