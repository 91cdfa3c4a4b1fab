"""Stores of both kinds, for the tests that need one: imported by the `conftest.py` of a folder.

from stores import address, addresses, fresh, model, model_file, postgres, ring, store
"""

import os
from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from postgres_server import PostgresServer, is_there
from reportedly.schema import Reading
from reportedly.store import Store, open_store

Fresh = Callable[[], Store]
RING = 4


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One server for all tests."""
    if not is_there() and "CI" not in os.environ:
        pytest.skip("PostgreSQL is not installed")
    with PostgresServer() as server:
        yield server


@pytest.fixture(scope="session")
def model(postgres: PostgresServer) -> str:
    """The address of a database with an empty store, from which others are copied."""
    address = postgres.database()
    open_store(address).close()
    return address


@pytest.fixture(scope="session")
def model_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store in a file, from which others are copied."""
    path = tmp_path_factory.mktemp("model") / "store.db"
    open_store(str(path)).close()
    return path


@pytest.fixture(scope="session")
def ring(postgres: PostgresServer, model: str) -> Callable[[], str]:
    """Gives the address of an empty store in PostgreSQL; three others stay as they are until theirs comes again."""
    made: deque[str] = deque()

    def another() -> str:
        if len(made) < RING:
            made.append(postgres.database(like=model))
        else:
            made.rotate(-1)
            postgres.empty(made[-1])
        return made[-1]

    return another


@pytest.fixture(params=["sqlite", "postgresql"])
def addresses(request: pytest.FixtureRequest, tmp_path: Path, model_file: Path) -> Callable[[], str]:
    """Makes addresses of empty stores, another one each time; at most four are used at once.

    A test that changes tables, not rows, makes a database of its own: `postgres.database(like=model)`.
    """
    if request.param == "postgresql":
        found: Callable[[], str] = request.getfixturevalue("ring")
        return found
    made: list[Path] = []

    def copied() -> str:
        made.append(tmp_path / f"store{len(made)}.db")
        made[-1].write_bytes(model_file.read_bytes())
        return str(made[-1])

    return copied


@pytest.fixture
def address(addresses: Callable[[], str]) -> str:
    """The address of an empty store."""
    return addresses()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store."""
    with open_store(address, patience=10) as opened:
        yield opened


@pytest.fixture
def fresh(addresses: Callable[[], str]) -> Iterator[Fresh]:
    """Opens empty stores; the one before is closed when the next is opened."""
    opened: list[Store] = []

    def another() -> Store:
        if len(opened) > 1:
            opened.pop(0).close()
        opened.append(open_store(addresses()))
        return opened[-1]

    yield another
    for each in opened:
        each.close()


class Hands:
    """A clock that tests move by hand."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """What was set."""
        return self.moment

    def elapsed(self) -> float:
        """Seconds since 1970."""
        return self.moment.timestamp()

    def wait(self, seconds: float) -> bool:
        """Move on at once."""
        self.moment += timedelta(seconds=seconds)
        return False


def keep(store: Store, *readings: Reading) -> list[str]:
    """Put readings with their articles into a store, in one batch; their keys."""
    with store.batch() as batch:
        return [batch.reading(each, article=batch.article(each.article)) for each in readings]
