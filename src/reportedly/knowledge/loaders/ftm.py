"""FollowTheMoney JSON lines: people, bodies, positions with who holds them, memberships and ownership.

Read are Person, Organization, PublicBody, Company, LegalEntity, Position, Occupancy, Membership and Ownership; other
schemata are passed over. Ids stay those of the file.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.knowledge.actors import Actor
from reportedly.knowledge.loaders.rows import Bundle, country_of, json_lines, made
from reportedly.knowledge.naming import Entry, Name, NameKind
from reportedly.knowledge.people import Post, Spell, people
from reportedly.knowledge.roster import actor_entries, people_entries
from reportedly.knowledge.spells import PREFIX, Stretch

_BODIES: Final = {"Organization": "", "PublicBody": "GOV", "Company": "BUS", "LegalEntity": ""}
_TIES: Final = {"Membership": ("member", "organization", "member_of"), "Ownership": ("asset", "owner", "part_of")}
_NAMES: Final = ("name", "alias", "weakAlias", "previousName")


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """One line: keys that we do not read may stand beside these."""

    id: str
    schema: str
    properties: dict[str, list[str]]


def load(path: Path) -> Bundle:
    """What the file adds.

    Raises:
        KnowledgeError: the file cannot be read, or a line is wrong; the message names file and line.
    """
    rows = [(f"{path}:{number}", entity) for number, entity in json_lines(path, Entity)]
    known = {entity.id: entity for _, entity in rows}
    ties = _ties(rows, known)
    actors = tuple(
        _actor(entity, where, ties.get(entity.id, [])) for where, entity in rows if entity.schema in _BODIES
    )
    posts = tuple(_posts(rows, known))
    held = people(posts)
    busy = {person.id for person in held}
    idle = [_idle(e, where) for where, e in rows if e.schema == "Person" and e.id not in busy]
    entries = [entry for actor in actors for entry in actor_entries(actor)]
    return Bundle(
        entries=(*entries, *people_entries(held), *(entry for found in idle for entry in found)),
        actors=actors,
        posts=posts,
    )


def _actor(entity: Entity, where: str, ties: list[dict[str, str]]) -> Actor:
    names, country = _names(entity, where), _country(entity, where)
    plain = {
        "id": entity.id,
        "name": names[0],
        "aliases": names[1:],
        "kind": "actor",
        "code": (country or "NGO") + (_BODIES[entity.schema] if country else ""),
        "country": country,
        "voice": "official" if entity.schema == "PublicBody" else "organisation",
        "relations": ties,
    }
    return made(plain, Actor, where)


def _idle(entity: Entity, where: str) -> list[Entry]:
    """The names of a person without an office."""
    names, country = _names(entity, where), _country(entity, where)
    name = Name(name=names[0], kind=NameKind.ACTOR, code=country, entity=entity.id, country=country)
    return [Entry(text, name) for text in names]


def _posts(rows: list[tuple[str, Entity]], known: dict[str, Entity]) -> Iterator[Post]:
    """One post for each position, with the occupancies that point to it."""
    spells: dict[str, list[Spell]] = {}
    titled: dict[str, tuple[str, list[str], str]] = {}
    for where, entity in rows:
        if entity.schema != "Occupancy":
            continue
        holder = _pointed(entity, "holder", "Person", known, where)
        post = _pointed(entity, "post", "Position", known, where)
        country = _country(post, where) or _country(holder, where)
        if country is None:
            raise KnowledgeError(f"{where}: neither the position nor its holder has a country")
        titles, names = _names(post, where), _names(holder, where)
        titled[post.id] = (country, titles, f"{country}GOV")
        stretch = {"since": _date(entity, "startDate", where), "until": _date(entity, "endDate", where)}
        spells.setdefault(post.id, []).append(
            Spell(
                person=holder.id,
                name=names[0],
                aliases=tuple(names[1:]),
                post=post.id,
                title=titles[0],
                code=f"{country}GOV",
                stretch=made(stretch, Stretch, where),
            )
        )
    for post_id, held in spells.items():
        country, titles, code = titled[post_id]
        yield Post(id=post_id, owner=country, titles=tuple(titles), code=code, spells=tuple(held))


def _ties(rows: list[tuple[str, Entity]], known: dict[str, Entity]) -> dict[str, list[dict[str, str]]]:
    """Relations by the id of the body that has them; those of people are no ties of bodies."""
    found: dict[str, list[dict[str, str]]] = {}
    for where, entity in rows:
        if entity.schema not in _TIES:
            continue
        subject, other, kind = _TIES[entity.schema]
        one, two = (_only(entity, key, where) for key in (subject, other))
        for end in (one, two):
            if end not in known:
                raise KnowledgeError(f"{where}: {end!r} is the id of no line")
        if known[one].schema in _BODIES and known[two].schema in _BODIES:
            found.setdefault(one, []).append({"kind": kind, "object": two, "source": entity.schema})
    return found


def _pointed(entity: Entity, key: str, schema: str, known: dict[str, Entity], where: str) -> Entity:
    found = known.get(_only(entity, key, where))
    if found is None or found.schema != schema:
        raise KnowledgeError(f"{where}: `{key}` is the id of no {schema} in the file")
    return found


def _only(entity: Entity, key: str, where: str) -> str:
    values = entity.properties.get(key, [])
    if len(values) != 1:
        raise KnowledgeError(f"{where}: {entity.schema} {entity.id!r} needs one `{key}`, got {len(values)}")
    return values[0]


def _names(entity: Entity, where: str) -> list[str]:
    found = list(dict.fromkeys(n.strip() for key in _NAMES for n in entity.properties.get(key, []) if n.strip()))
    if not entity.properties.get("name"):
        raise KnowledgeError(f"{where}: {entity.schema} {entity.id!r} has no name")
    return found


def _country(entity: Entity, where: str) -> str | None:
    """The first country of an entity; None where it has none."""
    for key in ("country", "jurisdiction", "nationality"):
        for code in entity.properties.get(key, []):
            return country_of(code, where)
    return None


def _date(entity: Entity, key: str, where: str) -> str | None:
    """The first date under `key`, as an ISO 8601 prefix."""
    for value in entity.properties.get(key, []):
        if re.fullmatch(PREFIX, value) is None:
            raise KnowledgeError(f"{where}: {value!r} is no date such as 2024 or 2024-05-01")
        return value
    return None
