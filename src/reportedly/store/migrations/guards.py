"""Triggers that keep evidence as it was: no change, no deletion, but what retention drops through its own door.

The door is the row `door` of the table `facts`. Retention writes it and takes it away in one transaction, so nobody
else ever sees it open.
"""

from collections.abc import Iterator, Sequence
from typing import Final

DOOR: Final = "EXISTS (SELECT 1 FROM facts WHERE name = 'door')"
SAYS: Final = "evidence is only added to"
"""How the databases refuse; part of the message by which the refusal is known."""

_FUNCTION: Final = f"""
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_NARGS > 0 AND {DOOR} THEN RETURN NEW; END IF;
    RAISE EXCEPTION '{SAYS}: %', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$
"""


def function() -> str:
    """The statement that makes the function which PostgreSQL's triggers call."""
    return _FUNCTION


def sqlite(table: str, columns: Sequence[str], droppable: Sequence[str] = ()) -> Iterator[str]:
    """The statements that guard a table of SQLite; `droppable` columns may change through the door."""
    kept = ", ".join(f'"{name}"' for name in columns if name not in droppable)
    refuse = f"SELECT RAISE(ABORT, '{SAYS}: {table}');"
    yield f"CREATE TRIGGER {table}_stays BEFORE DELETE ON {table} BEGIN {refuse} END"
    yield f"CREATE TRIGGER {table}_same BEFORE UPDATE OF {kept} ON {table} BEGIN {refuse} END"
    if droppable:
        of = ", ".join(droppable)
        yield f"CREATE TRIGGER {table}_drop BEFORE UPDATE OF {of} ON {table} WHEN NOT {DOOR} BEGIN {refuse} END"


def postgresql(table: str, columns: Sequence[str], droppable: Sequence[str] = ()) -> Iterator[str]:
    """The statements that guard a table of PostgreSQL, which can also be emptied at a stroke."""
    kept = ", ".join(f'"{name}"' for name in columns if name not in droppable)
    yield (
        f"CREATE TRIGGER {table}_stays BEFORE DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
    yield f"CREATE TRIGGER {table}_same BEFORE UPDATE OF {kept} ON {table} EXECUTE FUNCTION refuse_change()"
    if droppable:
        of = ", ".join(droppable)
        yield (
            f"CREATE TRIGGER {table}_drop BEFORE UPDATE OF {of} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change('door')"
        )
