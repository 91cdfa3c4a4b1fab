"""Audits what is known: spellings that nothing tells apart, expired and overlapping roles, dangling ids and years."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final, NamedTuple

from reportedly.errors import KnowledgeError
from reportedly.knowledge.actors import Actor, TieKind, actors
from reportedly.knowledge.countries import check_country, countries
from reportedly.knowledge.naming import Entry, Name, plain, tokens
from reportedly.knowledge.offices import office_files
from reportedly.knowledge.people import Person, Post, Spell, people, posts
from reportedly.knowledge.roster import roster
from reportedly.knowledge.spelling import fold
from reportedly.knowledge.spells import Stretch, first_day, last_day, years

_MOMENTS: Final = frozenset({TieKind.SPLIT_FROM, TieKind.SUCCESSOR_OF, TieKind.MERGED_INTO})
"""Ties whose years say when it happened, which may be when one of the two was no more, or not yet."""


class Finding(NamedTuple):
    """One thing that is wrong: which entry, and what about it."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def own_findings(on: str | None = None) -> Iterator[Finding]:
    """What is wrong in our own files.

    Args:
        on: a day as `YYYY-MM-DD`; roles that were last seen two years before it are findings as well.
    """
    try:
        known = posts()
        entries = tuple(roster())
    except KnowledgeError as problem:
        yield Finding("knowledge", str(problem))
        return
    yield from findings(entries, actors(), known, on)
    yield from _unknown_ids()


def findings(
    entries: Iterable[Entry], actors: Iterable[Actor], posts: Iterable[Post], on: str | None = None
) -> Iterator[Finding]:
    """What is wrong in spellings, actors and offices."""
    rows, held = tuple(actors), tuple(posts)
    yield from collisions(entries)
    yield from twins(people(held))
    yield from roles(held, on)
    yield from validity(rows, held)


def collisions(entries: Iterable[Entry]) -> Iterator[Finding]:
    """Spellings of two entries that are neither `ambiguous` nor among the homonyms."""
    holders: dict[tuple[str, ...], dict[str, Name]] = {}
    shared: set[tuple[str, ...]] = set()
    for entry in entries:
        words = tuple(map(plain, tokens(entry.text)))
        if entry.name.candidates:
            shared.add(words)
        elif not entry.bound and entry.name.entity is not None:
            holders.setdefault(words, {}).setdefault(entry.name.entity, entry.name)
    for words, names in holders.items():
        if len(names) > 1 and words not in shared:
            yield Finding(" ".join(words), f"is a name of {', '.join(sorted(names))}; see homonyms.yaml")


def twins(known: Iterable[Person]) -> Iterator[Finding]:
    """People of one country whose names differ as spellings of one name do: most likely one person with two ids."""
    by_key: dict[tuple[str, str], list[Person]] = {}
    for person in known:
        if (key := fold(person.name)) is not None:
            by_key.setdefault((person.id.partition("/")[0], key), []).append(person)
    for people_ in by_key.values():
        if len(people_) > 1:
            names = " and ".join(person.id for person in people_)
            yield Finding(people_[0].id, f"{names} look like two spellings of one person")


def roles(known: Iterable[Post], on: str | None = None) -> Iterator[Finding]:
    """Spells without an end that another has followed or that are long unseen, and spells that overlap."""
    for post in known:
        for spell in post.spells:
            if on is not None and spell.stretch.seen is not None and _long_ago(spell.stretch, on):
                yield Finding(post.id, f"{spell.name} was last seen in office in {spell.stretch.seen}")
        if post.shared:
            continue
        for one, other in combinations(post.spells, 2):
            if one.person != other.person and not (one.acting or other.acting):
                yield from _conflict(post, one, other)


def _conflict(post: Post, one: Spell, other: Spell) -> Iterator[Finding]:
    """What is wrong between two spells of one office: the earlier has no end, or both surely held it on one day."""
    first, second = sorted((one, other), key=_begun)
    open_ended = first.stretch.until is None and first.stretch.since is not None
    if open_ended and first_day(first.stretch.seen or "0000") <= last_day(_begun(second) or "0000"):
        yield Finding(post.id, f"{first.name} has no end, but {second.name} followed in {_begun(second)}")
    elif max(map(_settled, (one, other))) < min(map(_ended, (one, other))):
        yield Finding(post.id, f"{first.name} and {second.name}, since {_begun(second)}, held it at once")


def _begun(spell: Spell) -> str:
    return spell.stretch.since or spell.stretch.seen or ""


def _settled(spell: Spell) -> str:
    """The day by which a spell had surely begun."""
    return last_day(_begun(spell) or "9999")


def _ended(spell: Spell) -> str:
    """The first day on which a spell may have been over."""
    return first_day(spell.stretch.until or spell.stretch.seen or ("9999" if spell.stretch.since else "0000"))


def validity(actors: Iterable[Actor], known: Iterable[Post]) -> Iterator[Finding]:
    """Ties and offices that lie outside the years of the actor they belong to."""
    valid = {actor.id: years(actor.valid) for actor in actors if actor.valid is not None}
    for actor in actors:
        for tie in actor.relations:
            if tie.valid is None or tie.kind in _MOMENTS:
                continue
            for end in (actor.id, tie.object):
                if end in valid and not _meet(years(tie.valid), valid[end]):
                    yield Finding(actor.id, f"{tie.kind} {tie.object} in {tie.valid} lies outside the years of {end}")
    for post in known:
        for spell in post.spells:
            if post.body in valid and not _meet(spell.stretch, valid[post.body]):
                yield Finding(post.id, f"{spell.name} held it outside the years of {post.body}")


def _meet(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches may have a day in common."""
    starts = max(first_day(one.since or one.seen or "0000"), first_day(other.since or other.seen or "0000"))
    return starts <= min(last_day(one.until or "9999"), last_day(other.until or "9999"))


def _long_ago(stretch: Stretch, on: str) -> bool:
    return stretch.until is None and last_day(stretch.seen or "9999") < f"{int(on[:4]) - 2:04}{on[4:]}"


def _unknown_ids() -> Iterator[Finding]:
    """Ids that the offices, the metonyms and the homonyms name and no file has; unknown countries of codes."""
    bodies = {actor.id for actor in actors()}
    for file in office_files():
        where = f"offices/{file.country}"
        yield from (found for office in file.offices for found in _code(office.code, where))
        yield from _code(file.country, where)
        yield from (
            Finding(where, f"{office.office!r} is of the unknown {office.of!r}")
            for office in file.offices
            if office.of is not None and office.of not in bodies
        )
    for country in countries():
        yield from (
            Finding(country.entity, f"{metonym.name!r} is of the unknown {metonym.of!r}")
            for metonym in country.metonyms
            if metonym.of is not None and metonym.of not in bodies
        )


def _code(code: str, where: str) -> Iterator[Finding]:
    try:
        check_country(code, where)
    except KnowledgeError as problem:
        yield Finding(where, str(problem))
