"""Row numbers -> rows with their words: from the evidence itself, which the projections only help to find."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

import msgspec
from sqlalchemy import Connection, select

from reportedly.schema import Claim, Event, EventPlace, Hop, Participant, Span
from reportedly.store.packing import unpacked
from reportedly.store.rows import ArticleRow, ClaimRow, EventRow, Party, Spot, Voice
from reportedly.store.tables import SHIFT, articles, claims, readings

_ABOUT: Final = [articles.c[name] for name in ArticleRow.__struct_fields__ if name not in ("size", "kept")]
_PLACE: Final = (1 << SHIFT) - 1
_OPENING: Final = b'{"-":null'
"""Stands for the article before the rest of a reading."""


class _Told(msgspec.Struct, frozen=True):
    """Of a reading only what rows show, decoded where a row needs it; all else is passed over."""

    events: tuple[msgspec.Raw, ...] = ()
    claims: tuple[msgspec.Raw, ...] = ()


class _Worded(msgspec.Struct, frozen=True):
    """Of an article only its text."""

    text: str


class _Read(NamedTuple):
    """A reading as the rows of one page need it."""

    key: str
    reader: str
    recorded_at: datetime
    article: ArticleRow
    text: str | None
    told: _Told


def claim_rows(connection: Connection, numbers: Sequence[int]) -> list[ClaimRow]:
    """The claims with these row numbers, in this order."""
    read = _readings(connection, {number >> SHIFT for number in numbers})
    asked = select(claims.c.row, claims.c.event).where(claims.c.row.in_(numbers))
    events = {found.row: found.event for found in connection.execute(asked)}
    return [_claim(read[number >> SHIFT], number & _PLACE, events[number] & _PLACE) for number in numbers]


def event_rows(connection: Connection, numbers: Sequence[int]) -> list[EventRow]:
    """The events with these row numbers, in this order."""
    read = _readings(connection, {number >> SHIFT for number in numbers})
    return [_event(read[number >> SHIFT], number & _PLACE) for number in numbers]


def article_rows(connection: Connection, numbers: Sequence[int]) -> list[ArticleRow]:
    """The articles with these row numbers, in this order."""
    asked = select(articles.c.row, *_ABOUT, articles.c.size, articles.c.dropped_at).where(articles.c.row.in_(numbers))
    found = {row.row: about(row) for row in connection.execute(asked)}
    return [found[number] for number in numbers]


def about(row: Any) -> ArticleRow:
    """The article of a row that has its columns."""
    told = {column.name: getattr(row, column.name) for column in _ABOUT}
    return ArticleRow(**told, size=row.size, kept=row.dropped_at is None)


def _readings(connection: Connection, numbers: Iterable[int]) -> dict[int, _Read]:
    columns = (readings.c.row, readings.c.reader, readings.c.data.label("rest"), readings.c.key.label("reading"))
    came = readings.c.recorded_at.label("read_in")
    asked = select(*columns, came, *_ABOUT, articles.c.size, articles.c.dropped_at, articles.c.data)
    joined = asked.join(articles, articles.c.row == readings.c.article).where(readings.c.row.in_(list(numbers)))
    return {row.row: _read(row) for row in connection.execute(joined)}


def _read(row: Any) -> _Read:
    told = msgspec.json.decode(_OPENING + unpacked(row.rest), type=_Told)
    return _Read(
        key=row.reading,
        reader=row.reader,
        recorded_at=row.read_in,
        article=about(row),
        text=None if row.data is None else msgspec.json.decode(unpacked(row.data), type=_Worded).text,
        told=told,
    )


def _claim(read: _Read, place: int, event: int) -> ClaimRow:
    claim = msgspec.json.decode(read.told.claims[place], type=Claim)
    return ClaimRow(
        key=f"{read.key}/{claim.id}",
        event=_event(read, event),
        status=claim.status,
        certainty=claim.certainty,
        confidence=claim.confidence,
        content=claim.content,
        words=_words(read, claim.content),
        chain=tuple(_voice(read, hop) for hop in claim.chain),
        numbers=claim.numbers,
    )


def _event(read: _Read, place: int) -> EventRow:
    event = msgspec.json.decode(read.told.events[place], type=Event)
    return EventRow(
        key=f"{read.key}/{event.id}",
        article=read.article,
        reading=read.key,
        reader=read.reader,
        recorded_at=read.recorded_at,
        type=event.type,
        mode=event.mode,
        context=event.context,
        trigger=event.trigger,
        words=_words(read, event.trigger),
        actors=tuple(_party(read, party) for party in event.actors),
        recipients=tuple(_party(read, party) for party in event.recipients),
        places=tuple(_spot(read, place) for place in event.places),
        date=event.date,
    )


def _party(read: _Read, party: Participant) -> Party:
    return Party(span=party.span, words=_words(read, party.span), entity=party.entity, code=party.code)


def _spot(read: _Read, place: EventPlace) -> Spot:
    return Spot(
        span=place.span,
        words=_words(read, place.span),
        entity=place.entity,
        name=place.name,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        precision=place.precision,
    )


def _voice(read: _Read, hop: Hop) -> Voice:
    words = None if hop.source is None else _words(read, hop.source)
    return Voice(kind=hop.kind, entity=hop.entity, name=hop.name, span=hop.source, words=words)


def _words(read: _Read, span: Span) -> str | None:
    return None if read.text is None else span.of(read.text)
