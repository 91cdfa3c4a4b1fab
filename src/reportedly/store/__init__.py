"""Store: append-only evidence and the views over it, in SQLite or PostgreSQL. Imports no stage."""
