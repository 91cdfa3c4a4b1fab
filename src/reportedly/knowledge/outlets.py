"""Outlets: agencies, papers, broadcasters and sites, found by the domain of an address."""

from enum import StrEnum
from functools import cache

from reportedly.errors import KnowledgeError
from reportedly.knowledge.datafile import load
from reportedly.schema import Noun

_SHORT_NAME = 4
"""Up to so many letters, a name is also a word: `AP` is an agency, `ap` is not."""


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
                raise KnowledgeError(f"knowledge/data/outlets.yaml: {outlet.id} and {other.id} share {domain}")
    return table


@cache
def _by_name() -> dict[str, Outlet]:
    table: dict[str, Outlet] = {}
    for outlet in outlets():
        bare = outlet.name.partition(" (")[0]
        for name in (outlet.name, bare, *outlet.aliases):
            table.setdefault(_key(name), outlet)
    return table


def _key(name: str) -> str:
    """What spellings of a name have in common; a short name is one only as it is written."""
    text = " ".join(name.replace(".", "").split()).removeprefix("The ").removeprefix("the ")
    return text if len(text) <= _SHORT_NAME else text.casefold()


def by_name(name: str) -> Outlet | None:
    """The outlet that is called `name`, with or without "The"; None where none is known by it.

    Ambiguous names do not count, and of several outlets that share a name, the first in the file is meant.

    Raises:
        KnowledgeError: the data file is damaged.
    """
    return _by_name().get(_key(name))


def agency(name: str) -> Outlet | None:
    """The news agency that is called `name`; None where none is known by it.

    Raises:
        KnowledgeError: the data file is damaged.
    """
    outlet = by_name(name)
    return outlet if outlet is not None and _is_agency(outlet) else None


def _is_agency(outlet: Outlet) -> bool:
    """Whether it is an agency by its kind; the agency of a state, which is of another, by what it is called."""
    if outlet.kind is OutletKind.AGENCY:
        return True
    names = (outlet.name, *outlet.aliases)
    return outlet.kind is OutletKind.STATE_MEDIA and any("agency" in name.casefold() for name in names)


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
