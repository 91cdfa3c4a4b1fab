"""Backup, restore, retention and vacuum, of and into both kinds of database."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from reportedly.errors import StoreError
from reportedly.schema import Capture, FeedKind, Subscription
from reportedly.store import Store, open_store
from reportedly.store.backup import backup, restore, vacuum
from reportedly.store.check import check
from reportedly.store.queries import articles, claims
from reportedly.store.retention import Dropped, Policy, retain
from reportedly.store.search import search
from told import NOON, Told, reading

OLD, NEW = NOON - timedelta(days=400), NOON


def fill(store: Store) -> None:
    with store.batch() as batch:
        batch.subscribe(Subscription(id="f", url="https://observer.example/feed", kind=FeedKind.FEED))
        for name, at, outlet in (("old", OLD, "Observer"), ("new", NEW, "Observer"), ("post", OLD, "Post")):
            body = f"<html>{name}</html>".encode()
            url = f"https://observer.example/{name}"
            capture = batch.capture(Capture(name=url, url=url, media_type="text/html", body=body, captured_at=at))
            each = reading(name, Told(), words=f"rockets {name}", published=at, outlet=outlet)
            batch.reading(each, article=batch.article(each.article, capture=capture, seen_at=at))


@pytest.fixture
def full(store: Store) -> Store:
    fill(store)
    return store


def said(store: Store) -> tuple[object, ...]:
    """Everything that a store says of itself."""
    hits = sorted(hit.article.id for hit in search(store, "rockets").rows)
    return store.digest(), store.counts(), claims(store).rows, hits, store.subscriptions()


def test_a_backup_is_restored_into_either_kind(
    full: Store, tmp_path: Path, addresses: Callable[[], str]
) -> None:
    path = backup(full, tmp_path / "kept" / "store.backup")
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    for address in (str(tmp_path / "again.db"), addresses()):
        with restore(path, address) as made:
            assert said(made) == said(full)
            assert check(made).findings == ()
            fill_more(made)
            assert check(made).findings == ()


def fill_more(store: Store) -> None:
    with store.batch() as batch:
        each = reading("more", Told())
        batch.reading(each, article=batch.article(each.article))


def test_a_backup_of_another_kind_of_database(full: Store, tmp_path: Path, postgres: object) -> None:
    path = backup(full, tmp_path / "b")
    address = postgres.database()  # type: ignore[attr-defined]
    with restore(path, address) as made:
        again = backup(made, tmp_path / "c")
        assert said(made) == said(full)
    with open_store(str(again)) as last:
        assert said(last) == said(full)


def test_a_backup_is_of_one_moment_while_another_writes(full: Store, tmp_path: Path) -> None:
    begun, done = threading.Event(), threading.Event()

    def write() -> None:
        number = 0
        while not done.is_set():
            with full.batch() as batch:
                for _ in range(2):
                    each = reading(f"while {number}", Told())
                    batch.reading(each, article=batch.article(each.article))
                    number += 1
            begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert begun.wait(30)
        path = backup(full, tmp_path / "b")
    finally:
        done.set()
        writer.join()
    with open_store(str(path)) as kept:
        assert check(kept).findings == ()
        assert kept.counts().readings % 2 == 1 and kept.counts().readings >= 5


def test_what_is_there_is_never_written_over(full: Store, tmp_path: Path, address: str) -> None:
    path = backup(full, tmp_path / "b")
    with pytest.raises(StoreError, match="is there already"):
        backup(full, path)
    with pytest.raises(StoreError, match="holds something already"):
        restore(path, address)
    assert check(full).findings == ()


def test_a_damaged_backup_is_refused(full: Store, tmp_path: Path) -> None:
    path = backup(full, tmp_path / "b")
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 20_000] = b"\xff" * 20_000
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged"):
        restore(path, str(tmp_path / "again.db"))
    with pytest.raises(StoreError, match="there is no store"):
        restore(tmp_path / "none", str(tmp_path / "again.db"))


def test_a_folder_that_cannot_be_written_is_named(full: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreError, match="cannot be written"):
        backup(full, tmp_path / "file" / "b")


def test_retention_drops_texts_and_keeps_what_was_read(full: Store) -> None:
    before = claims(full).rows
    digest = full.digest()
    days = (full.now() - NOON).days + 100
    assert retain(full, Policy(texts=True, bodies=True, days=days)) == Dropped(bodies=2, texts=2)
    assert retain(full, Policy(texts=True, bodies=True, days=days)) == Dropped(bodies=0, texts=0)
    assert check(full).findings == ()
    assert full.digest() == digest
    rows = {row.event.article.id: row for row in claims(full).rows}
    assert [row.key for row in claims(full).rows] == [row.key for row in before]
    assert (rows["old"].words, rows["old"].event.article.kept) == (None, False)
    assert rows["old"].event.actors[0].entity == "ostrand-brigades"
    assert rows["old"].event.trigger == rows["new"].event.trigger
    assert rows["new"].words is not None
    assert [hit.article.id for hit in search(full, "rockets").rows] == ["new"]
    with pytest.raises(StoreError, match="was dropped"):
        full.article(rows["old"].event.article.key)
    full.rebuild()
    assert check(full).findings == ()


@pytest.mark.parametrize(
    ("policy", "dropped", "left"),
    [
        (Policy(texts=True, outlets=("Post",)), Dropped(bodies=0, texts=1), "new old"),
        (Policy(bodies=True, outlets=("Post",)), Dropped(bodies=1, texts=0), "new old post"),
        (Policy(texts=True, days=30, outlets=("Observer",)), Dropped(bodies=0, texts=2), "post"),
        (Policy(texts=True, wires=("Reuters",)), Dropped(bodies=0, texts=0), "new old post"),
    ],
)
def test_a_policy_drops_what_meets_all_of_it(full: Store, policy: Policy, dropped: Dropped, left: str) -> None:
    assert retain(full, policy) == dropped
    assert " ".join(sorted(row.id for row in articles(full).rows if row.kept)) == left
    assert check(full).findings == ()


@pytest.mark.parametrize("wrong", [{"days": 3}, {"texts": True}, {"texts": True, "days": -1}])
def test_a_policy_that_drops_nothing_or_everything_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"policy|negative"):
        Policy(**wrong)


def test_after_retention_a_vacuum_gives_room_back(full: Store) -> None:
    retain(full, Policy(texts=True, bodies=True, outlets=("Observer",)))
    vacuum(full)
    assert check(full).findings == ()
    assert len(claims(full).rows) == 3
