"""The host of an address in the one form in which it is compared, resolved and connected to."""

import re
from typing import Final

from reportedly.collect.fetch import networks

_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
_INNER: Final = (
    "localhost", "localdomain", "local", "internal", "intranet", "corp", "home", "lan", "private", "home.arpa",
)  # fmt: skip
_LONGEST: Final = 253


def normal(written: str) -> str:
    """A host as it is known by: lower case, ASCII, no dot at its end; an address of IPv4 or IPv6 in its usual form.

    Raises:
        ValueError: it is no host, or written in a way that only hides which one it is: percent-encoded, with invisible
            characters, or an address in decimal, octal, hexadecimal or short form.
    """
    if written.startswith("[") and written.endswith("]"):
        return str(networks.read(written[1:-1]))
    if "%" in written or not written.isprintable():
        raise ValueError("a host with hidden characters")
    host = (written if written.isascii() else _ascii(written)).lower().removesuffix(".")
    labels = host.split(".")
    if len(host) > _LONGEST or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValueError("not the name of a host")
    return _address(host) if _NUMBER.fullmatch(labels[-1]) else host


def is_inner(host: str) -> bool:
    """Whether a name can only be one within a house or a machine: without a dot, or under an ending for such."""
    if is_address(host):
        return False
    return "." not in host or any(host == ending or host.endswith(f".{ending}") for ending in _INNER)


def is_address(host: str) -> bool:
    """Whether a host in its usual form is an address rather than a name."""
    return ":" in host or host.rsplit(".", 1)[-1].isdigit()


def _address(host: str) -> str:
    """The address of IPv4 that a host is whose last part is a number: all of its four parts must be plain decimals."""
    try:
        return str(networks.read(host))
    except ValueError:
        raise ValueError("an address in a form that hides it") from None


def _ascii(written: str) -> str:
    """The name in ASCII, by the rules for names in other scripts (IDNA 2008 over the mapping of UTS 46).

    Raises:
        ValueError: there is no such name.
    """
    import idna  # noqa: PLC0415 - heavy, and seldom needed

    try:
        return idna.encode(written, uts46=True).decode("ascii")
    except idna.IDNAError:
        raise ValueError("not the name of a host") from None
