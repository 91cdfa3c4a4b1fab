"""Actors: armed groups, services, ministries, parties, bodies and companies, with codes and relations."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Annotated, Literal

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.knowledge.codes import check_code
from reportedly.knowledge.countries import by_iso3, check_country
from reportedly.knowledge.datafile import load, names_in
from reportedly.knowledge.installations import installations
from reportedly.knowledge.leaders import Leader
from reportedly.knowledge.spells import Cover, Period, years
from reportedly.schema import HopKind, Noun


class TieKind(StrEnum):
    """How an actor is tied to another: the relations of the codebook, and those that only history tells."""

    PROXY_OF = "proxy_of"
    BACKED_BY = "backed_by"
    ALLY_OF = "ally_of"
    PARTNER_OF = "partner_of"
    ADVERSARY_OF = "adversary_of"
    MEMBER_OF = "member_of"
    LEADER_OF = "leader_of"
    BASED_AT = "based_at"
    PART_OF = "part_of"
    SPLIT_FROM = "split_from"
    SUCCESSOR_OF = "successor_of"
    MERGED_INTO = "merged_into"
    ALLEGIANCE_TO = "allegiance_to"


class Tie(Noun, frozen=True, kw_only=True):
    """A relation of an actor to another actor, a country or an installation, and where it is known from.

    Attributes:
        valid: the years in which it held, such as `2014-2021`; None where they are not known.
    """

    kind: TieKind
    object: str
    source: str
    valid: str | None = None

    def __post_init__(self) -> None:
        if self.valid is not None:
            years(self.valid)

    def holds(self, period: Period | None) -> bool:
        """Whether the tie may hold in `period`; without one, whether it is not known to be over."""
        if self.valid is None:
            return True
        stretch = years(self.valid)
        return stretch.until is None if period is None else stretch.covers(period) is not Cover.NO


class Actor(Noun, frozen=True, kw_only=True):
    """An actor.

    Attributes:
        ambiguous: names that count only after "the" and capitalised.
        code: country or prefix, then PLOVER sector.
        country: ISO 3166 alpha-3 of where it belongs; None where it belongs to no one country.
        voice: what kind of voice it is as a source.
        leaders: people who speak or spoke for it.
        valid: the years in which it is or was active; None where they are not known.
        was: names that it had before.
        ucdp: its ids as an actor of the Uppsala Conflict Data Program.
        wikidata: its id there.
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
    valid: str | None = None
    was: tuple[str, ...] = ()
    ucdp: tuple[int, ...] = ()
    wikidata: Annotated[str, msgspec.Meta(pattern="^Q[1-9][0-9]*$")] | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        check_code(self.code)
        if self.valid is not None:
            years(self.valid)


class ActorFile(Noun, frozen=True, kw_only=True):
    """The whole of one file under `actors`."""

    source: str
    licence: str
    version: int
    entries: tuple[Actor, ...]


@cache
def actors() -> tuple[Actor, ...]:
    """All actors, in the order of the files.

    Raises:
        KnowledgeError: a file is damaged, names a country, actor or installation that is not known, or two
            actors have one id.
    """
    files = {name: load(name, ActorFile).entries for name in names_in("actors")}
    check_actors(((f"knowledge/data/{name}", actor) for name, found in files.items() for actor in found))
    return tuple(actor for found in files.values() for actor in found)


def check_actors(rows: Iterable[tuple[str, Actor]], known: frozenset[str] = frozenset()) -> None:
    """Checks what one actor says of others.

    Args:
        rows: where each actor stands, for the messages, and the actor.
        known: ids that ties may name beside those of `rows`, of installations and of countries.

    Raises:
        KnowledgeError: a country, actor or installation is not known, or two actors have one id.
    """
    placed: dict[str, str] = {}
    rows = list(rows)
    for where, actor in rows:
        if actor.id in placed or actor.id in known:
            raise KnowledgeError(f"{where}: entry {actor.id!r} stands in {placed.get(actor.id, 'our own')} as well")
        placed[actor.id] = where
    ids = placed.keys() | {place.id for place in installations()} | known
    for where, actor in rows:
        entry = f"{where}: entry {actor.id!r}"
        check_country(actor.code, entry)
        check_country(actor.country, entry)
        for tie in actor.relations:
            if tie.object not in ids and by_iso3(tie.object) is None:
                raise KnowledgeError(f"{entry}: nothing is known by the name of {tie.object!r}")
