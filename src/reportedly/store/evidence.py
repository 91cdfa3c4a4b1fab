"""Adds evidence: what is there already is left as it is, whatever else would have been said of it."""

from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Table

from reportedly.errors import StoreError
from reportedly.schema import Article, Capture, Fetch, Issue, Judgement, Poll
from reportedly.store import keys
from reportedly.store.packing import pack, packed
from reportedly.store.tables import (
    articles,
    bodies,
    came_out,
    captures,
    fetches,
    findable,
    issues,
    judgements,
    microseconds,
    plain,
    polls,
)
from reportedly.store.words import joined, lexemes
from reportedly.store.writer import Writer


def add_capture(writer: Writer, capture: Capture) -> str:
    """Adds a capture, and its body where no other capture has it."""
    key = keys.capture_id(capture)
    if writer.find(captures, "id", key) is None:
        values = {
            "id": key,
            "name": findable(capture.name),
            "url": findable(capture.url),
            "media_type": findable(capture.media_type),
            "feed": findable(capture.feed),
            "captured_at": capture.captured_at,
            "data": pack(replace(capture, body=b"")),
        }
        writer.add(captures, {**values, "body": _body(writer, capture.body)})
    return key


def add_article(writer: Writer, article: Article, capture: str | None, seen_at: datetime | None) -> str:
    """Adds an article and its words."""
    key = keys.article_key(article)
    if writer.find(articles, "key", key) is None:
        found = {name: findable(getattr(article, name)) for name in _FOUND}
        values = {
            **found,
            "key": key,
            "piece": keys.piece_key(article),
            "title": plain(article.title),
            "published_at": article.published_at,
            "seen_at": seen_at,
            "at": came_out(article.published_at, seen_at, writer.recorded_at),
            "capture": _number_of(writer, captures, capture),
            "size": len(article.text),
            "data": pack(article),
        }
        add_words(writer, writer.add(articles, values), article)
    return key


_FOUND = ("id", "url", "outlet", "owner", "wire", "feed", "language")


def add_words(writer: Writer, row: int, article: Article) -> None:
    """Adds the words of an article to the search."""
    if writer.on_postgresql:
        writer.words({"article": row, "words": lexemes(article.title, article.text)})
    else:
        writer.words({"article": row, "title": joined(article.title), "text": joined(article.text)})


def add_judgement(writer: Writer, judgement: Judgement) -> str:
    """Adds a judgement."""
    key = keys.judgement_id(judgement)
    values = {
        "kind": judgement.kind.value,
        "left": findable(judgement.left),
        "right": findable(judgement.right),
        "verdict": judgement.verdict.value,
        "score": judgement.score,
        "author": findable(judgement.author),
        "replaces": findable(judgement.replaces),
        "judged_at": judgement.judged_at,
    }
    return _add(writer, judgements, key, values, pack(judgement))


def add_fetch(writer: Writer, fetch: Fetch, capture: str | None) -> str:
    """Adds a fetch to the log, without its body."""
    values = {
        "asked": findable(fetch.asked),
        "url": findable(fetch.url),
        "at": fetch.at,
        "outcome": fetch.outcome.value,
        "status": fetch.status,
        "capture": _number_of(writer, captures, capture),
    }
    return _add(writer, fetches, keys.fetch_id(fetch), values, packed(keys.canonical(fetch, "body")))


def add_poll(writer: Writer, poll: Poll) -> str:
    """Adds a poll."""
    values = {
        "feed": findable(poll.feed),
        "at": poll.at,
        "outcome": poll.outcome.value,
        "items": poll.items,
        "new": poll.new,
        "continuous": poll.continuous,
    }
    return _add(writer, polls, keys.poll_id(poll), values, pack(poll))


def add_issue(writer: Writer, issue: Issue, at: datetime) -> str:
    """Adds an issue of a moment."""
    values = {"where": findable(issue.where), "at": at}
    return _add(writer, issues, keys.issue_id(issue, microseconds(at)), values, pack(issue))


def _add(writer: Writer, table: Table, key: str, values: dict[str, Any], data: bytes) -> str:
    if writer.find(table, "id", key) is None:
        writer.add(table, {"id": key, "data": data, **values})
    return key


def _body(writer: Writer, body: bytes) -> int:
    key = keys.body_id(body)
    known = writer.find(bodies, "id", key)
    return writer.add(bodies, {"id": key, "size": len(body), "data": packed(body)}) if known is None else known


def _number_of(writer: Writer, table: Table, key: str | None) -> int | None:
    number = None if key is None else writer.find(table, "id", key)
    if key is not None and number is None:
        raise StoreError(f"the store has no row {key} in {table.name}; add it first")
    return number
