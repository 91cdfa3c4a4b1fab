"""Common nouns that stand for actors: members, speakers, governments, and words that point back to a body."""

from functools import cache

from reportedly.knowledge.actors import TieKind
from reportedly.knowledge.datafile import load
from reportedly.schema import Noun


class Agents(Noun, frozen=True, kw_only=True):
    """The whole of `agents.yaml`; its head says what each part means. All words are in lower case."""

    source: str
    licence: str
    version: int
    speakers: frozenset[str]
    governments: frozenset[str]
    forces: dict[str, tuple[str, ...]]
    members: frozenset[str]
    rebels: frozenset[str]
    anaphors: dict[str, frozenset[str]]
    definite: frozenset[str]
    not_it: frozenset[str]
    ties: dict[str, tuple[TieKind, ...]]
    dependents: dict[str, tuple[TieKind, ...]]
    former: frozenset[str]
    deputies: frozenset[str]
    prepositions: dict[str, bool]


@cache
def agents() -> Agents:
    """The common nouns for actors, read once.

    Raises:
        KnowledgeError: the data file is damaged.
    """
    return load("agents.yaml", Agents)
