"""What a query finds, in both kinds of database."""

from datetime import UTC, date, datetime

import pytest

from reportedly.errors import UsageError
from reportedly.schema import EventType, Reading, Status
from reportedly.store import Store
from reportedly.store.queries import articles, claims, events, stream_articles, stream_claims, stream_events
from reportedly.store.query import Clock, Dyad, Near, Query
from told import DAY, NOON, Told, reading

SHELLED = Told()
TALKS = Told(type=EventType.CONSULT, mode="visit", actor="TRVGOV", recipient="ORVMIL", place="Pendra", day=None)
PLANNED = Told(status=Status.PLANNED, certainty=0.4, place="Sel", country="TRV", day=date(2026, 3, 1), days=30)
BACK = Told(actor="ORVMIL", recipient="ORVREB", place=None)
MISSION = Told(type=EventType.AID, actor="UNOGOV", recipient="TRVGOV", place="Nowhere", country=None)


def keep(store: Store, *readings: Reading, seen_at: datetime | None = None) -> None:
    with store.batch() as batch:
        for each in readings:
            batch.reading(each, article=batch.article(each.article, seen_at=seen_at))


def found(store: Store, **asked: object) -> str:
    """The articles and events of the claims found, such as `a1 b2`."""
    page = claims(store, Query(**asked), limit=1000)
    assert tuple(stream_claims(store, Query(**asked))) == page.rows
    told = {row.event.key for row in page.rows}
    assert told == {row.key for row in events(store, Query(**asked), limit=1000).rows}
    assert told == {row.key for row in stream_events(store, Query(**asked))}
    listed = articles(store, Query(**asked), limit=1000).rows
    assert {row.event.article.key for row in page.rows} == {row.key for row in listed}
    assert tuple(stream_articles(store, Query(**asked))) == listed
    return " ".join(sorted(row.event.article.id + row.key[-1] for row in page.rows))


@pytest.fixture
def full(store: Store) -> Store:
    keep(store, reading("a", SHELLED, TALKS, words="Rockets fell"), reading("b", PLANNED, published=NOON + DAY))
    keep(store, reading("c", BACK, outlet="Meridian Post", feed="post", language="de-AT", published=NOON - DAY))
    keep(store, reading("d", MISSION, language="en-GB", published=NOON + 2 * DAY, outlet=None, feed=None))
    return store


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, "a1 a2 b1 c1 d1"),
        ({"since": date(2026, 3, 9)}, "a1 b1 c1 d1"),
        ({"until": date(2026, 3, 8)}, "b1"),
        ({"since": date(2026, 3, 31), "until": date(2026, 4, 1)}, "b1"),
        ({"since": date(2026, 4, 1)}, ""),
        ({"published_since": NOON}, "a1 a2 b1 d1"),
        ({"published_until": NOON}, "c1"),
        ({"published_since": NOON, "published_until": NOON + DAY}, "a1 a2"),
        ({"place": "Oster"}, "a1"),
        ({"place": "óster"}, "a1"),
        ({"place": "place:Pendra"}, "a2"),
        ({"place": "--"}, ""),
        ({"country": "ORV"}, "a1 a2"),
        ({"near": Near(lat=12.5, lon=-34.25, km=1)}, "a1"),
        ({"near": Near(lat=12.5, lon=-34.25, km=50)}, "a1 a2"),
        ({"near": Near(lat=12.5, lon=-34.25, km=2000)}, "a1 a2"),
        ({"near": Near(lat=-40, lon=-179.9, km=20)}, "b1"),
        ({"near": Near(lat=-40, lon=179.95, km=20)}, "b1"),
        ({"near": Near(lat=-40, lon=179.5, km=20)}, ""),
        ({"near": Near(lat=-90, lon=0, km=5600)}, "b1"),
        ({"near": Near(lat=0, lon=0, km=20_037)}, "a1 a2 b1"),
        ({"actor": "ostrand-brigades"}, "a1 b1 c1"),
        ({"actor": "Ostrand Brigades"}, "a1 b1 c1"),
        ({"actor": "ORVREB"}, "a1 b1 c1"),
        ({"actor": "ORV"}, "a1 a2 b1 c1"),
        ({"actor": "UNO"}, "d1"),
        ({"actor": "TRV/government"}, "a2 d1"),
        ({"dyad": Dyad(actor="ORVREB", recipient="ORVMIL")}, "a1 b1 c1"),
        ({"dyad": Dyad(actor="ORVREB", recipient="ORVMIL", directed=True)}, "a1 b1"),
        ({"dyad": Dyad(actor="ORVMIL", recipient="ostrand-brigades", directed=True)}, "c1"),
        ({"dyad": Dyad(actor="TRV", recipient="ORV", directed=True)}, "a2"),
        ({"dyad": Dyad(actor="ORV", recipient="TRV", directed=True)}, ""),
        ({"dyad": Dyad(actor="ORV", recipient="TRV")}, "a2"),
        ({"dyad": Dyad(actor="ORV", recipient="ORV")}, "a1 b1 c1"),
        ({"dyad": Dyad(actor="UNO", recipient="TRV")}, "d1"),
        ({"country": "ORV", "since": date(2026, 3, 9)}, "a1"),
        ({"country": "TRV", "since": date(2026, 3, 31), "until": date(2026, 4, 1)}, "b1"),
        ({"country": "TRV", "since": date(2026, 4, 1)}, ""),
        ({"type": EventType.CONSULT}, "a2"),
        ({"mode": "visit"}, "a2"),
        ({"status": Status.PLANNED}, "b1"),
        ({"certainty": 0.9}, "a1 a2 c1 d1"),
        ({"certainty": 0.9, "status": Status.PLANNED}, ""),
        ({"outlet": "Meridian Post"}, "c1"),
        ({"feed": "observer"}, "a1 a2 b1"),
        ({"language": "en"}, "a1 a2 b1 d1"),
        ({"language": "de"}, "c1"),
        ({"language": "e"}, ""),
        ({"text": "rocket falling"}, ""),
        ({"text": "rockets"}, "a1 a2"),
        ({"text": "title -rockets"}, "b1 c1 d1"),
        ({"text": "'\") OR NEAR*"}, ""),
        ({"reader": "rules"}, "a1 a2 b1 c1 d1"),
        ({"reader": "neural"}, ""),
        ({"actor": "ORVREB", "type": EventType.ASSAULT, "country": "ORV", "status": Status.OCCURRED}, "a1"),
        ({"actor": "ORV", "near": Near(lat=12.5, lon=-34.25, km=1), "text": "rockets", "language": "en"}, "a1"),
        ({"place": "Oster", "country": "TRV"}, ""),
    ],
)
def test_a_query_finds(full: Store, asked: dict[str, object], expected: str) -> None:
    assert found(full, **asked) == expected


def test_a_row_has_the_words_to_be_shown(full: Store) -> None:
    (row,) = claims(full, Query(place="Oster")).rows
    event = row.event
    assert (event.words, event.actors[0].words, event.recipients[0].words) == (
        "assault",
        "the Ostrand Brigades",
        "Orvanian troops",
    )
    assert (event.places[0].words, event.places[0].country, event.reader) == ("Oster", "ORV", "rules")
    assert row.words == "the Ostrand Brigades assault Orvanian troops Oster"
    assert (row.chain[0].words, row.chain[0].name, row.status) == ("said Ilva", "Ilva", Status.OCCURRED)
    article = event.article
    assert (article.title, article.outlet, article.published_at) == ("Title of a", "The Pendra Observer", NOON)
    assert row.key == f"{event.reading}/c1" and article.kept


def test_the_newest_come_first(full: Store) -> None:
    assert [row.event.article.id for row in claims(full).rows] == ["d", "b", "a", "a", "c"]


def test_a_date_in_the_future_is_not_believed(store: Store) -> None:
    keep(store, reading("later", SHELLED, published=NOON + 10_000 * DAY), seen_at=NOON)
    keep(store, reading("undated", SHELLED, published=None), seen_at=NOON - DAY)
    assert [row.event.article.at for row in claims(store).rows] == [NOON, NOON - DAY]
    assert found(store, published_since=NOON) == "later1"


def test_a_reading_that_another_follows_is_found_as_of_its_time(store: Store) -> None:
    keep(store, reading("a", SHELLED), seen_at=NOON)
    with store.batch() as batch:
        then = batch.recorded_at
    doubted = SHELLED._replace(status=Status.HYPOTHETICAL)
    keep(store, reading("a", doubted, version="2"), reading("b", BACK), seen_at=NOON + DAY)
    assert found(store) == "a1 b1"
    assert found(store, status=Status.OCCURRED) == "b1"
    assert found(store, as_of=then, status=Status.OCCURRED) == "a1"
    assert found(store, as_of=then, status=Status.HYPOTHETICAL) == ""
    assert found(store, as_of=NOON, clock=Clock.SEEN, status=Status.HYPOTHETICAL) == "a1"
    assert found(store, as_of=NOON - DAY, clock=Clock.SEEN) == ""
    assert found(store, as_of=datetime(2020, 1, 1, tzinfo=UTC)) == ""


def test_several_readers_are_told_apart(store: Store) -> None:
    keep(store, reading("a", SHELLED), reading("a", SHELLED, TALKS, reader="neural"))
    assert found(store) == "a1 a1 a2"
    assert found(store, reader="neural") == "a1 a2"


def test_pages_follow_each_other(full: Store) -> None:
    first = claims(full, limit=2)
    second = claims(full, after=first.next, limit=3)
    assert second.next is None
    assert (*first.rows, *second.rows) == claims(full).rows


def test_a_cursor_of_another_query_is_refused(full: Store) -> None:
    cursor = claims(full, limit=1).next
    with pytest.raises(UsageError, match="another query"):
        claims(full, Query(actor="ORV"), after=cursor)
    with pytest.raises(UsageError, match="another query"):
        events(full, after=cursor)


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_has_a_size(store: Store, limit: int) -> None:
    with pytest.raises(UsageError, match="1 to 1000 rows"):
        claims(store, limit=limit)


def test_an_empty_store_has_an_empty_page(store: Store) -> None:
    page = claims(store)
    assert (page.rows, page.next) == ((), None)
