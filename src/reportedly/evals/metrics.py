"""Owns the arithmetic: tallies of hits, shares, confusions, and the rounded figures made of them."""

from collections import Counter
from collections.abc import Iterable

from reportedly.schema import Noun, Status

DIGITS = 3
"""Figures are rounded to so many decimal places."""


class F1(Noun, frozen=True, kw_only=True):
    """Precision, recall and their harmonic mean, each 0 to 1; `n` counts what the gold holds."""

    p: float
    r: float
    f1: float
    n: int

    @classmethod
    def of(cls, p: float, r: float, n: int) -> "F1":
        """The rounded figures of a precision and a recall."""
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return cls(p=round(p, DIGITS), r=round(r, DIGITS), f1=round(f1, DIGITS), n=n)


class Tally(Noun, frozen=True, kw_only=True):
    """How many of `gold` were hit, and how many were predicted; a hit may count half."""

    hit: float = 0
    gold: int = 0
    pred: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(hit=self.hit + other.hit, gold=self.gold + other.gold, pred=self.pred + other.pred)

    def f1(self) -> F1:
        """The rounded figures; 0 where nothing is there to be hit or nothing was predicted."""
        p = self.hit / self.pred if self.pred else 0.0
        r = self.hit / self.gold if self.gold else 0.0
        return F1.of(p, r, self.gold)


class Share(Noun, frozen=True, kw_only=True):
    """How many of `n` have a property."""

    hit: int = 0
    n: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(hit=self.hit + other.hit, n=self.n + other.n)

    def rate(self) -> float | None:
        """The rounded share, None of nothing."""
        return round(self.hit / self.n, DIGITS) if self.n else None


class StatusPair(Noun, frozen=True, kw_only=True):
    """The status that the gold gives a claim, and the reading's, None where it makes no claim."""

    gold: Status
    said: Status | None


class Confused(Noun, frozen=True, kw_only=True):
    """How often one status was read as another, or as itself."""

    gold: Status
    said: Status | None
    count: int


def accuracy(pairs: Iterable[StatusPair]) -> Share:
    """How many statuses are right."""
    rows = list(pairs)
    return Share(hit=sum(pair.gold == pair.said for pair in rows), n=len(rows))


def macro_f1(pairs: Iterable[StatusPair]) -> float:
    """The mean F1 over the statuses that the gold holds, rounded; 0 where it holds none."""
    rows = list(pairs)
    hit = Counter(pair.gold for pair in rows if pair.gold == pair.said)
    gold = Counter(pair.gold for pair in rows)
    said = Counter(pair.said for pair in rows)
    f1s = [2 * hit[status] / (gold[status] + said[status]) for status in sorted(gold)]
    return round(sum(f1s) / len(f1s), DIGITS) if f1s else 0.0


def confusion(pairs: Iterable[StatusPair]) -> tuple[Confused, ...]:
    """The table of gold against said, in the order of the codebook, without its empty cells."""
    counts = Counter((pair.gold, pair.said) for pair in pairs)
    order: list[Status | None] = [*Status, None]
    return tuple(
        Confused(gold=gold, said=said, count=counts[gold, said])
        for gold in Status
        for said in order
        if counts[gold, said]
    )
