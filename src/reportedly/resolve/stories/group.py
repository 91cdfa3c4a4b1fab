"""A group of sketches: the sums of their vectors, from which any two groups are compared."""

import math
from collections.abc import Iterable
from datetime import datetime

from reportedly.resolve.stories.sketch import Facet, Sketch, Vector

_NOTHING = 1e-9
"""A weight under this is what rounding leaves of one that was taken out again."""


class Group:
    """Sketches that are taken to tell one story; a sum of unit vectors for each facet."""

    __slots__ = ("_ends", "_lengths", "holding", "members", "sums")

    def __init__(self, members: Iterable[Sketch] = ()) -> None:
        self.members: dict[str, Sketch] = {}
        self.sums: tuple[Vector, ...] = tuple({} for _ in Facet)
        self.holding = [0] * len(Facet)
        self._lengths: list[float] | None = None
        self._ends: tuple[datetime, datetime] | None = None
        for each in members:
            self.add(each)

    def __len__(self) -> int:
        return len(self.members)

    @property
    def lengths(self) -> list[float]:
        """Length of each sum."""
        if self._lengths is None:
            self._lengths = [math.sqrt(sum(weight * weight for weight in one.values())) for one in self.sums]
        return self._lengths

    def add(self, new: Sketch) -> None:
        """Take a sketch in."""
        self.members[new.article] = new
        self._lengths = None
        if new.at is not None:
            first, last = self._ends or (new.at, new.at)
            self._ends = (min(first, new.at), max(last, new.at))
        for at, vector in enumerate(new.facets):
            self.holding[at] += bool(vector)
            total = self.sums[at]
            for key, weight in vector.items():
                total[key] = total.get(key, 0.0) + weight

    def remove(self, old: Sketch) -> None:
        """Take a sketch out."""
        del self.members[old.article]
        self._lengths = None
        if self._ends is not None and old.at in self._ends:
            dates = [each.at for each in self.members.values() if each.at is not None]
            self._ends = (min(dates), max(dates)) if dates else None
        for at, vector in enumerate(old.facets):
            self.holding[at] -= bool(vector)
            total = self.sums[at]
            for key, weight in vector.items():
                left = total[key] - weight
                if left > _NOTHING:
                    total[key] = left
                else:
                    del total[key]

    def merge(self, other: "Group") -> None:
        """Take all sketches of another group in."""
        for each in other.members.values():
            self.add(each)

    @property
    def ends(self) -> tuple[datetime, datetime] | None:
        """The first and the last publication; None where no member has a date."""
        return self._ends


def product(one: Vector, other: Vector) -> float:
    """The dot product of two sparse vectors."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[key] for key, weight in one.items() if key in other)
