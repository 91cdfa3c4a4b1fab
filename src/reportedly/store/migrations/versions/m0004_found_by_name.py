"""Parties and places are found by name, and claims and events by outlet."""

from alembic import op
from sqlalchemy import Column, Integer

from reportedly.store.migrations.types import KEY

revision = "0004"
down_revision = "0003"

_BY_EVENT = {
    "participants": ["acts", "country", "code", "entity", "called"],
    "places": ["country", "entity", "called", "lat", "lon"],
}


def upgrade() -> None:
    """Makes the columns and indices; names come with the next rebuild."""
    for table in ("participants", "places"):
        op.add_column(table, Column("called", KEY))
        op.create_index(f"{table}_by_name", table, ["called", "at", "event"])
    op.add_column("events", Column("spread", Integer()))
    op.drop_index("events_by_day", "events")
    op.create_index("events_by_day", "events", ["spread", "earliest", "latest", "at", "row", "superseded_at"])
    for table, rest in _BY_EVENT.items():
        op.drop_index(f"ix_{table}_event", table)
        op.create_index(f"{table}_by_event", table, ["event", *rest])
    for table in ("events", "claims"):
        op.create_index(f"{table}_by_outlet", table, ["outlet", "at", "row"])
