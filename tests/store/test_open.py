"""A store is made, found again, brought up, or refused by name."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, text

from postgres_server import PostgresServer
from reportedly.errors import StoreError
from reportedly.store import Store, migrate, open_store
from reportedly.store.address import parsed, shown
from reportedly.store.check import check
from reportedly.store.tables import metadata, pairs
from told import Told, reading

BACK_TO_0004 = (
    "DROP TABLE pairs",
    "DROP INDEX places_by_country_and_day",
    "DROP INDEX places_by_cell",
    "CREATE INDEX places_by_cell ON places (cell, at, event)",
    "ALTER TABLE places DROP COLUMN earliest",
    "ALTER TABLE places DROP COLUMN latest",
    "ALTER TABLE places DROP COLUMN spread",
)
STEP = "UPDATE alembic_version SET version_num = :step"


def test_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    with store.looking() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith("words")},
        )
        assert compare_metadata(context, metadata) == []


def test_it_is_found_again(address: str) -> None:
    open_store(address).close()
    with open_store(address, create=False) as again, again.looking() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == migrate.HEAD


def test_a_newer_one_is_refused(store: Store, address: str) -> None:
    with store.writing() as writer:
        writer.connection.execute(text(STEP), {"step": "9999"})
    with pytest.raises(StoreError, match=r"of a newer version \(9999, not \d+\); update reportedly"):
        open_store(address)
    with store.writing() as writer:
        writer.connection.execute(text(STEP), {"step": migrate.HEAD})


def test_one_that_is_absent_is_made_only_where_that_is_wanted(tmp_path: Path, postgres: PostgresServer) -> None:
    for address in (str(tmp_path / "none.db"), postgres.database()):
        with pytest.raises(StoreError, match="there is no store; keep something first"):
            open_store(address, create=False)
    assert not (tmp_path / "none.db").exists()


def test_what_is_no_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html>" * 1000)
    with pytest.raises(StoreError, match=r"page\.html: is no store; name another file"):
        open_store(str(tmp_path / "page.html"))
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE holdings (name)")
    other.close()
    with pytest.raises(StoreError, match="holds other tables"):
        open_store(str(tmp_path / "other.db"))
    with pytest.raises(StoreError, match="is a folder"):
        open_store(str(tmp_path))


@pytest.mark.parametrize("address", ["", "mysql://u:secret@h/d", "postgresql://u:secret@host:port/d"])
def test_an_address_that_cannot_be_read_is_not_repeated(address: str) -> None:
    with pytest.raises(StoreError) as error:
        parsed(address)
    assert "secret" not in f"{error.value!r} {error.value.__cause__!r}"


@pytest.mark.parametrize("secret", ["postgresql://u:hush@h/d", "postgres://u@h:1/d?password=hush&sslpassword=hush"])
def test_a_password_is_never_shown(secret: str) -> None:
    assert "hush" not in shown(parsed(secret))


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    with pytest.raises(StoreError, match=r"127\.0\.0\.1:1/d: the server cannot be reached; check host") as error:
        open_store("postgresql://u:hush@127.0.0.1:1/d")
    assert "hush" not in str(error.value)


def test_a_database_that_is_not_there_is_named(postgres: PostgresServer) -> None:
    with pytest.raises(StoreError, match="the server has no such database"):
        open_store(postgres.address("nowhere"))


@pytest.mark.parametrize("step", ["0001", "0002"])
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_an_older_one_is_brought_up(
    kind: str, step: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = str(tmp_path / "s.db") if kind == "sqlite" else request.getfixturevalue("postgres").database()
    monkeypatch.setattr(migrate, "HEAD", step)
    open_store(address).close()
    monkeypatch.undo()
    with open_store(address, create=False) as store:
        with store.batch() as batch:
            batch.position("archive", "f", 1, False)
        assert store.counts().readings == 0
        with store.looking() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == migrate.HEAD


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_an_older_one_holds_is_found_by_the_new_indices(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    address = str(tmp_path / "s.db") if kind == "sqlite" else request.getfixturevalue("postgres").database()
    with open_store(address) as store:
        with store.batch() as batch:
            for each in (reading("a", Told(), Told(actor="TRVGOV", day=None)), reading("b", Told(recipient="TRVGOV"))):
                batch.reading(each, article=batch.article(each.article))
        with store.engine.begin() as connection:
            for statement in BACK_TO_0004:
                connection.execute(text(statement))
            connection.execute(text(STEP), {"step": "0004"})
    with open_store(address, create=False) as store:
        assert check(store).findings == ()
        with store.looking() as connection:
            held = connection.execute(select(pairs.c.actor, pairs.c.recipient).order_by(pairs.c.row)).all()
        assert [tuple(row) for row in held] == [("ORV", "ORV"), ("TRV", "ORV"), ("ORV", "TRV")]


def test_the_last_migration_is_the_one_that_the_code_names() -> None:
    scripts = ScriptDirectory(str(migrate.SCRIPTS), version_locations=[str(migrate.SCRIPTS / "versions")])
    assert scripts.get_heads() == [migrate.HEAD]


def test_the_package_does_without_a_database_until_it_needs_one() -> None:
    seen = "import sys, reportedly, reportedly.pipeline; print({'sqlalchemy', 'alembic', 'psycopg'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_the_driver_of_postgresql_is_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"d: the driver of PostgreSQL is not installed; install it: pip install"):
        open_store("postgresql://127.0.0.1/d")
