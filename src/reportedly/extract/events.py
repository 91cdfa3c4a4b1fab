"""Happenings -> events: the record of what is asserted, at its fullest mention and completed from the others."""

from collections.abc import Sequence

from reportedly.extract.coreference import Happening
from reportedly.extract.link import Coder
from reportedly.extract.time_nouns import TimeValue
from reportedly.schema import Event, EventDate, EventPlace, Participant, Span, TriggerTag


def event(number: int, happening: Happening, text: str, dates: dict[Span, TimeValue], coder: Coder) -> Event:
    """The event of a happening, at its fullest mention, completed from the others."""
    ordered = sorted(happening.triggers, key=_fullness, reverse=True)
    best = ordered[0]
    return Event(
        id=f"e{number}",
        type=best.type,
        mode=best.mode or next((t.mode for t in ordered if t.mode), None),
        trigger=best.span,
        actors=_participants([t.actors for t in ordered], coder),
        recipients=_participants([t.recipients for t in ordered], coder),
        places=tuple(
            EventPlace(span=span, name=span.of(text), country=coder.country(span))
            for span in next((t.places for t in ordered if t.places), ())
        ),
        date=_date([span for t in ordered for span in t.times], dates),
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


def _participants(mentions: Sequence[tuple[Span, ...]], coder: Coder) -> tuple[Participant, ...]:
    spans = next((spans for spans in mentions if spans), ())
    return tuple(Participant(span=span, code=coder.code(span)) for span in spans)


def _fullness(trigger: TriggerTag) -> tuple[int, float, int]:
    filled = sum(bool(part) for part in (trigger.actors, trigger.recipients, trigger.places, trigger.times))
    return filled, trigger.score, -trigger.span.start
