import pytest

from reportedly.extract.numerals import worth


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2,500", 2500),
        ("2.5 million", 2_500_000),
        ("3 bn", 3_000_000_000),
        ("twenty - three", 23),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("two thousand three hundred", 2300),
        ("1 million 200 thousand", 1_200_000),
        ("half a million", 500_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("1.1", 1.1),
    ],
)
def test_a_number_in_words_or_figures(words: str, value: float) -> None:
    assert worth(words.split())[:2] == (value, value)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("tens", 20, 99),
        ("dozens", 24, 99),
        ("scores", 40, 99),
        ("hundreds", 200, 999),
        ("thousands", 2000, 9999),
        ("tens of thousands", 20_000, 99_999),
        ("hundreds of thousands", 200_000, 999_999),
        ("millions", 2_000_000, 9_999_999),
        ("hundreds of billions", 200_000_000_000, 999_000_000_000),
        ("several hundred", 200, 999),
        ("a few hundred", 200, 999),
        ("several dozen", 24, 99),
        ("a couple of hundred", 200, 200),
        ("a few billion", 2_000_000_000, 9_999_999_999),
        ("a handful", 3, 9),
    ],
)
def test_plural_words_are_ranges(words: str, low: int, high: int) -> None:
    assert worth(words.split()) == (low, high, True)


def test_no_number_is_an_error() -> None:
    with pytest.raises(ValueError, match="no number"):
        worth(["of", "the"])
