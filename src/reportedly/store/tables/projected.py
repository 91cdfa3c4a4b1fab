"""What is made from readings and can be made anew: events, claims and what hangs on them, one flat row each.

Row numbers are `reading << 20 | place in the reading`, so that all rows of a reading lie together, are found by a
range, and are the same after a rebuild. `at` is when it came out, as well as that is known (the first
of `published_at`, `seen_at` and `recorded_at`: a date in the future is none); `superseded_at` is None for what holds
today.
"""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text

from reportedly.store.tables.columns import Key, Moment, Number, metadata, row

SHIFT: Final = 20
"""Bits of a row number that tell the rows of one reading apart."""


def _when() -> Iterator[Column[Any]]:
    """The clocks, in every row that is looked for by time."""
    yield Column("at", Moment, nullable=False)
    yield Column("recorded_at", Moment, nullable=False)
    yield Column("seen_at", Moment)
    yield Column("superseded_at", Moment)


versions = Table(
    "versions",
    metadata,
    Column("reading", Number, ForeignKey("readings.row"), primary_key=True, autoincrement=False),
    Column("article", Number, ForeignKey("articles.row"), nullable=False),
    Column("piece", Key, nullable=False),
    Column("reader", Key, nullable=False),
    *_when(),
    Index("versions_of_piece", "piece", "reader", "reading"),
    Index("versions_by_time", "at", "reading"),
)
"""From when to when each reading held: until another of the same piece by the same reader came."""

events = Table(
    "events",
    metadata,
    row(),
    Column("reading", Number, ForeignKey("readings.row"), nullable=False),
    Column("article", Number, ForeignKey("articles.row"), nullable=False, index=True),
    Column("id", Key, nullable=False),  # within its reading
    Column("reader", Key, nullable=False),
    Column("type", Key, nullable=False),
    Column("mode", Key),
    Column("date", Key),
    Column("earliest", Key),
    Column("latest", Key),
    Column("spread", Integer),  # how far apart these are, see `spread`; None where there are none
    Column("outlet", Key),
    Column("feed", Key),
    Column("published_at", Moment),
    *_when(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("events_by_time", "at", "row"),
    Index("events_by_type", "type", "at", "row"),
    Index("events_by_outlet", "outlet", "at", "row"),
    Index("events_by_day", "spread", "earliest", "latest", "at", "row", "superseded_at"),
)

participants = Table(
    "participants",
    metadata,
    row(),
    Column("event", Number, ForeignKey("events.row"), nullable=False),
    Column("acts", Boolean, nullable=False),  # an actor, else a recipient
    Column("entity", Key),
    Column("code", Key),
    Column("country", Key),
    Column("name", Text),  # the words
    Column("called", Key),  # the words in their normal form, to be found by
    *_when(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("participants_by_event", "event", "acts", "country", "code", "entity", "called"),
    Index("participants_by_entity", "entity", "at", "event"),
    Index("participants_by_country", "country", "at", "event"),
    Index("participants_by_code", "code", "at", "event"),
    Index("participants_by_name", "called", "at", "event"),
)

places = Table(
    "places",
    metadata,
    row(),
    Column("event", Number, ForeignKey("events.row"), nullable=False),
    Column("entity", Key),
    Column("name", Key),
    Column("called", Key),  # the name in its normal form
    Column("country", Key),
    Column("lat", Float),
    Column("lon", Float),
    Column("cell", Integer),  # the square degree, for what lies near
    Column("precision", Key),
    Column("radius_km", Float),
    Column("earliest", Key),  # of the event, as `latest` and `spread` are
    Column("latest", Key),
    Column("spread", Integer),
    *_when(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("places_by_event", "event", "country", "entity", "called", "lat", "lon"),
    Index("places_by_entity", "entity", "at", "event"),
    Index("places_by_country", "country", "at", "event"),
    Index("places_by_cell", "cell", "at", "event", "lat", "lon"),
    Index("places_by_country_and_day", "country", "spread", "earliest", "latest", "at", "event"),
    Index("places_by_name", "called", "at", "event"),
)

pairs = Table(
    "pairs",
    metadata,
    row(),
    Column("event", Number, ForeignKey("events.row"), nullable=False),
    Column("actor", Key, nullable=False),  # the country of one that acts
    Column("recipient", Key, nullable=False),  # and of one to whom it is done
    Column("at", Moment, nullable=False),
    Index("pairs_by_country", "actor", "recipient", "at", "event"),
)
"""Which countries stand on the two sides of an event, each pair once."""

claims = Table(
    "claims",
    metadata,
    row(),
    Column("event", Number, ForeignKey("events.row"), nullable=False, index=True),
    Column("reading", Number, ForeignKey("readings.row"), nullable=False),
    Column("article", Number, ForeignKey("articles.row"), nullable=False),
    Column("id", Key, nullable=False),  # within its reading
    Column("reader", Key, nullable=False),
    Column("type", Key, nullable=False),
    Column("mode", Key),
    Column("status", Key, nullable=False),
    Column("certainty", Float, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("hops", Integer, nullable=False),
    Column("origin_kind", Key),  # of the last hop; None where the outlet speaks for itself
    Column("origin_name", Text),
    Column("origin_entity", Key),
    Column("earliest", Key),
    Column("latest", Key),
    Column("outlet", Key),
    Column("feed", Key),
    Column("published_at", Moment),
    *_when(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("claims_by_time", "at", "row"),
    Index("claims_by_status", "status", "at", "row"),
    Index("claims_by_type", "type", "at", "row"),
    Index("claims_by_outlet", "outlet", "at", "row"),
    Index("claims_by_origin", "origin_entity", "at", "row"),
)

numbers = Table(
    "numbers",
    metadata,
    row(),
    Column("claim", Number, ForeignKey("claims.row"), nullable=False, index=True),
    Column("what", Key, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("approx", Boolean, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

citations = Table(
    "citations",
    metadata,
    row(),
    Column("reading", Number, ForeignKey("readings.row"), nullable=False),
    Column("name", Key, nullable=False),
    Column("entity", Key),
    Column("main", Boolean, nullable=False),
    *_when(),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("citations_by_entity", "entity", "at", "row"),
)

PROJECTED = (versions, events, participants, places, pairs, claims, numbers, citations)
"""The projections, each after those that it points to."""

DATED = (versions, events, participants, places, claims, citations)
"""The projections that carry the clocks."""
