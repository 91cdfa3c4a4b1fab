"""Makes the engine for an address, with what each database is told at the start of a connection or transaction."""

import os
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, text
from sqlalchemy.event import listen
from sqlalchemy.pool import QueuePool

from reportedly.errors import StoreError
from reportedly.store.address import shown
from reportedly.store.distances import km_between
from reportedly.store.faults import translate

WRITING: Final = "writing"
"""The execution option of the connections that write."""
_SNAPSHOT: Final = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
_LOCKED: Final = {"isolation_level": "READ COMMITTED", "postgresql_readonly": False, WRITING: True}
"""A writer sees what was kept while it waited for the lock; a snapshot would be from before."""

_WRITER: Final = 0x7265706F72746564
"""The advisory lock of PostgreSQL that the one writer of a database holds: "reported" in ASCII."""


def engine_for(url: URL, patience: float) -> Engine:
    """An engine whose errors are `StoreError`s.

    Args:
        url: as `address.parsed` gives it.
        patience: seconds to wait for another writer.

    Raises:
        StoreError: the address is of PostgreSQL, and its driver is not installed.
    """
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, poolclass=QueuePool, max_overflow=-1, connect_args={"check_same_thread": False})
        listen(engine, "connect", _set_up(patience))
        listen(engine, "begin", _begin)
    else:
        engine = _postgresql(url, patience)
    translate(engine, shown(url))
    return engine


def reading_from(engine: Engine) -> Connection:
    """A connection whose transactions only read, and see one state of the store throughout."""
    connection = engine.connect()
    return connection if engine.dialect.name == "sqlite" else connection.execution_options(**_SNAPSHOT)


def writing_to(engine: Engine) -> Connection:
    """A connection whose transactions hold the lock of the one writer."""
    options = {WRITING: True} if engine.dialect.name == "sqlite" else _LOCKED
    return engine.connect().execution_options(**options)


def _set_up(patience: float) -> Any:
    def set_up(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin where `_begin` says, and nowhere else
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout = {round(patience * 1000)}",
            "journal_mode = WAL",
            "foreign_keys = ON",
            "recursive_triggers = ON",  # else REPLACE would delete evidence behind the triggers' back
            "synchronous = FULL",
            "cache_size = -65536",
            "temp_store = MEMORY",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        connection.create_function("km_between", 4, km_between, deterministic=True)

    return set_up


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once, so that it never finds out half-way that another has it."""
    writes = connection.get_execution_options().get(WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(url: URL, patience: float) -> Engine:
    said = {"application_name": f"reportedly {os.getpid()}", "client_encoding": "utf8"}
    try:
        engine = create_engine(url, pool_pre_ping=True, max_overflow=-1, connect_args=said)
    except ModuleNotFoundError as error:
        remedy = "install it: pip install 'reportedly[postgresql]'"
        raise StoreError(f"{shown(url)}: the driver of PostgreSQL is not installed; {remedy}") from error

    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITING):
            connection.execute(text(f"SET LOCAL lock_timeout = {max(1, round(patience * 1000))}"))
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER})"))

    listen(engine, "begin", begin)
    return engine
