"""Bytes in pieces: decompressed as they come, never more of them held than asked for."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

from reportedly.errors import InputError

PIECE = 64 * 1024
CAP = 20 * 1024 * 1024
"""The most bytes that one article may have after decompression: 20 MiB."""

GZIP = b"\x1f\x8b"


class Stream(Protocol):
    """What is read from: a file opened in binary, standard input's buffer, or bytes in memory."""

    def read1(self, size: int, /) -> bytes:
        """At most `size` bytes, as many as are there without waiting for more; none at the end."""
        ...


def pieces(stream: Stream, name: str) -> Iterator[bytes]:
    """The bytes of `stream` in pieces as they arrive, decompressed where they are gzip.

    Raises:
        InputError: the gzip is damaged or cut short.
    """
    raw = _arrivals(stream)
    head = b""
    for piece in raw:
        head += piece
        if len(head) >= len(GZIP):
            break
    rest = _chain(head, raw)
    yield from _gunzip(rest, name) if head.startswith(GZIP) else rest


def _arrivals(stream: Stream) -> Iterator[bytes]:
    while piece := stream.read1(PIECE):
        yield piece


def _chain(head: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    if head:
        yield head
    yield from rest


def _gunzip(raw: Iterable[bytes], name: str) -> Iterator[bytes]:
    """Every member of a gzip, at most `PIECE` bytes at a time, so that a bomb never unfolds in memory."""
    decoder = zlib.decompressobj(wbits=31)
    for piece in raw:
        pending = piece
        while pending:
            if decoder.eof:
                pending = pending.lstrip(b"\0")
                if not pending:
                    break
                decoder = zlib.decompressobj(wbits=31)
            try:
                out = decoder.decompress(pending, PIECE)
            except zlib.error as error:
                raise InputError(name, f"damaged gzip ({error})", "fetch or compress it again") from error
            if out:
                yield out
            pending = decoder.unused_data if decoder.eof else decoder.unconsumed_tail
    if not decoder.eof:
        raise InputError(name, "the gzip is cut short", "fetch or compress it again")


def whole(parts: Iterable[bytes], name: str, cap: int = CAP) -> bytes:
    """All bytes of `parts` in one.

    Raises:
        InputError: there are more than `cap`; nothing is read beyond that.
    """
    body = bytearray()
    for part in parts:
        body += part
        if len(body) > cap:
            raise _too_large(name, cap)
    return bytes(body)


def lines(parts: Iterable[bytes], name: str, cap: int = CAP) -> Iterator[bytes | InputError]:
    """The lines of `parts`, without their ends, each as soon as its end has arrived.

    A line of more than `cap` bytes comes as the error to report in its place, and is not held.
    """
    held: list[bytes] = []
    size = 0
    number = 1
    for part in parts:
        first, *others = part.split(b"\n")
        for index, piece in enumerate((first, *others)):
            if index:
                yield b"".join(held) if size <= cap else _too_large(f"{name}:{number}", cap)
                held, size, number = [], 0, number + 1
            size += len(piece)
            if size <= cap:
                held.append(piece)
            else:
                held.clear()
    if size:
        yield b"".join(held) if size <= cap else _too_large(f"{name}:{number}", cap)


def _too_large(name: str, cap: int) -> InputError:
    return InputError(name, f"more than {cap // 2**20} MiB for one article", "cut it down to the article")
