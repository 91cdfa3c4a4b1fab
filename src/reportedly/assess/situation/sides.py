"""Between whom an event is: by codes of its participants, and through armed groups by who is known to back them."""

from collections.abc import Iterable
from functools import cache
from itertools import combinations, product
from typing import Final

from reportedly.knowledge.actors import Actor, TieKind, actors
from reportedly.knowledge.spells import Period
from reportedly.schema import Event, EventType, Participant, Scope

_BACKING: Final = frozenset({TieKind.BACKED_BY, TieKind.PROXY_OF})
_RECIPROCAL: Final = frozenset({EventType.ASSAULT, EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
"""Types that two actors may do to each other, both told as actors (codebook, ruling 18)."""


def dyads(event: Event) -> frozenset[Scope]:
    """The pairs of sides of an event, by the countries or bodies in the codes of its participants."""
    return _pairs(event, [_own(each) for each in event.actors], [_own(each) for each in event.recipients])


def backed(event: Event, period: Period | None) -> frozenset[Scope]:
    """The pairs of an event in which a side stands behind an armed group, as far as ties of `knowledge` hold then."""
    acting = [_own(each) | _backers(each, period) for each in event.actors]
    suffering = [_own(each) | _backers(each, period) for each in event.recipients]
    return _pairs(event, acting, suffering) - dyads(event)


def _pairs(event: Event, acting: Iterable[frozenset[str]], suffering: Iterable[frozenset[str]]) -> frozenset[Scope]:
    first, second = list(acting), list(suffering)
    if second or event.type not in _RECIPROCAL:
        met = product(first, second)
        return frozenset(_scope(a, b) for one, other in met for a, b in product(one, other) if a != b)
    return frozenset(_scope(a, b) for one, other in combinations(first, 2) for a, b in product(one, other) if a != b)


def _scope(one: str, other: str) -> Scope:
    return Scope(sides=(min(one, other), max(one, other)))


def _own(participant: Participant) -> frozenset[str]:
    return frozenset({participant.code[:3]}) if participant.code else frozenset()


def _backers(participant: Participant, period: Period | None) -> frozenset[str]:
    """Countries that back an armed group."""
    actor = _by_id().get(participant.entity or "")
    ties = () if actor is None else actor.relations
    found = (_country(tie.object) for tie in ties if tie.kind in _BACKING and tie.holds(period))
    return frozenset(each for each in found if each is not None)


def _country(id_: str) -> str | None:
    """The country that an id stands for, or whose body it is."""
    actor = _by_id().get(id_)
    if actor is not None:
        return actor.code[:3]
    return id_[:3] if len(id_.split("/", maxsplit=1)[0]) == 3 and id_[:3].isupper() else None


@cache
def _by_id() -> dict[str, Actor]:
    return {actor.id: actor for actor in actors()}
