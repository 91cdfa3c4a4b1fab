"""Outlets: agencies, papers, broadcasters and sites, found by the domain of an address."""

from enum import StrEnum
from functools import cache

from reportedly.errors import KnowledgeError
from reportedly.knowledge.datafile import load
from reportedly.schema import Noun


class OutletKind(StrEnum):
    """What kind of outlet it is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    WEBSITE = "website"
    MAGAZINE = "magazine"
    STATE_MEDIA = "state_media"


class Outlet(Noun, frozen=True, kw_only=True):
    """Who publishes.

    Attributes:
        name: as shown; a bracket behind it tells homonyms apart.
        ambiguous: names that count only after "the" and capitalised.
        domains: registered domains or hosts, without `www.`.
        country: ISO 3166 alpha-3 of the seat.
        owner: who owns it, where that matters to independence.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    domains: tuple[str, ...]
    kind: OutletKind
    country: str
    owner: str | None = None


class OutletFile(Noun, frozen=True, kw_only=True):
    """The whole of `outlets.yaml`."""

    source: str
    licence: str
    version: int
    entries: tuple[Outlet, ...]


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets, in the order of the file.

    Raises:
        KnowledgeError: the data file is damaged.
    """
    return load("outlets.yaml", OutletFile).entries


@cache
def _by_domain() -> dict[str, Outlet]:
    table: dict[str, Outlet] = {}
    for outlet in outlets():
        for domain in outlet.domains:
            other = table.setdefault(domain, outlet)
            if other is not outlet:
                raise KnowledgeError(
                    f"knowledge/data/outlets.yaml: {outlet.id} and {other.id} share {domain}"
                )
    return table


def by_domain(host: str) -> Outlet | None:
    """The outlet that publishes at `host`, a host name with or without port; None where it is not known.

    The longest known domain wins: `arabic.example.org` before `example.org`.

    Raises:
        KnowledgeError: the data file is damaged.
    """
    labels = host.strip().lower().partition(":")[0].rstrip(".").split(".")
    table = _by_domain()
    for first in range(len(labels) - 1):
        outlet = table.get(".".join(labels[first:]))
        if outlet is not None:
            return outlet
    return None
