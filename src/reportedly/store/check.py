"""Checks a store: nothing in it may be other than it was when it came in."""

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Final

from sqlalchemy import Column, Connection, ForeignKey, exists, literal_column, select, text

from reportedly.errors import StoreError
from reportedly.schema import Noun
from reportedly.store.checking import findings, sound_readings
from reportedly.store.comparing import Comparison, words_out_of_step, wrong_versions
from reportedly.store.records import Counts, Finding
from reportedly.store.store import Store
from reportedly.store.tables import metadata

_MOST: Final = 1_000
_WHOLE: Final = "-"


class Report(Noun, frozen=True, kw_only=True):
    """What a check found.

    Attributes:
        findings: what is wrong, the first thousand of it; none where the store is sound.
        counts: how much there is of everything.
        whole: whether there is no more wrong than `findings` says.
    """

    findings: tuple[Finding, ...]
    counts: Counts
    whole: bool

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def check(store: Store, *, quick: bool = False) -> Report:
    """Checks a store, of which memory holds little at a time; it may be written to meanwhile.

    Args:
        quick: leave out whether projections and search words are what a rebuild gives.

    Raises:
        StoreError: the store cannot be read at all.
    """
    found: list[Finding] = []
    try:
        with store.looking() as connection:
            found += islice(_all(connection, quick=quick), _MOST + 1)
    except StoreError as error:
        if not isinstance(error.__cause__, sqlite3.DatabaseError) or store.on_postgresql:
            raise
        found.append(Finding(table="file", name=_WHOLE, problem=str(error)))
    damaged = any(each.table == "file" for each in found)
    counts = NOTHING if damaged else store.counts()
    return Report(findings=tuple(found[:_MOST]), counts=counts, whole=len(found) <= _MOST)


NOTHING: Final = Counts(**dict.fromkeys(Counts.__struct_fields__, 0))
"""The counts of a file that is too damaged to be counted."""


def _all(connection: Connection, *, quick: bool) -> Iterator[Finding]:
    on_sqlite = connection.dialect.name == "sqlite"
    broken = list(_pages(connection)) if on_sqlite else []
    yield from broken
    if broken:
        return
    yield from _orphans(connection)
    yield from findings(connection)
    yield from _readings(connection, quick=quick)
    if not quick:
        yield from wrong_versions(connection)
        yield from words_out_of_step(connection)


def _pages(connection: Connection) -> Iterator[Finding]:
    """What SQLite itself finds wrong with its file."""
    told = connection.scalars(text("PRAGMA integrity_check(20)")).all()
    yield from (Finding(table="file", name=_WHOLE, problem=str(said)) for said in told if said != "ok")


def _orphans(connection: Connection) -> Iterator[Finding]:
    """Rows that point to rows that are not there."""
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            yield from _pointing_nowhere(connection, key.parent, key)


def _pointing_nowhere(connection: Connection, column: Column[int], key: ForeignKey) -> Iterator[Finding]:
    target = key.column.table.alias()
    gone = ~exists().where(target.c[key.column.name] == column)
    number = next(iter(column.table.primary_key)).label("number")
    asked = select(number, literal_column("1")).where(column.is_not(None), gone).limit(_MOST)
    for row in connection.execute(asked):
        problem = f"its {column.name} points to a row of {key.column.table.name} that is not there"
        yield Finding(table=column.table.name, name=str(row.number), problem=problem)


def _readings(connection: Connection, *, quick: bool) -> Iterator[Finding]:
    comparison = Comparison(connection)
    unread = False
    for row, reading, problem in sound_readings(connection):
        if problem is not None:
            yield Finding(table="readings", name=row.key, problem=problem)
        if reading is None:
            unread = True
        elif not quick:
            yield from comparison.reading(row, reading)
    if not quick and not unread:
        yield from comparison.end()
