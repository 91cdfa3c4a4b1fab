"""The rows of a plan in the order of time, from where the last page ended: which index to walk, and the statement."""

from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, func, literal, select, true, tuple_, union
from sqlalchemy.sql.expression import CompoundSelect, UnaryExpression
from sqlalchemy.sql.operators import custom_op

from reportedly.store.cursors import Key
from reportedly.store.filters import Driver, Plan, Stream, event_of
from reportedly.store.tables import EPOCH, Moment, Number, articles, claims, events, microseconds

_ENOUGH: Final = 20_000
"""So many rows of a driver are counted; where all have more, the first is taken."""
_SETTINGS: Final = (
    "jit = off",
    "max_parallel_workers_per_gather = 0",  # to start one takes longer than the query
    "plan_cache_mode = force_custom_plan",  # names differ a thousandfold in how often they occur
    "enable_seqscan = off",
    "enable_hashjoin = off",
    "enable_mergejoin = off",
)


class Place(NamedTuple):
    """Where a row stands in the order: newest first, and by its number where moments are the same."""

    at: datetime
    row: int

    def key(self) -> Key:
        """The same for a cursor."""
        return (microseconds(self.at), self.row)


def place_of(key: Key) -> Place:
    """The place that a cursor's key stands for."""
    at, row = key
    if not isinstance(at, int) or not isinstance(row, int):
        raise TypeError(f"the key of a page is made of two whole numbers, got {key}")
    return Place(EPOCH + timedelta(microseconds=at), row)


def ready(connection: Connection, *, words: bool) -> None:
    """Tell PostgreSQL that few rows are wanted soon, so that it walks indices as SQLite does.

    Args:
        words: whether words are looked for, whose index it can only ask for all its rows at once.
    """
    if connection.dialect.name == "postgresql":
        settings = _SETTINGS if words else (*_SETTINGS, "enable_bitmapscan = off")
        connection.exec_driver_sql("; ".join(f"SET LOCAL {setting}" for setting in settings))


def in_order(connection: Connection, base: Table, driver: Driver) -> None:
    """Tell PostgreSQL to walk a driver that is ordered already and to stop soon, however few rows it expects."""
    if connection.dialect.name == "postgresql" and _ordered(base, driver):
        connection.exec_driver_sql("SET LOCAL enable_sort = off")


def driver_of(connection: Connection, base: Table, plan: Plan) -> Driver:
    """The way with the fewest rows, without its streams that are empty; none where walking the rows is better."""
    ways = plan.drivers
    if not ways or (len(ways) == 1 and _ordered(base, ways[0])):
        return ways[0] if ways else ()
    counts = iter(connection.execute(select(*(_count(stream) for way in ways for stream in way))).one())
    counted = [[(next(counts), stream) for stream in way] for way in ways]
    fewest, way = min(((sum(count for count, _ in way), way) for way in counted), key=itemgetter(0))
    if fewest >= _ENOUGH and not _ordered(base, _of(way)):
        way = next((other for other in counted if _ordered(base, _of(other))), [])
    return _of([(count, stream) for count, stream in way if count] or way)


def _of(counted: list[tuple[int, Stream]]) -> Driver:
    return tuple(stream for _, stream in counted)


def _ordered(base: Table, driver: Driver) -> bool:
    """Whether it leads to the rows in their order: those of one reading came out at the same time."""
    return all(stream.ordered and _together(base, stream.table) for stream in driver)


def _together(base: Table, lead: Table) -> bool:
    return lead is base or articles not in (base, lead)


def _count(stream: Stream) -> ColumnElement[int]:
    some = select(literal(1).label("one")).where(stream.where).limit(_ENOUGH).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def places_of(
    connection: Connection, base: Table, plan: Plan, driver: Driver, after: Place | None, limit: int | None
) -> Select[Any] | CompoundSelect[Any]:
    """The statement that gives `at` and `row` of the rows, in their order."""
    streams = driver or (Stream(base, true()),)
    grouping = connection.dialect.name == "postgresql"
    parts = [_walk(base, stream, plan, after, limit, grouping=grouping) for stream in streams]
    if len(parts) == 1:
        return parts[0]
    nested = [part.subquery() for part in parts]
    whole = union(*(select(each.c.at, each.c.row) for each in nested)).subquery()
    joined = select(whole.c.at, whole.c.row).order_by(whole.c.at.desc(), whole.c.row.desc())
    return joined.limit(limit) if limit is not None else joined


def _walk(
    base: Table, stream: Stream, plan: Plan, after: Place | None, limit: int | None, *, grouping: bool
) -> Select[Any]:
    """The rows that one stream leads to."""
    lead = stream.table
    together = _together(base, lead)
    at = lead.c.at if together else base.c.at
    found = select(at.label("at"), base.c.row.label("row")).select_from(_joined(base, lead))
    found = found.where(stream.where, *plan.conditions)
    if base is not articles:
        found = found.where(*plan.beside(event_of(base if lead is articles else lead), stream))
    if together and lead is not base:
        found = found.where(*plan.spell(lead))
    if after is not None:
        place = tuple_(literal(after.at, Moment()), literal(after.row, Number))
        found = found.where(at <= after.at, tuple_(at, base.c.row) < place)
    if lead is not base:  # PostgreSQL sorts by and by for GROUP BY, and only from 16 on for DISTINCT
        found = found.group_by(at, base.c.row) if grouping else found.distinct()
    found = found.order_by(at.desc(), base.c.row.desc())
    return found.limit(limit) if limit is not None else found


def _joined(base: Table, lead: Table) -> FromClause:
    """From the stream's table to the rows looked for, in that order: `+` keeps SQLite from turning it around."""
    if lead is base:
        return base
    if lead is articles:
        to_events = articles.join(events, events.c.article == _plus(articles.c.row))
        return to_events if base is events else to_events.join(claims, claims.c.event == _plus(events.c.row))
    if base is articles:
        to_article = articles.c.row == _plus(events.c.article)
        if lead is events:
            return events.join(articles, to_article)
        return lead.join(events, events.c.row == _plus(event_of(lead))).join(articles, to_article)
    return lead.join(base, event_of(base) == _plus(event_of(lead)))


def _plus(column: ColumnElement[int]) -> ColumnElement[int]:
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)
