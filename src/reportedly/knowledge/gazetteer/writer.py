"""Writes a gazetteer: places in any order into a new file, which takes its name when it is complete."""

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from math import log10
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from reportedly.errors import GazetteerError
from reportedly.knowledge.folding import folded, normal
from reportedly.knowledge.gazetteer.place import Place, PlaceKind
from reportedly.knowledge.gazetteer.tables import OWN, SCHEMA, geonames_number, values

_BATCH: Final = 20_000
_FAST: Final = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"
_STAGE: Final = """
CREATE TEMP TABLE staged (key TEXT, name TEXT, rank INTEGER, place INTEGER, main INTEGER);
CREATE TEMP TABLE further (key TEXT, name TEXT, place INTEGER);
"""
_FURTHER: Final = """INSERT INTO staged SELECT f.key, f.name, s.rank, f.place, 0 FROM further f
    JOIN (SELECT place, min(rank) AS rank FROM staged GROUP BY place) s ON s.place = f.place"""
_SORTED: Final = "INSERT OR IGNORE INTO alias SELECT * FROM staged ORDER BY key, name, rank, place, main DESC"


class Named(NamedTuple):
    """A place and how else it is spelled."""

    place: Place
    aliases: Iterable[str]


class Writer:
    """Takes places; a context manager, at whose end the names are sorted in.

    Args:
        file: an empty or new file.
    """

    def __init__(self, file: Path) -> None:
        self._base = sqlite3.connect(file)
        self._places: list[tuple[object, ...]] = []
        self._names: list[tuple[str, str, int, int, int]] = []
        self._further: list[tuple[str, str, int]] = []
        self._brought = False
        self._next = OWN
        self.counts: dict[PlaceKind, int] = dict.fromkeys(PlaceKind, 0)

    def __enter__(self) -> Self:
        self._base.executescript(_FAST + SCHEMA)
        self._base.executescript(_STAGE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with closing(self._base):
            if error is None:
                self._flush()
                if self._brought:
                    self._base.execute(_FURTHER)
                self._base.execute(_SORTED)
                self._base.executescript("DROP TABLE staged; DROP TABLE further;")
                self._base.execute("CREATE INDEX by_id ON place (id) WHERE id IS NOT NULL")
                self._base.commit()
                self._base.execute("PRAGMA optimize")

    def add(self, named: Named) -> set[str]:
        """Takes one place with its names; gives the normal forms of these, each once."""
        place = named.place
        number = geonames_number(place.id)
        own = number is None
        if number is None:
            number = self._next
            self._next += 1
        self.counts[place.kind] += 1
        self._places.append((number, place.id if own else None, *values(place)))
        rank = _rank(place)
        main = normal(place.name)
        forms = forms_of(named)
        self._names += [(folded(form), form, rank, number, form == main) for form in forms]
        if len(self._places) >= _BATCH:
            self._flush()
        return forms

    def add_name(self, geonameid: int, name: str) -> None:
        """Takes a further name of a place of GeoNames; one of a place that was not taken is passed over at the end."""
        if form := normal(name):
            self._further.append((folded(form), form, geonameid))
            self._brought = True
        if len(self._further) >= _BATCH:
            self._flush()

    def note(self, facts: Mapping[str, str]) -> None:
        """Writes down what the file is made of."""
        self._base.executemany("INSERT INTO meta VALUES (?, ?)", sorted(facts.items()))

    def _flush(self) -> None:
        columns = ", ".join("?" * 13)
        self._base.executemany(f"INSERT OR REPLACE INTO place VALUES ({columns})", self._places)  # noqa: S608
        self._base.executemany("INSERT INTO staged VALUES (?, ?, ?, ?, ?)", self._names)
        self._places.clear()
        self._base.executemany("INSERT INTO further VALUES (?, ?, ?)", self._further)
        self._names.clear()
        self._further.clear()


def forms_of(named: Named) -> set[str]:
    """The normal forms of the names of a place, each once."""
    return {normal(named.place.name), *map(normal, named.aliases)} - {""}


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its place when all has gone well; another process sees the old or the new.

    Raises:
        GazetteerError: the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        problem = f"{path} cannot be written: {(error.strerror or str(error)).lower()}"
        raise GazetteerError(f"{problem}; name another file as gazetteer in reportedly.toml") from error
    os.close(handle)
    made = Path(name)
    try:
        yield made
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def _rank(place: Place) -> int:
    """Which of those that share a name comes first: small for what is known widely."""
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.ADMIN1} or place.id.startswith(("place:", "overlay:")):
        return 0
    return 100 - round(10 * log10(1 + place.population))

