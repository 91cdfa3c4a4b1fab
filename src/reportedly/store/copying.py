"""Copies a whole store, row by row, into an empty one of either kind."""

from typing import Final

from sqlalchemy import Connection, delete, func, insert, select

from reportedly.schema import Article
from reportedly.store.evidence import add_words
from reportedly.store.packing import unpack
from reportedly.store.rebuild import pages
from reportedly.store.tables import EVIDENCE, PROJECTED, articles, facts, positions, queue, seen, states, subscriptions
from reportedly.store.writer import Writer

_CHANGING: Final = (subscriptions, states, seen, queue, positions)
_AT_ONCE: Final = 2_000


def copy(source: Connection, writer: Writer) -> None:
    """Every row of `source`, as it is, into an empty store; the words are made anew, as its database wants them."""
    writer.connection.execute(delete(facts))
    for table in (facts, *EVIDENCE, *_CHANGING, *PROJECTED):
        held = source.execute(select(table), execution_options={"stream_results": True, "yield_per": _AT_ONCE})
        for part in held.mappings().partitions():
            writer.connection.execute(insert(table), [dict(row) for row in part])
    present = select(articles.c.row, articles.c.data).where(articles.c.data.is_not(None))
    for found in pages(writer.connection, present, articles.c.row):
        add_words(writer, found.row, unpack(found.data, Article))
    writer.flush()


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever kept there."""
    return not any(
        connection.scalar(select(func.count()).select_from(select(table).limit(1).subquery()))
        for table in (*EVIDENCE, *_CHANGING)
    )
