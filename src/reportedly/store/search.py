"""Full-text search over articles: the best first, each with the stretch of text that was found."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from reportedly.codec import encode
from reportedly.schema import Article, Noun
from reportedly.store import assembling, cursors, paging
from reportedly.store.matching import Matches, matches
from reportedly.store.packing import unpack
from reportedly.store.phrases import Wanted, parse
from reportedly.store.planning import planned
from reportedly.store.queries import check_limit
from reportedly.store.query import ALL, Query
from reportedly.store.rows import ArticleRow, Page
from reportedly.store.snippets import Snippet, snippet
from reportedly.store.store import Store
from reportedly.store.tables import articles

_COMMON: Final = 20_000
"""Words that are in more articles are common."""
_RANKED: Final = 1_000
"""Of the articles that fit, so many are ranked: those that came in last."""


class Hit(Noun, frozen=True, kw_only=True):
    """An article that was found.

    Attributes:
        rank: how well it fits; the larger the better, of one store and one search only.
        snippet: why it was found; None where the text has no words.
    """

    article: ArticleRow
    rank: float
    snippet: Snippet | None


def search(store: Store, words: str, query: Query = ALL, after: str | None = None, limit: int = 20) -> Page[Hit]:
    """The articles that hold these words, the best first.

    Args:
        words: all of them must be there; those in quotation marks in this order; none behind a minus. Capitals, marks
            on letters and English endings do not count. Whatever is typed is no error: at worst nothing is found.
        query: what else must hold, as for `queries.articles`.
        after: the cursor `next` of the page before; None for the first page.
        limit: the most hits of a page, 1 to 1,000.

    Raises:
        UsageError: `after` is no cursor of this search, or `limit` is out of its range.
        StoreError: the store cannot be read.
    """
    check_limit(limit)
    looked = parse(words)
    asked = cursors.mark(b"search" + encode(looked) + encode(query))
    behind = None if after is None else cursors.read(after, asked)
    if not looked.wanted:
        return Page(rows=(), next=None)
    with store.looking() as connection:
        paging.ready(connection, words=True)
        found = connection.execute(_ranked(connection, looked, query, behind, limit + 1)).all()
        hits = _hits(connection, [(row.rank, row.row) for row in found[:limit]], looked)
    last = (float(found[limit - 1].rank), int(found[limit - 1].row)) if len(found) > limit else None
    return Page(rows=tuple(hits), next=None if last is None else cursors.write(last, asked))


def _ranked(
    connection: Connection, looked: Wanted, query: Query, behind: cursors.Key | None, limit: int
) -> Select[Any]:
    """Rank and row number of the best, from where the last page ended."""
    on_postgresql = connection.dialect.name == "postgresql"
    found = matches(looked, on_postgresql=on_postgresql)
    asked_of = planned(connection, articles, query).conditions
    there = found.table.join(articles, articles.c.row == found.article) if asked_of else found.table
    latest = (
        select(found.article.label("row"), *(() if on_postgresql else (found.rank.label("rank"),)))
        .select_from(there)
        .where(found.there, *asked_of)
        .order_by(_order(connection, found).desc())
        .limit(_RANKED)
        .subquery()
    )
    inner = latest
    if on_postgresql:  # which ranks all that it finds, unless it is asked about these alone
        ranked = select(found.rank.label("rank"), latest.c.row)
        inner = ranked.select_from(latest.join(found.table, found.article == latest.c.row)).subquery()
    asked = select(inner.c.rank, inner.c.row).order_by(inner.c.rank.desc(), inner.c.row.desc()).limit(limit)
    if behind is None:
        return asked
    worst, row = behind
    return asked.where(or_(inner.c.rank < worst, and_(inner.c.rank == worst, inner.c.row < row)))


def _order(connection: Connection, found: Matches) -> ColumnElement[int]:
    """The numbers of the articles; where words are rare, so that PostgreSQL asks its index and does not walk them."""
    if connection.dialect.name != "postgresql":
        return found.article
    asked = select(found.article).where(found.there).compile(connection)
    told = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {asked}", asked.params).scalar_one()
    return found.article if told[0]["Plan"]["Plan Rows"] > _COMMON else found.article + 0


def _hits(connection: Connection, found: list[tuple[float, int]], looked: Wanted) -> list[Hit]:
    numbers = [row for _, row in found]
    told = assembling.article_rows(connection, numbers)
    asked = select(articles.c.row, articles.c.data).where(articles.c.row.in_(numbers))
    texts = {row: None if data is None else unpack(data, Article).text for row, data in connection.execute(asked)}
    return [
        Hit(article=article, rank=rank, snippet=_shown(texts[row], looked))
        for (rank, row), article in zip(found, told, strict=True)
    ]


def _shown(told: str | None, looked: Wanted) -> Snippet | None:
    return None if told is None else snippet(told, looked)
