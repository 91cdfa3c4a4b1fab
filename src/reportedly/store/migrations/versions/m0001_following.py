"""What changes: facts, subscriptions, states of polling, guids seen, the queue, positions in archives."""

from alembic import op
from sqlalchemy import Boolean, Column, Float, Integer, LargeBinary, Text

from reportedly.store.migrations.types import KEY, MOMENT, NUMBER

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes them."""
    for make in (_facts, _subscriptions, _states, _seen, _queue, _positions):
        make()


def _facts() -> None:
    op.create_table(
        "facts",
        Column("name", KEY, primary_key=True),
        Column("value", Text(), nullable=False),
    )


def _subscriptions() -> None:
    op.create_table(
        "subscriptions",
        Column("id", KEY, primary_key=True),
        Column("url", KEY, nullable=False),
        Column("outlet", KEY),
        Column("data", LargeBinary(), nullable=False),
        Column("since", MOMENT, nullable=False),
        Column("until", MOMENT),
    )


def _states() -> None:
    op.create_table(
        "states",
        Column("feed", KEY, primary_key=True),
        Column("next_at", MOMENT, nullable=False),
        Column("interval", Float(), nullable=False),
        Column("failures", Integer(), nullable=False),
        Column("data", LargeBinary(), nullable=False),
    )
    op.create_index("ix_states_next_at", "states", ["next_at"])


def _seen() -> None:
    op.create_table(
        "seen",
        Column("feed", KEY, primary_key=True),
        Column("guid", KEY, primary_key=True),
        Column("at", MOMENT, nullable=False),
        sqlite_with_rowid=False,
    )


def _queue() -> None:
    op.create_table(
        "queue",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("id", KEY, nullable=False, unique=True),
        Column("link", KEY, nullable=False),
        Column("feed", KEY, nullable=False),
        Column("data", LargeBinary(), nullable=False),
        Column("queued_at", MOMENT, nullable=False),
        Column("ready_at", MOMENT),
        Column("tries", Integer(), nullable=False),
        Column("outcome", KEY),
        Column("done_at", MOMENT),
    )
    op.create_index("queue_ready", "queue", ["ready_at", "row"])


def _positions() -> None:
    op.create_table(
        "positions",
        Column("source", KEY, primary_key=True),
        Column("fingerprint", KEY, nullable=False),
        Column("done", NUMBER, nullable=False),
        Column("finished", Boolean(), nullable=False),
        Column("at", MOMENT, nullable=False),
    )
