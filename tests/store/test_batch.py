"""What a batch keeps, what it refuses, and what holds afterwards."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import delete, func, select
from sqlalchemy.exc import DBAPIError

from handmade import ARABIC, BY_HAND, militia
from reportedly.errors import CodecError, StoreError
from reportedly.schema import Article, Capture, Issue, Judgement, JudgementKind, Provenance, Reading, Verdict
from reportedly.store import Store, open_store
from reportedly.store.tables import bodies, claims, participants, versions
from stores import Hands, keep

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PAGE = Capture(name="page", url="https://mail.example/1", media_type="text/html", body=b"<p>Calm</p>" * 99)
OTHER = Provenance(reader="hand", version="1", model="none", config="0")


def current(store: Store) -> list[str]:
    return [each.provenance.version for each in store.export(current=True)]


def test_a_body_is_kept_once_for_all_its_captures(store: Store) -> None:
    with store.batch() as batch:
        ids = {batch.capture(each) for each in (PAGE, replace(PAGE, url="https://mail.example/2"), PAGE)}
    assert len(ids) == 2
    assert (store.counts().captures, store.counts().bodies) == (2, 1)
    with store.looking() as connection:
        assert len(connection.scalar(select(bodies.c.data)) or b"") < len(PAGE.body) / 4


def test_one_error_takes_the_whole_batch_back(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.batch() as batch:
        batch.capture(PAGE)
        raise ZeroDivisionError
    assert store.counts().captures == 0


def test_text_that_is_none_is_refused_and_the_batch_goes_on(store: Store) -> None:
    broken = Article(id="broken", text="half a pair: \ud83d")
    with store.batch() as batch:
        for refuse in (lambda: batch.article(broken), lambda: batch.capture(replace(PAGE, url=None, name="\udc80"))):
            with pytest.raises(CodecError, match="mend its text"):
                refuse()
        batch.capture(PAGE)
    assert (store.counts().captures, store.counts().articles) == (1, 0)


@pytest.mark.parametrize(
    "text", ["NUL \0 in the middle", "😀 \U0010ffff", ARABIC, "e\u0301 is not \u00e9", "\ufffe\r\n"]
)
def test_any_text_survives(store: Store, text: str) -> None:
    article = Article(id=text, title=text, url=text, outlet=text, text=text)
    reading = Reading(article=article, provenance=Provenance(reader=text, version=text, model=text, config=text))
    keep(store, reading)
    assert list(store.export()) == [reading]


def test_long_names_are_kept_whole(store: Store) -> None:
    article = Article(id="x" * 20_000, url="https://mail.example/" + "й" * 20_000, text="Calm.")
    keep(store, Reading(article=article, provenance=BY_HAND))
    assert next(store.export()).article == article
    with store.batch() as batch:
        batch.position("p" * 9_000, "f", 3, False)
    assert store.position("p" * 9_000) is not None
    assert store.position("p" * 9_001) is None


def test_a_reading_needs_its_article(store: Store) -> None:
    reading = militia()
    with store.batch() as batch:
        with pytest.raises(StoreError, match="is not of article"):
            batch.reading(reading, article="0" * 32)
        with pytest.raises(StoreError, match="the store has no row"):
            batch.article(reading.article, capture="0" * 32)
        key = batch.article(reading.article)
    assert list(store.unread(BY_HAND)) == [(key, reading.article)]
    with pytest.raises(StoreError, match="the store has no article"):
        store.article("0" * 32)
    with pytest.raises(StoreError, match="the store has no reading"):
        store.reading("0" * 32)


def test_a_later_reading_takes_the_place_of_the_one_before(store: Store) -> None:
    first, second = militia(), replace(militia(), provenance=OTHER)
    (key,) = keep(store, first)
    assert current(store) == ["0"]
    keep(store, second)
    keep(store, first)  # is there already, and so does not come back
    assert current(store) == ["1"]
    assert store.reading(key) == first
    with store.looking() as connection:
        for table in (versions, claims, participants):
            ended = connection.scalars(select(table.c.superseded_at).order_by(table.primary_key.columns[0])).all()
            assert (ended[0] is None, ended[-1] is None) == (False, True)


def test_another_readers_reading_stands_beside_it(store: Store) -> None:
    keep(store, militia(), replace(militia(), provenance=replace(OTHER, reader="chat")))
    assert current(store) == ["0", "1"] or current(store) == ["1", "0"]


def test_the_same_piece_through_another_feed_takes_the_place_of_the_first(store: Store) -> None:
    again = replace(militia(), article=replace(militia().article, feed="another"))
    keep(store, militia(), again)
    assert store.counts().articles == 2
    assert [each.article.feed for each in store.export(current=True)] == ["another"]


def test_what_was_current_then_is_seen_as_of_then(tmp_path: Path) -> None:
    clock = Hands(NOON)
    with open_store(str(tmp_path / "s.db"), clock=clock) as store:
        keep(store, militia())
        clock.wait(3600)
        keep(store, replace(militia(), provenance=OTHER))
        then = NOON + timedelta(minutes=5)
        assert [each.provenance.version for each in store.export(as_of=then, current=True)] == ["0"]
        assert current(store) == ["1"]


def test_a_clock_that_jumps_back_records_nothing_in_the_past(tmp_path: Path) -> None:
    clock = Hands(NOON)
    with open_store(str(tmp_path / "s.db"), clock=clock) as store:
        moments = []
        for step in (0, -86_400, 0, 60):
            clock.wait(step)
            with store.batch() as batch:
                batch.issue(Issue(where=str(step), problem="none", remedy="none"), at=clock.now())
                moments.append(batch.recorded_at)
        assert moments == [NOON + timedelta(microseconds=each) for each in range(4)]


def test_a_reader_that_says_two_things_is_an_issue_and_the_first_stays(store: Store) -> None:
    later = replace(militia(), provenance=replace(BY_HAND, read_at=NOON))
    other = replace(militia(), claims=militia().claims[:1])
    (key,) = keep(store, militia())
    assert keep(store, later) == [key]
    assert list(store.issues()) == []
    assert keep(store, other) == keep(store, other) == [key]
    (noted,) = store.issues()
    assert noted.issue.problem.startswith("read again, reader hand (none) says something else")
    assert store.reading(key) == militia()


def test_judgements_and_issues_come_back(store: Store) -> None:
    judged = Judgement(
        kind=JudgementKind.EVENT, left="a", right="b", verdict=Verdict.SAME, reasons=("one day",), author="person Ada",
        judged_at=NOON,
    )  # fmt: skip
    with store.batch() as batch:
        first = batch.judgement(judged)
        batch.judgement(replace(judged, verdict=Verdict.UNSURE, replaces=first))
        for hour in (2, 1):
            batch.issue(Issue(where="w", problem=str(hour), remedy="r"), at=NOON + timedelta(hours=hour))
    assert [each.replaces for each in store.judgements("b")] == [None, first]
    assert store.judgements("c") == ()
    assert [each.issue.problem for each in store.issues()] == ["1", "2"]
    assert [each.issue.problem for each in store.issues(since=NOON + timedelta(hours=2))] == ["2"]


def test_unread_goes_on_with_what_is_added_meanwhile(store: Store) -> None:
    some = [militia(f"a{number}") for number in range(3)]
    with store.batch() as batch:
        for each in some:
            batch.article(each.article)
    left = store.unread(BY_HAND)
    key, article = next(left)
    with store.batch() as batch:
        batch.reading(some[0], article=key)
    assert [each.id for _, each in left] == ["a1", "a2"]
    assert article.id == "a0"
    assert [each.id for _, each in store.unread(BY_HAND)] == ["a1", "a2"]


def test_who_looks_sees_one_state_throughout(store: Store) -> None:
    with store.looking() as connection:
        count = select(func.count()).select_from(versions)
        assert connection.scalar(count) == 0
        keep(store, militia())
        assert connection.scalar(count) == 0
    assert store.counts().readings == 1


def test_who_only_looks_cannot_write_to_a_server(store: Store) -> None:
    if store.on_postgresql:
        with pytest.raises(DBAPIError, match="read-only"), store.looking() as connection:
            connection.execute(delete(versions))
    keep(store, militia())  # the connection comes back able to write
    assert store.counts().readings == 1
