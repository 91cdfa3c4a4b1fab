"""How many origins are independent of one another: the fewest they may be, and how much they count for together."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import combinations
from typing import Final

from reportedly.schema import HopKind, Origin

_SAME_PEOPLE: Final = 0.7
_SAME_SIDE: Final = 0.5
_SAME_OWNER: Final = 0.3
_ANY: Final = 0.05
_CLOSE: Final = timedelta(hours=48)
_SPEAKS = frozenset({HopKind.OFFICIAL, HopKind.ORGANISATION})


def fewest(origins: Sequence[Origin]) -> int:
    """How many origins there are if unnamed people are the same wherever they may be.

    Unnamed officials of one side may be one another, and the named officials of that side. Witnesses may be one
    another. Unnamed people of whom nothing is told may be anybody but an outlet's own staff.
    """
    named = [each for each in origins if not each.anonymous]
    sides = {each.side for each in named if each.kind is HopKind.OFFICIAL and each.side is not None}
    groups = {_people(each) for each in origins if each.anonymous}
    bare = (HopKind.UNNAMED, None)
    alone = {group for group in groups - {bare} if not (group[0] is HopKind.OFFICIAL and group[1] in sides)}
    somebody = bool(alone) or any(each.kind is not HopKind.OUTLET for each in named)
    return len(named) + len(alone) + (bare in groups and not somebody)


def effective(origins: Sequence[Origin], moments: Sequence[datetime | None] = ()) -> float:
    """The effective number of independent origins, `n^2 / sum over i, j of r(i, j)` for n origins.

    `r(i, i)` is 1. For two origins it is .7 where they may be the same unnamed people, heard within 48 hours (or where
    no clock tells), .5 where both speak for one side, .3 where the outlets that they are known through are one or have
    one owner, and .05 for any other two, since all news of one event look at one another; the largest that holds. It
    is the formula for the effective size of a sample of correlated units (Kish 1965), with a correlation for each pair.
    All origins weigh the same: how reliable they are is the business of grades. With 1 for every pair it is 1, and one
    more origin at .05 to all others never makes it smaller.

    Args:
        moments: when each origin was first heard, in the same order; none where clocks are not known.
    """
    if not origins:
        return 0.0
    heard = list(moments) or [None] * len(origins)
    pairs = combinations(zip(origins, heard, strict=True), 2)
    total = len(origins) + 2 * sum(
        _likeness(first, second, *at) for (first, at1), (second, at2) in pairs for at in [(at1, at2)]
    )
    return round(len(origins) ** 2 / total, 4)


def _likeness(first: Origin, second: Origin, at: datetime | None, other: datetime | None) -> float:
    if first.anonymous and second.anonymous and _people(first) == _people(second):
        close = at is None or other is None or abs(at - other) <= _CLOSE
        return _SAME_PEOPLE if close else _SAME_SIDE
    if first.side is not None and first.side == second.side and {first.kind, second.kind} <= _SPEAKS:
        return _SAME_SIDE
    if first.outlet is not None and first.outlet == second.outlet:
        return _SAME_OWNER
    return _SAME_OWNER if first.owner is not None and first.owner == second.owner else _ANY


def _people(origin: Origin) -> tuple[HopKind, str | None]:
    """Which unnamed people it may be."""
    return (origin.kind, None if origin.kind is HopKind.WITNESS else origin.side)
