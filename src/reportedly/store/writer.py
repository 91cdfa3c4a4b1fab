"""The one transaction that writes: its moment, its row numbers, and rows that are kept back to be written in bulk."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Table, and_, func, insert, select, text, update

from reportedly.store.tables import EPOCH, PROJECTED, facts, microseconds

Row = dict[str, Any]

_BULK: Final = 5_000
"""Rows that are kept back before they are written."""
_WORDS: Final = 50
"""As how many rows the words of an article count."""

_WORDS_SQLITE: Final = text("INSERT INTO words (rowid, title, text) VALUES (:article, :title, :text)")
_WORDS_POSTGRESQL: Final = text("INSERT INTO words VALUES (:article, CAST(:words AS tsvector))")


class Writer:
    """What a batch writes through; lives as long as its transaction.

    Args:
        connection: in a transaction that holds the lock of the writer.
        now: the moment by the clock.

    Attributes:
        recorded_at: the moment of all that this transaction adds. It is after that of every transaction before,
            even where the clock has jumped back.
        now: the moment by the clock, which may have jumped.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.connection = connection
        self.now = now
        self.recorded_at = max(now, _last_recorded(connection) + timedelta(microseconds=1))
        self.on_postgresql = connection.dialect.name == "postgresql"
        self._next: dict[str, int] = {}
        self._kept: dict[str, list[Row]] = {}
        self._waiting = 0
        self._added = False

    def find(self, table: Table, column: str, key: str) -> int | None:
        """The number of the row whose `column` is `key`; None where there is none."""
        found: int | None = self.connection.scalar(select(table.c.row).where(table.c[column] == key))
        return found

    def add(self, table: Table, values: Row) -> int:
        """Adds a row of evidence, which takes the next number and the moment of the transaction."""
        row = self.next_row(table)
        self.connection.execute(insert(table), {"row": row, "recorded_at": self.recorded_at, **values})
        self._added = True
        return row

    def put(self, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
        """Sets a row of what changes: that with this key, which is made where there is none."""
        same = and_(*(table.c[name] == value for name, value in key.items()))
        if self.connection.execute(update(table).where(same).values(**values)).rowcount == 0:
            self.connection.execute(insert(table), {**key, **values})
        self._added = True

    def add_all(self, table: Table, rows: list[Row]) -> None:
        """Adds rows of what changes, none of which is there."""
        if rows:
            self.connection.execute(insert(table), rows)
            self._added = True

    def later(self, table: Table, rows: list[Row]) -> None:
        """Adds rows of a projection, in bulk, before the transaction ends."""
        self._kept.setdefault(table.name, []).extend(rows)
        self._waiting += len(rows)
        if self._waiting >= _BULK:
            self.flush()

    def words(self, row: Row) -> None:
        """Adds the words of an article, in bulk: `article`, and what the database at hand wants."""
        self._kept.setdefault("words", []).append(row)
        self._waiting += _WORDS
        if self._waiting >= _BULK:
            self.flush()

    def flush(self) -> None:
        """Writes what was kept back."""
        for table in PROJECTED:
            if rows := self._kept.pop(table.name, None):
                self.connection.execute(insert(table), rows)
        if rows := self._kept.pop("words", None):
            self.connection.execute(_WORDS_POSTGRESQL if self.on_postgresql else _WORDS_SQLITE, rows)
        self._waiting = 0

    def finish(self) -> None:
        """The last thing before the transaction is kept."""
        self.flush()
        if self._added:  # else there is no moment to remember
            self.put(facts, {"name": "recorded_at"}, {"value": str(microseconds(self.recorded_at))})

    def next_row(self, table: Table) -> int:
        """The number that the next row of a table takes."""
        number = self._next.get(table.name)
        if number is None:
            number = (self.connection.scalar(select(func.max(table.c.row))) or 0) + 1
        self._next[table.name] = number + 1
        return number


def _last_recorded(connection: Connection) -> datetime:
    told = connection.scalar(select(facts.c.value).where(facts.c.name == "recorded_at"))
    return EPOCH + timedelta(microseconds=int(told or 0))
