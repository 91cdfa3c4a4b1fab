"""What speaks for and against two sightings being one event: named numbers, and the vetoes that no score overcomes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log, log1p, sqrt
from typing import Final

from reportedly.knowledge.globe import distance_km
from reportedly.resolve.coreference.sighting import Sighting, Where
from reportedly.resolve.coreference.words import kinship, likeness
from reportedly.schema import Status

TEXT: Final = (
    "one trigger", "trigger overlap", "rare trigger", "near in sense", "very near in sense", "shared actors",
    "other actors", "shared recipients", "other recipients", "roles swapped", "party overlap", "one place",
    "other place", "one time", "other time", "shared sentence", "shared surroundings", "shared words", "articles alike",
    "one article", "one trigger, other parties", "one trigger, shared sentence", "near in sense, shared sentence",
    "near in sense, party overlap", "other trigger, one sentence", "plain trigger", "told by few", "told by many",
    "often told", "least central", "most central", "in the lead", "both early", "one form", "size of the story",
    "shared words before", "shared words after", "shared words beside", "sense of the sentence",
    "sense of the words beside", "sense of the words before", "sense of the words after", "sense of the parties",
)  # fmt: skip
"""What any text gives, in the order in which the trees know it."""
KNOWN: Final = (
    "one type", "other type", "one mode", "other mode", "days apart", "one number", "numbers that conflict",
    "one status", "other status", "two events to one reader",
)  # fmt: skip
"""What only a reading gives, in the order of the weights."""

_NEAR_KM: Final = 50.0
_FAR_KM: Final = 150.0
_APART: Final = 2
"""Days between two days that one event does not bridge: a clock's doubt is one."""
_KIN: Final = 0.35
"""How near in sense two triggers are said to be near."""
_LEAD: Final = 1
"""The last sentence of those that an article opens with."""
_AHEAD: Final = frozenset({Status.PLANNED, Status.THREATENED, Status.WARNED, Status.DEMANDED, Status.HYPOTHETICAL})


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sightings at hand have in common.

    Attributes:
        rarity: how rare each stem is among the articles; `common` for one that is in none.
        speaks: the stems of each article.
        told: in which share of the articles a trigger stands, by its head; `often` how often.
        central: how much of an article's sentence the other articles speak of, by sighting.
    """

    rarity: dict[str, float]
    speaks: dict[str, frozenset[str]]
    common: float
    told: dict[str, float]
    often: Counter[str]
    central: dict[str, float]

    @classmethod
    def of(cls, some: Sequence[Sighting]) -> "Setting":
        """The setting of some sightings."""
        speaks: dict[str, set[str]] = {}
        heads: dict[str, set[str]] = {}
        for each in some:
            speaks.setdefault(each.ref.article, set()).update(each.around, each.near, each.stems)
            heads.setdefault(each.stems[-1], set()).add(each.ref.article)
        counts = Counter(stem for stems in speaks.values() for stem in stems)
        size = max(1, len(speaks))
        return cls(
            rarity={stem: log(1 + size / count) for stem, count in counts.items()},
            speaks={article: frozenset(stems) for article, stems in speaks.items()},
            common=log(1 + size),
            told={head: len(articles) / size for head, articles in heads.items()},
            often=Counter(each.stems[-1] for each in some),
            central={
                each.key: sum(counts[stem] for stem in each.near) / size / max(1, len(each.near)) for each in some
            },
        )

    def weight(self, some: Iterable[str]) -> float:
        """The weights of some stems, squared and summed."""
        return fsum(self.rarity.get(each, self.common) ** 2 for each in some)

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How alike two sets of stems are, 0 to 1."""
        shared = one & other
        if not shared:
            return 0.0
        return self.weight(shared) / sqrt(self.weight(one) * self.weight(other))


def from_text(one: Sighting, other: Sighting, setting: Setting, plain: Mapping[str, float]) -> tuple[float, ...]:
    """The numbers of `TEXT` for two sightings; the same whichever comes first.

    Args:
        plain: how many matters a stem is a trigger in, as a share; what is said of everything tells nothing.
    """
    same = float(one.stems[-1] == other.stems[-1])
    near = 1.0 if same else max(0.0, kinship(one.trigger, other.trigger))
    parties = setting.cosine(one.actors | one.recipients, other.actors | other.recipients)
    sentence = setting.cosine(one.near, other.near)
    inside = float(one.ref.article == other.ref.article)
    speaks = setting.cosine(setting.speaks[one.ref.article], setting.speaks[other.ref.article])
    return (
        *_triggers(one, other, setting, same, near), *_sides(one.actors, other.actors),
        *_sides(one.recipients, other.recipients), _swapped(one, other), parties, *_places(one.places, other.places),
        *_times(one, other), sentence, setting.cosine(one.around, other.around),
        log1p(len(one.runs & other.runs)) * (1 - inside), speaks * (1 - inside), inside,
        same * _other(one.actors | one.recipients, other.actors | other.recipients), same * sentence, near * sentence,
        near * parties, inside * (1 - same) * float(one.near == other.near), *_stand(one, other, setting, plain),
        setting.cosine(one.left, other.left), setting.cosine(one.right, other.right),
        setting.cosine(one.left | one.right, other.left | other.right), likeness(one.near, other.near),
        likeness(one.left | one.right, other.left | other.right), likeness(one.left, other.left),
        likeness(one.right, other.right),
        likeness(one.actors | one.recipients, other.actors | other.recipients),
    )  # fmt: skip


def from_reading(one: Sighting, other: Sighting) -> tuple[float, ...]:
    """The numbers of `KNOWN` for two sightings; all 0 where nothing of it is known."""
    ahead = _ahead(one) == _ahead(other) if one.statuses and other.statuses else None
    kinds, modes = _said(one.kind, other.kind), _said(one.mode, other.mode)
    twice = float(bool(one.kind) and one.ref.article == other.ref.article)
    agreed = (float(ahead is True), float(ahead is False))
    return *kinds, *modes, log1p(_gap(one, other)), *_numbers(one, other), *agreed, twice


def _triggers(one: Sighting, other: Sighting, setting: Setting, same: float, near: float) -> tuple[float, ...]:
    here, theirs = frozenset(one.stems), frozenset(other.stems)
    rare = setting.rarity.get(one.stems[-1], setting.common) if same else 0.0
    return same, len(here & theirs) / len(here | theirs), rare, near, max(0.0, near - 0.5) * 2


def _stand(one: Sighting, other: Sighting, setting: Setting, plain: Mapping[str, float]) -> tuple[float, ...]:
    """How the two stand in the story."""
    heads = (one.stems[-1], other.stems[-1])
    told = [setting.told[head] for head in heads]
    central = (setting.central[one.key], setting.central[other.key])
    return (
        max(plain.get(head, 0.0) for head in heads), min(told), max(told),
        log(min(setting.often[head] for head in heads)), min(central), max(central),
        float(min(one.at, other.at) <= _LEAD), 1 / (1 + max(one.at, other.at)), float(one.trigger == other.trigger),
        log(len(setting.speaks)),
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


def _times(one: Sighting, other: Sighting) -> tuple[float, float]:
    """Whether the times agree, and whether they do not."""
    if one.when is not None and other.when is not None:
        gap = _gap(one, other)
        return float(gap == 0), float(gap > 0)
    return float(bool(one.times & other.times)), _other(one.times, other.times)


def _gap(one: Sighting, other: Sighting) -> int:
    """Days between the two; 0 where they overlap or are not known."""
    if one.when is None or other.when is None:
        return 0
    return max((one.when[0] - other.when[1]).days, (other.when[0] - one.when[1]).days, 0)


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


def reasons(one: Sighting, other: Sighting, *, same: bool) -> tuple[str, ...]:
    """What can be said for a verdict in words, never empty."""
    place, elsewhere = _places(one.places, other.places)
    time, then = _times(one, other)
    number, conflict = _numbers(one, other)
    near = kinship(one.trigger, other.trigger)
    trigger = one.stems[-1] == other.stems[-1]
    pro = (
        (trigger, "one trigger"), (not trigger and near >= _KIN, "triggers near in sense"),
        (bool(one.mode) and one.mode == other.mode, "one mode"), (bool(one.actors & other.actors), "shared actors"),
        (bool(one.recipients & other.recipients), "shared recipients"), (bool(place), "one place"),
        (bool(time), "times that agree"), (bool(number), "a number that agrees"),
        (bool(one.runs & other.runs), "shared words"), (bool(one.near & other.near), "sentences on one matter"),
    )  # fmt: skip
    con = (
        (bool(then), "times that do not agree"), (bool(elsewhere), "other places"),
        (bool(conflict), "numbers that conflict"), (one.kind != other.kind, "other types"),
        (one.mode != other.mode and bool(one.mode and other.mode), "other modes"),
        (bool(_other(one.actors, other.actors)), "other actors"),
        (bool(_other(one.recipients, other.recipients)), "other recipients"),
        (not trigger and near < _KIN, "triggers far in sense"),
    )  # fmt: skip
    return tuple(words for holds, words in (pro if same else con) if holds) or ("what little is told of them",)
