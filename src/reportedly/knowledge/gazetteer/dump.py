"""A user's dump of GeoNames -> places, line by line: `allCountries` and `alternateNamesV2`, as .txt or .zip."""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Final, TextIO

from reportedly.errors import GazetteerError
from reportedly.knowledge.folding import is_spelling
from reportedly.knowledge.gazetteer.divisions import divisions
from reportedly.knowledge.gazetteer.place import Place, PlaceKind, town_radius_km
from reportedly.knowledge.gazetteer.source import AlsoCalled, Source
from reportedly.knowledge.gazetteer.wheels import CAPITAL, iso3_by_iso2
from reportedly.knowledge.gazetteer.writer import Named
from reportedly.schema import Issue

_FIELDS: Final = 19
_NAME_FIELDS: Final = 8
_REMEDY: Final = "download the dump again, or mend the line"
_NO_NAMES: Final = frozenset({"link", "wkdt", "post", "iata", "icao", "faac", "unlc", "tcid", "abbr"})
"""Instead of a language: what is no name but a code or an address."""
_SITES: Final = frozenset(
    "AIRB AIRF AIRP BDG CMP CMPRF CTRA DAM FT INSM MILB NVB NUCL OILR OILT PRN PRT PS PSH PSN RSTN".split()
)
_REGIONS: Final = frozenset("RGN RGNE AREA ISL ISLS PEN CAPE DSRT MTS VAL PASS".split())
_WATERS: Final = frozenset("SEA OCN STRT GULF BAY CHN SD CNL LK STM".split())
_SITE_KM: Final = 3.0
_WIDE_KM: Final = 50.0
"""Of a region or a water, of which the dump knows one point alone."""
_CHUNK: Final = 1 << 20


def geonames(dump: Path, alternate: Path | None = None) -> Source:
    """The places of a dump, with the ids that those of the packages have.

    Towns, divisions, and of all else what news speak of: airfields, bases, prisons, ports, islands, seas, straits.

    Args:
        dump: `allCountries.txt`, a country's file of the same form, or a zip of either.
        alternate: `alternateNamesV2.txt` or a zip of it.
    """
    label = f"{dump.name} {_hash(dump)}" if alternate is None else f"{dump.name} {_hash(dump)}+{_hash(alternate)}"
    names = () if alternate is None else _names(alternate)
    return Source(label=label, towns=True, places=_places(dump), names=names)


def _places(path: Path) -> Iterator[Named | Issue]:
    for number, line in _lines(path):
        try:
            named = _named(line)
        except ValueError as error:
            yield Issue(where=f"{path}:{number}", problem=str(error), remedy=_REMEDY)
        else:
            if named is not None:
                yield named


def _names(path: Path) -> Iterator[AlsoCalled | Issue]:
    for number, line in _lines(path):
        fields = line.rstrip("\n").split("\t")
        if len(fields) < _NAME_FIELDS or not fields[1].isdecimal():
            problem = f"it has no GeoNames id, or not {_NAME_FIELDS} fields"
            yield Issue(where=f"{path}:{number}", problem=problem, remedy=_REMEDY)
        elif fields[2] not in _NO_NAMES and fields[3] and is_spelling(fields[3]):
            yield AlsoCalled(int(fields[1]), fields[3])


def _named(line: str) -> Named | None:
    """The place of a line; None where it is of a kind that is left out.

    Raises:
        ValueError: the line is not of the form of the dump.
    """
    fields = line.rstrip("\n").split("\t")
    if len(fields) != _FIELDS:
        raise ValueError(f"it has {len(fields)} fields, not {_FIELDS}")
    code, kind = fields[7], _kind(fields[6], fields[7])
    if kind is None:
        return None
    if not fields[0].isdecimal() or not fields[1]:
        raise ValueError("it has no GeoNames id or no name")
    people = int(fields[14] or 0)
    division = ".".join((fields[8], *fields[10 : 12 if kind is PlaceKind.ADMIN2 else 11]))
    place = Place(
        id=_id(fields[0], kind, division),
        name=fields[1],
        kind=kind,
        detail=CAPITAL if code == "PPLC" else None if kind is PlaceKind.TOWN else code,
        country=iso3_by_iso2().get(fields[8]),
        admin1=".".join((fields[8], fields[10])) if fields[10] else None,
        lat=float(fields[4]),
        lon=float(fields[5]),
        radius_km=_radius_km(kind, division, people),
        population=people,
    )
    return Named(place, filter(is_spelling, {fields[2], *fields[3].split(",")} - {""}))


def _kind(letter: str, code: str) -> PlaceKind | None:
    if letter == "P":
        return PlaceKind.TOWN
    if code in _SITES:
        return PlaceKind.SITE
    if code in _REGIONS:
        return PlaceKind.REGION
    if code in _WATERS:
        return PlaceKind.WATER
    return {"ADM1": PlaceKind.ADMIN1, "ADM2": PlaceKind.ADMIN2}.get(code)


def _id(number: str, kind: PlaceKind, division: str) -> str:
    """The id; that of a division is the one that it has without a dump."""
    if kind is PlaceKind.ADMIN2:
        return f"adm2:{division}"
    known = divisions().get(division) if kind is PlaceKind.ADMIN1 else None
    return f"geonames:{number}" if known is None else known.id


def _radius_km(kind: PlaceKind, division: str, people: int) -> float:
    if kind is PlaceKind.TOWN:
        return town_radius_km(people)
    if kind is PlaceKind.SITE:
        return _SITE_KM
    known = divisions().get(division) if kind in {PlaceKind.ADMIN1, PlaceKind.ADMIN2} else None
    return _WIDE_KM if known is None else known.radius_km


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a text or of the text in a zip, numbered from 1.

    Raises:
        GazetteerError: the file cannot be read, or the zip holds no text.
    """
    try:
        with _text(path) as file:
            yield from enumerate(file, 1)
    except (OSError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path} cannot be read: {error}; {_REMEDY}") from error


@contextmanager
def _text(path: Path) -> Iterator[TextIO]:
    if path.suffix != ".zip":
        with path.open(encoding="utf-8", newline="\n") as file:
            yield file
        return
    with zipfile.ZipFile(path) as packed:
        texts: Iterable[zipfile.ZipInfo] = [each for each in packed.infolist() if each.filename.endswith(".txt")]
        largest = max(texts, key=lambda each: each.file_size, default=None)
        if largest is None:
            raise GazetteerError(f"{path} holds no .txt; {_REMEDY}")
        with packed.open(largest) as raw, TextIOWrapper(raw, encoding="utf-8", newline="\n") as file:
            yield file


def _hash(path: Path) -> str:
    made = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            made.update(chunk)
    return made.hexdigest()[:12]
