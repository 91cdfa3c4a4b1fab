"""Dyads of countries, and what happens in a country in some days, are found by one index each."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer

from reportedly.store.migrations.types import KEY, MOMENT, NUMBER

revision = "0005"
down_revision = "0004"

_PAIRS = """
INSERT INTO pairs ("row", event, actor, recipient, at)
SELECT (event >> 20 << 20) + ROW_NUMBER() OVER (PARTITION BY event >> 20 ORDER BY event, actor, recipient) - 1,
    event, actor, recipient, at
FROM (
    SELECT DISTINCT one.event, one.country AS actor, other.country AS recipient, one.at
    FROM participants AS one JOIN participants AS other ON other.event = one.event
    WHERE one.acts AND NOT other.acts AND one.country IS NOT NULL AND other.country IS NOT NULL
) AS facing
"""
"""As `projecting` makes them, so that a rebuild changes nothing."""

_DAYS = """
UPDATE places SET (earliest, latest, spread) = (
    SELECT events.earliest, events.latest, events.spread FROM events WHERE events."row" = places.event
)
"""


def upgrade() -> None:
    """Makes the table, the columns and the indices, and fills them from what is there."""
    op.create_table(
        "pairs",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("event", NUMBER, ForeignKey("events.row"), nullable=False),
        Column("actor", KEY, nullable=False),
        Column("recipient", KEY, nullable=False),
        Column("at", MOMENT, nullable=False),
    )
    op.execute(_PAIRS)
    op.create_index("pairs_by_country", "pairs", ["actor", "recipient", "at", "event"])
    for name, kind in (("earliest", KEY), ("latest", KEY), ("spread", Integer())):
        op.add_column("places", Column(name, kind))
    op.drop_index("places_by_cell", "places")
    op.execute(_DAYS)
    op.create_index("places_by_cell", "places", ["cell", "at", "event", "lat", "lon"])
    op.create_index("places_by_country_and_day", "places", ["country", "spread", "earliest", "latest", "at", "event"])
