import pytest

from reportedly.extract.tense import happened, tense_around
from reportedly.extract.time_nouns import Tense
from reportedly.schema import Span


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The council will meet on Friday", Tense.FUTURE),
        ("The rally is scheduled for Friday", Tense.FUTURE),
        ("He is due in court on Friday", Tense.FUTURE),
        ("She is likely to appear on Friday", Tense.FUTURE),
        ("The council met on Friday", Tense.PAST),
        ("He said on Friday", Tense.PAST),
        ("It was closed due to the attack of Friday", Tense.PAST),
        ("They will go, he said on Friday", Tense.PAST),
        ("Friday", Tense.PAST),
        ("He said he would go. The vote of Friday", Tense.PAST),
        ("Sen. Tamm will speak in Var on Friday", Tense.FUTURE),
    ],
)
def test_the_nearest_verb_decides(text: str, tense: Tense) -> None:
    assert tense_around(text, Span(len(text) - 6, len(text))) is tense


def test_a_verb_behind_decides_where_none_stands_before() -> None:
    assert tense_around("On Friday the council will meet.", Span(3, 9)) is Tense.FUTURE
    assert tense_around("On Friday the council met.", Span(3, 9)) is Tense.PAST


def test_a_verb_that_looks_back_and_on_say_that_it_happened() -> None:
    assert happened("The ship was taken on Friday", Span(22, 28))
    assert not happened("They had fixed Friday", Span(15, 21))
    assert not happened("It burns on Friday", Span(12, 18))
