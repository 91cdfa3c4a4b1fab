"""What changes: which feeds are followed, where each stands, what waits to be fetched, how far an archive is done."""

from sqlalchemy import Boolean, Column, Float, Index, Integer, LargeBinary, Table, Text

from reportedly.store.tables.columns import Key, Moment, Number, metadata

facts = Table(
    "facts",
    metadata,
    Column("name", Key, primary_key=True),
    Column("value", Text, nullable=False),
)
"""About the store itself: `recorded_at`, the latest; `door`, only inside a transaction of retention."""

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("id", Key, primary_key=True),
    Column("url", Key, nullable=False),
    Column("outlet", Key),
    Column("data", LargeBinary, nullable=False),
    Column("since", Moment, nullable=False),
    Column("until", Moment),  # None while it is followed
)

states = Table(
    "states",
    metadata,
    Column("feed", Key, primary_key=True),
    Column("next_at", Moment, nullable=False, index=True),
    Column("interval", Float, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

seen = Table(
    "seen",
    metadata,
    Column("feed", Key, primary_key=True),
    Column("guid", Key, primary_key=True),  # a hash of it: guids are of any length
    Column("at", Moment, nullable=False),
    sqlite_with_rowid=False,
)

queue = Table(
    "queue",
    metadata,
    Column("row", Number, primary_key=True, autoincrement=False),
    Column("id", Key, nullable=False, unique=True),  # over the link: one link is fetched once
    Column("link", Key, nullable=False),
    Column("feed", Key, nullable=False),
    Column("data", LargeBinary, nullable=False),  # the item
    Column("queued_at", Moment, nullable=False),
    Column("ready_at", Moment),  # when it may be fetched; None once it is done
    Column("tries", Integer, nullable=False),
    Column("outcome", Key),
    Column("done_at", Moment),
    Index("queue_ready", "ready_at", "row"),
)

positions = Table(
    "positions",
    metadata,
    Column("source", Key, primary_key=True),
    Column("fingerprint", Key, nullable=False),
    Column("done", Number, nullable=False),
    Column("finished", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
)
