from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.quantities import NumberKind, find
from reportedly.knowledge.quantities import quantity_words
from reportedly.schema import Span

PIECES = st.sampled_from(
    [
        "2,500",
        "3",
        "2016",
        "19",
        "million",
        "bn",
        "$",
        "€",
        "dozens",
        "hundreds of",
        "half a",
        "at least",
        "more than",
        "up to",
        "between",
        "and",
        "to",
        "-",
        "twenty",
        "three",
        "hundred",
        "troops",
        "people",
        "killed",
        "percent",
        "May",
        "F-16",
        "1.5",
        "9/11",
        "years",
        "old",
        ",",
        ".",
        "\n",
        "0",
        "1" * 30,
    ]
)


def only(text: str) -> tuple[str, float | int | None, float | int | None, bool]:
    (number,) = find(text)
    return number.span.of(text), number.low, number.high, number.approx


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "approx"),
    [
        ("The fort houses some 3,400 troops.", "some 3,400", 3400, 3400, True),
        ("About 30 people work there.", "About 30", 30, 30, True),
        ("It killed nearly 2,200.", "nearly 2,200", 2200, 2200, True),
        ("An estimated 1,300 dockers marched.", "An estimated 1,300", 1300, 1300, True),
        ("At least two people died.", "At least two", 2, None, False),
        ("No fewer than 40 huts burned.", "No fewer than 40", 40, None, False),
        ("More than 240 were killed.", "More than 240", 241, None, False),
        ("Over half a million fled.", "Over half a million", 500_001, None, False),
        ("More than two dozen governors came.", "More than two dozen", 25, None, False),
        ("Up to 32 civilians died.", "Up to 32", 0, 32, False),
        ("As many as 140 may be dead.", "As many as 140", 0, 140, True),
        ("to less than 1,000 soldiers", "less than 1,000", 0, 999, False),
        ("Fewer than ten stayed.", "Fewer than ten", 0, 9, False),
        ("with 80-200 warheads", "80-200", 80, 200, False),
        ("between 10 and 15 tanks", "between 10 and 15", 10, 15, False),
        ("10 to 15 tanks", "10 to 15", 10, 15, False),
        ("two or three men", "two or three", 2, 3, False),
        ("2 to 3 million people", "2 to 3 million", 2_000_000, 3_000_000, False),
        ("Twenty-three were hurt.", "Twenty-three", 23, 23, False),
        ("Twenty - two voted.", "Twenty - two", 22, 22, False),
        ("At least 200 to 250 people are trapped.", "At least 200 to 250", 200, 250, False),
        ("two to three dozen men", "two to three dozen", 24, 36, True),
        ("as few as 50 men", "as few as 50", 50, None, False),
        ("a half-dozen drones", "half-dozen", 6, 6, True),
        ("dozens of fighters", "dozens", 24, 99, True),
        ("tens of thousands of people", "tens of thousands", 20_000, 99_999, True),
        ("several hundred men", "several hundred", 200, 999, True),
        ("a dozen officials", "a dozen", 12, 12, True),
        ("only one soldier", "one", 1, 1, False),
        ("The army had 2000 tanks.", "2000", 2000, 2000, False),
    ],
)
def test_counts_with_their_bounds(text: str, words: str, low: int, high: int | None, approx: bool) -> None:
    assert only(text) == (words, low, high, approx)


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("worth $3bn", "$3bn", 3_000_000_000, 3_000_000_000, "USD"),
        ("paid $ 1.7 billion", "$ 1.7 billion", 1_700_000_000, 1_700_000_000, "USD"),
        ("a $1.5-trillion effort", "$1.5-trillion", 1_500_000_000_000, 1_500_000_000_000, "USD"),
        ("£59.5 million", "£59.5 million", 59_500_000, 59_500_000, "GBP"),
        ("US$5 million", "US$5 million", 5_000_000, 5_000_000, "USD"),
        ("2.3bn euros", "2.3bn euros", 2_300_000_000, 2_300_000_000, "EUR"),
        ("over 9 billion euros", "over 9 billion euros", 9_000_000_000, None, "EUR"),
        ("up to $20bn", "up to $20bn", 0, 20_000_000_000, "USD"),
        ("200 dinars", "200 dinars", 200, 200, "IQD"),
        ("millions of dollars", "millions of dollars", 2_000_000, 9_999_999, "USD"),
        ("$10-15 million", "$10-15 million", 10_000_000, 15_000_000, "USD"),
    ],
)
def test_money(text: str, words: str, low: float, high: float | None, unit: str) -> None:
    (number,) = find(text)
    assert (number.span.of(text), number.low, number.high) == (words, low, high)
    assert (number.kind, number.unit) == (NumberKind.MONEY, unit)


def test_percentages_and_measures_are_marked() -> None:
    text = "Prices rose 5.5 percent; the wall is 15 miles long; 40% agreed; 3 per cent did not."
    assert [(n.span.of(text), n.kind) for n in find(text)] == [
        ("5.5 percent", NumberKind.PERCENT),
        ("15 miles", NumberKind.MEASURE),
        ("40%", NumberKind.PERCENT),
        ("3 per cent", NumberKind.PERCENT),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On May 3, 2024, it began.",
        "It ended on 3 May.",
        "It was signed in 2020.",
        "The war of 1980-88 and the 2014 coup",
        "at 7:30pm or 11 a.m.",
        "the 507th wing and the 3rd division",
        "He voted 272-219.",
        "a 42-year-old man; John, 42, said",
        "F-16 jets and Su-35 and MH17",
        "after 9/11, 24/7",
        "Resolution 2231 and Article 5",
        "a three-day visit of 24 hours, for two to three weeks",
        "more than three years",
        "the 1990s",
        "on 22/06/2025 or 2025-06-22",
        "Flight 17 to Tower 22",
    ],
)
def test_what_only_looks_like_a_number(text: str) -> None:
    assert find(text) == ()


def test_only_the_span_asked_for_is_read() -> None:
    text = "Ten men. Five women."
    assert [n.span.of(text) for n in find(text, Span(9, 20))] == ["Five"]


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)))
def test_every_number_lies_in_the_text_and_none_overlaps(text: str) -> None:
    end = 0
    for number in find(text):
        assert end <= number.span.start < number.span.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high
        end = number.span.end


@given(st.lists(st.sampled_from(sorted(quantity_words().plurals)), min_size=1, max_size=4).map(" of ".join))
def test_plurals_of_plurals_have_bounds(text: str) -> None:
    for number in find(f"They lost {text} of men."):
        assert number.low is not None
        assert number.high is not None
        assert number.low <= number.high


def test_fewer_than_none_is_none() -> None:
    assert only("It has fewer than 0 members.")[1:3] == (0, 0)


@pytest.mark.parametrize("piece", ["1,1,1,", "1.", "1", "1-", "one hundred ", "12 000 ", "a1,"])
def test_a_long_row_of_digits_takes_time_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        row = piece * (size // len(piece))
        runs = []
        for _ in range(2):
            started = process_time()
            find(row)
            runs.append(process_time() - started)
        return min(runs)

    seconds(1_000)
    assert seconds(40_000) < 0.5 + 24 * seconds(5_000)


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("Roughly half of the men fled.", "Roughly half", 50, 50, "percent"),
        ("More than half of the men fled.", "More than half", 50, None, "percent"),
        ("Two-thirds of the town lies in ruins.", "Two-thirds", 66.7, 66.7, "percent"),
        ("A third of the town lies in ruins.", "A third", 33.3, 33.3, "percent"),
        ("As many as one in five soldiers deserted.", "As many as one in five", 0, 20, "percent"),
        ("Nine out of ten agreed.", "Nine out of ten", 90, 90, "percent"),
        ("It would roughly halve its forces.", "roughly halve", 0.5, 0.5, "times"),
        ("Prices more than doubled.", "more than doubled", 2, None, "times"),
        ("Twice as many were held.", "Twice as many", 2, 2, "times"),
        ("a 500-pound bomb", "500-pound", 500, 500, "lb"),
        ("It weighed 500 pounds.", "500 pounds", 500, 500, "lb"),
        ("40 pounds of explosives", "40 pounds", 40, 40, "lb"),
        ("20 tonnes of wheat", "20 tonnes", 20, 20, "t"),
        ("some 1,458 kilometres", "some 1,458 kilometres", 1458, 1458, "km"),
        ("10m Swiss francs", "10m Swiss francs", 10_000_000, 10_000_000, "CHF"),
        ("40,000 Lebanese pounds", "40,000 Lebanese pounds", 40_000, 40_000, "LBP"),
        ("a fine of 500 pounds", "500 pounds", 500, 500, "GBP"),
        ("3 US dollars", "3 US dollars", 3, 3, "USD"),
        ("2 million cubic metres", "2 million cubic metres", 2_000_000, 2_000_000, "cubic m"),
        ("30 nautical miles", "30 nautical miles", 30, 30, "nautical mile"),
        ("between 5 and 10 percent", "between 5 and 10 percent", 5, 10, "percent"),
        ("between 5 and 10 km", "between 5 and 10 km", 5, 10, "km"),
    ],
)
def test_parts_changes_weights_and_currencies(
    text: str, words: str, low: float, high: float | None, unit: str
) -> None:
    (number,) = find(text)
    assert (number.span.of(text), number.low, number.high, number.unit) == (words, low, high, unit)


def test_a_change_is_no_range() -> None:
    assert [n.low for n in find("It rose from 5 to 10 percent.")] == [5, 10]
    assert [n.low for n in find("Oil fell $2.15 to $68.40.")] == [2.15, 68.4]
    text = "The dead rose from 12 to 19, the aid from $3m to $5m; it fell from $9m to $4m."
    assert [(n.low, n.high) for n in find(text)][:2] == [(12, 12), (19, 19)]
    assert [(n.low, n.high) for n in find(text)][-2:] == [(9_000_000, 9_000_000), (4_000_000, 4_000_000)]


def test_thousands_may_be_parted_by_a_hard_space_or_a_full_stop() -> None:
    assert only("1\u202f500 shells")[1:3] == (1500, 1500)
    assert only("It killed 1.500 rebels.")[1:3] == (1500, 1500)
    assert only("It lost 1.5 million men.")[1:3] == (1_500_000, 1_500_000)


@pytest.mark.parametrize("text", ["the first half of 2015", "a third attack", "the double agent", "the fall of Var"])
def test_words_that_are_no_part_and_no_change(text: str) -> None:
    assert [number.unit for number in find(text)] in ([], [None])
