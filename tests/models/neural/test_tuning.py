import pytest

from reportedly.models.neural.tuning import Tuning


def test_what_is_not_tuned_has_its_plain_value() -> None:
    tuning = Tuning(thresholds={"actor": 0.3})
    assert (tuning.threshold("actor"), tuning.threshold("place")) == (0.3, 0.5)
    assert tuning.sure("cue", 0.7) == 0.7


@pytest.mark.parametrize(
    ("chance", "sure"), [(0.0, 0.1), (0.2, 0.1), (0.5, 0.3), (0.8, 0.5), (0.9, 0.7), (1.0, 0.9)]
)
def test_a_curve_is_read_between_its_points_and_held_at_its_ends(chance: float, sure: float) -> None:
    tuning = Tuning(curves={"cue": ((0.2, 0.1), (0.8, 0.5), (1.0, 0.9))})
    assert tuning.sure("cue", chance) == pytest.approx(sure)
