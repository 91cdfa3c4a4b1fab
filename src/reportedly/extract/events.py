"""Happenings -> events: the record of what is asserted, at its fullest mention and completed from the others."""

from collections.abc import Sequence
from typing import Final

from reportedly.extract.coreference import Happening
from reportedly.extract.link import Coder
from reportedly.extract.link_roles import Resolved
from reportedly.extract.time_nouns import TimeValue
from reportedly.knowledge.spells import Period
from reportedly.schema import Event, EventDate, EventPlace, EventType, Participant, Span, TriggerTag

_FORCE: Final = frozenset({EventType.ASSAULT, EventType.COERCE})
"""The types whose recipient may be a place that is hit, not a government."""


def event(number: int, happening: Happening, text: str, dates: dict[Span, TimeValue], coder: Coder) -> Event:
    """The event of a happening, at its fullest mention, completed from the others."""
    ordered = sorted(happening.triggers, key=_fullness, reverse=True)
    best = ordered[0]
    when = _date([span for t in ordered for span in t.times], dates)
    return Event(
        id=f"e{number}",
        type=best.type,
        mode=best.mode or next((t.mode for t in ordered if t.mode), None),
        trigger=best.span,
        actors=actors(_fullest([t.actors for t in ordered]), coder, when),
        recipients=recipients(_fullest([t.recipients for t in ordered]), coder, when, best.type),
        places=tuple(
            EventPlace(span=span, name=span.of(text), country=coder.country(span))
            for span in next((t.places for t in ordered if t.places), ())
        ),
        date=when,
    )


def _date(spans: Sequence[Span], dates: dict[Span, TimeValue]) -> EventDate | None:
    """The first time that says when; where none does, the first."""
    told = [span for span in spans if (known := dates.get(span)) and known.value]
    span = next(iter((*told, *spans)), None)
    if span is None:
        return None
    value = dates.get(span)
    if value is None:
        return EventDate(span=span)
    return dated(span, value)


def dated(span: Span, value: TimeValue) -> EventDate:
    """The date that the words under `span` give an event."""
    return EventDate(
        span=span,
        value=value.value,
        earliest=value.earliest,
        latest=value.latest,
        modifier=value.modifier,
        anchor=value.anchor,
    )


def _fullest(mentions: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
    return next((spans for spans in mentions if spans), ())


def actors(spans: Sequence[Span], coder: Coder, when: EventDate | None) -> tuple[Participant, ...]:
    """Those who do it, in the roles that they had then."""
    return tuple(_participant(span, coder.resolve(span, _days(when))) for span in spans)


def recipients(
    spans: Sequence[Span], coder: Coder, when: EventDate | None, type_: EventType
) -> tuple[Participant, ...]:
    """Those to whom it is done; a place that is struck is no government."""
    resolve = coder.struck if type_ in _FORCE else coder.resolve
    return tuple(_participant(span, resolve(span, _days(when))) for span in spans)


def _participant(span: Span, found: Resolved) -> Participant:
    return Participant(span=span, entity=found.entity, code=found.code)


def _days(date: EventDate | None) -> Period | None:
    """The days that the event may fall on; None where the text does not say."""
    if date is None or date.earliest is None or date.latest is None:
        return None
    return Period(date.earliest, date.latest)


def _fullness(trigger: TriggerTag) -> tuple[int, float, int]:
    filled = sum(bool(part) for part in (trigger.actors, trigger.recipients, trigger.places, trigger.times))
    return filled, trigger.score, -trigger.span.start
