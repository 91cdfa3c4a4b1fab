import numpy as np

from reportedly.models.neural.outputs import sigmoid, softmax


def test_probabilities_of_logits_far_out_are_finite() -> None:
    far = np.array([-1e4, 0.0, 1e4], dtype=np.float32)
    assert np.allclose(sigmoid(far), [0, 0.5, 1])
    assert np.allclose(softmax(far), [0, 0, 1])


def test_softmax_adds_up_over_the_last_axis() -> None:
    found = softmax(np.arange(6, dtype=np.float32).reshape(2, 3))
    assert np.allclose(found.sum(-1), 1)
    assert np.allclose(found[0], found[1])
