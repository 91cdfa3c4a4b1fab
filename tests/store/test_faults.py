"""Faults: a full disk, a lock, damage, a server that dies. Each is one error that says what to do; nothing is lost."""

import sqlite3
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, text

from handmade import militia
from postgres_server import PostgresServer
from reportedly.errors import StoreError
from reportedly.schema import Capture
from reportedly.store import Store, open_store
from reportedly.store.faults import fault_of
from store_writer import process
from stores import keep

PAGE = 4096


def page(number: int) -> Capture:
    return Capture(name=str(number), media_type="text/html", body=bytes(range(256)) * 8 + str(number).encode())


def test_a_full_disk_takes_one_batch_back_and_no_more(tmp_path: Path) -> None:
    path = str(tmp_path / "s.db")
    with open_store(path) as store:
        keep(store, militia())
        event.listen(store.engine, "connect", _small_disk)
        store.engine.dispose()  # so that all connections are made anew, on the small disk
        kept = 0
        with pytest.raises(StoreError, match=r"s\.db: the disk is full; make room and run it again; what was kept"):
            while True:
                with store.batch() as batch:
                    for number in range(20):
                        batch.capture(page(20 * kept + number))
                kept += 1
        assert store.counts().captures == 20 * kept > 0
        assert list(store.export()) == [militia()]
    with open_store(path) as store:  # there is room again
        with store.batch() as batch:
            batch.capture(page(-1))
        with store.looking() as connection:
            assert connection.scalar(text("PRAGMA integrity_check")) == "ok"


def _small_disk(connection: object, _: object) -> None:
    connection.execute("PRAGMA max_page_count = 220")  # type: ignore[attr-defined]


def test_a_full_disk_of_a_server_is_named(postgres: PostgresServer, model: str) -> None:
    full = text("DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'disk_full'; END $$")
    told = pytest.raises(StoreError, match="the disk is full")
    with open_store(postgres.database(like=model)) as store, told, store.writing() as writer:
        writer.connection.execute(full)


def test_who_finds_the_store_locked_is_told_and_can_still_read(address: str) -> None:
    with open_store(address, patience=0.05) as store, process(address, 0, 2, "hold") as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(StoreError, match="locked by another process that writes to it; wait until that is done"):
            keep(store, militia())
        assert store.counts().readings == 0
        other.stdin.close()
        assert other.stdout.readline() == "2\n"
        assert other.wait() == 0
        keep(store, militia())
        assert store.counts().readings == 3


def test_damaged_pages_are_named(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(str(path)) as store:
        keep(store, *(militia(f"m{number}") for number in range(30)))
    whole = path.read_bytes()
    path.write_bytes(whole[:PAGE] + b"\xa5" * (len(whole) - PAGE))
    with pytest.raises(StoreError, match=r"s\.db: the file is damaged; run `reportedly store check`, and restore"):
        open_store(str(path)).counts()


def test_a_damaged_text_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with open_store(str(path)) as store:
        good, bad = keep(store, militia("good"), militia("bad"))
        with store.looking() as connection:
            data = connection.scalar(text("SELECT data FROM articles WHERE id = 'bad'"))
        assert data is not None
    whole = path.read_bytes()
    at = whole.index(data[:400]) + 200
    path.write_bytes(whole[:at] + bytes(each ^ 0xFF for each in whole[at : at + 40]) + whole[at + 40 :])
    with open_store(str(path)) as store:
        assert store.reading(good) == militia("good")
        with pytest.raises(StoreError, match="a row of the store is damaged: "):
            store.reading(bad)


def test_a_server_that_is_killed_takes_the_open_batch_with_it_and_nothing_else() -> None:
    with PostgresServer(durable=True) as server, open_store(server.database()) as store:
        keep(store, militia("before"))
        lost = pytest.raises(StoreError, match="the connection to the server was lost; start the server and run it")
        with lost, store.batch() as batch:
            batch.capture(page(1))
            server.kill()
            batch.capture(page(2))
        with pytest.raises(StoreError, match=r"the server cannot be reached|the connection to the server was lost"):
            store.counts()
        server.start()
        assert (store.counts().captures, store.counts().readings) == (0, 1)
        keep(store, militia("after"))
        assert [each.article.id for each in store.export()] == ["after", "before"]


def test_batches_that_fail_leave_the_store_usable(store: Store) -> None:
    for number in range(20):  # more than there are connections in the pool
        with pytest.raises(ZeroDivisionError), store.batch() as batch:
            batch.capture(page(number))
            raise ZeroDivisionError
    keep(store, militia())
    assert (store.counts().captures, store.counts().readings) == (0, 1)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ('FATAL:  password authentication failed for user "u"', "the server refuses the password"),
        ('FATAL:  role "u" does not exist', "the server refuses the user"),
        ("fe_sendauth: no password supplied", "the server refuses the password"),
        ("FATAL:  sorry, too many clients already", "the server takes no more connections"),
        ("connection timeout expired", "the server cannot be reached"),
    ],
)
def test_what_a_server_refuses_is_told_by_its_words(said: str, problem: str) -> None:
    fault = fault_of(psycopg.OperationalError(f"connection failed: {said}"))
    assert fault is not None
    assert fault.problem == problem


def test_a_mistake_of_our_own_is_no_fault_of_the_database() -> None:
    assert fault_of(psycopg.errors.SyntaxError("syntax error")) is None
    assert fault_of(sqlite3.ProgrammingError("wrong number of bindings")) is None
    assert fault_of(KeyError("row")) is None
