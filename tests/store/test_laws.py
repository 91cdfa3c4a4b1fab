"""Laws: adding twice changes nothing, the order of adding does not matter, what comes out is what went in."""

from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from reportedly.codec import encode
from reportedly.schema import Capture, Fetch, Judgement, Poll, PollState, Reading
from reportedly.store import Store, keys, open_store
from reportedly.store.tables import PROJECTED, findable
from stores import Fresh, Hands, keep
from strategies import NOUNS, readings

many = st.lists(readings(), min_size=1, max_size=4, unique_by=lambda each: reading_key(each))  # noqa: PLW0108 - it stands below
law = settings(
    max_examples=12,
    phases=(Phase.explicit, Phase.generate),  # to shrink an example takes minutes where each makes a database
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
START = datetime(2026, 3, 1, tzinfo=UTC)


def reading_key(reading: Reading) -> str:
    return keys.reading_key(keys.article_key(reading.article), reading.provenance)


def in_order(some: list[Reading]) -> list[Reading]:
    """As an export gives them."""
    return sorted(some, key=lambda each: (findable(each.article.id), keys.article_key(each.article), reading_key(each)))


def everything(store: Store) -> tuple[object, ...]:
    return store.digest(), store.counts(), list(store.export()), list(store.issues())


@law
@given(many)
def test_what_comes_out_is_what_went_in(fresh: Fresh, some: list[Reading]) -> None:
    store = fresh()
    known = keep(store, *some)
    assert list(store.export()) == in_order(some)
    assert [store.reading(key) for key in known] == some
    assert all(store.has_reading(keys.article_key(each.article), each.provenance) for each in some)


@law
@given(many, st.lists(NOUNS[Capture], max_size=3), st.lists(NOUNS[Judgement], max_size=3))
def test_adding_twice_changes_nothing(
    fresh: Fresh, some: list[Reading], captured: list[Capture], judged: list[Judgement]
) -> None:
    store = fresh()

    def add() -> tuple[list[str], list[str], list[str]]:
        with store.batch() as batch:
            ids = [batch.capture(each) for each in captured], [batch.judgement(each) for each in judged]
        return keep(store, *some), *ids

    first, before = add(), everything(store)
    assert add() == first
    assert everything(store) == before
    assert len(set(first[1])) == before[1].captures  # type: ignore[attr-defined]


@law
@given(many, st.data())
def test_the_order_of_adding_does_not_matter(fresh: Fresh, some: list[Reading], data: st.DataObject) -> None:
    one, other = fresh(), fresh()
    keep(one, *some)
    for each in data.draw(st.permutations(some)):
        keep(other, each)
    assert list(one.export()) == list(other.export())
    assert one.digest() == other.digest()


@law
@given(many, st.lists(st.integers(-5, 5), min_size=4, max_size=4))
def test_as_of_sees_exactly_what_was_recorded_by_then(
    addresses: Callable[[], str], some: list[Reading], steps: list[int]
) -> None:
    clock = Hands(START)
    with open_store(addresses(), clock=clock) as store:
        moments = []
        for each, step in zip(some, steps, strict=False):
            clock.wait(step)  # the clock may jump back
            with store.batch() as batch:
                batch.reading(each, article=batch.article(each.article))
                moments.append(batch.recorded_at)
        assert moments == sorted(set(moments))
        for known, moment in enumerate(moments, 1):
            assert list(store.export(as_of=moment)) == in_order(some[:known])
        assert list(store.export(as_of=START.replace(year=2025))) == []


@law
@given(st.lists(NOUNS[Poll], max_size=3), st.lists(NOUNS[Fetch], max_size=3))
def test_any_poll_and_fetch_is_kept_once(fresh: Fresh, polls: list[Poll], fetches: list[Fetch]) -> None:
    store = fresh()
    for _ in range(2):
        with store.batch() as batch:
            logged = {batch.fetch(each) for each in fetches}
            for poll in polls:
                batch.poll(poll, PollState(feed=poll.feed, interval=600.0, next_at=START))
    assert store.counts().fetches == len(logged)
    for feed in {each.feed for each in polls}:
        mine = {keys.poll_id(each): each for each in polls if each.feed == feed}
        assert sorted(map(encode, store.polls(feed))) == sorted(map(encode, mine.values()))


@law
@given(many)
def test_a_rebuild_makes_the_same_projections(fresh: Fresh, some: list[Reading]) -> None:
    store = fresh()
    keep(store, *some)

    def projections() -> list[list[object]]:
        with store.looking() as connection:
            return [
                [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
                for table in PROJECTED
            ]

    before = projections()
    assert store.rebuild() == len(some)
    assert projections() == before
