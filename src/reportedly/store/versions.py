"""Adds readings, and says which of them hold, and since when."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, insert, select, update

from reportedly.errors import StoreError
from reportedly.schema import Issue, Reading
from reportedly.store import keys
from reportedly.store.evidence import add_issue
from reportedly.store.packing import packed, reading_parts
from reportedly.store.projecting import Frame, projected
from reportedly.store.tables import DATED, SHIFT, articles, came_out, findable, readings, versions
from reportedly.store.writer import Writer


class Known(NamedTuple):
    """What a reading takes from the row of its article."""

    row: int
    piece: str
    seen_at: datetime | None


def add_reading(writer: Writer, reading: Reading, article: str) -> str:
    """Adds a reading; the one that it follows, of the same piece by the same reader, no longer holds.

    Of two readings of one article by the very same machine the first stays. Where the second says something else, that
    is an issue: the reader is not reproducible, and which of the two is kept would depend on the order otherwise.

    Raises:
        StoreError: there is no such article, or the reading is of another one.
    """
    if keys.article_key(reading.article) != article:
        raise StoreError(f"the reading is not of article {article}, but of {reading.article.id}; add that one first")
    provenance = reading.provenance
    key = keys.reading_key(article, provenance)
    rest, told = reading_parts(reading)
    result = keys.key_of("result", told)
    kept = writer.connection.execute(
        select(readings.c.result, readings.c.recorded_at).where(readings.c.key == key)
    ).one_or_none()
    if kept is not None:
        if kept.result != result:
            add_issue(writer, _irreproducible(reading, result), kept.recorded_at)
        return key
    known = _known(writer.connection, article)
    values = {
        "key": key,
        "article": known.row,
        "provenance": keys.provenance_key(provenance),
        "read_at": provenance.read_at,
        "result": result,
        "data": packed(rest),
        **{name: findable(getattr(provenance, name)) for name in ("reader", "version", "model")},
    }
    project(writer, writer.add(readings, values), reading, known, writer.recorded_at)
    return key


def _known(connection: Connection, article: str) -> Known:
    found = connection.execute(
        select(articles.c.row, articles.c.piece, articles.c.seen_at).where(articles.c.key == article)
    ).one_or_none()
    if found is None:
        raise StoreError(f"the store has no article {article}; add it first")
    return Known(*found)


def _irreproducible(reading: Reading, result: str) -> Issue:
    told = reading.provenance
    return Issue(
        where=reading.article.id,
        problem=f"read again, reader {told.reader} ({told.model}) says something else ({result})",
        remedy="the first reading is kept; find out why the reader gives two results for one article",
    )


def project(writer: Writer, row: int, reading: Reading, known: Known, recorded_at: datetime) -> None:
    """Writes the projections of a reading; those of the one that it follows get their end.

    Args:
        row: the number of the reading.
        reading: what was read; its article may be an outline of one whose text was dropped.
        known: its article.
        recorded_at: when it came in.
    """
    reader = findable(reading.provenance.reader)
    seen_at = known.seen_at
    before = writer.connection.execute(
        select(versions.c.reading, versions.c.seen_at)
        .where(versions.c.piece == known.piece, versions.c.reader == reader)
        .order_by(versions.c.reading.desc())
        .limit(1)
    ).one_or_none()
    if before is not None:
        _end(writer, before.reading, recorded_at)
        seen_at = min((at for at in (seen_at, before.seen_at) if at is not None), default=None)
    at = came_out(reading.article.published_at, seen_at, recorded_at)
    frame = Frame(reading=row, article=known.row, at=at, recorded_at=recorded_at, seen_at=seen_at)
    values = {"reading": row, "article": known.row, "piece": known.piece, "reader": reader, **frame.clocks()}
    writer.connection.execute(insert(versions), values)
    for table, rows in projected(reading, frame):
        writer.later(table, rows)


def _end(writer: Writer, reading: int, at: datetime) -> None:
    writer.flush()
    for table in DATED:
        if table is versions:
            mine = versions.c.reading == reading
        else:
            mine = and_(table.c.row >= reading << SHIFT, table.c.row < (reading + 1) << SHIFT)
        writer.connection.execute(update(table).where(mine).values(superseded_at=at))
