"""Triggers and chains -> claims: one for each different (event, status, origin), at its fullest mention."""

from collections.abc import Iterable, Sequence

from reportedly.extract.attribution import Chains, origin_key
from reportedly.schema import Claim, Counted, Hop, Quantity, Span, Status, TriggerTag


def claims(
    event: str, triggers: Sequence[TriggerTag], chains: Chains, numbers: dict[Span, Quantity], first: int
) -> list[Claim]:
    """The claims about one event.

    Args:
        event: id of the event.
        triggers: its mentions, in the order of the text.
        numbers: what each number of the article counts.
        first: number of the first claim, for its id.
    """
    kept: dict[tuple[Status, str], tuple[TriggerTag, tuple[Hop, ...]]] = {}
    told: dict[tuple[Status, str], dict[Quantity, None]] = {}
    for trigger in triggers:
        if trigger.reference and trigger.status is Status.OCCURRED:
            continue
        chain = chains.at(trigger.span)
        key = (trigger.status, origin_key(chain))
        told.setdefault(key, {}).update((numbers[span], None) for span in trigger.numbers if span in numbers)
        if key not in kept or _fullness(trigger, chain) > _fullness(*kept[key]):
            kept[key] = (trigger, chain)
    return [
        Claim(
            id=f"c{first + offset}",
            event=event,
            status=trigger.status,
            certainty=round(trigger.certainty, 2),
            confidence=round(trigger.score * chains.score(trigger.span), 2),
            content=trigger.content,
            chain=chain,
            numbers=_different(told[key]),
        )
        for offset, (key, (trigger, chain)) in enumerate(kept.items())
    ]


def _different(numbers: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Each different number once, at its first mention."""
    found: dict[tuple[Counted, float | int | None, float | int | None], Quantity] = {}
    for number in sorted(numbers, key=lambda n: n.span):
        found.setdefault((number.what, number.low, number.high), number)
    return tuple(found.values())


def _fullness(trigger: TriggerTag, chain: Sequence[Hop]) -> tuple[int, int, int]:
    filled = sum(bool(part) for part in (trigger.actors, trigger.recipients, trigger.places, trigger.numbers))
    return filled, sum(hop.source is not None for hop in chain), trigger.content.end - trigger.content.start
