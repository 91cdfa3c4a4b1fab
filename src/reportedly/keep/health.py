"""The small web server of a long run: /metrics for Prometheus, /health for whoever wants to know whether it lives."""

import json
import logging
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final
from urllib.parse import urlsplit

from reportedly.errors import UsageError
from reportedly.keep.metrics import CONTENT_TYPE, Metrics
from reportedly.schema import Noun

_log = logging.getLogger(__name__)
_PATIENCE: Final = 5.0


class Health(Noun, frozen=True, kw_only=True):
    """How a long run does.

    Attributes:
        ok: whether it does its round; false where it has not for too long, or is about to stop.
        at: now, by the run's clock.
        feeds, queue, in_hand: how many feeds it follows, pages wait, and fetches are under way.
        why: what is wrong, in a few words; None where nothing is.
    """

    ok: bool
    at: datetime
    feeds: int = 0
    queue: int = 0
    in_hand: int = 0
    why: str | None = None


def address(given: str) -> tuple[str, int]:
    """Host and port of `HOST:PORT`, `[::1]:PORT`, `:PORT` or `PORT`; 127.0.0.1 where no host is named.

    Raises:
        UsageError: it is none of these.
    """
    text = f":{given}" if given.isdigit() else given
    try:
        parts = urlsplit(f"//{text}")
        port = parts.port
    except ValueError:
        port = None
    if port is None or parts.path or parts.username:
        raise UsageError(f"{given!r} is no address; write HOST:PORT, such as 127.0.0.1:9464")
    return parts.hostname or "127.0.0.1", port


@contextmanager
def served(host: str, port: int, metrics: Metrics, health: Callable[[], Health]) -> Iterator[int]:
    """Answer /metrics and /health there until the end of the block; gives the port, which `0` leaves to the system.

    Raises:
        UsageError: nothing can be served at that address.
    """

    class Answers(_Answers):
        pass

    Answers.metrics, Answers.health = metrics, staticmethod(health)
    try:
        server = _Server((host, port), Answers)
    except OSError as error:
        raise UsageError(f"--metrics {host}:{port}: {(error.strerror or str(error)).lower()}") from error
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), name="reportedly-metrics", daemon=True)
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, where: tuple[str, int], answers: type[BaseHTTPRequestHandler]) -> None:
        self.address_family = socket.AF_INET6 if ":" in where[0] else socket.AF_INET
        super().__init__(where, answers)


class _Answers(BaseHTTPRequestHandler):
    """Two pages, and nothing else; a client that says nothing is not waited for."""

    metrics: Metrics
    health: Callable[[], Health]
    timeout = _PATIENCE
    server_version = "reportedly"
    sys_version = ""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/metrics":
            self._send(200, CONTENT_TYPE, self.metrics.text())
        elif path == "/health":
            found = self.health()
            body = {"status": "ok" if found.ok else "failing", **_fields(found)}
            self._send(200 if found.ok else 503, "application/json", json.dumps(body).encode())
        else:
            self._send(404, "text/plain; charset=utf-8", b"there is /metrics, and /health\n")

    def _send(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        _log.debug(format, *args)


def _fields(health: Health) -> dict[str, object]:
    return {
        "at": health.at.isoformat(),
        "feeds": health.feeds,
        "queue": health.queue,
        "in_hand": health.in_hand,
        "why": health.why,
    }
