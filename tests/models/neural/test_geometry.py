from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from handmade_windows import window
from reportedly.models.neural.geometry import BUCKETS, between, offsets, pooling, stretches

WORDS = window("Rebels shelled the port. The army said so. It was hit again.").words


def test_words_of_an_anchor_are_at_no_distance_and_sides_differ() -> None:
    (row,) = offsets([(2, 4)], WORDS)
    assert row[2] == row[3]
    assert len({row[0], row[1], row[2]}) == 3
    assert row[1] != offsets([(0, 1)], WORDS)[0][1]


def test_another_sentence_is_told_by_how_many_sentences_lie_between() -> None:
    (row,) = offsets([(0, 1)], WORDS)
    assert len(set(row[4:8])) == 1
    assert len(set(row[8:])) == 1
    assert row[4] != row[8]


def test_before_and_behind_in_another_sentence_differ() -> None:
    (row,) = offsets([(5, 6)], WORDS)
    assert row[0] != row[9]


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(1, 4)), max_size=6))
def test_every_bucket_is_one_of_the_known(given_: list[tuple[int, int]]) -> None:
    anchors = [(first, min(first + size, len(WORDS))) for first, size in given_]
    found = offsets(anchors, WORDS)
    assert found.shape == (len(anchors), len(WORDS))
    assert ((found >= 0) & (found < BUCKETS)).all()
    assert (between(found, anchors) == [[found[i, a] for a, _ in anchors] for i in range(len(anchors))]).all() or (
        not anchors
    )


def test_pooling_averages_the_words_of_each_anchor() -> None:
    found = pooling([(1, 3), (4, 5)], 6)
    assert np.allclose(found.sum(1), 1)
    assert found[0].tolist() == [0, 0.5, 0.5, 0, 0, 0]


@given(st.lists(st.booleans(), max_size=20))
def test_stretches_hold_what_is_true_and_do_not_touch(given_: list[bool]) -> None:
    found = stretches(np.array(given_, dtype=np.bool_))
    assert [at for first, end in found for at in range(first, end)] == [at for at, on in enumerate(given_) if on]
    assert all(one[1] < other[0] for one, other in pairwise(found))
