"""Every test that takes `store`, `address` or `fresh` runs on SQLite and on PostgreSQL."""

from stores import address, addresses, fresh, model, model_file, postgres, ring, store

__all__ = ["address", "addresses", "fresh", "model", "model_file", "postgres", "ring", "store"]
