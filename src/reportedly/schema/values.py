"""The normal forms of times and numbers: what a mention of one means, to be compared by a program."""

from math import inf

from reportedly.schema.base import Noun
from reportedly.schema.labels import Counted, NumberKind, TimeBase, TimeKind, TimeModifier, TimeUnit


class MentionTime(Noun, frozen=True, kw_only=True):
    """What a time means.

    Attributes:
        type: its type by TIMEX3.
        timex3: its value as TIMEX3 writes it (`2023-W41`, `P3D`); None where it has none.
        until: ISO 8601 prefix of the end, for a range ("3 to 5 March").
        earliest: the first day it may mean, ISO 8601; None where nothing ties it to a day.
        latest: the last day it may mean.
        granularity: the unit of the mention's `value`, or of a duration.
        modifier: which part of the time is meant, or how the words around bound it.
        anchor: what it was counted from; None where the text gives it whole, or nothing ties it to a day.

    Raises:
        ValueError: it begins after it ends, or has only one of the two days.
    """

    type: TimeKind
    timex3: str | None = None
    until: str | None = None
    earliest: str | None = None
    latest: str | None = None
    granularity: TimeUnit | None = None
    modifier: TimeModifier | None = None
    anchor: TimeBase | None = None

    def __post_init__(self) -> None:
        check_days(self.earliest, self.latest)


class MentionNumber(Noun, frozen=True, kw_only=True):
    """What a number means: a range from `low` to `high`, either None where the text leaves it open.

    Attributes:
        kind: a count, money, a share or a measure.
        what: what it counts, where that is one of the codebook's ten.
        unit: ISO 4217 code of money, unit of a measure as written in short (`km`), `percent` for a share.

    Raises:
        ValueError: a bound is infinite or no number, or `low` is more than `high`.
    """

    kind: NumberKind
    what: Counted | None = None
    low: float | int | None
    high: float | int | None
    approx: bool = False
    unit: str | None = None

    def __post_init__(self) -> None:
        check_bounds(self.low, self.high)


def check_days(earliest: str | None, latest: str | None) -> None:
    """Hold a first and a last day to their order.

    Raises:
        ValueError: only one of them is given, or the first is after the last.
    """
    if (earliest is None) != (latest is None):
        raise ValueError(f"a time needs a first and a last day or neither, got {earliest} to {latest}")
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueError(f"a time may not begin ({earliest}) after it ends ({latest})")


def check_bounds(low: float | None, high: float | None) -> None:
    """Hold the bounds of a number to their order.

    Raises:
        ValueError: one is infinite or no number, or `low` is more than `high`.
    """
    for bound in (low, high):
        if bound is not None and not -inf < bound < inf:
            raise ValueError(f"the bound of a number must be finite, got {bound}")
    if low is not None and high is not None and low > high:
        raise ValueError(f"a number must not end before it begins, got {low} to {high}")
