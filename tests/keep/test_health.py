import json
from collections.abc import Iterator

import httpx
import pytest

from hands import START
from reportedly.errors import UsageError
from reportedly.keep.health import Health, address, served
from reportedly.keep.metrics import Metrics


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("9464", ("127.0.0.1", 9464)),
        (":9464", ("127.0.0.1", 9464)),
        ("0.0.0.0:80", ("0.0.0.0", 80)),  # noqa: S104 - a person may want that
        ("[::1]:9464", ("::1", 9464)),
        ("metrics.example:1", ("metrics.example", 1)),
    ],
)
def test_an_address_is_host_and_port(given: str, meant: tuple[str, int]) -> None:
    assert address(given) == meant


@pytest.mark.parametrize("given", ["", "host", "host:port", "host:99999", "a@b:1", "host:1/path", "[::1"])
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(UsageError, match="write HOST:PORT"):
        address(given)


class Run:
    """A run whose health a test sets."""

    def __init__(self) -> None:
        self.metrics = Metrics()
        self.now = Health(ok=True, at=START, feeds=3, queue=7, in_hand=2)
        self.at = ""

    def get(self, path: str) -> httpx.Response:
        return httpx.get(f"{self.at}{path}", trust_env=False)


@pytest.fixture
def run() -> Iterator[Run]:
    made = Run()
    with served("127.0.0.1", 0, made.metrics, lambda: made.now) as port:
        made.at = f"http://127.0.0.1:{port}"
        yield made


def test_health_says_that_it_lives(run: Run) -> None:
    answer = run.get("/health")
    assert answer.status_code == 200
    assert json.loads(answer.content) == {
        "status": "ok",
        "at": "2026-03-01T00:00:00+00:00",
        "feeds": 3,
        "queue": 7,
        "in_hand": 2,
        "why": None,
    }


def test_a_run_that_hangs_is_not_healthy(run: Run) -> None:
    run.now = Health(ok=False, at=START, why="no round for 900 s")
    answer = run.get("/health")
    assert (answer.status_code, answer.json()["status"], answer.json()["why"]) == (503, "failing", "no round for 900 s")


def test_metrics_are_those_of_the_run_alone(run: Run) -> None:
    run.metrics.polled("ok", START, items=5, new=2)
    run.metrics.articles.labels("new").inc()
    text = run.get("/metrics").text
    for line in (
        'reportedly_polls_total{outcome="ok"} 1.0',
        'reportedly_items_total{state="new"} 2.0',
        'reportedly_items_total{state="seen"} 3.0',
        'reportedly_articles_total{state="new"} 1.0',
        f"reportedly_last_poll_timestamp_seconds {START.timestamp():.9g}",
    ):
        assert line.split()[0] in text
    assert Metrics().text().count(b'outcome="ok"') == 0


def test_another_path_is_not_there(run: Run) -> None:
    assert run.get("/").status_code == 404


def test_a_port_in_use_is_one_clear_error(run: Run) -> None:
    port = int(run.at.rpartition(":")[2])
    with pytest.raises(UsageError, match=f"--metrics 127.0.0.1:{port}: address already in use"), served(
        "127.0.0.1", port, run.metrics, lambda: run.now
    ):
        pass
