import http.client
import ssl
import threading
from pathlib import Path

import pytest

from web_server import (
    Reply,
    bomb,
    certificate,
    conditional,
    dripping,
    endless,
    hanging,
    huge,
    in_turn,
    redirect,
    robots,
    serving,
    squeezed,
)  # fmt: skip


def get(port: int, path: str, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_routes_by_path_host_and_query() -> None:
    routes = {"/a": Reply(b"one"), "//two.example/a": Reply(b"two"), "/a?b=1": Reply(b"three")}
    with serving(routes) as server:
        assert get(server.port, "/a") == (200, b"one")
        assert get(server.port, "/a?c=1") == (200, b"one")
        assert get(server.port, "/a?b=1") == (200, b"three")
        assert get(server.port, "/a", Host="two.example:80") == (200, b"two")
        assert get(server.port, "/robots.txt")[0] == 404
        server.routes["/robots.txt"] = robots("User-agent: *")
        assert get(server.port, "/robots.txt") == (200, b"User-agent: *")
        assert [one.host for one in server.asked("/a")] == ["127.0.0.1", "two.example"]
        assert server.connections == 6


def test_it_answers_in_turn_and_to_what_is_known_already() -> None:
    with serving({"/t": in_turn(Reply(status=503), Reply(b"x")), "/c": conditional(Reply(b"y"))}) as server:
        assert [get(server.port, "/t")[0] for _ in range(3)] == [503, 200, 200]
        assert get(server.port, "/c") == (200, b"y")
        assert get(server.port, "/c", **{"If-None-Match": '"one"'}) == (304, b"")


def test_it_misbehaves() -> None:
    routes = {
        "/reset": Reply(reset=True), "/lie": Reply(b"abc", length=10), "/loop": redirect("/loop"),
        "/huge": huge(3_000_000), "/bomb": bomb(2 * 1024 * 1024), "/raw": squeezed(b"abc", "raw-deflate"),
        "/drip": dripping(b"abc", pause=0.001),
    }  # fmt: skip
    with serving(routes) as server:
        with pytest.raises(ConnectionResetError):
            get(server.port, "/reset")
        with pytest.raises(http.client.IncompleteRead):
            get(server.port, "/lie")
        assert get(server.port, "/loop")[0] == 302
        assert len(get(server.port, "/huge")[1]) == 3_000_000
        assert len(get(server.port, "/bomb")[1]) < 10_000
        assert get(server.port, "/drip")[1] == b"abc"


def test_whatever_hangs_or_never_ends_is_over_with_the_server() -> None:
    gate = threading.Event()
    with serving({"/hang": hanging(), "/gate": hanging(gate), "/endless": endless()}) as server:
        waiting = http.client.HTTPConnection("127.0.0.1", server.port)
        waiting.request("GET", "/hang")
        reading = http.client.HTTPConnection("127.0.0.1", server.port)
        reading.request("GET", "/endless")
        assert len(reading.getresponse().read(1_000_000)) == 1_000_000
        reading.close()
        gate.set()
        assert get(server.port, "/gate") == (200, b"")
        waiting.close()


def test_tls_with_a_certificate_that_changes(tmp_path: Path) -> None:
    one = certificate(tmp_path, "127.0.0.1", "news.example")
    two = certificate(tmp_path, "127.0.0.1", name="two")
    with serving({"/": Reply(b"safe")}, one) as server:
        trusting = ssl.create_default_context(cafile=str(one.file))
        assert safely(server.port, trusting) == b"safe"
        server.use(two)
        with pytest.raises(ssl.SSLCertVerificationError):
            safely(server.port, trusting)


def safely(port: int, context: ssl.SSLContext) -> bytes:
    connection = http.client.HTTPSConnection("127.0.0.1", port, context=context, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().read()
    finally:
        connection.close()
