"""Connections that go to an address that was checked, and that end in time."""

import ssl
import time
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore

from reportedly.collect.fetch.guard import Target

_Timeout = float | None


class Limits:
    """How long one request may take: `timeout` without a sign of life, `deadline` in all, both in seconds."""

    def __init__(self, timeout: float, deadline: float) -> None:
        self._timeout = timeout
        self._end = time.monotonic() + deadline

    def left(self) -> float:
        """The seconds that the next step may take.

        Raises:
            httpcore.ReadTimeout: none are left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole took too long")
        return min(self._timeout, left)

    @property
    def is_over(self) -> bool:
        """Whether the time for the whole is up."""
        return time.monotonic() >= self._end


class PinnedBackend(httpcore.NetworkBackend):
    """Connects to the addresses it is given, in turn, whatever host it is told; nothing is resolved a second time."""

    def __init__(self, addresses: Sequence[str], limits: Limits) -> None:
        self._addresses = addresses
        self._limits = limits
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - the name, which was resolved and checked before
        port: int,
        timeout: _Timeout = None,  # noqa: ARG002
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """A connection to the first of the addresses that takes one.

        Raises:
            httpcore.ConnectError: none of them does; likewise `httpcore.ConnectTimeout`.
        """
        last: Exception = httpcore.ConnectError("no address")
        for address in self._addresses:
            try:
                return TimedStream(
                    self._sockets.connect_tcp(address, port, self._limits.left()), self._limits
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last


class TimedStream(httpcore.NetworkStream):
    """A stream of which every step ends in time, so that no server can hold it by sending a byte now and then."""

    def __init__(self, inner: httpcore.NetworkStream, limits: Limits) -> None:
        self._inner = inner
        self._limits = limits

    def read(self, max_bytes: int, timeout: _Timeout = None) -> bytes:  # noqa: ARG002
        """The next bytes; none at the end."""
        return self._inner.read(max_bytes, self._limits.left())

    def write(self, buffer: bytes, timeout: _Timeout = None) -> None:  # noqa: ARG002
        """Send bytes."""
        self._inner.write(buffer, self._limits.left())

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: _Timeout = None  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """The stream in TLS; the certificate has to be that of `server_hostname`, not of the address."""
        try:
            left = self._limits.left()
        except httpcore.ReadTimeout:
            self.close()
            raise
        return TimedStream(self._inner.start_tls(ssl_context, server_hostname, left), self._limits)

    def get_extra_info(self, info: str) -> Any:
        """What is known of the stream beneath."""
        return self._inner.get_extra_info(info)


def connection(target: Target, limits: Limits, tls: ssl.SSLContext) -> httpcore.HTTPConnection:
    """A connection for one request to a target; whoever asks for it closes it."""
    origin = httpcore.Origin(target.scheme.encode(), target.host.encode(), target.port)
    return httpcore.HTTPConnection(
        origin, ssl_context=tls, keepalive_expiry=0.0, network_backend=PinnedBackend(target.addresses, limits)
    )
