"""Evidence cannot be changed or deleted, whoever asks, but for what retention drops through its own door."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from handmade import militia
from reportedly.errors import StoreError
from reportedly.schema import (
    Capture,
    Fetch,
    FetchOutcome,
    Issue,
    Judgement,
    JudgementKind,
    Poll,
    PollState,
    Verdict,
)
from reportedly.store import Store
from reportedly.store.tables import EVIDENCE
from stores import keep

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DELETE = "DELETE FROM {table}"
DROP = "UPDATE {table} SET data = NULL, dropped_at = 1"
OPEN = "INSERT INTO facts VALUES ('door', 'retention')"


@pytest.fixture
def full(store: Store) -> Store:
    """A store with a row in every table of evidence."""
    keep(store, militia())
    with store.batch() as batch:
        batch.capture(Capture(name="page", media_type="text/html", body=b"<p>"))
        batch.judgement(
            Judgement(
                kind=JudgementKind.STORY, left="a", right="b", verdict=Verdict.SAME, reasons=("r",), author="person A",
                judged_at=NOON,
            )
        )  # fmt: skip
        batch.fetch(Fetch(asked="u", url="u", at=NOON, outcome=FetchOutcome.UNCHANGED))
        poll = Poll(feed="f", at=NOON, outcome=FetchOutcome.UNCHANGED)
        batch.poll(poll, PollState(feed="f", interval=1, next_at=NOON))
        batch.issue(Issue(where="w", problem="p", remedy="r"), at=NOON)
    return store


def run(store: Store, *commands: str) -> None:
    with store.writing() as writer:
        for command in commands:
            writer.connection.execute(text(command))


@pytest.mark.parametrize("table", [table.name for table in EVIDENCE])
def test_no_row_is_changed_or_deleted(full: Store, table: str) -> None:
    before = full.digest()
    own = "TRUNCATE {table} CASCADE" if full.on_postgresql else "REPLACE INTO {table} SELECT * FROM {table}"
    for each in (DELETE, "UPDATE {table} SET recorded_at = 1", "UPDATE {table} SET data = NULL", own):
        command = each.format(table=table)
        with pytest.raises(StoreError, match="evidence cannot be changed or deleted; add a new"):
            run(full, command)
    assert full.digest() == before


@pytest.mark.parametrize("table", ["bodies", "articles"])
def test_only_the_texts_are_dropped_and_only_through_the_door(full: Store, table: str) -> None:
    with pytest.raises(StoreError, match="evidence cannot be changed"):
        run(full, DROP.format(table=table))
    with pytest.raises(StoreError, match="evidence cannot be changed"):
        run(full, OPEN, DELETE.format(table=table))
    before = full.counts()
    run(full, OPEN, DROP.format(table=table), "DELETE FROM facts WHERE name = 'door'")
    assert full.counts() == before
    with pytest.raises(StoreError, match="evidence cannot be changed"):
        run(full, DROP.format(table=table))


def test_projections_outlive_the_text(full: Store) -> None:
    run(full, OPEN, DROP.format(table="articles"), "DELETE FROM facts WHERE name = 'door'")
    before = full.counts()
    assert full.rebuild() == 1
    assert full.counts() == before
    assert list(full.export()) == []
    with full.looking() as connection:
        assert set(connection.scalars(text("SELECT name FROM participants"))) == {None}
