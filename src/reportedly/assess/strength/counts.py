"""Every number of forces in the readings: whose, where, for which day, who says so."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reportedly.knowledge.speakers import is_unnamed, outlet_key, plain_name, side, speaker_key
from reportedly.schema import (
    Article,
    Claim,
    Counted,
    Event,
    EventType,
    Hop,
    HopKind,
    LevelKind,
    Mention,
    Participant,
    Reading,
    Span,
    Status,
)

FORCES: Final = frozenset({Counted.TROOPS, Counted.VEHICLES, Counted.WEAPONS})
_MOVES: Final = {EventType.MOBILIZE: LevelKind.ARRIVAL, EventType.RETREAT: LevelKind.DEPARTURE}
_DONE: Final = frozenset({Status.OCCURRED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Named:
    """Whose or where: an id or words, and the country, where that is known."""

    key: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """One number in one article."""

    kind: LevelKind
    holder: Named
    place: Named | None
    what: Counted
    low: float | int | None
    high: float | int | None
    approx: bool
    article: str
    span: Span
    at: datetime | None
    day: str | None
    source: str
    side: str | None
    chain: tuple[Hop, ...]
    event: str | None = None


def counts(readings: Iterable[Reading]) -> Iterator[Count]:
    """The levels that figures give, and the moves of forces that claims say have happened."""
    for reading in readings:
        yield from _levels(reading)
        told = {event.id: event for event in reading.events}
        for claim in reading.claims:
            yield from _moved(reading, told[claim.event], claim)


def _levels(reading: Reading) -> Iterator[Count]:
    for figure in reading.figures:
        if figure.what not in FORCES or figure.holder is None or (figure.low is None and figure.high is None):
            continue
        source, country = _source(figure.chain, reading.article)
        yield Count(
            kind=LevelKind.LEVEL,
            holder=_named(reading, figure.holder),
            place=None if figure.place is None else _placed(reading, figure.place),
            what=figure.what,
            low=figure.low,
            high=figure.high,
            approx=figure.approx,
            article=reading.article.id,
            span=figure.span,
            at=reading.article.published_at,
            day=figure.date,
            source=source,
            side=country,
            chain=figure.chain,
        )


def _moved(reading: Reading, event: Event, claim: Claim) -> Iterator[Count]:
    kind = _MOVES.get(event.type)
    if kind is None or claim.status not in _DONE or not event.actors:
        return
    source, country = _source(claim.chain, reading.article)
    for number in claim.numbers:
        if number.what not in FORCES or (number.low is None and number.high is None):
            continue
        yield Count(
            kind=kind,
            holder=_participant(reading, event.actors[0]),
            place=None if not event.places else _placed(reading, event.places[-1].span),
            what=number.what,
            low=number.low,
            high=number.high,
            approx=number.approx,
            article=reading.article.id,
            span=number.span,
            at=reading.article.published_at,
            day=None if event.date is None else event.date.value,
            source=source,
            side=country,
            chain=claim.chain,
            event=event.id,
        )


def _source(chain: Sequence[Hop], article: Article) -> tuple[str, str | None]:
    """Key of the last voice of a chain, and the country that it speaks for."""
    if not chain:
        return outlet_key(article.outlet or article.id), None
    hop = chain[-1]
    if hop.kind is not HopKind.OUTLET and is_unnamed(hop):
        heard = next((each.name for each in reversed(chain) if each.kind is HopKind.OUTLET and each.name), None)
        who = outlet_key(heard or article.outlet or article.id).removeprefix("outlet:")
        return f"{hop.kind}:{side(hop) or ''}@{who}", side(hop)
    return speaker_key(hop), side(hop)


def _participant(reading: Reading, participant: Participant) -> Named:
    named = _named(reading, participant.span)
    country = participant.code[:3] if participant.code else named.country
    return Named(participant.entity or named.key, country)


def _named(reading: Reading, span: Span) -> Named:
    """Who a span names: the entity of the widest mention within or around it, else its words."""
    words = span.of(reading.article.text)
    mention = _mention(reading, span, lambda each: each.entity is not None)
    entity = None if mention is None else mention.entity
    return Named(entity or plain_name(words), side(Hop(kind=HopKind.OFFICIAL, name=words, entity=entity)))


def _placed(reading: Reading, span: Span) -> Named:
    """Where a span is: the id and country of the mention that covers it, else its words."""
    mention = _mention(reading, span, lambda each: each.location is not None or each.entity is not None)
    if mention is None:
        return Named(plain_name(span.of(reading.article.text)), None)
    name = mention.location.name if mention.location is not None else span.of(reading.article.text)
    country = mention.location.country if mention.location is not None else None
    return Named(mention.entity or plain_name(name), country)


def _mention(reading: Reading, span: Span, fits: Callable[[Mention], bool]) -> Mention | None:
    """The mention that shares the most with a span."""
    some = [each for each in reading.mentions if each.span.overlaps(span) and fits(each)]
    return max(some, key=lambda each: (_common(each.span, span), each.id), default=None)


def _common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
