import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.knowledge import folding
from reportedly.store.stems import stem

ENDINGS = ["s", "es", "ed", "ing", "ational", "ization", "iveness", "ful", "ness", "ion", "ate", "er", "y", "ly", "ee"]
made = st.tuples(st.text("abcdefghilmnoprstuvyz", min_size=1, max_size=8), st.sampled_from(ENDINGS)).map("".join)


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("attack attacks attacked attacking", "attack"),
        ("militia militias", "militia"),
        ("strike strikes", "strike"),
        ("negotiate negotiated negotiation negotiations", "negoti"),
        ("relational", "relat"),
        ("hopping", "hop"),
        ("falling", "fall"),
        ("agreed", "agre"),
        ("sky", "sky"),
        ("a is at 40th", None),
    ],
)
def test_words_share_a_stem(words: str, same: str | None) -> None:
    for word in words.split():
        assert stem(word) == (same or word)


@given(st.lists(made, min_size=1, max_size=30))
def test_it_is_the_stemmer_of_sqlite(words: list[str]) -> None:
    with sqlite3.connect(":memory:") as base:
        base.execute("CREATE VIRTUAL TABLE t USING fts5(w, tokenize='porter ascii')")
        base.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, row)")
        for word in words:
            base.execute("DELETE FROM t")
            base.execute("INSERT INTO t VALUES (?)", (word,))
            assert base.execute("SELECT term FROM v").fetchall() == [(stem(word),)], word
    base.close()


@given(st.text(max_size=20))
def test_any_word_has_a_stem(word: str) -> None:
    assert len(stem(folding.normal(word))) <= len(folding.normal(word)) + 1
