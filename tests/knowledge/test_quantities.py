from reportedly.knowledge.quantities import quantity_words
from reportedly.schema import Counted


def test_every_kind_of_the_codebook_has_its_words() -> None:
    words = quantity_words()
    assert set(words.counted) == set(Counted) - {Counted.MONEY}
    assert words.currencies.symbols["$"] == "USD"


def test_a_noun_counts_one_kind_of_thing() -> None:
    nouns = [noun for kind in quantity_words().counted.values() for noun in kind]
    assert len(nouns) == len(set(nouns))
    assert not set(nouns) & quantity_words().things


def test_plural_words_are_the_ranges_of_the_codebook() -> None:
    plurals = quantity_words().plurals
    assert plurals["dozens"] == (24, 99)
    assert plurals["scores"] == (40, 99)
    assert plurals["hundreds"] == (200, 999)
    assert plurals["thousands"] == (2000, 9999)


def test_a_bound_means_one_thing() -> None:
    bounds = quantity_words().bounds
    phrases = [*bounds.least, *bounds.more, *bounds.most, *bounds.most_about, *bounds.less, *bounds.about]
    assert len(phrases) == len(set(phrases))
