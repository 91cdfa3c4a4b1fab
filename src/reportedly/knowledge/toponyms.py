"""Words around the names of places, which say what kind of place is meant, and how exactly."""

from functools import cache

from reportedly.knowledge.datafile import load
from reportedly.knowledge.gazetteer.place import PlaceKind
from reportedly.schema import Noun


class ToponymWords(Noun, frozen=True, kw_only=True):
    """The whole of `toponyms.yaml`."""

    source: str
    licence: str
    version: int
    prefixes: dict[str, PlaceKind]
    suffixes: dict[str, PlaceKind]
    parts: frozenset[str]
    nearby: tuple[str, ...]
    grounds: frozenset[str]
    holders: frozenset[str]
    states: dict[str, str]


@cache
def toponym_words() -> ToponymWords:
    """The words around the names of places.

    Raises:
        KnowledgeError: the data file is damaged.
    """
    return load("toponyms.yaml", ToponymWords)
