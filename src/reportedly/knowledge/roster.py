"""Every spelling of every known name, with what it means: what the name index is built from."""

from collections.abc import Iterable, Iterator
from typing import Final

from reportedly.knowledge.actors import Actor, actors
from reportedly.knowledge.codes import COUNTRY, OFFICIAL_SECTORS, SUPRANATIONAL, sector
from reportedly.knowledge.countries import Country, check_country, countries
from reportedly.knowledge.installations import NATURAL, Installation, installations
from reportedly.knowledge.leaders import Leader
from reportedly.knowledge.naming import Entry, Name, NameKind
from reportedly.knowledge.outlets import Outlet, outlets
from reportedly.schema import HopKind

_LONG_ACRONYM: Final = 5


def roster() -> Iterator[Entry]:
    """All spellings; where two have one, the first is meant. A curated place that `countries.yaml` names as a town, or
    as anything else of the country, is left to it: the gazetteer knows both.

    Raises:
        KnowledgeError: a data file is damaged.
    """
    named: set[str] = set()
    for country in countries():
        for entry in _country(country):
            named.add(entry.text)
            yield entry
    for actor in actors():
        yield from _actor(actor)
    for outlet in outlets():
        yield from _outlet(outlet)
    for installation in installations():
        yield from (entry for entry in _installation(installation) if entry.text not in named)


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
            entity=f"{iso3}/{metonym.name}",
            voice=_voice(metonym.code),
            country=iso3,
        )
        yield Entry(metonym.name, name)
    for city in country.cities:
        town = Name(name=city, kind=NameKind.PLACE, code=code, entity=f"{iso3}/{city}", country=iso3)
        yield Entry(city, town)
    for leader in country.leaders:
        yield from _leader(leader, code, iso3)


def _capital(country: Country, capital: str) -> Name:
    code = f"{country.iso3}GOV" if country.code is None else country.code
    entity = f"{country.iso3}/{capital}"
    return Name(name=capital, kind=NameKind.PLACE, code=code, entity=entity, country=country.iso3)


def _actor(actor: Actor) -> Iterator[Entry]:
    name = Name(
        name=actor.name,
        kind=NameKind.ACTOR,
        code=actor.code,
        entity=actor.id,
        voice=actor.voice,
        country=actor.country,
    )
    yield from _spelled((actor.name, *actor.aliases), name)
    yield from (Entry(text, name, bound=True) for text in actor.ambiguous)
    for leader in actor.leaders:
        yield from _leader(leader, actor.code, actor.country)


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


def _leader(leader: Leader, code: str, country: str | None) -> Iterator[Entry]:
    own = leader.code or code
    name = Name(
        name=leader.name,
        kind=NameKind.ACTOR,
        code=own,
        entity=f"{own[:COUNTRY]}/{leader.name}",
        voice=_voice(own),
        country=country,
        title=leader.title,
        terms=leader.terms,
    )
    yield from _spelled((leader.name, *leader.aliases), name)


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
