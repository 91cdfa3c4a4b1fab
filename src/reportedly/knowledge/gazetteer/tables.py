"""The SQLite file: its tables, its version, and a place as a row of them."""

from typing import Final, NamedTuple

from reportedly.knowledge.gazetteer.place import Candidate, Match, Place, PlaceKind, town_radius_km

FORMAT: Final = 1
"""Version of the tables; a file of another version is not read."""

SCHEMA: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
    number INTEGER PRIMARY KEY, id TEXT, name TEXT NOT NULL, kind INTEGER NOT NULL, detail TEXT,
    country TEXT, admin1 TEXT, lat INTEGER, lon INTEGER, radius INTEGER, population INTEGER NOT NULL,
    operator TEXT, valid TEXT
);
CREATE TABLE alias (
    key TEXT NOT NULL, name TEXT NOT NULL, rank INTEGER NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL,
    PRIMARY KEY (key, name, rank, place)
) WITHOUT ROWID;
"""
"""Degrees are in hundred-thousandths, `radius` in tenths of a kilometre; that of a town follows from its people.

A place without an `id` is `geonames:` and its number; those with one are numbered from `OWN` on."""

OWN: Final = 100_000_000
"""The first number that is none of GeoNames."""

KINDS: Final = tuple(PlaceKind)
"""`place.kind` counts these."""

_KIND_NUMBERS: Final = {kind: number for number, kind in enumerate(KINDS)}
_DEGREE: Final = 100_000
_TENTHS: Final = 10
_GEONAMES: Final = "geonames:"
_COLUMNS: Final = """p.number, p.id, p.name, p.kind, p.detail, p.country, p.admin1, p.lat, p.lon, p.radius,
    p.population, p.operator, p.valid"""
EXACT: Final = f"""SELECT a.main, {_COLUMNS} FROM alias a JOIN place p ON p.number = a.place
    WHERE a.key = ? AND a.name = ? ORDER BY a.rank LIMIT ?"""  # noqa: S608 - our own columns
FOLDED: Final = f"""SELECT 0, {_COLUMNS} FROM alias a JOIN place p ON p.number = a.place
    WHERE a.key = ? AND a.rank <= ? GROUP BY a.place ORDER BY min(a.rank) LIMIT ?"""  # noqa: S608
BY_ID: Final = f"SELECT 0, {_COLUMNS} FROM place p WHERE p.id = ?"  # noqa: S608
BY_NUMBER: Final = f"SELECT 0, {_COLUMNS} FROM place p WHERE p.number = ? AND p.id IS NULL"  # noqa: S608


class Row(NamedTuple):
    """The columns of `_COLUMNS`, after what a query says of the match."""

    main: int
    number: int
    id: str | None
    name: str
    kind: int
    detail: str | None
    country: str | None
    admin1: str | None
    lat: int | None
    lon: int | None
    radius: int | None
    population: int
    operator: str | None
    valid: str | None


def place(row: Row) -> Place:
    """The place of a row."""
    return Place(
        id=row.id or f"{_GEONAMES}{row.number}",
        name=row.name,
        kind=KINDS[row.kind],
        detail=row.detail,
        country=row.country,
        admin1=row.admin1,
        lat=None if row.lat is None else row.lat / _DEGREE,
        lon=None if row.lon is None else row.lon / _DEGREE,
        radius_km=_radius_km(row),
        population=row.population,
        operator=row.operator,
        valid=row.valid,
    )


def values(place: Place) -> tuple[str | int | None, ...]:
    """The columns of a place, from its name on."""
    derived = place.kind is PlaceKind.TOWN and place.radius_km == town_radius_km(place.population)
    radius = None if derived or place.radius_km is None else round(place.radius_km * _TENTHS)
    return (
        place.name,
        _KIND_NUMBERS[place.kind],
        place.detail,
        place.country,
        place.admin1,
        None if place.lat is None else round(place.lat * _DEGREE),
        None if place.lon is None else round(place.lon * _DEGREE),
        radius,
        place.population,
        place.operator,
        place.valid,
    )


def _radius_km(row: Row) -> float | None:
    if row.radius is not None:
        return row.radius / _TENTHS
    return town_radius_km(row.population) if row.lat is not None else None


def candidate(row: Row, match: Match | None) -> Candidate:
    """The place of a row as a candidate; without a match, the row says whether it is the main name."""
    found = (Match.MAIN if row.main else Match.ALIAS) if match is None else match
    return Candidate(place=place(row), match=found)


def geonames_number(name: str) -> int | None:
    """The number in an id of GeoNames; None for any other id."""
    number = name.removeprefix(_GEONAMES)
    return int(number) if number != name and number.isdecimal() else None
