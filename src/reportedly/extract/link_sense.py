"""Which of several that share a name an article means: evidence for each, added up; nobody where it is too little."""

from collections import Counter
from typing import Final, NamedTuple

from reportedly.knowledge.directory import Directory
from reportedly.knowledge.names import Name, NameKind

_NAMED: Final = 4.0
_TIED: Final = 1.0
_NEAR: Final = 1.0
_MOST_NEAR: Final = 3
_HERE: Final = 2.0
_ENOUGH: Final = 1.0
_MARGIN: Final = 0.5
_LOCAL: Final = frozenset({NameKind.ACTOR, NameKind.OUTLET})


class Evidence(NamedTuple):
    """What an article tells.

    Attributes:
        present: how often each entity is named by a name of its own.
        countries: how often each country has a name in it, by ISO3.
        lower: the text in lower case.
    """

    present: Counter[str]
    countries: Counter[str]
    lower: str


def sense(name: Name, known: Directory, evidence: Evidence) -> Name:
    """The one of the name's candidates that most speaks for; the name itself where too little does.

    For a candidate speak its other names, its country, what it is tied to, and the words of `homonyms.yaml`.
    """
    scored = sorted(((_weight(entity, name, known, evidence), entity) for entity in name.candidates), reverse=True)
    (most, best), (second, _) = scored[0], scored[1]
    if most < _ENOUGH or most - second < _MARGIN:
        return name
    return known.name(best) or name


def _weight(entity: str, name: Name, known: Directory, evidence: Evidence) -> float:
    meant, actor, shared = known.name(entity), known.actor(entity), known.homonym(name)
    total = _NAMED if entity in evidence.present else 0.0
    if meant is not None and meant.country is not None and meant.kind in _LOCAL:
        total += _HERE * evidence.countries[meant.country] / max(evidence.countries.total(), 1)
    tied = [tie.object for tie in actor.relations] if actor is not None else []
    tied += [other.id for other, _ in known.dependents(entity)]
    total += _TIED if any(other in evidence.present for other in tied) else 0.0
    senses = [each for each in shared.senses if each.entity == entity] if shared is not None else []
    near = sum(word in evidence.lower for each in senses for word in each.near)
    return total + _NEAR * min(near, _MOST_NEAR)
