"""Persons, offices and common nouns -> who is meant and in which role, by the day that is asked about."""

from datetime import date
from functools import cache
from typing import Final, NamedTuple

from reportedly.extract.link_phrase import Phrase
from reportedly.knowledge.agents import agents
from reportedly.knowledge.codes import COUNTRY, OFFICIAL_SECTORS, SUPRANATIONAL
from reportedly.knowledge.codes import sector as sector_of
from reportedly.knowledge.countries import government
from reportedly.knowledge.directory import Directory
from reportedly.knowledge.inflect import noun_forms
from reportedly.knowledge.lexicons import voices
from reportedly.knowledge.names import Name
from reportedly.knowledge.people import Person, Post, Spell
from reportedly.knowledge.spells import Period, first_day, last_day
from reportedly.knowledge.titles import key_of, title_key

_MOURNED: Final = 30
FORMER: Final = "ELI"
"""PLOVER's sector for those who held an office once."""

Nouns = tuple[str, ...]
"""Common nouns and what describes them, in lower case."""


class Resolved(NamedTuple):
    """Who is meant.

    Attributes:
        entity: the id; None where the words name nobody in particular, or nobody known.
        code: country and role at the date; None where the words tell no country.
        name: the canonical name of the entity.
        in_office: whether a known person held an office at the date; None for all else.
    """

    entity: str | None = None
    code: str | None = None
    name: str | None = None
    in_office: bool | None = None


NOBODY: Final = Resolved()
"""What words mean that name nobody."""


def of_person(person: Person, name: Name, before: Nouns, after: Nouns, period: Period | None) -> Resolved:
    """A public figure in the role of the day; a title that the text itself gives wins over what is on record.

    Args:
        name: the name by which the person is known.
        before, after: the words around the name.
    """
    spell = person.at(period)
    country = name.country or (name.code or "")[:COUNTRY]
    if after and after != ("office",):
        rules = spell is not None and spell.code == f"{country}GOV"
        ruled = any(word in agents().governments for word in after)
        return Resolved(government(country), f"{country}GOV") if rules and ruled else Resolved(code=country)
    if spell is not None and sector_of(spell.code) not in OFFICIAL_SECTORS and _has_left(person, before, period):
        spell = None
    then = next((one for one in person.spells if before[:1] == ("then",) and spell_named(one, before)), None)
    if then is not None:
        return Resolved(person.id, then.code, person.name, in_office=False)
    if any(word in agents().former for word in before) and not _holds_another(spell, before):
        return Resolved(person.id, country + FORMER, person.name, in_office=False)
    if spell is not None:
        return Resolved(person.id, spell.code, person.name, in_office=True)
    if _has_left(person, before, period):
        return Resolved(person.id, country + FORMER, person.name, in_office=False)
    role = sector(before)
    if role in OFFICIAL_SECTORS and country not in SUPRANATIONAL:
        return Resolved(person.id, country + role, person.name)
    if period is None:
        return Resolved(person.id, country, person.name)
    begun = _has_begun(person, period)
    return Resolved(person.id, country + FORMER if begun else country, person.name, in_office=False)


def of_post(post: Post, period: Period | None) -> Resolved:
    """The one who surely held an office; the office itself where that is not known."""
    spell = post.holder(period) if period is not None else None
    if spell is None:
        return Resolved(post.id, post.code, post.titles[0], in_office=True)
    return Resolved(spell.person, spell.code, spell.name, in_office=True)


def of_body(known: Directory, name: Name, made: Phrase, period: Period | None) -> Resolved:
    """A body, or the office of it that the nouns of the phrase name; nobody where they mean somebody else."""
    after = made.after
    if after and any(word in agents().former for word in made.before):
        return Resolved(code=(name.code or "")[:COUNTRY] + FORMER) if name.code else NOBODY
    if after and name.entity is not None:
        found = None if made.one_of_many else post(known, name.entity, after)
        if found is not None:
            return of_post(found, period)
        if after[-1] in agents().not_it:
            return NOBODY
    return Resolved(name.entity, name.code, name.name)


def post(known: Directory, owner: str, nouns: Nouns) -> Post | None:
    """The office of `owner` that the nouns, without what describes it, are the title of."""
    for start in range(len(nouns)):
        if start and nouns[start - 1] in agents().deputies:
            return None
        found = known.post(owner, key_of(nouns[start:]))
        if found is not None:
            return found
    return None


_VAGUE: Final = frozenset("force command service unit group team office agency mission".split())
"""Nouns that alone mean no body of a state."""


def organ(known: Directory, country: str, nouns: Nouns) -> Name | None:
    """The body of the country that the nouns mean, or that their speaker speaks for."""
    spoken = nouns[:-1] if nouns[-1] in agents().speakers else nouns
    for start in range(len(spoken)):
        key = key_of(spoken[start:])
        body = known.organ(country, key)
        if body is not None and not key <= _VAGUE:
            return known.name(body)
    return None


def force(known: Directory, country: str, nouns: Nouns) -> Name | None:
    """The armed service, police or parliament of the country that nouns such as `soldiers` mean."""
    for head in (" ".join(nouns[-2:]), nouns[-1]):
        for called in agents().forces.get(head, ()):
            body = known.organ(country, title_key(called))
            if body is not None:
                return known.name(body)
    return None


def sector(nouns: Nouns) -> str:
    """The sector of the last noun, or pair of nouns, that has one; empty where none has."""
    known = _sectors()
    for last in range(len(nouns), 0, -1):
        for first in (last - 2, last - 1):
            if first >= 0 and (found := known.get(" ".join(nouns[first:last]))):
                return found
    return ""


@cache
def _sectors() -> dict[str, str]:
    return {
        form: found for found, heads in voices().security_heads.items() for head in heads for form in noun_forms(head)
    }


def died_in_office(person: Person, period: Period | None) -> Spell | None:
    """The last office of somebody who is told to be dead, where it ended within weeks before `period`."""
    if period is None:
        return None
    ended = [spell for spell in person.spells if spell.stretch.until is not None]
    last = max(ended, key=lambda spell: last_day(spell.stretch.until or ""), default=None)
    if last is None or len(last.stretch.until or "") < len("YYYY-MM-DD"):
        return None
    gap = date.fromisoformat(period.first) - date.fromisoformat(last.stretch.until or "")
    return last if 0 <= gap.days <= _MOURNED else None


def _holds_another(spell: Spell | None, words: Nouns) -> bool:
    """Whether somebody called former of one office holds another one for a state at the time."""
    if spell is None or sector_of(spell.code) not in OFFICIAL_SECTORS:
        return False
    at = max(i for i, word in enumerate(words) if word in agents().former)
    return not spell_named(spell, words[at:])


def spell_named(spell: Spell, words: Nouns) -> bool:
    """Whether the words name the office of the spell."""
    return title_key(spell.title) <= key_of(words)


def _has_left(person: Person, words: Nouns, period: Period | None) -> bool:
    """Whether the words name an office that the person surely held, and left before `period`."""
    if period is None or not words:
        return False
    named = [spell for spell in person.spells if spell_named(spell, words)]
    return bool(named) and all(spell.stretch.until and last_day(spell.stretch.until) < period.first for spell in named)


def _has_begun(person: Person, period: Period) -> bool:
    """Whether the person had an office before the end of `period`."""
    begun = [spell.stretch.since or spell.stretch.seen or spell.stretch.until for spell in person.spells]
    return any(day is not None and first_day(day) <= period.last for day in begun)
