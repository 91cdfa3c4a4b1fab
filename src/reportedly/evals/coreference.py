"""Owns the figures of coreference: MUC, B-cubed, CEAF-e and their mean, the CoNLL score, over two partitions.

The definitions are those of the shared tasks of 2011 and 2012 (Vilain and others 1995; Bagga and Baldwin 1998; Luo
2005), for gold mentions: both partitions hold the same items, and single items count.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final

from reportedly.evals.metrics import DIGITS, F1, Tally
from reportedly.schema import Noun

Partition = Sequence[frozenset[Hashable]]
_FAR: Final = float("inf")


class CoreferenceScore(Noun, frozen=True, kw_only=True):
    """How near one partition is to the gold one; each figure lies between 0 and 1."""

    muc: F1
    b_cubed: F1
    ceaf_e: F1
    conll: float


def coreference(gold: Iterable[Iterable[Hashable]], found: Iterable[Iterable[Hashable]]) -> CoreferenceScore:
    """The three figures and their mean.

    Raises:
        ValueError: an item stands in two clusters, or the partitions do not hold the same items.
    """
    ours, theirs = [frozenset(each) for each in gold], [frozenset(each) for each in found]
    if _homes(ours).keys() != _homes(theirs).keys():
        raise ValueError("the two partitions do not hold the same items")
    muc, cubed, entity = _muc(ours, theirs), _b_cubed(ours, theirs), _ceaf_e(ours, theirs)
    conll = round((muc.f1 + cubed.f1 + entity.f1) / 3, DIGITS)
    return CoreferenceScore(muc=muc, b_cubed=cubed, ceaf_e=entity, conll=conll)


def _homes(some: Partition) -> Mapping[Hashable, int]:
    """The cluster of each item."""
    homes = {item: at for at, cluster in enumerate(some) for item in cluster}
    if len(homes) != sum(map(len, some)):
        raise ValueError("an item stands in two clusters")
    return homes


def _muc(gold: Partition, found: Partition) -> F1:
    """Links that need not be added to make one partition of the other."""
    return F1.of(_links(found, gold), _links(gold, found), len(gold))


def _links(some: Partition, others: Partition) -> float:
    homes = _homes(others)
    kept = sum(len(each) - len({homes[item] for item in each}) for each in some)
    whole = sum(len(each) - 1 for each in some)
    return kept / whole if whole else 0.0


def _b_cubed(gold: Partition, found: Partition) -> F1:
    """For each item, how much of its cluster it shares with the other's."""
    shared = _overlaps(gold, found)
    count = sum(map(len, gold))
    right = sum(n * n / len(found[theirs]) for (_, theirs), n in shared.items())
    whole = sum(n * n / len(gold[ours]) for (ours, _), n in shared.items())
    return F1.of(right / count, whole / count, count) if count else F1.of(0.0, 0.0, 0)


def _overlaps(gold: Partition, found: Partition) -> dict[tuple[int, int], int]:
    homes = _homes(found)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for at, cluster in enumerate(gold):
        for item in cluster:
            shared[at, homes[item]] += 1
    return shared


def _ceaf_e(gold: Partition, found: Partition) -> F1:
    """The best pairing of clusters, one to one, by twice what they share over their sizes."""
    likeness = {
        (ours, theirs): 2 * n / (len(gold[ours]) + len(found[theirs]))
        for (ours, theirs), n in _overlaps(gold, found).items()
    }
    hit = sum(_best(part) for part in _parts(likeness))
    return Tally(hit=hit, gold=len(gold), pred=len(found)).f1()


def _parts(likeness: Mapping[tuple[int, int], float]) -> list[dict[tuple[int, int], float]]:
    """The pairs by connected part: clusters that share nothing, over however many, are never paired."""
    near: dict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
    for ours, theirs in likeness:
        near["gold", ours].add(("found", theirs))
        near["found", theirs].add(("gold", ours))
    part: dict[tuple[str, int], int] = {}
    for number, start in enumerate(near):
        stack = [] if start in part else [start]
        while stack:
            node = stack.pop()
            part[node] = number
            stack.extend(other for other in near[node] if other not in part)
    parts: dict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for (ours, theirs), value in likeness.items():
        parts[part["gold", ours]][ours, theirs] = value
    return list(parts.values())


def _best(likeness: Mapping[tuple[int, int], float]) -> float:
    """The greatest sum of a one to one pairing."""
    rows = sorted({ours for ours, _ in likeness})
    columns = sorted({theirs for _, theirs in likeness})
    if len(rows) > len(columns):
        likeness = {(theirs, ours): value for (ours, theirs), value in likeness.items()}
        rows, columns = columns, rows
    costs = [[-likeness.get((row, column), 0.0) for column in columns] for row in rows]
    return -_cheapest(costs)


def _cheapest(costs: Sequence[Sequence[float]]) -> float:
    """What the cheapest assignment of all rows to different columns costs (Kuhn 1955, with potentials, n^2 m)."""
    width = len(costs[0])
    above, beside = [0.0] * (len(costs) + 1), [0.0] * (width + 1)
    match = [0] * (width + 1)
    for row in range(1, len(costs) + 1):
        _augment(row, costs, match, above, beside)
    return sum(costs[row - 1][column - 1] for column, row in enumerate(match) if column and row)


def _augment(
    row: int, costs: Sequence[Sequence[float]], match: list[int], above: list[float], beside: list[float]
) -> None:
    """Give a row its column, moving others where that is cheaper."""
    width = len(match)
    least, came, used = [_FAR] * width, [0] * width, [False] * width
    match[0], at = row, 0
    while match[at]:
        used[at], held, step, after = True, match[at], _FAR, 0
        for column in range(1, width):
            if used[column]:
                continue
            gap = costs[held - 1][column - 1] - above[held] - beside[column]
            if gap < least[column]:
                least[column], came[column] = gap, at
            if least[column] < step:
                step, after = least[column], column
        for column in range(width):
            if used[column]:
                above[match[column]] += step
                beside[column] -= step
            else:
                least[column] -= step
        at = after
    while at:
        match[at] = match[came[at]]
        at = came[at]
