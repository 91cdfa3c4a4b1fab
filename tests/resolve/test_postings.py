"""The table of grams holds what a plain one would."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.resolve.duplicates.postings import Postings

added = st.lists(st.sets(st.integers(1, 400), max_size=30), max_size=40)


@given(added)
def test_the_first_holder_and_those_after_it_are_those_of_a_plain_table(some: list[set[int]]) -> None:
    table = Postings(most=5)
    plain: dict[int, list[int]] = {}
    for number, grams in enumerate(some):
        table.add(np.array(sorted(grams), dtype=np.uint64), number)
        for gram in grams:
            plain.setdefault(gram, []).append(number)
    asked = np.arange(1, 401, dtype=np.uint64)
    first, common = table.first(asked).tolist(), table.frequent(asked).tolist()
    for gram in range(1, 401):
        holders = plain.get(gram, [])
        assert first[gram - 1] == (holders[0] if holders else -1)
        assert common[gram - 1] == (len(holders) > 5)
        assert list(table.others(gram)) == ([] if len(holders) > 5 else holders[1:])
    assert len(table) == len(plain)


def test_the_table_grows_and_forgets_nothing() -> None:
    table = Postings(most=3)
    for number in range(40):
        table.add(np.arange(1 + 1000 * number, 1001 + 1000 * number, dtype=np.uint64), number)
    assert table.first(np.array([1, 1000, 1001, 39_999, 40_001], dtype=np.uint64)).tolist() == [0, 0, 1, 39, -1]
