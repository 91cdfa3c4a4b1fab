"""Opens a store: finds its database, and brings it to this version."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from reportedly.errors import StoreError
from reportedly.protocols import Clock
from reportedly.store.address import parsed, shown
from reportedly.store.database import engine_for
from reportedly.store.migrate import bring_up
from reportedly.store.store import Store

PATIENCE: Final = 30.0
"""Seconds that a writer waits for another."""


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
