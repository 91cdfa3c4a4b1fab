"""Stores of both kinds, and pages to put into them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from postgres_server import PostgresServer, is_there
from reportedly.store import Store, open_store

sys.path.append(str(Path(__file__).parents[1] / "cli"))  # the stub of a reader


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One server for all tests."""
    if not is_there():
        pytest.skip("PostgreSQL is not installed")
    with PostgresServer() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that does not exist yet."""
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.database()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store, in a file."""
    with open_store(str(tmp_path / "store.db"), patience=5) as opened:
        yield opened
