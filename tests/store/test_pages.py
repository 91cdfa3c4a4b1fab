"""Laws of pages: together they are the whole list, and what was known stays known."""

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.schema import EventType, Reading, Status
from reportedly.store import Store
from reportedly.store.queries import articles, claims, events
from reportedly.store.query import Clock, Dyad, Near, Query
from told import NAMES, NOON, TOWNS, Told, reading

few = settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
days = st.none() | st.sampled_from([NOON.date() + timedelta(days=n) for n in range(-2, 3)])
told = st.builds(
    Told,
    type=st.sampled_from([EventType.ASSAULT, EventType.AID]),
    actor=st.sampled_from(sorted(NAMES)),
    recipient=st.sampled_from(sorted(NAMES)),
    place=st.none() | st.sampled_from(sorted(TOWNS)),
    country=st.sampled_from(["ORV", None]),
    day=days,
    days=st.sampled_from([0, 1, 40]),
    status=st.sampled_from([Status.OCCURRED, Status.PLANNED]),
    mode=st.none(),
    certainty=st.sampled_from([0.2, 0.9]),
)
moments = st.none() | st.sampled_from([NOON + timedelta(hours=n) for n in (-30, 0, 30)])
batches = st.lists(
    st.lists(st.tuples(st.lists(told, max_size=3), moments, st.sampled_from("abc")), max_size=4), max_size=2
)
queries = st.builds(
    Query,
    since=days,
    actor=st.none() | st.sampled_from(["ORV", "ostrand-brigades", "Tarvosia", "UNO"]),
    dyad=st.none() | st.just(Dyad(actor="ORV", recipient="TRV")),
    place=st.none() | st.just("Oster"),
    country=st.none() | st.just("ORV"),
    near=st.none() | st.sampled_from([Near(lat=12.5, lon=-34.2, km=30), Near(lat=0, lon=0, km=9000)]),
    type=st.none() | st.just(EventType.ASSAULT),
    status=st.none() | st.just(Status.PLANNED),
    text=st.none() | st.just("title"),
    feed=st.none() | st.just("observer"),
    published_since=st.none() | st.just(NOON),
)


def readings(of: list[tuple[list[Told], datetime | None, str]], start: int) -> list[Reading]:
    """One article each, with ties in time, some without a date."""
    return [
        reading(f"{start}-{n}", *told, published=published, outlet=f"Post {letter}")
        for n, (told, published, letter) in enumerate(of)
    ]


def fill(store: Store, given: list[list[tuple[list[Told], datetime | None, str]]]) -> list[datetime]:
    """Keep batch after batch; the moments of the batches."""
    kept = []
    for number, batch_of in enumerate(given):
        with store.batch() as batch:
            kept.append(batch.recorded_at)
            for each in readings(batch_of, number + 100 * _filled(store)):
                batch.reading(each, article=batch.article(each.article, seen_at=NOON))
    return kept


def _filled(store: Store) -> int:
    return store.counts().articles


@few
@given(given=batches, query=queries, size=st.integers(1, 4))
def test_pages_together_are_the_whole_list(
    store: Store, given: list[list[tuple[list[Told], datetime | None, str]]], query: Query, size: int
) -> None:
    fill(store, given)
    for ask in (claims, events, articles):
        whole = ask(store, query, limit=1000)
        assert whole.next is None
        parts, after = [], None
        while True:
            page = ask(store, query, after=after, limit=size)
            assert len(page.rows) <= size
            parts += page.rows
            after = page.next
            if after is None:
                break
        assert tuple(parts) == whole.rows
        assert len({row.key for row in parts}) == len(parts)


@few
@given(first=batches, later=batches, query=queries)
def test_what_was_known_stays_known(
    store: Store,
    first: list[list[tuple[list[Told], datetime | None, str]]],
    later: list[list[tuple[list[Told], datetime | None, str]]],
    query: Query,
) -> None:
    kept = fill(store, first)
    then = kept[-1] if kept else datetime(2020, 1, 1, tzinfo=UTC)
    asked = Query(**{name: getattr(query, name) for name in Query.__struct_fields__} | {"as_of": then})
    before = [ask(store, asked, limit=1000) for ask in (claims, events, articles)]
    again = [[(told, published, "z") for told, published, _ in batch] for batch in first]
    fill(store, [*later, *again])
    assert [ask(store, asked, limit=1000) for ask in (claims, events, articles)] == before


def test_the_clock_of_sight_goes_by_what_was_seen(store: Store) -> None:
    with store.batch() as batch:
        for day in (0, 5):
            each = reading(f"seen {day}", Told(), published=None)
            batch.reading(each, article=batch.article(each.article, seen_at=NOON + timedelta(days=day)))
    asked = Query(as_of=NOON + timedelta(days=1), clock=Clock.SEEN)
    assert [row.event.article.id for row in claims(store, asked).rows] == ["seen 0"]
