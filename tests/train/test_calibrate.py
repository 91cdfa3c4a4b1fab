import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.train.calibrate import Decisions, expected_error, fitted, reliability


def overconfident(factor: float, count: int = 4000) -> Decisions:
    """Logits that are `factor` times what they should be for the classes drawn from them."""
    rng = np.random.default_rng(3)
    true = rng.normal(size=(count, 3)).astype(np.float32)
    chances = np.exp(true) / np.exp(true).sum(-1, keepdims=True)
    right = np.array([rng.choice(3, p=row / row.sum()) for row in chances.astype(np.float64)])
    return true * np.float32(factor), right


def test_calibration_makes_probabilities_shares_of_what_is_right() -> None:
    logits, right = overconfident(3.0)
    found = reliability([(logits[i::8], right[i::8]) for i in range(8)])
    assert found is not None
    assert found.before > 0.1
    assert found.after < 0.05
    assert sum(count for _, _, count in found.bins) <= len(right)


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
