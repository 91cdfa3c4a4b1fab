"""Force levels over time: one series for each holder, place and thing, with who says so and what took whose place."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import combinations
from typing import Final

import msgspec

from reportedly.assess.strength.counts import Count, Named, counts
from reportedly.schema import Counted, Level, LevelKind, Reading, Strength

_APPROX: Final = 0.15
"""How far off a number may be that is said to be approximate; as for contradictions."""
_NEVER: Final = datetime.max.replace(tzinfo=UTC)
_ISO: Final = re.compile(r"\d{4}(-\d\d){0,2}(T|$)")
_Key = tuple[str, str, Counted]


def strengths(readings: Iterable[Reading]) -> tuple[Strength, ...]:
    """How much of what each holder has where, by holder, place and thing; whatever order readings come in.

    A number takes the place of an earlier one of the same source, by the day that both give, else by publication. It
    takes the place of another source's only where it is given for a later day and the two do not speak for different
    countries. All others stand beside each other: `low` and `high` span them, and where two do not go together it
    is disputed. Nothing is left out: what was superseded stays in the series. Moves of forces (claims of MOBILIZE and
    RETREAT that have happened) are listed in the series and are no levels.
    """
    known = {reading.article.id: reading for reading in readings}
    groups: dict[_Key, list[Count]] = {}
    for each in counts(known[article] for article in sorted(known)):
        place = "" if each.place is None else each.place.key
        groups.setdefault((each.holder.key, place, each.what), []).append(each)
    return tuple(_strength(groups[key]) for key in sorted(groups))


def _strength(some: Sequence[Count]) -> Strength:
    levels = _judged(sorted(_levels(some), key=_order))
    standing = [each for each in levels if each.kind is LevelKind.LEVEL and not each.superseded]
    lows, highs = [each.low for each in standing], [each.high for each in standing]
    places = [each.place for each in some if each.place is not None]
    return Strength(
        holder=some[0].holder.key,
        side=_country(each.holder for each in some),
        place=places[0].key if places else None,
        country=_country(places),
        what=some[0].what,
        low=min((low for low in lows if low is not None), default=None) if None not in lows else None,
        high=max((high for high in highs if high is not None), default=None) if None not in highs else None,
        disputed=not all(each.meets for each in standing),
        levels=tuple(levels),
    )


def _country(some: Iterable[Named]) -> str | None:
    """The country that they all give."""
    found = {each.country for each in some if each.country is not None}
    return found.pop() if len(found) == 1 else None


def _levels(some: Iterable[Count]) -> Iterable[Level]:
    """One level for each number of each source, with every article that gives it."""
    groups: dict[tuple[object, ...], list[Count]] = {}
    for each in some:
        key = (each.kind, each.source, each.low, each.high, each.approx, each.day)
        groups.setdefault(key, []).append(each)
    for told in groups.values():
        first = min(told, key=lambda each: (each.at or _NEVER, each.article, each.span))
        yield Level(
            kind=first.kind,
            low=first.low,
            high=first.high,
            approx=first.approx,
            at=first.at,
            day=first.day,
            source=first.source,
            side=first.side,
            chain=first.chain,
            articles=tuple(sorted({each.article for each in told})),
            span=first.span,
            event=first.event,
        )


def _order(level: Level) -> tuple[str, datetime, str, str, float, float]:
    """By the day on which it holds, then by publication."""
    low, high = _range(level)
    return _day(level), level.at or _NEVER, level.source, level.kind, low, high


def _day(level: Level) -> str:
    """The day that it is given for, else that of publication, else after all others."""
    if _is_given(level):
        return (level.day or "")[:10]
    return "9999" if level.at is None else f"{level.at:%Y-%m-%d}"


def _judged(levels: Sequence[Level]) -> list[Level]:
    """Which levels were superseded, and which of the others go together."""
    real = [each for each in levels if each.kind is LevelKind.LEVEL]
    gone = [each for each in real if any(_supersedes(other, each) for other in real)]
    standing = [each for each in real if each not in gone]
    apart = [each for pair in combinations(standing, 2) if not _meet(*pair) for each in pair]
    return [
        msgspec.structs.replace(each, superseded=each in gone, meets=each not in apart)
        if each.kind is LevelKind.LEVEL
        else each
        for each in levels
    ]


def _supersedes(late: Level, early: Level) -> bool:
    """Whether a level takes the place of another."""
    if late.source == early.source:
        return _moment(late) > _moment(early)
    against = late.side is not None and early.side is not None and late.side != early.side
    return _is_given(late) and not against and _day(late) > _last_day(early)


def _moment(level: Level) -> tuple[str, datetime]:
    """When a source's number holds; without a day or a clock it takes nobody's place."""
    if level.at is None and level.day is None:
        return "", datetime.min.replace(tzinfo=UTC)
    return _day(level), level.at or datetime.min.replace(tzinfo=UTC)


def _last_day(level: Level) -> str:
    """The last day that a level may be given for: a year or month is over at its end."""
    return _day(level).ljust(10, "~")


def _is_given(level: Level) -> bool:
    """Whether the text gives a year, a month or a day; weeks and words such as "now" are none."""
    return level.day is not None and _ISO.match(level.day) is not None


def _meet(one: Level, other: Level) -> bool:
    first, second = _range(one), _range(other)
    return first[0] <= second[1] and second[0] <= first[1]


def _range(level: Level) -> tuple[float, float]:
    low = float("-inf") if level.low is None else float(level.low)
    high = float("inf") if level.high is None else float(level.high)
    if level.approx:
        return low - abs(low) * _APPROX, high + abs(high) * _APPROX
    return low, high
