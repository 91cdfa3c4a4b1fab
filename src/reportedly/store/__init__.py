"""Store: append-only evidence and the views over it, in SQLite or PostgreSQL. Imports no stage."""

from reportedly.store.opening import open_store
from reportedly.store.store import Store

__all__ = ["Store", "open_store"]
