"""Installations, and places that belong to no one country: bases, nuclear sites, crossings, straits, seas."""

from enum import StrEnum
from functools import cache

from reportedly.knowledge.codes import check_code
from reportedly.knowledge.countries import check_country
from reportedly.knowledge.datafile import load
from reportedly.schema import Noun


class InstallationKind(StrEnum):
    """What stands there."""

    AIRBASE = "airbase"
    AIRPORT = "airport"
    BASE = "base"
    BORDER_ZONE = "border_zone"
    BRIDGE = "bridge"
    CABLE = "cable"
    CAMP = "camp"
    CANAL = "canal"
    CROSSING = "crossing"
    DAM = "dam"
    DEPOT = "depot"
    DISPUTED_FEATURE = "disputed_feature"
    EMBASSY = "embassy"
    HEADQUARTERS = "headquarters"
    HOLY_SITE = "holy_site"
    HOSPITAL = "hospital"
    INDUSTRIAL_SITE = "industrial_site"
    LANDMARK = "landmark"
    NAVAL_BASE = "naval_base"
    NUCLEAR_SITE = "nuclear_site"
    OIL_AND_GAS = "oil_and_gas"
    PIPELINE = "pipeline"
    PORT = "port"
    POWER_PLANT = "power_plant"
    PRISON = "prison"
    RADAR = "radar"
    REGION = "region"
    RESEARCH_SITE = "research_site"
    SEA = "sea"
    SHIP = "ship"
    STRAIT = "strait"
    TEST_SITE = "test_site"


NATURAL = frozenset(
    {
        InstallationKind.BORDER_ZONE,
        InstallationKind.CANAL,
        InstallationKind.DISPUTED_FEATURE,
        InstallationKind.REGION,
        InstallationKind.SEA,
        InstallationKind.STRAIT,
    }
)
"""The kinds that a text mentions as a place, not as an installation."""


class Installation(Noun, frozen=True, kw_only=True):
    """A named site.

    Attributes:
        ambiguous: names that count only after "the" and capitalised.
        country: ISO 3166 alpha-3 of where it lies; None for the high seas and what several countries share.
        operator: the code of who runs it.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    kind: InstallationKind
    country: str | None = None
    operator: str | None = None

    def __post_init__(self) -> None:
        if self.operator is not None:
            check_code(self.operator)


class InstallationFile(Noun, frozen=True, kw_only=True):
    """The whole of `installations.yaml`."""

    source: str
    licence: str
    version: int
    entries: tuple[Installation, ...]


@cache
def installations() -> tuple[Installation, ...]:
    """All installations, in the order of the file.

    Raises:
        KnowledgeError: the data file is damaged, or names a country that is not known.
    """
    found = load("installations.yaml", InstallationFile).entries
    for place in found:
        where = f"knowledge/data/installations.yaml: entry {place.id!r}"
        check_country(place.country, where)
        check_country(place.operator, where)
    return found
