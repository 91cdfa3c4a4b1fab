"""A small gazetteer made by hand, and rows of a dump of GeoNames."""

from pathlib import Path

from reportedly.knowledge.gazetteer.place import Place, PlaceKind, town_radius_km
from reportedly.knowledge.gazetteer.store import Gazetteer
from reportedly.knowledge.gazetteer.tables import FORMAT
from reportedly.knowledge.gazetteer.writer import Named, Writer


def town(number: int, name: str, country: str, lat: float, lon: float, people: int, admin1: str = "") -> Place:
    """A town with an id of GeoNames."""
    return Place(
        id=f"geonames:{number}",
        name=name,
        kind=PlaceKind.TOWN,
        country=country,
        admin1=admin1 or None,
        lat=lat,
        lon=lon,
        radius_km=town_radius_km(people),
        population=people,
    )


def made(path: Path, *places: Named) -> Gazetteer:
    """A gazetteer of these places."""
    with Writer(path) as writer:
        for named in places:
            writer.add(named)
        writer.note({"format": str(FORMAT), "version": "made 1", "hash": "0" * 12, "inputs": "{}"})
    return Gazetteer(path)


def dumped(number: int, name: str, code: str, **given: str | float) -> str:
    """A line of `allCountries.txt`."""
    said = {"lat": 33.0, "lon": 44.0, "country": "IQ", "admin1": "01", "admin2": "", "people": 0, "also": ""} | given
    fields = [number, name, name, said["also"], said["lat"], said["lon"], said.get("class", code[0]), code]
    fields += [said["country"], "", said["admin1"], said["admin2"], "", "", said["people"], "", "", "Asia/Baghdad", ""]
    return "\t".join(map(str, fields)) + "\n"
