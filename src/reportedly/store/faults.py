"""What a database may fail with -> one `StoreError` that says what is wrong and what to do."""

import sqlite3
from typing import Final, NamedTuple

from sqlalchemy.engine import Engine, ExceptionContext
from sqlalchemy.event import listen

from reportedly.errors import StoreError
from reportedly.store.migrations.guards import SAYS


class Fault(NamedTuple):
    """What is wrong, what can be done about it, and whether it may be over in a moment."""

    problem: str
    remedy: str
    passing: bool = False


_KEPT: Final = "what was kept before is safe"
_FULL: Final = Fault("the disk is full", f"make room and run it again; {_KEPT}")
_LOCKED: Final = Fault(
    "locked by another process that writes to it", "wait until that is done, or stop it, and run it again", True
)
_DAMAGED: Final = Fault("the file is damaged", "run `reportedly store check`, and restore the last backup")
_GUARDED: Final = Fault("evidence cannot be changed or deleted", "add a new article, reading or judgement instead")
_UNREADABLE: Final = Fault("cannot be opened", "check that its folder exists, and that you may write there")
_LOST: Final = Fault("the connection to the server was lost", f"start the server and run it again; {_KEPT}", True)

_UNREACHED: Final = Fault(
    "the server cannot be reached", "check host and port in the address, and that the server runs", True
)

_SQLITE: Final = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault("is no store", "name another file, or a new one"),
    sqlite3.SQLITE_CANTOPEN: _UNREADABLE,
    sqlite3.SQLITE_READONLY: Fault("may not be written to", "check who owns the file and its folder"),
    sqlite3.SQLITE_PERM: _UNREADABLE,
    sqlite3.SQLITE_IOERR: Fault("the disk fails", f"check the disk and run it again; {_KEPT}"),
}
_POSTGRESQL: Final = {
    "53100": _FULL,
    "53300": Fault("the server takes no more connections", "close some, or raise its max_connections"),
    "55P03": _LOCKED,
    "25P02": Fault("the batch has failed before", "begin a new one; see the first error"),
    "28P01": Fault("the server refuses the password", "check user and password in the address"),
    "28000": Fault("the server refuses the user", "check the user in the address, and the server's pg_hba.conf"),
    "3D000": Fault("the server has no such database", "create it: createdb NAME"),
    "42501": Fault("the user lacks a right", "make the user the owner of the database"),
    "23001": _GUARDED,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
    "57014": Fault("the server stopped a command that took too long", "run it again, or raise statement_timeout"),
}
_REFUSALS: Final = {
    "password authentication failed": "28P01",
    "no password supplied": "28P01",
    "no pg_hba.conf entry": "28000",
    'role "': "28000",
    "does not exist": "3D000",
    "too many clients": "53300",
}
_CLASSES: Final = {"08": _LOST, "57": _LOST, "53": Fault("the server lacks resources", "see the server's log")}


def translate(engine: Engine, name: str) -> None:
    """From now on, what goes wrong in `engine` is a `StoreError` that begins with `name`."""

    def handle(context: ExceptionContext) -> None:
        fault = fault_of(context.original_exception, lost=context.is_disconnect)
        if fault is not None:
            problem = f"{name}: {fault.problem}; {fault.remedy}"
            raise StoreError(problem, passing=fault.passing) from context.original_exception

    listen(engine, "handle_error", handle)


def fault_of(error: BaseException, *, lost: bool = False) -> Fault | None:
    """What an error of a driver means; None for what is a mistake in this package."""
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    state: str | None = getattr(error, "sqlstate", None)
    if state is not None:
        return _POSTGRESQL.get(state) or _CLASSES.get(state[:2]) or (_LOST if lost else None)
    if lost:
        return _LOST
    if type(error).__name__ in {"OperationalError", "ConnectionTimeout"}:
        return _of_no_connection(str(error))
    return None


def _of_no_connection(said: str) -> Fault:
    """What the driver of PostgreSQL says of a connection that did not come about has no code, only words."""
    state = next((state for words, state in _REFUSALS.items() if words in said), None)
    if state is not None:
        return _POSTGRESQL[state]
    return Fault("the server cannot be reached", "check host and port in the address, and that the server runs")


def _of_sqlite(error: sqlite3.Error) -> Fault | None:
    if SAYS in str(error):
        return _GUARDED
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _SQLITE.get(code & 0xFF)
