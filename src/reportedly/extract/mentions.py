"""Mention tags -> mentions with ids and, for times and numbers, their normal form."""

from collections.abc import Sequence
from decimal import Decimal

from reportedly.extract.numerals import Number
from reportedly.extract.time_nouns import TimeValue
from reportedly.schema import Mention, MentionKind, MentionTag, Span


def mentions(
    tags: Sequence[MentionTag], dates: dict[Span, TimeValue], numbers: dict[Span, Number]
) -> tuple[Mention, ...]:
    """The mentions of an article in the order of the text."""
    ordered = sorted(tags, key=lambda tag: tag.span)
    return tuple(
        Mention(id=f"m{number}", span=tag.span, kind=tag.kind, value=_value(tag, dates, numbers))
        for number, tag in enumerate(ordered, 1)
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
