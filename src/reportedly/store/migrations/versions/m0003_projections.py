"""Projections: events, claims and what hangs on them, versions of readings, and the words of articles."""

from alembic import op
from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, Text

from reportedly.store.migrations.types import KEY, MOMENT, NUMBER

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes them."""
    for make in (_versions, _events, _participants, _places, _claims, _numbers, _citations, _words):
        make()


def _versions() -> None:
    op.create_table(
        "versions",
        Column("reading", NUMBER, ForeignKey("readings.row"), primary_key=True, autoincrement=False),
        Column("article", NUMBER, ForeignKey("articles.row"), nullable=False),
        Column("piece", KEY, nullable=False),
        Column("reader", KEY, nullable=False),
        Column("at", MOMENT, nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
        Column("seen_at", MOMENT),
        Column("superseded_at", MOMENT),
    )
    op.create_index("versions_by_time", "versions", ["at", "reading"])
    op.create_index("versions_of_piece", "versions", ["piece", "reader", "reading"])


def _events() -> None:
    op.create_table(
        "events",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("reading", NUMBER, ForeignKey("readings.row"), nullable=False),
        Column("article", NUMBER, ForeignKey("articles.row"), nullable=False),
        Column("id", KEY, nullable=False),
        Column("reader", KEY, nullable=False),
        Column("type", KEY, nullable=False),
        Column("mode", KEY),
        Column("date", KEY),
        Column("earliest", KEY),
        Column("latest", KEY),
        Column("outlet", KEY),
        Column("feed", KEY),
        Column("published_at", MOMENT),
        Column("at", MOMENT, nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
        Column("seen_at", MOMENT),
        Column("superseded_at", MOMENT),
        Column("start", Integer(), nullable=False),
        Column("end", Integer(), nullable=False),
    )
    op.create_index("events_by_day", "events", ["earliest", "row"])
    op.create_index("events_by_time", "events", ["at", "row"])
    op.create_index("events_by_type", "events", ["type", "at", "row"])
    op.create_index("ix_events_article", "events", ["article"])


def _participants() -> None:
    op.create_table(
        "participants",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("event", NUMBER, ForeignKey("events.row"), nullable=False),
        Column("acts", Boolean(), nullable=False),
        Column("entity", KEY),
        Column("code", KEY),
        Column("country", KEY),
        Column("name", Text()),
        Column("at", MOMENT, nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
        Column("seen_at", MOMENT),
        Column("superseded_at", MOMENT),
        Column("start", Integer(), nullable=False),
        Column("end", Integer(), nullable=False),
    )
    op.create_index("ix_participants_event", "participants", ["event"])
    op.create_index("participants_by_code", "participants", ["code", "at", "event"])
    op.create_index("participants_by_country", "participants", ["country", "at", "event"])
    op.create_index("participants_by_entity", "participants", ["entity", "at", "event"])


def _places() -> None:
    op.create_table(
        "places",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("event", NUMBER, ForeignKey("events.row"), nullable=False),
        Column("entity", KEY),
        Column("name", KEY),
        Column("country", KEY),
        Column("lat", Float()),
        Column("lon", Float()),
        Column("cell", Integer()),
        Column("precision", KEY),
        Column("radius_km", Float()),
        Column("at", MOMENT, nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
        Column("seen_at", MOMENT),
        Column("superseded_at", MOMENT),
        Column("start", Integer(), nullable=False),
        Column("end", Integer(), nullable=False),
    )
    op.create_index("ix_places_event", "places", ["event"])
    op.create_index("places_by_cell", "places", ["cell", "at", "event"])
    op.create_index("places_by_country", "places", ["country", "at", "event"])
    op.create_index("places_by_entity", "places", ["entity", "at", "event"])


def _claims() -> None:
    op.create_table(
        "claims",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("event", NUMBER, ForeignKey("events.row"), nullable=False),
        Column("reading", NUMBER, ForeignKey("readings.row"), nullable=False),
        Column("article", NUMBER, ForeignKey("articles.row"), nullable=False),
        Column("id", KEY, nullable=False),
        Column("reader", KEY, nullable=False),
        Column("type", KEY, nullable=False),
        Column("mode", KEY),
        Column("status", KEY, nullable=False),
        Column("certainty", Float(), nullable=False),
        Column("confidence", Float(), nullable=False),
        Column("hops", Integer(), nullable=False),
        Column("origin_kind", KEY),
        Column("origin_name", Text()),
        Column("origin_entity", KEY),
        Column("earliest", KEY),
        Column("latest", KEY),
        Column("outlet", KEY),
        Column("feed", KEY),
        Column("published_at", MOMENT),
        Column("at", MOMENT, nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
        Column("seen_at", MOMENT),
        Column("superseded_at", MOMENT),
        Column("start", Integer(), nullable=False),
        Column("end", Integer(), nullable=False),
    )
    op.create_index("claims_by_origin", "claims", ["origin_entity", "at", "row"])
    op.create_index("claims_by_status", "claims", ["status", "at", "row"])
    op.create_index("claims_by_time", "claims", ["at", "row"])
    op.create_index("claims_by_type", "claims", ["type", "at", "row"])
    op.create_index("ix_claims_event", "claims", ["event"])


def _numbers() -> None:
    op.create_table(
        "numbers",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("claim", NUMBER, ForeignKey("claims.row"), nullable=False),
        Column("what", KEY, nullable=False),
        Column("low", Float()),
        Column("high", Float()),
        Column("approx", Boolean(), nullable=False),
        Column("start", Integer(), nullable=False),
        Column("end", Integer(), nullable=False),
    )
    op.create_index("ix_numbers_claim", "numbers", ["claim"])


def _citations() -> None:
    op.create_table(
        "citations",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("reading", NUMBER, ForeignKey("readings.row"), nullable=False),
        Column("name", KEY, nullable=False),
        Column("entity", KEY),
        Column("main", Boolean(), nullable=False),
        Column("at", MOMENT, nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
        Column("seen_at", MOMENT),
        Column("superseded_at", MOMENT),
        Column("start", Integer(), nullable=False),
        Column("end", Integer(), nullable=False),
    )
    op.create_index("citations_by_entity", "citations", ["entity", "at", "row"])


def _words() -> None:
    """The words of an article's title and text, by the article's row; already cut and folded (`store/words.py`)."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE words (article BIGINT PRIMARY KEY REFERENCES articles (row), words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX words_by_word ON words USING gin (words)")
    else:
        op.execute("CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize='ascii')")
