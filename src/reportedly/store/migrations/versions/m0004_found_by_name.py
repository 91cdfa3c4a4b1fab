"""Parties and places are found by name, and claims and events by outlet."""

from alembic import op
from sqlalchemy import Column

from reportedly.store.migrations.types import KEY

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Makes the columns and indices; names come with the next rebuild."""
    for table in ("participants", "places"):
        op.add_column(table, Column("called", KEY))
        op.create_index(f"{table}_by_name", table, ["called", "at", "event"])
    for table in ("events", "claims"):
        op.create_index(f"{table}_by_outlet", table, ["outlet", "at", "row"])
