"""The store: an open database, what is put into it by batches, and what is read back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from reportedly.errors import StoreError
from reportedly.protocols import Clock
from reportedly.store.address import parsed, shown
from reportedly.store.database import WRITING, engine_for
from reportedly.store.migrate import bring_up

PATIENCE = 30.0
"""Seconds that a writer waits for another."""


class Store:
    """An open store; safe to use from several threads. A context manager.

    Attributes:
        name: its address, as it may be shown: without a password.
        engine: for queries of one's own; whatever goes wrong in it is a `StoreError`.
    """

    def __init__(self, engine: Engine, name: str, now: Callable[[], datetime]) -> None:
        self.engine = engine
        self.name = name
        self.now = now

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()

    @property
    def on_postgresql(self) -> bool:
        """Whether it is kept in PostgreSQL; else in a file of SQLite."""
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A connection in one transaction that only reads: it sees one state of the store throughout."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in the one transaction that writes; kept at the end, taken back where an error comes.

        Raises:
            StoreError: another process writes, and did not end in time.
        """
        with self.engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
            yield connection


def open_store(address: str, *, create: bool = True, clock: Clock | None = None, patience: float = PATIENCE) -> Store:
    """The store at `address`, brought to this version where it is older.

    Args:
        address: a path, `sqlite:///PATH`, or `postgresql://USER:PASSWORD@HOST:PORT/DATABASE`.
        create: make it where there is none.
        clock: what tells when something is recorded; the computer's where it is None.
        patience: seconds that a writer waits for another.

    Raises:
        StoreError: it is absent and not to be made, of a newer version, damaged, no store, or cannot be reached.
    """
    url = parsed(address)
    name = shown(url)
    if url.get_backend_name() == "sqlite":
        _check_file(Path(url.database or ""), create=create)
    engine = engine_for(url, patience)
    try:
        bring_up(engine, name, create=create)
    except StoreError:
        engine.dispose()
        raise
    return Store(engine, name, _system_now if clock is None else clock.now)


def _system_now() -> datetime:
    return datetime.now(UTC)


def _check_file(path: Path, *, create: bool) -> None:
    if not create and not path.exists():
        raise StoreError(f"{path}: there is no store; keep something first: reportedly ingest PATH")
    if path.is_dir():
        raise StoreError(f"{path}: is a folder, no store; name a file in it")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise StoreError(f"{path}: its folder cannot be made: {problem}; name another place") from error
