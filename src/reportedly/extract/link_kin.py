"""Words that mean somebody by way of another: `his predecessor`, `her Russian counterpart`, `its leader`."""

from collections.abc import Iterator, Sequence
from typing import Final

from reportedly.extract.link_article import ArticleNames
from reportedly.extract.link_back import HEADS, antecedent
from reportedly.extract.link_phrase import Item
from reportedly.extract.link_roles import FORMER, Nouns, Resolved, of_post, post
from reportedly.knowledge.agents import agents
from reportedly.knowledge.codes import COUNTRY, sector
from reportedly.knowledge.directory import Directory
from reportedly.knowledge.names import Name, NameKind
from reportedly.knowledge.people import Person, Spell
from reportedly.knowledge.spells import Period, first_day
from reportedly.knowledge.titles import key_of, title_key

_HIS: Final = frozenset({"his", "her"})
_ITS: Final = frozenset({"its", "their"})
_OWN: Final = _HIS | _ITS
_LEADS: Final = frozenset("leader chief head commander boss founder spokesman spokeswoman".split())
_LAND: Final = frozenset({NameKind.PLACE, NameKind.ADJECTIVE})
_POSSESSIVE: Final = frozenset({"'s", "’s"})


def leads_on(items: Sequence[Item], led: str) -> bool:
    """Whether words may lead to somebody by way of another: they have a possessive, or a leader among them."""
    return led in _OWN or any(item.word in _OWN or item.word in _LEADS for item in items)


def by_kin(
    names: ArticleNames, known: Directory, items: Sequence[Item], led: str, place: int, period: Period | None
) -> Resolved | None:
    """Who is meant by words that lead there from a person or body named before; None where they do not.

    Args:
        items: the words, with or without the possessive that leads them.
        led: the word before them, in lower case.
        place: where they stand.
    """
    words = [item.word for item in items]
    if words and words[0] in _HIS | _ITS:
        led, words, items = words[0], words[1:], items[1:]
    if not words:
        return None
    land = next((item.name for item in items if item.name is not None), None)
    if led in _HIS and land is None:
        return _of_person(names, known, tuple(words), place, period)
    if led in _HIS and words[-1] == "counterpart" and land is not None and land.kind in _LAND:
        return _counterpart(names, known, land, place, period)
    if land is None:
        return _leader(names, known, words, led, place, period)
    return None


def former(names: ArticleNames, known: Directory, nouns: Nouns, place: int) -> Resolved | None:
    """The code of `the former president`: of the country whose president was named last; None where none was."""
    key = key_of(noun for noun in nouns if noun not in agents().former)
    if not key or key.isdisjoint(HEADS):
        return None
    for _, person in _people(names, known, place):
        spell = next((one for one in person.spells if key <= title_key(one.title)), None)
        if spell is not None:
            return Resolved(code=spell.code[:COUNTRY] + FORMER)
    return None


def _people(names: ArticleNames, known: Directory, place: int) -> Iterator[tuple[Name, Person]]:
    """The public figures named before, the nearest first."""
    return ((name, person) for name in names.before(place) if (person := known.person(name.entity)) is not None)


def _of_person(
    names: ArticleNames, known: Directory, nouns: Nouns, place: int, period: Period | None
) -> Resolved | None:
    """`His predecessor`, `her defence secretary`."""
    for name, person in _people(names, known, place):
        if nouns[-1] in ("predecessor", "successor"):
            spell = person.at(period) or (person.spells[-1] if person.spells else None)
            return None if spell is None else _next_to(known, spell, nouns[-1] == "successor", period)
        country = name.country or (name.code or "")[:COUNTRY]
        held = any(key_of(nouns) == title_key(spell.title) for spell in person.spells)
        office = None if held or key_of(nouns).isdisjoint(HEADS) else post(known, country, nouns)
        return None if office is None else of_post(office, period)
    return None


def _next_to(known: Directory, spell: Spell, after: bool, period: Period | None) -> Resolved | None:
    """Who held the office before, or after, a spell."""
    owner = spell.post.partition("/")[0]
    office = known.post(owner, title_key(spell.title))
    if office is None or spell.stretch.since is None:
        return None
    begun = sorted((one for one in office.spells if one.stretch.since), key=lambda one: one.stretch.since or "")
    others = [one for one in begun if one.person != spell.person]
    since = spell.stretch.since
    beside = (
        next((one for one in others if (one.stretch.since or "") > since), None)
        if after
        else next((one for one in reversed(others) if (one.stretch.since or "") < since), None)
    )
    if beside is None:
        return None
    person = known.person(beside.person)
    now = person.at(period) if person is not None else None
    left = period is not None and first_day(beside.stretch.until or "9999") <= period.last
    code = now.code if now is not None else beside.code[:COUNTRY] + FORMER if left else beside.code
    return Resolved(beside.person, code, beside.name, in_office=now is not None)


def _counterpart(
    names: ArticleNames, known: Directory, land: Name, place: int, period: Period | None
) -> Resolved | None:
    """`His Russian counterpart`: who held the same office there."""
    country = land.country or (land.code or "")[:COUNTRY]
    for _, person in _people(names, known, place):
        spell = person.at(period)
        if spell is None:
            continue
        office = known.post(country, title_key(spell.title))
        return of_post(office, period) if office is not None else Resolved(code=country + sector(spell.code))
    return None


def _leader(
    names: ArticleNames, known: Directory, words: Sequence[str], led: str, place: int, period: Period | None
) -> Resolved | None:
    """`Its leader`, `the group's leader`, `the leader of the party`."""
    plain = [word for word in words if word not in ("the", "a", "new")]
    if led in _ITS and len(plain) == 1:
        head, body = plain[0], next((name for name in names.before(place) if known.actor(name.entity)), None)
    elif len(plain) == 3 and plain[1] in _POSSESSIVE:
        head, body = plain[2], antecedent(names, known, place, (plain[0],), None, period)
    elif len(plain) == 3 and plain[1] == "of":
        head, body = plain[0], antecedent(names, known, place, (plain[2],), None, period)
    else:
        return None
    if head not in _LEADS or body is None or body.entity is None or body.code is None:
        return None
    office = post(known, body.entity, (head,))
    return of_post(office, period) if office is not None else Resolved(code=body.code)
