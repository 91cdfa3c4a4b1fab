"""Web archives of our own, record by record."""

import gzip
from collections.abc import Iterable

WHEN = "2026-03-14T10:30:00Z"


def answer(
    body: bytes, *, status: str = "200 OK", content_type: str = "text/html; charset=utf-8", more: str = ""
) -> bytes:
    """An answer of HTTP; `more` are further lines of its head, each with its end."""
    kind = f"Content-Type: {content_type}\r\n" if content_type else ""
    return f"HTTP/1.1 {status}\r\n{kind}{more}\r\n".encode() + body


def record(
    block: bytes,
    *,
    url: str = "https://news.example/a",
    kind: str = "response",
    media_type: str = "application/http; msgtype=response",
    date: str = WHEN,
    length: int | None = None,
) -> bytes:
    """One record; `length` is what it claims of itself where that is a lie."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: {date}\r\nContent-Type: {media_type}\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(records: Iterable[bytes]) -> list[bytes]:
    """The records, each a member of gzip of its own, as archives have them."""
    return [gzip.compress(one, mtime=0) for one in records]
