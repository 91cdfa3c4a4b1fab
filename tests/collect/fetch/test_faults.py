"""Hosts that misbehave: each is an outcome with a problem and a remedy, in time, and the next fetch works."""

import socket
import ssl
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.collect.fetch import PoliteFetcher
from reportedly.schema import Fetch, FetchOutcome
from reportedly.settings import CollectSettings
from told_clock import ToldClock
from web_server import (
    Reply,
    WebServer,
    bomb,
    certificate,
    dripping,
    endless,
    hanging,
    huge,
    page,
    redirect,
    serving,
    squeezed,
)

Make = Callable[..., PoliteFetcher]
MIB = 1024 * 1024
TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
NOT_FOLDED = "the body is not folded as its head says"
TOO_EARLY = "the folded body ends too early"


def fails(server: WebServer, fetching: PoliteFetcher, path: str = "/bad") -> Fetch:
    """The record of the failure; the same fetcher then gets a good page of the same host."""
    server.routes["/good"] = page("words")
    started = time.monotonic()
    got = fetching.fetch(server.url(path))
    assert time.monotonic() - started < 10.0
    assert (got.outcome, got.body) == (FetchOutcome.FAILED, None)
    assert got.problem
    assert got.remedy
    assert fetching.fetch(server.url("/good")).body == b"words"
    return got


def test_a_host_that_hangs(server: WebServer, fetcher: Make) -> None:
    server.routes["/bad"] = hanging()
    got = fails(server, fetcher(timeout=0.5))
    assert got.problem == "silent for 0.5 s"
    assert got.retry_at is not None
    assert 0.5 <= got.elapsed < 5.0


def test_a_host_that_hangs_in_the_middle(server: WebServer, fetcher: Make) -> None:
    server.routes["/bad"] = Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99\r\n\r\nabc")
    assert fails(server, fetcher(timeout=0.5)).problem == "the answer broke off, or is not HTTP"


@pytest.mark.parametrize("where", ["head", "body"])
def test_a_host_that_drips(server: WebServer, fetcher: Make, where: str) -> None:
    """A byte now and then is a sign of life; the deadline ends it all the same."""
    slow = dripping(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 if where == "head" else b"words" * 5000, pause=0.02)
    if where == "head":
        server.routes["/bad"] = lambda request: Reply(raw=slow(request).body)
    else:
        server.routes["/bad"] = slow
    assert fails(server, fetcher(timeout=5.0, deadline=1.0)).problem == "not done after 1 s"


def test_a_connection_that_is_reset(server: WebServer, fetcher: Make) -> None:
    server.routes["/bad"] = Reply(reset=True)
    got = fails(server, fetcher())
    assert got.problem == "the connection failed: connection reset by peer"
    assert got.retry_at is not None


def test_a_connection_that_is_cut(server: WebServer, fetcher: Make) -> None:
    server.routes["/bad"] = Reply(b"half" * 10, length=1000, cut=True)
    assert fails(server, fetcher()).retry_at is not None


def test_a_length_that_is_too_long(server: WebServer, fetcher: Make) -> None:
    server.routes["/bad"] = Reply(b"half", length=1000)
    assert fails(server, fetcher()).problem == "the answer broke off, or is not HTTP"


def test_a_length_that_is_too_short_is_believed(server: WebServer, fetcher: Make) -> None:
    server.routes["/a"] = Reply(b"all of it", length=3)
    assert fetcher().fetch(server.url("/a")).body == b"all"


def test_nothing_listens(server: WebServer, fetcher: Make) -> None:
    with serving() as gone:
        address, port = gone.url("/x"), gone.port
    fetching = fetcher(allow=(f"127.0.0.0/8:{port}", f"127.0.0.0/8:{server.port}"))
    got = fetching.fetch(address)
    assert got.outcome is FetchOutcome.FAILED
    assert got.problem == "robots.txt cannot be had: the connection failed: connection refused"
    assert got.retry_at is not None


@pytest.mark.parametrize(
    "raw",
    [b"", b"220 mail ESMTP\r\n", b"HTTP/1.1 banana\r\n\r\n", b"\x00\xff", b"HTTP/1.1 200 OK\r\nA\x00: b\r\n\r\n"],
)
def test_what_is_no_http(server: WebServer, fetcher: Make, raw: bytes) -> None:
    server.routes["/bad"] = Reply(raw=raw)
    assert fails(server, fetcher()).problem == "the answer broke off, or is not HTTP"


def test_a_circle_of_redirects_is_named(server: WebServer, fetcher: Make) -> None:
    server.routes |= {"/bad": redirect("/b"), "/b": redirect("/c?token=secret"), "/c": redirect("/b")}
    got = fails(server, fetcher())
    base = server.url("")
    assert got.problem == f"redirects in a circle: {base}/b to {base}/c?… to {base}/b"
    assert got.retry_at is None


def test_redirects_without_end(server: WebServer, fetcher: Make) -> None:
    server.routes |= {f"/{n}": redirect(f"/{n + 1}") for n in range(9)}
    got = fails(server, fetcher(redirects=5), "/0")
    assert got.problem == "more than 5 redirects"
    assert len(server.asked()) == 6 + 1


def test_a_redirect_to_nowhere(server: WebServer, fetcher: Make) -> None:
    server.routes["/bad"] = Reply(status=302)
    assert fails(server, fetcher()).problem == "the host answers with status 302"


def test_a_body_that_says_it_is_too_large_is_not_read(server: WebServer, fetcher: Make) -> None:
    server.routes["/bad"] = huge(200 * MIB)
    got = fails(server, fetcher())
    assert got.problem == "larger than 5,242,880 bytes"
    assert "largest" in (got.remedy or "")
    assert got.size == 0


def test_a_body_that_never_ends(server: WebServer, fetcher: Make) -> None:
    server.routes["/bad"] = endless()
    got = fails(server, fetcher(largest=MIB))
    assert got.problem == "larger than 1,048,576 bytes"
    assert MIB < got.size < 2 * MIB


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_is_not_unfolded(server: WebServer, fetcher: Make, layers: int) -> None:
    server.routes["/bad"] = bomb(200 * MIB, layers)
    fetching = fetcher()
    fetching.fetch(server.url("/bad"))
    tracemalloc.start()
    got = fails(server, fetching)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert got.problem == (
        "larger than 5,242,880 bytes once unfolded" if layers == 1 else "the body is folded more than once"
    )
    assert peak < 24 * MIB


def test_a_bomb_in_a_file_of_gzip(server: WebServer, fetcher: Make) -> None:
    body = bomb(200 * MIB).body
    server.routes["/bad"] = Reply(body, headers={"Content-Type": "application/gzip"})
    assert fails(server, fetcher()).problem == "larger than 5,242,880 bytes once unfolded"


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (Reply(b"plain", headers={"Content-Encoding": "gzip"}), NOT_FOLDED),
        (Reply(b"\x78\x9c" + b"\xff" * 9, headers={"Content-Encoding": "deflate"}), NOT_FOLDED),
        (Reply(squeezed(b"a" * 9999).body[:30], headers={"Content-Encoding": "gzip"}), TOO_EARLY),
        (Reply(b"x", headers={"Content-Encoding": "br"}), "the body comes under 'br', which was not asked for"),
        (Reply(b"x", headers={"Content-Type": "image/png"}), "image/png is not text"),
        (Reply(b"x", headers={"Content-Type": "Video/MP4; codecs=x"}), "video/mp4 is not text"),
        (Reply(b"x", headers={"Content-Type": "application/pdf"}), "application/pdf is not text"),
        (Reply(b"%PDF-1.7 ..."), "a PDF, not text"),
        (Reply(b"\x7fELF....", headers={"Content-Type": "text/plain"}), "a program, not text"),
    ],
)  # fmt: skip
def test_bodies_that_are_not_what_they_say(server: WebServer, fetcher: Make, reply: Reply, problem: str) -> None:
    server.routes["/bad"] = reply
    got = fails(server, fetcher())
    assert (got.problem, got.retry_at) == (problem, None)


def test_a_false_charset_is_kept_as_it_is_said(server: WebServer, fetcher: Make) -> None:
    server.routes["/a"] = Reply("Wörter".encode("latin-1"), headers={"Content-Type": "text/html; charset=UTF-32"})
    got = fetcher().fetch(server.url("/a"))
    assert (got.charset, got.body) == ("utf-32", b"W\xf6rter")


@pytest.mark.parametrize("said", ["", "text", "te\x9bxt/html; charset=\x9b", "a/b/c", "/html", "text/" + "x" * 999])
def test_a_media_type_that_is_none_is_not_kept(server: WebServer, fetcher: Make, said: str) -> None:
    server.routes["/a"] = Reply(b"words", headers={"Content-Type": said})
    got = fetcher().fetch(server.url("/a"))
    assert (got.media_type, got.charset, got.body) == (None, None, b"words")


def test_a_head_without_end(server: WebServer, fetcher: Make) -> None:
    server.routes["/bad"] = Reply(raw=b"HTTP/1.1 200 OK\r\n" + b"X-More: and more\r\n" * 100_000)
    assert fails(server, fetcher()).problem


def test_a_certificate_that_changes(tmp_path: Path, server: WebServer, fetcher: Make) -> None:
    good = certificate(tmp_path, "news.example", name="good")
    other = certificate(tmp_path, "other.example", name="other")
    trusting = ssl.create_default_context(cafile=str(good.file))
    trusting.load_verify_locations(other.file)
    server.routes["/a"] = page("words")
    server.use(good)
    fetching = fetcher(tls=trusting)
    url = server.url("/a", host="news.example")
    assert fetching.fetch(url).body == b"words"
    server.use(other)
    got = fetching.fetch(url)
    assert (got.outcome, got.body) == (FetchOutcome.FAILED, None)
    assert (got.problem or "").startswith("the certificate is not accepted: hostname mismatch")
    assert "certificate" in (got.remedy or "")
    server.use(certificate(tmp_path, "news.example", name="unknown"))
    assert "self" in (fetching.fetch(url).problem or "")
    server.use(good)
    assert fetching.fetch(url).body == b"words"


def test_the_name_of_the_host_is_what_a_certificate_must_have_not_its_address(
    tmp_path: Path, server: WebServer, fetcher: Make
) -> None:
    by_address = certificate(tmp_path, "127.0.0.1")
    server.use(by_address)
    server.routes["/a"] = page("words")
    fetching = fetcher(tls=ssl.create_default_context(cafile=str(by_address.file)))
    assert "certificate" in (fetching.fetch(server.url("/a", host="news.example")).problem or "")
    assert fetching.fetch(server.url("/a")).body == b"words"


def test_plain_http_where_tls_is_expected(server: WebServer, fetcher: Make) -> None:
    got = fetcher().fetch(f"https://127.0.0.1:{server.port}/")
    assert "no secure connection" in (got.problem or "")


def test_an_address_of_an_empty_host_and_other_nonsense_is_refused_by_name(fetcher: Make) -> None:
    for url in ("", "nonsense", "http://", "mailto:desk@example.org"):
        got = fetcher().fetch(url)
        assert (got.outcome, got.asked) == (FetchOutcome.REFUSED, got.asked)
        assert got.problem


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_host_that_takes_connections_and_says_nothing(fetcher: Make, scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        got = fetcher(timeout=0.5, allow=(f"127.0.0.1:{port}",)).fetch(f"{scheme}://127.0.0.1:{port}/a")
    assert (got.outcome, got.problem) == (FetchOutcome.FAILED, "robots.txt cannot be had: silent for 0.5 s")


def test_a_host_without_an_address(server: WebServer, clock: ToldClock) -> None:
    def knows_nothing(_host: str, _port: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    got = PoliteFetcher(server.settings(), clock, resolve=knows_nothing).fetch("https://news.example/a?key=secret")
    assert (got.outcome, got.status) == (FetchOutcome.FAILED, None)
    assert got.problem == "news.example cannot be resolved: Name or service not known"
    assert got.retry_at is not None


@given(text=st.text(max_size=80))
def test_no_address_raises(text: str) -> None:
    fetching = PoliteFetcher(CollectSettings(), ToldClock(), crawl=False, resolve=lambda *_: ("127.0.0.1",), tls=TLS)
    for url in (text, f"http://{text}", f"https://news.example{text}"):
        assert fetching.fetch(url, etag=text, last_modified=text).outcome is FetchOutcome.REFUSED


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\nLocation: "]))
def test_no_answer_raises(server: WebServer, fetcher: Make, raw: bytes, head: bytes) -> None:
    server.routes["/a"] = Reply(raw=head + raw + b"\r\n\r\nwords")
    got = fetcher(tls=TLS).fetch(server.url("/a"), etag="\r\nX: y")
    assert isinstance(got.outcome, FetchOutcome)


def test_no_secret_is_shown(server: WebServer, fetcher: Make, caplog: pytest.LogCaptureFixture) -> None:
    server.routes["/a"] = page("words")
    caplog.set_level("INFO", "reportedly")
    refused = fetcher().fetch(f"http://me:secret@127.0.0.1:{server.port}/a")
    assert refused.outcome is FetchOutcome.REFUSED
    fetcher().fetch(server.url("/a?token=secret"))
    assert "secret" not in caplog.text + repr(refused)
    assert f"{server.url('/a')}?…: ok, status 200" in caplog.text
