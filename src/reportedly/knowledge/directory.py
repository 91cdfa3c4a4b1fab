"""Everything that is known by id, by spelling, by office and by tie: what a linker looks up in."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, cached_property
from typing import Final

from reportedly.knowledge import compiled
from reportedly.knowledge.actors import Actor, Tie, actors
from reportedly.knowledge.codes import OFFICIAL_SECTORS, sector
from reportedly.knowledge.countries import countries
from reportedly.knowledge.homonyms import Homonym, homonyms
from reportedly.knowledge.names import NameIndex
from reportedly.knowledge.naming import Entry, Name, NameKind, tokens
from reportedly.knowledge.people import Person, Post, known_people, people, posts
from reportedly.knowledge.roster import roster
from reportedly.knowledge.spelling import fold
from reportedly.knowledge.titles import TitleKey, key_of, title_key

_TRANSLATED: Final = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "BUS", ""})
"""Sectors of bodies whose names are translated, not spelled in our letters."""


class Directory:
    """What is known, with the tables that are built on first use.

    Args:
        entries: all spellings; of two alike the first is meant.
        actors: bodies, with their ties.
        posts: offices, with who held them.
        people: everybody who holds or held one of them.
        homonyms: spellings that several share.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        actors: Sequence[Actor] = (),
        posts: Sequence[Post] = (),
        people: Sequence[Person] = (),
        homonyms: Sequence[Homonym] = (),
    ) -> None:
        self._entries = tuple(entries)
        self.index = NameIndex(self._entries)
        self._actors = {actor.id: actor for actor in actors}
        self._post_rows = posts
        self._people = {person.id: person for person in people}
        self._homonyms = {tuple(sense.entity for sense in homonym.senses): homonym for homonym in homonyms}

    @cached_property
    def _posts(self) -> dict[tuple[str, TitleKey], Post]:
        found: dict[tuple[str, TitleKey], Post] = {}
        for post in self._post_rows:
            body = self.actor(post.body)
            named = {word for text in (body.name, *body.aliases) for word in title_key(text)} if body else frozenset()
            for title in post.titles:
                key = title_key(title)
                found.setdefault((post.owner, key), post)
                if post.body is not None:
                    found.setdefault((post.body, key), post)
                    found.setdefault((post.body, key - named or key), post)
        return found

    @cached_property
    def _by_id(self) -> dict[str, Name]:
        found: dict[str, Name] = {}
        for entry in self._entries:
            if entry.name.entity is not None and not entry.name.candidates:
                found.setdefault(entry.name.entity, entry.name)
        for homonym in self._homonyms.values():
            for sense in homonym.senses:
                if sense.name is not None:
                    kind = NameKind(homonym.kind)
                    found[sense.entity] = Name(name=sense.name, kind=kind, code=sense.code, entity=sense.entity)
        return found

    @cached_property
    def _folded(self) -> dict[str, Name | None]:
        """Key -> the one actor or person whose name has it; None where several have."""
        found: dict[str, Name | None] = {}
        known = compiled.keys()
        for entry in self._entries:
            if entry.bound or not is_transliterated(entry.name):
                continue
            if (key := known.get(entry.text) or fold(entry.text)) is None:
                continue
            other = found.setdefault(key, entry.name)
            if other is not None and other.entity != entry.name.entity:
                found[key] = None
        return found

    @cached_property
    def _organs(self) -> dict[tuple[str, TitleKey], str | None]:
        """Country and common noun -> the body that is called so there; None where several are."""
        names = _country_words()
        found: dict[tuple[str, TitleKey], str | None] = {}
        for actor in self._actors.values():
            if actor.country is None or sector(actor.code) not in OFFICIAL_SECTORS:
                continue
            for text in (actor.name, *actor.aliases):
                words = tokens(text)
                bare = [word.lower() for word in words if word not in names.get(actor.country, ())]
                key = key_of(word for word in bare if word[0].isalnum())
                if key and (len(bare) < len(words) or len(key) > 1):
                    other = found.setdefault((actor.country, key), actor.id)
                    if other != actor.id:
                        found[actor.country, key] = None
        return found

    @cached_property
    def _dependents(self) -> dict[str, list[tuple[Actor, Tie]]]:
        found: dict[str, list[tuple[Actor, Tie]]] = {}
        for actor in self._actors.values():
            for tie in actor.relations:
                found.setdefault(tie.object, []).append((actor, tie))
        return found

    def name(self, entity: str) -> Name | None:
        """What is known under an id."""
        return self._by_id.get(entity)

    def actor(self, entity: str | None) -> Actor | None:
        """The body of that id; None where it is of something else."""
        return self._actors.get(entity) if entity is not None else None

    def person(self, entity: str | None) -> Person | None:
        """The person of that id; None where it is of something else."""
        return self._people.get(entity) if entity is not None else None

    def post(self, owner: str, key: TitleKey) -> Post | None:
        """The office of a country or body, by its title."""
        return self._posts.get((owner, key))

    def organ(self, country: str, key: TitleKey) -> str | None:
        """The id of the body of a country that goes by a common noun: `(IRQ, {defense, ministry})`."""
        return self._organs.get((country, key))

    def dependents(self, entity: str) -> Sequence[tuple[Actor, Tie]]:
        """The actors that are tied to `entity`, with their ties."""
        return self._dependents.get(entity, ())

    def homonym(self, name: Name) -> Homonym | None:
        """What a name may mean that several share; None where that is on no record."""
        return self._homonyms.get(name.candidates)

    def spelled_like(self, words: str) -> Name | None:
        """The one actor or person whose name differs from `words` only as spellings of one name do."""
        key = fold(words)
        return self._folded.get(key) if key is not None else None


@cache
def directory(extra: tuple[str, ...] = ()) -> Directory:
    """The directory of all that our own files know, and of what `extra` files add; where both have a name, theirs wins.

    Args:
        extra: paths of files that `bundles.load` reads.

    Raises:
        KnowledgeError: a file is damaged or wrong.
    """
    if not extra:
        with _undisturbed():
            return Directory(roster(), actors(), posts(), known_people(), homonyms())
    from reportedly.knowledge import bundles  # noqa: PLC0415 - only who brings files needs their loaders

    added = [bundles.load(path) for path in extra]
    offices = (*(post for bundle in added for post in bundle.posts), *posts())
    return Directory(
        (*(entry for bundle in added for entry in bundle.entries), *roster()),
        (*(actor for bundle in added for actor in bundle.actors), *actors()),
        offices,
        people(offices),
        homonyms(),
    )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the search for garbage, which so many new objects, all of which stay, would set off again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def is_transliterated(name: Name) -> bool:
    """Whether a name is one that is spelled in several ways: of a person, an armed group, a party."""
    person = name.entity is not None and "/" in name.entity
    return name.kind is NameKind.ACTOR and (person or sector(name.code or "") not in _TRANSLATED)


def configuration(config: str, extra: tuple[str, ...]) -> str:
    """The hash over a tagger's configuration, and over the files that were added where there are any.

    Raises:
        KnowledgeError: a file cannot be read.
    """
    if not extra:
        return config
    from reportedly.knowledge import bundles  # noqa: PLC0415 - only who brings files needs their loaders

    return f"{config}-{bundles.digest(extra)}"


@cache
def _country_words() -> Mapping[str, frozenset[str]]:
    """The words by which the names of bodies say whose they are, by ISO3."""
    return {
        country.iso3: frozenset(
            word
            for text in (country.name, *country.aliases, *country.adjectives)
            for word in tokens(text)
            if len(tokens(text)) < 3
        )
        | {"'s", "’s", "of", "the", "The"}
        for country in countries()
        if country.id is None
    }
