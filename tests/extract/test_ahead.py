from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.extract.ahead import in_order


def done(value: int) -> Future[int]:
    future: Future[int] = Future()
    future.set_result(value * value)
    return future


@given(st.lists(st.integers()), st.integers(1, 5))
def test_every_item_comes_with_its_own_result_in_order(items: list[int], most: int) -> None:
    assert list(in_order(items, done, most)) == [(item, item * item) for item in items]


@given(st.integers(0, 12), st.integers(1, 5))
def test_no_more_are_begun_than_may_be(count: int, most: int) -> None:
    begun = 0

    def items() -> Iterator[int]:
        nonlocal begun
        for number in range(count):
            begun += 1
            yield number

    for number, _ in enumerate(in_order(items(), done, most)):
        assert begun - number <= most


def test_an_error_is_raised_in_its_place() -> None:
    with ThreadPoolExecutor(2) as pool:
        results = in_order([2, 1, 0], lambda n: pool.submit(lambda: 1 // n), 3)
        assert [next(results), next(results)] == [(2, 0), (1, 1)]
        with pytest.raises(ZeroDivisionError):
            next(results)
