"""Weighed pairs -> clusters: the nearest two first, by the mean over all their pairs, and never against a veto."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What stands whatever the odds: pairs that a person joined or parted, and pairs that are vetoed."""

    joined: Collection[Pair] = ()
    parted: Collection[Pair] = ()
    vetoed: Collection[Pair] = ()


def clusters(
    count: int, odds: Mapping[Pair, float], ruled: Ruled, *, threshold: float, absent: float
) -> list[list[int]]:
    """The positions 0 to `count` in clusters, each in order, the clusters by their first.

    The mean runs over every pair across two clusters, a pair that was not weighed counting `absent`; so one good pair
    does not draw two large clusters together. What is vetoed stands apart whatever else is near.

    A person's word goes before a veto; of pairs joined against a pair parted, over others, the last are left out.

    Args:
        odds: log odds by pair, the smaller position first.
    """
    state = _State(count, odds, absent)
    state.part(ruled.parted)
    for one, other in sorted(ruled.joined):
        ours, theirs = state.home(one), state.home(other)
        if ours != theirs and theirs not in state.apart[ours]:
            state.merge(ours, theirs)
    state.part(ruled.vetoed)
    state.run(threshold)
    return sorted(sorted(each) for each in state.members.values())


class _State:
    """The clusters while they are merged; a cluster goes by its smallest position."""

    def __init__(self, count: int, odds: Mapping[Pair, float], absent: float) -> None:
        self.members = {at: [at] for at in range(count)}
        self.apart: list[set[int]] = [set() for _ in range(count)]
        self.sums: list[dict[int, float]] = [{} for _ in range(count)]
        for (one, other), value in odds.items():
            self.sums[one][other] = self.sums[other][one] = value - absent
        self.absent = absent
        self._homes = list(range(count))

    def home(self, at: int) -> int:
        """The cluster of a position."""
        while self._homes[at] != at:
            at = self._homes[at]
        return at

    def part(self, pairs: Iterable[Pair]) -> None:
        """Keep the clusters of some pairs apart, where they are not one already."""
        for one, other in pairs:
            ours, theirs = self.home(one), self.home(other)
            if ours != theirs:
                self.apart[ours].add(theirs)
                self.apart[theirs].add(ours)

    def mean(self, one: int, other: int) -> float:
        """The mean log odds over all pairs across two clusters."""
        return self.absent + self.sums[one][other] / (len(self.members[one]) * len(self.members[other]))

    def merge(self, one: int, other: int) -> int:
        """One cluster of two; the name of it."""
        kept, gone = min(one, other), max(one, other)
        self.members[kept] += self.members.pop(gone)
        self._homes[gone] = kept
        for near, value in self.sums[gone].items():
            del self.sums[near][gone]
            if near != kept:
                self.sums[kept][near] = self.sums[near][kept] = self.sums[kept].get(near, 0.0) + value
        for far in self.apart[gone]:
            self.apart[far].discard(gone)
            self.apart[far].add(kept)
        self.apart[kept] |= self.apart[gone]
        self.sums[gone], self.apart[gone] = {}, set()
        return kept

    def run(self, threshold: float) -> None:
        """Merge the nearest two as long as they are near enough."""
        heap = [(-self.mean(one, other), one, other) for one in self.members for other in self.sums[one] if one < other]
        heapify(heap)
        while heap:
            less, one, other = heappop(heap)
            if -less < threshold:
                return
            if other not in self.sums[one] or other in self.apart[one] or -self.mean(one, other) != less:
                continue
            kept = self.merge(one, other)
            for near in self.sums[kept]:
                heappush(heap, (-self.mean(*sorted((kept, near))), min(kept, near), max(kept, near)))
