"""Backup and restore: a backup is one file, a store in SQLite, whatever kind of database it is of."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import text

from reportedly.errors import StoreError
from reportedly.store.address import parsed
from reportedly.store.copying import copy, is_empty
from reportedly.store.opening import open_store
from reportedly.store.store import Store
from reportedly.store.writer import Writer

_VACUUM: Final = ("INSERT INTO words (words) VALUES ('optimize')", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)")


def backup(store: Store, path: str | Path) -> Path:
    """Writes all of a store into one file, as it is at one moment, while others may go on writing to it.

    Args:
        path: of a file that is not there yet. It comes to be when it is complete and on the disk, not before.

    Returns:
        The path.

    Raises:
        StoreError: there is such a file, it cannot be written, or the store cannot be read.
    """
    path = Path(path)
    if path.exists():
        raise StoreError(f"{path}: is there already; name another file")
    with _growing(path) as part:
        if store.on_postgresql:
            _dump(store, part)
        else:
            _copy_file(Path(store.name), part)
        _alone(part)
    return path


def restore(path: str | Path, address: str) -> Store:
    """Makes a store from a backup, and holds it against the backup.

    Args:
        path: what `backup` wrote.
        address: of the store to be made, as for `open_store`; there must be none, or an empty one.

    Returns:
        The store, open.

    Raises:
        StoreError: the backup is absent or damaged, the target holds something, or what came out is not the same.
    """
    with open_store(str(path), create=False) as kept, open_store(address) as target:
        _check_sound(Path(path))
        with target.looking() as connection:
            if not is_empty(connection):
                raise StoreError(f"{target.name}: holds something already; restore into a new store")
        if target.on_postgresql:
            with kept.looking() as source, target.writing() as writer:
                copy(source, writer)
    if parsed(address).get_backend_name() == "sqlite":
        _replace(Path(path), Path(target.name))
    made = open_store(address, create=False)
    _hold_against(made, path)
    return made


def _dump(store: Store, part: Path) -> None:
    """All rows as one snapshot has them; the writer of the database is neither waited for nor kept waiting."""
    with open_store(str(part)) as target, store.engine.connect() as connection:
        held = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with held.begin(), target.engine.connect() as into, into.begin():
            copy(held, Writer(into, store.now()))


def _copy_file(source: Path, target: Path) -> None:
    """SQLite's own backup, in one step, so that it is of one moment."""
    try:
        with closing(sqlite3.connect(source)) as whence, closing(sqlite3.connect(target)) as whither:
            whence.backup(whither)
    except sqlite3.Error as error:
        raise StoreError(f"{source}: cannot be copied to {target}: {error}; check the disk") from error


def _alone(path: Path) -> None:
    """One file, with no journal beside it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def _growing(path: Path) -> Iterator[Path]:
    """A file beside, which takes the place of `path` when it is complete."""
    part = path.with_name(f"{path.name}.part")
    _make_way(path, part)
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror}; name another place") from error
    finally:
        for beside in (part, *(part.with_name(f"{part.name}{end}") for end in ("-wal", "-shm", "-journal"))):
            beside.unlink(missing_ok=True)


def _make_way(path: Path, part: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror}; name another place") from error


def _check_sound(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if said != "ok":
        raise StoreError(f"{path}: the backup is damaged: {said}; take another one")


def _replace(path: Path, target: Path) -> None:
    """The empty store gives way to a copy of the backup."""
    with _growing(target) as part:
        _copy_file(path, part)
    for beside in ("-wal", "-shm"):
        target.with_name(f"{target.name}{beside}").unlink(missing_ok=True)


def _hold_against(made: Store, path: str | Path) -> None:
    with open_store(str(path), create=False) as kept:
        same = (kept.digest(), kept.counts()) == (made.digest(), made.counts())
    if not same:
        made.close()
        raise StoreError(f"{made.name}: is not what the backup {path} holds; restore it again into a new store")


def vacuum(store: Store) -> None:
    """Gives the room of what was dropped back to the disk, and counts anew what the indices hold.

    Raises:
        StoreError: somebody else writes, or the disk lacks the room for a second copy.
    """
    if store.on_postgresql:
        with store.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM (ANALYZE)"))
        return
    try:
        with closing(sqlite3.connect(store.name)) as file:
            for command in _VACUUM:
                file.execute(command)
                file.commit()
    except sqlite3.Error as error:
        raise StoreError(f"{store.name}: cannot be vacuumed: {error}; stop who writes, or make room") from error
