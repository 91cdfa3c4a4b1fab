"""Writers that are killed, and writers that race: nothing is lost, nothing is there twice."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from reportedly.store import open_store
from store_writer import keep, process

LAST = 24


@pytest.fixture
def uninterrupted(addresses: Callable[[], str]) -> str:
    """The digest of a store that one writer filled without a break."""
    with open_store(addresses()) as store:
        assert [*keep(store, 0, LAST)][-1] == LAST
        return store.digest()


@pytest.mark.parametrize("seed", range(2))
def test_a_writer_that_is_killed_and_run_again_ends_with_the_same_store(
    addresses: Callable[[], str], uninterrupted: str, seed: int
) -> None:
    address, chance = addresses(), Random(seed)  # noqa: S311 - any moment will do
    said = 0
    for _ in range(2):
        with process(address, 0, LAST) as writer:
            assert writer.stdout is not None
            for _ in range(chance.randint(1, 4)):
                said = int(writer.stdout.readline())
            writer.kill()
        with open_store(address) as store:
            found = store.position("archive")
            assert found is not None
            assert said <= found.done == store.counts().readings == store.counts().articles
    with open_store(address) as store:
        assert [*keep(store, 0, LAST)][-1] == LAST
        assert store.digest() == uninterrupted
        before = store.counts()
        assert store.rebuild() == LAST
        assert store.counts() == before


def test_two_writers_at_once_lose_nothing_and_double_nothing(addresses: Callable[[], str], uninterrupted: str) -> None:
    address = addresses()
    with process(address, 0, LAST) as one, process(address, 0, LAST) as other:
        assert one.stdout is not None
        assert other.stdout is not None
        for writer in (one, other):
            assert writer.communicate()[0].splitlines()[-1:] in ([str(LAST)], [])
            assert writer.returncode == 0
    with open_store(address) as store:
        assert store.digest() == uninterrupted
        assert store.counts().captures == LAST
        assert store.counts().events == LAST * 4


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_two_that_make_one_store_at_once_make_one(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    address = str(tmp_path / "new.db") if kind == "sqlite" else request.getfixturevalue("postgres").database()
    with process(address, 0, 2) as one, process(address, 0, 2) as other:
        assert [writer.wait() for writer in (one, other)] == [0, 0]
    with open_store(address, create=False) as store:
        assert store.counts().readings == 2
