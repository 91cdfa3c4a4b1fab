"""Asks the store: claims, events and articles, page by page or as one stream."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from sqlalchemy import Connection, Table

from reportedly.codec import encode
from reportedly.errors import UsageError
from reportedly.store import assembling, cursors, paging
from reportedly.store.planning import planned
from reportedly.store.query import ALL, Query
from reportedly.store.rows import ArticleRow, ClaimRow, EventRow, Page
from reportedly.store.store import Store
from reportedly.store.tables import articles as article_table
from reportedly.store.tables import claims as claim_table
from reportedly.store.tables import events as event_table

R = TypeVar("R")
LARGEST_PAGE: Final = 1_000
_AT_ONCE: Final = 500


def claims(store: Store, query: Query = ALL, after: str | None = None, limit: int = 50) -> Page[ClaimRow]:
    """The claims that a query finds, newest first, each with its event and its article.

    Args:
        after: the cursor `next` of the page before; None for the first page.
        limit: the most rows, 1 to 1,000.

    Raises:
        UsageError: `after` is no cursor of this query, or `limit` is out of its range.
        StoreError: the store cannot be read.
    """
    return _page(store, claim_table, assembling.claim_rows, query, after, limit)


def events(store: Store, query: Query = ALL, after: str | None = None, limit: int = 50) -> Page[EventRow]:
    """The events that a query finds, newest first; with a status, those that some claim gives it.

    Raises:
        UsageError: as for `claims`.
        StoreError: the store cannot be read.
    """
    return _page(store, event_table, assembling.event_rows, query, after, limit)


def articles(store: Store, query: Query = ALL, after: str | None = None, limit: int = 50) -> Page[ArticleRow]:
    """The articles that a query finds, newest first; those with such an event where the query asks about events.

    Raises:
        UsageError: as for `claims`.
        StoreError: the store cannot be read.
    """
    return _page(store, article_table, assembling.article_rows, query, after, limit)


def stream_claims(store: Store, query: Query = ALL) -> Iterator[ClaimRow]:
    """All claims that a query finds, newest first, as the store was when the first is taken; in flat memory.

    Raises:
        StoreError: the store cannot be read.
    """
    return _stream(store, claim_table, assembling.claim_rows, query)


def stream_events(store: Store, query: Query = ALL) -> Iterator[EventRow]:
    """All events that a query finds; as `stream_claims`."""
    return _stream(store, event_table, assembling.event_rows, query)


def stream_articles(store: Store, query: Query = ALL) -> Iterator[ArticleRow]:
    """All articles that a query finds; as `stream_claims`."""
    return _stream(store, article_table, assembling.article_rows, query)


def _page(
    store: Store,
    table: Table,
    rows: Callable[[Connection, Sequence[int]], list[R]],
    query: Query,
    after: str | None,
    limit: int,
) -> Page[R]:
    check_limit(limit)
    asked = cursors.mark(table.name.encode() + encode(query))
    start = None if after is None else paging.place_of(cursors.read(after, asked))
    with store.looking() as connection:
        paging.ready(connection, words=query.text is not None)
        plan = planned(connection, table, query)
        driver = paging.driver_of(connection, table, plan)
        if query.text is None:
            paging.in_order(connection, table, driver)
        asked_for = paging.places_of(connection, table, plan, driver, start, limit + 1)
        found = [paging.Place(*row) for row in connection.execute(asked_for)]
        made = rows(connection, [place.row for place in found[:limit]])
    more = cursors.write(found[limit - 1].key(), asked) if len(found) > limit else None
    return Page(rows=tuple(made), next=more)


def check_limit(limit: int) -> None:
    """Hold the size of a page to its range.

    Raises:
        UsageError: it is out of it.
    """
    if not 1 <= limit <= LARGEST_PAGE:
        raise UsageError(f"a page has 1 to {LARGEST_PAGE} rows, got {limit}")


def _stream(
    store: Store, table: Table, rows: Callable[[Connection, Sequence[int]], list[R]], query: Query
) -> Iterator[R]:
    with store.looking() as connection:
        plan = planned(connection, table, query)
        driver = paging.driver_of(connection, table, plan)
        asked = paging.places_of(connection, table, plan, driver, None, None)
        held = connection.execute(asked, execution_options={"stream_results": True, "yield_per": _AT_ONCE})
        for part in held.partitions():
            yield from rows(connection, [row for _, row in part])
