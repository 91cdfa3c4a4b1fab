import re

from reportedly.knowledge.abbreviations import abbreviations

SETS = ("before_name", "before_number", "inside", "final", "clock", "places", "months")


def test_an_abbreviation_stands_in_one_set() -> None:
    known = abbreviations()
    words = [word for name in SETS for word in getattr(known, name)]
    assert len(words) > 200
    assert len(words) == len(set(words))


def test_words_are_in_lower_case_without_their_last_stop() -> None:
    known = abbreviations()
    for name in (*SETS, "openers", "marks", "spoken", "clock_follows"):
        assert all(word == word.lower() and re.fullmatch(r"\S*[^.\s]", word) for word in getattr(known, name)), name
