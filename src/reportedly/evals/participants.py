"""Owns the scoring of what belongs to an event: participants, places, date and numbers, once it was hit."""

from collections.abc import Iterable, Sequence

from reportedly.evals.matching import Hit, match_spans
from reportedly.evals.metrics import Tally
from reportedly.schema import Claim, Counted, Quantity, Span

Number = tuple[Counted, float | int | None, float | int | None]


def actors(hit: Hit) -> Tally:
    """The actors, by overlap, of the mention that has most of them."""
    return _spans([a.span for a in hit.gold.actors], [[a.span for a in event.actors] for event in hit.events])


def recipients(hit: Hit) -> Tally:
    """The recipients, by overlap, of the mention that has most of them."""
    gold = [recipient.span for recipient in hit.gold.recipients]
    return _spans(gold, [[recipient.span for recipient in event.recipients] for event in hit.events])


def places(hit: Hit) -> Tally:
    """The places, by overlap, of the mention that has most of them."""
    return _spans([p.span for p in hit.gold.places], [[p.span for p in event.places] for event in hit.events])


def dates(hit: Hit) -> Tally:
    """The date's value: equal counts 1, one a prefix of the other 0.5; a date without a value is none."""
    gold = hit.gold.date.value if hit.gold.date else None
    pred = next((event.date.value for event in hit.events if event.date and event.date.value), None)
    return Tally(hit=_nearness(gold, pred), gold=int(bool(gold)), pred=int(bool(pred)))


def numbers(hit: Hit, claims: Iterable[Claim]) -> Tally:
    """The different numbers (what, low, high) of all claims about the event; they must be equal."""
    ids = {event.id for event in hit.events}
    gold = {_number(number) for number in hit.gold.numbers}
    pred = {_number(number) for claim in claims if claim.event in ids for number in claim.numbers}
    return Tally(hit=len(gold & pred), gold=len(gold), pred=len(pred))


def _spans(gold: Sequence[Span], mentions: Sequence[Sequence[Span]]) -> Tally:
    best = max(mentions, key=lambda spans: match_spans(gold, spans))
    return Tally(hit=match_spans(gold, best), gold=len(gold), pred=len(best))


def _nearness(gold: str | None, pred: str | None) -> float:
    if not gold or not pred:
        return 0
    if gold == pred:
        return 1
    return 0.5 if gold.startswith(pred) or pred.startswith(gold) else 0


def _number(quantity: Quantity) -> Number:
    return (quantity.what, quantity.low, quantity.high)
