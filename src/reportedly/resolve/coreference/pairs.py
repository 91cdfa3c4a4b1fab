"""Which pairs are looked at: those that share a trigger, its sense, its kind with a place or day, or words in a row."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Final

from reportedly.resolve.coreference.sighting import Sighting
from reportedly.resolve.coreference.words import kinship

_KIN: Final = 0.35
"""How near in sense two triggers are looked at."""
_BLOCK: Final = 64
"""So many sightings of one key are compared each with each; of more, each with so many after it in order."""

Pair = tuple[int, int]


def candidates(some: Sequence[Sighting]) -> list[Pair]:
    """Pairs of positions worth weighing, in order; at most `_BLOCK` for each key of each sighting.

    Args:
        some: in the order of their keys, so that the same pairs come out whatever order they came in.
    """
    blocks: dict[tuple[str, ...], list[int]] = {}
    for at, each in enumerate(some):
        for key in _keys(each):
            blocks.setdefault(key, []).append(at)
    found = {pair for block in blocks.values() for pair in _within(block)}
    for one, other in _kin(some):
        found.update(_between(blocks["trigger", one], blocks["trigger", other]))
    return sorted(found)


def _keys(each: Sighting) -> Iterator[tuple[str, ...]]:
    yield from dict.fromkeys(("trigger", stem) for stem in each.stems)
    if each.kind:
        names = sorted({name for place in each.places for name in place.names})
        yield from (("place", each.kind, name) for name in names)
        if each.mode:
            yield "mode", each.kind, each.mode
        if each.when is not None and each.when[0] == each.when[1]:
            yield "day", each.kind, each.when[0].isoformat()
    yield from (("run", run) for run in sorted(each.runs))


def _within(block: Sequence[int]) -> Iterable[Pair]:
    if len(block) <= _BLOCK:
        return combinations(block, 2)
    return ((one, other) for at, one in enumerate(block) for other in block[at + 1 : at + 1 + _BLOCK // 2])


def _between(block: Sequence[int], other: Sequence[int]) -> Iterator[Pair]:
    """Pairs across two blocks; where there are too many, the first of the one with all of the other."""
    room = max(1, _BLOCK * _BLOCK // max(1, len(block), len(other)))
    short, long = sorted((block, other), key=len)
    yield from ((min(a, b), max(a, b)) for a, b in product(short[:room], long) if a != b)


def _kin(some: Sequence[Sighting]) -> Iterator[tuple[str, str]]:
    """Stems whose words are near in sense; they are few in a story, however many sightings it has."""
    known: dict[str, str] = {}
    for each in some:
        for stem, word in zip(each.stems, each.trigger, strict=True):
            known[stem] = min(known.get(stem, word), word)
    for one, other in combinations(sorted(known), 2):
        if kinship((known[one],), (known[other],)) >= _KIN:
            yield one, other
