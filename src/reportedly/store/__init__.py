"""Store: append-only evidence and the views over it, in SQLite or PostgreSQL. Imports no stage."""

from reportedly.store.store import Store, open_store

__all__ = ["Store", "open_store"]
