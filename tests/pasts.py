"""Readings by hand for histories: what each article says of one event, when, and for which day."""

from datetime import date

import msgspec

from reportedly.schema import (
    Claim,
    EventDate,
    EventPlace,
    EventType,
    Hop,
    HopKind,
    Participant,
    Reading,
    Span,
    Status,
)
from reports import ministry, officials, outlet, told

NATION, RIVAL = "XOR", "XTA"
POST = "The Meridian Post"


def said(
    id_: str,
    hours: int,
    *claims: tuple[Status, tuple[Hop, ...]],
    day: str | None = None,
    by: str | None = None,
    type_: EventType = EventType.ASSAULT,
    mode: str | None = "drone",
    actor: str = f"{RIVAL}REB",
    recipient: str = f"{NATION}MIL",
    entity: str | None = None,
    place: str = "Ravensmoor",
    country: str = "XCA",
) -> Reading:
    """An article with these claims on one event."""
    text = " ".join(f"{id_}{at}" for at in range(40))
    first = told(id_, *(chain for _, chain in claims), by=by, hours=hours, text=text)
    event = msgspec.structs.replace(
        first.events[0],
        type=type_,
        mode=mode,
        date=None if day is None else EventDate(span=Span(0, 4), value=day, earliest=day, latest=day),
        actors=(Participant(span=Span(0, 7), code=actor, entity=entity),),
        recipients=(Participant(span=Span(0, 7), code=recipient),),
        places=(EventPlace(span=Span(0, 4), name=place, country=country),),
    )
    made = tuple(_as(claim, status) for claim, (status, _) in zip(first.claims, claims, strict=True))
    return msgspec.structs.replace(first, events=(event,), claims=made)


def _as(claim: Claim, status: Status) -> Claim:
    return msgspec.structs.replace(claim, status=status)


def planned(id_: str = "a", hours: int = 0, **about: str) -> Reading:
    """Unnamed officials say that it is planned."""
    return said(id_, hours, (Status.PLANNED, (officials(NATION),)), **about)  # type: ignore[arg-type]


def ravensmoor() -> tuple[Reading, ...]:
    """The attack on Ravensmoor as the outlets of the demo told it, from 10 to 13 March 2026, hours from the 1st."""
    mine, theirs = officials(NATION), ministry(RIVAL)
    quoted = (outlet(POST), mine)
    spokesman = Hop(kind=HopKind.ORGANISATION, name="a spokesman for the Brigades", entity="sarn-free-brigades")
    night = {"day": "2026-03-09"}
    return (
        said("post", 229, (Status.PLANNED, (mine,)), (Status.AVERTED, (mine,)), by=POST, **night),  # type: ignore[arg-type]
        said("observer", 241, (Status.PLANNED, quoted), (Status.AVERTED, quoted), **night),  # type: ignore[arg-type]
        said("loop", 243, (Status.PLANNED, quoted), by="Newsloop"),
        said("transmar", 249, (Status.DENIED, (theirs,)), (Status.DENIED, (spokesman,)), by="Transmar"),
        said("coast", 263, (Status.OCCURRED, (ministry(NATION),)), day="2026-03-11", by="Coastline 24"),
        said("trumpet", 285, (Status.AVERTED, quoted), by="The Morning Trumpet", **night),  # type: ignore[arg-type]
    )


def day(text: str) -> date:
    """A day in ISO 8601."""
    return date.fromisoformat(text)
