"""A web server on 127.0.0.1 that behaves as a test tells it to, which is mostly badly.

    with serving({"/a": Reply(b"words")}) as server:
        server.routes["//news.example/b"] = in_turn(Reply(status=503), Reply(b"words"))
        ... server.url("/a"), server.url("/b", host="news.example"), server.requests ...

A route is a path, or `//host/path` for one host alone; the query belongs to the path where a route has one. It leads
to a `Reply` or to a function from the `Request` to one. Whatever has no route is 404, `/robots.txt` too.
"""

import socket
import ssl
import struct
import subprocess
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from urllib.parse import urlsplit

from reportedly.settings import CollectSettings
from web_replies import (
    Answer,
    Reply,
    Request,
    bomb,
    conditional,
    dripping,
    endless,
    feed,
    hanging,
    huge,
    in_turn,
    page,
    redirect,
    robots,
    squeezed,
)

__all__ = [
    "Answer", "Certificate", "Reply", "Request", "WebServer", "bomb", "certificate", "conditional", "dripping",
    "endless", "feed", "hanging", "huge", "in_turn", "page", "redirect", "robots", "serving", "squeezed",
]  # fmt: skip


@dataclass(frozen=True)
class Certificate:
    """A certificate and its key, as files; it is its own authority."""

    file: Path
    key: Path


class WebServer:
    """The server; `requests` are all that came, `busiest` the most that were in hand at once for each host."""

    def __init__(self, routes: Mapping[str, Answer] | None = None, certificate: Certificate | None = None) -> None:
        self.routes: dict[str, Answer] = dict(routes or {})
        self.requests: list[Request] = []
        self.connections = 0
        self.busiest: dict[str, int] = {}
        self.over = threading.Event()
        self._busy: dict[str, int] = {}
        self._gates: set[threading.Event] = set()
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = None
        self.use(certificate)
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.web = self
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def scheme(self) -> str:
        return "http" if self._tls is None else "https"

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def settings(self, **changed: object) -> CollectSettings:
        """Settings under which this server may be fetched from, at once."""
        given: dict[str, object] = {
            "contact": "desk@example.org", "allow": (f"127.0.0.0/8:{self.port}",), "delay": 0.0, "timeout": 5.0,
        }  # fmt: skip
        return CollectSettings(**{**given, **changed})  # type: ignore[arg-type]

    def use(self, certificate: Certificate | None) -> None:
        """Speak TLS with this certificate from the next connection on, or plain HTTP."""
        if certificate is None:
            self._tls = None
            return
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate.file, certificate.key)
        self._tls = context

    def asked(self, path: str | None = None) -> list[Request]:
        """The requests for a path; without one all but those for robots.txt."""
        with self._lock:
            return [one for one in self.requests if (one.path == path if path else one.path != "/robots.txt")]

    def close(self) -> None:
        self.over.set()
        with self._lock:
            for gate in self._gates:
                gate.set()
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def wrapped(self, connection: socket.socket) -> tuple[socket.socket, int]:
        """The connection, in TLS where it is spoken, and its number."""
        tls = self._tls
        if tls is not None:
            connection.settimeout(10.0)
            connection = tls.wrap_socket(connection, server_side=True)
        with self._lock:
            self.connections += 1
            self._open.add(connection)
            return connection, self.connections

    def done(self, connection: socket.socket) -> None:
        """The connection is no longer needed."""
        with self._lock:
            self._open.discard(connection)
        connection.close()

    @contextmanager
    def in_hand(self, request: Request) -> Iterator[Reply]:
        with self._lock:
            self.requests.append(request)
            self._busy[request.host] = busy = self._busy.get(request.host, 0) + 1
            self.busiest[request.host] = max(busy, self.busiest.get(request.host, 0))
        try:
            answer = self._route(request)
            yield answer if isinstance(answer, Reply) else answer(request)
        finally:
            with self._lock:
                self._busy[request.host] -= 1

    def wait_for(self, gate: threading.Event) -> None:
        with self._lock:
            self._gates.add(gate)
            if self.over.is_set():
                return
        gate.wait()

    def _route(self, request: Request) -> Answer:
        bare = urlsplit(request.path).path
        for key in (f"//{request.host}{request.path}", request.path, f"//{request.host}{bare}", bare):
            if key in self.routes:
                return self.routes[key]
        return Reply(b"not here", status=404, headers={"Content-Type": "text/plain"})


class _Server(ThreadingTCPServer):
    daemon_threads = True
    block_on_close = True
    request_queue_size = 128
    web: WebServer

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away in the middle are what the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60.0
    server: "_Server"

    @property
    def web(self) -> WebServer:
        return self.server.web

    def setup(self) -> None:
        self.request, self.number = self.web.wrapped(self.request)
        super().setup()

    def handle(self) -> None:
        with suppress(OSError):
            super().handle()

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()
        self.web.done(self.request)

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").rsplit(":", 1)[0].strip("[]")
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(
            moment=time.monotonic(), method=self.command, host=host, path=self.path, headers=headers,
            connection=self.number,
        )  # fmt: skip
        with self.web.in_hand(request) as reply:
            self._answer(reply)

    def _answer(self, reply: Reply) -> None:
        if reply.gate is not None:
            self.web.wait_for(reply.gate)
        if reply.reset:
            self._reset()
        elif reply.raw is not None:
            self._write([reply.raw] if isinstance(reply.raw, bytes) else reply.raw)
            self.close_connection = True
        else:
            self._send(reply)

    def _send(self, reply: Reply) -> None:
        pieces = [reply.body] if isinstance(reply.body, bytes) else reply.body
        length = len(reply.body) if reply.length is None and isinstance(reply.body, bytes) else reply.length
        self.send_response(reply.status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **reply.headers}.items():
            self.send_header(name, value)
        if length is None:
            self.send_header("Connection", "close")
        elif reply.status not in (204, 304):
            self.send_header("Content-Length", str(length))
        self.end_headers()
        self._write(pieces)
        if reply.cut:
            self._reset()
        self.close_connection |= reply.length is not None or reply.cut

    def _write(self, pieces: Iterable[bytes]) -> None:
        for piece in pieces:
            if self.web.over.is_set():
                break
            self.wfile.write(piece)

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(routes: Mapping[str, Answer] | None = None, certificate: Certificate | None = None) -> Iterator[WebServer]:
    """A server with these routes, closed at the end."""
    server = WebServer(routes, certificate)
    try:
        yield server
    finally:
        server.close()


def certificate(folder: Path, *hosts: str, name: str = "one") -> Certificate:
    """A certificate of our own making for these hosts; made with the program `openssl`."""
    made = Certificate(folder / f"{name}.pem", folder / f"{name}.key")
    names = ",".join(f"IP:{host}" if host.replace(".", "").isdigit() else f"DNS:{host}" for host in hosts)
    asked = f"subjectAltName={names}"
    command = (
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30",
        "-keyout", str(made.key), "-out", str(made.file), "-subj", f"/CN={hosts[0]}", "-addext", asked,
    )  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return made
