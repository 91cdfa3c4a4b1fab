"""Actors: armed groups, services, ministries, parties, bodies and companies, with codes and relations."""

from functools import cache
from typing import Literal

from reportedly.errors import KnowledgeError
from reportedly.knowledge.codes import check_code
from reportedly.knowledge.countries import by_iso3, check_country
from reportedly.knowledge.datafile import load
from reportedly.knowledge.installations import installations
from reportedly.knowledge.leaders import Leader
from reportedly.schema import HopKind, Noun, RelationKind


class Tie(Noun, frozen=True, kw_only=True):
    """A relation of an actor to another actor, a country or an installation, and where it is known from."""

    kind: RelationKind
    object: str
    source: str


class Actor(Noun, frozen=True, kw_only=True):
    """An actor.

    Attributes:
        ambiguous: names that count only after "the" and capitalised.
        code: country or prefix, then PLOVER sector.
        country: ISO 3166 alpha-3 of where it belongs; None where it belongs to no one country.
        voice: what kind of voice it is as a source.
        leaders: people who speak or spoke for it.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    kind: Literal["actor"]
    code: str
    country: str | None = None
    voice: HopKind
    relations: tuple[Tie, ...] = ()
    leaders: tuple[Leader, ...] = ()

    def __post_init__(self) -> None:
        check_code(self.code)


class ActorFile(Noun, frozen=True, kw_only=True):
    """The whole of `actors.yaml`."""

    source: str
    licence: str
    version: int
    entries: tuple[Actor, ...]


@cache
def actors() -> tuple[Actor, ...]:
    """All actors, in the order of the file.

    Raises:
        KnowledgeError: the data file is damaged, or names a country, actor or installation that is not known.
    """
    found = load("actors.yaml", ActorFile).entries
    ids = {actor.id for actor in found} | {place.id for place in installations()}
    for actor in found:
        where = f"knowledge/data/actors.yaml: entry {actor.id!r}"
        check_country(actor.code, where)
        check_country(actor.country, where)
        for tie in actor.relations:
            if tie.object not in ids and by_iso3(tie.object) is None:
                raise KnowledgeError(f"{where}: nothing is known by the name of {tie.object!r}")
    return found
