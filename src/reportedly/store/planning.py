"""A query with its words -> the plan for the rows of one table."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from reportedly.store.filters import Driver, Plan, Stream, conditions, plan, speaks, spell, there_is
from reportedly.store.matching import matches
from reportedly.store.phrases import parse
from reportedly.store.query import Clock, Query
from reportedly.store.tables import articles, events, findable

_ABOUT_EVENTS = (
    "since", "until", "place", "country", "near", "actor", "dyad", "type", "mode", "status", "certainty", "reader",
)  # fmt: skip


def planned(connection: Connection, table: Table, query: Query) -> Plan:
    """The plan for rows of `table`, which is `claims`, `events` or `articles`."""
    made = _of_articles(query) if table is articles else plan(table, query)
    if query.text is None:
        return made
    article = articles.c.row if table is articles else table.c.article
    found = matches(parse(query.text), on_postgresql=connection.dialect.name == "postgresql")
    holds = article.in_(select(found.article).where(found.there))
    return made._replace(conditions=(*made.conditions, holds))


def _of_articles(query: Query) -> Plan:
    """The plan for articles: those with such an event, where the query asks about events."""
    own = tuple(_own(query))
    if all(getattr(query, name) is None for name in _ABOUT_EVENTS):
        return Plan(own, tuple(_of_their_own(query)), _nothing, partial(spell, query))
    event = events.alias()
    told = there_is(event.c.article == articles.c.row, *conditions(event, query))
    return Plan((*own, told), plan(events, query).drivers, _nothing, partial(spell, query))


def _nothing(event: ColumnElement[Any], led: Stream | None) -> tuple[ColumnElement[bool], ...]:
    """Articles have nothing beside one event of theirs."""
    del event, led
    return ()


def _of_their_own(query: Query) -> Iterator[Driver]:
    for name in ("outlet", "feed"):
        if getattr(query, name) is not None:
            yield (Stream(articles, articles.c[name] == findable(getattr(query, name))),)


def _own(query: Query) -> Iterator[ColumnElement[bool]]:
    yield from spell(query, articles)
    if query.as_of is not None:
        clock = articles.c.seen_at if query.clock is Clock.SEEN else articles.c.recorded_at
        yield clock <= query.as_of
    for name in ("outlet", "feed"):
        if getattr(query, name) is not None:
            yield articles.c[name] == findable(getattr(query, name))
    if query.language is not None:
        yield speaks(articles, query.language)
