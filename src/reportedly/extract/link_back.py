"""Words that mean somebody named before: `the group`, `the foreign minister`, `Tehran's Lebanon-based proxy`."""

from collections.abc import Sequence
from typing import Final

from reportedly.extract.link_article import ArticleNames
from reportedly.knowledge.actors import Actor, TieKind
from reportedly.knowledge.agents import agents
from reportedly.knowledge.codes import sector
from reportedly.knowledge.directory import Directory
from reportedly.knowledge.names import Name
from reportedly.knowledge.people import Person, Spell
from reportedly.knowledge.spells import Period, first_day
from reportedly.knowledge.titles import key_of, title_key


def antecedent(
    names: ArticleNames,
    known: Directory,
    place: int,
    nouns: Sequence[str],
    country: str | None,
    period: Period | None,
) -> Name | None:
    """The last body named before `place` that the nouns can mean.

    Args:
        nouns: the noun phrase without its determiner, in lower case.
        country: where the body must be from; None where the words do not say.
        period: when ties that the words speak of must hold.
    """
    head = nouns[-1]
    sectors = agents().anaphors.get(head)
    if sectors is None:
        return None
    for name in names.before(place):
        actor = known.actor(name.entity)
        if actor is None or (country is not None and actor.country != country):
            continue
        meant = (sector(actor.code) or actor.code) in sectors or _is_called(actor, head)
        if meant and _fits(actor, nouns[:-1], known, period):
            return name
    return None


HEADS: Final = frozenset(
    "minister president secretary general commander chief leader premier chancellor king emir spokesman ambassador "
    "director governor speaker chairman prime admiral ayatollah sultan prince marshal envoy".split()
)
"""The nouns that the titles of single people are made with."""
_CIVIL: Final = frozenset("minister president secretary premier chancellor governor speaker envoy leader".split())


def titled(
    names: ArticleNames, known: Directory, place: int, nouns: Sequence[str], period: Period | None
) -> tuple[Person, Name] | None:
    """The last person named before `place` whose office the nouns name, in full or in part, or whose rank they are.

    Args:
        period: when somebody called `former` must be out of office.
    """
    if len(nouns) == 1 and nouns[0] not in _CIVIL and (ranked := names.ranked(place, nouns[0])) is not None:
        person = known.person(ranked.entity)
        return None if person is None else (person, ranked)
    key = key_of(noun for noun in nouns if noun not in agents().former)
    if not key or key & agents().deputies or key.isdisjoint(HEADS):
        return None
    former = not agents().former.isdisjoint(nouns)
    for name in names.before(place):
        person = known.person(name.entity)
        if person is None:
            continue
        now = person.at(period)
        if former and now is not None and key <= title_key(now.title):
            continue
        if any(key <= title_key(spell.title) and (not former or _begun(spell, period)) for spell in person.spells):
            return person, name
    return None


def _begun(spell: Spell, period: Period | None) -> bool:
    """Whether a spell had begun by the end of `period`."""
    return period is None or spell.stretch.since is None or first_day(spell.stretch.since) <= period.last


def dependent(
    names: ArticleNames,
    known: Directory,
    owner: str,
    head: str,
    modifiers: Sequence[str],
    period: Period | None,
) -> Actor | None:
    """The one actor that is the proxy or ally of `owner`; of several the one that the article names.

    Args:
        head: the noun, one of those of `agents.yaml`.
        modifiers: the words before it, such as `lebanon-based`.
    """
    kinds = agents().dependents[head]
    tied = [
        actor
        for actor, tie in known.dependents(owner)
        if tie.kind in kinds and tie.holds(period) and _fits(actor, modifiers, known, period)
    ]
    found = {actor.id: actor for actor in tied}
    named = [actor for actor in found.values() if names.is_present(actor.id)]
    if len(named) == 1:
        return named[0]
    closest = {
        actor.id: actor
        for actor, tie in known.dependents(owner)
        if actor.id in found and tie.kind is TieKind.PROXY_OF
    }
    for group in (found, closest):
        if len(group) == 1 and not named:
            return next(iter(group.values()))
    return None


def _fits(actor: Actor, modifiers: Sequence[str], known: Directory, period: Period | None) -> bool:
    """Whether an actor is what words such as `iran-backed` or `lebanon-based` say."""
    for modifier in modifiers:
        said, _, how = modifier.rpartition("-")
        if how not in agents().ties or not said:
            continue
        owner = _state(said, known)
        if owner is None:
            continue
        kinds = agents().ties[how]
        if kinds and not any(t.kind in kinds and t.object == owner and t.holds(period) for t in actor.relations):
            return False
        if how == "based" and actor.country != owner:
            return False
    return True


def _state(word: str, known: Directory) -> str | None:
    """The country that a word in lower case names: `iran`, `us`, `iranian`."""
    for written in (word.capitalize(), word.upper(), word.title()):
        hits = known.index.find([written])
        if hits and hits[0].name.country is not None:
            return hits[0].name.country
    return None


def _is_called(actor: Actor, head: str) -> bool:
    return any(head in text.lower().split() for text in (actor.name, *actor.aliases))


