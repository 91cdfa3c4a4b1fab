"""What the gazetteer knows of a place, and how a spelling led to it."""

from enum import IntEnum, StrEnum
from math import sqrt
from typing import Final

from reportedly.knowledge.globe import Point
from reportedly.schema import Noun


class PlaceKind(StrEnum):
    """What a place is, as far as its coordinates and its precision go."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    TOWN = "town"
    SITE = "site"
    REGION = "region"
    WATER = "water"


AREAS: Final = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2})
"""The kinds that have borders and hold other places."""


DISPUTED: Final = "disputed"
"""The `detail` of a state that few others recognise."""


class Place(Noun, frozen=True, kw_only=True):
    """A place.

    Attributes:
        id: `geonames:NUMBER`; ISO3 for a country; `adm1:CODE`, `adm2:CODE` by GeoNames' codes; `icao:CODE` for an
            airport; `place:ID` for a curated one; `overlay:ID` for one of a user's own.
        detail: what it is exactly: a kind of the curated files, `airport`, or a feature code of GeoNames.
        country: ISO 3166 alpha-3; None for what has no one country.
        admin1: GeoNames' code of the first order division, such as `IQ.01`.
        lat, lon: degrees (WGS 84); None where they are in no source.
        radius_km: the true place lies within so many kilometres of them.
        operator: the code of who runs it.
        valid: years such as `2014-2021` in which it was there under this name; None for always.

    Raises:
        ValueError: one coordinate or the radius is missing, or it lies off the globe.
    """

    id: str
    name: str
    kind: PlaceKind
    detail: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    population: int = 0
    operator: str | None = None
    valid: str | None = None

    def __post_init__(self) -> None:
        if len({self.lat is None, self.lon is None, self.radius_km is None}) > 1:
            raise ValueError(f"place {self.id!r} needs both coordinates and a radius, or none of them")
        if self.lat is not None and self.lon is not None and not (abs(self.lat) <= 90 and abs(self.lon) <= 180):
            raise ValueError(f"place {self.id!r}: there is no latitude {self.lat}, longitude {self.lon}")

    @property
    def point(self) -> Point | None:
        """Where it lies; None where that is not known."""
        return None if self.lat is None or self.lon is None else Point(self.lat, self.lon)


class Match(IntEnum):
    """How a spelling met a name of a place; the smaller the surer."""

    MAIN = 0
    ALIAS = 1
    FOLDED = 2
    EDITED = 3


class Candidate(Noun, frozen=True, kw_only=True):
    """A place that a name may mean."""

    place: Place
    match: Match


def town_radius_km(population: int) -> float:
    """How far a town of so many people reaches: 1 km at least, 13 km at a million, growing with the root."""
    return round(max(1.0, 0.4 * sqrt(population / 1000)), 1)
