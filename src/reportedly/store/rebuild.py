"""Makes all projections anew, from evidence alone."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, delete, select, text

from reportedly.codec import encode
from reportedly.schema import Article, DateSource
from reportedly.store.evidence import add_words
from reportedly.store.packing import join_reading, unpack, unpacked
from reportedly.store.projecting import DROPPED
from reportedly.store.tables import PROJECTED, articles, readings
from reportedly.store.versions import Known, project
from reportedly.store.writer import Writer

_PAGE: Final = 200


def rebuild(writer: Writer) -> int:
    """Makes all projections and the words of the search anew; how many readings these are of."""
    for table in reversed(PROJECTED):
        writer.connection.execute(delete(table))
    empty = "DELETE FROM words" if writer.on_postgresql else "INSERT INTO words (words) VALUES ('delete-all')"
    writer.connection.execute(text(empty))
    present = select(articles.c.row, articles.c.data).where(articles.c.data.is_not(None))
    for found in pages(writer.connection, present, articles.c.row):
        add_words(writer, found.row, unpack(found.data, Article))
    done = 0
    for found in of_readings(writer.connection):
        known = Known(row=found.article, piece=found.piece, seen_at=found.seen_at)
        project(writer, found.row, join_reading(article_json(found), found.data), known, found.recorded_at)
        done += 1
    return done


_READ: Final = select(
    readings,
    articles.c.key.label("article_key"),
    articles.c.id.label("named"),
    articles.c.piece,
    articles.c.outlet,
    articles.c.feed,
    articles.c.published_at,
    articles.c.seen_at,
    articles.c.size,
    articles.c.data.label("whole"),
).join(articles, articles.c.row == readings.c.article)


def of_readings(connection: Connection) -> Iterator[Row[Any]]:
    """Every reading with its article, in the order in which they came in."""
    return pages(connection, _READ, readings.c.row)


def pages(connection: Connection, statement: Select[Any], by: Any, size: int = _PAGE) -> Iterator[Row[Any]]:
    """The rows of a statement in the order of the numbers `by`, asked for page by page: memory stays flat."""
    last = 0
    while found := connection.execute(statement.where(by > last).order_by(by).limit(size)).all():
        yield from found
        last = found[-1].row


def article_json(found: Row[Any]) -> bytes:
    """The article of a reading as JSON; of one whose text was dropped an outline, as long as that was."""
    if found.whole is not None:
        return unpacked(found.whole)
    outline = Article(
        id=found.named,
        outlet=found.outlet,
        feed=found.feed,
        published_at=found.published_at,
        date_source=None if found.published_at is None else DateSource.GIVEN,
        text=DROPPED * found.size,
    )
    return encode(outline)
