"""Countries and their first and second order divisions as places: `data/divisions.tsv` and the names we know."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from reportedly.errors import KnowledgeError
from reportedly.knowledge.countries import Country, countries
from reportedly.knowledge.folding import articles
from reportedly.knowledge.gazetteer.place import DISPUTED, Place, PlaceKind
from reportedly.knowledge.gazetteer.wheels import iso3_by_iso2, wheel_countries
from reportedly.knowledge.gazetteer.writer import Named
from reportedly.knowledge.toponyms import toponym_words

FILE: Final = "divisions.tsv"
_FIELDS: Final = 6
_GENERIC_NAMES: Final = re.compile(r"^(?:Muhafazat|Amanat|Qa[dḑ]a['’]?)\s+")


class Division(NamedTuple):
    """A line of `divisions.tsv`: GeoNames' code and id, name, degrees, radius in km; a country has no name there."""

    code: str
    geonameid: int | None
    name: str
    lat: float
    lon: float
    radius_km: float

    @property
    def id(self) -> str:
        """The id of the division as a place."""
        if self.geonameid is not None:
            return f"geonames:{self.geonameid}"
        return f"adm{self.code.count('.')}:{self.code}"


@cache
def divisions() -> dict[str, Division]:
    """The lines of `divisions.tsv` by their codes.

    Raises:
        KnowledgeError: a line is damaged.
    """
    return parse(files("reportedly").joinpath(f"knowledge/data/{FILE}").read_text(encoding="utf-8"))


def parse(text: str) -> dict[str, Division]:
    """The divisions in the text of the table.

    Raises:
        KnowledgeError: a line has not six fields, or one of them is no number where it should be.
    """
    found = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        try:
            code, geonameid, name, lat, lon, radius = fields
            known = int(geonameid) if geonameid else None
            found[code] = Division(code, known, name, float(lat), float(lon), float(radius))
        except ValueError as error:
            raise KnowledgeError(f"knowledge/data/{FILE}:{number}: {error}") from error
    return found


def division_places(people: Mapping[str, int]) -> Iterator[Named]:
    """First and second order divisions; "Kherson Oblast" is spelled "Kherson" as well.

    Args:
        people: how many live in the towns of each first order division, by its code.
    """
    iso3 = iso3_by_iso2()
    generic = toponym_words().suffixes
    for division in divisions().values():
        depth = division.code.count(".")
        country = iso3.get(division.code[:2])
        if not depth or country is None:
            continue
        place = Place(
            id=division.id,
            name=division.name,
            kind=PlaceKind.ADMIN1 if depth == 1 else PlaceKind.ADMIN2,
            country=country,
            admin1=division.code if depth == 1 else division.code.rpartition(".")[0],
            lat=division.lat,
            lon=division.lon,
            radius_km=division.radius_km,
            population=people.get(division.code, 0) if depth == 1 else 0,
        )
        bare = _bare(division.name, generic) if depth == 1 else division.name
        yield Named(place, (bare,) if bare != division.name else ())


def country_places() -> Iterator[Named]:
    """The countries of `countries.yaml`, with people and coordinates where packages know them."""
    by_iso3 = {country.iso3: country for country in wheel_countries()}
    for country in countries():
        known = by_iso3.get(country.iso3) if country.id is None else None
        lies = divisions().get(known.iso) if known is not None else None
        place = Place(
            id=country.entity,
            name=country.name,
            kind=PlaceKind.COUNTRY if country.id is None else PlaceKind.REGION,
            detail=None if country.id is None else DISPUTED,
            country=country.iso3,
            lat=None if lies is None else lies.lat,
            lon=None if lies is None else lies.lon,
            radius_km=None if lies is None else lies.radius_km,
            population=0 if known is None else known.population,
        )
        yield Named(place, _spellings(country, None if known is None else known.name))


def _spellings(country: Country, also: str | None) -> tuple[str, ...]:
    return (*country.aliases, *(() if also is None else (also,)))


def _bare(name: str, generic: dict[str, PlaceKind]) -> str:
    """The name without an Arabic article and without the word that says what it is ("Kherson Oblast")."""
    short = _GENERIC_NAMES.sub("", name)
    first, _, rest = short.partition(" ")
    if rest and first.lower() in articles():
        short = rest
    head, _, last = short.rpartition(" ")
    return head if head and last.lower() in generic else short
