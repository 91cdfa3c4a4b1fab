"""Groups made anew from their articles alone, the likeliest two first, whatever the order in which these came."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from reportedly.resolve.stories.deciding import logit
from reportedly.resolve.stories.group import Group
from reportedly.resolve.stories.rules import StoryRules
from reportedly.resolve.stories.sketch import Sketch


def regrouped(
    members: Iterable[Sketch], rules: StoryRules, model: tuple[float, ...], least: float
) -> list[frozenset[str]]:
    """Ids of articles, by group: the two groups likeliest to be one story become one until none are likely enough.

    Args:
        least: the logit from which on two groups are one.
    """
    ranked = sorted(members, key=lambda each: each.article)
    groups = {number: Group([each]) for number, each in enumerate(ranked)}
    heap = [
        (-odds, one, other)
        for one, other in combinations(groups, 2)
        if (odds := logit(groups[one], groups[other], rules, model)) > least
    ]
    heapify(heap)
    new = len(groups)
    while heap:
        _, one, other = heappop(heap)
        if one not in groups or other not in groups:
            continue
        joined = Group([*groups.pop(one).members.values(), *groups.pop(other).members.values()])
        for number, group in groups.items():
            odds = logit(joined, group, rules, model)
            if odds > least:
                heappush(heap, (-odds, number, new))
        groups[new] = joined
        new += 1
    return [frozenset(group.members) for group in groups.values()]


def successors(old: dict[int, frozenset[str]], new: Sequence[frozenset[str]]) -> list[int | None]:
    """Which old group each new one goes on from: the one founded first of those that are mostly in it.

    None for a new group in which no old one mostly is. An old group that is mostly in a new one which goes on from another
    has become part of that.
    """
    going_on: list[int | None] = [None] * len(new)
    for number in sorted(old, reverse=True):
        going_on[mostly(old[number], new)] = number
    return going_on


def mostly(old: frozenset[str], new: Sequence[frozenset[str]]) -> int:
    """The new group in which most of an old one is; of several the one with the least id."""
    return max(range(len(new)), key=lambda at: (len(old & new[at]), [-ord(each) for each in min(new[at])]))
