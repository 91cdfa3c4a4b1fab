"""What the test server answers: replies, good and bad, and functions that make them."""

import gzip
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

MIB = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Request:
    """What came in: when by the monotonic clock, for which host (without port), over which connection."""

    moment: float
    method: str
    host: str
    path: str
    headers: Mapping[str, str]
    connection: int


@dataclass(frozen=True)
class Reply:
    """What goes out.

    Attributes:
        body: the bytes, or pieces of them, which may never end; pieces go out without a length, the connection closing.
        length: the content-length to claim, true or not.
        gate: waited for before anything is sent; the end of the server opens every gate.
        reset: cut the connection with a reset in place of an answer; `cut` after the body was sent.
        raw: sent as it is, all at once or in pieces, in place of everything else.
    """

    body: bytes | Iterable[bytes] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    gate: threading.Event | None = None
    reset: bool = False
    cut: bool = False
    raw: bytes | Iterable[bytes] | None = None


Answer = Reply | Callable[[Request], Reply]


def in_turn(*answers: Answer) -> Answer:
    """Each of the answers, the last of them again and again."""
    left = list(answers)

    def answer(request: Request) -> Reply:
        one = left.pop(0) if len(left) > 1 else left[0]
        return one if isinstance(one, Reply) else one(request)

    return answer


def page(text: str, *, charset: str = "utf-8", **headers: str) -> Reply:
    """A page of HTML."""
    return Reply(text.encode(charset), headers={"Content-Type": f"text/html; charset={charset}", **headers})


def feed(text: str | bytes, **headers: str) -> Reply:
    """A feed."""
    body = text.encode() if isinstance(text, str) else text
    return Reply(body, headers={"Content-Type": "application/rss+xml", **headers})


def robots(text: str) -> Reply:
    """A robots.txt."""
    return Reply(text.encode(), headers={"Content-Type": "text/plain"})


def redirect(to: str, status: int = 302) -> Reply:
    """On to another address."""
    return Reply(status=status, headers={"Location": to})


def hanging(gate: threading.Event | None = None) -> Reply:
    """Never answers, until the gate opens or the server ends."""
    return Reply(gate=gate or threading.Event())


def endless(piece: bytes = b"<p>more</p>" * 1000) -> Answer:
    """A body that never ends."""

    def pieces() -> Iterator[bytes]:
        while True:
            yield piece

    return lambda _: Reply(pieces())


def huge(size: int, piece: bytes = b"words " * 10_000) -> Answer:
    """A body of so many bytes that is made as it is sent, with its true length."""

    def pieces() -> Iterator[bytes]:
        left = size
        while left > 0:
            yield piece[:left]
            left -= len(piece)

    return lambda _: Reply(pieces(), length=size)


def dripping(body: bytes, pause: float = 0.05) -> Answer:
    """One byte at a time, with a pause after each."""
    never = threading.Event()

    def pieces() -> Iterator[bytes]:
        for number in range(len(body)):
            yield body[number : number + 1]
            never.wait(pause)

    return lambda _: Reply(pieces(), length=len(body))


def squeezed(body: bytes, coding: str = "gzip", **headers: str) -> Reply:
    """A body under gzip, deflate (with zlib's head) or raw-deflate (without it, as some servers send)."""
    squeeze = {"gzip": gzip.compress, "deflate": zlib.compress, "raw-deflate": _raw}[coding]
    named = "gzip" if coding == "gzip" else "deflate"
    return Reply(squeeze(body), headers={"Content-Encoding": named, **headers})


def bomb(size: int = 200 * MIB, layers: int = 1) -> Reply:
    """So many zeros under gzip, which are a thousandth of that on the net; with more layers, less."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = b"".join(squeezer.compress(bytes(MIB)) for _ in range(size // MIB)) + squeezer.flush()
    for _ in range(layers - 1):
        body = gzip.compress(body)
    return Reply(body, headers={"Content-Encoding": ", ".join(["gzip"] * layers)})


def conditional(reply: Reply, etag: str = '"one"') -> Answer:
    """The reply under an etag, and 304 to whoever has it already."""

    def answer(request: Request) -> Reply:
        if request.headers.get("if-none-match") == etag:
            return Reply(status=304, headers={"ETag": etag})
        return Reply(reply.body, status=reply.status, headers={**reply.headers, "ETag": etag})

    return answer


def _raw(body: bytes) -> bytes:
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return squeezer.compress(body) + squeezer.flush()
