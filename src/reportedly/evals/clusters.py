"""How alike two ways of grouping the same things are: B-cubed, adjusted Rand index, adjusted mutual information."""

from collections import Counter
from collections.abc import Hashable, Mapping
from math import exp, lgamma, log

from reportedly.schema import Noun

Groups = Mapping[str, Hashable]
"""Thing -> its group."""


class BCubed(Noun, frozen=True, kw_only=True):
    """Averages over things (Bagga and Baldwin 1998)."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(gold: Groups, found: Groups) -> BCubed:
    """Of each thing's found group the share that belongs with it, and of its true group the share that is found.

    Raises:
        ValueError: the two group different things, or none.
    """
    both, true, made = _counts(gold, found)
    precision = sum(count * count / made[group] for (_, group), count in both.items())
    recall = sum(count * count / true[group] for (group, _), count in both.items())
    return BCubed(precision=precision / len(gold), recall=recall / len(gold))


def adjusted_rand(gold: Groups, found: Groups) -> float:
    """Agreement on pairs beyond chance (Hubert and Arabie 1985), 1 for the same groups."""
    both, true, made = _counts(gold, found)
    same, ours, theirs = (sum(_pairs(count) for count in each.values()) for each in (both, true, made))
    expected = ours * theirs / _pairs(len(gold)) if len(gold) > 1 else 0.0
    most = (ours + theirs) / 2
    return 1.0 if most == expected else (same - expected) / (most - expected)


def adjusted_mutual_information(one: Groups, other: Groups) -> float:
    """Shared information beyond chance, over the mean of both entropies (Vinh, Epps and Bailey 2010)."""
    both, first, second = _counts(one, other)
    many = len(one)
    if len(first) == len(second) and len(first) in {1, many}:
        return 1.0
    shared = sum(
        count / many * log(many * count / (first[mine] * second[theirs])) for (mine, theirs), count in both.items()
    )
    expected = _expected(Counter(first.values()), Counter(second.values()), many)
    mean = (_entropy(first, many) + _entropy(second, many)) / 2
    return (shared - expected) / (mean - expected) if mean != expected else 1.0


def _counts(
    one: Groups, other: Groups
) -> tuple[Counter[tuple[Hashable, Hashable]], Counter[Hashable], Counter[Hashable]]:
    if not one or one.keys() != other.keys():
        raise ValueError("both groupings are of the same things, at least one")
    pairs = Counter((group, other[thing]) for thing, group in one.items())
    return pairs, Counter(one.values()), Counter(other.values())


def _pairs(count: int) -> float:
    return count * (count - 1) / 2


def _entropy(sizes: Counter[Hashable], many: int) -> float:
    return -sum(size / many * log(size / many) for size in sizes.values())


def _expected(first: Counter[int], second: Counter[int], many: int) -> float:
    """Mutual information that groups of these sizes have by chance; sizes with how often they occur."""
    total = 0.0
    for mine, times in first.items():
        for theirs, often in second.items():
            total += times * often * _of_sizes(mine, theirs, many)
    return total


def _of_sizes(mine: int, theirs: int, many: int) -> float:
    fixed = sum(lgamma(size + 1) for size in (mine, theirs, many - mine, many - theirs)) - lgamma(many + 1)
    total = 0.0
    for shared in range(max(1, mine + theirs - many), min(mine, theirs) + 1):
        rest = (shared, mine - shared, theirs - shared, many - mine - theirs + shared)
        chance = exp(fixed - sum(lgamma(size + 1) for size in rest))
        total += shared / many * log(many * shared / (mine * theirs)) * chance
    return total
