"""Every spelling of every known name, with what it means: what the name index is built from."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from reportedly.errors import KnowledgeError
from reportedly.knowledge.actors import Actor, actors
from reportedly.knowledge.codes import COUNTRY, OFFICIAL_SECTORS, SUPRANATIONAL, sector
from reportedly.knowledge.countries import Country, check_country, countries, government
from reportedly.knowledge.homonyms import Homonym, homonyms
from reportedly.knowledge.installations import NATURAL, Installation, installations
from reportedly.knowledge.naming import Entry, Name, NameKind
from reportedly.knowledge.outlets import Outlet, outlets
from reportedly.knowledge.people import Person, known_people
from reportedly.schema import HopKind

_LONG_ACRONYM: Final = 5


def roster() -> Iterator[Entry]:
    """All spellings; where two have one, the first is meant. A curated place that `countries.yaml` names as a town, or
    as anything else of the country, is left to it: the gazetteer knows both.

    Raises:
        KnowledgeError: a data file is damaged.
    """
    known = list(_known())
    by_id = {entry.name.entity: entry.name for entry in reversed(known) if not entry.name.candidates}
    for homonym in homonyms():
        yield _homonym(homonym, by_id)
    yield from known


def _known() -> Iterator[Entry]:
    """The spellings of every file but that of the homonyms."""
    named: set[str] = set()
    for country in countries():
        for entry in _country(country):
            named.add(entry.text)
            yield entry
    for actor in actors():
        yield from actor_entries(actor)
    for outlet in outlets():
        yield from _outlet(outlet)
    for installation in installations():
        yield from (entry for entry in _installation(installation) if entry.text not in named)
    yield from people_entries(known_people())


def _homonym(shared: Homonym, by_id: Mapping[str | None, Name]) -> Entry:
    """The name that stands for all senses; that of the default where there is one."""
    ids = tuple(sense.entity for sense in shared.senses)
    for sense in shared.senses:
        if sense.name is None and sense.entity not in by_id:
            raise KnowledgeError(f"knowledge/data/homonyms.yaml: {shared.text!r} names the unknown {sense.entity!r}")
    default = by_id.get(shared.default)
    if default is not None:
        return Entry(shared.text, msgspec.structs.replace(default, candidates=ids))
    voices = {by_id[entity].voice for entity in ids if entity in by_id}
    voice = voices.pop() if len(voices) == 1 else None
    return Entry(shared.text, Name(name=shared.text, kind=NameKind(shared.kind), voice=voice, candidates=ids))


def _country(country: Country) -> Iterator[Entry]:
    iso3, entity, code = country.iso3, country.entity, country.code or country.iso3
    place = Name(name=country.name, kind=NameKind.PLACE, code=code, entity=entity, country=iso3)
    yield from _spelled((country.name, *country.aliases), place)
    people = Name(name=country.name, kind=NameKind.ADJECTIVE, code=code, entity=entity, country=iso3)
    yield from _spelled((*country.adjectives, *country.demonyms), people)
    if country.capital is not None:
        yield from _spelled((country.capital, *country.capital_aliases), _capital(country, country.capital))
    for metonym in country.metonyms:
        name = Name(
            name=metonym.name,
            kind=NameKind.ACTOR,
            code=metonym.code,
            entity=metonym.of or (government(iso3) if metonym.code.endswith("GOV") else f"{iso3}/{metonym.name}"),
            voice=_voice(metonym.code),
            country=iso3,
        )
        yield Entry(metonym.name, name)
    for city in country.cities:
        town = Name(name=city, kind=NameKind.PLACE, code=code, entity=f"{iso3}/{city}", country=iso3)
        yield Entry(city, town)


def _capital(country: Country, capital: str) -> Name:
    code = f"{country.iso3}GOV" if country.code is None else country.code
    entity = f"{country.iso3}/{capital}"
    return Name(name=capital, kind=NameKind.PLACE, code=code, entity=entity, country=country.iso3)


def actor_entries(actor: Actor) -> Iterator[Entry]:
    """The spellings of an actor."""
    name = Name(
        name=actor.name,
        kind=NameKind.ACTOR,
        code=actor.code,
        entity=actor.id,
        voice=actor.voice,
        country=actor.country,
    )
    yield from _spelled((actor.name, *actor.aliases, *actor.was), name)
    yield from (Entry(text, name, bound=True) for text in actor.ambiguous)


def _outlet(outlet: Outlet) -> Iterator[Entry]:
    check_country(outlet.country, f"knowledge/data/outlets.yaml: entry {outlet.id!r}")
    shown = outlet.name.partition(" (")[0]
    name = Name(
        name=outlet.name,
        kind=NameKind.OUTLET,
        entity=outlet.id,
        voice=HopKind.OUTLET,
        country=outlet.country,
    )
    yield from _spelled((shown, *outlet.aliases) if shown == outlet.name else outlet.aliases, name)
    yield from (Entry(text, name, bound=True) for text in outlet.ambiguous)


def _installation(place: Installation) -> Iterator[Entry]:
    kind = NameKind.PLACE if place.kind in NATURAL else NameKind.INSTALLATION
    name = Name(
        name=place.name,
        kind=kind,
        code=place.country,
        entity=place.id,
        country=place.country,
        operator=place.operator,
    )
    yield from _spelled((place.name, *place.aliases), name)
    yield from (Entry(text, name, bound=True) for text in place.ambiguous)


def people_entries(known: Iterable[Person]) -> Iterator[Entry]:
    """The spellings of people; a short form that several have, such as a surname, is a name of nobody in particular."""
    holders: dict[str, list[Name]] = {}
    for person in known:
        for entry in person_entries(person):
            holders.setdefault(entry.text, []).append(entry.name)
    for text, names in holders.items():
        voices = {name.voice for name in names}
        ids = tuple(dict.fromkeys(name.entity for name in names if name.entity is not None))
        shared = Name(
            name=text, kind=NameKind.ACTOR, voice=voices.pop() if len(voices) == 1 else None, candidates=ids
        )
        yield Entry(text, shared if len(ids) > 1 else names[0])


def person_entries(person: Person) -> Iterator[Entry]:
    """The spellings of a person; the code is that of the last office."""
    code, owner = person.spells[-1].code, person.id.partition("/")[0]
    name = Name(
        name=person.name,
        kind=NameKind.ACTOR,
        code=code,
        entity=person.id,
        voice=_voice(code),
        country=None if owner in SUPRANATIONAL else owner,
    )
    bare = [text.removesuffix(".").removesuffix(" Jr") for text in (person.name, *person.aliases) if " Jr" in text]
    yield from _spelled(dict.fromkeys((person.name, *person.aliases, *(text for text in bare if " " in text))), name)


def _voice(code: str) -> HopKind:
    """The kind of voice of a person or building with that code: officers of bodies speak as officials."""
    if sector(code) in OFFICIAL_SECTORS or (not sector(code) and code[:COUNTRY] in SUPRANATIONAL):
        return HopKind.OFFICIAL
    return HopKind.PERSON if sector(code) == "OPP" else HopKind.ORGANISATION


def _spelled(texts: Iterable[str], name: Name) -> Iterator[Entry]:
    """Each text, "The X" also as "the X" (bound where X is one word), long acronyms also as `Unicef`."""
    for text in texts:
        lone = text.startswith("The ") and text.count(" ") == 1
        yield Entry(text, name, bound=lone)
        if text.startswith("The "):
            yield Entry(f"the {text[4:]}", name, bound=lone)
        elif len(text) >= _LONG_ACRONYM and text.isalpha() and text.isupper():
            yield Entry(text.capitalize(), name)
