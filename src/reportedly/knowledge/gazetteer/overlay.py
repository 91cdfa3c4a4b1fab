"""A CSV of a user's own places -> places; errors by file and line."""

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reportedly.errors import GazetteerError
from reportedly.knowledge.countries import by_iso3
from reportedly.knowledge.gazetteer.place import Place, PlaceKind
from reportedly.knowledge.gazetteer.source import Source
from reportedly.knowledge.gazetteer.writer import Named
from reportedly.schema import Issue

COLUMNS: Final = (
    "id", "name", "aliases", "kind", "country", "lat", "lon", "radius_km", "population", "operator", "valid"
)  # fmt: skip
"""The columns that a table may have; `id`, `name` and `kind` it must have. `aliases` are parted by semicolons."""

_NEEDED: Final = frozenset({"id", "name", "kind"})
_REMEDY: Final = "mend the line; see docs/howto/bring-your-own-gazetteer.md"
_AROUND_KM: Final = 5.0
"""The radius where a row gives coordinates and no radius."""


def overlay(path: Path) -> Source:
    """The places of a table, with ids that begin with `overlay:`.

    Raises:
        GazetteerError: the table has not the columns that it must have, or others than it may have.
    """
    text = _text(path)
    label = f"{path.name} {hashlib.sha256(text.encode()).hexdigest()[:12]}"
    rows = csv.reader(text.splitlines())
    header = tuple(next(rows, ()))
    wrong = sorted((set(header) - set(COLUMNS)) | (_NEEDED - set(header)))
    if wrong:
        raise GazetteerError(f"{path}:1: the columns {', '.join(wrong)} are missing or not known; {_REMEDY}")
    return Source(label=label, towns=False, places=_places(path, header, rows))


def _places(path: Path, header: tuple[str, ...], rows: Iterator[list[str]]) -> Iterator[Named | Issue]:
    for number, row in enumerate(rows, 2):
        if not row:
            continue
        try:
            yield _named(dict(zip(header, row, strict=True)))
        except ValueError as error:
            yield Issue(where=f"{path}:{number}", problem=str(error), remedy=_REMEDY)


def _named(row: dict[str, str]) -> Named:
    """The place of a row.

    Raises:
        ValueError: a field is missing or not of its form.
    """
    said = {key: value.strip() for key, value in row.items() if value.strip()}
    if missing := sorted(_NEEDED - set(said)):
        raise ValueError(f"{', '.join(missing)} must be given")
    country = said.get("country")
    if country is not None and by_iso3(country) is None:
        raise ValueError(f"{country!r} is no ISO 3166 alpha-3 code of countries.yaml")
    lat, lon = (float(said[key]) if key in said else None for key in ("lat", "lon"))
    place = Place(
        id=f"overlay:{said['id']}",
        name=said["name"],
        kind=PlaceKind(said["kind"]),
        country=country,
        lat=lat,
        lon=lon,
        radius_km=None if lat is None else float(said.get("radius_km", _AROUND_KM)),
        population=int(said.get("population", 0)),
        operator=said.get("operator"),
        valid=said.get("valid"),
    )
    return Named(place, [each.strip() for each in said.get("aliases", "").split(";") if each.strip()])


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path} cannot be read: {error}") from error
