"""Readings made by hand for tests of the store: one sentence an event, invented places and people."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from reportedly.schema import (
    Article,
    Claim,
    DateSource,
    Event,
    EventDate,
    EventPlace,
    EventType,
    Hop,
    HopKind,
    Participant,
    Provenance,
    Reading,
    Span,
    Status,
)

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)
NAMES = {"ORVMIL": "Orvanian troops", "ORVREB": "the Ostrand Brigades", "TRVGOV": "Tarvosia", "UNOGOV": "the mission"}
ENTITIES = {"ORVREB": "ostrand-brigades", "TRVGOV": "TRV/government", "ORVMIL": None, "UNOGOV": None}
TOWNS = {"Oster": (12.5, -34.25), "Pendra": (12.6, -34.0), "Sel": (-40.0, 179.9), "Nowhere": (None, None)}


class Told(NamedTuple):
    """One event, as a test wants it."""

    type: EventType = EventType.ASSAULT
    mode: str | None = None
    actor: str = "ORVREB"
    recipient: str = "ORVMIL"
    place: str | None = "Oster"
    country: str | None = "ORV"
    day: date | None = date(2026, 3, 9)
    days: int = 0
    status: Status = Status.OCCURRED
    certainty: float = 0.9


def reading(
    name: str,
    *told: Told,
    published: datetime | None = NOON,
    outlet: str | None = "The Pendra Observer",
    feed: str | None = "observer",
    language: str | None = "en",
    reader: str = "rules",
    version: str = "1",
    words: str = "",
) -> Reading:
    """An article of one sentence an event, and what was read there."""
    text, events, claims = f"{name} {words}. ", [], []
    for number, each in enumerate(told, 1):
        text, event, claim = _sentence(text, each, number)
        events.append(event)
        claims.append(claim)
    article = Article(
        id=name,
        url=f"https://observer.example/{name}",
        title=f"Title of {name}",
        outlet=outlet,
        feed=feed,
        language=language,
        published_at=published,
        date_source=None if published is None else DateSource.FEED,
        text=text,
    )
    provenance = Provenance(reader=reader, version=version, model="m", config="0")
    return Reading(article=article, events=tuple(events), claims=tuple(claims), provenance=provenance)


def _sentence(text: str, told: Told, number: int) -> tuple[str, Event, Claim]:
    spans = []
    start = len(text)
    for part in (NAMES[told.actor], told.type.lower(), NAMES[told.recipient], told.place or "there", "said Ilva"):
        spans.append(Span(len(text), len(text) + len(part)))
        text += part + " "
    acting, doing, suffering, at, saying = spans
    places = (_place(told, at),) if told.place is not None else ()
    event = Event(
        id=f"e{number}",
        type=told.type,
        mode=told.mode,
        trigger=doing,
        actors=(Participant(span=acting, entity=ENTITIES[told.actor], code=told.actor),),
        recipients=(Participant(span=suffering, entity=ENTITIES[told.recipient], code=told.recipient),),
        places=places,
        date=_date(told, at),
    )
    claim = Claim(
        id=f"c{number}",
        event=event.id,
        status=told.status,
        certainty=told.certainty,
        confidence=0.5,
        content=Span(start, at.end),
        chain=(Hop(source=saying, kind=HopKind.WITNESS, name="Ilva"),),
    )
    return text, event, claim


def _place(told: Told, span: Span) -> EventPlace:
    lat, lon = TOWNS[told.place or "Nowhere"]
    return EventPlace(
        span=span, entity=f"place:{told.place}", name=told.place, country=told.country, lat=lat, lon=lon
    )


def _date(told: Told, span: Span) -> EventDate | None:
    if told.day is None:
        return None
    last = told.day + timedelta(days=told.days)
    return EventDate(span=span, value=str(told.day), earliest=str(told.day), latest=str(last))
