"""What is only ever added to: bodies, captures, articles, readings, judgements, fetches, polls, issues.

Each row has a number (`row`, in the order of arrival, for joins) and a content-addressed id (`id` or `key`). `data` is
the noun itself, packed; the columns beside it are for finding it. `recorded_at` is when the store took it in.
"""

from sqlalchemy import Boolean, CheckConstraint, Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text

from reportedly.store.tables.columns import Key, Moment, Number, metadata, row

bodies = Table(
    "bodies",
    metadata,
    row(),
    Column("id", Key, nullable=False, unique=True),  # over the bytes, decompressed
    Column("size", Integer, nullable=False),  # of the bytes, decompressed
    Column("data", LargeBinary),
    Column("dropped_at", Moment),
    Column("recorded_at", Moment, nullable=False),
    CheckConstraint("(data IS NULL) = (dropped_at IS NOT NULL)", name="bodies_dropped"),
)

captures = Table(
    "captures",
    metadata,
    row(),
    Column("id", Key, nullable=False, unique=True),  # over url or name, media type, body
    Column("name", Key, nullable=False),
    Column("url", Key, index=True),
    Column("media_type", Key, nullable=False),
    Column("feed", Key),
    Column("captured_at", Moment),
    Column("body", Number, ForeignKey("bodies.row"), nullable=False, index=True),
    Column("data", LargeBinary, nullable=False),  # the capture without its body
    Column("recorded_at", Moment, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    row(),
    Column("key", Key, nullable=False, unique=True),  # over the whole article
    Column("id", Key, nullable=False),
    Column("piece", Key, nullable=False, index=True),  # over id and text: what copies through several feeds share
    Column("url", Key, index=True),
    Column("title", Text),
    Column("outlet", Key),
    Column("owner", Key),
    Column("wire", Key),
    Column("feed", Key),
    Column("language", Key),
    Column("published_at", Moment),
    Column("seen_at", Moment),
    Column("at", Moment, nullable=False),  # the first of published_at, seen_at and recorded_at
    Column("capture", Number, ForeignKey("captures.row"), index=True),
    Column("size", Integer, nullable=False),  # code points of the text
    Column("data", LargeBinary),
    Column("dropped_at", Moment),
    Column("recorded_at", Moment, nullable=False),
    CheckConstraint("(data IS NULL) = (dropped_at IS NOT NULL)", name="articles_dropped"),
    Index("articles_in_order", "id", "key"),
    Index("articles_by_time", "at", "row"),
    Index("articles_by_outlet", "outlet", "at", "row"),
    Index("articles_by_feed", "feed", "at", "row"),
)

readings = Table(
    "readings",
    metadata,
    row(),
    Column("key", Key, nullable=False, unique=True),  # over the article's key and the provenance without read_at
    Column("article", Number, ForeignKey("articles.row"), nullable=False),
    Column("reader", Key, nullable=False),
    Column("version", Key, nullable=False),
    Column("model", Key, nullable=False),
    Column("provenance", Key, nullable=False),  # over the provenance without read_at
    Column("read_at", Moment),
    Column("result", Key, nullable=False),  # over what was read: neither article nor provenance
    Column("data", LargeBinary, nullable=False),  # the reading without its article
    Column("recorded_at", Moment, nullable=False),
    Index("readings_of_article", "article", "provenance"),
)

judgements = Table(
    "judgements",
    metadata,
    row(),
    Column("id", Key, nullable=False, unique=True),  # over the whole judgement
    Column("kind", Key, nullable=False),
    Column("left", Key, nullable=False),
    Column("right", Key, nullable=False),
    Column("verdict", Key, nullable=False),
    Column("score", Float),
    Column("author", Key, nullable=False),
    Column("replaces", Key, index=True),
    Column("judged_at", Moment, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Index("judgements_by_left", "kind", "left"),
    Index("judgements_by_right", "kind", "right"),
)

fetches = Table(
    "fetches",
    metadata,
    row(),
    Column("id", Key, nullable=False, unique=True),  # over the fetch without its body
    Column("asked", Key, nullable=False, index=True),
    Column("url", Key, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Column("outcome", Key, nullable=False),
    Column("status", Integer),
    Column("capture", Number, ForeignKey("captures.row")),
    Column("data", LargeBinary, nullable=False),
    Column("recorded_at", Moment, nullable=False),
)

polls = Table(
    "polls",
    metadata,
    row(),
    Column("id", Key, nullable=False, unique=True),  # over the whole poll
    Column("feed", Key, nullable=False),
    Column("at", Moment, nullable=False),
    Column("outcome", Key, nullable=False),
    Column("items", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("continuous", Boolean),
    Column("data", LargeBinary, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Index("polls_of_feed", "feed", "at", "row"),
)

issues = Table(
    "issues",
    metadata,
    row(),
    Column("id", Key, nullable=False, unique=True),  # over the issue and its moment
    Column("where", Key, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Column("data", LargeBinary, nullable=False),
    Column("recorded_at", Moment, nullable=False),
)

EVIDENCE = (bodies, captures, articles, readings, judgements, fetches, polls, issues)
"""The tables of evidence, each after those that it points to."""
