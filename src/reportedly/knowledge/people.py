"""Who held which office when: the files of offices and the leaders of countries and bodies, put together."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from reportedly.knowledge.actors import Actor, actors
from reportedly.knowledge.codes import COUNTRY, OFFICIAL_SECTORS, sector
from reportedly.knowledge.countries import Country, countries
from reportedly.knowledge.offices import OfficeFile, office_files
from reportedly.knowledge.spells import Cover, Period, Stretch
from reportedly.knowledge.titles import title_key
from reportedly.schema import Noun

_SEVERAL: Final = frozenset("spokesman adviser member deputy ambassador envoy aide senator politician".split())
"""Words of offices that several hold at once."""


class Spell(Noun, frozen=True, kw_only=True):
    """One person in one office for one stretch of time.

    Attributes:
        person, post: their ids.
        code: of whoever holds the office.
        acting: held for the time being.
        aliases: other names of the person, as this row gives them.
    """

    person: str
    name: str
    aliases: tuple[str, ...] = ()
    post: str
    title: str
    code: str
    stretch: Stretch
    acting: bool = False


class Post(Noun, frozen=True, kw_only=True):
    """An office of a state or a body.

    Attributes:
        id: `IRQ/defence minister`, or with the id of a body in front.
        owner: ISO3, the prefix or the id of the body whose office it is.
        body: the id of the body that it leads; None where that is the state.
        shared: several hold it at once.
    """

    id: str
    owner: str
    titles: tuple[str, ...]
    code: str
    body: str | None = None
    shared: bool = False
    spells: tuple[Spell, ...] = ()

    def holder(self, period: Period) -> Spell | None:
        """The one who held it in all of `period`; None where nobody surely did, or another may have."""
        met = [(spell, cover) for spell in self.spells if (cover := spell.stretch.covers(period)) is not Cover.NO]
        sure = [spell for spell, cover in met if cover is Cover.YES]
        return sure[0] if len({spell.person for spell, _ in met}) == 1 and sure and not self.shared else None


class Person(Noun, frozen=True, kw_only=True):
    """A public figure, with all spells in office."""

    id: str
    name: str
    aliases: tuple[str, ...]
    spells: tuple[Spell, ...]

    def at(self, period: Period | None) -> Spell | None:
        """The spell that surely covers `period`, else one that may; of several one for the state, then the latest.

        Without a period, the only one there is.
        """
        if period is None:
            return self.spells[0] if len({spell.post for spell in self.spells}) == 1 else None
        ranked = [
            (spell.stretch.covers(period), sector(spell.code) in OFFICIAL_SECTORS, number)
            for number, spell in enumerate(self.spells)
        ]
        cover, _, number = max(ranked, default=(Cover.NO, False, 0))
        return self.spells[number] if cover is not Cover.NO else None


def person_id(owner: str, name: str) -> str:
    """The id of a person of a country or body."""
    return f"{owner}/{name}"


@cache
def posts() -> tuple[Post, ...]:
    """All offices of our own files.

    Raises:
        KnowledgeError: a data file is damaged.
    """
    of_files = [post for file in office_files() for post in posts_of_file(file)]
    leading = [post for country in countries() for post in _posts_of_country(country)]
    return (*of_files, *leading, *(post for actor in actors() for post in posts_of_actor(actor)))


@cache
def known_people() -> tuple[Person, ...]:
    """Everybody who holds or held an office of our own files."""
    return people(posts())


def people(posts: Iterable[Post]) -> tuple[Person, ...]:
    """Everybody who holds or held one of the posts; spells under one id are one person's."""
    spells: dict[str, list[Spell]] = {}
    for post in posts:
        for spell in post.spells:
            spells.setdefault(spell.person, []).append(spell)
    return tuple(
        Person(
            id=person,
            name=held[0].name,
            aliases=tuple(dict.fromkeys(alias for spell in held for alias in spell.aliases)),
            spells=tuple(sorted(held, key=lambda spell: spell.stretch.since or spell.stretch.seen or "")),
        )
        for person, held in spells.items()
    )


def posts_of_file(file: OfficeFile) -> Iterator[Post]:
    """The offices of one file."""
    for office in file.offices:
        made = f"{file.country}/{office.office}" if office.of is None else f"{office.of}/{office.office}"
        spells = tuple(
            Spell(
                person=holder.person or person_id(file.country, holder.name),
                name=holder.name,
                aliases=holder.aliases,
                post=made,
                title=office.office,
                code=office.code,
                stretch=holder.stretch,
                acting=holder.acting,
            )
            for holder in office.holders
        )
        yield Post(
            id=made,
            owner=file.country,
            titles=(office.office, *office.aliases),
            code=office.code,
            body=office.of,
            shared=office.shared,
            spells=spells,
        )


def posts_of_actor(actor: Actor) -> Iterator[Post]:
    """The offices of a body, from the people that stand with it."""
    rows = [
        Spell(
            person=person_id((leader.code or actor.code)[:COUNTRY], leader.name),
            name=leader.name,
            aliases=leader.aliases,
            post=f"{actor.id}/{leader.title}",
            title=leader.title,
            code=leader.code or actor.code,
            stretch=stretch,
        )
        for leader in actor.leaders
        for stretch in leader.stretches
    ]
    yield from _gathered(rows, actor.id, actor.id)


def _posts_of_country(country: Country) -> Iterator[Post]:
    rows = [
        Spell(
            person=person_id((leader.code or country.iso3)[:COUNTRY], leader.name),
            name=leader.name,
            aliases=leader.aliases,
            post=f"{country.entity}/{leader.title}",
            title=leader.title,
            code=leader.code or country.code or country.iso3,
            stretch=stretch,
        )
        for leader in country.leaders
        for stretch in leader.stretches
    ]
    yield from _gathered(rows, country.entity, None)


def _gathered(rows: Iterable[Spell], owner: str, body: str | None) -> Iterator[Post]:
    """One post for each title among the rows."""
    by_post: dict[str, list[Spell]] = {}
    for spell in rows:
        by_post.setdefault(spell.post, []).append(spell)
    for post, spells in by_post.items():
        first = spells[0]
        yield Post(
            id=post,
            owner=owner,
            titles=(first.title,),
            code=first.code,
            body=body,
            shared=not _SEVERAL.isdisjoint(title_key(first.title)),
            spells=tuple(spells),
        )
