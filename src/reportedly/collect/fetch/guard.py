"""Which addresses may be fetched: only the public web, and what the settings allow besides."""

import socket
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias
from urllib.parse import quote, urljoin, urlsplit

from reportedly.collect.fetch import allow, hosts, networks
from reportedly.collect.fetch.networks import Address
from reportedly.schema import Noun

Resolver: TypeAlias = Callable[[str, int], Sequence[str]]
"""The addresses of a host for a port, as text; raises `OSError` where there are none."""

LONGEST: Final = 2048
"""The most characters of an address of the web."""

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_KEPT: Final = "/%:@!$&'()*+,;=~-._"


class Refused(Exception):  # noqa: N818 - it is the outcome `refused`, and never leaves this room
    """An address that must not be fetched; the message says why."""


class Unresolved(Exception):  # noqa: N818 - an outcome as well
    """A host that has no address now; the message says why."""

    def __init__(self, host: str, problem: str) -> None:
        super().__init__(f"{host} {problem}")
        self.host = host


class Target(Noun, frozen=True, kw_only=True):
    """Where one request goes, all of it checked.

    Attributes:
        url: the address in its usual form, without a fragment.
        host: in ASCII, without brackets; the name that a certificate has to have.
        path: path and query, as the request names them.
        addresses: where to connect to, in the order of the resolution; every one of them may be.
    """

    url: str
    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]

    @property
    def usual_port(self) -> int:
        """The port that the scheme has where an address names none."""
        return _DEFAULT_PORTS[self.scheme]

    @property
    def origin(self) -> str:
        """Scheme, host and port, as a robots.txt holds for them."""
        return self.url[: len(self.url) - len(self.path)]


def system(host: str, port: int) -> Sequence[str]:
    """The addresses that the system's resolver knows.

    Raises:
        OSError: it knows none, or cannot be reached.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def shown(url: str) -> str:
    """An address as it may stand in a log: without what steers a terminal, and without user name and query, where
    secrets lie.
    """
    head, mark, _ = "".join(char if char.isprintable() else "\ufffd" for char in url).partition("?")
    scheme, slashes, rest = head.partition("//")
    place, slash, path = rest.partition("/")
    user = "***@" if "@" in place else ""
    return f"{scheme}{slashes}{user}{place.rpartition('@')[2]}{slash}{path}{mark}{'…' if mark else ''}"


def host_of(url: str) -> str | None:
    """The host of an address in its usual form; None where it is no address of the web."""
    try:
        return _parts(url)[1]
    except Refused:
        return None


class Guard:
    """Lets through what may be fetched, with the addresses to connect to.

    Args:
        entries: what the settings allow besides the public web.
        resolve: finds the addresses of a host; asked once for every request.

    Raises:
        SettingsError: an entry cannot be read.
    """

    def __init__(self, entries: tuple[str, ...] = (), resolve: Resolver = system) -> None:
        self._allowed = allow.read(entries)
        self._ports = allow.WEB_PORTS | {entry.port for entry in self._allowed if entry.port is not None}
        self._resolve = resolve

    def target(self, url: str, base: str | None = None) -> Target:
        """Where a request for `url`, seen on the page `base`, goes.

        Raises:
            Refused: it must not be fetched.
            Unresolved: its host has no address now.
        """
        scheme, host, port, path = _parts(url if base is None else _joined(base, url))
        if port not in self._ports:
            raise Refused(f"port {port} is not one of the web")
        addresses = self._addresses(host, port)
        place = f"[{host}]" if ":" in host else host
        suffix = "" if port == _DEFAULT_PORTS[scheme] else f":{port}"
        return Target(
            url=f"{scheme}://{place}{suffix}{path}", scheme=scheme, host=host, port=port, path=path,
            addresses=tuple(map(str, addresses)),
        )  # fmt: skip

    def _addresses(self, host: str, port: int) -> list[Address]:
        """The addresses of a host; a single one among them that must not be asked forbids them all."""
        if hosts.is_inner(host) and not self._may_be_inner(host, port):
            raise Refused(f"{host} is a name within a house, not of the web")
        try:
            found = [networks.read(text) for text in self._resolved(host, port)]
        except ValueError:
            raise Refused(f"{host} has an address in no known form") from None
        if not found:
            raise Unresolved(host, "has no address")
        for address in found:
            self._check(host, port, address)
        return found

    def _resolved(self, host: str, port: int) -> Sequence[str]:
        if hosts.is_address(host):
            return (host,)
        try:
            return self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            why = getattr(error, "strerror", None) or "no answer"
            raise Unresolved(host, f"cannot be resolved: {why}") from error

    def _may_be_inner(self, host: str, port: int) -> bool:
        """Whether a name within a house may be resolved: where it, or any network, is allowed at that port."""
        return any(entry.at(port) and entry.host in (None, host) for entry in self._allowed)

    def _check(self, host: str, port: int, address: Address) -> None:
        if any(entry.at(port) and entry.covers(host, address) for entry in self._allowed):
            return
        what = networks.fault(address)
        if what is not None:
            raise Refused(
                f"{host} is {what}" if host == str(address) else f"{host} leads to {what} ({address})"
            )
        if port not in allow.WEB_PORTS:
            raise Refused(f"port {port} is not one of the web")
        if hosts.is_inner(host):
            raise Refused(f"{host} is a name within a house, not of the web")


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url.strip())
    except ValueError:
        raise Refused("not an address") from None


def _parts(url: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and path of an address, in their usual form.

    Raises:
        Refused: it is no address of the web, or one that may be taken for another.
    """
    url = url.strip()
    if len(url) > LONGEST:
        raise Refused(f"longer than {LONGEST} characters")
    if any(char < " " or char == "\x7f" for char in url):
        raise Refused("control characters in the address")
    try:
        parts = urlsplit(url)
        given = parts.port
    except ValueError:
        raise Refused("not an address") from None
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS:
        raise Refused(f"{scheme or 'no scheme'} is not http or https")
    if "@" in parts.netloc:
        raise Refused("a user name or password in the address")
    return (
        scheme,
        _host(parts.netloc),
        _DEFAULT_PORTS[scheme] if given is None else given,
        _path(parts.path, parts.query),
    )


def _host(netloc: str) -> str:
    """The host of what stands between the slashes of an address."""
    written = netloc if netloc.endswith("]") else netloc.rpartition(":")[0] if ":" in netloc else netloc
    try:
        return hosts.normal(written)
    except ValueError as error:
        raise Refused(str(error)) from None


def _path(path: str, query: str) -> str:
    asked = quote(path or "/", safe=_KEPT, errors="replace")
    return f"{asked}?{quote(query, safe=_KEPT + '?[]', errors='replace')}" if query else asked
