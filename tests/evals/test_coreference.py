from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.evals.coreference import _cheapest, coreference

LABELS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12)


def clusters(labels: list[int]) -> list[set[int]]:
    return [{at for at, each in enumerate(labels) if each == label} for label in sorted(set(labels))]


def test_the_example_of_the_shared_task() -> None:
    score = coreference([{"a", "b", "c"}, {"d", "e", "f", "g"}], [{"a", "b"}, {"c", "d"}, {"f", "g"}, {"e"}])
    assert (score.muc.p, score.muc.r) == (0.667, 0.4)
    assert (score.b_cubed.p, score.b_cubed.r) == (0.857, 0.452)
    assert (score.ceaf_e.p, score.ceaf_e.r) == (0.367, 0.733)
    assert score.conll == round((score.muc.f1 + score.b_cubed.f1 + score.ceaf_e.f1) / 3, 3)


def test_other_items_are_an_error() -> None:
    with pytest.raises(ValueError, match="same items"):
        coreference([{"a"}], [{"b"}])
    with pytest.raises(ValueError, match="two clusters"):
        coreference([{"a"}, {"a"}], [{"a"}])


@given(LABELS)
def test_itself_is_perfect_and_all_figures_lie_between_0_and_1(labels: list[tuple[int, int]]) -> None:
    gold, found = clusters([ours for ours, _ in labels]), clusters([theirs for _, theirs in labels])
    same, score = coreference(gold, gold), coreference(gold, found)
    assert same.b_cubed.f1 == same.ceaf_e.f1 == 1
    assert all(0 <= each.f1 <= 1 for each in (score.muc, score.b_cubed, score.ceaf_e))


@given(st.lists(st.lists(st.integers(-9, 9), min_size=4, max_size=4), min_size=1, max_size=4))
def test_no_assignment_is_cheaper(costs: list[list[int]]) -> None:
    tried = (sum(costs[r][c] for r, c in enumerate(order)) for order in permutations(range(4), len(costs)))
    assert _cheapest(costs) == min(tried)
