"""How alike groupings are: the extremes, a case worked by hand, and laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.evals.clusters import adjusted_mutual_information, adjusted_rand, b_cubed

GROUPINGS = st.integers(2, 12).flatmap(
    lambda many: st.tuples(*(st.lists(st.integers(0, 3), min_size=many, max_size=many) for _ in range(2)))
)


def named(groups: list[int]) -> dict[str, int]:
    return {str(at): group for at, group in enumerate(groups)}


def test_a_case_by_hand() -> None:
    gold, found = named([0, 0, 0, 1, 1, 1]), named([0, 0, 1, 1, 2, 2])
    cubed = b_cubed(gold, found)
    assert cubed.precision == pytest.approx(5 / 6)
    assert cubed.recall == pytest.approx(5 / 9)
    assert adjusted_rand(gold, found) == pytest.approx(0.242424, abs=1e-5)
    assert adjusted_mutual_information(gold, found) == pytest.approx(0.298792, abs=1e-5)


@given(GROUPINGS)
def test_the_same_groups_agree_fully_whatever_they_are_called(both: tuple[list[int], list[int]]) -> None:
    gold = named(both[0])
    found = {thing: f"called {group}" for thing, group in gold.items()}
    assert b_cubed(gold, found).f1 == pytest.approx(1)
    assert adjusted_rand(gold, found) == pytest.approx(1)
    assert adjusted_mutual_information(gold, found) == pytest.approx(1)


@given(GROUPINGS)
def test_agreement_is_the_same_both_ways_round(both: tuple[list[int], list[int]]) -> None:
    one, other = named(both[0]), named(both[1])
    assert b_cubed(one, other).precision == pytest.approx(b_cubed(other, one).recall)
    assert adjusted_rand(one, other) == pytest.approx(adjusted_rand(other, one))
    assert adjusted_mutual_information(one, other) == pytest.approx(adjusted_mutual_information(other, one), abs=1e-9)


def test_groupings_of_different_things_are_refused() -> None:
    with pytest.raises(ValueError, match="same things"):
        b_cubed({"a": 1}, {"b": 1})
