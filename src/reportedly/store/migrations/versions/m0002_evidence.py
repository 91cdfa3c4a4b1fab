"""Evidence, and the triggers that keep it as it was."""

from alembic import op
from sqlalchemy import Boolean, CheckConstraint, Column, Float, ForeignKey, Integer, LargeBinary, Text, inspect

from reportedly.store.migrations.guards import function, postgresql, sqlite
from reportedly.store.migrations.types import KEY, MOMENT, NUMBER

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes them."""
    for make in (_bodies, _captures, _articles, _readings, _judgements, _fetches, _polls, _issues):
        make()
    _guard()


def _bodies() -> None:
    op.create_table(
        "bodies",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("id", KEY, nullable=False, unique=True),
        Column("size", Integer(), nullable=False),
        Column("data", LargeBinary()),
        Column("dropped_at", MOMENT),
        Column("recorded_at", MOMENT, nullable=False),
        CheckConstraint("(data IS NULL) = (dropped_at IS NOT NULL)", name="bodies_dropped"),
    )


def _captures() -> None:
    op.create_table(
        "captures",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("id", KEY, nullable=False, unique=True),
        Column("name", KEY, nullable=False),
        Column("url", KEY),
        Column("media_type", KEY, nullable=False),
        Column("feed", KEY),
        Column("captured_at", MOMENT),
        Column("body", NUMBER, ForeignKey("bodies.row"), nullable=False),
        Column("data", LargeBinary(), nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
    )
    op.create_index("ix_captures_body", "captures", ["body"])
    op.create_index("ix_captures_url", "captures", ["url"])


def _articles() -> None:
    op.create_table(
        "articles",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("key", KEY, nullable=False, unique=True),
        Column("id", KEY, nullable=False),
        Column("piece", KEY, nullable=False),
        Column("url", KEY),
        Column("title", Text()),
        Column("outlet", KEY),
        Column("owner", KEY),
        Column("wire", KEY),
        Column("feed", KEY),
        Column("language", KEY),
        Column("published_at", MOMENT),
        Column("seen_at", MOMENT),
        Column("at", MOMENT, nullable=False),
        Column("capture", NUMBER, ForeignKey("captures.row")),
        Column("size", Integer(), nullable=False),
        Column("data", LargeBinary()),
        Column("dropped_at", MOMENT),
        Column("recorded_at", MOMENT, nullable=False),
        CheckConstraint("(data IS NULL) = (dropped_at IS NOT NULL)", name="articles_dropped"),
    )
    op.create_index("articles_by_feed", "articles", ["feed", "at", "row"])
    op.create_index("articles_by_outlet", "articles", ["outlet", "at", "row"])
    op.create_index("articles_by_time", "articles", ["at", "row"])
    op.create_index("articles_in_order", "articles", ["id", "key"])
    op.create_index("ix_articles_capture", "articles", ["capture"])
    op.create_index("ix_articles_piece", "articles", ["piece"])
    op.create_index("ix_articles_url", "articles", ["url"])


def _readings() -> None:
    op.create_table(
        "readings",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("key", KEY, nullable=False, unique=True),
        Column("article", NUMBER, ForeignKey("articles.row"), nullable=False),
        Column("reader", KEY, nullable=False),
        Column("version", KEY, nullable=False),
        Column("model", KEY, nullable=False),
        Column("provenance", KEY, nullable=False),
        Column("read_at", MOMENT),
        Column("result", KEY, nullable=False),
        Column("data", LargeBinary(), nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
    )
    op.create_index("readings_of_article", "readings", ["article", "provenance"])


def _judgements() -> None:
    op.create_table(
        "judgements",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("id", KEY, nullable=False, unique=True),
        Column("kind", KEY, nullable=False),
        Column("left", KEY, nullable=False),
        Column("right", KEY, nullable=False),
        Column("verdict", KEY, nullable=False),
        Column("score", Float()),
        Column("author", KEY, nullable=False),
        Column("replaces", KEY),
        Column("judged_at", MOMENT, nullable=False),
        Column("data", LargeBinary(), nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
    )
    op.create_index("ix_judgements_replaces", "judgements", ["replaces"])
    op.create_index("judgements_by_left", "judgements", ["kind", "left"])
    op.create_index("judgements_by_right", "judgements", ["kind", "right"])


def _fetches() -> None:
    op.create_table(
        "fetches",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("id", KEY, nullable=False, unique=True),
        Column("asked", KEY, nullable=False),
        Column("url", KEY, nullable=False),
        Column("at", MOMENT, nullable=False),
        Column("outcome", KEY, nullable=False),
        Column("status", Integer()),
        Column("capture", NUMBER, ForeignKey("captures.row")),
        Column("data", LargeBinary(), nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
    )
    op.create_index("ix_fetches_asked", "fetches", ["asked"])
    op.create_index("ix_fetches_at", "fetches", ["at"])


def _polls() -> None:
    op.create_table(
        "polls",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("id", KEY, nullable=False, unique=True),
        Column("feed", KEY, nullable=False),
        Column("at", MOMENT, nullable=False),
        Column("outcome", KEY, nullable=False),
        Column("items", Integer(), nullable=False),
        Column("new", Integer(), nullable=False),
        Column("continuous", Boolean()),
        Column("data", LargeBinary(), nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
    )
    op.create_index("polls_of_feed", "polls", ["feed", "at", "row"])


def _issues() -> None:
    op.create_table(
        "issues",
        Column("row", NUMBER, primary_key=True, autoincrement=False),
        Column("id", KEY, nullable=False, unique=True),
        Column("where", KEY, nullable=False),
        Column("at", MOMENT, nullable=False),
        Column("data", LargeBinary(), nullable=False),
        Column("recorded_at", MOMENT, nullable=False),
    )
    op.create_index("ix_issues_at", "issues", ["at"])


_DROPPABLE = {"bodies": ("data", "dropped_at"), "articles": ("data", "dropped_at")}


def _guard() -> None:
    """No change and no deletion of evidence, whoever asks."""
    connection = op.get_bind()
    on_postgresql = connection.dialect.name == "postgresql"
    if on_postgresql:
        op.execute(function())
    for table in ("bodies", "captures", "articles", "readings", "judgements", "fetches", "polls", "issues"):
        columns = [column["name"] for column in inspect(connection).get_columns(table)]
        guard = postgresql if on_postgresql else sqlite
        for statement in guard(table, columns, _DROPPABLE.get(table, ())):
            op.execute(statement)
