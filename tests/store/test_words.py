"""Words are cut and folded alike for both databases."""

import pytest
from sqlalchemy import text

from handmade import ARABIC, BY_HAND
from reportedly.schema import Article, Reading
from reportedly.store import Store
from reportedly.store.words import joined, lexemes
from stores import keep

COUNT = {
    True: "SELECT count(*) FROM words WHERE words @@ phraseto_tsquery('simple', :words)",
    False: "SELECT count(*) FROM words WHERE words MATCH '\"' || :words || '\"'",
}


def test_a_lexeme_says_where_and_how_weighty() -> None:
    assert lexemes("Port shelled", "The port's pier") == "'port':1A,14 'shell':2A 'the':13 's':15 'pier':16"
    assert lexemes(None, "a " * 300).count(",") == 255
    assert len(lexemes(None, " ".join(map(str, range(200_000))))) < 2**20
    assert joined(None) == ""


@pytest.mark.parametrize("words", ["shelled oster", "hudaydah", "يوم الاحد", "smith 12"])
def test_both_databases_find_the_same(store: Store, words: str) -> None:
    content = f"The Brigades shelled Öster. Al-Ḥudaydah's port; O'Neill & Smith: 12 dead. {ARABIC}"
    keep(store, Reading(article=Article(id="a", title="Oster", text=content), provenance=BY_HAND))
    with store.looking() as connection:
        assert connection.scalar(text(COUNT[store.on_postgresql]), {"words": joined(words)}) == 1
        assert connection.scalar(text(COUNT[store.on_postgresql]), {"words": joined("oster shelled")}) == 0


def test_a_very_long_text_is_kept(store: Store) -> None:
    content = " ".join(f"w{number}" for number in range(150_000)) + " " + "x" * 5_000
    keep(store, Reading(article=Article(id="a", text=content), provenance=BY_HAND))
    assert next(store.export()).article.text == content
