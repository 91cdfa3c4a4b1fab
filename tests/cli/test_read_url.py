from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from kept import news, settings
from web_server import Reply, WebServer, serving

Run = Callable[..., Result]


@pytest.fixture
def server() -> Iterator[WebServer]:
    with serving() as running:
        yield running


def test_a_page_is_fetched_and_read_without_a_contact(run: Run, server: WebServer) -> None:
    settings(server, contact=False)
    news(server)
    done = run("read", server.url("/0"), "--format", "jsonl")
    assert (done.exit_code, done.stderr) == (0, "")
    assert f'"url":"{server.url("/0")}"' in done.stdout
    assert [request.path for request in server.requests] == ["/robots.txt", "/0"]


def test_addresses_and_files_are_read_in_the_order_given(run: Run, server: WebServer, pages: Path) -> None:
    settings(server, contact=False)
    news(server)
    done = run("read", pages / "0.txt", server.url("/0"), "--format", "jsonl", "-o", "out.jsonl")
    assert done.exit_code == 0
    lines = Path("out.jsonl").read_text().splitlines()
    assert ['"id":"0"' in lines[0], server.url("/0") in lines[1]] == [True, True]


def test_robots_are_kept_to(run: Run, server: WebServer) -> None:
    settings(server, contact=False)
    server.routes["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /", headers={"Content-Type": "text/plain"})
    done = run("read", server.url("/0"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "robots.txt" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "https://a:b@news.example/"]
)
def test_nothing_that_is_not_public_is_fetched(run: Run, url: str) -> None:
    done = run("read", url)
    assert (done.exit_code, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
