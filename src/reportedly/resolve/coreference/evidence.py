"""What speaks for and against two sightings being one event: named numbers, and the vetoes that no score overcomes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log, log1p, sqrt
from typing import Final

from reportedly.knowledge.globe import distance_km
from reportedly.resolve.coreference.sighting import Sighting, Where
from reportedly.resolve.coreference.words import kinship
from reportedly.schema import Status

FEATURES: Final = (
    "one trigger", "trigger overlap", "rare trigger", "near in sense", "very near in sense", "one type", "other type",
    "one mode", "other mode", "shared actors", "other actors", "shared recipients", "other recipients", "roles swapped",
    "party overlap", "one place", "other place", "one time", "other time", "days apart", "one number",
    "numbers that conflict", "one status", "other status", "shared sentence", "shared surroundings", "shared words",
    "articles alike", "both open", "one article", "one article, one trigger", "one trigger, other parties",
    "one trigger, shared sentence", "near in sense, shared sentence", "near in sense, party overlap",
    "other trigger, one sentence",
)  # fmt: skip
"""The names of the numbers that a pair is weighed by, in the order of the weights."""

_NEAR_KM: Final = 50.0
_FAR_KM: Final = 150.0
_APART: Final = 2
"""Days between two days that one event does not bridge: a clock's doubt is one."""
_AHEAD: Final = frozenset({Status.PLANNED, Status.THREATENED, Status.WARNED, Status.DEMANDED, Status.HYPOTHETICAL})


@dataclass(slots=True)
class Setting:
    """How common each stem is among the articles at hand, and what each article speaks of."""

    rarity: dict[str, float] = field(default_factory=dict)
    speaks: dict[str, frozenset[str]] = field(default_factory=dict)
    common: float = 1.0

    @classmethod
    def of(cls, some: Iterable[Sighting]) -> "Setting":
        """The setting of some sightings."""
        speaks: dict[str, set[str]] = {}
        for each in some:
            speaks.setdefault(each.ref.article, set()).update(each.around, each.near, each.stems)
        counts = Counter(stem for stems in speaks.values() for stem in stems)
        rarity = {stem: log(1 + len(speaks) / count) for stem, count in counts.items()}
        return cls(rarity, {article: frozenset(stems) for article, stems in speaks.items()}, log(1 + len(speaks)))

    def weight(self, some: Iterable[str]) -> float:
        """The weights of some stems, squared and summed in order."""
        return sum(self.rarity.get(each, self.common) ** 2 for each in sorted(some))

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How alike two sets of stems are, 0 to 1."""
        shared = one & other
        if not shared:
            return 0.0
        return self.weight(shared) / sqrt(self.weight(one) * self.weight(other))


def evidence(one: Sighting, other: Sighting, setting: Setting) -> tuple[float, ...]:
    """The numbers of `FEATURES` for two sightings; the same whichever comes first."""
    same = float(one.stems[-1] == other.stems[-1])
    near = 1.0 if same else max(0.0, kinship(one.trigger, other.trigger))
    here, theirs = frozenset(one.stems), frozenset(other.stems)
    shared = len(here & theirs) / len(here | theirs)
    parties = setting.cosine(one.actors | one.recipients, other.actors | other.recipients)
    apart = _other(one.actors | one.recipients, other.actors | other.recipients)
    sentence, around = setting.cosine(one.near, other.near), setting.cosine(one.around, other.around)
    inside = float(one.ref.article == other.ref.article)
    speaks = setting.cosine(setting.speaks[one.ref.article], setting.speaks[other.ref.article])
    place, elsewhere = _places(one.places, other.places)
    time, then, days = _times(one, other)
    number, conflict = _numbers(one, other)
    rare = setting.rarity.get(one.stems[-1], setting.common) if same else 0.0
    ahead = _ahead(one) - _ahead(other) if one.statuses and other.statuses else None
    return (
        same, shared, rare, near, max(0.0, near - 0.5) * 2, *_said(one.kind, other.kind), *_said(one.mode, other.mode),
        *_sides(one.actors, other.actors), *_sides(one.recipients, other.recipients), _swapped(one, other), parties,
        place, elsewhere, time, then, days, number, conflict, float(ahead == 0), float(bool(ahead)), sentence, around,
        log1p(len(one.runs & other.runs)) * (1 - inside), speaks * (1 - inside), float(one.lead and other.lead),
        inside, inside * same, same * apart, same * sentence, near * sentence, near * parties,
        inside * (1 - same) * float(one.near == other.near),
    )  # fmt: skip


def veto(one: Sighting, other: Sighting) -> str | None:
    """Why the two cannot be one event whatever else agrees; None where they can.

    Two exact days that lie too far apart for a clock to be wrong, or two towns too far apart to be the same.
    """
    if one.when is not None and other.when is not None and _is_day(one) and _is_day(other):
        gap = abs((one.when[0] - other.when[0]).days)
        if gap >= _APART:
            return f"{gap} days apart"
    points = [(ours, theirs) for ours in one.places for theirs in other.places if ours.point and theirs.point]
    if points and len(points) == len(one.places) * len(other.places):
        least = min(distance_km(ours.point, theirs.point) for ours, theirs in points if ours.point and theirs.point)
        if least > _FAR_KM:
            return f"{least:.0f} km apart"
    return None


def _said(one: str, other: str) -> tuple[float, float]:
    known = bool(one and other)
    return float(known and one == other), float(known and one != other)


def _sides(one: frozenset[str], other: frozenset[str]) -> tuple[float, float]:
    return float(bool(one & other)), _other(one, other)


def _other(one: frozenset[str], other: frozenset[str]) -> float:
    return float(bool(one and other) and not one & other)


def _swapped(one: Sighting, other: Sighting) -> float:
    if one.actors & other.actors or one.recipients & other.recipients:
        return 0.0
    return float(bool(one.actors & other.recipients or one.recipients & other.actors))


def _places(some: Sequence[Where], others: Sequence[Where]) -> tuple[float, float]:
    """Whether any two places agree, and whether all disagree."""
    verdicts = [_place(one, other) for one in some for other in others]
    return float(any(each > 0 for each in verdicts)), float(bool(verdicts) and all(each < 0 for each in verdicts))


def _place(one: Where, other: Where) -> int:
    """1 where two places agree, -1 where they do not, 0 where that cannot be told."""
    if one.names & other.names:
        return 1
    if one.point is not None and other.point is not None:
        gap = distance_km(one.point, other.point)
        return 1 if gap <= _NEAR_KM else -1 if gap > _FAR_KM else 0
    if one.country is not None and other.country is not None:
        return -1 if one.country != other.country else 0
    return -1 if one.country is None and other.country is None else 0


def _times(one: Sighting, other: Sighting) -> tuple[float, float, float]:
    """Whether the times agree, whether they do not, and how far apart they lie."""
    if one.when is not None and other.when is not None:
        gap = max((one.when[0] - other.when[1]).days, (other.when[0] - one.when[1]).days, 0)
        return float(gap == 0), float(gap > 0), log1p(gap)
    shared = one.times & other.times
    return float(bool(shared)), _other(one.times, other.times), 0.0


def _is_day(one: Sighting) -> bool:
    return one.when is not None and one.when[0] == one.when[1]


def _numbers(one: Sighting, other: Sighting) -> tuple[float, float]:
    """Whether any count agrees, and whether counts of one thing disagree throughout."""
    pairs = [(a, b) for a in one.numbers for b in other.numbers if a[0] == b[0]]
    agree = any(a[1] <= b[2] and b[1] <= a[2] for a, b in pairs)
    return float(agree), float(bool(pairs) and not agree)


def _ahead(one: Sighting) -> int:
    """Whether all that is said of it lies ahead."""
    return int(one.statuses <= _AHEAD)
