"""Reads evidence back: articles, readings one by one or as a stream, issues, counts, and a digest over everything."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, and_, exists, func, or_, select

from reportedly.errors import StoreError
from reportedly.schema import Article, Issue, Judgement, Provenance, Reading
from reportedly.store.keys import provenance_key
from reportedly.store.packing import article_of, join_reading, unpack, unpacked
from reportedly.store.records import Counts, Noted
from reportedly.store.tables import (
    articles,
    bodies,
    captures,
    claims,
    events,
    fetches,
    issues,
    judgements,
    polls,
    queue,
    readings,
    subscriptions,
    versions,
)

_PAGE: Final = 100
_STREAM: Final = {"yield_per": _PAGE}
_JOINED: Final = (
    select(articles.c.id, articles.c.data.label("whole"), readings.c.data)
    .select_from(readings)
    .join(articles, articles.c.row == readings.c.article)
)


def article(connection: Connection, key: str) -> Article:
    """The article with a key.

    Raises:
        StoreError: there is none, or its text was dropped.
    """
    found = connection.execute(select(articles.c.id, articles.c.data).where(articles.c.key == key)).one_or_none()
    if found is None:
        raise StoreError(f"the store has no article {key}; see `reportedly search`")
    return article_of(found.data, found.id)


def reading(connection: Connection, key: str) -> Reading:
    """The reading with a key.

    Raises:
        StoreError: there is none, or the text of its article was dropped.
    """
    found = connection.execute(_JOINED.where(readings.c.key == key)).one_or_none()
    if found is None:
        raise StoreError(f"the store has no reading {key}; see `reportedly search`")
    return _joined(found)


def has_reading(connection: Connection, article_key: str, provenance: Provenance) -> bool:
    """Whether an article has been read by this very machine."""
    read = _reads(provenance).where(articles.c.key == article_key)
    return connection.scalar(select(read.exists())) is True


def readings_of(connection: Connection, article_key: str) -> tuple[Reading, ...]:
    """All readings of an article, in the order in which they came in."""
    found = connection.execute(_JOINED.where(articles.c.key == article_key).order_by(readings.c.row))
    return tuple(_joined(each) for each in found)


def unread(connection: Connection, provenance: Provenance, after: int) -> list[tuple[int, str, Article]]:
    """Some articles that this machine has not read, with their row numbers, which are above `after`."""
    read = exists().where(readings.c.article == articles.c.row, readings.c.provenance == provenance_key(provenance))
    left = (
        select(articles.c.row, articles.c.key, articles.c.data)
        .where(articles.c.row > after, articles.c.data.is_not(None), ~read)
        .order_by(articles.c.row)
        .limit(_PAGE)
    )
    return [(each.row, each.key, unpack(each.data, Article)) for each in connection.execute(left)]


def export(
    connection: Connection, as_of: datetime | None, provenance: Provenance | None, *, current: bool
) -> Iterator[Reading]:
    """Readings in the order of (id of the article, key of the reading), one after the other."""
    wanted = _JOINED.where(articles.c.data.is_not(None)).order_by(articles.c.id, articles.c.key, readings.c.key)
    if as_of is not None:
        wanted = wanted.where(readings.c.recorded_at <= as_of)
    if provenance is not None:
        wanted = wanted.where(readings.c.provenance == provenance_key(provenance))
    if current:
        ended = versions.c.superseded_at
        holds = ended.is_(None) if as_of is None else or_(ended.is_(None), ended > as_of)
        wanted = wanted.join(versions, and_(versions.c.reading == readings.c.row, holds))
    with connection.execute(wanted, execution_options=_STREAM) as found:  # closed even where the caller stops early
        for each in found:
            yield _joined(each)


def judgements_of(connection: Connection, item: str | None) -> tuple[Judgement, ...]:
    """The judgements about a thing, or all, in the order in which they came in; those taken back are among them."""
    wanted = select(judgements.c.data).order_by(judgements.c.row)
    if item is not None:
        wanted = wanted.where(or_(judgements.c.left == item, judgements.c.right == item))
    return tuple(unpack(each.data, Judgement) for each in connection.execute(wanted))


def issues_since(connection: Connection, since: datetime | None) -> Iterator[Noted]:
    """Issues from a moment on, the oldest first."""
    wanted = select(issues.c.at, issues.c.data).order_by(issues.c.at, issues.c.row)
    if since is not None:
        wanted = wanted.where(issues.c.at >= since)
    with connection.execute(wanted, execution_options=_STREAM) as found:
        for each in found:
            yield Noted(at=each.at, issue=unpack(each.data, Issue))


def counts(connection: Connection) -> Counts:
    """How much there is of everything."""
    whole = (captures, bodies, articles, readings, events, claims, judgements, fetches, polls, issues)
    told = {table.name: _count(connection, select(func.count()).select_from(table)) for table in whole}
    followed = select(func.count()).select_from(subscriptions).where(subscriptions.c.until.is_(None))
    waiting = select(func.count()).select_from(queue).where(queue.c.ready_at.is_not(None))
    return Counts(**told, feeds=_count(connection, followed), queued=_count(connection, waiting))


def digest(connection: Connection) -> str:
    """A hash over all evidence but the moments of recording, whatever the order in which it came in."""
    hashed = hashlib.blake2b(digest_size=16)
    for table, key in ((captures, "id"), (articles, "key"), (judgements, "id"), (polls, "id"), (fetches, "id")):
        hashed.update(table.name.encode())
        for found in connection.scalars(select(table.c[key]).order_by(table.c[key])):
            hashed.update(found.encode())
    for key, result in connection.execute(select(readings.c.key, readings.c.result).order_by(readings.c.key)):
        hashed.update(f"{key}{result}".encode())
    return hashed.hexdigest()


def _reads(provenance: Provenance) -> Select[Any]:
    return (
        select(readings.c.row)
        .join(articles, articles.c.row == readings.c.article)
        .where(readings.c.provenance == provenance_key(provenance))
    )


def _joined(found: Any) -> Reading:
    if found.whole is None:
        article_of(None, found.id)
    return join_reading(unpacked(found.whole), found.data)


def _count(connection: Connection, statement: Select[int]) -> int:
    return connection.scalar(statement) or 0
