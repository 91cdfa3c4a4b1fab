"""Unfolds what comes under gzip or deflate, in pieces, and stops at a limit."""

import zlib
from typing import Final, Protocol

OFFERED: Final = "gzip, deflate"
"""What a request says it takes: what the standard library unfolds in bounded pieces."""

_GZIP: Final = b"\x1f\x8b"
_MAGIC: Final = 2
_STEP: Final = 256 * 1024


class CodingError(Exception):
    """An answer that cannot be unfolded; the message says why."""


class TooLarge(Exception):  # noqa: N818 - a limit that was met
    """An answer that is larger than what is taken; the message says in which form."""


class Coding(Protocol):
    """Unfolds a body piece by piece."""

    def feed(self, piece: bytes) -> None:
        """Take the next bytes as they came over the net."""
        ...

    def so_far(self) -> bytes:
        """The body as far as it came."""
        ...

    def finish(self) -> bytes:
        """The whole body."""
        ...


class Plain:
    """A body that is not folded."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._body = bytearray()

    def feed(self, piece: bytes) -> None:
        """Take the next bytes.

        Raises:
            TooLarge: they are more than `most`.
        """
        if len(self._body) + len(piece) > self._most:
            raise TooLarge("unfolded")
        self._body += piece

    def so_far(self) -> bytes:
        """The body as far as it came."""
        return bytes(self._body)

    def finish(self) -> bytes:
        """The whole body."""
        return bytes(self._body)


class Folded:
    """A body under gzip, in one member or several, or under deflate, with the head of zlib or without."""

    def __init__(self, most: int, *, is_gzip: bool) -> None:
        self._plain = Plain(most)
        self._is_gzip = is_gzip
        self._head = b""
        self._unfolder: zlib._Decompress | None = None

    def feed(self, piece: bytes) -> None:
        """Take the next bytes.

        Raises:
            TooLarge: unfolded they are more than `most`.
            CodingError: they are not folded as is said.
        """
        if self._unfolder is None:
            piece = self._head = self._head + piece
            if len(piece) < _MAGIC:
                return
            self._unfolder = self._start(piece)
        try:
            self._unfold(piece)
        except zlib.error as error:
            raise CodingError("the body is not folded as its head says") from error

    def so_far(self) -> bytes:
        """The body as far as it came."""
        return self._plain.so_far()

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            CodingError: it ends too early.
        """
        if self._head and (self._unfolder is None or not self._unfolder.eof):
            raise CodingError("the folded body ends too early")
        return self._plain.finish()

    def _start(self, head: bytes) -> "zlib._Decompress":
        if self._is_gzip:
            return zlib.decompressobj(31)
        with_head = head[0] & 15 == 8 and int.from_bytes(head[:2]) % 31 == 0
        return zlib.decompressobj(15 if with_head else -15)

    def _unfold(self, piece: bytes) -> None:
        while piece and self._unfolder is not None:
            self._plain.feed(self._unfolder.decompress(piece, _STEP))
            piece = self._unfolder.unconsumed_tail
            rest = self._unfolder.unused_data
            if self._is_gzip and len(rest) >= _MAGIC and rest.startswith(_GZIP):
                self._unfolder = zlib.decompressobj(31)
                piece = rest
        self._drain()

    def _drain(self) -> None:
        """What the unfolder still holds back after it has taken all."""
        while self._unfolder is not None and (more := self._unfolder.decompress(b"", _STEP)):
            self._plain.feed(more)


def coding(said: str, most: int) -> Coding:
    """What unfolds a body under this content-encoding, up to `most` bytes.

    Raises:
        CodingError: it was not asked for, or the body is folded more than once.
    """
    layers = [
        layer for layer in (part.strip().lower() for part in said.split(",")) if layer not in ("", "identity")
    ]
    if not layers:
        return Plain(most)
    if len(layers) > 1:
        raise CodingError("the body is folded more than once")
    if layers[0] not in ("gzip", "x-gzip", "deflate"):
        raise CodingError(f"the body comes under {layers[0][:20]!r}, which was not asked for")
    return Folded(most, is_gzip=layers[0] != "deflate")


def opened(body: bytes, most: int) -> bytes:
    """A body that is itself a file of gzip, as sitemaps often are, unfolded once; any other as it is.

    Raises:
        TooLarge: unfolded it is more than `most`.
        CodingError: it is damaged.
    """
    if not body.startswith(_GZIP):
        return body
    folded = Folded(most, is_gzip=True)
    folded.feed(body)
    return folded.finish()
