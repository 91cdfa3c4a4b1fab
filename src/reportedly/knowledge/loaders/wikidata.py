"""An extract of a Wikidata JSON dump: people with the positions they held (P39), and these positions' countries.

One item a line, as in the dumps. People are the items with P39; its qualifiers P580 and P582 give the spell. A position
needs a country: its own P1001 or P17, as an item of the file that has P298 (or P297). Ids are the Wikidata ids.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.knowledge.loaders.rows import Bundle, country_of, json_lines, made
from reportedly.knowledge.people import Post, Spell, people
from reportedly.knowledge.roster import people_entries
from reportedly.knowledge.spells import Stretch

LANGUAGE: Final = "en"
_POSITION, _SINCE, _UNTIL = "P39", "P580", "P582"
_COUNTRY: Final = ("P1001", "P17")
_CODE: Final = ("P298", "P297")
_PRECISION: Final = {9: 4, 10: 7, 11: 10}
"""Wikidata's precision of a date -> the length of the ISO 8601 prefix: year, month, day."""


class Text(msgspec.Struct, frozen=True):
    """A label or alias in one language."""

    value: str


class Snak(msgspec.Struct, frozen=True):
    """A property's value; None where it is unknown or there is none."""

    datavalue: dict[str, Any] | None = None


class Statement(msgspec.Struct, frozen=True):
    """A statement with its qualifiers."""

    mainsnak: Snak
    qualifiers: dict[str, list[Snak]] = {}
    rank: str = "normal"


class Item(msgspec.Struct, frozen=True):
    """One item; keys that we do not read may stand beside these."""

    id: str
    labels: dict[str, Text] = {}
    aliases: dict[str, list[Text]] = {}
    claims: dict[str, list[Statement]] = {}


def load(path: Path) -> Bundle:
    """What the file adds; items without an English label are passed over.

    Raises:
        KnowledgeError: the file cannot be read, or a line is wrong; the message names file and line.
    """
    items: dict[str, Item] = {}
    held: list[tuple[str, Item]] = []
    for number, item in json_lines(path, Item):
        if item.id in items:
            raise KnowledgeError(f"{path}:{number}: {item.id} stands twice")
        items[item.id] = item
        if _POSITION in item.claims and LANGUAGE in item.labels:
            held.append((f"{path}:{number}", item))
    spells: dict[str, list[Spell]] = {}
    countries: dict[str, str] = {}
    for where, person in held:
        for spell, country in _spells(person, items, where):
            spells.setdefault(spell.post, []).append(spell)
            countries[spell.post] = country
    posts = tuple(
        Post(
            id=post,
            owner=countries[post],
            titles=tuple(_bare(title, items, post) for title in _names(items[post])),
            code=f"{countries[post]}GOV",
            spells=tuple(found),
        )
        for post, found in spells.items()
    )
    return Bundle(entries=tuple(people_entries(people(posts))), posts=posts)


def _spells(person: Item, items: dict[str, Item], where: str) -> Iterator[tuple[Spell, str]]:
    names = _names(person)
    for statement in person.claims[_POSITION]:
        position = items.get(_id(statement.mainsnak) or "")
        if statement.rank == "deprecated" or position is None or LANGUAGE not in position.labels:
            continue
        country = _country(position, items, where)
        since, until = (_date(statement.qualifiers.get(key, []), where) for key in (_SINCE, _UNTIL))
        if since is None and until is None:
            continue
        spell = Spell(
            person=person.id,
            name=names[0],
            aliases=tuple(names[1:]),
            post=position.id,
            title=_bare(position.labels[LANGUAGE].value, items, position.id),
            code=f"{country}GOV",
            stretch=made({"since": since, "until": until}, Stretch, where),
        )
        yield spell, country


def _country(position: Item, items: dict[str, Item], where: str) -> str:
    """ISO 3166 alpha-3 of the country that a position belongs to."""
    item = _land(position, items)
    for key in _CODE:
        for statement in item.claims.get(key, ()) if item is not None else ():
            code = (statement.mainsnak.datavalue or {}).get("value")
            if isinstance(code, str):
                return country_of(code, where)
    raise KnowledgeError(f"{where}: the position {position.id} has no country with a code in the file")


def _land(position: Item, items: dict[str, Item]) -> Item | None:
    found = (_id(s.mainsnak) for key in _COUNTRY for s in position.claims.get(key, ()))
    return next((items[each] for each in found if each in items), None)


def _bare(title: str, items: dict[str, Item], post: str) -> str:
    """A title without the country behind it: `Minister of Defence of Caldria` -> `Minister of Defence`."""
    land = _land(items[post], items)
    for name in _names(land) if land is not None and LANGUAGE in land.labels else ():
        for ending in (f" of the {name}", f" of {name}"):
            title = title.removesuffix(ending)
    return title


def _names(item: Item) -> list[str]:
    aliases = [alias.value for alias in item.aliases.get(LANGUAGE, ())]
    return list(dict.fromkeys((item.labels[LANGUAGE].value, *aliases)))


def _id(snak: Snak) -> str | None:
    value = (snak.datavalue or {}).get("value")
    found = value.get("id") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def _date(snaks: list[Snak], where: str) -> str | None:
    """The first date as an ISO 8601 prefix of its precision; None where it is unknown or vaguer than a year."""
    for snak in snaks:
        value = (snak.datavalue or {}).get("value")
        if not isinstance(value, dict):
            continue
        time, size = value.get("time"), _PRECISION.get(value.get("precision", 0))
        if not isinstance(time, str) or not time.startswith("+"):
            raise KnowledgeError(f"{where}: {time!r} is no date of our era as Wikidata writes it")
        if size is not None:
            return time[1 : size + 1]
    return None
