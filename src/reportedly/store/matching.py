"""Which articles hold the words looked for, asked in the way of each database."""

from typing import Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Double,
    FromClause,
    Text,
    cast,
    column,
    false,
    func,
    literal,
    literal_column,
    table,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from reportedly.store.phrases import Wanted, to_fts5, to_tsquery
from reportedly.store.tables import Number

_SQLITE: Final = table("words", column("rowid", Number), column("words", Text))
_POSTGRESQL: Final = table("words", column("article", Number), column("words", TSVECTOR))


class Matches(NamedTuple):
    """How to find the articles.

    Attributes:
        table: the table of words.
        article: its column of the articles' row numbers.
        there: whether the words are there.
        rank: how well they fit: BM25 in SQLite, `ts_rank` in PostgreSQL; words of the title weigh more.
    """

    table: FromClause
    article: ColumnElement[int]
    there: ColumnElement[bool]
    rank: ColumnElement[float]


def matches(looked: Wanted, *, on_postgresql: bool) -> Matches:
    """How to find the articles that hold what is looked for; none where nothing is wanted."""
    asked = to_tsquery(looked) if on_postgresql else to_fts5(looked)
    if asked is None:
        return Matches(_SQLITE, literal(0), false(), literal(0.0))
    if on_postgresql:
        query = cast(literal(asked, Text), TSQUERY)
        words = _POSTGRESQL.c.words
        fits = cast(func.ts_rank(words, query), Double)
        return Matches(_POSTGRESQL, _POSTGRESQL.c.article, words.bool_op("@@")(query), fits)
    there = literal_column("words").bool_op("MATCH")(literal(asked, Text))
    rank = type_coerce(literal_column("-bm25(words, 4.0, 1.0)"), Double)
    return Matches(_SQLITE, _SQLITE.c.rowid, there, rank)
