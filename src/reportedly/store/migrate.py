"""Brings a store to this version's tables, when it is opened."""

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, inspect, text

from reportedly.errors import StoreError
from reportedly.store.database import writing_to

HEAD: Final = "0005"
"""The number of the last migration."""

SCRIPTS: Final = Path(__file__).parent / "migrations"
"""The folder of the migrations."""


def bring_up(engine: Engine, name: str, *, create: bool) -> None:
    """Makes the tables of a new store, or brings an older one up; a store of this version is only looked at.

    Raises:
        StoreError: it is of a newer version, of another program, or absent and not to be made.
    """
    with engine.connect() as connection:
        found = _version(connection, name)
    if found == HEAD:
        return
    if found is None and not create:
        raise StoreError(f"{name}: there is no store; keep something first: reportedly ingest PATH")
    with writing_to(engine) as connection, connection.begin():
        if _version(connection, name) != HEAD:  # else another process has been faster
            _upgrade(connection)


def _version(connection: Connection, name: str) -> str | None:
    """The number of the migration that the store stands at; None where it is empty."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if "alembic_version" not in tables or "facts" not in tables:
        raise StoreError(f"{name}: is no store, but holds other tables; name another file or database")
    found: str = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    if not found.isdecimal() or found > HEAD:
        raise StoreError(f"{name}: the store is of a newer version ({found}, not {HEAD}); update reportedly")
    return found


def _upgrade(connection: Connection) -> None:
    from alembic.migration import MigrationContext  # noqa: PLC0415 - imported only by who migrates: it costs 0.3 s
    from alembic.operations import Operations  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    scripts = ScriptDirectory(str(SCRIPTS), version_locations=[str(SCRIPTS / "versions")])

    def steps(revision: Any, _: object) -> Any:
        return scripts._upgrade_revs(HEAD, revision)

    context = MigrationContext.configure(connection, opts={"fn": steps})
    with Operations.context(context):
        context.run_migrations()
