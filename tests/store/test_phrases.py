import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.store.phrases import Wanted, parse, to_fts5, to_tsquery
from reportedly.store.words import lexemes

odd = st.text("ab -\"'*():&|!<>\\^+NEAR\0\u0301東“–{}", max_size=40) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("words", "wanted", "excluded"),
    [
        ("drone strikes", (("drone",), ("strike",)), ()),
        ('"air base" -denied', (("air", "base"),), (("deni",),)),
        ('-"air base" oster', (("oster",),), (("air", "base"),)),
        ("Tarvosia-backed", (("tarvosia", "back"),), ()),
        ('"unclosed phrase', (("unclos", "phrase"),), ()),
        ("“typed well”", (("type", "well"),), ()),
        ("drone drones", (("drone",),), ()),
        ("- -- \"\" '' () AND*", (("and",),), ()),
        ("", (), ()),
    ],
)
def test_words_mean_this(words: str, wanted: tuple[object, ...], excluded: tuple[object, ...]) -> None:
    assert parse(words) == Wanted(wanted=wanted, excluded=excluded)


@given(odd)
def test_whatever_is_typed_fts5_takes_it(words: str) -> None:
    asked = to_fts5(parse(words))
    with sqlite3.connect(":memory:") as base:
        base.execute("CREATE VIRTUAL TABLE t USING fts5(title, words, tokenize='ascii')")
        assert asked is None or base.execute("SELECT count(*) FROM t WHERE t MATCH ?", (asked,)).fetchone() == (0,)
    base.close()


@given(odd)
def test_nothing_wanted_is_nothing_asked(words: str) -> None:
    looked = parse(words)
    assert (to_fts5(looked) is None) == (to_tsquery(looked) is None) == (not looked.wanted)


@given(odd)
def test_no_quote_gets_into_the_languages_of_the_databases(words: str) -> None:
    asked = (to_tsquery(parse(words)) or "") + lexemes(words, words)
    assert not set(asked) & set('\\"\0')
    assert asked.count("'") % 2 == 0


def test_an_endless_question_is_cut() -> None:
    assert len(parse(" ".join(f"w{number}" for number in range(999))).wanted) == 64
