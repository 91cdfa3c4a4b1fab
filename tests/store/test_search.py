"""Full-text search, in both kinds of database."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import UsageError
from reportedly.store import Store
from reportedly.store.query import Query
from reportedly.store.search import search
from told import DAY, NOON, Told, reading

TEXTS = {
    "a": "Rockets fell on the air base near Oster. Nobody was hurt",
    "b": "The base in the air: balloons over Łódź, and a rocket",
    "c": "Militias denied the attacks, they said in a café",
    "d": "Ракети впали на базу",
}


@pytest.fixture
def full(store: Store) -> Store:
    with store.batch() as batch:
        for number, (name, words) in enumerate(TEXTS.items()):
            each = reading(name, Told(), words=words, published=NOON + number * DAY)
            batch.reading(each, article=batch.article(each.article))
    return store


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("rocket", "ab"),
        ("ROCKETS", "ab"),
        ('"air base"', "a"),
        ("air base", "ab"),
        ('rocket -"air base"', "b"),
        ("lodz", "b"),
        ("łodz", "b"),
        ("cafe attack", "c"),
        ("ракети", "d"),
        ("-rocket", ""),
        ("", ""),
        ("title", "abcd"),
        ('"of a"', "a"),
        ("rocket nowhere", ""),
    ],
)
def test_words_find_articles(full: Store, words: str, found: str) -> None:
    assert "".join(sorted(hit.article.id for hit in search(full, words).rows)) == found


def test_a_snippet_shows_why(full: Store) -> None:
    (hit,) = search(full, '"air base" oster').rows
    assert hit.snippet is not None
    text = full.article(hit.article.key).text
    assert [mark.of(text) for mark in hit.snippet.marks] == ["air base", "Oster", "Oster"]
    assert hit.snippet.span.of(text) == hit.snippet.words
    assert hit.rank > 0


def test_a_word_of_the_title_weighs_more(store: Store) -> None:
    with store.batch() as batch:
        for name, words in (("other", "drones"), ("drones", "other")):
            batch.article(reading(name, Told(), words=f"{words} and a lot of further words").article)
    assert [hit.article.id for hit in search(store, "drones").rows] == ["drones", "other"]


def test_a_query_narrows_a_search(full: Store) -> None:
    assert [hit.article.id for hit in search(full, "rocket", Query(published_since=NOON + DAY)).rows] == ["b"]
    assert search(full, "rocket", Query(actor="XXX")).rows == ()


def test_pages_of_a_search_are_the_whole(full: Store) -> None:
    whole = search(full, "title").rows
    hits, after = [], None
    for _ in whole:
        page = search(full, "title", after=after, limit=1)
        hits += page.rows
        after = page.next
    assert (tuple(hits), after) == (whole, None)


def test_a_cursor_of_another_search_is_refused(full: Store) -> None:
    cursor = search(full, "title", limit=1).next
    with pytest.raises(UsageError, match="another query"):
        search(full, "rocket", after=cursor)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text("ab -\"'*():&|!<>\\^+NEAR\0\u0301東“–{}", max_size=30) | st.text(max_size=30))
def test_whatever_is_typed_is_no_error(full: Store, words: str) -> None:
    assert {hit.article.id for hit in search(full, words).rows} <= set(TEXTS)
