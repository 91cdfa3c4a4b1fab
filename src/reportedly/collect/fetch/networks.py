"""Which addresses belong to the public internet, and what the others are."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final, TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address
Network: TypeAlias = IPv4Network | IPv6Network

_NOT_PUBLIC: Final = tuple(
    (ip_network(network), what)
    for network, what in (
        # The special-purpose registries of IANA for IPv4 (RFC 6890) and IPv6, and what clouds have added to them.
        ("0.0.0.0/8", "an unspecified address"),
        ("10.0.0.0/8", "a private network"),
        ("100.64.0.0/10", "a carrier's inner network"),
        ("127.0.0.0/8", "this machine itself"),
        ("168.63.129.16/32", "a cloud's metadata service"),
        ("169.254.169.254/32", "a cloud's metadata service"),
        ("169.254.0.0/16", "a link-local network"),
        ("172.16.0.0/12", "a private network"),
        ("192.0.0.0/24", "a network for protocols"),
        ("192.0.2.0/24", "a network for documentation"),
        ("192.88.99.0/24", "a relay to IPv6"),
        ("192.168.0.0/16", "a private network"),
        ("198.18.0.0/15", "a network for benchmarks"),
        ("198.51.100.0/24", "a network for documentation"),
        ("203.0.113.0/24", "a network for documentation"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved network"),
        ("::/128", "an unspecified address"),
        ("::1/128", "this machine itself"),
        ("100::/64", "a network that discards"),
        ("2001:db8::/32", "a network for documentation"),
        ("2001:2::/48", "a network for benchmarks"),
        ("2001::/32", "a Teredo tunnel"),
        ("2001::/23", "a network for protocols"),
        ("2002::/16", "a 6to4 tunnel"),
        ("3fff::/20", "a network for documentation"),
        ("fd00:ec2::254/128", "a cloud's metadata service"),
        ("fc00::/7", "a private network"),
        ("fe80::/10", "a link-local network"),
        ("fec0::/10", "a private network"),
        ("ff00::/8", "a multicast address"),
    )
)
_UNICAST: Final = ip_network("2000::/3")
_NAT64: Final = ip_network("64:ff9b::/96")
_NEVER_BY_NAME: Final = ("metadata", "link-local", "multicast", "unspecified", "reserved")


def read(text: str) -> Address:
    """The address that is written so; one of IPv4 that is written inside IPv6 comes back as one of IPv4.

    Raises:
        ValueError: it is none.
    """
    address = ip_address(text)
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            raise ValueError("an address with a zone")
        return address.ipv4_mapped or address
    return address


def fault(address: Address) -> str | None:
    """What an address is that is not public, in a few words; None for one that is.

    Tunnels (6to4, Teredo, ISATAP) are never public, whatever lies inside them: no site is served there. A translated
    address (NAT64) is what the address inside it is.
    """
    for network, what in _NOT_PUBLIC:
        if address in network:
            return what
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return fault(IPv4Address(address.packed[12:]))
    if address not in _UNICAST:
        return "a reserved network"
    if address.packed[8:12] in (b"\x00\x00\x5e\xfe", b"\x02\x00\x5e\xfe"):
        return "an ISATAP tunnel"
    return None


def may_be_named(address: Address) -> bool:
    """Whether a host that is allowed by its name may have this address: a private one, but no metadata service."""
    what = fault(address)
    return what is None or not any(word in what for word in _NEVER_BY_NAME)
