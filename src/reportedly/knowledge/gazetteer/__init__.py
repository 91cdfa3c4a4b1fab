"""Places with their names and coordinates: built once from wheels, curated files or a dump, kept in one SQLite file."""
