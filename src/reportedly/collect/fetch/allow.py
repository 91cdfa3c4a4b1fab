"""What may be fetched though it is not public: the list `allow` of the settings."""

from ipaddress import ip_network
from typing import Final

from reportedly.collect.fetch import hosts, networks
from reportedly.collect.fetch.networks import Address, Network
from reportedly.errors import SettingsError
from reportedly.schema import Noun

WEB_PORTS: Final = frozenset((80, 443))
"""The ports of the web, the only ones where nothing else is allowed."""


class Allowed(Noun, frozen=True, kw_only=True):
    """One entry of the list.

    Attributes:
        network: addresses that may be connected to; None for an entry that is a host.
        host: the name of a host that may be connected to; None for an entry that is a network.
        port: the one port it holds for; None for those of the web.
    """

    network: Network | None = None
    host: str | None = None
    port: int | None = None

    def at(self, port: int) -> bool:
        """Whether the entry holds for this port."""
        return port in WEB_PORTS if self.port is None else port == self.port

    def covers(self, host: str, address: Address) -> bool:
        """Whether the entry opens this address of this host."""
        if self.network is not None:
            return address in self.network
        return host == self.host and networks.may_be_named(address)


def read(entries: tuple[str, ...]) -> tuple[Allowed, ...]:
    """The entries of the settings.

    Raises:
        SettingsError: one of them is neither network, nor address, nor host.
    """
    return tuple(_entry(text) for text in entries)


def _entry(text: str) -> Allowed:
    written = text.strip()
    if (network := _network(written)) is not None:
        return Allowed(network=network)
    place, colon, ending = written.rpartition(":")
    port = int(ending) if colon and ending.isascii() and ending.isdigit() and len(ending) < 6 else None
    if colon and (port is None or not 0 < port < 65536):
        raise _wrong(text)
    if (network := _network(place if colon else written)) is not None:
        return Allowed(network=network, port=port)
    try:
        return Allowed(host=hosts.normal(place if colon else written), port=port)
    except ValueError:
        raise _wrong(text) from None


def _network(text: str) -> Network | None:
    try:
        return ip_network(text[1:-1] if text.startswith("[") and text.endswith("]") else text)
    except ValueError:
        return None


def _wrong(text: str) -> SettingsError:
    return SettingsError(
        f"allow of [collect] holds {text!r}, which is no network (10.2.0.0/16), address (10.2.0.7:8080) or host "
        "(feeds.house:8080)"
    )
