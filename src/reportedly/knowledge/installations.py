"""Installations, and places that belong to no one country: bases, nuclear sites, crossings, straits, seas."""

import re
from enum import StrEnum
from functools import cache
from typing import Final

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
    TOWN = "town"


NATURAL = frozenset(
    {
        InstallationKind.BORDER_ZONE,
        InstallationKind.CANAL,
        InstallationKind.DISPUTED_FEATURE,
        InstallationKind.REGION,
        InstallationKind.SEA,
        InstallationKind.STRAIT,
        InstallationKind.TOWN,
    }
)
"""The kinds that a text mentions as a place, not as an installation."""


_FORMS: Final = {
    "airport": re.compile(r"[A-Z]{4}"),
    "near": re.compile(r"\S.*, [A-Z]{2}"),
    "historic_of": re.compile(r"\S.*, [A-Z]{2}"),
    "valid": re.compile(r"(?=.*\d)(?:\d{4})?-(?:\d{4})?"),
}
_EXAMPLES: Final = {"airport": "ORAA", "near": "Rutba, IQ", "historic_of": "Volgograd, RU", "valid": "2014-2021"}


class Installation(Noun, frozen=True, kw_only=True):
    """A named site.

    Attributes:
        ambiguous: names that count only after "the" and capitalised.
        country: ISO 3166 alpha-3 of where it lies; None for the high seas and what several countries share.
        countries: those that share it, where several do.
        operator: the code of who runs it.
        airport: ICAO code of the airfield on it, which gives its coordinates.
        near: a town and its ISO 3166 alpha-2 code, such as `Rutba, IQ`, near which it lies.
        within_km: how far from that town at most.
        historic_of: the town that has another name today, written as for `near`.
        valid: years such as `2014-2021`, `2014-` or `-1991` in which it was there under this name.

    Raises:
        ValueError: where it lies is said twice or by halves, or one of the fields is not of its form.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    kind: InstallationKind
    country: str | None = None
    countries: tuple[str, ...] = ()
    operator: str | None = None
    airport: str | None = None
    near: str | None = None
    within_km: float | None = None
    historic_of: str | None = None
    valid: str | None = None

    def __post_init__(self) -> None:
        if self.operator is not None:
            check_code(self.operator)
        for name, form in _FORMS.items():
            if (value := getattr(self, name)) is not None and form.fullmatch(value) is None:
                raise ValueError(f"{value!r} is no {name}: it must look like {_EXAMPLES[name]!r}")
        if sum(each is not None for each in (self.airport, self.near, self.historic_of)) > 1:
            raise ValueError("only one of airport, near and historic_of says where it lies")
        if (self.near is None) is not (self.within_km is None):
            raise ValueError("near and within_km go together")
        if self.country is not None and self.countries:
            raise ValueError("it lies in one country or is shared by several")


class InstallationFile(Noun, frozen=True, kw_only=True):
    """The whole of `places.yaml`."""

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
    found = load("places.yaml", InstallationFile).entries
    for place in found:
        where = f"knowledge/data/places.yaml: entry {place.id!r}"
        check_country(place.country, where)
        check_country(place.operator, where)
        for country in place.countries:
            check_country(country, where)
    return found
