"""Readings by hand in one line each: who publishes, what is said by whom, of one event."""

from datetime import UTC, datetime, timedelta

from reportedly.schema import (
    Article,
    Claim,
    CommonEvent,
    Counted,
    DateSource,
    Event,
    EventRef,
    EventType,
    Hop,
    HopKind,
    Participant,
    Provenance,
    Quantity,
    Reading,
    Span,
    Status,
)

START = datetime(2026, 3, 1, 8, tzinfo=UTC)
BY_HAND = Provenance(reader="hand", version="1", model="none", config="none")
TEXT = "Gunners shelled the port of Lind on Sunday night, and the harbour master counted the boats that were left."


def outlet(name: str) -> Hop:
    return Hop(kind=HopKind.OUTLET, name=name)


def officials(country: str = "USA") -> Hop:
    return Hop(kind=HopKind.OFFICIAL, name="two officials", entity=country)


def ministry(country: str = "IRQ") -> Hop:
    return Hop(kind=HopKind.OFFICIAL, name="Defence Ministry", entity=f"{country}/defence")


def told(
    id_: str,
    *chains: tuple[Hop, ...],
    by: str | None = None,
    hours: int = 0,
    status: Status = Status.OCCURRED,
    text: str = TEXT,
    killed: float | None = None,
    owner: str | None = None,
    wire: str | None = None,
) -> Reading:
    """An article of `by` that tells one event with a claim for each chain."""
    content, number = Span(0, min(len(text), 40)), Span(0, 7)
    counts = () if killed is None else (Quantity(what=Counted.KILLED, low=killed, high=killed, span=number),)
    return Reading(
        article=Article(
            id=id_, text=text, outlet=by or f"Paper {id_}", owner=owner, wire=wire, url=f"https://{id_}.example/news",
            published_at=START + timedelta(hours=hours), date_source=DateSource.GIVEN,
        ),
        events=(
            Event(
                id="e1", type=EventType.ASSAULT, mode="heavy-weapons", trigger=Span(8, 15),
                actors=(Participant(span=Span(0, 7), code="IRNMIL"),),
                recipients=(Participant(span=Span(16, 24), code="USAMIL"),),
            ),
        ),
        claims=tuple(
            Claim(
                id=f"c{at}", event="e1", status=status, certainty=0.9, confidence=1, content=content, chain=chain,
                numbers=counts,
            )
            for at, chain in enumerate(chains, 1)
        ),
        provenance=BY_HAND,
    )  # fmt: skip


def one_event(*readings: Reading) -> CommonEvent:
    """All of them tell the same event."""
    members = (EventRef(article=reading.article.id, event="e1") for reading in readings)
    return CommonEvent(id="event", members=tuple(members))
