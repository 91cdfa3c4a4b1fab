"""Retention: bodies and texts go, provenance stays: hashes, addresses, times and readings are never dropped."""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, exists, func, insert, select, text, update
from sqlalchemy import delete as sql_delete

from reportedly.schema import Article, Noun
from reportedly.store.packing import unpack
from reportedly.store.store import Store
from reportedly.store.tables import articles, bodies, captures, events, facts, participants
from reportedly.store.words import joined
from reportedly.store.writer import Writer

_AT_ONCE: Final = 500


class Policy(Noun, frozen=True, kw_only=True):
    """What is dropped: whatever meets all that is given.

    Attributes:
        bodies: drop the bytes as they came; `texts` the clean texts with their search words.
        days: only what came out, or was captured, more than so many days ago.
        outlets: only what these outlets publish; `wires` only what these agencies are credited with.

    Raises:
        ValueError: it drops nothing, or would drop everything.
    """

    bodies: bool = False
    texts: bool = False
    days: int | None = None
    outlets: tuple[str, ...] = ()
    wires: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.bodies or self.texts):
            raise ValueError("a policy drops bodies, texts, or both")
        if self.days is None and not self.outlets and not self.wires:
            raise ValueError("a policy names an age, outlets or wires; else it would drop everything")
        if self.days is not None and self.days < 0:
            raise ValueError(f"an age has no negative days, got {self.days}")


class Dropped(Noun, frozen=True, kw_only=True):
    """How many bodies and texts were dropped."""

    bodies: int
    texts: int


def retain(store: Store, policy: Policy) -> Dropped:
    """Drops what a policy says, in several transactions: one that is interrupted goes on when it is run again.

    What a dropped text was remains as a tombstone: key, hash, address, title, outlet, times. Its readings keep their
    codes, entities, dates and spans; only words that must be cut from the text are gone.

    Raises:
        StoreError: somebody else writes, or the store cannot be written.
    """
    texts = _repeat(store, policy, _drop_texts) if policy.texts else 0
    return Dropped(bodies=_repeat(store, policy, _drop_bodies) if policy.bodies else 0, texts=texts)


def _repeat(store: Store, policy: Policy, drop: Any) -> int:
    total = 0
    while True:
        with store.writing() as writer:
            writer.connection.execute(insert(facts), {"name": "door", "value": "retention"})
            dropped: int = drop(writer, policy)
            writer.connection.execute(sql_delete(facts).where(facts.c.name == "door"))
        total += dropped
        if dropped < _AT_ONCE:
            return total


def _cut(writer: Writer, policy: Policy) -> datetime | None:
    return None if policy.days is None else writer.now - timedelta(days=policy.days)


def _of(policy: Policy) -> list[ColumnElement[bool]]:
    """Whose articles are dropped."""
    named = [(articles.c.outlet, policy.outlets), (articles.c.wire, policy.wires)]
    return [column.in_(names) for column, names in named if names]


def _drop_texts(writer: Writer, policy: Policy) -> int:
    """Some texts, with their words in the search and those that the projections have from them."""
    cut = _cut(writer, policy)
    old = [articles.c.at < cut] if cut is not None else []
    there = select(articles.c.row, articles.c.data).where(articles.c.data.is_not(None), *_of(policy), *old)
    found = writer.connection.execute(there.order_by(articles.c.row).limit(_AT_ONCE)).all()
    numbers = [row.row for row in found]
    for row in found:
        _forget_words(writer, row.row, unpack(row.data, Article))
    mine = participants.c.event.in_(select(events.c.row).where(events.c.article.in_(numbers)))
    writer.connection.execute(update(participants).where(mine).values(name=None, called=None))
    gone = {"data": None, "dropped_at": writer.recorded_at}
    writer.connection.execute(update(articles).where(articles.c.row.in_(numbers)).values(**gone))
    return len(found)


def _forget_words(writer: Writer, row: int, article: Article) -> None:
    if writer.on_postgresql:
        writer.connection.execute(text("DELETE FROM words WHERE article = :row"), {"row": row})
        return
    gone = text("INSERT INTO words (words, rowid, title, text) VALUES ('delete', :row, :title, :text)")
    told = {"row": row, "title": joined(article.title), "text": joined(article.text)}
    writer.connection.execute(gone, told)


def _drop_bodies(writer: Writer, policy: Policy) -> int:
    """Some bodies: those of which every capture meets the policy."""
    cut = _cut(writer, policy)
    fits = [func.coalesce(captures.c.captured_at, captures.c.recorded_at) < cut] if cut is not None else []
    if policy.outlets or policy.wires:
        fits.append(exists().where(articles.c.capture == captures.c.row, *_of(policy)))
    others = exists().where(captures.c.body == bodies.c.row, case((and_(*fits), False), else_=True))
    there = select(bodies.c.row).where(bodies.c.data.is_not(None), ~others).order_by(bodies.c.row).limit(_AT_ONCE)
    numbers = list(writer.connection.scalars(there))
    gone = {"data": None, "dropped_at": writer.recorded_at}
    writer.connection.execute(update(bodies).where(bodies.c.row.in_(numbers)).values(**gone))
    return len(numbers)
