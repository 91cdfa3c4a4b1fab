"""A check finds every kind of damage; each is done for real, behind the store's back."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from reportedly.schema import Capture, Judgement, JudgementKind, Verdict
from reportedly.store import Store, open_store
from reportedly.store.check import check
from reportedly.store.packing import pack, packed, unpack, unpacked
from reportedly.store.tables import articles, captures, readings
from told import DAY, NOON, Told, reading


def fill(store: Store) -> None:
    with store.batch() as batch:
        for number in range(3):
            url = f"https://observer.example/{number}"
            body = b"<html>" + str(number).encode() * 200
            capture = batch.capture(Capture(name=url, url=url, media_type="text/html", body=body))
            each = reading(f"a{number}", Told(), Told(place="Sel"), published=NOON + number * DAY)
            batch.reading(each, article=batch.article(each.article, capture=capture, seen_at=NOON))
        for version in ("2", "3"):
            again = reading("a0", Told(), Told(place="Sel"), version=version)
            batch.reading(again, article=batch.article(again.article))
        batch.judgement(
            Judgement(
                kind=JudgementKind.EVENT, left="a", right="b", verdict=Verdict.SAME, reasons=("r",), author="person P",
                judged_at=NOON,
            )
        )  # fmt: skip


@pytest.fixture
def full(store: Store) -> Store:
    fill(store)
    return store


def harm(store: Store, *commands: str, **given: object) -> None:
    """Does it with all guards off, as only somebody could who means harm, or a disk."""
    store.engine.dispose()
    if store.on_postgresql:
        with store.engine.begin() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            for command in commands:
                connection.execute(text(command), given)
        return
    with closing(sqlite3.connect(store.name)) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        for command in commands:
            file.execute(command, given)
        file.commit()


def found(store: Store) -> str:
    return " | ".join(str(each) for each in check(store).findings)


def test_a_sound_store_has_no_findings(full: Store) -> None:
    report = check(full)
    assert (report.findings, report.sound, report.whole, report.counts.readings) == ((), True, True, 5)
    assert check(full, quick=True).sound


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("UPDATE bodies SET size = size + 1 WHERE row = 1", "bytes, not"),
        ("UPDATE bodies SET data = (SELECT data FROM bodies WHERE row = 2) WHERE row = 1", "do not have the hash"),
        ("UPDATE bodies SET data = substr(data, 1, 5) WHERE row = 1", "bodies .*damaged"),
        ("UPDATE captures SET body = 2 WHERE row = 1", "captures .*its id is the hash"),
        ("UPDATE articles SET data = (SELECT data FROM articles WHERE row = 2) WHERE row = 1", "its key is the hash"),
        ("UPDATE articles SET piece = 'x' WHERE row = 1", "its piece is not"),
        ("UPDATE readings SET result = 'x' WHERE row = 1", "not what was kept"),
        ("UPDATE readings SET article = 2 WHERE row = 1", "readings .*its key is the hash"),
        ("UPDATE readings SET data = substr(data, 1, 9) WHERE row = 1", "readings .*damaged"),
        ("UPDATE judgements SET id = 'x'", "judgements x: it is not"),
        ("DELETE FROM articles WHERE row = 2", "points to a row of articles that is not there"),
        ("DELETE FROM bodies WHERE row = 1", "its body points to a row of bodies"),
        ("UPDATE events SET type = 'AID' WHERE row = 1048576", "events .*not what a rebuild gives"),
        ("DELETE FROM claims WHERE row = 1048577", "claims .*not what a rebuild gives"),
        ("DELETE FROM versions WHERE reading = 2", "versions .*missing"),
        ("UPDATE versions SET superseded_at = NULL", "versions .*not what a rebuild gives"),
        ("UPDATE versions SET superseded_at = 5 WHERE reading = 2", "versions .*not what a rebuild gives"),
    ],
)
def test_damage_is_found(full: Store, command: str, says: str) -> None:
    harm(full, command)
    assert re.search(says, found(full)), found(full)


def test_a_rebuild_mends_projections(full: Store) -> None:
    harm(full, "DELETE FROM places", "UPDATE claims SET status = 'denied'")
    assert "rebuild" in found(full)
    full.rebuild()
    assert found(full) == ""


def test_a_span_outside_its_text_is_found(full: Store) -> None:
    with full.looking() as connection:
        row = connection.execute(readings.select().where(readings.c.row == 1)).one()
    wrong = unpacked(row.data).replace(b'"trigger":[', b'"trigger":[9')
    assert wrong != unpacked(row.data)
    harm(full, "UPDATE readings SET data = :data WHERE row = 1", data=packed(wrong))
    assert "readings" in found(full)


def test_a_changed_letter_is_found(full: Store) -> None:
    with full.looking() as connection:
        row = connection.execute(articles.select().where(articles.c.row == 1)).one()
        kept = connection.execute(captures.select().where(captures.c.row == 1)).one()
    changed = unpacked(row.data).replace(b"Brigades", b"Brigands")
    harm(full, "UPDATE articles SET data = :data WHERE row = 1", data=packed(changed))
    assert "articles" in found(full) and "words" in found(full)
    told = unpack(kept.data, Capture)
    other = pack(Capture(name=told.name, url="https://other.example/", media_type=told.media_type, body=b""))
    harm(full, "UPDATE captures SET data = :data WHERE row = 1", data=other)
    assert "captures" in found(full)


def test_words_out_of_step_are_found(full: Store) -> None:
    if full.on_postgresql:
        harm(full, "DELETE FROM words WHERE article = 1")
    else:
        harm(full, "INSERT INTO words (words) VALUES ('delete-all')")
    assert "words" in found(full)
    full.rebuild()
    assert found(full) == ""


def test_words_of_no_article_are_found(full: Store) -> None:
    if full.on_postgresql:
        harm(full, "INSERT INTO words VALUES (99, 'a')")
    else:
        harm(full, "INSERT INTO words (rowid, title, text) VALUES (99, 'a', 'b')")
    assert "words" in found(full)


def test_a_damaged_page_of_sqlite_is_found(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with open_store(str(path)) as store:
        fill(store)
        harm(store, "CREATE TABLE ballast AS SELECT * FROM articles")
        store.engine.dispose()
    data = bytearray(path.read_bytes())
    page = data.rindex(b"a2")
    data[page - page % 4096 : page - page % 4096 + 100] = b"\xff" * 100
    path.write_bytes(data)
    with open_store(str(path)) as store:
        report = check(store)
    assert report.findings and report.findings[0].table == "file"


def test_more_damage_than_can_be_told(full: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.store.check._MOST", 2)
    harm(full, "DELETE FROM articles")
    report = check(full)
    assert (len(report.findings), report.whole) == (2, False)


