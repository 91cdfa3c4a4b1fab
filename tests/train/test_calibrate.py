import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.train.calibrate import Decisions, expected_error, fitted, reliability


def overconfident(count: int = 4000) -> Decisions:
    """Decisions that are right as often as the square of how sure the head is."""
    rng = np.random.default_rng(3)
    sure = rng.uniform(0.3, 1, size=count).astype(np.float32)
    return sure, rng.uniform(size=count) < sure**2


def test_calibration_makes_probabilities_shares_of_what_is_right() -> None:
    sure, hit = overconfident()
    found = reliability([(sure[i::8], hit[i::8]) for i in range(8)])
    assert found is not None
    assert found.before > 0.1
    assert found.after < 0.05
    assert sum(count for _, _, count in found.bins) == len(sure)


def test_a_head_that_is_right_as_often_as_it_says_has_no_error() -> None:
    sure = np.repeat(np.array([0.25, 0.75], dtype=np.float32), 100)
    hit = np.array([i % 4 == 0 for i in range(100)] + [i % 4 != 0 for i in range(100)])
    error, bins = expected_error(sure, hit)
    assert error < 1e-6
    assert bins == ((0.25, 0.25, 100), (0.75, 0.75, 100))


@given(st.lists(st.tuples(st.floats(0, 1, width=32), st.booleans()), min_size=1, max_size=60))
def test_every_curve_rises(decisions: list[tuple[float, bool]]) -> None:
    sure = np.array([chance for chance, _ in decisions], dtype=np.float32)
    curve = fitted(sure, np.array([hit for _, hit in decisions]))
    assert curve
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in curve)
    assert list(curve) == sorted(curve, key=lambda point: (point[0], point[1]))
    assert [y for _, y in curve] == sorted(y for _, y in curve)


def test_a_head_without_decisions_has_no_reliability() -> None:
    assert reliability([]) is None
