"""Numbers that disagree: counts that have risen are told from counts that are disputed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from reportedly.assess.contradictions.sayings import Saying, in_time, position, sides
from reportedly.schema import Contradiction, ContradictionKind, Counted, Disagreement, Quantity

_APPROX = 0.15
"""How far off a number may be that is said to be approximate."""
_ORDER = (Disagreement.DISPUTE, Disagreement.UNSURE, Disagreement.UPDATE)


@dataclass(frozen=True, slots=True)
class _Count:
    """One number, and who says it; ends are infinite where the text leaves them open."""

    low: float
    high: float
    some: tuple[Saying, ...]

    @property
    def value(self) -> str:
        if self.low == self.high:
            return f"{self.low:g}"
        if self.high == float("inf"):
            return f"at least {self.low:g}"
        return f"at most {self.high:g}" if self.low == float("-inf") else f"{self.low:g} to {self.high:g}"

    @property
    def first(self) -> datetime | None:
        return min((each.at for each in self.some if each.at is not None), default=None)

    @property
    def origins(self) -> set[str]:
        return {source.id for each in self.some for source in each.sources}


def of_numbers(event: str, some: Sequence[Saying]) -> Iterator[Contradiction]:
    """For each thing that is counted: the counts that do not go together.

    Two counts go together where their ranges meet; "at least 12" goes with 14, and "about 50" with 47. Two that do not
    are an update where one origin gives both, or where the later is higher and does not speak for another country. They
    are a dispute where origins of two countries give them, or another origin gives the lower one later. Without clocks,
    or published at one moment, they are neither for sure. Of several pairs a dispute weighs most, an update least.
    """
    for what in Counted:
        counts = _counts(what, some)
        pairs = [(a, b) for a, b in combinations(counts, 2) if a.high < b.low or b.high < a.low]
        if not pairs:
            continue
        against = [each for each in counts if any(each in pair for pair in pairs)]
        judged = [_judged(*_ordered(first, second)) for first, second in pairs]
        verdict = min((each for each, _ in judged), key=_ORDER.index)
        yield Contradiction(
            event=event,
            kind=ContradictionKind.NUMBER,
            what=what,
            disagreement=verdict,
            positions=in_time(position(each.value, each.some) for each in against),
            reasons=tuple(sorted({reason for each, reason in judged if each is verdict})),
        )


def _counts(what: Counted, some: Sequence[Saying]) -> list[_Count]:
    """The different counts of one thing."""
    found: dict[tuple[float, float], list[Saying]] = {}
    for each in some:
        for number in each.claim.numbers:
            if number.what is what and not (number.low is None and number.high is None):
                found.setdefault(_range(number), []).append(each)
    return [_Count(low, high, tuple(told)) for (low, high), told in sorted(found.items())]


def _range(number: Quantity) -> tuple[float, float]:
    low = float("-inf") if number.low is None else float(number.low)
    high = float("inf") if number.high is None else float(number.high)
    if number.approx:
        return low - abs(low) * _APPROX, high + abs(high) * _APPROX
    return low, high


def _ordered(first: _Count, second: _Count) -> tuple[_Count, _Count]:
    """The earlier one first, where clocks tell."""
    if first.first is None or second.first is None or first.first <= second.first:
        return first, second
    return second, first


def _judged(early: _Count, late: _Count) -> tuple[Disagreement, str]:
    """What to make of two counts that do not go together."""
    told = f"{early.value}, then {late.value}"
    if early.first is None or late.first is None:
        return Disagreement.UNSURE, f"{early.value} and {late.value}: no clock tells which came first"
    if early.origins & late.origins:
        return Disagreement.UPDATE, f"{told}: the same origin gives both"
    ours, theirs = sides(early.some), sides(late.some)
    if ours and theirs and ours.isdisjoint(theirs):
        return Disagreement.DISPUTE, f"{told}: from different sides"
    if late.low < early.low:
        return Disagreement.DISPUTE, f"{told}: another origin gives a lower count later"
    if early.first == late.first:
        return Disagreement.UNSURE, f"{early.value} and {late.value}: published at one moment"
    return Disagreement.UPDATE, f"{told}: the count has risen"
