"""Mention tags -> mentions with ids and, for times and numbers, their normal form."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Final

from reportedly.extract.link import Coder
from reportedly.extract.numerals import Number
from reportedly.extract.time_nouns import TimeValue
from reportedly.schema import Mention, MentionKind, MentionTag, Span

_NAMED: Final = frozenset({MentionKind.ACTOR, MentionKind.OUTLET})


def mentions(
    tags: Sequence[MentionTag],
    dates: dict[Span, TimeValue],
    numbers: dict[Span, Number],
    coder: Coder,
    acting: Collection[Span] = (),
) -> tuple[Mention, ...]:
    """The mentions of an article in the order of the text.

    Args:
        coder: who is meant by the words of a mention.
        acting: where the text names who acts or speaks: a place there is an actor ("Baghdad said").
    """
    ordered = sorted(tags, key=lambda tag: tag.span)
    return tuple(_mention(number, tag, dates, numbers, coder, acting) for number, tag in enumerate(ordered, 1))


def _mention(
    number: int,
    tag: MentionTag,
    dates: dict[Span, TimeValue],
    numbers: dict[Span, Number],
    coder: Coder,
    acting: Collection[Span],
) -> Mention:
    kind = MentionKind.ACTOR if tag.kind is MentionKind.PLACE and tag.span in acting else tag.kind
    entity = coder.resolve(tag.span).entity if kind in _NAMED else None
    return Mention(id=f"m{number}", span=tag.span, kind=kind, entity=entity, value=_value(tag, dates, numbers))


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
