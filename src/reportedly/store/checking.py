"""Checks of evidence: every hash is made again, every span lies in its text; what does not fit is a finding."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from reportedly.errors import CodecError, StoreError
from reportedly.schema import Article, Capture, Issue, Judgement, Noun, Poll, Reading
from reportedly.store import keys
from reportedly.store.packing import join_reading, reading_parts, unpack, unpacked
from reportedly.store.rebuild import article_json, of_readings, pages
from reportedly.store.records import Finding
from reportedly.store.tables import articles, bodies, captures, fetches, issues, judgements, microseconds, polls


def findings(connection: Connection) -> Iterator[Finding]:
    """What is wrong with the evidence; memory stays flat."""
    yield from _each(connection, bodies, _body)
    yield from _captures(connection)
    yield from _each(connection, articles, _article)
    yield from _each(connection, judgements, lambda row: _keyed(row, Judgement, keys.judgement_id))
    yield from _each(connection, polls, lambda row: _keyed(row, Poll, keys.poll_id))
    yield from _each(connection, fetches, _fetch)
    yield from _each(connection, issues, _issue)


Check = Callable[[Row[Any]], str | None]


def _each(connection: Connection, table: Table, check: Check) -> Iterator[Finding]:
    for row in pages(connection, select(table), table.c.row):
        problem = _problem(row, check)
        if problem is not None:
            name = row.key if "key" in table.c else row.id
            yield Finding(table=table.name, name=name, problem=problem)


def _problem(row: Row[Any], check: Check) -> str | None:
    """What a check says, or the damage that kept it from saying anything."""
    try:
        return check(row)
    except (StoreError, CodecError) as error:
        return str(error)


def _body(row: Row[Any]) -> str | None:
    if row.data is None:
        return None
    body = unpacked(row.data)
    if keys.body_id(body) != row.id:
        return "its bytes do not have the hash that is their id"
    return None if len(body) == row.size else f"it has {len(body)} bytes, not {row.size}"


def _captures(connection: Connection) -> Iterator[Finding]:
    joined = select(captures, bodies.c.id.label("hash")).join(bodies, bodies.c.row == captures.c.body)
    for row in pages(connection, joined, captures.c.row):
        problem = _problem(row, _capture)
        if problem is not None:
            yield Finding(table="captures", name=row.id, problem=problem)


def _capture(row: Row[Any]) -> str | None:
    told = unpack(row.data, Capture)
    return None if keys.capture_id_of(told, row.hash) == row.id else "it is not what its id is the hash of"


def _article(row: Row[Any]) -> str | None:
    if row.data is None:
        return None
    article = unpack(row.data, Article)
    if keys.article_key(article) != row.key:
        return "it is not what its key is the hash of"
    if keys.piece_key(article) != row.piece:
        return "its piece is not the hash of its id and text"
    return None if len(article.text) == row.size else f"its text has {len(article.text)} code points, not {row.size}"


def _keyed(row: Row[Any], noun: type[Noun], key: Callable[[Any], str]) -> str | None:
    return None if key(unpack(row.data, noun)) == row.id else "it is not what its id is the hash of"


def _fetch(row: Row[Any]) -> str | None:
    made = keys.key_of("fetch", unpacked(row.data))
    return None if made == row.id else "it is not what its id is the hash of"


def _issue(row: Row[Any]) -> str | None:
    made = keys.issue_id(unpack(row.data, Issue), microseconds(row.at))
    return None if made == row.id else "it is not what its id is the hash of"


def sound_readings(connection: Connection) -> Iterator[tuple[Row[Any], Reading | None, str | None]]:
    """Every reading with what is wrong with it; None in its place where it cannot even be read."""
    for row in of_readings(connection):
        try:
            reading = join_reading(article_json(row), row.data)
            yield row, reading, _reading(row, reading)
        except StoreError as error:
            yield row, None, str(error)


def _reading(row: Row[Any], reading: Reading) -> str | None:
    """Spans are held to the text when the reading is made; here is held what was read to its hash."""
    if keys.reading_key(row.article_key, reading.provenance) != row.key:
        return "it is not of the article and the machine that its key is the hash of"
    _, told = reading_parts(reading)
    return None if keys.key_of("result", told) == row.result else "what it says is not what was kept"
