"""Mention tags -> mentions with ids and, for times and numbers, their normal form."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from reportedly.extract.link import Coder
from reportedly.extract.numerals import Number
from reportedly.extract.time_nouns import TimeValue
from reportedly.schema import Mention, MentionKind, MentionNumber, MentionTag, MentionTime, Quantity, Span

_NAMED: Final = frozenset({MentionKind.ACTOR, MentionKind.OUTLET})


def mentions(
    tags: Sequence[MentionTag],
    dates: dict[Span, TimeValue],
    numbers: dict[Span, Number],
    coder: Coder,
    acting: Collection[Span] = (),
    counts: Mapping[Span, Quantity] = MappingProxyType({}),
) -> tuple[Mention, ...]:
    """The mentions of an article in the order of the text.

    Args:
        coder: who is meant by the words of a mention.
        acting: where the text names who acts or speaks: a place there is an actor ("Baghdad said").
        counts: the numbers that count one of the ten.
    """
    found = []
    for number, tag in enumerate(sorted(tags, key=lambda tag: tag.span), 1):
        kind = MentionKind.ACTOR if tag.kind is MentionKind.PLACE and tag.span in acting else tag.kind
        found.append(
            Mention(
                id=f"m{number}",
                span=tag.span,
                kind=kind,
                entity=coder.resolve(tag.span).entity if kind in _NAMED else None,
                value=_value(tag, dates, numbers),
                time=_time(dates.get(tag.span)) if kind is MentionKind.TIME else None,
                number=_number(numbers.get(tag.span), counts) if kind is MentionKind.QUANTITY else None,
            )
        )
    return tuple(found)


def _time(value: TimeValue | None) -> MentionTime | None:
    if value is None:
        return None
    return MentionTime(
        type=value.kind,
        timex3=value.timex3,
        until=value.until,
        earliest=value.earliest,
        latest=value.latest,
        granularity=value.granularity,
        modifier=value.modifier,
        anchor=value.anchor,
    )


def _number(number: Number | None, counts: Mapping[Span, Quantity]) -> MentionNumber | None:
    if number is None:
        return None
    counted = counts.get(number.span)
    return MentionNumber(
        kind=number.kind,
        what=counted.what if counted else None,
        low=number.low,
        high=number.high,
        approx=number.approx,
        unit=number.unit,
    )


def _value(tag: MentionTag, dates: dict[Span, TimeValue], numbers: dict[Span, Number]) -> str | None:
    if tag.kind is MentionKind.TIME and tag.span in dates:
        return dates[tag.span].value
    if tag.kind is MentionKind.QUANTITY and tag.span in numbers:
        low, high = _digits(numbers[tag.span].low), _digits(numbers[tag.span].high)
        return low if low == high else f"{low}..{high}"
    return None


def _digits(bound: float | None) -> str:
    """A bound in digits without an exponent; empty where it is open."""
    if bound is None:
        return ""
    written = format(Decimal(repr(bound)), "f")
    return written.rstrip("0").rstrip(".") if "." in written else written
