"""How likely two groups tell one story: a logistic model over what they share, and what rules that out."""

import math
import re
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Final

import msgspec

from reportedly.resolve.stories.group import Group, product
from reportedly.resolve.stories.rules import StoryRules
from reportedly.resolve.stories.sketch import Facet
from reportedly.schema import Noun

NEVER: Final = -99.0
"""The logit of two groups that a veto keeps apart."""
_AT: Final = {facet: at for at, facet in enumerate(Facet)}
_DAY: Final = timedelta(days=1)
_SEVERAL: Final = 3
"""Names from which on sharing none says something."""
_NEAR: Final = 3
"""Days by which reports of one happening may differ."""
_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_PLACES, _DAYS, _NAMES, _ENTITIES = (_AT[each] for each in (Facet.PLACES, Facet.DAYS, Facet.NAMES, Facet.ENTITIES))


class Trained(Noun, frozen=True, kw_only=True):
    """Where weights come from: what they were learned from, with which pages of rules, and how well they did.

    Attributes:
        data: what the pairs were made of; `background` what the rarity of words was counted in.
        pairs: how many, `same` how many of them of one story.
        figures: what was measured on topics held out, in words.
    """

    data: str
    background: str
    script: str
    seed: int
    pairs: int
    same: int
    figures: str


class Weights(Noun, frozen=True, kw_only=True):
    """A logistic model over `names`, in that order."""

    names: tuple[str, ...]
    values: tuple[float, ...]
    trained: Trained

    def __post_init__(self) -> None:
        if len(self.names) != len(self.values):
            raise ValueError(f"{len(self.names)} names for {len(self.values)} weights")


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights that are shipped."""
    packed = files("reportedly.resolve.stories").joinpath("data", "weights.json").read_bytes()
    return msgspec.json.decode(packed, type=Weights)


def names() -> tuple[str, ...]:
    """What the model looks at: three values a facet, the two sizes, and one that is always there."""
    sides = (f"{facet}: {what}" for facet in Facet for what in ("sums", "pairs", "missing"))
    return (*sides, "smaller size", "larger size", "always")


def values(one: Group, other: Group) -> list[float]:
    """What the model looks at, in the order of `names`; the same both ways round.

    For each facet the cosine of the groups' sums, the mean cosine of a member of the one and a member of the other, and
    whether one group has nothing there; logarithms of the sizes.
    """
    found = []
    mine, theirs = one.lengths, other.lengths
    for at in range(len(Facet)):
        both = mine[at] * theirs[at]
        if both > 0:
            shared = product(one.sums[at], other.sums[at])
            found += [shared / both, shared / (one.holding[at] * other.holding[at]), 0.0]
        else:
            found += [0.0, 0.0, 1.0]
    sizes = sorted((math.log(len(one)), math.log(len(other))))
    return [*found, *sizes, 1.0]


def logit(one: Group, other: Group, rules: StoryRules, model: tuple[float, ...]) -> float:
    """Logarithm of the odds that two groups tell one story; `NEVER` where a veto rules it out."""
    apart = gap(one, other)
    if apart > rules.window or vetoed(one, other):
        return NEVER
    late = max(0.0, (apart - rules.slow) / _DAY)
    told = sum(weight * value for weight, value in zip(model, values(one, other), strict=True) if value)
    return told - rules.fade * late


def gap(one: Group, other: Group) -> timedelta:
    """Time between the two groups' publications, 0 where they overlap or one of them has no date."""
    mine, theirs = one.ends, other.ends
    if mine is None or theirs is None:
        return timedelta(0)
    return max(mine[0] - theirs[1], theirs[0] - mine[1], timedelta(0))


def vetoed(one: Group, other: Group) -> bool:
    """Whether what two groups tell cannot be one story, whatever their words.

    Both name people, places or bodies, several each, and share none; or their readings know the places and the days,
    share no place, and no two of the days are near each other.
    """
    if _apart(one, other, _PLACES, 1) and _days_apart(one, other):
        return True
    return _apart(one, other, _NAMES, _SEVERAL) and not _shared(one, other, _ENTITIES)


def _apart(one: Group, other: Group, at: int, least: int) -> bool:
    return min(len(one.sums[at]), len(other.sums[at])) >= least and not _shared(one, other, at)


def _shared(one: Group, other: Group, at: int) -> bool:
    return not one.sums[at].keys().isdisjoint(other.sums[at].keys())


def _days_apart(one: Group, other: Group) -> bool:
    mine, theirs = (sorted(_days(group)) for group in (one, other))
    if not mine or not theirs:
        return False
    return all(abs(each - another) > _NEAR for each in mine for another in theirs)


def _days(group: Group) -> set[int]:
    """Numbers of the days that are given in full."""
    return {date.fromisoformat(day).toordinal() for day in group.sums[_DAYS] if _FULL.fullmatch(day)}
