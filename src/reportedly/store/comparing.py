"""Checks of projections: each row is what a rebuild would make, no row is missing or too many, words are in step."""

import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select, text

from reportedly.schema import Article, Reading
from reportedly.store.packing import unpack
from reportedly.store.projecting import Frame, projected
from reportedly.store.rebuild import pages
from reportedly.store.records import Finding
from reportedly.store.tables import PROJECTED, SHIFT, articles, came_out, readings, versions
from reportedly.store.words import joined, lexemes

_WHOLE: Final = "-"
_AT_ONCE: Final = 200
_SAME: Final = text(
    "SELECT words.article FROM words"
    " JOIN unnest(CAST(:rows AS bigint[]), CAST(:told AS text[])) AS made (article, told)"
    " ON made.article = words.article WHERE words.words = CAST(made.told AS tsvector)"
)


class Comparison:
    """Holds the projections of readings, one by one, against what is there, and counts what there should be."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._expected: Counter[str] = Counter()

    def reading(self, row: Row[Any], reading: Reading) -> Iterator[Finding]:
        """What is wrong with the projections of one reading."""
        asked = select(versions).where(versions.c.reading == row.row)
        held = self._connection.execute(asked).one_or_none()
        if held is None:
            yield Finding(table="versions", name=row.key, problem="it is missing; rebuild the projections")
            return
        self._expected["versions"] += 1
        frame = Frame(row.row, row.article, held.at, held.recorded_at, held.seen_at, held.superseded_at)
        for table, rows in projected(reading, frame):
            self._expected[table.name] += len(rows)
            first = row.row << SHIFT
            mine = table.c.row.between(first, first + (1 << SHIFT) - 1)
            there = self._connection.execute(select(table).where(mine).order_by(table.c.row)).mappings().all()
            if [dict(each) for each in there] != rows:
                yield Finding(table=table.name, name=row.key, problem="not what a rebuild gives; rebuild")

    def end(self) -> Iterator[Finding]:
        """What there is too much of, once all readings were held against it."""
        for table in PROJECTED:
            there = self._connection.scalar(select(func.count()).select_from(table)) or 0
            if there != self._expected[table.name]:
                problem = f"{there} rows, where a rebuild gives {self._expected[table.name]}; rebuild"
                yield Finding(table=table.name, name=_WHOLE, problem=problem)


def wrong_versions(connection: Connection) -> Iterator[Finding]:
    """Which readings do not hold from when to when they should."""
    asked = (
        select(versions, readings.c.key, readings.c.recorded_at.label("came"), articles.c.seen_at.label("first_seen"))
        .add_columns(articles.c.published_at)
        .join(readings, readings.c.row == versions.c.reading)
        .join(articles, articles.c.row == versions.c.article)
        .order_by(versions.c.piece, versions.c.reader, versions.c.reading.desc())
    )
    held = connection.execute(asked, execution_options={"stream_results": True, "yield_per": 500})
    later: Row[Any] | None = None
    for row in held:
        follows = later is not None and (later.piece, later.reader) == (row.piece, row.reader)
        ended = later.came if later is not None and follows else None
        seen = [at for at in (row.first_seen, row.seen_at) if at is not None]
        at = came_out(row.published_at, min(seen, default=None), row.came)
        if (row.superseded_at, row.recorded_at, row.at) != (ended, row.came, at):
            yield Finding(table="versions", name=row.key, problem="not what a rebuild gives; rebuild")
        later = row


def words_out_of_step(connection: Connection) -> Iterator[Finding]:
    """Which articles the search does not find by just their words."""
    there = _in_postgresql(connection) if connection.dialect.name == "postgresql" else _in_sqlite(connection)
    yield from there


def _in_postgresql(connection: Connection) -> Iterator[Finding]:
    present = select(articles.c.row, articles.c.key, articles.c.data).where(articles.c.data.is_not(None))
    held = pages(connection, present, articles.c.row)
    expected = 0
    while some := {row.row: row for row in islice(held, _AT_ONCE)}:
        whole = [unpack(row.data, Article) for row in some.values()]
        told = {"rows": list(some), "told": [lexemes(article.title, article.text) for article in whole]}
        same = set(connection.scalars(_SAME, told))
        expected += len(some)
        for number in sorted(some.keys() - same):
            yield Finding(table="words", name=some[number].key, problem="the search does not have its words; rebuild")
    there = connection.scalar(text("SELECT count(*) FROM words"))
    if there != expected:
        yield Finding(table="words", name=_WHOLE, problem=f"{there} rows, where a rebuild gives {expected}; rebuild")


def _in_sqlite(connection: Connection) -> Iterator[Finding]:
    """FTS5 keeps no text: sums over (word, field, place) of each article are compared."""
    found: Counter[int] = Counter()
    made = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_places USING fts5vocab(main, words, instance)"
    connection.execute(text(made))
    held = connection.execute(
        text("SELECT term, doc, col, offset FROM temp.word_places"), execution_options={"yield_per": 5000}
    )
    for term, doc, field, place in held:
        found[doc] += _sum(term, field, place)
    present = select(articles.c.row, articles.c.key, articles.c.data).where(articles.c.data.is_not(None))
    for row in pages(connection, present, articles.c.row):
        article = unpack(row.data, Article)
        if found.pop(row.row, 0) != _total("title", joined(article.title)) + _total("text", joined(article.text)):
            yield Finding(table="words", name=row.key, problem="the search does not have its words; rebuild")
    for doc in found:
        yield Finding(table="words", name=str(doc), problem="the search has words of no article; rebuild")


def _total(field: str, words: str) -> int:
    return sum(_sum(word, field, place) for place, word in enumerate(words.split()))


def _sum(word: str, field: str, place: int) -> int:
    return zlib.crc32(f"{word} {field} {place}".encode())
